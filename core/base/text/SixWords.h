// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <array>

namespace spilno::base {

/// The code of a receipt: 66 bits as six common Ukrainian words of a list of 2,048. Only the
/// translation between bits and words: it makes no randomness and derives no key. Made once (the
/// list is read from the program's resources), then constant: any thread.
class SixWords
{
public:
    static constexpr int kWordCount = 6;
    static constexpr int kBitsPerWord = 11;
    static constexpr int kListSize = 1 << kBitsPerWord;

    /// 66 bits, the first bit is the highest of the first byte; the last six bits are zero.
    using Code = std::array<quint8, 9>;

    /// The list that comes with the program. Corrupt if it does not have 2,048 distinct words.
    [[nodiscard]] static Result<SixWords> open();

    /// The code made of 9 random bytes: the six bits too many are cleared.
    [[nodiscard]] static Code codeOf(std::array<quint8, 9> bytes);

    /// Six words. InvalidArgument if a bit after the 66th is set.
    [[nodiscard]] Result<QStringList> encode(const Code &code) const;

    /// The code of six words as a person types them: any case, signs and spaces between, Latin
    /// look-alike letters, ґ or г, with or without the apostrophe, and one wrong, missing, extra or
    /// swapped letter in a word where only one word of the list is that near.
    /// Malformed: not six words. NotFound: a word that is not known; detail is its place, "1".."6".
    [[nodiscard]] Result<Code> decode(QStringView text) const;

    /// The words of the list that complete what is typed, at most `limit`, in order of the list.
    [[nodiscard]] QStringList completions(QStringView typed, int limit) const;

    /// All words in their order.
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    explicit SixWords(QStringList words);
    [[nodiscard]] int indexOf(const QString &folded) const;
    [[nodiscard]] int nearestIndex(const QString &folded) const;

    QStringList m_words;
    QStringList m_folded;
    QHash<QString, int> m_indexByFolded;
};

} // namespace spilno::base
