// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a replica holds every change of a scope: a server proves it, its reader checks.
#include "core/replica/ReplicaDatabasePrivate.h"

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

base::Result<std::optional<ScopeProof>> ReplicaDatabase::scopeProof(
    const base::ScopeId &scope) const
{
    return d->ask([&]() -> base::Result<std::optional<ScopeProof>> {
        return d->sequencer.scopeProof(scope);
    });
}

base::Result<std::uint64_t> ReplicaDatabase::prove(
    const ScopeProof &proof, const log::Checkpoint &checkpoint)
{
    SPILNO_TRY(d->core.setDurability(Durability::Normal));
    return d->ask([&]() -> base::Result<std::uint64_t> {
        const auto scope = d->core.log.scope(proof.scope);
        if (!scope)
            return failure(ErrorCode::NotFound, QStringLiteral("a proof of an unknown scope"));
        if (proof.treeSize != checkpoint.treeSize)
            return failure(
                ErrorCode::InvalidArgument, QStringLiteral("a proof for another checkpoint"));
        SPILNO_ASSIGN(const auto path, log::parseMapProof(base::view(proof.bytes)));
        const auto head =
            proof.head.next > 0 ? std::optional<log::ScopeHead>(proof.head) : std::nullopt;
        SPILNO_TRY(log::verifyMapProof(
            checkpoint.mapRoot, log::scopeTag(proof.scope, scope->salt), head, path));
        const ScopeStatus &held = scope->status;
        if (proof.head.next < held.proven)
            return failure(
                ErrorCode::BrokenChain, QStringLiteral("a signed scope that became shorter"));
        if (proof.head.next > held.next)
            return held.proven; // the rest is to come
        if (proof.head.next > held.proven) {
            SPILNO_ASSIGN(const base::Hash own, d->core.log.chainAt(*scope, proof.head.next));
            if (own != proof.head.chain)
                return failure(
                    ErrorCode::BrokenChain,
                    QStringLiteral("changes other than those that were signed"));
            SPILNO_TRY(d->core.log.setProven(scope->id, proof.head.next));
        }
        SPILNO_TRY(d->core.setMeta(
            QStringLiteral("setting/") + QLatin1String(kProofTimeSetting),
            QByteArray::number(checkpoint.timeMs)));
        return proof.head.next;
    });
}

} // namespace spilno::replica
