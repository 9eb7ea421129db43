// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Care.h"

#include "core/crypto/Hashing.h"
#include "core/crypto/Signing.h"
#include "core/log/CompactRange.h"
#include "core/log/LogLeaf.h"
#include "core/log/ScopeChain.h"
#include "core/replica/Schema.h"
#include "core/replica/SearchSource.h"

#include <map>

#include <sqlite3.h>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

base::Result<Folder::Item> itemOf(const DatabaseCore &core, const ChangeRow &row)
{
    Folder::Item item;
    const auto feed = core.log.feed(row.feedRow);
    if (!feed)
        return failure(ErrorCode::Corrupt, QStringLiteral("a change without its feed"));
    item.id = row.id;
    item.entityId = core.log.entityOf(row.entityRow);
    const auto entity = core.log.entityRow(item.entityId);
    item.entity = entity.value_or(EntityRow{row.entityRow, 0, 0});
    item.scopeRow = feed->scopeRow;
    item.personRow = feed->personRow;
    item.type = row.type;
    const auto ext = wire::decodeExt(base::view(row.ext));
    if (ext)
        item.firstIssue = ext->firstIssue;
    item.op = core.log.opId(row);
    item.scope = feed->state.scope;
    item.stored = row.verdict;
    item.change = core.log.foldChange(row, core.options.clock->wallMs());
    item.sealedToOthers = !item.change && wire::isSealed(base::view(row.shape));
    return item;
}

} // namespace

base::Result<> Care::refoldTransaction(const ScopeRow &scope, std::uint64_t &position)
{
    std::vector<Folder::Item> items;
    for (;;) {
        const auto row = m_core.log.change(changeRowId(scope.id, position));
        if (!row)
            return failure(ErrorCode::Corrupt, QStringLiteral("a log with a hole"));
        SPILNO_ASSIGN(Folder::Item item, itemOf(m_core, *row));
        items.push_back(std::move(item));
        ++position;
        if (row->txn == 0 || position >= scope.status.next)
            break;
    }
    return m_core.folder.foldTransaction(items);
}

base::Result<> Care::refoldScope(const ScopeRow &scope, const Progress &progress)
{
    std::uint64_t position = 0;
    std::uint64_t told = 0;
    while (position < scope.status.next) {
        SPILNO_TRY(refoldTransaction(scope, position));
        if (position - told < 4096 || !progress)
            continue;
        told = position;
        if (!progress(static_cast<double>(position) / static_cast<double>(scope.status.next)))
            return failure(ErrorCode::Cancelled);
    }
    return {};
}

base::Result<> Care::refoldAuthority(const ScopeRow &rules, const ScopeRow &people)
{
    // The two are judged by each other: one after another as the log has them.
    struct Side
    {
        const ScopeRow &scope;
        std::uint64_t position = 0;
    };
    Side sides[] = {{rules}, {people}};
    const auto logIndexOf = [this](const Side &side) {
        const auto row = m_core.log.change(changeRowId(side.scope.id, side.position));
        return row ? row->logIndex : UINT64_MAX;
    };
    for (;;) {
        const std::uint64_t first = logIndexOf(sides[0]);
        const std::uint64_t second = logIndexOf(sides[1]);
        if (first == UINT64_MAX && second == UINT64_MAX)
            return {};
        Side &side = first < second ? sides[0] : sides[1];
        SPILNO_TRY(refoldTransaction(side.scope, side.position));
    }
}

base::Result<> Care::refoldAll(const Progress &progress)
{
    const auto rules = m_core.log.scope(wire::rulesScope(m_core.cityId));
    const auto people = m_core.log.scope(wire::peopleScope(m_core.cityId));
    if (!rules || !people)
        return failure(ErrorCode::Corrupt, QStringLiteral("a city without its first scopes"));
    SPILNO_TRY(refoldAuthority(*rules, *people));
    for (const ScopeRow &scope : m_core.log.scopes()) {
        if (scope.id != rules->id && scope.id != people->id)
            SPILNO_TRY(refoldScope(scope, progress));
    }
    return {};
}

