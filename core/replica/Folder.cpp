// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Folder.h"

#include "core/records/Judge.h"
#include "core/replica/Record.h"

namespace spilno::replica {

namespace {

using records::EntityImage;
using records::RecordType;
using records::Verdict;

constexpr std::size_t kEntriesMax = 1000;

QByteArray reissueKey(const base::OpId &op, const base::ScopeId &scope)
{
    return op.toByteArray() + scope.toByteArray();
}

} // namespace

void Folder::touch(std::uint32_t type, const base::EntityId &entity, qint64 entityRow)
{
    m_types.insert(type);
    m_touched.insert(entityRow);
    if (m_changes.entities.size() < kEntriesMax)
        m_changes.entities.push_back({type, entity});
    else
        m_changes.many = true;
}

ChangeSet Folder::takeChanges()
{
    m_changes.types.assign(m_types.cbegin(), m_types.cend());
    m_types.clear();
    return std::exchange(m_changes, {});
}

/// An op counts once in its scope, whichever of its issues is logged first and whatever record the
/// others name. Scopes are folded in any order, so another one has no say.
bool Folder::isDuplicate(const Item &item)
{
    if (!m_anyReissue) {
        Statement any = m_connection.prepare("SELECT 1 FROM reissue LIMIT 1");
        m_anyReissue = any.next();
    }
    if (*m_anyReissue) {
        Statement query = m_connection.prepare("SELECT change FROM reissue WHERE op = ?1");
        const QByteArray key = reissueKey(item.op, item.scope);
        query.bindBlob(1, base::view(key));
        if (query.next() && query.integer(0) < item.id)
            return true;
    }
    // The first issue may have been logged after all.
    const auto feed = item.firstIssue ? m_log.feed(item.firstIssue->feed) : std::nullopt;
    if (!feed || feed->scopeRow != item.scopeRow)
        return false;
    const auto first = m_log.changeAt(feed->id, item.firstIssue->seq);
    return first && first->id < item.id && m_log.opId(*first) == item.op;
}

base::Result<> Folder::rememberReissue(const Item &item)
{
    Statement insert =
        m_connection.prepare("INSERT OR IGNORE INTO reissue(op, change) VALUES(?1, ?2)");
    const QByteArray key = reissueKey(item.op, item.scope);
    insert.bindBlob(1, base::view(key)).bind(2, item.id);
    m_anyReissue = true;
    return insert.run();
}

Verdict Folder::judge(const Item &item, std::map<qint64, Working> &working)
{
    const RecordType *type = m_projection.registry().type(item.type);
    if (item.sealedToOthers)
        return Verdict::Sealed;
    if (type == nullptr)
        return Verdict::Kept;
    if (!item.change)
        return Verdict::Unreadable;
    if (isDuplicate(item))
        return Verdict::Duplicate;
    const auto [place, fresh] = working.try_emplace(item.entity.id);
    Working &work = place->second;
    // Whether a record of another scope is here already is a matter of this replica only.
    const bool exists = item.entity.type != 0 && item.entity.scopeRow == item.scopeRow;
    if (exists && item.entity.type != item.type)
        return Verdict::UnknownRecord;
    if (fresh && exists)
        work.image = m_projection.load(*type, item.entity.id, Layer::Base, m_localNowMs);
    if (work.image && work.image->type != type)
        return Verdict::UnknownRecord;
    return records::judge(type, *item.change, work.image ? &*work.image : nullptr, m_authority);
}

base::Result<> Folder::judgeAll(std::span<Item> items, std::map<qint64, Working> &working)
{
    for (Item &item : items) {
        item.verdict = judge(item, working);
        if (item.firstIssue)
            SPILNO_TRY(rememberReissue(item));
        if (!records::tookEffect(item.verdict))
            continue;
        Working &work = working.at(item.entity.id);
        if (work.image) {
            work.image->apply(*item.change);
        } else {
            work.image =
                EntityImage::create(*m_projection.registry().type(item.type), *item.change);
            work.isNew = true;
        }
        work.changed = true;
    }
    return {};
}

base::Result<> Folder::saveAll(std::span<Item> items, std::map<qint64, Working> &working)
{
    for (Item &item : items) {
        const auto place = working.find(item.entity.id);
        if (place == working.end() || !place->second.changed || !records::tookEffect(item.verdict))
            continue;
        Working &work = place->second;
        if (work.isNew)
            SPILNO_TRY(m_log.setEntityType(item.entityId, item.entity, item.type, item.scopeRow));
        SPILNO_ASSIGN(const qint64 author, m_log.internPerson(work.image->created.person));
        SPILNO_TRY(m_projection.save(
            *work.image, item.entity.id, item.scopeRow, author, Layer::Base, work.isNew));
        touch(item.type, item.entityId, item.entity.id);
        work.changed = false;
    }
    for (Item &item : items) {
        if (!records::tookEffect(item.verdict))
            continue;
        const RecordType *type = m_projection.registry().type(item.type);
        if (type->rule)
            type->rule->effect(
                *item.change, *working.at(item.entity.id).image, m_authority, m_authority);
        for (const base::OpId &op : item.change->payload.settles)
            m_authority.settle(op, item.entityId);
    }
    return m_authority.takeError();
}

base::Result<> Folder::recordFailures(std::span<Item> items)
{
    for (const Item &item : items) {
        const bool hard = item.verdict == Verdict::Conflict;
        const bool soft = item.verdict == Verdict::AppliedSoft;
        if (!item.change || (!hard && !soft && !records::isVoid(item.verdict)))
            continue;
        const auto kind = soft   ? Conflict::Kind::Soft
                          : hard ? Conflict::Kind::Hard
                                 : Conflict::Kind::Void;
        Statement insert = m_connection.prepare(
            "INSERT OR REPLACE INTO conflict(change, kind, type, entity, person, verdict, op)"
            " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.bind(1, item.id).bind(2, static_cast<qint64>(kind)).bind(3, qint64{item.type});
        insert.bind(4, item.entity.id).bind(5, item.personRow);
        insert.bind(6, static_cast<qint64>(item.verdict)).bind(7, item.change->origin.op);
        SPILNO_TRY(insert.run());
        touch(item.type, item.entityId, item.entity.id);
    }
    return {};
}

base::Result<> Folder::recordVerdicts(std::span<Item> items)
{
    for (Item &item : items) {
        if (item.verdict == item.stored)
            continue;
        Statement update = m_connection.prepare("UPDATE change SET verdict = ?2 WHERE id = ?1");
        update.bind(1, item.id).bind(2, static_cast<qint64>(item.verdict));
        SPILNO_TRY(update.run());
        item.stored = item.verdict;
    }
    return {};
}

base::Result<> Folder::foldTransaction(std::span<Item> items)
{
    std::map<qint64, Working> working;
    // What a transaction makes is there for the rest of it: a photo comes with its request.
    m_authority.lookFirst([&working](const RecordType &type, qint64 row) {
        const auto place = working.find(row);
        const bool made =
            place != working.end() && place->second.image && place->second.image->type == &type;
        return made ? place->second.image : std::nullopt;
    });
    const auto judged = judgeAll(items, working);
    m_authority.lookFirst({});
    if (!judged)
        return judged;
    bool failed = false;
    for (const Item &item : items)
        failed = failed || item.verdict == Verdict::Conflict || records::isVoid(item.verdict);
    if (!failed) {
        SPILNO_TRY(saveAll(items, working));
    } else {
        for (Item &item : items) {
            if (records::tookEffect(item.verdict))
                item.verdict = Verdict::Transaction;
        }
    }
    SPILNO_TRY(recordFailures(items));
    SPILNO_TRY(recordVerdicts(items)); // before records are folded anew, which go by them
    return applyErasures(items.empty() ? 0 : items.back().id);
}

base::Result<> Folder::rememberErasure(const AuthorityTables::Erasure &erasure)
{
    m_erased = true;
    SPILNO_ASSIGN(const qint64 person, m_log.internPerson(erasure.person));
    const auto scope = m_log.scope(erasure.scope);
    for (const base::OpId &op : erasure.ops) {
        Statement insert = m_connection.prepare(
            "INSERT OR IGNORE INTO erasure(op, person, scope, entity) VALUES(?1, ?2, ?3, ?4)");
        insert.bind(1, op).bind(2, person).bind(3, scope ? scope->id : 0);
        insert.bind(4, erasure.entity);
        SPILNO_TRY(insert.run());
    }
    Statement owed =
        m_connection.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('scrub_owed', x'01')");
    return owed.run();
}

base::Result<> Folder::eraseValues(const ChangeRow &change)
{
    if (change.valuesAbsent || change.pending())
        return {};
    Statement absent = m_connection.prepare(
        "INSERT OR REPLACE INTO absent(change, hash, size) VALUES(?1, ?2, ?3)");
    absent.bind(1, change.id).bind(2, wire::valuesHash(base::view(change.vals)));
    absent.bind(3, static_cast<qint64>(change.vals.size()));
    SPILNO_TRY(absent.run());
    Statement erase = m_connection.prepare("UPDATE change SET vals = NULL WHERE id = ?1");
    erase.bind(1, change.id);
    return erase.run();
}

base::Result<> Folder::applyErasures(qint64 upTo)
{
    for (const AuthorityTables::Erasure &erasure : m_authority.takeErasures())
        SPILNO_TRY(erase(erasure, upTo));
    return {};
}

base::Result<> Folder::erase(const AuthorityTables::Erasure &erasure, qint64 upTo)
{
    SPILNO_TRY(rememberErasure(erasure));
    const auto row = m_log.entityRow(erasure.entity);
    if (!row)
        return {};
    for (const qint64 id : m_log.changesOf(row->id)) {
        const auto change = m_log.change(id);
        const auto feed = change ? m_log.feed(change->feedRow) : std::nullopt;
        if (!feed || feed->state.person != erasure.person || feed->state.scope != erasure.scope)
            continue;
        const base::OpId op = m_log.opId(*change);
        if (std::find(erasure.ops.begin(), erasure.ops.end(), op) != erasure.ops.end())
            SPILNO_TRY(eraseValues(*change));
    }
    // What is only previewed of the record is not looked through for what was taken back.
    if (!m_log.previewsOf(row->id).empty()) {
        Statement remove = m_connection.prepare("DELETE FROM preview WHERE entity = ?1");
        remove.bind(1, row->id);
        SPILNO_TRY(remove.run());
        m_overlayOwed.insert(row->id);
    }
    return refold(row->id, upTo);
}

base::Result<> Folder::refold(qint64 entityRow, qint64 upTo)
{
    std::optional<EntityImage> image;
    qint64 scopeRow = 0;
    qint64 authorRow = 0;
    for (const qint64 id : m_log.changesOf(entityRow)) {
        // A rebuild has what came later in the log already, and folds it in its turn.
        const auto row = id > 0 && id <= upTo ? m_log.change(id) : std::nullopt;
        if (!row || !records::tookEffect(row->verdict))
            continue;
        const auto change = m_log.foldChange(*row, m_localNowMs);
        const RecordType *type = m_projection.registry().type(row->type);
        if (!change || type == nullptr)
            continue;
        if (!image) {
            image = EntityImage::create(*type, *change);
            const auto feed = m_log.feed(row->feedRow);
            scopeRow = feed ? feed->scopeRow : 0;
            authorRow = feed ? feed->personRow : 0;
        } else if (image->type == type) {
            image->apply(*change);
        }
    }
    if (!image)
        return {};
    touch(image->type->number, image->entity, entityRow);
    return m_projection.save(*image, entityRow, scopeRow, authorRow, Layer::Base, false);
}

} // namespace spilno::replica
