// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/ScopeChain.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace spilno::replica {

enum class ScopeKind : std::uint8_t { Rules = 0, People = 1, Content = 2, Sealed = 3 };

struct ScopeStatus
{
    base::ScopeId scope;
    ScopeKind kind = ScopeKind::Content;
    QString name;
    base::EntityId body; ///< Whose scope it is, or null.
    std::uint64_t epoch = 0;
    std::uint64_t next = 0; ///< Positions applied.
    std::uint64_t proven = 0;
    base::Hash chain;
    bool followed = true;
};

/// The setting with the sequencer's time, in milliseconds, of the checkpoint that last showed a
/// scope to be whole here.
inline constexpr char kProofTimeSetting[] = "proof.time";

/// Where a checkpoint says that a scope stands, and the path in its map that proves it.
struct ScopeProof
{
    base::ScopeId scope;
    std::uint64_t treeSize = 0; ///< Of the checkpoint.
    log::ScopeHead head;        ///< next 0 and a null chain: nothing of the scope.
    QByteArray bytes;           ///< log::MapProof
};

} // namespace spilno::replica
