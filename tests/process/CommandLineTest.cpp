// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProcessCity.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

using namespace spilno::test;

/// spilnoctl as people and scripts meet it: processes, a real server, JSON and exit codes.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aNewcomerEntersWithAnInvitation();
    void oneInvitationIsForOnePerson();
    void aFileIsImportedWholeAndOnce();
    void pagesFollowEachOther();
    void listsAreFiltered();
    void editsAndStepsReachTheOther();
    void whatCouldHaveNoEffectIsToldAndNotWritten();
    void concurrentEditsAreASoftConflictUntilSettled();
    void aFailedStepIsAHardConflictUntilSettled();
    void replicasOfTheSameRightsAreEqual();
    void aBundleCarriesChangesBothWays();
    void rebuildAndVerifyFindEverythingInOrder();
    void aRequestHasSixWordsOnDemand();
    void misuseIsToldInOneSentence_data();
    void misuseIsToldInOneSentence();
    void aWrongFingerprintIsToldAndLeavesNothing();
    void aServerThatIsNotThereIsTold();
    void aSecondProcessIsTold();
    void aWrongPassphraseIsTold();
    void sentencesAreInTheLanguageOfThePerson();

private:
    /// The conflicts of one record: those of others are listed too.
    [[nodiscard]] QJsonArray conflictsOf(const QString &profile, const QString &id) const;
    [[nodiscard]] QString newRequest(const QString &profile, const QString &title);

    ProcessCity m_city;
};

QJsonArray CommandLineTest::conflictsOf(const QString &profile, const QString &id) const
{
    QJsonArray some;
    const QJsonArray all = m_city.items(profile, {u"conflicts"_s});
    for (const QJsonValue &conflict : all) {
        if (conflict[u"id"_s].toString() == id)
            some.append(conflict);
    }
    return some;
}

QString CommandLineTest::newRequest(const QString &profile, const QString &title)
{
    const QJsonObject request{{u"title"_s, title}, {u"scope"_s, u"Requests"_s}};
    const Outcome made = m_city.ctl(
        profile, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s}, QJsonDocument(request).toJson());
    if (made.code != 0)
        qFatal("%s", qPrintable(made.err));
    return made.json().value(u"id"_s).toString();
}

void CommandLineTest::initTestCase()
{
    m_city.write(u"other"_s, "інший кінь\n");
    const Outcome founded = m_city.found();
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(m_city.serve());
}

void CommandLineTest::cleanupTestCase()
{
    QCOMPARE(m_city.endServer().code, 0);
}

void CommandLineTest::aNewcomerEntersWithAnInvitation()
{
    const QString link = m_city.invite();
    QVERIFY(link.startsWith(u"spilno://"_s));
    const Outcome entered = m_city.ctl(
        u"anna"_s, {u"init"_s, u"--server"_s, link, u"--name"_s, u"Анна"_s, u"--json"_s});
    QVERIFY2(entered.code == 0, qPrintable(entered.err));
    QCOMPARE(entered.json().value(u"city"_s).toString(), u"Місто"_s);
    QVERIFY(!entered.json().value(u"recovery_code"_s).toString().isEmpty());
    QCOMPARE(m_city.items(u"anna"_s, {u"list"_s, u"join"_s}).size(), 1);
    QVERIFY(m_city.items(u"anna"_s, {u"conflicts"_s}).isEmpty());
}

void CommandLineTest::oneInvitationIsForOnePerson()
{
    const QString link = m_city.invite();
    const auto enter = [&](const QString &profile) {
        return m_city.ctl(profile, {u"init"_s, u"--server"_s, link, u"--name"_s, u"Хтось"_s});
    };
    QCOMPARE(enter(u"first"_s).code, 0);
    const Outcome late = enter(u"late"_s);
    QCOMPARE(late.code, 1);
    QVERIFY2(late.err.contains(u"over already"_s), qPrintable(late.err));
}