base::Result<> Care::rebuild(const Progress &progress)
{
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    SPILNO_TRY(clearFolded(*m_core.connection, *m_core.options.registry));
    m_core.forget();
    if (auto folded = refoldAll(progress); !folded) {
        m_core.forget();
        return folded;
    }
    (void)m_core.folder.takeTouched();
    std::vector<qint64> waiting;
    {
        Statement overlaid = m_core.connection->prepare(
            "SELECT entity FROM pending UNION SELECT entity FROM preview ORDER BY 1");
        while (overlaid.next())
            waiting.push_back(overlaid.integer(0));
    }
    for (const qint64 entity : waiting)
        SPILNO_TRY(m_core.folder.overlay(entity));
    (void)m_core.takeChanges();
    if (m_core.options.searched)
        SPILNO_TRY(SearchSource(m_core).oweAll());
    return transaction.commit();
}

base::Result<ChangeSet> Care::openSealed()
{
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    for (const ScopeRow &scope : m_core.log.scopes()) {
        if (scope.status.kind != ScopeKind::Sealed)
            continue;
        for (std::uint64_t position = 0;;) {
            Statement query = m_core.connection->prepare(
                "SELECT id FROM change WHERE id >= ?1 AND id < ?2 AND verdict = ?3"
                " ORDER BY id LIMIT 1");
            query.bind(1, changeRowId(scope.id, position)).bind(2, changeRowId(scope.id + 1, 0));
            query.bind(3, static_cast<qint64>(records::Verdict::Sealed));
            if (!query.next())
                break;
            position = positionOf(query.integer(0));
            query.reset();
            SPILNO_TRY(refoldTransaction(scope, position));
        }
    }
    SPILNO_TRY(m_core.refreshOverlays());
    SPILNO_TRY(transaction.commit());
    return m_core.takeChanges();
}

base::Result<> Care::verifyScope(const ScopeRow &scope, std::vector<Finding> &wrong) const
{
    const QString name = scope.status.scope.toHex();
    log::ScopeChain chain(scope.status.scope);
    std::uint64_t position = 0;
    Statement rows = m_core.connection->prepare(
        "SELECT id, hash, log_index, recorded FROM change WHERE id >= ?1 AND id < ?2 ORDER BY id");
    rows.bind(1, changeRowId(scope.id, 0)).bind(2, changeRowId(scope.id + 1, 0));
    while (rows.next()) {
        if (positionOf(rows.integer(0)) != position) {
            wrong.push_back(
                {QT_TRANSLATE_NOOP("Finding", "Scope %1: the change at position %2 is missing."),
                 {name, QString::number(position)}});
            return {};
        }
        chain.append(
            rows.id<base::Hash>(1), static_cast<std::uint64_t>(rows.integer(2)), rows.integer(3));
        ++position;
    }
    SPILNO_TRY(rows.result());
    if (position != scope.status.next || chain.head().chain != scope.status.chain)
        wrong.push_back(
            {QT_TRANSLATE_NOOP("Finding", "Scope %1: its chain does not match its changes."),
             {name}});
    return {};
}

