// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ServedCity.h"

#include "core/base/Limits.h"
#include "tests/support/Drafts.h"

#include <QtCore/QDirIterator>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;
using namespace Qt::StringLiterals;
using spilno::test::requestDraft;

namespace {

/// Bytes that differ from photo to photo.
QByteArray photo(qsizetype size, char seed)
{
    QByteArray bytes(size, seed);
    for (qsizetype at = 0; at < size; at += 31)
        bytes[at] = static_cast<char>((at / 31) * 7 + seed);
    return bytes;
}

replica::Draft photoDraft(
    const base::ScopeId &scope, const base::EntityId &about, const QByteArray &bytes)
{
    replica::Draft draft;
    draft.type = u"attachment"_s;
    draft.scope = scope;
    draft.fields = {
        {u"about"_s, wire::Value(about.toByteArray())},
        {u"blob"_s, wire::Value(replica::blobId(base::view(bytes)).toByteArray())},
        {u"name"_s, wire::Value(u"1.jpg"_s)},
        {u"mime"_s, wire::Value(u"image/jpeg"_s)},
        {u"size"_s, wire::Value(qint64{bytes.size()})}};
    return draft;
}

replica::Draft eraseDraft(
    const base::ScopeId &scope, const base::EntityId &target, const base::OpId &op)
{
    replica::Draft draft;
    draft.type = u"erase"_s;
    draft.scope = scope;
    draft.fields = {{u"target"_s, wire::Value(target.toByteArray())}};
    draft.extra.append({wire::kExtraErases, op.toByteArray()});
    return draft;
}

} // namespace

/// Photos between people through a server, as the programs move them.
class PhotosEndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPhotoReachesWhoReadsTheRequest();
    void whatIsLookedAtComesDespiteTheBudget();
    void theRestOfACutPhotoIsFetched();
    void aPhotoTakenBackGoesEverywhere();

private:
    /// The owner's attachment with its bytes, accepted by the city; its op.
    base::OpId attach(const QByteArray &bytes);
    [[nodiscard]] static bool has(const Participant &who, const QByteArray &bytes);
    [[nodiscard]] static bool isAtServer(const Participant &who, const QByteArray &bytes);
    [[nodiscard]] static qint64 serverFiles(const ServedCity &city);

    std::unique_ptr<ServedCity> m_city;
    base::EntityId m_request;
    base::EntityId m_attachment;
};

void PhotosEndToEndTest::init()
{
    m_city = std::make_unique<ServedCity>();
    QVERIFY(ServedCity::isUpToDate(m_city->owner));
    const auto made =
        awaited(m_city->owner.replica().submit({requestDraft(m_city->scope(), u"Яма"_s)}));
    QVERIFY(made);
    m_request = made->entities.front();
}

void PhotosEndToEndTest::cleanup()
{
    m_city.reset();
}

bool PhotosEndToEndTest::has(const Participant &who, const QByteArray &bytes)
{
    const auto read = who.client->photos().folder().read(replica::blobId(base::view(bytes)));
    return read && *read == bytes;
}

bool PhotosEndToEndTest::isAtServer(const Participant &who, const QByteArray &bytes)
{
    const base::BlobId blob = replica::blobId(base::view(bytes));
    return who.client->photos().folder().sentChunks(blob) == replica::blobChunks(bytes.size());
}

qint64 PhotosEndToEndTest::serverFiles(const ServedCity &city)
{
    qint64 count = 0;
    QDirIterator files(city.data() + u"/blobs/whole"_s, QDir::Files, QDirIterator::Subdirectories);
    for (; files.hasNext(); files.next())
        ++count;
    return count;
}

base::OpId PhotosEndToEndTest::attach(const QByteArray &bytes)
{
    Participant &owner = m_city->owner;
    if (!owner.client->photos().folder().store(bytes))
        qFatal("the photo cannot be kept");
    const auto made =
        awaited(owner.replica().submit({photoDraft(m_city->scope(), m_request, bytes)}));
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    m_attachment = made->entities.front();
    owner.client->wake();
    return made->ops.front();
}

