// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/SixWords.h"

#include <QtCore/QSet>
#include <QtTest/QtTest>

using namespace spilno::base;

class SixWordsTest : public QObject
{
    Q_OBJECT

    SixWords m_list = *SixWords::open();

    static SixWords::Code codeFrom(quint8 start, quint8 step)
    {
        std::array<quint8, 9> bytes = {};
        for (auto &byte : bytes) {
            byte = start;
            start = static_cast<quint8>(start + step);
        }
        return SixWords::codeOf(bytes);
    }

private Q_SLOTS:
    void theListIsShortWordsToldApartByFourLetters()
    {
        QSet<QString> starts;
        for (const QString &word : m_list.words()) {
            QVERIFY2(word.size() >= 3 && word.size() <= 8, qUtf8Printable(word));
            QString plain = word;
            starts.insert(plain.remove(u'\'').replace(u'ґ', u'г').left(4));
        }
        QCOMPARE(starts.size(), SixWords::kListSize);
    }

    void knownBitsGiveKnownWords()
    {
        const SixWords::Code zero = {};
        QCOMPARE(
            m_list.encode(zero)->join(u' '),
            QStringLiteral("абажур абажур абажур абажур абажур абажур"));
        SixWords::Code one = {};
        one.back() = 0x40;
        QCOMPARE(m_list.encode(one)->last(), m_list.words().at(1));
        SixWords::Code top = {};
        top.front() = 0x80;
        QCOMPARE(m_list.encode(top)->first(), m_list.words().at(1024));
    }

    void anyCodeComesBack()
    {
        for (int start = 0; start < 256; ++start) {
            const auto code = codeFrom(static_cast<quint8>(start), 37);
            const auto words = m_list.encode(code);
            QVERIFY(words);
            QCOMPARE(*m_list.decode(words->join(u' ')), code);
        }
    }

    void typingIsForgiven()
    {
        const auto code = m_list.decode(u"п'ятниця ґанок зв'язок їжак кіно яблуко");
        QVERIFY(code);
        for (const QStringView typed :
             {QStringView(u"ПЯТНИЦЯ, ГАНОК; звʼязок. їжак - Кіно яблуко!"),
              QStringView(u"1) п’ятниця 2) ганок 3) зв`язок 4) їжак 5) kiнo 6) яблyкo"),
              QStringView(u"пятниця ганок зв'язко їжак кіно яблуо")}) {
            const auto read = m_list.decode(typed);
            QVERIFY2(read, qUtf8Printable(typed.toString()));
            QCOMPARE(*read, *code);
        }
    }

    void whatIsNoCodeIsRefusedWithTheWordsPlace()
    {
        QCOMPARE(m_list.decode(u"").error().code, ErrorCode::Malformed);
        QCOMPARE(m_list.decode(u"їжак кіно").error().code, ErrorCode::Malformed);
        const auto unknown = m_list.decode(u"їжак їжак їжак qqqqqq їжак їжак");
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
        QCOMPARE(unknown.error().detail, QStringLiteral("4"));
        QVERIFY(!m_list.decode(QString(100'000, u'ї')));
    }

    void aTypoBetweenTwoWordsIsNotGuessed()
    {
        // «вулик» and «кулак» are both one letter away from «кулик».
        QVERIFY(m_list.words().contains(QStringLiteral("вулик")));
        QVERIFY(m_list.words().contains(QStringLiteral("кулак")));
        QVERIFY(!m_list.words().contains(QStringLiteral("кулик")));
        QCOMPARE(
            m_list.decode(u"їжак кулик їжак їжак їжак їжак").error().detail, QStringLiteral("2"));
    }

    void bitsBeyondTheCodeAreRefused()
    {
        SixWords::Code code = {};
        code.back() = 1;
        QCOMPARE(m_list.encode(code).error().code, ErrorCode::InvalidArgument);
    }

    void completionsFollowWhatIsTyped()
    {
        QCOMPARE(m_list.completions(u"ЯБЛ", 5), QStringList(QStringLiteral("яблуко")));
        QVERIFY(m_list.completions(u"", 5).isEmpty());
        QCOMPARE(m_list.completions(u"к", 5).size(), 5);
    }
};

QTEST_GUILESS_MAIN(SixWordsTest)
#include "SixWordsTest.moc"
