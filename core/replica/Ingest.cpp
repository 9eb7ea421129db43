// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Ingest.h"

#include "core/base/Limits.h"

namespace spilno::replica {

namespace {

/// Reads the decoded form the fold works on; nullopt when the payload does not follow its grammar.
std::optional<records::FoldChange> decode(
    const LogTables &log,
    const FeedRow &feed,
    const log::VerifiedChange &change,
    const wire::HeaderExt &ext,
    std::optional<wire::Payload> payload)
{
    wire::SealedPlace place{feed.state.feed, change.seq, change.type};
    if (ext.firstIssue) {
        place.feed = ext.firstIssue->feed;
        place.seq = ext.firstIssue->seq;
    }
    bool readable = true;
    if (!payload)
        payload = log.payloadOf(place, change.shape, change.values, &readable);
    if (!payload)
        return std::nullopt;
    records::FoldChange fold;
    const base::Hlc hlc = ext.firstIssue ? ext.firstIssue->hlc : change.hlc;
    fold.origin.hlc = std::min(hlc, base::hlcFromMs(change.recordedMs + limits::kClockAheadMs));
    fold.origin.feed = feed.state.feed;
    fold.origin.seq = change.seq;
    fold.origin.person = feed.state.person;
    fold.entity = change.entity;
    fold.scope = feed.state.scope;
    fold.device = feed.state.device;
    fold.type = change.type;
    fold.logIndex = change.logIndex;
    fold.recordedMs = change.recordedMs;
    fold.valuesAbsent = change.valuesAbsent || !readable;
    fold.payload = std::move(*payload);
    return fold;
}

} // namespace

bool Ingest::isErased(
    const base::OpId &op, const base::EntityId &entity, const FeedRow &feed, const ScopeRow &scope)
{
    if (!m_core.anyErasure) {
        Statement any = m_core.connection->prepare("SELECT 1 FROM erasure LIMIT 1");
        m_core.anyErasure = any.next();
    }
    if (!*m_core.anyErasure)
        return false;
    Statement query = m_core.connection->prepare(
        "SELECT 1 FROM erasure WHERE op = ?1 AND person = ?2 AND scope = ?3 AND entity = ?4");
    query.bind(1, op).bind(2, feed.personRow).bind(3, scope.id).bind(4, entity);
    return query.next();
}

base::Result<Folder::Item> Ingest::item(
    const ScopeRow &scope,
    const FeedRow &feed,
    log::VerifiedChange &change,
    log::DecodedChange decoded)
{
    Folder::Item item;
    item.id = changeRowId(scope.id, change.position);
    item.entityId = change.entity;
    item.scopeRow = scope.id;
    item.personRow = feed.personRow;
    item.type = change.type;
    wire::HeaderExt ext;
    if (change.ext.size() > 1) {
        SPILNO_ASSIGN(ext, wire::decodeExt(change.ext));
    }
    item.scope = feed.state.scope;
    item.firstIssue = ext.firstIssue;
    const base::OpId op =
        decoded.op ? *decoded.op
        : ext.firstIssue
            ? wire::opId(
                  feed.state.person, ext.firstIssue->feed, ext.firstIssue->seq,
                  ext.firstIssue->payloadCommit)
            : wire::opId(feed.state.person, feed.state.feed, change.seq, change.payloadCommit);
    item.op = op;
    if (!change.valuesAbsent && isErased(op, change.entity, feed, scope)) {
        change.valuesHash = wire::valuesHash(change.values);
        change.valuesSize = static_cast<std::uint32_t>(change.values.size());
        change.valuesAbsent = true;
        change.values = {};
        decoded.payload.reset(); // it was decoded with them
    }
    SPILNO_ASSIGN(item.entity, m_core.log.internEntity(change.entity));
    item.change = decode(m_core.log, feed, change, ext, std::move(decoded.payload));
    item.sealedToOthers = !item.change && wire::isSealed(change.shape);
    if (item.change) {
        item.change->origin.change = item.id;
        item.change->origin.op = op;
    }
    return item;
}

base::Result<> Ingest::insert(
    const ScopeRow &scope,
    std::span<const FeedRow> feeds,
    std::span<log::VerifiedChange> changes,
    std::vector<log::DecodedChange> *decoded)
{
    const auto take = [decoded](std::size_t at) -> log::DecodedChange {
        return decoded != nullptr ? std::exchange((*decoded)[at], {}) : log::DecodedChange();
    };
    std::vector<Folder::Item> items;
    for (std::size_t first = 0; first < changes.size();) {
        std::size_t last = first;
        while (changes[last].txn != 0 && last + 1 < changes.size())
            ++last;
        items.clear();
        for (std::size_t at = first; at <= last; ++at) {
            SPILNO_ASSIGN(
                Folder::Item one, item(scope, feeds[changes[at].feed], changes[at], take(at)));
            items.push_back(std::move(one));
        }
        // The rows come first: folding reads the log for the images it loads.
        for (std::size_t at = first; at <= last; ++at) {
            const Folder::Item &one = items[at - first];
            SPILNO_TRY(m_core.log.insertChange(
                one.id, feeds[changes[at].feed].id, one.entity.id, changes[at],
                records::Verdict::Applied));
        }
        SPILNO_TRY(m_core.folder.foldTransaction(items));
        if (m_core.folder.takeErased())
            m_core.anyErasure = true;
        first = last + 1;
    }
    return m_core.log.saveEntities();
}

} // namespace spilno::replica