void CommandLineTest::aFileIsImportedWholeAndOnce()
{
    QVERIFY(QFile::copy(
        QStringLiteral(SPILNO_SOURCE_DIR "/resources/demo/boston-311-sample.csv"),
        m_city.path(u"sample.csv"_s)));
    const QStringList import{u"import"_s, u"requests"_s,   u"sample.csv"_s,
                             u"--map"_s,  u"boston-311"_s, u"--json"_s};
    const Outcome first = m_city.ctl(u"owner"_s, import);
    QVERIFY2(first.code == 0, qPrintable(first.err));
    QCOMPARE(first.json().value(u"rows"_s).toInt(), 2351);
    QCOMPARE(
        first.json().value(u"imported"_s).toInt() + first.json().value(u"rejected"_s).toInt(),
        2351);
    QCOMPARE(first.json().value(u"known"_s).toInt(), 0);
    QVERIFY(first.err.contains(u"of 2351 rows"_s));
    m_city.sync(u"owner"_s);
    const Outcome again = m_city.ctl(u"owner"_s, import + QStringList{u"--resume"_s});
    QCOMPARE(again.json().value(u"known"_s), first.json().value(u"imported"_s));
    QVERIFY(m_city.items(u"owner"_s, {u"outbox"_s}).isEmpty());
    for (const QJsonValue &conflict : m_city.items(u"owner"_s, {u"conflicts"_s}))
        QVERIFY(conflict[u"type"_s].toString() != u"request"_s);
    const QJsonArray closed = m_city.items(
        u"owner"_s,
        {u"list"_s, u"request"_s, u"--where"_s, u"state=closed"_s, u"--limit"_s, u"5000"_s});
    QCOMPARE(closed.size(), 2012);
    QCOMPARE(closed.first()[u"source"_s].toString(), u"import"_s);
}

void CommandLineTest::pagesFollowEachOther()
{
    QStringList ids;
    QJsonValue next;
    do {
        QStringList arguments{u"list"_s, u"category"_s, u"--limit"_s, u"50"_s, u"--json"_s};
        if (next.isString())
            arguments += {u"--after"_s, next.toString()};
        const QJsonObject page = m_city.ctl(u"owner"_s, arguments).json();
        for (const QJsonValue &item : page.value(u"items"_s).toArray())
            ids.append(item[u"id"_s].toString());
        next = page.value(u"next"_s);
    } while (next.isString());
    QVERIFY(next.isNull());
    const qsizetype all = ids.size();
    ids.removeDuplicates();
    QCOMPARE(ids.size(), all);
    QVERIFY(all > 189);
}

void CommandLineTest::listsAreFiltered()
{
    const QJsonArray one = m_city.items(
        u"owner"_s,
        {u"list"_s, u"body"_s, u"--where"_s, u"name=PWDx"_s, u"--where"_s, u"kind=department"_s});
    QCOMPARE(one.size(), 1);
    const QString body = one.first()[u"id"_s].toString();
    const QJsonArray rows = m_city.items(
        u"owner"_s, {u"list"_s, u"request"_s, u"--where"_s, u"body="_s + body, u"--where"_s,
                     u"opened>2015-03-01T00:00:00Z"_s, u"--limit"_s, u"2000"_s});
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue &row : rows)
        QVERIFY(row[u"opened"_s].toString() > u"2015-03-01"_s);
    const Outcome wrong =
        m_city.ctl(u"owner"_s, {u"list"_s, u"request"_s, u"--where"_s, u"colour=red"_s});
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.err.contains(u"colour"_s));
}