void PhotosEndToEndTest::aPhotoReachesWhoReadsTheRequest()
{
    Participant anna = m_city->join(u"Анна"_s, {});
    QSignalSpy arrived(anna.client.get(), &profile::CityClient::photoArrived);
    const QByteArray bytes = photo(3 * limits::kBlobChunkBytes + 17, 'a');
    attach(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(isAtServer(m_city->owner, bytes), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(has(anna, bytes), kPatienceMs);
    QTRY_COMPARE(arrived.size(), 1);
    // It is nothing that Anna's computer owes the city.
    QCOMPARE(awaited(anna.client->photos().room())->waiting, 0);
    QCOMPARE(awaited(anna.client->photos().room())->files, 1);
}

void PhotosEndToEndTest::whatIsLookedAtComesDespiteTheBudget()
{
    const QByteArray old = photo(300'000, 'o');
    const QByteArray recent = photo(300'000, 'r');
    attach(old);
    attach(recent);
    QTRY_VERIFY_WITH_TIMEOUT(
        isAtServer(m_city->owner, old) && isAtServer(m_city->owner, recent), kPatienceMs);
    Participant anna;
    anna.profile = m_city->makeProfile(u"Анна"_s);
    auto opened = profile::CityClient::open(
        *anna.profile, m_city->address(), {&m_city->clock, &m_city->random});
    QVERIFY(opened);
    anna.client = std::move(*opened);
    QVERIFY(awaited(anna.client->photos().setBudget(400'000)));
    anna.client->startSync(sync::SyncMode::Live);
    QTRY_VERIFY_WITH_TIMEOUT(has(anna, recent), kPatienceMs);
    QVERIFY(ServedCity::isUpToDate(anna));
    QVERIFY(!has(anna, old));
    anna.client->wantPhoto(replica::blobId(base::view(old)));
    QTRY_VERIFY_WITH_TIMEOUT(has(anna, old), kPatienceMs);
    QTRY_VERIFY(!has(anna, recent)); // made room
    QCOMPARE(awaited(anna.client->photos().room())->bytes, 300'000);
    // The author's own photos that the city has make room too, but the others never do.
    QVERIFY(awaited(m_city->owner.client->photos().setBudget(0)));
    m_city->owner.client->stopSync();
    const QByteArray offline = photo(1000, 'x');
    attach(offline);
    m_city->host->stop();
    QVERIFY(awaited(m_city->owner.client->photos().jobs()));
    QVERIFY(has(m_city->owner, offline));
    QVERIFY(!has(m_city->owner, old));
}

void PhotosEndToEndTest::theRestOfACutPhotoIsFetched()
{
    const QByteArray bytes = photo(2 * limits::kBlobChunkBytes + 9, 'c');
    const base::BlobId blob = replica::blobId(base::view(bytes));
    attach(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(isAtServer(m_city->owner, bytes), kPatienceMs);
    Participant anna;
    anna.profile = m_city->makeProfile(u"Анна"_s);
    auto opened = profile::CityClient::open(
        *anna.profile, m_city->address(), {&m_city->clock, &m_city->random});
    QVERIFY(opened);
    anna.client = std::move(*opened);
    const replica::BlobFolder &folder = anna.client->photos().folder();
    QCOMPARE(
        folder.addChunk(blob, 0, 3, bytes.left(limits::kBlobChunkBytes)).value_or(true), false);
    QCOMPARE(folder.arrivedChunks(blob), std::uint64_t{1});
    anna.client->startSync(sync::SyncMode::Live);
    QTRY_VERIFY_WITH_TIMEOUT(has(anna, bytes), kPatienceMs);
    QVERIFY(anna.client->status().bytesIn < std::uint64_t(bytes.size()));
}

void PhotosEndToEndTest::aPhotoTakenBackGoesEverywhere()
{
    Participant anna = m_city->join(u"Анна"_s, {});
    const QByteArray bytes = photo(5000, 'e');
    const base::OpId op = attach(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(has(anna, bytes), kPatienceMs);
    QCOMPARE(serverFiles(*m_city), 1);
    QVERIFY(
        awaited(m_city->owner.replica().submit({eraseDraft(m_city->scope(), m_attachment, op)})));
    m_city->owner.client->wake();
    QTRY_COMPARE_WITH_TIMEOUT(serverFiles(*m_city), 0, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!has(anna, bytes), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!has(m_city->owner, bytes), kPatienceMs);
}

QTEST_GUILESS_MAIN(PhotosEndToEndTest)
#include "PhotosEndToEndTest.moc"
