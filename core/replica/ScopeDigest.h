// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QtCore/QString>

namespace spilno::replica {

/// Where a scope stands, and what its tables come to: equal in replicas that have applied as much.
struct ScopeDigest
{
    base::ScopeId scope;
    QString name;
    std::uint64_t epoch = 0;
    std::uint64_t applied = 0;
    std::uint64_t proven = 0;
    base::Hash chain;
    base::Hash tables;
};

} // namespace spilno::replica