void CommandLineTest::editsAndStepsReachTheOther()
{
    const QString id = newRequest(u"anna"_s, u"Яма на дорозі"_s);
    QCOMPARE(m_city.items(u"anna"_s, {u"outbox"_s}).size(), 1);
    const Outcome edited = m_city.ctl(
        u"anna"_s, {u"edit"_s, u"request"_s, id, u"--json"_s, u"-"_s},
        R"({"text": "Біля школи", "point": {"lat": 50.45, "lon": 30.52}})");
    QVERIFY2(edited.code == 0, qPrintable(edited.err));
    QVERIFY(edited.json().value(u"pending"_s).toBool());
    const Outcome acted =
        m_city.ctl(u"anna"_s, {u"act"_s, u"request"_s, id, u"start"_s, u"--json"_s});
    QVERIFY2(acted.code == 0, qPrintable(acted.err));
    QCOMPARE(acted.json().value(u"state"_s).toString(), u"in_progress"_s);
    m_city.sync(u"anna"_s);
    QVERIFY(m_city.items(u"anna"_s, {u"outbox"_s}).isEmpty());
    m_city.sync(u"owner"_s);
    const QJsonObject shown =
        m_city.ctl(u"owner"_s, {u"show"_s, u"request"_s, id, u"--history"_s, u"--json"_s}).json();
    QCOMPARE(shown.value(u"text"_s).toString(), u"Біля школи"_s);
    QCOMPARE(shown.value(u"state"_s).toString(), u"in_progress"_s);
    QCOMPARE(shown.value(u"point"_s)[u"lat"_s].toDouble(), 50.45);
    QCOMPARE(shown.value(u"pending"_s).toBool(), false);
    QCOMPARE(m_city.items(u"owner"_s, {u"search"_s, u"школи"_s}).size(), 1);
    const QJsonArray history = shown.value(u"history"_s).toArray();
    QCOMPARE(history.size(), 3);
    QCOMPARE(history.at(2)[u"step"_s].toString(), u"start"_s);
    QCOMPARE(history.at(0)[u"person_name"_s].toString(), u"Анна"_s);
    const Outcome impossible = m_city.ctl(u"anna"_s, {u"act"_s, u"request"_s, id, u"reply"_s});
    QCOMPARE(impossible.code, 1);
    QVERIFY(impossible.err.contains(u"finish"_s)); // says what is possible
}

/// Nobody looks into the outbox of a script.
void CommandLineTest::whatCouldHaveNoEffectIsToldAndNotWritten()
{
    const QString id = newRequest(u"owner"_s, u"Чуже"_s);
    m_city.sync(u"owner"_s);
    m_city.sync(u"anna"_s);
    const Outcome edited = m_city.ctl(
        u"anna"_s, {u"edit"_s, u"request"_s, id, u"--json"_s, u"-"_s}, R"({"title": "Моє"})");
    QCOMPARE(edited.code, 1);
    QVERIFY2(edited.err.contains(u"no right"_s), qPrintable(edited.err));
    const Outcome invited = m_city.ctl(
        u"anna"_s, {u"create"_s, u"invitation"_s, u"--json"_s, u"-"_s}, R"({"role": "registrar"})");
    QCOMPARE(invited.code, 1);
    QVERIFY(invited.out.isEmpty());
    QVERIFY(m_city.items(u"anna"_s, {u"outbox"_s}).isEmpty());
    QVERIFY(!newRequest(u"anna"_s, u"Далі"_s).isEmpty()); // on an unbroken chain
    QVERIFY(m_city.ctl(u"anna"_s, {u"verify"_s}).code == 0);
    m_city.sync(u"anna"_s);
    QVERIFY(m_city.items(u"anna"_s, {u"outbox"_s}).isEmpty());
}

