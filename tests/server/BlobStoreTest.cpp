// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/BlobStore.h"

#include "core/base/Limits.h"
#include "core/crypto/Sodium.h"
#include "tests/support/TestClock.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::server;

namespace {

/// A photo of two chunks and a bit.
QByteArray photo(char seed)
{
    QByteArray bytes(2 * limits::kBlobChunkBytes + 1000, seed);
    for (qsizetype at = 0; at < bytes.size(); at += 97)
        bytes[at] = static_cast<char>(at / 97);
    return bytes;
}

base::PublicKey device(char seed)
{
    return base::PublicKey::fromTrusted(QByteArray(base::PublicKey::size, seed).constData());
}

} // namespace

/// What the server keeps of photos, and what it does not take.
class BlobStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPhotoIsGivenOutOnceItIsWhole();
    void otherBytesThanTheNameAreThrownAway();
    void theLastChunkIsNotTakenWhileOthersAreMissing();
    void nothingNewIsTakenOnAFullDisk();
    void aDeviceHasAQuota();
    void onlyNamedBlobsAreKept();

private:
    [[nodiscard]] bool put(const QByteArray &bytes, std::uint64_t chunk, char from = 'a');
    [[nodiscard]] QByteArray got(const base::BlobId &blob);

    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
    double m_free = 1;
    std::unique_ptr<BlobStore> m_store;
};

void BlobStoreTest::init()
{
    crypto::initialise();
    m_folder = std::make_unique<QTemporaryDir>();
    m_free = 1;
    BlobStore::Options options;
    options.folder = m_folder->path();
    options.clock = &m_clock;
    options.bytesPerDevice = {4 * limits::kBlobChunkBytes + 1024, limits::kBlobChunkBytes};
    options.freeFraction = [this] { return m_free; };
    m_store = std::make_unique<BlobStore>(std::move(options));
}

bool BlobStoreTest::put(const QByteArray &bytes, std::uint64_t chunk, char from)
{
    const auto at = static_cast<qsizetype>(chunk) * limits::kBlobChunkBytes;
    const wire::BlobPutFrame frame{
        blobId(base::view(bytes)), chunk, 3, bytes.mid(at, limits::kBlobChunkBytes)};
    const BlobAnswered answer = m_store->put({device(from), frame});
    return std::get<wire::BlobDoneFrame>(answer.frame).stored;
}

QByteArray BlobStoreTest::got(const base::BlobId &blob)
{
    QByteArray bytes;
    for (std::uint64_t chunk = 0; chunk < 3; ++chunk) {
        const BlobAnswered answer = m_store->get({blob, chunk});
        if (const auto *part = std::get_if<wire::BlobPartFrame>(&answer.frame))
            bytes += part->bytes;
    }
    return bytes;
}

void BlobStoreTest::aPhotoIsGivenOutOnceItIsWhole()
{
    const QByteArray bytes = photo('p');
    const base::BlobId blob = blobId(base::view(bytes));
    QVERIFY(put(bytes, 0));
    QVERIFY(put(bytes, 1));
    QVERIFY(got(blob).isEmpty());
    QVERIFY(put(bytes, 2));
    QCOMPARE(got(blob), bytes);
}

void BlobStoreTest::otherBytesThanTheNameAreThrownAway()
{
    const QByteArray bytes = photo('p');
    QByteArray wrong = bytes;
    wrong[10] = static_cast<char>(wrong[10] + 1);
    const base::BlobId blob = blobId(base::view(bytes));
    const wire::BlobPutFrame first{blob, 0, 3, wrong.left(limits::kBlobChunkBytes)};
    QVERIFY(std::get<wire::BlobDoneFrame>(m_store->put({device('a'), first}).frame).stored);
    QVERIFY(put(bytes, 1));
    QVERIFY(!put(bytes, 2));
    QVERIFY(got(blob).isEmpty());
    // Somebody else's upload of the same name has nothing to do with that.
    for (std::uint64_t chunk = 0; chunk < 3; ++chunk)
        QVERIFY(put(bytes, chunk, 'b'));
    QCOMPARE(got(blob), bytes);
}

void BlobStoreTest::theLastChunkIsNotTakenWhileOthersAreMissing()
{
    const QByteArray bytes = photo('p');
    QVERIFY(put(bytes, 0));
    QVERIFY(!put(bytes, 2));
    QVERIFY(got(blobId(base::view(bytes))).isEmpty());
    QVERIFY(put(bytes, 1));
    QVERIFY(put(bytes, 2));
}

void BlobStoreTest::nothingNewIsTakenOnAFullDisk()
{
    m_free = 0.019;
    QVERIFY(!put(photo('p'), 0));
    m_free = 0.021;
    QVERIFY(put(photo('p'), 0));
}

void BlobStoreTest::aDeviceHasAQuota()
{
    const QByteArray one = photo('1');
    for (std::uint64_t chunk = 0; chunk < 3; ++chunk)
        QVERIFY(put(one, chunk));
    const QByteArray two = photo('2');
    QVERIFY(put(two, 0));
    QVERIFY(put(two, 1));
    QVERIFY(!put(two, 2));
    QVERIFY(put(two, 0, 'b')); // another device has its own
    m_clock.advance(10'000);
    QVERIFY(put(two, 2));
}

void BlobStoreTest::onlyNamedBlobsAreKept()
{
    const QByteArray named = photo('n');
    const QByteArray erased = photo('e');
    for (std::uint64_t chunk = 0; chunk < 3; ++chunk) {
        QVERIFY(put(named, chunk));
        QVERIFY(put(erased, chunk, 'b'));
    }
    m_store->remove({blobId(base::view(erased))});
    QVERIFY(got(blobId(base::view(erased))).isEmpty());
    QCOMPARE(got(blobId(base::view(named))), named);
}

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "BlobStoreTest.moc"
