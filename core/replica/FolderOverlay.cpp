// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Folder that lays previewed and pending changes over the base tables.
#include "core/replica/Folder.h"

#include "core/records/Judge.h"

#include <QtCore/QScopeGuard>

#include <algorithm>

namespace spilno::replica {

using records::EntityImage;
using records::RecordType;
using records::Verdict;

/// What of an entity is sequenced already, if any of its pending changes is issued again.
QSet<base::OpId> Folder::loggedOps(qint64 entityRow, const std::vector<qint64> &pending) const
{
    QSet<base::OpId> ops;
    const bool reissued = std::any_of(pending.begin(), pending.end(), [this](qint64 id) {
        const auto row = m_log.change(id);
        return row && row->ext.size() > 1;
    });
    if (!reissued)
        return ops;
    std::vector<qint64> changes = m_log.changesOf(entityRow);
    const std::vector<qint64> previews = m_log.previewsOf(entityRow);
    changes.insert(changes.end(), previews.begin(), previews.end());
    for (const qint64 id : changes) {
        const auto row = id > 0 ? m_log.shownChange(id) : std::nullopt;
        if (row)
            ops.insert(m_log.opId(*row));
    }
    return ops;
}

base::Result<> Folder::removeOverlay(
    const RecordType *type, const base::EntityId &entity, qint64 entityRow)
{
    if (type != nullptr) {
        touch(type->number, entity, entityRow);
        return m_projection.remove(*type, entityRow, Layer::Overlay);
    }
    // A creation that is void or discarded left no trace of what it would have made.
    for (const RecordType *any : m_projection.registry().types())
        SPILNO_TRY(m_projection.remove(*any, entityRow, Layer::Overlay));
    return {};
}

base::Result<> Folder::layOver(const ChangeRow &row, const QSet<base::OpId> &logged, Shown &shown)
{
    const auto change = m_log.foldChange(row, m_localNowMs);
    const RecordType *type = m_projection.registry().type(row.type);
    const bool fitting = change && type != nullptr && (!shown.image || shown.image->type == type);
    const Verdict verdict =
        !fitting ? Verdict::UnknownRecord
        : logged.contains(change->origin.op)
            ? Verdict::Duplicate
            : records::judge(type, *change, shown.image ? &*shown.image : nullptr, m_authority);
    if (fitting)
        shown.type = type;
    if (records::tookEffect(verdict)) {
        (row.pending() ? shown.marks.pending : shown.marks.previewed) = true;
        if (shown.image)
            shown.image->apply(*change);
        else
            shown.image = EntityImage::create(*type, *change);
        if (const auto feed = m_log.feed(row.feedRow))
            shown.scopeRow = feed->scopeRow;
    }
    if (row.pending() && verdict == Verdict::UnknownRecord)
        m_mayBeAdrift = true;
    if (verdict == row.verdict)
        return {};
    Statement update = m_connection.prepare(
        row.pending() ? "UPDATE pending SET verdict = ?2 WHERE id = ?1"
                      : "UPDATE preview SET verdict = ?2 WHERE id = ?1");
    update.bind(1, row.pending() ? -row.id : row.id).bind(2, static_cast<qint64>(verdict));
    return update.run();
}

base::Result<> Folder::overlay(qint64 entityRow)
{
    const base::EntityId entity = m_log.entityOf(entityRow);
    const auto base = m_log.entityRow(entity);
    Shown shown;
    shown.scopeRow = base ? base->scopeRow : 0;
    if (base && base->type != 0)
        shown.type = m_projection.registry().type(base->type);
    std::vector<qint64> changes = m_log.previewsOf(entityRow);
    const std::vector<qint64> pending = m_log.pendingOf(entityRow);
    changes.insert(changes.end(), pending.begin(), pending.end());
    if (shown.type != nullptr && !changes.empty())
        shown.image = m_projection.load(*shown.type, entityRow, Layer::Base, m_localNowMs);
    m_authority.lookFirst([this](const RecordType &wanted, qint64 row) {
        return m_projection.load(wanted, row, Layer::Overlay, m_localNowMs);
    });
    const auto inBaseOnly = qScopeGuard([this] { m_authority.lookFirst({}); });
    const QSet<base::OpId> logged = loggedOps(entityRow, pending);
    for (const qint64 id : changes) {
        if (const auto row = m_log.shownChange(id))
            SPILNO_TRY(layOver(*row, id < 0 ? logged : QSet<base::OpId>(), shown));
    }
    if (!shown.marks.pending && !shown.marks.previewed)
        return removeOverlay(shown.type, entity, entityRow);
    touch(shown.type->number, entity, entityRow);
    SPILNO_ASSIGN(const qint64 author, m_log.internPerson(shown.image->created.person));
    return m_projection.save(
        *shown.image, entityRow, shown.scopeRow, author, Layer::Overlay, false, shown.marks);
}

} // namespace spilno::replica