void CommandLineTest::concurrentEditsAreASoftConflictUntilSettled()
{
    const QString id = newRequest(u"anna"_s, u"Назва"_s);
    m_city.sync(u"anna"_s);
    m_city.sync(u"first"_s);
    const auto place = [&](const QString &profile, const QByteArray &address) {
        QCOMPARE(
            m_city
                .ctl(
                    profile, {u"edit"_s, u"request"_s, id, u"--json"_s, u"-"_s},
                    "{\"address\": \"" + address + "\"}")
                .code,
            0);
    };
    place(u"anna"_s, "Лісова 1");
    place(u"first"_s, "Лісова 2");
    m_city.sync(u"anna"_s);
    m_city.sync(u"first"_s);
    const QJsonArray conflicts = conflictsOf(u"first"_s, id);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first()[u"kind"_s].toString(), u"soft"_s);
    QCOMPARE(conflicts.first()[u"field"_s].toString(), u"address"_s);
    QCOMPARE(conflicts.first()[u"versions"_s].toArray().size(), 2);
    const Outcome settled = m_city.ctl(
        u"first"_s, {u"act"_s, u"request"_s, id, u"settle"_s, u"--json"_s, u"-"_s},
        R"({"field": "address", "value": "Лісова 3"})");
    QVERIFY2(settled.code == 0, qPrintable(settled.err));
    m_city.sync(u"first"_s);
    m_city.sync(u"anna"_s);
    QVERIFY(conflictsOf(u"anna"_s, id).isEmpty());
    QCOMPARE(
        m_city.ctl(u"anna"_s, {u"show"_s, u"request"_s, id, u"--json"_s})
            .json()
            .value(u"address"_s)
            .toString(),
        u"Лісова 3"_s);
}

void CommandLineTest::aFailedStepIsAHardConflictUntilSettled()
{
    const QString id = newRequest(u"anna"_s, u"Двоє одночасно"_s);
    m_city.sync(u"anna"_s);
    m_city.sync(u"first"_s);
    QCOMPARE(m_city.ctl(u"anna"_s, {u"act"_s, u"request"_s, id, u"start"_s}).code, 0);
    QCOMPARE(
        m_city
            .ctl(
                u"first"_s, {u"act"_s, u"request"_s, id, u"refuse"_s, u"--json"_s, u"-"_s},
                R"({"reason": "не наше"})")
            .code,
        0);
    m_city.sync(u"anna"_s);
    m_city.sync(u"first"_s);
    const QJsonArray conflicts = conflictsOf(u"first"_s, id);
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first()[u"kind"_s].toString(), u"hard"_s);
    QCOMPARE(conflicts.first()[u"reason"_s].toString(), u"conflict"_s);
    QVERIFY(conflicts.first()[u"mine"_s].toBool());
    QCOMPARE(m_city.ctl(u"first"_s, {u"act"_s, u"request"_s, id, u"settle"_s}).code, 0);
    m_city.sync(u"first"_s);
    QVERIFY(conflictsOf(u"first"_s, id).isEmpty());
}

void CommandLineTest::replicasOfTheSameRightsAreEqual()
{
    m_city.sync(u"first"_s);
    m_city.sync(u"anna"_s);
    const QJsonObject one = m_city.ctl(u"anna"_s, {u"digest"_s, u"--json"_s}).json();
    QCOMPARE(m_city.ctl(u"first"_s, {u"digest"_s, u"--json"_s}).json(), one);
    const QJsonArray scopes = one.value(u"scopes"_s).toArray();
    QVERIFY(scopes.size() > 13);
    for (const QString &key : {u"epoch"_s, u"applied"_s, u"proven"_s, u"chain"_s, u"tables"_s})
        QVERIFY2(scopes.first().toObject().contains(key), qPrintable(key));
}

