// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Sodium.h"
#include "core/profile/CityClient.h"
#include "tests/support/ProcessCity.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = ProcessCity::kPatienceMs;

} // namespace

/// The server program as an operator meets it: a process, its words and its exit code.
class ServerProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void initPrintsTheAddressThatServeAnswersAt();
    void killedServerGoesOnWithoutLoss();
    void terminatedServerEndsInGoodOrder();
    void statusAndVerifyAnswerInJson();
    void backupIsRestoredElsewhere();
    void misuseIsToldInOneSentence_data();
    void misuseIsToldInOneSentence();
    void damageIsToldInOneSentence();
    void wrongPassphraseOfTheOwnerIsTold();
    void sentencesAreInTheLanguageOfThePerson();

private:
    [[nodiscard]] Outcome run(const QStringList &arguments, const QStringList &more = {}) const;
    [[nodiscard]] QString path(const QString &name) const { return m_city->path(name); }
    void found();
    void serve();
    [[nodiscard]] int changesInTheLog() const;
    /// The owner's replica, in contact.
    [[nodiscard]] std::unique_ptr<profile::CityClient> owner();

    base::SystemClock m_clock;
    crypto::SystemRandom m_random;
    std::unique_ptr<ProcessCity> m_city;
    std::unique_ptr<profile::Profile> m_owner;
};

void ServerProgramTest::init()
{
    m_city = std::make_unique<ProcessCity>();
    m_city->write(u"passphrase"_s, "вірний кінь\r\nthe second line is not read\n");
}

void ServerProgramTest::cleanup()
{
    m_owner.reset();
    m_city.reset();
}

Outcome ServerProgramTest::run(const QStringList &arguments, const QStringList &more) const
{
    ProcessCity::Beside beside;
    beside.environment = more;
    return m_city->program(u"spilno-server"_s, arguments, beside);
}

void ServerProgramTest::found()
{
    const Outcome founded = m_city->found();
    QVERIFY2(founded.code == 0, qPrintable(founded.err));
    QVERIFY(founded.out.startsWith(u"spilno://127.0.0.1:%1#"_s.arg(m_city->port())));
    QCOMPARE(founded.out.count(u'\n'), 1);
    QVERIFY(founded.err.contains(u"Recovery code"_s));
}

void ServerProgramTest::serve()
{
    QVERIFY(m_city->serve());
    QVERIFY2(m_city->address().startsWith(u"spilno://127.0.0.1:"_s), qPrintable(m_city->address()));
}

int ServerProgramTest::changesInTheLog() const
{
    const Outcome status = run({u"status"_s, u"--data"_s, u"data"_s, u"--json"_s});
    return QJsonDocument::fromJson(status.out.toUtf8()).object().value(u"changes"_s).toInt(-1);
}

std::unique_ptr<profile::CityClient> ServerProgramTest::owner()
{
    if (!m_owner) {
        m_owner = std::move(*profile::Profile::open(path(u"owner"_s)));
        const QByteArray passphrase = u"вірний кінь"_s.toUtf8();
        if (!m_owner->unlock(crypto::SecretBytes::copyOf(base::view(passphrase))))
            qFatal("the passphrase of init does not open the owner's profile");
    }
    auto client = profile::CityClient::open(
        *m_owner, sync::ServerAddress::parse(m_city->address()).value(), {&m_clock, &m_random});
    if (!client)
        qFatal("%s", qPrintable(client.error().detail));
    (*client)->startSync(sync::SyncMode::Live);
    return std::move(*client);
}

void ServerProgramTest::initPrintsTheAddressThatServeAnswersAt()
{
    found();
    serve();
    const auto client = owner();
    QCOMPARE(m_owner->cities().size(), 1);
    QCOMPARE(m_owner->cities().front().name, u"Місто"_s);
    QTRY_COMPARE_WITH_TIMEOUT(client->status().phase, sync::SyncPhase::UpToDate, kPatienceMs);
}

