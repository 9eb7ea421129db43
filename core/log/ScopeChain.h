// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

namespace spilno::log {

/// The name a scope has in the public log: blinded, so that who does not hold the scope's salt does
/// not learn which scope a leaf belongs to.
using ScopeTag = base::FixedBytes<struct ScopeTagKind, 32>;

/// BLAKE2b("scope-tag", scope id ‖ salt).
[[nodiscard]] ScopeTag scopeTag(const base::ScopeId &scope, const base::Salt &salt);

/// Where a scope stands: the position its next change gets, which is the number of changes it
/// holds, and the chain value over all of them.
struct ScopeHead
{
    quint64 next = 0; ///< Positions count from 0.
    base::Hash chain;

    friend bool operator==(const ScopeHead &, const ScopeHead &) = default;
};

/// The hash chain over every change of one scope in its order. A value: it is copied to try a slice
/// and kept only if the slice proves right. Owned by whoever sequences or applies the scope.
class ScopeChain
{
public:
    /// The chain of a scope without changes: BLAKE2b("scope-chain-0", scope id).
    explicit ScopeChain(const base::ScopeId &scope);

    /// Goes on from a head stored earlier.
    explicit ScopeChain(const ScopeHead &head);

    /// Takes the next position: chain = BLAKE2b("scope-chain",
    /// chain ‖ header hash ‖ u64be log index ‖ u64be recorded time in ms).
    void append(const base::Hash &headerHash, quint64 logIndex, qint64 recordedMs);

    [[nodiscard]] const ScopeHead &head() const { return m_head; }

private:
    ScopeHead m_head;
};

} // namespace spilno::log
