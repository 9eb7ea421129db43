// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/LogTables.h"

#include "core/base/Limits.h"

namespace spilno::replica {

namespace {

constexpr int kCachedFeedsMax = 65'536;
constexpr const char *kFeedColumns =
    "SELECT f.id, f.hash, f.scope, f.person, f.device, f.next_seq, f.head, f.hlc, f.own,"
    " s.hash, p.hash FROM feed f JOIN scope s ON s.id = f.scope JOIN person p ON p.id = f.person"
    " WHERE ";
constexpr const char *kChangeColumns =
    "SELECT c.id, c.feed, c.seq, c.entity, c.type, c.hlc, c.txn, c.log_index, c.recorded,"
    " c.verdict, c.hash, c.ext, c.shape, c.vals, a.hash, a.size FROM change c"
    " LEFT JOIN absent a ON a.change = c.id WHERE ";
constexpr const char *kPendingColumns =
    "SELECT -id, feed, seq, entity, type, hlc, txn, 0, 0, verdict, hash, ext, shape, vals, NULL, 0"
    " FROM pending WHERE ";

} // namespace

void LogTables::dropCaches()
{
    m_feeds.clear();
    m_feedRows.clear();
    m_scopes.clear();
    m_persons.clear();
    if (m_bulk)
        setBulk(true);
}

base::Result<qint64> LogTables::internPerson(const base::PersonId &person)
{
    if (const auto known = personRow(person))
        return *known;
    Statement insert = m_connection.prepare("INSERT INTO person(hash) VALUES(?1)");
    insert.bind(1, person);
    SPILNO_TRY(insert.run());
    const qint64 row = m_connection.lastInsertId();
    m_persons.insert(person, row);
    return row;
}

std::optional<qint64> LogTables::personRow(const base::PersonId &person) const
{
    if (const auto cached = m_persons.constFind(person); cached != m_persons.cend())
        return *cached;
    Statement query = m_connection.prepare("SELECT id FROM person WHERE hash = ?1");
    query.bind(1, person);
    if (!query.next())
        return std::nullopt;
    if (m_persons.size() > kCachedFeedsMax)
        m_persons.clear();
    m_persons.insert(person, query.integer(0));
    return query.integer(0);
}

base::PersonId LogTables::person(qint64 row) const
{
    Statement query = m_connection.prepare("SELECT hash FROM person WHERE id = ?1");
    query.bind(1, row);
    return query.next() ? query.id<base::PersonId>(0) : base::PersonId();
}

FeedRow LogTables::readFeed(const Statement &row) const
{
    FeedRow feed;
    feed.id = row.integer(0);
    feed.state.feed = row.id<base::FeedId>(1);
    feed.scopeRow = row.integer(2);
    feed.personRow = row.integer(3);
    feed.state.device = row.id<base::PublicKey>(4);
    feed.state.nextSeq = static_cast<std::uint64_t>(row.integer(5));
    feed.state.head = row.id<base::Hash>(6);
    feed.state.hlc = static_cast<base::Hlc>(row.integer(7));
    feed.own = row.integer(8) != 0;
    feed.state.scope = row.id<base::ScopeId>(9);
    feed.state.person = row.id<base::PersonId>(10);
    feed.state.city = m_city;
    return feed;
}

void LogTables::remember(const FeedRow &feed) const
{
    if (m_feeds.size() > kCachedFeedsMax) {
        m_feeds.clear();
        m_feedRows.clear();
    }
    m_feeds.insert(feed.state.feed, feed);
    m_feedRows.insert(feed.id, feed.state.feed);
}

std::optional<FeedRow> LogTables::feed(const base::FeedId &feed) const
{
    if (const auto cached = m_feeds.constFind(feed); cached != m_feeds.cend())
        return *cached;
    static const QByteArray sql = QByteArray(kFeedColumns) + "f.hash = ?1";
    Statement query = m_connection.prepare(sql);
    query.bind(1, feed);
    if (!query.next())
        return std::nullopt;
    FeedRow row = readFeed(query);
    remember(row);
    return row;
}

std::optional<FeedRow> LogTables::feed(qint64 rowId) const
{
    if (const auto known = m_feedRows.constFind(rowId); known != m_feedRows.cend())
        return m_feeds.value(*known);
    static const QByteArray sql = QByteArray(kFeedColumns) + "f.id = ?1";
    Statement query = m_connection.prepare(sql);
    query.bind(1, rowId);
    if (!query.next())
        return std::nullopt;
    FeedRow row = readFeed(query);
    remember(row);
    return row;
}

QByteArray LogTables::opening(qint64 feedRow) const
{
    Statement query = m_connection.prepare("SELECT opening FROM feed WHERE id = ?1");
    query.bind(1, feedRow);
    return query.next() ? query.bytes(0) : QByteArray();
}

base::Result<FeedRow> LogTables::addFeed(
    const log::FeedState &start, const QByteArray &opening, qint64 scopeRow, bool own)
{
    SPILNO_ASSIGN(const qint64 personRow, internPerson(start.person));
    const auto opened = log::openFeed(opening, start.city);
    if (!opened)
        return base::failure(opened.error());
    Statement insert =
        m_connection.prepare("INSERT INTO feed(hash, scope, person, device, opening, head, own)"
                             " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, start.feed).bind(2, scopeRow).bind(3, personRow).bind(4, start.device);
    insert.bindBlob(5, base::view(opening)).bind(6, opened->head).bind(7, qint64{own ? 1 : 0});
    SPILNO_TRY(insert.run());
    FeedRow row{m_connection.lastInsertId(), scopeRow, personRow, own, *opened};
    remember(row);
    return row;
}

base::Result<> LogTables::moveFeed(qint64 row, const log::FeedState &state)
{
    Statement update =
        m_connection.prepare("UPDATE feed SET next_seq = ?2, head = ?3, hlc = ?4 WHERE id = ?1");
    update.bind(1, row).bind(2, static_cast<qint64>(state.nextSeq)).bind(3, state.head);
    update.bind(4, static_cast<qint64>(state.hlc));
    SPILNO_TRY(update.run());
    if (const auto cached = m_feeds.find(state.feed); cached != m_feeds.end())
        cached->state = state;
    return {};
}

base::Result<> LogTables::addSignature(
    qint64 feedRow, std::uint64_t seq, const base::Signature &signature)
{
    Statement insert =
        m_connection.prepare("INSERT OR REPLACE INTO signature(feed, seq, sig) VALUES(?1, ?2, ?3)");
    insert.bind(1, feedRow).bind(2, static_cast<qint64>(seq)).bind(3, signature);
    return insert.run();
}

base::Result<> LogTables::insertChange(
    qint64 id,
    qint64 feedRow,
    qint64 entityRow,
    const log::VerifiedChange &change,
    records::Verdict verdict)
{
    Statement insert = m_connection.prepare(
        "INSERT INTO change(id, feed, seq, entity, type, hlc, txn, log_index, recorded, verdict,"
        " hash, ext, shape, vals) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)");
    insert.bind(1, id).bind(2, feedRow).bind(3, static_cast<qint64>(change.seq));
    insert.bind(4, entityRow).bind(5, qint64{change.type});
    insert.bind(6, static_cast<qint64>(change.hlc)).bind(7, qint64{change.txn});
    insert.bind(8, static_cast<qint64>(change.logIndex)).bind(9, change.recordedMs);
    insert.bind(10, static_cast<qint64>(verdict)).bind(11, change.hash);
    if (change.ext.size() <= 1)
        insert.bindNull(12); // the empty ext array of nearly every change
    else
        insert.bindBlob(12, change.ext);
    insert.bindBlob(13, change.shape);
    if (change.valuesAbsent)
        insert.bindNull(14);
    else
        insert.bindBlob(14, change.values);
    SPILNO_TRY(insert.run());
    if (!change.valuesAbsent)
        return {};
    Statement absent =
        m_connection.prepare("INSERT INTO absent(change, hash, size) VALUES(?1, ?2, ?3)");
    absent.bind(1, id).bind(2, change.valuesHash).bind(3, qint64{change.valuesSize});
    return absent.run();
}

ChangeRow LogTables::readChange(const Statement &row)
{
    ChangeRow change;
    change.id = row.integer(0);
    change.feedRow = row.integer(1);
    change.seq = static_cast<std::uint64_t>(row.integer(2));
    change.entityRow = row.integer(3);
    change.type = static_cast<std::uint32_t>(row.integer(4));
    change.hlc = static_cast<base::Hlc>(row.integer(5));
    change.txn = static_cast<std::uint32_t>(row.integer(6));
    change.logIndex = static_cast<std::uint64_t>(row.integer(7));
    change.recordedMs = row.integer(8);
    change.verdict = static_cast<records::Verdict>(row.integer(9));
    change.hash = row.id<base::Hash>(10);
    change.ext = row.isNull(11) ? wire::ChangeHeader::emptyExt() : row.bytes(11);
    change.shape = row.bytes(12);
    change.valuesAbsent = row.isNull(13);
    change.vals = row.bytes(13);
    change.valuesHash = row.id<base::Hash>(14);
    change.valuesSize = static_cast<std::uint32_t>(row.integer(15));
    return change;
}

std::optional<ChangeRow> LogTables::change(qint64 id) const
{
    static const QByteArray logged = QByteArray(kChangeColumns) + "c.id = ?1";
    static const QByteArray pending = QByteArray(kPendingColumns) + "id = ?1";
    Statement query = m_connection.prepare(id < 0 ? pending : logged);
    query.bind(1, id < 0 ? -id : id);
    if (!query.next())
        return std::nullopt;
    return readChange(query);
}

std::optional<ChangeRow> LogTables::changeAt(qint64 feedRow, std::uint64_t seq) const
{
    static const QByteArray sql = QByteArray(kChangeColumns) + "c.feed = ?1 AND c.seq = ?2";
    Statement query = m_connection.prepare(sql);
    query.bind(1, feedRow).bind(2, static_cast<qint64>(seq));
    if (!query.next())
        return std::nullopt;
    return readChange(query);
}

std::vector<qint64> LogTables::changesOf(qint64 entityRow) const
{
    std::vector<qint64> ids;
    Statement logged = m_connection.prepare("SELECT id FROM change WHERE entity = ?1 ORDER BY id");
    logged.bind(1, entityRow);
    while (logged.next())
        ids.push_back(logged.integer(0));
    Statement pending =
        m_connection.prepare("SELECT id FROM pending WHERE entity = ?1 ORDER BY id");
    pending.bind(1, entityRow);
    while (pending.next())
        ids.push_back(-pending.integer(0));
    return ids;
}

QByteArray LogTables::headerOf(
    const ChangeRow &row, const base::FeedId &feed, const base::Hash &head) const
{
    wire::ThinChange thin;
    thin.txn = row.txn;
    thin.type = row.type;
    thin.ext = base::view(row.ext);
    thin.shape = base::view(row.shape);
    thin.values = base::view(row.vals);
    thin.valuesAbsent = row.valuesAbsent;
    thin.valuesHash = row.valuesHash;
    thin.valuesSize = row.valuesSize;
    const base::Hash values = row.valuesAbsent ? row.valuesHash : wire::valuesHash(thin.values);
    return wire::expandHeader(
        thin, feed, row.seq, head, row.hlc, entityOf(row.entityRow),
        wire::payloadCommit(thin.shape, values));
}

base::OpId LogTables::opId(const ChangeRow &row) const
{
    const auto feed = this->feed(row.feedRow);
    if (!feed)
        return {};
    if (const auto ext = wire::decodeExt(base::view(row.ext)); ext && ext->firstIssue) {
        const auto &first = *ext->firstIssue;
        return wire::opId(feed->state.person, first.feed, first.seq, first.payloadCommit);
    }
    const base::Hash values =
        row.valuesAbsent ? row.valuesHash : wire::valuesHash(base::view(row.vals));
    return wire::opId(
        feed->state.person, feed->state.feed, row.seq,
        wire::payloadCommit(base::view(row.shape), values));
}

std::optional<wire::Payload> LogTables::payloadOf(
    const wire::SealedPlace &place,
    base::ByteView shape,
    base::ByteView values,
    bool *readable) const
{
    const auto decode = [&](base::ByteView erasable) -> std::optional<wire::Payload> {
        if (!wire::isSealed(shape)) {
            auto payload = wire::decodePayload(shape, erasable);
            return payload ? std::optional(std::move(*payload)) : std::nullopt;
        }
        if (m_opener == nullptr)
            return std::nullopt;
        const auto plain = wire::openPayload(shape, erasable, place, *m_opener);
        if (!plain)
            return std::nullopt;
        auto payload = wire::decodePayload(base::view(plain->shape), base::view(plain->values));
        return payload ? std::optional(std::move(*payload)) : std::nullopt;
    };
    auto payload = decode(values);
    if (readable != nullptr)
        *readable = payload.has_value();
    return payload || values.empty() ? std::move(payload) : decode({});
}

std::optional<wire::Payload> LogTables::payloadOf(const ChangeRow &row, bool *readable) const
{
    const auto feed = this->feed(row.feedRow);
    if (!feed)
        return std::nullopt;
    wire::SealedPlace place{feed->state.feed, row.seq, row.type};
    if (const auto ext = wire::decodeExt(base::view(row.ext)); ext && ext->firstIssue) {
        place.feed = ext->firstIssue->feed;
        place.seq = ext->firstIssue->seq;
    }
    return payloadOf(place, base::view(row.shape), base::view(row.vals), readable);
}

std::optional<records::FoldChange> LogTables::foldChange(
    const ChangeRow &row, qint64 localNowMs) const
{
    const auto feed = this->feed(row.feedRow);
    bool readable = true;
    auto payload = payloadOf(row, &readable);
    if (!feed || !payload)
        return std::nullopt;
    records::FoldChange change;
    base::Hlc hlc = row.hlc;
    if (const auto ext = wire::decodeExt(base::view(row.ext)); ext && ext->firstIssue)
        hlc = ext->firstIssue->hlc; // the first issue's clock is the one that competes
    change.recordedMs = row.pending() ? localNowMs : row.recordedMs;
    // A pending one is not clamped: what it shows must not depend on when it is folded.
    const base::Hlc most = base::hlcFromMs(change.recordedMs + limits::kClockAheadMs);
    change.origin.hlc = row.pending() ? hlc : std::min(hlc, most);
    change.origin.change = row.id;
    change.origin.op = opId(row);
    change.origin.feed = feed->state.feed;
    change.origin.seq = row.seq;
    change.origin.person = feed->state.person;
    change.entity = entityOf(row.entityRow);
    change.scope = feed->state.scope;
    change.device = feed->state.device;
    change.type = row.type;
    change.logIndex = row.pending() ? UINT64_MAX : row.logIndex;
    change.valuesAbsent = row.valuesAbsent || !readable;
    change.payload = std::move(*payload);
    return change;
}

} // namespace spilno::replica
