// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <optional>

namespace spilno::replica {

/// One thing a person looks for: a word, or several that must stand side by side.
struct SearchTerm
{
    QString text;             ///< Letters, digits, apostrophes and single spaces only.
    bool isPhrase = false;    ///< More than one word.
    bool isPrefix = false;    ///< The last word typed, perhaps not yet whole.
    QStringList alternatives; ///< Words to take in its place, after a typing mistake.
};

/// What a person typed, as terms that must all be found. Any text is a query: operators of FTS5 are
/// words here like all others, and every token is quoted.
class SearchQuery
{
public:
    static constexpr int kTextLengthMax = 500;
    static constexpr int kTermsMax = 16;
    static constexpr int kPrefixLengthMin = 2;

    /// Words between quotes (" « ») and words joined by signs («Ш7-0412») stay side by side. The
    /// last word is a prefix from two letters on, unless a space or a closing quote follows it.
    [[nodiscard]] static SearchQuery parse(QStringView typed);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] QList<SearchTerm> &terms() { return m_terms; }
    [[nodiscard]] const QList<SearchTerm> &terms() const { return m_terms; }

    /// The FTS5 expression over the columns title and body, only for documents of the types, all
    /// types if none is given. Needs at least one term.
    [[nodiscard]] QByteArray expression(const QList<int> &types) const;

    /// The expression of one term alone, without its alternatives.
    [[nodiscard]] static QByteArray expression(const SearchTerm &term);

    /// The word in the facet column that stands for a type.
    [[nodiscard]] static QString facetOf(int type);

private:
    QList<SearchTerm> m_terms;
};

} // namespace spilno::replica