void CommandLineTest::aBundleCarriesChangesBothWays()
{
    const QString id = newRequest(u"anna"_s, u"Без мережі"_s);
    const Outcome out =
        m_city.ctl(u"anna"_s, {u"bundle"_s, u"export"_s, u"a.spilno"_s, u"--json"_s});
    QVERIFY2(out.code == 0, qPrintable(out.err));
    QCOMPARE(out.json().value(u"pending"_s).toInt(), 1);
    QVERIFY(out.json().value(u"changes"_s).toInt() > 4000);
    const Outcome in =
        m_city.ctl(u"first"_s, {u"bundle"_s, u"import"_s, u"a.spilno"_s, u"--json"_s});
    QVERIFY2(in.code == 0, qPrintable(in.err));
    QCOMPARE(in.json().value(u"carried"_s).toInt(), 1);
    QCOMPARE(in.json().value(u"missing"_s).toInt(), 0);
    m_city.sync(u"first"_s); // carries Anna's change to the city
    QCOMPARE(m_city.ctl(u"first"_s, {u"show"_s, u"request"_s, id}).code, 0);
    QCOMPARE(m_city.ctl(u"first"_s, {u"bundle"_s, u"export"_s, u"b.spilno"_s}).code, 0);
    const Outcome back =
        m_city.ctl(u"anna"_s, {u"bundle"_s, u"import"_s, u"b.spilno"_s, u"--json"_s});
    QVERIFY2(back.code == 0, qPrintable(back.err));
    QCOMPARE(back.json().value(u"applied"_s).toInt(), 1);
    QVERIFY(m_city.items(u"anna"_s, {u"outbox"_s}).isEmpty());
    m_city.write(u"garbage.spilno"_s, QByteArray(5000, 'x'));
    const Outcome garbage = m_city.ctl(u"anna"_s, {u"bundle"_s, u"import"_s, u"garbage.spilno"_s});
    QCOMPARE(garbage.code, 1);
    QCOMPARE(garbage.err.count(u'\n'), 1);
}

void CommandLineTest::rebuildAndVerifyFindEverythingInOrder()
{
    const QString before = m_city.ctl(u"anna"_s, {u"digest"_s, u"--json"_s}).out;
    QCOMPARE(m_city.ctl(u"anna"_s, {u"rebuild"_s, u"--json"_s}).code, 0);
    QCOMPARE(m_city.ctl(u"anna"_s, {u"digest"_s, u"--json"_s}).out, before);
    const Outcome verified = m_city.ctl(u"anna"_s, {u"verify"_s, u"--json"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.out));
    QVERIFY(verified.json().value(u"ok"_s).toBool());
}

void CommandLineTest::aRequestHasSixWordsOnDemand()
{
    const Outcome made = m_city.ctl(
        u"anna"_s, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
        R"({"title": "З квитанцією", "scope": "Requests", "receipt": true})");
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QCOMPARE(made.json().value(u"receipt"_s).toString().split(u' ').size(), 6);
    QCOMPARE(made.json().value(u"claim_key"_s).toString().size(), 64);
}

void CommandLineTest::misuseIsToldInOneSentence_data()
{
    m_city.write(u"garbage.csv"_s, QByteArray::fromHex("00ff00fe89504e470d0a1a0a"));
    m_city.write(u"empty.csv"_s, {});
    m_city.write(u"other.csv"_s, "a,b\n1,2\n");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto import = [](const QString &file) {
        return QStringList{u"import"_s, u"requests"_s, file, u"--map"_s, u"boston-311"_s};
    };
    QTest::newRow("binary csv") << import(u"garbage.csv"_s) << 1;
    QTest::newRow("empty csv") << import(u"empty.csv"_s) << 1;
    QTest::newRow("other columns") << import(u"other.csv"_s) << 1;
    QTest::newRow("no such file") << import(u"nothing.csv"_s) << 1;
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << 2;
    QTest::newRow("unknown option") << QStringList{u"sync"_s, u"--fast"_s} << 2;
    QTest::newRow("operand missing") << QStringList{u"show"_s, u"request"_s} << 2;
    QTest::newRow("unknown type") << QStringList{u"list"_s, u"unicorn"_s} << 1;
    QTest::newRow("unknown record") << QStringList{u"show"_s, u"request"_s, u"42"_s} << 1;
    QTest::newRow("unknown city")
        << QStringList{u"list"_s, u"request"_s, u"--city"_s, u"Атлантида"_s} << 1;
    QTest::newRow("no json") << QStringList{u"create"_s, u"request"_s, u"--json"_s, u"empty.csv"_s}
                             << 1;
    QTest::newRow("no object") << QStringList{u"create"_s, u"request"_s, u"--json"_s, u"[]"_s} << 1;
    QTest::newRow("unknown field")
        << QStringList{u"create"_s, u"request"_s, u"--json"_s, u"{\"colour\": 1}"_s} << 1;
}