base::Result<> Care::verifyTree(std::vector<Finding> &wrong) const
{
    SPILNO_ASSIGN(const QByteArray edge, m_core.meta(QStringLiteral("tree_edge")));
    if (edge.isEmpty())
        return {};
    std::map<qint64, log::ScopeTag> tags;
    for (const ScopeRow &scope : m_core.log.scopes())
        tags.emplace(scope.id, log::scopeTag(scope.status.scope, scope.salt));
    Statement stored =
        m_core.connection->prepare("SELECT hash FROM tree WHERE level = ?1 AND idx = ?2");
    const auto compare = [&](int level, quint64 index, const base::Hash &hash) {
        stored.bind(1, qint64{level}).bind(2, static_cast<qint64>(index));
        if (!stored.next() || stored.id<base::Hash>(0) != hash)
            wrong.push_back(
                {QT_TRANSLATE_NOOP(
                     "Finding", "Tree: node %1 of level %2 does not match the changes."),
                 {QString::number(index), QString::number(level)}});
        stored.reset();
    };
    log::CompactRange tree;
    Statement rows = m_core.connection->prepare(
        "SELECT id, hash, log_index, recorded FROM change ORDER BY log_index");
    while (rows.next()) {
        if (static_cast<quint64>(rows.integer(2)) != tree.size()) {
            wrong.push_back(
                {QT_TRANSLATE_NOOP("Finding", "Tree: log index %1 is missing."),
                 {QString::number(tree.size())}});
            return {};
        }
        const log::LogLeaf leaf{
            tags[scopeRowOf(rows.integer(0))], positionOf(rows.integer(0)), rows.id<base::Hash>(1),
            rows.integer(3)};
        tree.append(leaf.hash(), compare);
    }
    SPILNO_TRY(rows.result());
    if (tree.bytes() != edge)
        wrong.push_back(
            {QT_TRANSLATE_NOOP("Finding", "Tree: its edge does not match the changes."), {}});
    return {};
}

void Care::verifyFeed(const FeedRow &feed, std::vector<Finding> &wrong) const
{
    const auto complain = [&](std::uint64_t seq, const char *sentence) {
        wrong.push_back({sentence, {feed.state.feed.toHex(), QString::number(seq)}});
    };
    const auto opened = log::openFeed(m_core.log.opening(feed.id), m_core.cityId);
    if (!opened || opened->feed != feed.state.feed) {
        wrong.push_back(
            {QT_TRANSLATE_NOOP("Finding", "Feed %1: its opening does not give its name."),
             {feed.state.feed.toHex()}});
        return;
    }
    log::FeedState state = *opened;
    for (std::uint64_t seq = 0; seq < feed.state.nextSeq; ++seq) {
        const auto row = m_core.log.changeAt(feed.id, seq);
        if (!row) {
            complain(seq, QT_TRANSLATE_NOOP("Finding", "Feed %1: change %2 is missing."));
            return;
        }
        const QByteArray header = m_core.log.headerOf(*row, state.feed, state.head);
        if (wire::headerHash(base::view(header)) != row->hash) {
            complain(
                seq,
                QT_TRANSLATE_NOOP(
                    "Finding", "Feed %1: the stored bytes of change %2 do not give its hash."));
            return;
        }
        state.head = row->hash;
        Statement query =
            m_core.connection->prepare("SELECT sig FROM signature WHERE feed = ?1 AND seq = ?2");
        query.bind(1, feed.id).bind(2, static_cast<qint64>(seq));
        const bool isSigned = query.next();
        if (isSigned && !crypto::verify(
                            state.device, wire::kChangeContext, state.head.bytes(),
                            query.id<base::Signature>(0)))
            complain(
                seq, QT_TRANSLATE_NOOP(
                         "Finding", "Feed %1: the signature of change %2 does not verify."));
        if (!isSigned && seq + 1 == feed.state.nextSeq)
            complain(
                seq,
                QT_TRANSLATE_NOOP("Finding", "Feed %1: the last change, %2, has no signature."));
    }
    if (feed.state.nextSeq > 0 && state.head != feed.state.head)
        complain(
            feed.state.nextSeq,
            QT_TRANSLATE_NOOP("Finding", "Feed %1: its head after %2 changes does not match."));
}

