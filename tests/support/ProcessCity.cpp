// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProcessCity.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace spilno::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstPort = 20'000;
constexpr int kPorts = 12'000; // the system's own begin at 32,768

} // namespace

quint16 freePort()
{
    for (;;) {
        const auto port =
            static_cast<quint16>(kFirstPort + QRandomGenerator::global()->bounded(kPorts));
        QTcpServer probe;
        if (probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
}

ProcessCity::ProcessCity()
{
    write(m_passphrase, "вірний кінь\n");
}

ProcessCity::~ProcessCity()
{
    killServer();
}

void ProcessCity::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
}

void ProcessCity::writeSample(const QString &name, int rows) const
{
    QFile sample(QStringLiteral(SPILNO_SOURCE_DIR "/resources/demo/boston-311-sample.csv"));
    if (!sample.open(QIODevice::ReadOnly))
        qFatal("the sample cannot be read");
    QByteArray first;
    for (int i = 0; i <= rows; ++i) // no value of the sample holds a line break
        first += sample.readLine();
    write(name, first);
}

// ── The city ────────────────────────────────────────────────────────────────────────────────────

Outcome ProcessCity::found(const QString &data)
{
    m_data = data;
    m_port = freePort();
    const Outcome founded = program(
        u"spilno-server"_s, {u"init"_s, u"--data"_s, m_data, u"--name"_s, u"Місто"_s, u"--owner"_s,
                             u"owner"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)});
    m_address = founded.out.trimmed();
    return founded;
}

bool ProcessCity::serve()
{
    m_server = begin(
        u"spilno-server"_s,
        {u"serve"_s, u"--data"_s, m_data, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)}, {});
    const bool answered = QTest::qWaitFor(
        [this] { return m_server->canReadLine() || m_server->state() == QProcess::NotRunning; },
        kPatienceMs);
    if (!answered || m_server->state() != QProcess::Running)
        return false;
    m_address = QString::fromUtf8(m_server->readLine()).trimmed();
    return true;
}

void ProcessCity::killServer()
{
    if (m_server)
        kill(*m_server);
    m_server.reset();
}

Outcome ProcessCity::endServer(int signal)
{
    ::kill(static_cast<pid_t>(m_server->processId()), signal);
    const Outcome ended = finish(*m_server);
    m_server.reset();
    return ended;
}

Outcome ProcessCity::enter(const QString &profile, const QString &name, const QString &link) const
{
    return ctl(
        profile, {u"init"_s, u"--server"_s, link.isEmpty() ? m_address : link, u"--name"_s, name});
}

QString ProcessCity::invite() const
{
    const Outcome made =
        ctl(u"owner"_s, {u"create"_s, u"invitation"_s, u"--json"_s, u"-"_s},
            R"({"role": "clerk", "body": "Municipality", "uses": 1})");
    if (made.code != 0)
        qFatal("%s", qPrintable(made.said()));
    sync(u"owner"_s);
    return made.json().value(u"link"_s).toString();
}

void ProcessCity::sync(const QString &profile) const
{
    const Outcome done = ctl(profile, {u"sync"_s, u"--once"_s, u"--json"_s});
    QVERIFY2(done.code == 0, qPrintable(profile + u": "_s + done.said()));
    for (const QString &key : {u"changes_in"_s, u"changes_out"_s, u"seconds"_s, u"bytes"_s})
        QVERIFY2(done.json().contains(key), qPrintable(key));
    QCOMPARE(done.json().value(u"pending"_s).toInt(-1), 0);
}

Outcome ProcessCity::create(
    const QString &profile, const QString &title, const Beside &beside) const
{
    Beside with = beside;
    with.input =
        QJsonDocument(QJsonObject{{u"title"_s, title}, {u"scope"_s, u"Requests"_s}}).toJson();
    return program(u"spilnoctl"_s, requestFor(profile), with);
}

Outcome ProcessCity::create(const QString &profile, const QString &title) const
{
    return create(profile, title, {});
}

QStringList ProcessCity::requestFor(const QString &profile) const
{
    return {u"--profile"_s, profile, u"create"_s, u"request"_s, u"--json"_s, u"-"_s};
}

QJsonArray ProcessCity::items(const QString &profile, const QStringList &arguments) const
{
    const Outcome listed = ctl(profile, arguments + QStringList{u"--json"_s});
    if (listed.code != 0)
        qFatal("%s", qPrintable(listed.said()));
    return listed.json().value(u"items"_s).toArray();
}

// ── Processes ───────────────────────────────────────────────────────────────────────────────────

Outcome ProcessCity::program(
    const QString &name, const QStringList &arguments, const Beside &beside) const
{
    return finish(*begin(name, arguments, beside));
}

Outcome ProcessCity::program(const QString &name, const QStringList &arguments) const
{
    return program(name, arguments, {});
}

Outcome ProcessCity::ctl(
    const QString &profile, const QStringList &arguments, const QByteArray &input) const
{
    return finish(*beginCtl(profile, arguments, input));
}

std::unique_ptr<QProcess> ProcessCity::begin(
    const QString &name, const QStringList &arguments, const Beside &beside) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SPILNO_PASSPHRASE_FILE"_s, path(m_passphrase));
    for (const QString &other : {u"LANGUAGE"_s, u"LC_MESSAGES"_s})
        environment.remove(other);
    if (m_language.isEmpty()) {
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    } else {
        environment.remove(u"LC_ALL"_s);
        environment.insert(u"LANG"_s, m_language);
    }
    for (const QString &entry : beside.environment)
        environment.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_root.path());
    process->setChildProcessModifier([fileBytesMax = beside.fileBytesMax] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // it does not outlive the test
        if (fileBytesMax >= 0) {
            ::signal(SIGXFSZ, SIG_IGN); // a write that is too much fails, as on a full disk
            const auto most = static_cast<rlim_t>(fileBytesMax);
            const rlimit limit{most, most};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
    });
    process->start(QCoreApplication::applicationDirPath() + u'/' + name, arguments);
    process->write(beside.input);
    process->closeWriteChannel();
    if (!process->waitForStarted(kPatienceMs))
        qFatal("%s does not start", qPrintable(name));
    return process;
}

std::unique_ptr<QProcess> ProcessCity::beginCtl(
    const QString &profile, const QStringList &arguments, const QByteArray &input) const
{
    Beside beside;
    beside.input = input;
    return begin(u"spilnoctl"_s, QStringList{u"--profile"_s, profile} + arguments, beside);
}

Outcome ProcessCity::finish(QProcess &process)
{
    // In the event loop: what it talks to may live in the test itself.
    if (!QTest::qWaitFor(
            [&process] { return process.state() == QProcess::NotRunning; }, kPatienceMs)) {
        kill(process);
        return {-1, {}, u"it does not end"_s};
    }
    return {
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

void ProcessCity::kill(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    (void)process.waitForFinished(kPatienceMs);
}

} // namespace spilno::test
