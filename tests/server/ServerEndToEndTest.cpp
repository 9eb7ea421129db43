// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ServedCity.h"
#include "tests/support/Drafts.h"

#include "syncserver/store/CityBackup.h"
#include "syncserver/store/CityCheck.h"

#include "core/log/Checkpoint.h"
#include "core/replica/Sqlite.h"

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;
using namespace Qt::StringLiterals;
using spilno::test::requestDraft;
using spilno::test::requestEdit;

namespace {

QString shown(const Participant &who, const base::EntityId &entity, const QString &field)
{
    const auto record = awaited(who.replica().record(u"request"_s, entity));
    return record && *record ? (*record)->value(field).toText() : QString();
}

std::vector<replica::ScopeDigest> digests(const Participant &who)
{
    const auto answer = awaited(
        who.replica().read([](replica::ReplicaDatabase &database) { return database.digests(); }));
    return answer.value_or(std::vector<replica::ScopeDigest>());
}

/// Scope by scope: applied, chain and tables.
QStringList digestLines(const Participant &who)
{
    QStringList lines;
    for (const replica::ScopeDigest &digest : digests(who))
        lines.append(
            digest.name + u' ' + QString::number(digest.applied) + u' ' + digest.chain.toHex() +
            u' ' + digest.tables.toHex());
    lines.sort();
    return lines;
}

} // namespace

/// The whole way: a city founded on disk, a server over TLS, people with profiles of their own.
class ServerEndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void foundedCityIsWholeAtItsOwner();
    void twoPeopleJoinByAnInvitationAndExchangeARequest();
    void newcomerIsTakenAtOnce();
    void workDoneOfflineArrivesAndAllAreEqual();
    void wrongFingerprintIsRefused();
    void backupOfARunningServerIsRestoredWhole();
    void olderCopyGivesNoPositionTwice();
    void verifyNamesWhatIsWrong();
    void newCertificateIsNoticedByNobody();

private:
    QString invite(qint64 uses);

    std::unique_ptr<ServedCity> m_city;
};

void ServerEndToEndTest::init()
{
    m_city = std::make_unique<ServedCity>();
    QVERIFY(ServedCity::isUpToDate(m_city->owner));
}

void ServerEndToEndTest::cleanup()
{
    m_city.reset();
}

QString ServerEndToEndTest::invite(qint64 uses)
{
    const auto code = profile::InvitationCode::generate(m_city->random);
    profile::InvitationTerms terms;
    terms.role = records::Role::Clerk;
    terms.body = m_city->city.bodies.front().entity;
    terms.expiresMs = m_city->clock.wallMs() + 86'400'000;
    terms.uses = uses;
    const auto made =
        awaited(m_city->owner.replica().submit({profile::invitationDraft(code, terms)}));
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    m_city->owner.client->wake();
    if (!ServedCity::isAllAccepted(m_city->owner))
        qFatal("the invitation was not accepted");
    return code.toString();
}

void ServerEndToEndTest::foundedCityIsWholeAtItsOwner()
{
    const Participant &owner = m_city->owner;
    const auto counted = [&owner](const QString &type) {
        replica::Query query;
        query.type = type;
        return awaited(owner.replica().count(query)).value_or(-1);
    };
    QCOMPARE(counted(u"identity"_s), 1);
    QCOMPARE(counted(u"profile"_s), 1);
    QCOMPARE(counted(u"city"_s), 1);
    QCOMPARE(counted(u"body"_s), 1);
    QCOMPARE(counted(u"scope"_s), 2);
    QCOMPARE(counted(u"role"_s), 2);
    QCOMPARE(counted(u"numbering"_s), 1);
    QVERIFY(counted(u"category"_s) >= 6);
    const auto scopes = awaited(owner.replica().scopes());
    QVERIFY(scopes);
    QCOMPARE(scopes->size(), 4U); // rules, people, requests, sealed
    QVERIFY(awaited(owner.replica().outbox())->empty());
    QVERIFY(awaited(owner.replica().conflicts())->empty());
    const base::PersonId person = owner.person();
    const base::EntityId body = m_city->city.bodies.front().entity;
    const auto offices = awaited(owner.replica().read(
        [person, body](replica::ReplicaDatabase &database) -> base::Result<std::pair<bool, bool>> {
            return std::pair(
                database.hasRole(person, records::Role::Registrar).value_or(false),
                database.hasRole(person, records::Role::BodyAdmin, body).value_or(false));
        }));
    QVERIFY(offices && offices->first && offices->second);
}

