// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Sqlite.h"
#include "tests/support/ProcessCity.h"
#include "tests/support/ProtocolVectors.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;

/// `spilnoctl proof check` as a stranger runs it who has nothing but the file.
class ProofCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVectorHasItsExitCodeAndItsSentence_data();
    void everyVectorHasItsExitCodeAndItsSentence();
    void theSentenceIsInTheLanguageOfThePerson();
    void whatIsNoProofIsTold();
    void whatAProfileKeepsIsListedAndWrittenForOthers();

private:
    /// Writes the bytes of a vector and checks them.
    [[nodiscard]] test::Outcome check(const QString &vector, const QStringList &more = {}) const;

    test::ProcessCity m_city;
};

test::Outcome ProofCheckTest::check(const QString &vector, const QStringList &more) const
{
    const auto read =
        support::ProtocolVector::read(support::vectorFolder(u"lie"_s) + u'/' + vector + u".json"_s);
    m_city.write(u"file.spilno-proof"_s, read->input());
    return m_city.program(
        u"spilnoctl"_s,
        QStringList{u"proof"_s, u"check"_s, m_city.path(u"file.spilno-proof"_s)} + more);
}

void ProofCheckTest::everyVectorHasItsExitCodeAndItsSentence_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("why");
    QTest::newRow("dropped-change") << 0 << QString();
    QTest::newRow("went-back") << 0 << QString();
    QTest::newRow("dropped-change-in-time") << 1 << u"in-time"_s;
    QTest::newRow("dropped-change-other-epoch") << 1 << u"other-epoch"_s;
    QTest::newRow("two-faces-forged") << 1 << u"bad-signature"_s;
    QTest::newRow("other-genesis") << 1 << u"wrong-city"_s;
    QTest::newRow("cut") << 2 << QString();
    QTest::newRow("newer-version") << 2 << QString();
    QTest::newRow("too-long") << 2 << QString();
}

void ProofCheckTest::everyVectorHasItsExitCodeAndItsSentence()
{
    QFETCH(int, code);
    QFETCH(QString, why);
    const QString vector = QString::fromLatin1(QTest::currentDataTag());
    const test::Outcome told = check(vector, {u"--json"_s});
    QVERIFY2(told.code == code, qPrintable(told.said()));
    if (code == 2) {
        QVERIFY(told.out.isEmpty());
    } else {
        QCOMPARE(told.json()[u"proves"_s].toBool(), code == 0);
        QCOMPARE(told.json()[u"why"_s].toString(), why);
        QVERIFY(!told.json()[u"sentence"_s].toString().isEmpty());
    }
    QCOMPARE(told.err.count(u'\n'), code == 0 ? 0 : 1);
}

void ProofCheckTest::theSentenceIsInTheLanguageOfThePerson()
{
    const test::Outcome english = check(u"dropped-change"_s, {u"--lang"_s, u"en"_s});
    QVERIFY2(english.out.contains(u"receipt"_s), qPrintable(english.said()));
    const test::Outcome ukrainian = check(u"dropped-change"_s, {u"--lang"_s, u"uk"_s});
    QVERIFY2(ukrainian.out.contains(u"збрехав"_s), qPrintable(ukrainian.said()));
    const QString city = check(u"dropped-change"_s, {u"--json"_s}).json()[u"city"_s].toString();
    QCOMPARE(city.size(), 64);
    QVERIFY(english.out.contains(city) && ukrainian.out.contains(city));
}

void ProofCheckTest::whatIsNoProofIsTold()
{
    const auto run = [this](const QStringList &operands) {
        return m_city.program(u"spilnoctl"_s, QStringList{u"proof"_s, u"check"_s} + operands).code;
    };
    QCOMPARE(run({}), 2);
    QCOMPARE(run({m_city.path(u"nothing"_s)}), 2);
    m_city.write(u"letter.txt"_s, "Dear city");
    QCOMPARE(run({m_city.path(u"letter.txt"_s)}), 2);
}

void ProofCheckTest::whatAProfileKeepsIsListedAndWrittenForOthers()
{
    QVERIFY(m_city.found().code == 0);
    QVERIFY(m_city.items(u"owner"_s, {u"proof"_s, u"list"_s}).isEmpty());
    const auto lie =
        support::ProtocolVector::read(support::vectorFolder(u"lie"_s) + u"/dropped-change.json"_s);
    QDirIterator files(
        m_city.path(u"owner"_s), {u"replica.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    {
        replica::Connection::Options options;
        options.path = files.next();
        const auto connection = replica::Connection::open(options);
        auto insert = (*connection)
                          ->prepare("INSERT INTO evidence(subject, kind, found, bytes) "
                                    "VALUES(zeroblob(32), 3, 1760000000000, ?1)");
        const QByteArray bytes = lie->input();
        insert.bindBlob(1, base::view(bytes));
        QVERIFY(insert.run());
    }
    const QJsonArray kept = m_city.items(u"owner"_s, {u"proof"_s, u"list"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.at(0)[u"proves"_s].toBool());
    const QString id = QString::number(kept.at(0)[u"id"_s].toInteger());
    const QString file = m_city.path(u"kept.spilno-proof"_s);
    QCOMPARE(m_city.ctl(u"owner"_s, {u"proof"_s, u"export"_s, id, file}).code, 0);
    QCOMPARE(m_city.program(u"spilnoctl"_s, {u"proof"_s, u"check"_s, file}).code, 0);
    const test::Outcome none = m_city.ctl(u"owner"_s, {u"proof"_s, u"export"_s, u"77"_s, file});
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.contains(u"77"_s));
}

QTEST_GUILESS_MAIN(ProofCheckTest)
#include "ProofCheckTest.moc"
