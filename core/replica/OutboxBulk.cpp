// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many records at once; OutboxSubmit.cpp has the single transaction.
#include "core/replica/Outbox.h"
#include "core/replica/RunPacker.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

base::Result<bool> Outbox::isKnown(const base::EntityId &entity) const
{
    const auto row = m_core.log.entityRow(entity);
    if (!row || row->type != 0)
        return row.has_value();
    Statement query = m_core.connection->prepare("SELECT 1 FROM pending WHERE entity = ?1 LIMIT 1");
    query.bind(1, row->id);
    const bool any = query.next();
    SPILNO_TRY(query.result());
    return any;
}

base::Result<Outbox::Worked> Outbox::workFirstStep(
    const Worked &creation, const QString &name) const
{
    const records::StateMachine &machine = creation.type->machine;
    const records::Step *step = machine.step(machine.initial, name);
    if (step == nullptr)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("the step %1 is not possible from the first state").arg(name));
    Worked worked;
    worked.type = creation.type;
    worked.scope = creation.scope;
    worked.entity = creation.entity;
    worked.payload.transition =
        wire::Transition{creation.type->stateKey, step->from, step->to, base::OpId()};
    return worked;
}

base::Result<> Outbox::appendItem(
    OwnFeed &feed, const Worked &creation, const QString &step, BulkOutcome &outcome)
{
    qint64 room = RunPacker::kTransactionBytesMax;
    const bool steps = !step.isEmpty();
    SPILNO_TRY(append(feed, creation, steps ? 1 : 0, room));
    if (steps) {
        SPILNO_ASSIGN(const Worked first, workFirstStep(creation, step));
        SPILNO_TRY(append(feed, first, 0, room));
    }
    ++outcome.created;
    return {};
}

base::Result<BulkOutcome> Outbox::submitBulk(const std::vector<BulkItem> &items)
{
    if (!m_core.identity)
        return failure(ErrorCode::Locked, QStringLiteral("the profile is locked"));
    if (!m_core.hasCity)
        return failure(ErrorCode::NotFound, QStringLiteral("no city yet"));
    SPILNO_TRY(m_core.setDurability(ReplicaDatabase::Durability::Full));
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    BulkOutcome outcome;
    std::optional<OwnFeed> feed;
    base::ScopeId scope;
    for (const BulkItem &item : items) {
        if (!item.creation.entity.isNull())
            return failure(ErrorCode::InvalidArgument, QStringLiteral("not a new record"));
        SPILNO_ASSIGN(const Worked creation, work(item.creation));
        SPILNO_ASSIGN(const bool known, isKnown(creation.entity));
        if (known) {
            ++outcome.known;
            continue;
        }
        if (!feed || scope != creation.scope) {
            scope = creation.scope;
            SPILNO_ASSIGN(feed, ownFeed(scope));
        }
        SPILNO_TRY(appendItem(*feed, creation, item.step, outcome));
    }
    m_core.outboxChanged = true;
    SPILNO_TRY(m_core.refreshOverlays());
    SPILNO_TRY(transaction.commit());
    outcome.changes = m_core.takeChanges();
    return outcome;
}

} // namespace spilno::replica
