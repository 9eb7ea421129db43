// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/keys/ServerKeys.h"
#include "syncserver/net/TlsCertificate.h"

#include "core/crypto/Sodium.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::server;

class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificateSurvivesTheDisk();
    void filesAreForTheirOwnerOnly();
    void mixedPairIsRefused();
    void damagedCertificateIsRefused();
    void twoCertificatesDiffer();
    void serverKeyNeedsItsPassphrase();
    void damagedServerKeyIsRefused();

private:
    static constexpr qint64 kNowMs = 1'700'000'000'000;
    crypto::SystemRandom m_random;
};

void CertificateTest::certificateSurvivesTheDisk()
{
    const QTemporaryDir folder;
    const auto made = TlsCertificate::make(kNowMs, m_random);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QVERIFY(made->write(folder.path()));
    const auto read = TlsCertificate::read(folder.path());
    QVERIFY(read);
    QCOMPARE(read->hash(), made->hash());
    const QSslConfiguration configuration = read->configuration();
    QCOMPARE(configuration.privateKey().algorithm(), QSsl::Ec);
    QCOMPARE(configuration.privateKey().length(), 256);
    QCOMPARE(configuration.protocol(), QSsl::TlsV1_3OrLater);
    QVERIFY(configuration.localCertificate().isSelfSigned());
    QVERIFY(
        configuration.localCertificate().expiryDate() >
        QDateTime::fromMSecsSinceEpoch(kNowMs).addYears(9));
}

void CertificateTest::filesAreForTheirOwnerOnly()
{
    const QTemporaryDir folder;
    QVERIFY(TlsCertificate::make(kNowMs, m_random)->write(folder.path()));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                        QFileDevice::WriteOther;
    for (const char *name : {"tls.key", "tls.crt"})
        QCOMPARE(QFileInfo(folder.filePath(QString::fromLatin1(name))).permissions() & others, 0);
}

void CertificateTest::mixedPairIsRefused()
{
    const QTemporaryDir one;
    const QTemporaryDir two;
    QVERIFY(TlsCertificate::make(kNowMs, m_random)->write(one.path()));
    QVERIFY(TlsCertificate::make(kNowMs, m_random)->write(two.path()));
    QVERIFY(QFile::remove(one.filePath(QStringLiteral("tls.key"))));
    QVERIFY(QFile::copy(
        two.filePath(QStringLiteral("tls.key")), one.filePath(QStringLiteral("tls.key"))));
    const auto mixed = TlsCertificate::read(one.path());
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, base::ErrorCode::Malformed);
}

void CertificateTest::damagedCertificateIsRefused()
{
    const QTemporaryDir folder;
    QCOMPARE(TlsCertificate::read(folder.path()).error().code, base::ErrorCode::NotFound);
    QVERIFY(TlsCertificate::make(kNowMs, m_random)->write(folder.path()));
    QFile file(folder.filePath(QStringLiteral("tls.crt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nothing") == 7);
    file.close();
    QCOMPARE(TlsCertificate::read(folder.path()).error().code, base::ErrorCode::Malformed);
}

void CertificateTest::twoCertificatesDiffer()
{
    QVERIFY(
        TlsCertificate::make(kNowMs, m_random)->hash() !=
        TlsCertificate::make(kNowMs, m_random)->hash());
}

void CertificateTest::serverKeyNeedsItsPassphrase()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sequencer.key"));
    const auto key = crypto::SigningKey::generate(m_random);
    QVERIFY(writeServerKey(path, key, {}, m_random));
    QVERIFY(!(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    QCOMPARE((*readServerKey(path, {}))->publicKey(), key.publicKey());

    const auto passphrase = crypto::SecretBytes::copyOf(base::view(std::string_view("слово")));
    QVERIFY(writeServerKey(path, key, passphrase, m_random));
    QCOMPARE(readServerKey(path, {}).error().code, base::ErrorCode::WrongPassphrase);
    QCOMPARE((*readServerKey(path, passphrase))->publicKey(), key.publicKey());
}

void CertificateTest::damagedServerKeyIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sequencer.key"));
    QCOMPARE(readServerKey(path, {}).error().code, base::ErrorCode::NotFound);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a key") == 9);
    file.close();
    const auto read = readServerKey(path, {});
    QCOMPARE(read.error().code, base::ErrorCode::Malformed);
    QVERIFY(read.error().detail.contains(path));
}

QTEST_GUILESS_MAIN(CertificateTest)
#include "CertificateTest.moc"
