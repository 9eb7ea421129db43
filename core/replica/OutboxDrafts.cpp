// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that gives written changes back, to be mended and sent again.
#include "core/replica/Outbox.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

base::Result<ChangeRow> Outbox::ownChange(const base::OpId &op) const
{
    Statement pending = m_core.connection->prepare("SELECT -id FROM pending UNION ALL"
                                                   " SELECT change FROM conflict WHERE op = ?1");
    pending.bind(1, op);
    std::vector<qint64> ids;
    while (pending.next())
        ids.push_back(pending.integer(0));
    SPILNO_TRY(pending.result());
    for (const qint64 id : ids) {
        auto row = m_core.log.change(id);
        if (row && m_core.log.opId(*row) == op)
            return std::move(*row);
    }
    return failure(ErrorCode::NotFound, QStringLiteral("no such change is owed an end here"));
}

base::Result<Draft> Outbox::draftOf(const base::OpId &op) const
{
    SPILNO_ASSIGN(const ChangeRow row, ownChange(op));
    SPILNO_ASSIGN(
        const wire::Payload payload,
        wire::decodePayload(base::view(row.shape), base::view(row.vals)));
    const records::RecordType *type = m_core.options.registry->type(row.type);
    const auto feed = m_core.log.feed(row.feedRow);
    const auto scope = feed ? m_core.log.scope(feed->scopeRow) : std::nullopt;
    if (type == nullptr || !scope)
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("of an unknown type"));
    Draft draft;
    draft.type = type->name;
    draft.scope = scope->status.scope;
    if (!payload.create)
        draft.entity = m_core.log.entityOf(row.entityRow);
    for (const wire::FieldChange &change : payload.fields) {
        const records::FieldDescriptor *field = type->field(change.key);
        if (field == nullptr)
            continue;
        if (change.mode == wire::FieldMode::Remove && !change.refs.empty())
            draft.removals.append({field->name, change.refs.front()});
        else if (field->merge == records::MergeClass::Set)
            draft.additions.append({field->name, change.value});
        else
            draft.fields.append({field->name, change.value});
    }
    if (payload.transition) {
        const records::Step *step =
            type->machine.step(payload.transition->from, payload.transition->to);
        draft.step = step != nullptr ? step->name : QString();
    }
    draft.settles = payload.settles;
    for (const auto &[tag, bytes] : payload.extra)
        draft.extra.append({tag, bytes});
    return draft;
}

base::Result<ChangeSet> Outbox::dismiss(const base::OpId &op)
{
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    Statement insert = m_core.connection->prepare(
        "INSERT OR IGNORE INTO dismissed(op) SELECT op FROM conflict WHERE op = ?1 AND kind = ?2");
    insert.bind(1, op).bind(2, static_cast<qint64>(Conflict::Kind::Void));
    SPILNO_TRY(insert.run());
    m_core.outboxChanged = true;
    SPILNO_TRY(transaction.commit());
    return m_core.takeChanges();
}

} // namespace spilno::replica
