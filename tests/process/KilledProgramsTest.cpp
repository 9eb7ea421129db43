// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SeededRandom.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kRounds = 24;

struct Outcome
{
    int code = -1;
    QByteArray out;
    QString err;
};

} // namespace

/// The real programs, killed without a word while they write and exchange: what they said they had
/// taken is there afterwards, on every machine.
class KilledProgramsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatWasTakenSurvivesEveryKill();

private:
    [[nodiscard]] std::unique_ptr<QProcess> start(
        const QString &program, const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] Outcome finish(QProcess &process) const;
    [[nodiscard]] Outcome clerk(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] Outcome owner(const QStringList &arguments) const;
    void serve();
    void killServer();
    void writeAndMaybeDie(int round);
    void exchangeAndMaybeDie();
    [[nodiscard]] int pauseMs(int most)
    {
        return static_cast<int>(m_random.next() % static_cast<quint64>(most));
    }

    support::SeededRandom m_random{20261123};
    QTemporaryDir m_root;
    QString m_address;
    QString m_listen;
    QString m_scope;
    std::unique_ptr<QProcess> m_server;
    QStringList m_taken; ///< Records that `create` answered for.
    int m_killed = 0;
};

std::unique_ptr<QProcess> KilledProgramsTest::start(
    const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SPILNO_PASSPHRASE_FILE"_s, m_root.filePath(u"passphrase"_s));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_root.path());
    process->start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    process->waitForStarted(kPatienceMs);
    if (!input.isEmpty()) {
        process->write(input);
        process->waitForBytesWritten(kPatienceMs);
    }
    process->closeWriteChannel();
    return process;
}

Outcome KilledProgramsTest::finish(QProcess &process) const
{
    process.waitForFinished(kPatienceMs);
    return {
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

Outcome KilledProgramsTest::clerk(const QStringList &arguments, const QByteArray &input) const
{
    return finish(
        *start(u"spilnoctl"_s, QStringList{u"--profile"_s, u"clerk"_s} + arguments, input));
}

Outcome KilledProgramsTest::owner(const QStringList &arguments) const
{
    return finish(*start(u"spilnoctl"_s, QStringList{u"--profile"_s, u"owner"_s} + arguments));
}

void KilledProgramsTest::initTestCase()
{
    QFile passphrase(m_root.filePath(u"passphrase"_s));
    QVERIFY(passphrase.open(QIODevice::WriteOnly));
    passphrase.write("вірний кінь\n");
    passphrase.close();
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    m_listen = u"127.0.0.1:%1"_s.arg(free.serverPort());
    free.close();
    const auto founded = start(
        u"spilno-server"_s, {u"init"_s, u"--data"_s, u"data"_s, u"--name"_s, u"Місто"_s,
                             u"--owner"_s, u"owner"_s, u"--listen"_s, m_listen});
    const Outcome outcome = finish(*founded);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    m_address = QString::fromUtf8(outcome.out).trimmed();
    serve();
    const Outcome entered = clerk({u"init"_s, u"--server"_s, m_address, u"--name"_s, u"Марія"_s});
    QVERIFY2(entered.code == 0, qPrintable(entered.err));
    const Outcome digest = clerk({u"digest"_s, u"--json"_s});
    const QJsonArray scopes = QJsonDocument::fromJson(digest.out)[u"scopes"_s].toArray();
    for (const QJsonValue &scope : scopes) {
        if (!scope[u"name"_s].toString().isEmpty() && m_scope.isEmpty())
            m_scope = scope[u"scope"_s].toString();
    }
    QVERIFY2(!m_scope.isEmpty(), digest.out.constData());
}

void KilledProgramsTest::cleanupTestCase()
{
    if (m_server)
        killServer();
}

void KilledProgramsTest::serve()
{
    m_server =
        start(u"spilno-server"_s, {u"serve"_s, u"--data"_s, u"data"_s, u"--listen"_s, m_listen});
    QVERIFY2(
        QTest::qWaitFor([this] { return m_server->canReadLine(); }, kPatienceMs),
        m_server->readAllStandardError().constData());
}

void KilledProgramsTest::killServer()
{
    ::kill(static_cast<pid_t>(m_server->processId()), SIGKILL);
    m_server->waitForFinished(kPatienceMs);
    m_server.reset();
}

void KilledProgramsTest::writeAndMaybeDie(int round)
{
    const QJsonObject request{{u"title"_s, u"Яма %1"_s.arg(round)}, {u"scope"_s, m_scope}};
    const auto process = start(
        u"spilnoctl"_s,
        {u"--profile"_s, u"clerk"_s, u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
        QJsonDocument(request).toJson());
    if (round % 2 == 1) {
        process->waitForFinished(pauseMs(250));
        if (process->state() == QProcess::Running)
            ++m_killed;
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    }
    const Outcome outcome = finish(*process);
    const QString id = QJsonDocument::fromJson(outcome.out)[u"id"_s].toString();
    if (round % 2 == 0)
        QVERIFY2(outcome.code == 0 && !id.isEmpty(), qPrintable(outcome.err));
    if (!id.isEmpty())
        m_taken.append(id); // it said so, whatever happened to it then
}

void KilledProgramsTest::exchangeAndMaybeDie()
{
    const auto process =
        start(u"spilnoctl"_s, {u"--profile"_s, u"clerk"_s, u"sync"_s, u"--once"_s});
    process->waitForFinished(pauseMs(400));
    if (process->state() == QProcess::Running)
        ++m_killed;
    if (m_random.next() % 2 == 0) {
        killServer();
        serve();
    }
    if (process->state() == QProcess::Running)
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    process->waitForFinished(kPatienceMs);
}

void KilledProgramsTest::whatWasTakenSurvivesEveryKill()
{
    for (int round = 0; round < kRounds; ++round) {
        writeAndMaybeDie(round);
        if (QTest::currentTestFailed())
            return;
        if (round % 3 == 0)
            exchangeAndMaybeDie();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_killed > 3, qPrintable(QString::number(m_killed)));
    QVERIFY(m_taken.size() >= kRounds / 2);
    const Outcome sent = clerk({u"sync"_s, u"--once"_s});
    QVERIFY2(sent.code == 0, qPrintable(sent.err));
    const Outcome fetched = owner({u"sync"_s, u"--once"_s});
    QVERIFY2(fetched.code == 0, qPrintable(fetched.err));
    const Outcome waiting = clerk({u"outbox"_s, u"--json"_s});
    QVERIFY2(
        QJsonDocument::fromJson(waiting.out)[u"items"_s].toArray().isEmpty(),
        waiting.out.constData());
    for (const QString &id : std::as_const(m_taken))
        QVERIFY2(owner({u"show"_s, u"request"_s, id, u"--json"_s}).code == 0, qPrintable(id));
    QCOMPARE(owner({u"digest"_s, u"--json"_s}).out, clerk({u"digest"_s, u"--json"_s}).out);
    QCOMPARE(clerk({u"verify"_s}).code, 0);
    QCOMPARE(owner({u"verify"_s}).code, 0);
    killServer();
    const auto verify = start(u"spilno-server"_s, {u"verify"_s, u"--data"_s, u"data"_s});
    const Outcome sound = finish(*verify);
    QVERIFY2(sound.code == 0, qPrintable(QString::fromUtf8(sound.out) + sound.err));
}

QTEST_GUILESS_MAIN(KilledProgramsTest)
#include "KilledProgramsTest.moc"
