// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/Stemmer.h"

#include <QtTest/QtTest>

using namespace spilno::replica;

class StemmerTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<StemDictionary> m_dictionary =
        StemDictionary::load(StemDictionary::defaultFolders());

    static QString word(std::string_view text)
    {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }

private Q_SLOTS:
    void ukrainianFormsComeToTheirBase_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("base");
        QTest::newRow("plural") << QStringLiteral("вулицями") << QStringLiteral("вулиця");
        QTest::newRow("alternation") << QStringLiteral("дорозі") << QStringLiteral("дорога");
        QTest::newRow("apostrophe ’") << QStringLiteral("Під’їзду") << QStringLiteral("під'їзд");
        QTest::newRow("apostrophe ʼ") << QStringLiteral("підʼїзді") << QStringLiteral("під'їзд");
        QTest::newRow("name in lower case") << QStringLiteral("києва") << QStringLiteral("київ");
        QTest::newRow("name in capitals") << QStringLiteral("КИЄВІ") << QStringLiteral("київ");
        QTest::newRow("one of several") << QStringLiteral("води") << QStringLiteral("вода");
    }
    void ukrainianFormsComeToTheirBase()
    {
        if (!m_dictionary->status().ukrainian)
            QSKIP("hunspell-uk is not installed");
        QFETCH(QString, form);
        QFETCH(QString, base);
        Stemmer stemmer(m_dictionary);
        const SearchWord &found = stemmer.analyse(form.toStdString());
        QStringList stems;
        for (const std::string &stem : found.stems)
            stems.append(word(stem));
        QVERIFY2(stems.contains(base), qUtf8Printable(stems.join(u' ')));
        QVERIFY(!stems.contains(word(found.folded)));
    }

    void aBaseFormIsItsOwnStem()
    {
        Stemmer stemmer(m_dictionary);
        QVERIFY(stemmer.analyse("дорога").foldedIsStem);
        QVERIFY(stemmer.analyse("невідомечудернацьке").foldedIsStem);
    }

    void englishFormsComeToTheirBase()
    {
        if (!m_dictionary->status().english)
            QSKIP("built without libstemmer");
        Stemmer stemmer(m_dictionary);
        const SearchWord potholes = stemmer.analyse("Potholes");
        QCOMPARE(potholes.folded, std::string("potholes"));
        QCOMPARE(potholes.stems, std::vector<std::string>{"pothol"});
    }

    void housesAndNumbersAreOneInBothAlphabets()
    {
        Stemmer stemmer(m_dictionary);
        const std::string latin = stemmer.analyse("7B").folded;
        QCOMPARE(latin, stemmer.analyse("7В").folded);
        QCOMPARE(stemmer.analyse("w7").folded, std::string("ш7"));
    }

    void withoutDictionariesWordsAreOnlyFolded()
    {
        const auto dictionary = StemDictionary::load({QStringLiteral("/nowhere")});
        QVERIFY(!dictionary->status().ukrainian);
        QCOMPARE(dictionary->status().searched, QStringList(QStringLiteral("/nowhere")));
        Stemmer stemmer(dictionary);
        QCOMPARE(word(stemmer.analyse("ВУЛИЦЯМИ").folded), QStringLiteral("вулицями"));
        QVERIFY(stemmer.analyse("ВУЛИЦЯМИ").stems.empty());
    }

    void theCacheForgetsAndStillAnswersRight()
    {
        Stemmer stemmer(StemDictionary::none());
        for (int index = 0; index < 80'000; ++index)
            (void)stemmer.analyse("W" + std::to_string(index) + "x");
        for (int index = 0; index < 80'000; index += 997)
            QCOMPARE(
                word(stemmer.analyse("W" + std::to_string(index) + "x").folded),
                QStringLiteral("ш%1х").arg(index));
    }
};

QTEST_GUILESS_MAIN(StemmerTest)
#include "StemmerTest.moc"
