// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchQuery.h"

#include "core/base/text/Normalise.h"
#include "core/replica/search/WordSplitter.h"

#include <string_view>

namespace spilno::replica {

namespace {

/// The words of a piece of text, parted by single spaces, so that nothing else reaches FTS5.
SearchTerm termOf(QStringView piece)
{
    const QByteArray bytes = piece.toUtf8();
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    QStringList words;
    WordSplitter splitter(text);
    while (const auto place = splitter.next()) {
        words.append(base::searchText(QString::fromUtf8(
            bytes.constData() + place->begin, static_cast<qsizetype>(place->end - place->begin))));
    }
    SearchTerm term;
    term.isPhrase = words.size() > 1;
    term.text = words.join(u' ');
    return term;
}

bool isQuote(QChar sign)
{
    return sign == u'"' || sign == u'«' || sign == u'»' || sign == u'“' || sign == u'”' ||
           sign == u'„';
}

QByteArray quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'"', QStringLiteral("\"\""));
    return '"' + escaped.toUtf8() + '"';
}

} // namespace

SearchQuery SearchQuery::parse(QStringView typed)
{
    SearchQuery query;
    const QStringView text = typed.left(kTextLengthMax);
    bool insideQuotes = false;
    qsizetype begin = 0;
    const auto take = [&](qsizetype end, bool mayGoOn) {
        SearchTerm term = termOf(text.mid(begin, end - begin));
        begin = end + 1;
        if (term.text.isEmpty() || query.m_terms.size() >= kTermsMax)
            return;
        // One letter begins half of all words; it is looked for as a word only.
        term.isPrefix = mayGoOn && term.text.size() >= kPrefixLengthMin;
        query.m_terms.append(std::move(term));
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar sign = text[at];
        if (isQuote(sign)) {
            take(at, false);
            insideQuotes = !insideQuotes;
        } else if (sign.isSpace() && !insideQuotes) {
            take(at, false);
        }
    }
    take(text.size(), !insideQuotes);
    return query;
}

QByteArray SearchQuery::expression(const SearchTerm &term)
{
    const QByteArray whole = quoted(term.text);
    if (!term.isPrefix)
        return whole;
    return '(' + whole + " OR " + whole + " *)";
}

QByteArray SearchQuery::expression(const QList<int> &types) const
{
    QByteArray all;
    for (const SearchTerm &term : m_terms) {
        QByteArray part = expression(term);
        for (const QString &alternative : term.alternatives)
            part += " OR " + quoted(alternative);
        if (!all.isEmpty())
            all += " AND ";
        all += '(' + part + ')';
    }
    all = "{title body} : (" + all + ")";
    QByteArray facets;
    for (const int type : types)
        facets += QByteArray(facets.isEmpty() ? "" : " OR ") + quoted(facetOf(type));
    if (facets.isEmpty())
        return all;
    return all + " AND facet : (" + facets + ')';
}

QString SearchQuery::facetOf(int type)
{
    return QStringLiteral("t%1").arg(type);
}

} // namespace spilno::replica
