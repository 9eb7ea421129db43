// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"
#include "core/replica/Evidence.h"

namespace spilno::replica {

/// Remembers what the server of the city signed, compares it with what it signs next, and keeps
/// what proves that it lied (docs/protocol/lies.md). Whatever it puts together is judged by
/// log::judgeProof() before it is kept, so that it accuses nobody by a mistake of its own. Keeps
/// little: see the limits below. Runs inside a transaction of its caller. See ReplicaDatabase.
class Witness
{
public:
    explicit Witness(DatabaseCore &core)
        : m_core(core)
    {
    }

    /// A receipt whose signature is right.
    [[nodiscard]] base::Result<> takeReceipt(const log::Receipt &receipt);
    /// A checkpoint whose signature is right, also one that is refused for what it says.
    [[nodiscard]] base::Result<> takeCheckpoint(const log::Checkpoint &checkpoint);
    /// A head whose map proof leads to the checkpoint.
    [[nodiscard]] base::Result<> takeHead(
        const ScopeRow &scope, const log::MappedHead &mapped, const log::Checkpoint &checkpoint);
    /// Receipts of before are no longer needed, but for the newest one.
    [[nodiscard]] base::Result<> forgetReceiptsBelow(const ScopeRow &scope, std::uint64_t proven);

    /// The successions of the sequencer's key, as the server last gave them.
    [[nodiscard]] base::Result<> setKeyChain(const std::vector<QByteArray> &links);

    /// All that was found, the oldest first.
    [[nodiscard]] base::Result<std::vector<Evidence>> evidence() const;

private:
    static constexpr qint64 kReceiptsPerScopeMax = 1'024;
    static constexpr qint64 kEvidencePerKindMax = 8;

    struct HeldHead
    {
        log::MappedHead mapped;
        log::Checkpoint checkpoint;
    };

    [[nodiscard]] base::Result<std::optional<HeldHead>> heldHead(qint64 scopeRow) const;
    [[nodiscard]] base::Result<std::optional<log::Checkpoint>> heldCheckpoint() const;
    [[nodiscard]] base::Result<> keepHead(
        const ScopeRow &scope, const log::MappedHead &mapped, const log::Checkpoint &checkpoint);

    [[nodiscard]] base::Result<> compare(
        const log::Receipt &receipt, const log::Checkpoint &checkpoint);
    [[nodiscard]] base::Result<> compare(
        const ScopeRow &scope,
        const log::Receipt &receipt,
        const log::MappedHead &mapped,
        const log::Checkpoint &checkpoint);
    [[nodiscard]] base::Result<> compare(
        const log::Checkpoint &first, const log::Checkpoint &second);
    /// Keeps the proof if it is one; the rest of it is filled in.
    [[nodiscard]] base::Result<> accuse(log::LieKind kind, log::LieProof proof);
    [[nodiscard]] base::Result<std::vector<QByteArray>> keyChain() const;

    DatabaseCore &m_core;
};

} // namespace spilno::replica
