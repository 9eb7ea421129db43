// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/conflicts/ConflictModel.h"

#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/widgets/Badge.h"
#include "app/widgets/RowDelegate.h"

#include <algorithm>
#include <utility>

namespace spilno::pages {

using records::ChangeWords;
using replica::Conflict;

ConflictModel::ConflictModel(session::SessionContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
    connect(
        &context.replica(), &replica::Replica::changed, this,
        [this](const replica::ChangeSet &) { refresh(); });
    // Whose a change is, only the keys tell: what was read behind the lock knows of no own one.
    connect(&context, &session::SessionContext::lockedChanged, this, &ConflictModel::refresh);
    refresh();
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_conflicts.size());
}

const Conflict *ConflictModel::conflict(const QModelIndex &index) const
{
    return index.isValid() && index.row() < int(m_conflicts.size())
               ? &m_conflicts[std::size_t(index.row())]
               : nullptr;
}

QString ConflictModel::title(const Conflict &conflict)
{
    const QString type = ChangeWords::typeName(conflict.type);
    return conflict.title.isEmpty() ? type : tr("%1: %2", "type: title").arg(type, conflict.title);
}

QString ConflictModel::kind(const Conflict &conflict)
{
    switch (conflict.kind) {
    case Conflict::Kind::Soft:
        return conflict.versions.size() > 1
                   ? tr("Two versions of «%1»")
                         .arg(ChangeWords::field(conflict.type, conflict.field))
                   : tr("Two steps at the same time");
    case Conflict::Kind::Hard:
        return tr("A step that came too late");
    case Conflict::Kind::Quarantined:
        return tr("Set aside by the city");
    case Conflict::Kind::Void:
        break;
    }
    return tr("Without effect");
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    const Conflict *found = conflict(index);
    if (found == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return title(*found);
    case widgets::SecondLineRole:
        return kind(*found);
    case widgets::BadgeTextRole:
        return found->mine ? tr("Yours") : QString();
    case widgets::BadgeToneRole:
        return int(widgets::Tone::Warning);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2").arg(title(*found), kind(*found));
    default:
        return {};
    }
}

int ConflictModel::ownCount() const
{
    return int(std::count_if(
        m_conflicts.begin(), m_conflicts.end(), [](const Conflict &one) { return one.mine; }));
}

void ConflictModel::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    session::whenDone(
        this, m_context.replica().conflicts(),
        [this](const base::Result<std::vector<Conflict>> &conflicts) {
            m_asking = false;
            m_problem = conflicts ? QString() : session::Sentences::error(conflicts.error());
            take(conflicts ? *conflicts : std::vector<Conflict>());
            if (std::exchange(m_askAgain, false))
                refresh();
        });
}

void ConflictModel::take(std::vector<Conflict> conflicts)
{
    std::erase_if(conflicts, [](const Conflict &one) { return one.kind == Conflict::Kind::Void; });
    std::stable_partition(
        conflicts.begin(), conflicts.end(), [](const Conflict &one) { return one.mine; });
    const auto same = [](const Conflict &a, const Conflict &b) {
        return a.entity == b.entity && a.field == b.field && a.op == b.op && a.kind == b.kind &&
               a.mine == b.mine && a.versions == b.versions;
    };
    const bool moved = !std::equal(
        conflicts.begin(), conflicts.end(), m_conflicts.begin(), m_conflicts.end(), same);
    const bool first = !std::exchange(m_loaded, true);
    if (moved) {
        beginResetModel();
        m_conflicts = std::move(conflicts);
        endResetModel();
    }
    if (moved || first)
        Q_EMIT loaded();
}

void ConflictModel::retranslate()
{
    if (!m_conflicts.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace spilno::pages
