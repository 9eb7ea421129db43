// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/search/Stemmer.h"

#include <memory>

struct sqlite3;

namespace spilno::replica {

/// The FTS5 tokenizer `spilno`. Texts give every base form of a word and, at the same place, the
/// word itself, so that base forms and prefixes are both found. A query word gives its base forms,
/// any of which may match; a prefix gives only itself. Must be registered on every connection that
/// reads or writes a table made with it.
class FtsTokenizer
{
public:
    /// Registers the tokenizer; the connection then shares the stemmer, which must be used on the
    /// connection's thread only. InvalidArgument: this SQLite has no FTS5.
    [[nodiscard]] static base::Result<> registerOn(
        sqlite3 *connection, std::shared_ptr<Stemmer> stemmer);
};

} // namespace spilno::replica
