// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/crypto/Sealing.h"
#include "core/crypto/Signing.h"
#include "core/crypto/Sodium.h"
#include "core/crypto/Vault.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QtTest>

#include <set>

using namespace spilno;
using base::ErrorCode;

namespace {

crypto::SecretBytes secret(std::string_view text)
{
    return crypto::SecretBytes::copyOf(base::view(text));
}

template <class T>
ErrorCode codeOf(const base::Result<T> &result)
{
    return result ? ErrorCode::Unknown : result.error().code;
}

base::ByteView bytesOf(std::string_view text)
{
    return base::view(text);
}

} // namespace

/// Hashes, signatures, sealing and vaults.
class CryptoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisLibraryPassesTheSelfTest();
    void usesOfHashesAreApart();
    void partsOfAHashAreJoined();
    void contextsOfSignaturesAreApart();
    void aSeedGivesTheSameKey();
    void aSealedBoxOpensForItsKeyOnly();
    void scopeKeysAuthenticateWhatBelongsToTheBytes();
    void aVaultOpensAgain();
    void aVaultTellsWhatIsWrong_data();
    void aVaultTellsWhatIsWrong();
    void everyByteOfAVaultIsAuthenticated();
    void codesOfCitiesAreApart();
    void secretsMoveAndAreNotCopied();
};

void CryptoTest::thisLibraryPassesTheSelfTest()
{
    QVERIFY(crypto::selfTest());
}

void CryptoTest::usesOfHashesAreApart()
{
    std::set<base::Hash> hashes;
    for (const std::string_view use :
         {"spilno-header", "spilno-values", "spilno-payload", "spilno-op", "spilno-entity",
          "spilno-feed", "spilno-city", "spilno-scope", "spilno-person", ""})
        hashes.insert(crypto::blake2b(use, {bytesOf("the same")}));
    QCOMPARE(hashes.size(), 10u);
}

