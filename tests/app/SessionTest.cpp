// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Session.h"
#include "app/session/DemoCity.h"
#include "app/session/Passphrase.h"
#include "core/crypto/Sodium.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace spilno;
using base::ErrorCode;

/// A profile is made, locked, unlocked and opened again; joining waits for a link without losing
/// what was typed.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNewProfileIsUnlockedAndTellsItsRecoveryCode();
    void theWrongPassphraseDoesNotUnlock();
    void anEmptyPassphraseOpensByItselfAndIsTold();
    void aSecondWindowIsTurnedAway();
    void joiningWithoutALinkIsRememberedWithItsCodeSealed();
    void anotherPassphraseOpensTheProfileFromThenOn();
    void aFirstPassphraseLocksAnOpenProfile();
    void severalCitiesAreHostedAndKeepWhoMayReachThem();
    void theDemonstrationHasItsRequestsWithIt();

private:
    template <class T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        // The answers come through the event loop.
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return base::failure(ErrorCode::Busy);
        return future.result();
    }
    std::unique_ptr<session::Session> make(session::CityHosting *hosting = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    base::SystemClock m_clock;
    crypto::SystemRandom m_random;
};

void SessionTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(QStringLiteral("profile"));
}

void SessionTest::cleanup()
{
    m_folder.reset();
}

std::unique_ptr<session::Session> SessionTest::make(session::CityHosting *hosting)
{
    return std::make_unique<session::Session>(
        session::Session::Services{&m_clock, &m_random, hosting});
}

namespace {

/// Servers that only remember what they were asked, as their folders would.
class HostingFake : public session::CityHosting
{
public:
    explicit HostingFake(base::Random &random)
        : m_random(random)
    {
    }

    struct Server
    {
        base::CityId city;
        Reach reach = Reach::ThisComputer;
        bool runs = false;
    };

    bool holdsCity(const QString &folder) const override { return servers.contains(folder); }

    base::Result<base::CityId> found(const NewCity &city) override
    {
        QDir().mkpath(city.folder);
        servers.insert(city.folder, {m_random.id<base::CityId>()});
        return servers.value(city.folder).city;
    }

    base::Result<Served> serve(const QString &folder, std::optional<Reach> reach) override
    {
        Server &server = servers[folder];
        server.runs = true;
        server.reach = reach.value_or(server.reach);
        sync::ServerAddress address;
        address.endpoints = {{QStringLiteral("127.0.0.1"), 9}};
        address.city = server.city;
        return Served{address.toString(), server.reach};
    }

    void stop() override
    {
        for (Server &server : servers)
            server.runs = false;
    }

    QMap<QString, Server> servers;

private:
    base::Random &m_random;
};

} // namespace

void SessionTest::aNewProfileIsUnlockedAndTellsItsRecoveryCode()
{
    const auto session = make();
    const auto made = wait(
        session->createProfile(m_profile, session::passphraseBytes(QStringLiteral("чорна кішка"))));
    QVERIFY(made);
    QCOMPARE(QString(*made).remove(QLatin1Char(' ')).size(), 64);
    QVERIFY(!session->isLocked());
    QVERIFY(session->hasPassphrase());
    session->lock();
    QVERIFY(session->isLocked());
    QVERIFY(wait(session->unlock(session::passphraseBytes(QStringLiteral("чорна кішка")))));
    QVERIFY(!session->isLocked());
}

void SessionTest::theWrongPassphraseDoesNotUnlock()
{
    const auto session = make();
    QVERIFY(wait(session->createProfile(
        m_profile, session::passphraseBytes(QStringLiteral("чорна кішка")))));
    session->lock();
    const auto refused =
        wait(session->unlock(session::passphraseBytes(QStringLiteral("біла кішка"))));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongPassphrase);
    QVERIFY(session->isLocked());
}

void SessionTest::anEmptyPassphraseOpensByItselfAndIsTold()
{
    {
        const auto session = make();
        QVERIFY(wait(session->createProfile(m_profile, crypto::SecretBytes())));
    }
    const auto session = make();
    QVERIFY(wait(session->openProfile(m_profile)));
    QVERIFY(!session->isLocked());
    QVERIFY(!session->hasPassphrase());
    session->lock(); // would lock nothing away
    QVERIFY(!session->isLocked());
}

void SessionTest::aSecondWindowIsTurnedAway()
{
    const auto first = make();
    QVERIFY(wait(first->createProfile(m_profile, crypto::SecretBytes())));
    const auto second = make();
    const auto refused = wait(second->openProfile(m_profile));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyInUse);
    QVERIFY(!second->hasProfile());
}

