// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/outbox/OutboxModel.h"

#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/widgets/RowDelegate.h"

#include <algorithm>
#include <utility>

namespace spilno::pages {

using records::ChangeWords;
using replica::OutboxItem;
using replica::OutboxState;
using replica::ReplicaDatabase;

namespace {

constexpr int kItemsMax = 500;

/// Void changes have left the outbox with the city's log; here they stand beside the rest.
base::Result<std::vector<OutboxItem>> ownItems(const ReplicaDatabase &database)
{
    SPILNO_ASSIGN(auto items, database.outbox(kItemsMax));
    SPILNO_ASSIGN(const auto conflicts, database.conflicts(kItemsMax));
    for (const replica::Conflict &conflict : conflicts) {
        if (conflict.kind != replica::Conflict::Kind::Void || !conflict.mine)
            continue;
        OutboxItem item;
        item.op = conflict.op;
        item.state = OutboxState::Void;
        item.type = conflict.type;
        item.entity = conflict.entity;
        item.title = conflict.title;
        item.reason = conflict.reason;
        item.sendable = false;
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

OutboxModel::OutboxModel(session::SessionContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
{
    connect(
        &context.replica(), &replica::Replica::changed, this,
        [this](const replica::ChangeSet &) { refresh(); });
    // Whose a change is, only the keys tell: what was read behind the lock knows of no own one.
    connect(&context, &session::SessionContext::lockedChanged, this, &OutboxModel::refresh);
    connect(&context, &session::SessionContext::syncStatusChanged, this, [this] {
        // A receipt moves an item on without a change of any record.
        if (std::any_of(m_items.begin(), m_items.end(), [](const OutboxItem &item) {
                return item.state == OutboxState::OnThisComputer;
            }))
            refresh();
    });
    refresh();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

const OutboxItem *OutboxModel::item(const QModelIndex &index) const
{
    return index.isValid() && index.row() < int(m_items.size()) ? &m_items[std::size_t(index.row())]
                                                                : nullptr;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const OutboxItem *found = item(index);
    if (found == nullptr)
        return {};
    QStringList second{ChangeWords::action(found->type, found->action)};
    if (found->action.isEmpty())
        second.clear();
    if (found->writtenMs != 0) {
        const auto now = QDateTime::fromMSecsSinceEpoch(m_context.clock().wallMs());
        second.append(
            session::Sentences::moment(QDateTime::fromMSecsSinceEpoch(found->writtenMs), now));
    }
    if (!found->reason.isEmpty())
        second.append(ChangeWords::reason(found->reason));
    const QString details = second.join(QStringLiteral(" · "));
    switch (role) {
    case Qt::DisplayRole:
        return title(*found);
    case widgets::SecondLineRole:
        return details;
    case widgets::BadgeTextRole:
        return stateName(*found);
    case widgets::BadgeToneRole:
        return int(tone(*found));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2. %3").arg(title(*found), stateName(*found), details);
    default:
        return {};
    }
}

bool OutboxModel::failed(const OutboxItem &item)
{
    return item.state == OutboxState::Refused ||
           (item.state == OutboxState::Void && !item.sendable);
}

int OutboxModel::needingCount() const
{
    return int(std::count_if(m_items.begin(), m_items.end(), &OutboxModel::failed));
}

QString OutboxModel::title(const OutboxItem &item)
{
    const QString type = ChangeWords::typeName(item.type);
    return item.title.isEmpty() ? type : tr("%1: %2", "type: title").arg(type, item.title);
}

QString OutboxModel::stateName(const OutboxItem &item)
{
    switch (item.state) {
    case OutboxState::OnThisComputer:
        return tr("On this computer");
    case OutboxState::Accepted:
        return tr("Accepted by the city");
    case OutboxState::Refused:
        return tr("Refused");
    case OutboxState::Void:
        return item.sendable ? tr("Will have no effect") : tr("Without effect");
    case OutboxState::Conflict:
        return tr("Conflict");
    }
    return {};
}

widgets::Tone OutboxModel::tone(const OutboxItem &item)
{
    switch (item.state) {
    case OutboxState::OnThisComputer:
        return widgets::Tone::Informative;
    case OutboxState::Accepted:
        return widgets::Tone::Positive;
    case OutboxState::Refused:
        return widgets::Tone::Negative;
    case OutboxState::Void:
    case OutboxState::Conflict:
        break;
    }
    return widgets::Tone::Warning;
}

void OutboxModel::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    session::whenDone(
        this, m_context.replica().read([](const ReplicaDatabase &database) {
            return ownItems(database);
        }),
        [this](const base::Result<std::vector<OutboxItem>> &items) {
            m_asking = false;
            m_problem = items ? QString() : session::Sentences::error(items.error());
            take(items ? *items : std::vector<OutboxItem>());
            if (std::exchange(m_askAgain, false))
                refresh();
        });
}

void OutboxModel::take(std::vector<OutboxItem> items)
{
    const auto same = [](const OutboxItem &a, const OutboxItem &b) {
        return a.op == b.op && a.state == b.state && a.title == b.title && a.reason == b.reason;
    };
    // The selection stays where nothing moved.
    const bool moved =
        !std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(), same);
    const bool first = !std::exchange(m_loaded, true);
    if (moved) {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }
    if (moved || first)
        Q_EMIT loaded();
}

void OutboxModel::retranslate()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace spilno::pages
