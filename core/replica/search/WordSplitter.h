// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace spilno::replica {

/// Cuts UTF-8 text into words: letters, marks and digits belong to a word, an apostrophe of any
/// kind does between two letters, a soft hyphen or another invisible sign does inside. All else
/// parts words, bytes that are not UTF-8 too. Does not own the text.
class WordSplitter
{
public:
    explicit WordSplitter(std::string_view text)
        : m_text(text)
    {
    }

    /// A word of the text, by its place in bytes.
    struct Word
    {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// The next word, or nothing at the end.
    [[nodiscard]] std::optional<Word> next();

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace spilno::replica
