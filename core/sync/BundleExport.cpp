// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/BundleExport.h"

#include "core/base/Limits.h"

namespace spilno::sync {

using base::ErrorCode;
using replica::ScopeKind;

namespace {

constexpr int kSliceChanges = 4096;
constexpr int kSliceBytes = 4 * 1024 * 1024; // packed it is well below the limit of the wire
constexpr qint64 kPendingBytesMax = qint64{1} << 40;

} // namespace

base::Result<bool> BundleExport::writeScope(const base::ScopeId &scope, const Watch &watch)
{
    std::uint64_t &next = m_next[scope];
    bool any = false;
    for (;;) {
        SPILNO_ASSIGN(
            const QByteArray bytes, m_database.readSlice(scope, next, kSliceChanges, kSliceBytes));
        if (bytes.isEmpty())
            return any;
        SPILNO_ASSIGN(const wire::Slice slice, wire::decodeSlice(bytes));
        const base::ScopeId rules = wire::rulesScope(m_database.cityId());
        const base::ScopeId people = wire::peopleScope(m_database.cityId());
        if ((scope != rules && m_next[rules] < slice.rulesNext) ||
            (scope != people && m_next[people] < slice.peopleNext))
            return any; // the other scope goes first
        SPILNO_TRY(m_writer.addSlice(bytes));
        next += slice.count();
        m_counts.changes += slice.count();
        any = true;
        if (!watch(m_counts))
            return base::failure(ErrorCode::Cancelled);
    }
}

base::Result<> BundleExport::writeScopes(const Watch &watch)
{
    const base::ScopeId rules = wire::rulesScope(m_database.cityId());
    const base::ScopeId people = wire::peopleScope(m_database.cityId());
    for (bool moved = true; moved;) {
        SPILNO_ASSIGN(const bool first, writeScope(rules, watch));
        SPILNO_ASSIGN(const bool second, writeScope(people, watch));
        moved = first || second;
    }
    SPILNO_ASSIGN(const auto scopes, m_database.scopes());
    for (const replica::ScopeStatus &scope : scopes) {
        if (scope.kind == ScopeKind::Content)
            SPILNO_TRY(writeScope(scope.scope, watch));
    }
    return {};
}

base::Result<> BundleExport::writePending()
{
    SPILNO_ASSIGN(const auto runs, m_database.pendingRuns(kPendingBytesMax));
    for (const replica::PendingRun &run : runs) {
        SPILNO_TRY(m_writer.addRun(run.bytes));
        m_counts.pending += run.count;
    }
    return {};
}

base::Result<BundleExport::Counts> BundleExport::run(const Watch &watch)
{
    if (!m_database.hasCity())
        return base::failure(ErrorCode::NotFound, QStringLiteral("no city yet"));
    SPILNO_TRY(m_writer.begin({m_database.genesisBytes(), {}, m_nowMs}));
    SPILNO_TRY(writeScopes(watch));
    SPILNO_TRY(writePending());
    SPILNO_TRY(m_writer.end());
    return m_counts;
}

} // namespace spilno::sync