void ServerProgramTest::killedServerGoesOnWithoutLoss()
{
    found();
    const int before = changesInTheLog();
    QVERIFY(before > 0);
    serve();
    int accepted = 0;
    int written = 0;
    for (int round = 0; round < 3; ++round) {
        const auto client = owner();
        QTRY_COMPARE_WITH_TIMEOUT(client->status().phase, sync::SyncPhase::UpToDate, kPatienceMs);
        for (int i = 0; i < 40; ++i, ++written) {
            replica::Draft draft;
            draft.type = u"category"_s;
            draft.fields = {{u"name"_s, wire::Value(u"Category %1"_s.arg(written))}};
            QVERIFY(client->replica().submit({draft}).result());
            client->wake();
            if (i == 20)
                m_city->killServer(); // while receipts are under way
        }
        const auto outbox = client->replica().outbox(1'000).result();
        QVERIFY(outbox);
        accepted = written - static_cast<int>(outbox->size());
        serve();
    }
    QVERIFY(accepted > 0);
    const auto client = owner();
    QTRY_VERIFY_WITH_TIMEOUT(client->replica().outbox().result()->empty(), kPatienceMs);
    client->stopSync();
    QCOMPARE(m_city->endServer().code, 0);
    const Outcome verified = run({u"verify"_s, u"--data"_s, u"data"_s, u"--json"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    // Each written one stands in the log once, whatever was sent twice.
    QCOMPARE(changesInTheLog(), before + written);
}

void ServerProgramTest::terminatedServerEndsInGoodOrder()
{
    for (const int signal : {SIGTERM, SIGINT}) {
        if (!QDir(path(u"data"_s)).exists())
            found();
        serve();
        const Outcome ended = m_city->endServer(signal);
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.err.contains(u"\"event\":\"stopped\""_s));
        QVERIFY(!QFile::exists(path(u"data/lock"_s)));
        QVERIFY(!QFile::exists(path(u"data/city.sqlite-wal"_s)));
    }
}

void ServerProgramTest::statusAndVerifyAnswerInJson()
{
    found();
    const auto status = [this] {
        return QJsonDocument::fromJson(
                   run({u"status"_s, u"--data"_s, u"data"_s, u"--json"_s}).out.toUtf8())
            .object();
    };
    QJsonObject before = status();
    QCOMPARE(before.value(u"serving"_s).toBool(true), false);
    QCOMPARE(before.value(u"name"_s).toString(), u"Місто"_s);
    QVERIFY(before.value(u"changes"_s).toInt() > 0);
    serve();
    QJsonObject now = status();
    QCOMPARE(now.value(u"serving"_s).toBool(), true);
    QCOMPARE(now.value(u"address"_s).toString(), m_city->address());
    QCOMPARE(now.value(u"connections"_s).toInt(-1), 0);
    QVERIFY(now.contains(u"diskFreePercent"_s));
    QCOMPARE(run({u"verify"_s, u"--data"_s, u"data"_s}).code, 0);
    const Outcome second = run({u"serve"_s, u"--data"_s, u"data"_s});
    QCOMPARE(second.code, 1);
    QVERIFY(second.err.contains(u"already uses"_s));
}

void ServerProgramTest::backupIsRestoredElsewhere()
{
    found();
    serve();
    QCOMPARE(run({u"backup"_s, u"--data"_s, u"data"_s, u"copy"_s}).code, 0);
    QCOMPARE(run({u"restore"_s, u"--data"_s, u"other"_s, u"copy"_s}).code, 0);
    QCOMPARE(run({u"verify"_s, u"--data"_s, u"other"_s}).code, 0);
    const Outcome again = run({u"restore"_s, u"--data"_s, u"other"_s, u"copy"_s});
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains(u"already"_s));
    const Outcome none = run({u"restore"_s, u"--data"_s, u"third"_s, u"passphrase"_s});
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.contains(u"no backup"_s));
    QVERIFY(!QFile::exists(path(u"third/sequencer.key"_s)));
}

void ServerProgramTest::misuseIsToldInOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const QStringList init{u"init"_s,  u"--data"_s,  u"d"_s, u"--name"_s,
                           u"Місто"_s, u"--owner"_s, u"o"_s};
    QTest::newRow("nothing") << QStringList() << 2 << u"Which command"_s;
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << 2 << u"dance"_s;
    QTest::newRow("unknown option")
        << QStringList{u"serve"_s, u"--data"_s, u"d"_s, u"--fast"_s} << 2 << u"--fast"_s;
    QTest::newRow("no data") << QStringList{u"serve"_s} << 2 << u"--data"_s;
    QTest::newRow("no value") << QStringList{u"serve"_s, u"--data"_s} << 2 << u"needs a value"_s;
    QTest::newRow("a word too many")
        << QStringList{u"serve"_s, u"--data"_s, u"d"_s, u"please"_s} << 2 << u"please"_s;
    QTest::newRow("no name") << QStringList{u"init"_s, u"--data"_s, u"d"_s, u"--owner"_s, u"o"_s}
                             << 2 << u"--name"_s;
    QTest::newRow("bad port") << (init + QStringList{u"--listen"_s, u"127.0.0.1:70000"_s}) << 2
                              << u"HOST:PORT"_s;
    QTest::newRow("port none") << (init + QStringList{u"--listen"_s, u"127.0.0.1:0"_s}) << 2
                               << u"HOST:PORT"_s;
    QTest::newRow("hub") << QStringList{u"serve"_s, u"--data"_s, u"d"_s, u"--hub"_s, u"x"_s} << 2
                         << u"later version"_s;
    QTest::newRow("no plan") << (init + QStringList{u"--plan"_s, u"none.json"_s}) << 1
                             << u"none.json"_s;
    QTest::newRow("no city") << QStringList{u"serve"_s, u"--data"_s, u"nowhere"_s} << 1
                             << u"no city"_s;
    QTest::newRow("no city to back up")
        << QStringList{u"backup"_s, u"--data"_s, u"nowhere"_s, u"f"_s} << 1 << u"no city"_s;
    QTest::newRow("no backup") << QStringList{u"restore"_s, u"--data"_s, u"d"_s, u"nofile"_s} << 1
                               << u"no file"_s;
    QTest::newRow("bad time")
        << QStringList{u"backup"_s, u"--data"_s, u"d"_s, u"--every"_s, u"soon"_s} << 2
        << u"--every"_s;
}

