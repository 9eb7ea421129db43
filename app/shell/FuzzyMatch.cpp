// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/FuzzyMatch.h"

#include "app/pages/KeyPosition.h"

#include <QStringList>

#include <algorithm>

namespace spilno::shell::FuzzyMatch {
namespace {

QString folded(const QString &text)
{
    QString plain = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    for (const char16_t mark : {u'’', u'ʼ', u'`', u'\''})
        plain.remove(QChar(mark));
    return plain;
}

/// Letters of `word` in this order somewhere in `name`, the first at the start of a word.
bool inOrder(const QString &name, const QString &word)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        from = name.indexOf(word.at(i), from);
        while (i == 0 && from > 0 && name.at(from - 1).isLetterOrNumber())
            from = name.indexOf(word.at(i), from + 1);
        if (from < 0)
            return false;
        ++from;
    }
    return true;
}

int wordScore(const QString &name, const QString &word)
{
    if (name == word)
        return 100;
    if (name.startsWith(word))
        return 80;
    const qsizetype place = name.indexOf(word);
    if (place > 0)
        return name.at(place - 1).isLetterOrNumber() ? 40 : 60;
    return word.size() >= 2 && inOrder(name, word) ? 15 : 0;
}

int plainScore(const QString &name, const QString &typed)
{
    int sum = 0;
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const int score = wordScore(name, word);
        if (score == 0)
            return 0;
        sum += score;
    }
    return words.isEmpty() ? 1 : sum / int(words.size()) + 1;
}

} // namespace

int score(const QString &name, const QString &typed)
{
    const QString plain = folded(name);
    const int straight = plainScore(plain, folded(typed));
    if (straight > 0)
        return straight;
    return plainScore(plain, folded(pages::KeyPosition::inOtherLayout(typed))) / 2;
}

} // namespace spilno::shell::FuzzyMatch
