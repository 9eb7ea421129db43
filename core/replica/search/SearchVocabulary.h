// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/search/SqliteConnection.h"

#include <QtCore/QStringList>

namespace spilno::replica {

/// The words of the index, findable by what they nearly are: a trigram index over the vocabulary,
/// not over the documents. Part of SearchIndex, same file, same thread. It follows the index only
/// when refresh() is called.
class SearchVocabulary
{
public:
    explicit SearchVocabulary(SqliteConnection &connection);

    /// Makes its tables; the full-text table `text` must exist.
    [[nodiscard]] base::Result<> create();

    /// Takes up the words the index has got since. Reads the whole vocabulary (seconds at a million
    /// documents): for idle time.
    [[nodiscard]] base::Result<> refresh();

    /// Forgets all words and takes up those the index has now; after an erasure.
    [[nodiscard]] base::Result<> rebuild();

    [[nodiscard]] base::Result<bool> isEmpty();

    /// Words at most one letter (from 8 letters: two) away from the word, the nearest and then the
    /// most frequent first. The word is in the form of base::searchText. Empty below 4 letters.
    [[nodiscard]] base::Result<QStringList> nearest(const QString &word, int limit);

private:
    SqliteConnection &m_connection;
};

} // namespace spilno::replica
