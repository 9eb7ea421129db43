// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/DatabaseCore.h"

#include <algorithm>
#include <vector>

namespace spilno::replica {

void DatabaseCore::startMutation()
{
    const qint64 now = options.clock->wallMs();
    authority.setLocalNow(now);
    folder.setLocalNow(now);
}

void DatabaseCore::forget()
{
    log.dropCaches();
    authority.dropCaches();
    folder.forget();
    (void)folder.takeChanges();
    (void)folder.takeTouched();
    (void)folder.takeErased();
    (void)folder.takeOverlayOwed();
    (void)authority.takeRulesChanged();
    overlayOwed.clear();
    anyErasure.reset();
    outboxChanged = false;
}

base::Result<> DatabaseCore::setDurability(ReplicaDatabase::Durability wanted)
{
    if (wanted == durability)
        return {};
    SPILNO_TRY(connection->execute(
        wanted == ReplicaDatabase::Durability::Full ? "PRAGMA synchronous=FULL"
                                                    : "PRAGMA synchronous=NORMAL"));
    durability = wanted;
    return {};
}

base::Result<QByteArray> DatabaseCore::meta(const QString &key) const
{
    Statement query = connection->prepare("SELECT value FROM meta WHERE key = ?1");
    query.bindText(1, key);
    if (query.next())
        return query.bytes(0);
    SPILNO_TRY(query.result());
    return QByteArray();
}

base::Result<> DatabaseCore::setMeta(const QString &key, const QByteArray &value)
{
    Statement upsert =
        connection->prepare("INSERT OR REPLACE INTO meta(key, value) VALUES(?1, ?2)");
    upsert.bindText(1, key).bindBlob(2, base::view(value));
    return upsert.run();
}

base::Result<qint64> DatabaseCore::metaNumber(const QString &key) const
{
    SPILNO_ASSIGN(const QByteArray text, meta(key));
    return text.toLongLong();
}

base::Result<> DatabaseCore::setMetaNumber(const QString &key, qint64 value)
{
    return setMeta(key, QByteArray::number(value));
}

ChangeSet DatabaseCore::takeChanges()
{
    ChangeSet changes = folder.takeChanges();
    changes.outboxChanged = std::exchange(outboxChanged, false);
    changes.rulesChanged = authority.takeRulesChanged();
    return changes;
}

base::Result<> DatabaseCore::oweToSearch(const QSet<qint64> &entityRows)
{
    if (!options.searched)
        return {};
    std::vector<qint64> ordered(entityRows.cbegin(), entityRows.cend());
    std::sort(ordered.begin(), ordered.end());
    constexpr std::size_t kRows = 64;
    static const QByteArray several = severalRows("INSERT INTO search_owed(entity)", 1, kRows);
    std::size_t at = 0;
    while (at < ordered.size()) {
        const bool many = ordered.size() - at >= kRows;
        Statement insert = many ? connection->prepare(several)
                                : connection->prepare("INSERT INTO search_owed(entity) VALUES(?1)");
        int mark = 0;
        for (const std::size_t end = at + (many ? kRows : 1); at < end; ++at)
            insert.bind(++mark, ordered[at]);
        SPILNO_TRY(insert.run());
    }
    return {};
}

base::Result<> DatabaseCore::addAdrift(QSet<qint64> &rows)
{
    Statement adrift =
        connection->prepare("SELECT DISTINCT entity FROM pending WHERE verdict = ?1");
    adrift.bind(1, static_cast<qint64>(records::Verdict::UnknownRecord));
    bool any = false;
    while (adrift.next()) {
        any = true;
        rows.insert(adrift.integer(0));
    }
    folder.setAdrift(any);
    return adrift.result();
}

base::Result<> DatabaseCore::refreshOverlays()
{
    QSet<qint64> rows = std::exchange(overlayOwed, {});
    rows.unite(folder.takeOverlayOwed());
    const QSet<qint64> touched = folder.takeTouched();
    bool anyPending = false;
    {
        Statement any = connection->prepare("SELECT 1 FROM pending LIMIT 1");
        anyPending = any.next();
    }
    if (anyPending)
        rows.unite(touched);
    if (anyPending && authority.rulesChanged()) {
        // Who gained or lost a right sees it in what waits, too.
        Statement waiting = connection->prepare("SELECT DISTINCT entity FROM pending");
        while (waiting.next())
            rows.insert(waiting.integer(0));
        SPILNO_TRY(waiting.result());
    }
    if (anyPending && !touched.isEmpty() && folder.mayBeAdrift())
        SPILNO_TRY(addAdrift(rows));
    // Records in the order in which they were made: a photo is judged by its request.
    std::vector<qint64> ordered(rows.cbegin(), rows.cend());
    std::sort(ordered.begin(), ordered.end());
    for (const qint64 row : ordered)
        SPILNO_TRY(folder.overlay(row));
    return oweToSearch(touched | folder.takeTouched());
}

} // namespace spilno::replica
