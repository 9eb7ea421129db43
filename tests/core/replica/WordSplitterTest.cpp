// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/WordSplitter.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtTest/QtTest>

using namespace spilno::replica;

class WordSplitterTest : public QObject
{
    Q_OBJECT

    static QStringList words(const QByteArray &text)
    {
        QStringList found;
        WordSplitter splitter(
            std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        while (const auto place = splitter.next()) {
            const auto begin = static_cast<qsizetype>(place->begin);
            const auto end = static_cast<qsizetype>(place->end);
            found.append(QString::fromUtf8(text.mid(begin, end - begin)));
        }
        return found;
    }

private Q_SLOTS:
    void textIsCutIntoWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char16_t *text, const char16_t *expected) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(expected);
        };
        row("apostrophes inside", u"під’їзд об'єкт мʼяч", u"під’їзд|об'єкт|мʼяч");
        row("quotes around", u"'слово' ‘слово’ «слово»", u"слово|слово|слово");
        row("apostrophe at the end", u"учнів' і", u"учнів|і");
        row("numbers", u"№15, буд. 7-Б, Ш7-0412", u"15|буд|7|Б|Ш7|0412");
        row("number with an apostrophe", u"5'7", u"5|7");
        row("soft hyphen inside", u"ві\u00ADкно", u"ві\u00ADкно");
        row("marks", u"и\u0306од за\u0301мок", u"и\u0306од|за\u0301мок");
        row("other scripts", u"Straße 東京 Ελλάδα", u"Straße|東京|Ελλάδα");
        row("nothing", u" .,!? — 🙂 ", u"");
    }
    void textIsCutIntoWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(words(text.toUtf8()).join(u'|'), expected);
    }

    void brokenBytesPartWords()
    {
        const QStringList two = {QStringLiteral("a"), QStringLiteral("b")};
        QCOMPARE(
            words(QByteArray("a\xFF"
                             "b\xD0")),
            two);
        QCOMPARE(words(QByteArray("a\0b", 3)), two);
        QCOMPARE(
            words(QByteArray("a\xC0\x80"
                             "b")),
            two);
        QCOMPARE(words(QByteArray("\xF0\x9F")), QStringList());
    }
};

QTEST_GUILESS_MAIN(WordSplitterTest)
#include "WordSplitterTest.moc"
