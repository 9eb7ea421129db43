// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/BundleJob.h"
#include "tests/app/CityFixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace spilno;
using base::ErrorCode;
using namespace Qt::StringLiterals;

/// A city goes into a file and out of it, and what is no bundle of it is told apart.
class BundleJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingWorkReachesAnotherComputerInAFile();
    void aFileOfAnotherCityIsTurnedAway();
    void whatIsNoBundleIsNamed();
    void aFolderThatIsNotThereIsNamed();
    void closingInTheMiddleWaitsForTheReplica();

private:
    [[nodiscard]] static base::Result<sync::BundleExport::Counts> exportTo(
        replica::Replica &replica, const QString &path);
    [[nodiscard]] static base::Result<sync::BundleImport::Counts> importFrom(
        replica::Replica &replica, const QString &path);

    QTemporaryDir m_folder;
};

base::Result<sync::BundleExport::Counts> BundleJobTest::exportTo(
    replica::Replica &replica, const QString &path)
{
    session::BundleJob job(replica);
    std::optional<base::Result<sync::BundleExport::Counts>> outcome;
    connect(
        &job, &session::BundleJob::exported, &job, [&](const auto &counts) { outcome = counts; });
    connect(&job, &session::BundleJob::failed, &job, [&](const base::Error &error) {
        outcome = base::failure(error);
    });
    job.exportTo(path, 1'790'000'000'000);
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
        return base::failure(ErrorCode::Busy);
    return *outcome;
}

base::Result<sync::BundleImport::Counts> BundleJobTest::importFrom(
    replica::Replica &replica, const QString &path)
{
    session::BundleJob job(replica);
    std::optional<base::Result<sync::BundleImport::Counts>> outcome;
    connect(
        &job, &session::BundleJob::imported, &job, [&](const auto &counts) { outcome = counts; });
    connect(&job, &session::BundleJob::failed, &job, [&](const base::Error &error) {
        outcome = base::failure(error);
    });
    job.importFrom(path);
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 20'000))
        return base::failure(ErrorCode::Busy);
    return *outcome;
}

void BundleJobTest::waitingWorkReachesAnotherComputerInAFile()
{
    test::CityFixture city;
    city.write(city.person, u"Яма на дорозі"_s);
    const QString path = m_folder.filePath(u"city.spilno"_s);
    const auto written = exportTo(city.open().replica(), path);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    QVERIFY(written->changes > 0);
    QCOMPARE(written->pending, 1U);
    const auto named = session::BundleJob::cityOf(path);
    QVERIFY(named);
    QTRY_COMPARE(city.context->city(), *named);

    session::SessionContext &owner = city.openOwner();
    const auto taken = importFrom(owner.replica(), path);
    QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().detail));
    QCOMPARE(taken->carried, 1U);
    QCOMPARE(taken->refused, 0U);
}

void BundleJobTest::aFileOfAnotherCityIsTurnedAway()
{
    const QString path = m_folder.filePath(u"other.spilno"_s);
    {
        test::CityFixture other(2);
        QVERIFY(exportTo(other.open().replica(), path));
    }
    test::CityFixture city;
    const auto taken = importFrom(city.open().replica(), path);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::WrongCity);
}

void BundleJobTest::whatIsNoBundleIsNamed()
{
    const QString path = m_folder.filePath(u"letter.spilno"_s);
    QFile letter(path);
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write("Dear city, a letter is no bundle.");
    letter.close();
    test::CityFixture city;
    const auto taken = importFrom(city.open().replica(), path);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Malformed);
    QVERIFY(!session::BundleJob::cityOf(path));
    const auto absent = importFrom(*city.replica, m_folder.filePath(u"absent.spilno"_s));
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::NotFound);
}

void BundleJobTest::aFolderThatIsNotThereIsNamed()
{
    test::CityFixture city;
    const auto written =
        exportTo(city.open().replica(), m_folder.filePath(u"nowhere/city.spilno"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::ReadOnly);
}

void BundleJobTest::closingInTheMiddleWaitsForTheReplica()
{
    test::CityFixture city;
    const QString path = m_folder.filePath(u"half.spilno"_s);
    QVERIFY(exportTo(city.open().replica(), path));
    session::SessionContext &owner = city.openOwner();
    {
        session::BundleJob job(owner.replica());
        job.importFrom(path);
    }
    auto after = owner.replica().scopes();
    after.waitForFinished();
    QVERIFY(after.result());
}

QTEST_MAIN(BundleJobTest)
#include "BundleJobTest.moc"
