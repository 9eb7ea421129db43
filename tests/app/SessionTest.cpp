// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Session.h"
#include "app/session/Passphrase.h"
#include "core/crypto/Sodium.h"

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

private:
    template <class T>
    base::Result<T> wait(QFuture<base::Result<T>> future)
    {
        // The answers come through the event loop.
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return base::failure(ErrorCode::Busy);
        return future.result();
    }
    std::unique_ptr<session::Session> make();

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

std::unique_ptr<session::Session> SessionTest::make()
{
    return std::make_unique<session::Session>(
        session::Session::Services{&m_clock, &m_random, nullptr});
}

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

QTEST_MAIN(SessionTest)
#include "SessionTest.moc"
