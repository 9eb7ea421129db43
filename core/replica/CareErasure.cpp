// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was taken back: the list of it, taking it back again, and leaving no byte of it in the file.
#include "core/replica/Care.h"

#include <map>
#include <tuple>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

/// How often the file was scrubbed: the full text's file follows.
const QString kScrubs = QStringLiteral("setting/scrubs");

/// Writes the log of the database back and cuts it to nothing. Busy while somebody reads.
base::Result<> truncateWal(Connection &connection)
{
    Statement checkpoint = connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    const bool any = checkpoint.next();
    SPILNO_TRY(checkpoint.result());
    if (any && checkpoint.integer(0) != 0)
        return failure(ErrorCode::Busy, QStringLiteral("somebody is reading; it is tried later"));
    return {};
}

} // namespace

base::Result<> Care::scrub()
{
    SPILNO_TRY(m_core.connection->execute("PRAGMA secure_delete=ON"));
    SPILNO_TRY(truncateWal(*m_core.connection));
    SPILNO_TRY(m_core.connection->execute("VACUUM"));
    SPILNO_TRY(truncateWal(*m_core.connection));
    SPILNO_TRY(m_core.connection->execute("PRAGMA secure_delete=OFF"));
    SPILNO_ASSIGN(const qint64 scrubs, m_core.metaNumber(kScrubs));
    SPILNO_TRY(m_core.setMetaNumber(kScrubs, scrubs + 1));
    Statement done = m_core.connection->prepare("DELETE FROM meta WHERE key = 'scrub_owed'");
    return done.run();
}

base::Result<std::vector<Erasure>> Care::erasures() const
{
    std::vector<Erasure> all;
    Statement query = m_core.connection->prepare("SELECT op, person, scope, entity FROM erasure");
    while (query.next()) {
        Erasure erasure;
        erasure.op = query.id<base::OpId>(0);
        erasure.person = m_core.log.person(query.integer(1));
        const auto scope = m_core.log.scope(query.integer(2));
        erasure.scope = scope ? scope->status.scope : base::ScopeId();
        erasure.entity = query.id<base::EntityId>(3);
        all.push_back(erasure);
    }
    SPILNO_TRY(query.result());
    return all;
}

base::Result<ChangeSet> Care::eraseAgain(const std::vector<Erasure> &erasures)
{
    using Target = std::tuple<base::PersonId, base::ScopeId, base::EntityId>;
    std::map<Target, std::vector<base::OpId>> byRecord;
    for (const Erasure &erasure : erasures)
        byRecord[{erasure.person, erasure.scope, erasure.entity}].push_back(erasure.op);
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    for (const auto &[target, ops] : byRecord) {
        const auto &[person, scope, entity] = target;
        // A scope that this copy does not know yet holds nothing; its erasures are kept elsewhere.
        if (m_core.log.scope(scope))
            SPILNO_TRY(m_core.folder.erase({ops, entity, scope, person}, INT64_MAX));
    }
    m_core.anyErasure.reset();
    SPILNO_TRY(m_core.refreshOverlays());
    SPILNO_TRY(transaction.commit());
    return m_core.takeChanges();
}

} // namespace spilno::replica