void ServerEndToEndTest::twoPeopleJoinByAnInvitationAndExchangeARequest()
{
    const QString code = invite(2);
    Participant oksana = m_city->join(u"Оксана"_s, code);
    Participant taras = m_city->join(u"Тарас"_s, code);
    QVERIFY(ServedCity::isAllAccepted(oksana));
    QVERIFY(ServedCity::isAllAccepted(taras));

    const auto made =
        awaited(oksana.replica().submit({requestDraft(m_city->scope(), u"Яма на Соборній"_s)}));
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    const base::EntityId request = made->entities.front();
    oksana.client->wake();
    QTRY_COMPARE_WITH_TIMEOUT(shown(taras, request, u"title"_s), u"Яма на Соборній"_s, kPatienceMs);
    const auto history = awaited(taras.replica().history(request));
    QVERIFY(history);
    QCOMPARE(history->size(), 1U);
    QCOMPARE(history->front().person, oksana.person());
    QCOMPARE(history->front().personName, u"Оксана"_s);
    QVERIFY(!history->front().pending);

    replica::Draft start;
    start.type = u"request"_s;
    start.entity = request;
    start.step = u"start"_s;
    QVERIFY(awaited(taras.replica().submit({start})));
    taras.client->wake();
    QTRY_VERIFY_WITH_TIMEOUT(
        awaited(oksana.replica().record(u"request"_s, request)).value()->state == 4, kPatienceMs);
    QVERIFY(ServedCity::isAllAccepted(oksana));
    QVERIFY(ServedCity::isAllAccepted(taras));
    QVERIFY(awaited(taras.replica().conflicts())->empty());
}

