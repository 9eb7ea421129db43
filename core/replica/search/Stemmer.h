// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/search/StemDictionary.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace spilno::replica {

/// What the index keeps of one word as it stands in a text.
struct SearchWord
{
    std::string folded;             ///< The word in the form of base::searchText, UTF-8.
    std::vector<std::string> stems; ///< Its base forms without `folded`, often one, often none.
    bool foldedIsStem = true;       ///< The word is one of its own base forms, or has none.
};

/// Words to search words, with a cache in front of the shared dictionary: a city writes the same
/// few ten thousand words again and again. Belongs to one thread (one SQLite connection).
class Stemmer
{
public:
    explicit Stemmer(std::shared_ptr<StemDictionary> dictionary);

    /// The search word of a word cut by WordSplitter (UTF-8, never empty). The reference is good
    /// until the next call.
    [[nodiscard]] const SearchWord &analyse(std::string_view surface);

    [[nodiscard]] const StemDictionary &dictionary() const { return *m_dictionary; }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };
    using Cache = std::unordered_map<std::string, SearchWord, Hash, std::equal_to<>>;

    [[nodiscard]] SearchWord make(std::string_view surface) const;

    std::shared_ptr<StemDictionary> m_dictionary;
    // Two generations: a full young one becomes the old one, a hit in the old one makes it young
    // again. That forgets about the least recently used without keeping a list.
    Cache m_young;
    Cache m_old;
};

} // namespace spilno::replica