void CommandLineTest::misuseIsToldInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const Outcome told = m_city.ctl(u"owner"_s, arguments);
    QCOMPARE(told.code, code);
    QVERIFY(told.out.isEmpty());
    QVERIFY2(told.err.count(u'\n') == 1, qPrintable(told.err));
    QVERIFY(told.err.startsWith(u"spilnoctl: "_s));
}

void CommandLineTest::aWrongFingerprintIsToldAndLeavesNothing()
{
    QString wrong = m_city.address();
    wrong.replace(wrong.size() - 4, 4, wrong.endsWith(u"0000"_s) ? u"1111"_s : u"0000"_s);
    const Outcome told =
        m_city.ctl(u"wrong"_s, {u"init"_s, u"--server"_s, wrong, u"--name"_s, u"Хтось"_s});
    QCOMPARE(told.code, 1);
    QVERIFY2(told.err.contains(u"another city"_s), qPrintable(told.err));
    QCOMPARE(told.err.count(u'\n'), 1);
    QVERIFY(!QFile::exists(m_city.path(u"wrong/vault"_s)));
}

void CommandLineTest::aServerThatIsNotThereIsTold()
{
    const QString address =
        u"spilno://127.0.0.1:%1#%2"_s.arg(freePort()).arg(m_city.address().section(u'#', 1));
    const Outcome told =
        m_city.ctl(u"lost"_s, {u"init"_s, u"--server"_s, address, u"--name"_s, u"Хтось"_s});
    QCOMPARE(told.code, 1);
    QVERIFY2(told.err.contains(u"does not answer"_s), qPrintable(told.err));
    QCOMPARE(told.err.count(u'\n'), 1);
}

void CommandLineTest::aSecondProcessIsTold()
{
    // An import that goes on for a while holds the profile.
    QVERIFY(QFile::copy(m_city.path(u"sample.csv"_s), m_city.path(u"many.csv"_s)));
    const auto holder = m_city.beginCtl(
        u"owner"_s, {u"import"_s, u"requests"_s, u"many.csv"_s, u"--map"_s, u"boston-311"_s});
    holder->setReadChannel(QProcess::StandardError);
    QVERIFY(QTest::qWaitFor([&] { return holder->canReadLine(); }, ProcessCity::kPatienceMs));
    const Outcome second = m_city.ctl(u"owner"_s, {u"list"_s, u"request"_s});
    QCOMPARE(holder->state(), QProcess::Running);
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains(u"Another program"_s), qPrintable(second.err));
    QCOMPARE(ProcessCity::finish(*holder).code, 0);
}

void CommandLineTest::aWrongPassphraseIsTold()
{
    m_city.setPassphraseFile(u"other"_s);
    const Outcome told = m_city.ctl(u"anna"_s, {u"sync"_s});
    m_city.setPassphraseFile(u"passphrase"_s);
    QCOMPARE(told.code, 1);
    QCOMPARE(told.err, u"spilnoctl: The passphrase is wrong.\n"_s);
}

void CommandLineTest::sentencesAreInTheLanguageOfThePerson()
{
    const Outcome told = m_city.ctl(u"nobody"_s, {u"list"_s, u"request"_s, u"--lang"_s, u"uk"_s});
    QCOMPARE(told.code, 1);
    QVERIFY2(told.err.contains(u"немає профілю"_s), qPrintable(told.err));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