void ServerEndToEndTest::newcomerIsTakenAtOnce()
{
    // Certificate, profile and invitation are pushed together; none has to wait for a second try.
    const QString code = invite(1);
    QElapsedTimer timer;
    timer.start();
    Participant oksana = m_city->join(u"Оксана"_s, code);
    QVERIFY(ServedCity::isAllAccepted(oksana));
    QVERIFY2(timer.elapsed() < 4'000, qPrintable(QString::number(timer.elapsed())));
}

void ServerEndToEndTest::workDoneOfflineArrivesAndAllAreEqual()
{
    const QString code = invite(2);
    Participant oksana = m_city->join(u"Оксана"_s, code);
    Participant taras = m_city->join(u"Тарас"_s, code);
    const auto made =
        awaited(oksana.replica().submit({requestDraft(m_city->scope(), u"Темний двір"_s)}));
    QVERIFY(made);
    const base::EntityId request = made->entities.front();
    oksana.client->wake();
    QTRY_COMPARE_WITH_TIMEOUT(shown(taras, request, u"title"_s), u"Темний двір"_s, kPatienceMs);

    m_city->host.reset();
    QTRY_VERIFY_WITH_TIMEOUT(
        oksana.client->status().phase == sync::SyncPhase::Waiting, kPatienceMs);
    QVERIFY(
        awaited(oksana.replica().submit({requestEdit(request, u"title"_s, u"Темний двір №5"_s)})));
    QVERIFY(awaited(
        taras.replica().submit({requestEdit(request, u"answer"_s, u"Завтра о дев’ятій."_s)})));
    const auto second =
        awaited(taras.replica().submit({requestDraft(m_city->scope(), u"Гілка на дроті"_s)}));
    QVERIFY(second);
    oksana.client->wake();
    taras.client->wake();
    QVERIFY(!awaited(oksana.replica().outbox())->empty());
    QCOMPARE(shown(oksana, request, u"title"_s), u"Темний двір №5"_s);

    m_city->serve();
    for (Participant *who : {&oksana, &taras, &m_city->owner})
        who->client->retryNow();
    QVERIFY(ServedCity::isAllAccepted(oksana));
    QVERIFY(ServedCity::isAllAccepted(taras));
    QTRY_COMPARE_WITH_TIMEOUT(
        shown(m_city->owner, second->entities.front(), u"title"_s), u"Гілка на дроті"_s,
        kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(
        shown(m_city->owner, request, u"answer"_s), u"Завтра о дев’ятій."_s, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(shown(taras, request, u"title"_s), u"Темний двір №5"_s, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(digestLines(oksana), digestLines(taras), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(digestLines(m_city->owner), digestLines(taras), kPatienceMs);
    QVERIFY(digestLines(taras).size() >= 3);
}

void ServerEndToEndTest::wrongFingerprintIsRefused()
{
    Participant stranger;
    stranger.profile = m_city->makeProfile(u"stranger"_s);
    sync::ServerAddress address = m_city->address();
    address.city = m_city->random.id<base::CityId>();
    auto opened =
        profile::CityClient::open(*stranger.profile, address, {&m_city->clock, &m_city->random});
    QVERIFY(opened);
    QSignalSpy ended(opened->get(), &profile::CityClient::synced);
    (*opened)->startSync(sync::SyncMode::Live);
    QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, kPatienceMs));
    QCOMPARE(ended.front().front().value<sync::EndReason>(), sync::EndReason::WrongCity);
}

void ServerEndToEndTest::backupOfARunningServerIsRestoredWhole()
{
    const Participant &owner = m_city->owner;
    const auto made =
        awaited(owner.replica().submit({requestDraft(m_city->scope(), u"Люк без кришки"_s)}));
    QVERIFY(made);
    owner.client->wake();
    QVERIFY(ServedCity::isAllAccepted(owner));
    const QString file = m_city->root.filePath(u"stick/city.spilno-backup"_s);
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    const auto written = CityBackup::write(DataFolder(m_city->data()), file, m_city->clock);
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));

    // The machine is lost, with all that is on it.
    m_city->host.reset();
    QVERIFY(QDir(m_city->data()).removeRecursively());
    const auto restored = CityBackup::restore(file, DataFolder(m_city->data()));
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
    const auto report = CityCheck::run(DataFolder(m_city->data()), m_city->clock, m_city->random);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY2(
        report->wrong.empty(), qPrintable(report->wrong.empty() ? u""_s : report->wrong[0].text()));
    m_city->serve();
    Participant taras = m_city->join(u"Тарас"_s, {});
    QVERIFY(ServedCity::isAllAccepted(taras));
    QCOMPARE(shown(taras, made->entities.front(), u"title"_s), u"Люк без кришки"_s);
    owner.client->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(digestLines(owner).size(), 4, kPatienceMs);
    QVERIFY(ServedCity::isUpToDate(owner));
    // Into a folder that holds a city nothing is restored.
    const auto twice = CityBackup::restore(file, DataFolder(m_city->data()));
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, base::ErrorCode::AlreadyInUse);
}

