// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"

#include <QAbstractListModel>

namespace spilno::pages {

/// Where two people changed the same thing without knowing of each other, own ones first. Changes
/// without effect are the outbox's matter. Asks the replica again when it changes; GUI thread.
class ConflictModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ConflictModel(session::SessionContext &context, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const replica::Conflict *conflict(const QModelIndex &index) const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Those the person has a part in.
    [[nodiscard]] int ownCount() const;
    void refresh();
    void retranslate();

    static QString title(const replica::Conflict &conflict);
    /// «Two versions of: Title», «A step that did not succeed».
    static QString kind(const replica::Conflict &conflict);

Q_SIGNALS:
    void loaded();

private:
    void take(std::vector<replica::Conflict> conflicts);

    session::SessionContext &m_context;
    std::vector<replica::Conflict> m_conflicts;
    QString m_problem;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace spilno::pages