void ServerProgramTest::misuseIsToldInOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, words);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.err.contains(words), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(!QFile::exists(path(u"d/sequencer.key"_s)));
}

void ServerProgramTest::damageIsToldInOneSentence()
{
    found();
    QFile database(path(u"data/city.sqlite"_s));
    QVERIFY(database.open(QIODevice::ReadWrite));
    const QByteArray whole = database.readAll();
    QVERIFY(database.seek(0) && database.write(QByteArray(8'192, '\x5a')) == 8'192);
    database.close();
    for (const QString &command : {u"serve"_s, u"verify"_s, u"status"_s}) {
        const Outcome outcome = run({command, u"--data"_s, u"data"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(u"damaged"_s), qPrintable(command + outcome.err));
    }
    // A format that only a newer program knows is left alone.
    QByteArray newer = whole;
    newer[63] = 99; // the last byte of user_version
    QVERIFY(database.open(QIODevice::ReadWrite) && database.write(newer) == newer.size());
    database.close();
    const Outcome refused = run({u"serve"_s, u"--data"_s, u"data"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"newer version"_s), qPrintable(refused.err));
    QVERIFY(QFile::remove(path(u"data/sequencer.key"_s)));
    QCOMPARE(run({u"serve"_s, u"--data"_s, u"data"_s}).code, 1);
}

void ServerProgramTest::wrongPassphraseOfTheOwnerIsTold()
{
    found();
    QFile passphrase(path(u"passphrase"_s));
    QVERIFY(passphrase.open(QIODevice::WriteOnly | QIODevice::Truncate));
    passphrase.write("another\n");
    passphrase.close();
    const QStringList second{u"init"_s,  u"--data"_s,  u"second"_s, u"--name"_s,
                             u"Друге"_s, u"--owner"_s, u"owner"_s};
    const Outcome outcome = run(second);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(u"does not open"_s), qPrintable(outcome.err));
    QVERIFY(passphrase.open(QIODevice::WriteOnly | QIODevice::Truncate));
    passphrase.write("\n");
    passphrase.close();
    const Outcome empty = run(second);
    QCOMPARE(empty.code, 1);
    QVERIFY2(empty.err.contains(u"no passphrase"_s), qPrintable(empty.err));
    const Outcome missing = run(second, {u"SPILNO_PASSPHRASE_FILE=nothing"_s});
    QCOMPARE(missing.code, 1);
    QVERIFY2(missing.err.contains(u"cannot be read"_s), qPrintable(missing.err));
    const Outcome nobody = run(second, {u"SPILNO_PASSPHRASE_FILE="_s});
    QCOMPARE(nobody.code, 1);
    QVERIFY2(nobody.err.contains(u"A passphrase is needed"_s), qPrintable(nobody.err));
}

void ServerProgramTest::sentencesAreInTheLanguageOfThePerson()
{
    const QStringList arguments{u"serve"_s, u"--data"_s, u"nowhere"_s};
    const Outcome ukrainian = run(arguments, {u"LC_ALL=uk_UA.UTF-8"_s});
    QVERIFY2(ukrainian.err.contains(u"немає міста"_s), qPrintable(ukrainian.err));
    const Outcome english = run(arguments, {u"LC_ALL=en_GB.UTF-8"_s});
    QVERIFY2(english.err.contains(u"no city"_s), qPrintable(english.err));
    const Outcome asked = run(arguments + QStringList{u"--lang"_s, u"uk"_s});
    QVERIFY2(asked.err.contains(u"немає міста"_s), qPrintable(asked.err));
}

QTEST_GUILESS_MAIN(ServerProgramTest)
#include "ServerProgramTest.moc"
