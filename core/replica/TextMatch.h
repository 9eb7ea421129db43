// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QString>

struct sqlite3;

namespace spilno::replica {

/// The words of a text that a person searches for, folded as spilno_found() wants them.
[[nodiscard]] QString foldedWords(const QString &text);

/// Adds the SQL function spilno_found(words, text, …) to a connection: 1 when every folded word
/// stands somewhere in the texts, whatever its case and the sign of its apostrophes. It looks at
/// the rows themselves and needs no index.
[[nodiscard]] base::Result<> addTextMatch(sqlite3 *connection);

} // namespace spilno::replica
