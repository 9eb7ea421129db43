// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a replica holds every change of a scope, and whether what the server signs fits together:
// a server proves it, its reader checks.
#include "core/replica/ReplicaDatabasePrivate.h"
#include "core/replica/Witness.h"

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

/// How far a head that was signed proves a scope; what it has besides those that are held is to
/// come.
base::Result<std::uint64_t> ReplicaDatabase::Private::proveHead(
    const ScopeRow &scope, const log::ScopeHead &head)
{
    const ScopeStatus &held = scope.status;
    if (head.next < held.proven)
        return failure(
            ErrorCode::BrokenChain, QStringLiteral("a signed scope that became shorter"));
    if (head.next > held.next || head.next == held.proven)
        return held.proven;
    SPILNO_ASSIGN(const base::Hash own, core.log.chainAt(scope, head.next));
    if (own != head.chain)
        return failure(
            ErrorCode::BrokenChain, QStringLiteral("changes other than those that were signed"));
    SPILNO_TRY(core.log.setProven(scope.id, head.next));
    SPILNO_TRY(Witness(core).forgetReceiptsBelow(scope, head.next));
    return head.next;
}

base::Result<std::uint64_t> ReplicaDatabase::prove(
    const ScopeProof &proof, const log::Checkpoint &checkpoint)
{
    SPILNO_TRY(d->core.setDurability(Durability::Normal));
    return d->mutate([&]() -> base::Result<std::uint64_t> {
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
        WriteTransaction transaction(*d->core.connection);
        SPILNO_TRY(transaction.begun());
        const log::ScopeHead said = head.value_or(log::ScopeHead());
        SPILNO_TRY(Witness(d->core).takeHead(*scope, {said, path}, checkpoint));
        // What was found stays, also when the head itself is refused.
        auto proven = d->proveHead(*scope, proof.head);
        if (proven && proof.head.next <= scope->status.next)
            SPILNO_TRY(d->core.setMeta(
                QStringLiteral("setting/") + QLatin1String(kProofTimeSetting),
                QByteArray::number(checkpoint.timeMs)));
        SPILNO_TRY(transaction.commit());
        return proven;
    });
}

base::Result<> ReplicaDatabase::witnessCheckpoint(
    const QByteArray &note, const std::vector<QByteArray> &keyChain)
{
    SPILNO_ASSIGN(const log::Checkpoint checkpoint, log::parseCheckpoint(base::view(note)));
    SPILNO_TRY(d->core.setDurability(Durability::Normal));
    return d->mutate([&]() -> base::Result<> {
        WriteTransaction transaction(*d->core.connection);
        SPILNO_TRY(transaction.begun());
        Witness witness(d->core);
        SPILNO_TRY(witness.setKeyChain(keyChain));
        SPILNO_TRY(witness.takeCheckpoint(checkpoint));
        return transaction.commit();
    });
}

base::Result<std::vector<Evidence>> ReplicaDatabase::evidence() const
{
    return d->ask([&] { return Witness(d->core).evidence(); });
}

} // namespace spilno::replica
