// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

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

} // namespace spilno::replica