void SessionTest::joiningWithoutALinkIsRememberedWithItsCodeSealed()
{
    const QString code = QStringLiteral("0123456789ABCDEFGHJKMNPQRS");
    sync::ServerAddress address;
    address.endpoints = {{QStringLiteral("127.0.0.1"), 9}};
    address.city = m_random.id<base::CityId>();
    address.invitation = code;
    {
        const auto session = make();
        QVERIFY(wait(session->createProfile(m_profile, crypto::SecretBytes())));
        QSignalSpy shown(session.get(), &session::Session::contextChanged);
        QVERIFY(wait(session->join(address, QStringLiteral("Оксана"))));
        QVERIFY(session->context());
        QCOMPARE(session->cities().size(), 1);
        QVERIFY(!session->cities().first().address.contains(code));
    }
    const auto session = make();
    QVERIFY(wait(session->openProfile(m_profile)));
    QVERIFY(session->context());
    QFile note(
        m_profile + QStringLiteral("/cities/") + address.city.toHex().left(16) +
        QStringLiteral("/joining"));
    QVERIFY(note.open(QIODevice::ReadOnly));
    QVERIFY(!note.readAll().contains(code.toLatin1()));
}

void SessionTest::anotherPassphraseOpensTheProfileFromThenOn()
{
    const auto words = [](const char16_t *text) {
        return session::passphraseBytes(QString::fromUtf16(text));
    };
    const auto session = make();
    QVERIFY(wait(session->createProfile(m_profile, words(u"чорна кішка"))));
    const auto refused = wait(session->changePassphrase(words(u"рудий пес"), words(u"біла кішка")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongPassphrase);
    QVERIFY(wait(session->changePassphrase(words(u"чорна кішка"), words(u"біла кішка"))));
    QVERIFY(!session->isLocked());
    session->lock();
    QVERIFY(!wait(session->unlock(words(u"чорна кішка"))));
    QVERIFY(wait(session->unlock(words(u"біла кішка"))));
}

void SessionTest::aFirstPassphraseLocksAnOpenProfile()
{
    const auto session = make();
    QVERIFY(wait(session->createProfile(m_profile, crypto::SecretBytes())));
    QVERIFY(!session->hasPassphrase());
    QVERIFY(wait(session->changePassphrase(
        crypto::SecretBytes(), session::passphraseBytes(QStringLiteral("чорна кішка")))));
    QVERIFY(session->hasPassphrase());
    session->lock();
    QVERIFY(session->isLocked());
}

void SessionTest::severalCitiesAreHostedAndKeepWhoMayReachThem()
{
    using Reach = session::CityHosting::Reach;
    HostingFake hosting(m_random);
    const QString zone = QStringLiteral("Europe/Kyiv");
    const QString name = QStringLiteral("Оксана");
    base::CityId second;
    {
        const auto session = make(&hosting);
        QVERIFY(wait(session->createProfile(m_profile, crypto::SecretBytes())));
        QVERIFY(wait(session->foundCity(QStringLiteral("Перше"), zone, name)));
        QVERIFY(session->isHostedHere());
        QCOMPARE(session->reach(), Reach::ThisComputer);
        QVERIFY(wait(session->foundCity(QStringLiteral("Друге"), zone, name)));
        second = session->shownCity();
        QVERIFY(wait(session->share(Reach::LocalNetwork)));
        QCOMPARE(session->reach(), Reach::LocalNetwork);
        QCOMPARE(hosting.servers.size(), 2);
        QTRY_COMPARE(session->cities().size(), 2);
    }
    QVERIFY(!hosting.servers.first().runs);
    const auto session = make(&hosting);
    QVERIFY(wait(session->openProfile(m_profile)));
    QTRY_VERIFY(hosting.servers.first().runs && hosting.servers.last().runs);
    QCOMPARE(session->shownCity(), second); // which was looked at last
    QTRY_COMPARE(session->reach(), Reach::LocalNetwork);
    const auto cities = session->cities();
    for (const profile::CityEntry &city : cities) {
        QVERIFY(session->showCity(city.city));
        QTRY_VERIFY(session->isHostedHere());
        QCOMPARE(session->reach() == Reach::LocalNetwork, city.city == second);
    }
}

void SessionTest::theDemonstrationHasItsRequestsWithIt()
{
    const auto session = make();
    const session::DemoCity demonstration(*session);
    QVERIFY(QFileInfo(QStringLiteral(":/spilno/demonstration/requests.csv")).size() > 100'000);
}

QTEST_MAIN(SessionTest)
#include "SessionTest.moc"
