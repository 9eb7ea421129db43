// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/RunningWindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace spilno;

/// A second start of the program reaches the window of the first, and only that of its own place.
class RunningWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyIsThere();
    void aLinkReachesTheWindowThatIsOpen();
    void whatACrashLeftBehindIsInNobodysWay();

private:
    /// handOver() waits for an answer, so it asks from another thread.
    static bool handOver(const QString &place, const QString &link);

    QTemporaryDir m_folder;
};

void RunningWindowTest::initTestCase()
{
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
}

bool RunningWindowTest::handOver(const QString &place, const QString &link)
{
    bool given = false;
    std::unique_ptr<QThread> other(
        QThread::create([&] { given = shell::RunningWindow(place).handOver(link); }));
    other->start();
    return QTest::qWaitFor([&other] { return other->isFinished(); }, 10'000) && given;
}

void RunningWindowTest::nobodyIsThere()
{
    QVERIFY(!handOver(QStringLiteral("/a"), QStringLiteral("spilno://x")));
}

void RunningWindowTest::aLinkReachesTheWindowThatIsOpen()
{
    shell::RunningWindow open(QStringLiteral("/a"));
    open.listen();
    QSignalSpy again(&open, &shell::RunningWindow::startedAgain);
    QVERIFY(handOver(QStringLiteral("/a"), QStringLiteral("spilno://місто")));
    QTRY_COMPARE(again.size(), 1);
    QCOMPARE(again.first().first().toString(), QStringLiteral("spilno://місто"));
    QVERIFY(handOver(QStringLiteral("/a"), QString()));
    QTRY_COMPARE(again.size(), 2);
    QVERIFY(!handOver(QStringLiteral("/b"), QStringLiteral("spilno://x")));
}

void RunningWindowTest::whatACrashLeftBehindIsInNobodysWay()
{
    {
        shell::RunningWindow first(QStringLiteral("/c"));
        first.listen();
    }
    shell::RunningWindow second(QStringLiteral("/c"));
    second.listen();
    QVERIFY(handOver(QStringLiteral("/c"), QString()));
}

QTEST_GUILESS_MAIN(RunningWindowTest)
#include "RunningWindowTest.moc"
