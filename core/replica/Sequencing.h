// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/log/Receipt.h"

namespace spilno::replica {

enum class SequenceState : std::uint8_t {
    Sequenced,
    Duplicate,
    Fork,
    NotCertified,
    UnknownScope,
    Broken
};

struct SequenceOutcome
{
    SequenceState state = SequenceState::Sequenced;
    log::Receipt receipt;      ///< Sequenced, Duplicate; not signed yet.
    std::uint64_t forkSeq = 0; ///< Fork: where; see ReplicaDatabase::headerAt.
};

/// What the sequencer can say of a run before its signature is checked.
enum class Admission : std::uint8_t {
    Continue,     ///< at the feed's head: verify and sequence
    Known,        ///< overlaps what is logged: compare, answer with the receipt or FORK
    NotCertified, ///< the device is unknown or revoked: RETRY or quarantine
    UnknownScope,
    Gap, ///< starts beyond the feed's head: RETRY
    OtherCity,
};

enum class SliceContents : std::uint8_t { Everything, HeadersOnly };

/// An operation whose values were taken back. Only those that the same person wrote on the same
/// record of the same scope are meant.
struct Erasure
{
    base::OpId op;
    base::PersonId person;
    base::ScopeId scope;
    base::EntityId entity;
    friend auto operator<=>(const Erasure &, const Erasure &) = default;
};

} // namespace spilno::replica
