// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

namespace spilno::wire {

/// How far a replica has come in one scope.
struct ScopeCursor
{
    base::ScopeId scope;
    std::uint64_t epoch = 0;
    std::uint64_t applied = 0; ///< Positions applied, i.e. the next one wanted.
    std::uint64_t proven = 0;
    base::Hash chain; ///< The scope chain at `applied`.
};

/// How far a feed goes.
struct FeedHead
{
    base::FeedId feed;
    std::uint64_t nextSeq = 0; ///< One past the last change.
    base::Hash head;
};

/// How far a server has come in one scope.
struct ScopeHead
{
    base::ScopeId scope;
    std::uint64_t epoch = 0;
    std::uint64_t next = 0; ///< Positions the server has.
};

} // namespace spilno::wire