void CryptoTest::partsOfAHashAreJoined()
{
    QCOMPARE(
        crypto::blake2b("x", {bytesOf("ab"), bytesOf("c")}),
        crypto::blake2b("x", {bytesOf("abc")}));
    // RFC 7693 has no vector of 32 bytes; this one is of the reference b2sum -l 256.
    QCOMPARE(
        crypto::blake2b("", {bytesOf("abc")}).toHex(),
        QStringLiteral("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    QCOMPARE(
        crypto::sha256({bytesOf("a"), bytesOf("bc")}).toHex(),
        QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void CryptoTest::contextsOfSignaturesAreApart()
{
    support::SeededRandom random(1);
    const auto key = crypto::SigningKey::generate(random);
    const std::string_view contexts[] = {"spilno-chg-1", "spilno-rcp-1", "spilno-hld-1",
                                         "spilno-srv-1", "spilno-dev-1", "spilno-key-1"};
    for (const auto made : contexts) {
        const base::Signature signature = key.sign(made, bytesOf("message"));
        for (const auto asked : contexts) {
            QCOMPARE(
                crypto::verify(key.publicKey(), asked, bytesOf("message"), signature),
                made == asked);
        }
        QVERIFY(!crypto::verify(key.publicKey(), made, bytesOf("messagf"), signature));
    }
}

void CryptoTest::aSeedGivesTheSameKey()
{
    support::SeededRandom random(2);
    const auto key = crypto::SigningKey::generate(random);
    const auto again = crypto::SigningKey::fromSeed(key.seed());
    QCOMPARE(again.publicKey(), key.publicKey());
    QCOMPARE(again.sign("c", bytesOf("m")), key.duplicate().sign("c", bytesOf("m")));
}

void CryptoTest::aSealedBoxOpensForItsKeyOnly()
{
    support::SeededRandom random(3);
    const auto pair = crypto::SealingPair::generate(random);
    const auto other = crypto::SealingPair::generate(random);
    const QByteArray sealed = crypto::sealTo(pair.publicKey(), bytesOf("key of the scope"));
    const auto opened = pair.open(base::view(sealed));
    QVERIFY(opened);
    QCOMPARE(base::toByteArray(opened->bytes()), QByteArray("key of the scope"));
    QCOMPARE(codeOf(other.open(base::view(sealed))), ErrorCode::BadSignature);
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        QByteArray turned = sealed;
        turned[at] = static_cast<char>(turned[at] ^ 1);
        QVERIFY(!pair.open(base::view(turned)));
        QVERIFY(!pair.open(base::view(sealed.left(at))));
    }
}

void CryptoTest::scopeKeysAuthenticateWhatBelongsToTheBytes()
{
    support::SeededRandom random(4);
    const auto key = crypto::ScopeKey::generate(random);
    const QByteArray sealed = key.seal(bytesOf("values"), bytesOf("feed, seq"), random);
    QVERIFY(sealed != key.seal(bytesOf("values"), bytesOf("feed, seq"), random));
    QCOMPARE(key.open(base::view(sealed), bytesOf("feed, seq")).value(), QByteArray("values"));
    QCOMPARE(codeOf(key.open(base::view(sealed), bytesOf("feed, seq+1"))), ErrorCode::BadSignature);
    const auto other = crypto::ScopeKey::generate(random);
    QCOMPARE(codeOf(other.open(base::view(sealed), bytesOf("feed, seq"))), ErrorCode::BadSignature);
    QCOMPARE(codeOf(key.open(base::view(sealed.left(39)), {})), ErrorCode::Malformed);
    QVERIFY(key.open(base::view(key.seal({}, {}, random)), {}).value().isEmpty());
    QCOMPARE(codeOf(crypto::ScopeKey::fromBytes(bytesOf("short"))), ErrorCode::Malformed);
}

void CryptoTest::aVaultOpensAgain()
{
    support::SeededRandom random(5);
    const auto words = secret("де-не-як");
    for (const auto cost : {crypto::VaultCost::Minimal, crypto::VaultCost::Interactive}) {
        const auto vault = crypto::sealVault(secret("keys"), words, cost, random);
        QVERIFY(vault);
        const auto opened = crypto::openVault(base::view(*vault), words);
        QVERIFY(opened);
        QCOMPARE(base::toByteArray(opened->bytes()), QByteArray("keys"));
        QCOMPARE(
            codeOf(crypto::openVault(base::view(*vault), secret("де-не-якi"))),
            ErrorCode::WrongPassphrase);
        QVERIFY(!vault->contains("keys"));
    }
}

void CryptoTest::aVaultTellsWhatIsWrong_data()
{
    support::SeededRandom random(6);
    const QByteArray vault =
        crypto::sealVault(secret("keys"), secret("words"), crypto::VaultCost::Minimal, random)
            .value();
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << static_cast<int>(code);
    };
    QByteArray newer = vault;
    newer[7] = '2';
    QByteArray costlier = vault;
    costlier[8] = 3;
    row("empty", {}, ErrorCode::Malformed);
    row("other file", QByteArray(500, 'x'), ErrorCode::Malformed);
    row("only the magic", vault.left(8), ErrorCode::Malformed);
    row("no secret", vault.left(49 + 16), ErrorCode::Malformed);
    row("cut", vault.left(vault.size() - 1), ErrorCode::WrongPassphrase);
    row("newer", newer, ErrorCode::UnsupportedVersion);
    row("unknown cost", costlier, ErrorCode::UnsupportedVersion);
    row("too large", vault + QByteArray(limits::kVaultBytesMax, '\0'), ErrorCode::LimitExceeded);
}

void CryptoTest::aVaultTellsWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QCOMPARE(static_cast<int>(codeOf(crypto::openVault(base::view(bytes), secret("words")))), code);
}

void CryptoTest::everyByteOfAVaultIsAuthenticated()
{
    support::SeededRandom random(7);
    const auto words = secret("words");
    const QByteArray vault =
        crypto::sealVault(secret("keys"), words, crypto::VaultCost::Minimal, random).value();
    for (qsizetype at = 9; at < vault.size(); ++at) {
        QByteArray turned = vault;
        turned[at] = static_cast<char>(turned[at] ^ 0x40);
        QCOMPARE(codeOf(crypto::openVault(base::view(turned), words)), ErrorCode::WrongPassphrase);
    }
}

void CryptoTest::codesOfCitiesAreApart()
{
    const auto one = crypto::stretchCode(bytesOf("six words"), bytesOf("city one"), "claim");
    const auto two = crypto::stretchCode(bytesOf("six words"), bytesOf("city two"), "claim");
    QVERIFY(one && two);
    QCOMPARE(one->size(), 32u);
    QVERIFY(base::toByteArray(one->bytes()) != base::toByteArray(two->bytes()));
}

void CryptoTest::secretsMoveAndAreNotCopied()
{
    auto first = secret("secret");
    const crypto::SecretBytes second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT: what a moved-from secret is, is promised
    QCOMPARE(second.size(), 6u);
    QVERIFY(crypto::SecretBytes::copyOf({}).isEmpty());
    static_assert(!std::is_copy_constructible_v<crypto::SecretBytes>);
    QByteArray bytes("passphrase");
    crypto::wipe(bytes);
    QVERIFY(bytes.isEmpty());
}

QTEST_GUILESS_MAIN(CryptoTest)
#include "CryptoTest.moc"
