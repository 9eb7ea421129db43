// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchMarker.h"

#include <QtTest/QtTest>

using namespace spilno::replica;

class SearchMarkerTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<StemDictionary> m_dictionary =
        StemDictionary::load(StemDictionary::defaultFolders());
    Stemmer m_stemmer{m_dictionary};

    /// The text with brackets around what was found.
    static QString bracketed(const SearchMarker::Marked &marked)
    {
        QString text = marked.text;
        for (auto mark = marked.marks.crbegin(); mark != marked.marks.crend(); ++mark) {
            text.insert(mark->begin + mark->length, u']');
            text.insert(mark->begin, u'[');
        }
        return text;
    }

    QString whole(QStringView query, const QString &text)
    {
        return bracketed(SearchMarker(m_stemmer, SearchQuery::parse(query)).whole(text.toUtf8()));
    }

    QString snippet(QStringView query, const QString &text)
    {
        return bracketed(SearchMarker(m_stemmer, SearchQuery::parse(query)).snippet(text.toUtf8()));
    }

private Q_SLOTS:
    void wordsAndTheBeginningOfTheLastAreMarked()
    {
        QCOMPARE(
            whole(u"яма дор", QStringLiteral("Яма! на дорозі, дор.")),
            QStringLiteral("[Яма]! на [дорозі], [дор]."));
        QCOMPARE(
            whole(u"дор яма ", QStringLiteral("дорога, ямаха, яма")),
            QStringLiteral("дорога, ямаха, [яма]"));
        QCOMPARE(whole(u"яма", QStringLiteral("нічого")), QStringLiteral("нічого"));
    }

    void formsOfAWordAreMarked()
    {
        if (!m_dictionary->status().ukrainian)
            QSKIP("hunspell-uk is not installed");
        QCOMPARE(
            whole(u"вулиця ", QStringLiteral("між вулицями")), QStringLiteral("між [вулицями]"));
        QCOMPARE(whole(u"під'їзду ", QStringLiteral("Під’їзд №3")), QStringLiteral("[Під’їзд] №3"));
    }

    void wordsInQuotesAreMarkedTogetherOnly()
    {
        const QString text = QStringLiteral("вода холодна, холодна вода, вода");
        QCOMPARE(
            whole(u"«холодна вода»", text), QStringLiteral("вода холодна, [холодна вода], вода"));
        QCOMPARE(
            whole(u"ш7-0412", QStringLiteral("Ш7-0412 і 0412")),
            QStringLiteral("[Ш7-0412] і 0412"));
    }

    void signsOutsideTheBasicPlaneDoNotShiftMarks()
    {
        QCOMPARE(whole(u"яма ", QStringLiteral("😀😀 яма")), QStringLiteral("😀😀 [яма]"));
    }

    void longTextIsCutAroundMostOfTheQuery()
    {
        QString text;
        for (int i = 0; i < 100; ++i)
            text += QStringLiteral("слово%1 ").arg(i);
        text.replace(QStringLiteral("слово10 "), QStringLiteral("ліхтар "));
        text.replace(QStringLiteral("слово60 "), QStringLiteral("ліхтар "));
        text.replace(QStringLiteral("слово65 "), QStringLiteral("двір "));
        const QString cut = snippet(u"ліхтар двір ", text);
        QVERIFY2(cut.startsWith(QStringLiteral("…слово56 ")), qUtf8Printable(cut));
        QVERIFY(cut.contains(QStringLiteral("[ліхтар] слово61")));
        QVERIFY(cut.contains(QStringLiteral("[двір]")));
        QVERIFY(cut.endsWith(QStringLiteral("слово75…")));
        QVERIFY(snippet(u"слово99", text).endsWith(QStringLiteral("[слово99] ")));
        QVERIFY(snippet(u"нема", text).startsWith(QStringLiteral("слово0 ")));
    }

    void bytesThatAreNoTextAreBorne()
    {
        SearchMarker marker(m_stemmer, SearchQuery::parse(u"яма"));
        QVERIFY(marker.whole(QByteArray()).text.isEmpty());
        QVERIFY(marker.whole(QByteArray("\xff\xfe\xd1")).marks.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SearchMarkerTest)
#include "SearchMarkerTest.moc"
