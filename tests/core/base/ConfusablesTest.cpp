// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/Confusables.h"

#include <QtTest/QtTest>

using namespace spilno::base;

class ConfusablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNameWithATwinLetterLooksLikeAnother()
    {
        QVERIFY(looksLikeAnother(u"Іван Мороз", u"Iван Мороз"));
        QVERIFY(looksLikeAnother(u"МЕРІЯ", u"MEPIЯ"));
        QVERIFY(looksLikeAnother(u"Rada1", u"RadaI"));
        QVERIFY(looksLikeAnother(u"ΟΤΡ", u"ОТР"));
    }

    void theSameNameIsNotAnother()
    {
        QVERIFY(!looksLikeAnother(u"Мар’яна", u"МАР'ЯНА"));
        QVERIFY(!looksLikeAnother(u"Олена", u"Олеся"));
    }

    void aWordInTwoAlphabetsIsSeen()
    {
        QVERIFY(mixesAlphabets(u"Кiровоград"));
        QVERIFY(mixesAlphabets(u"Міська paдa"));
        QVERIFY(mixesAlphabets(u"a\u00ADб"));
    }

    void wordsOfDifferentAlphabetsSideBySideAreFine()
    {
        QVERIFY(!mixesAlphabets(u"Кафе Roma"));
        QVERIFY(!mixesAlphabets(u"Мар'яна, 5Б"));
        QVERIFY(!mixesAlphabets(u""));
    }
};

QTEST_GUILESS_MAIN(ConfusablesTest)
#include "ConfusablesTest.moc"
