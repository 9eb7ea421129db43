// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"
#include "app/widgets/Badge.h"

#include <QAbstractListModel>

namespace spilno::pages {

/// The person's own changes that are not simply done: on this computer, accepted but not yet back
/// with the city's log, refused, or without effect. Newest first. Asks the replica again when it
/// says that something changed; GUI thread.
class OutboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit OutboxModel(session::SessionContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// nullptr for an index of no row.
    [[nodiscard]] const replica::OutboxItem *item(const QModelIndex &index) const;
    /// Whether the first answer is there.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// What stands in the way of reading it; empty when nothing does.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Refused and void ones: somebody has to do something.
    [[nodiscard]] int needingCount() const;
    void refresh();
    /// Words again, after a change of language.
    void retranslate();

    static QString stateName(const replica::OutboxItem &item);
    static widgets::Tone tone(const replica::OutboxItem &item);
    static QString title(const replica::OutboxItem &item);
    /// Whether the change came to nothing, so that it can be mended or thrown away.
    static bool failed(const replica::OutboxItem &item);

Q_SIGNALS:
    void loaded();

private:
    void take(std::vector<replica::OutboxItem> items);

    session::SessionContext &m_context;
    std::vector<replica::OutboxItem> m_items;
    QString m_problem;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace spilno::pages