void ServerEndToEndTest::olderCopyGivesNoPositionTwice()
{
    Participant &owner = m_city->owner;
    const QString file = m_city->root.filePath(u"old.spilno-backup"_s);
    QVERIFY(CityBackup::write(DataFolder(m_city->data()), file, m_city->clock));
    const auto inTheCopy =
        static_cast<quint64>(m_city->host->status().value(u"changes"_s).toInteger());
    const auto made =
        awaited(owner.replica().submit({requestDraft(m_city->scope(), u"Пізніше за копію"_s)}));
    QVERIFY(made);
    owner.client->wake();
    QVERIFY(ServedCity::isAllAccepted(owner));
    // Until it holds the city's signature over that.
    const auto seen = [&owner] {
        const auto bytes = awaited(owner.replica().read(
            [](replica::ReplicaDatabase &database) { return database.setting(u"checkpoint"_s); }));
        const auto checkpoint = log::parseCheckpoint(base::view(bytes.value_or(QByteArray())));
        return checkpoint ? checkpoint->treeSize : quint64{0};
    };
    QTRY_VERIFY_WITH_TIMEOUT(seen() > inTheCopy, kPatienceMs);

    m_city->host.reset();
    QVERIFY(QDir(m_city->data()).removeRecursively());
    QVERIFY(CityBackup::restore(file, DataFolder(m_city->data())));
    m_city->serve();
    owner.client->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_city->host->status().value(u"recovering"_s).toBool(), kPatienceMs);
    // Reading goes on; nothing is sequenced, and nobody loses what they hold.
    Participant taras = m_city->join(u"Тарас"_s, {});
    QTest::qWait(500);
    QVERIFY(!awaited(taras.replica().outbox())->empty());
    QCOMPARE(m_city->host->status().value(u"runsSinceStart"_s).toInt(-1), 0);
    QCOMPARE(shown(owner, made->entities.front(), u"title"_s), u"Пізніше за копію"_s);
}

void ServerEndToEndTest::verifyNamesWhatIsWrong()
{
    m_city->owner.client.reset();
    m_city->host.reset();
    const DataFolder folder(m_city->data());
    const auto sql = [&folder](const QByteArray &statement) -> QString {
        replica::Connection::Options options;
        options.path = folder.databaseFile();
        const auto database = replica::Connection::open(options);
        if (!database)
            return database.error().detail;
        const auto done = (*database)->execute(statement);
        return done ? QString() : done.error().detail;
    };
    const auto complaints = [this, &folder] {
        const auto report = CityCheck::run(folder, m_city->clock, m_city->random);
        QStringList texts;
        if (!report)
            return texts;
        for (const replica::Finding &finding : report->wrong)
            texts.append(finding.text());
        return texts;
    };
    QCOMPARE(complaints(), QStringList());
    QCOMPARE(
        sql("UPDATE r_category SET f_danger_phone = '103' WHERE f_danger_phone = '104'"),
        QString());
    QCOMPARE(sql("UPDATE tree SET hash = zeroblob(32) WHERE level = 1 AND idx = 2"), QString());
    const QString all = complaints().join(u'\n');
    QVERIFY2(all.contains(u"Table r_category"_s), qPrintable(all));
    QVERIFY2(all.contains(u"node 2 of level 1"_s), qPrintable(all));
    QFile key(folder.keyFile());
    QVERIFY(key.open(QIODevice::ReadWrite) && key.seek(60) && key.write("!!") == 2);
    key.close();
    QVERIFY(complaints().join(u'\n').contains(u"Key: "_s));
}

void ServerEndToEndTest::newCertificateIsNoticedByNobody()
{
    m_city->host.reset();
    const auto fresh = TlsCertificate::make(m_city->clock.wallMs(), m_city->random);
    QVERIFY(fresh && fresh->write(m_city->data()));
    m_city->serve();
    m_city->owner.client->retryNow();
    const auto made = awaited(
        m_city->owner.replica().submit({requestDraft(m_city->scope(), u"Зупинка без даху"_s)}));
    QVERIFY(made);
    m_city->owner.client->wake();
    QVERIFY(ServedCity::isAllAccepted(m_city->owner));
}

QTEST_GUILESS_MAIN(ServerEndToEndTest)
#include "ServerEndToEndTest.moc"