base::Result<> Care::verify(std::vector<Finding> &wrong, const Progress &progress) const
{
    {
        Statement check = m_core.connection->prepare("PRAGMA quick_check(20)");
        while (check.next()) {
            if (check.text(0) != QLatin1String("ok"))
                wrong.push_back({QT_TRANSLATE_NOOP("Finding", "Database: %1"), {check.text(0)}});
        }
        SPILNO_TRY(check.result());
    }
    for (const ScopeRow &scope : m_core.log.scopes())
        SPILNO_TRY(verifyScope(scope, wrong));
    SPILNO_TRY(verifyTree(wrong));
    std::vector<qint64> feeds;
    {
        Statement all = m_core.connection->prepare("SELECT id FROM feed ORDER BY id");
        while (all.next())
            feeds.push_back(all.integer(0));
        SPILNO_TRY(all.result());
    }
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        if (const auto feed = m_core.log.feed(feeds[i]))
            verifyFeed(*feed, wrong);
        if (i % 256 == 0 && progress &&
            !progress(static_cast<double>(i) / static_cast<double>(feeds.size())))
            return failure(ErrorCode::Cancelled);
    }
    return {};
}

base::Result<> Care::backupTo(const QString &path) const
{
    sqlite3 *target = nullptr;
    const int code = sqlite3_open_v2(
        path.toUtf8().constData(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    base::Result<> outcome;
    if (code != SQLITE_OK) {
        outcome = failure(Connection::errorCode(code), QStringLiteral("cannot write the copy"));
    } else {
        sqlite3_backup *backup =
            sqlite3_backup_init(target, "main", m_core.connection->handle(), "main");
        const int done = backup != nullptr ? sqlite3_backup_step(backup, -1) : SQLITE_ERROR;
        if (backup != nullptr)
            sqlite3_backup_finish(backup);
        if (done != SQLITE_DONE)
            outcome = failure(Connection::errorCode(done), QStringLiteral("the copy broke off"));
    }
    sqlite3_close(target);
    return outcome;
}

base::Result<base::Hash> Care::digestOf(const ScopeRow &scope) const
{
    // Over (entity, state step, field, winner op, hash of its value or absent), entities in order.
    base::Hash digest;
    const qint64 now = m_core.options.clock->wallMs();
    for (const records::RecordType *type : m_core.options.registry->types()) {
        Statement rows = m_core.connection->prepare(QByteArray(
            QByteArray("SELECT t.id FROM \"") + baseTable(*type) +
            "\" t JOIN entity e ON e.id = t.id WHERE t.scope = ?1 ORDER BY e.eid"));
        rows.bind(1, scope.id);
        while (rows.next()) {
            const auto image = m_core.projection.load(*type, rows.integer(0), Layer::Base, now);
            if (!image)
                return failure(ErrorCode::Corrupt, QStringLiteral("a row without its changes"));
            QByteArray line = image->entity.toByteArray();
            line += QByteArray::number(image->state) + image->stateOrigin.op.toByteArray();
            for (const records::FieldImage &field : image->fields) {
                for (const records::Candidate &candidate : field.candidates) {
                    line += QByteArray::number(field.key) + candidate.origin.op.toByteArray();
                    line += candidate.absent
                                ? QByteArray("absent")
                                : crypto::blake2b(
                                      "spilno-digest", {base::view(candidate.value.encoded())})
                                      .toByteArray();
                }
            }
            digest = crypto::blake2b("spilno-digest", {digest.bytes(), base::view(line)});
        }
        SPILNO_TRY(rows.result());
    }
    return digest;
}

base::Result<std::vector<ScopeDigest>> Care::digests() const
{
    std::vector<ScopeDigest> all;
    for (const ScopeRow &scope : m_core.log.scopes()) {
        ScopeDigest one;
        one.scope = scope.status.scope;
        one.name = scope.status.name;
        one.epoch = scope.status.epoch;
        one.applied = scope.status.next;
        one.proven = scope.status.proven;
        one.chain = scope.status.chain;
        SPILNO_ASSIGN(one.tables, digestOf(scope));
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace spilno::replica
