// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"
#include "app/widgets/Card.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QPlainTextEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class FormRow;
class Label;
} // namespace spilno::widgets

namespace spilno::pages {

/// One conflict with everything that is needed to end it: the versions with who wrote them and
/// when, a place to write one out of both, or the step that failed beside the state as it is.
/// Makes the draft that settles; ConflictsPage submits it.
class ConflictDetail : public widgets::Card
{
    Q_OBJECT

public:
    explicit ConflictDetail(session::SessionContext &context);

    void show(const replica::Conflict &conflict);
    void clear();
    void retranslate();

Q_SIGNALS:
    void settled(const spilno::replica::Draft &draft);
    /// The failed step is to be tried from the state as it is now.
    void stepAgain(const spilno::base::OpId &op);

private:
    void addButtons();
    void showVersions(const std::vector<replica::HistoryItem> &history);
    void showStep(const std::vector<replica::HistoryItem> &history);
    void take();
    [[nodiscard]] QString writtenBy(
        const std::vector<replica::HistoryItem> &history, const base::OpId &op) const;
    [[nodiscard]] bool mergesText() const;
    [[nodiscard]] replica::Draft settlement() const;
    void nameButtons();

    session::SessionContext &m_context;
    std::optional<replica::Conflict> m_conflict;
    std::vector<replica::HistoryItem> m_history;
    widgets::Label *m_words;
    QWidget *m_versions;
    QButtonGroup *m_choice;
    QPlainTextEdit *m_merged;
    widgets::FormRow *m_mergedRow;
    widgets::Button *m_keep;
    widgets::Button *m_leave;
    widgets::Button *m_again;
};

} // namespace spilno::pages
