// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/SimilarRequests.h"

#include <QRegularExpression>

#include <algorithm>

namespace spilno::pages {

namespace {

constexpr int kSimilarMax = 5;
constexpr int kWords = 3;
constexpr int kWordLettersMin = 3;
constexpr int kStemLettersMin = 6; ///< Longer words are compared without their ending.
constexpr int kEnding = 2;

/// The longest words of a text, without the endings that change with the case.
QString telling(const QString &text)
{
    static const QRegularExpression separators(
        QStringLiteral("[^\\w’'ʼ-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList words = text.split(separators, Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return word.size() < kWordLettersMin; });
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) {
        return a.size() > b.size();
    });
    words = words.mid(0, kWords);
    for (QString &word : words) {
        if (word.size() >= kStemLettersMin)
            word.chop(kEnding);
    }
    return words.join(u' ');
}

} // namespace

base::Result<std::vector<replica::Record>> similarRequests(
    const replica::ReplicaDatabase &database, const RequestDraft &draft)
{
    using Operator = replica::Condition::Operator;
    std::vector<replica::Record> found;
    const auto look = [&](const QString &words, bool sameCategory) -> base::Result<> {
        if (words.isEmpty() || (sameCategory && draft.category.isNull()))
            return {};
        replica::Query query;
        query.type = QStringLiteral("request");
        query.limit = kSimilarMax;
        query.text = words;
        query.where = {{QStringLiteral("open"), Operator::Equal, wire::Value(true)}};
        if (!draft.scope.isNull())
            query.where.push_back(
                {QStringLiteral("scope"), Operator::Equal, wire::Value(draft.scope.toByteArray())});
        if (sameCategory)
            query.where.push_back(
                {QStringLiteral("category"), Operator::Equal,
                 wire::Value(draft.category.toByteArray())});
        SPILNO_ASSIGN(replica::Page page, database.list(query));
        for (replica::Record &record : page.items) {
            const bool known = std::any_of(found.begin(), found.end(), [&record](const auto &one) {
                return one.entity == record.entity;
            });
            if (!known && found.size() < kSimilarMax)
                found.push_back(std::move(record));
        }
        return {};
    };
    const QString title = telling(draft.title);
    const QString place = telling(draft.address);
    // One short word says nothing by itself; with the place it does.
    if (title.contains(u' ') || title.size() >= kStemLettersMin)
        SPILNO_TRY(look(title, false));
    if (place.contains(u' ') || place.size() >= kStemLettersMin)
        SPILNO_TRY(look(place, true));
    return found;
}

} // namespace spilno::pages
