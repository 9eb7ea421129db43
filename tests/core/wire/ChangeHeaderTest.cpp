// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/ChangeHeader.h"
#include "core/base/Limits.h"
#include "core/wire/Genesis.h"
#include "tests/support/Neighbours.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QtTest>

using namespace spilno;
using base::ErrorCode;

namespace {

wire::ChangeHeader randomHeader(support::SeededRandom &random)
{
    wire::ChangeHeader header;
    header.feed = random.id<base::FeedId>();
    header.seq = random.below(1000);
    header.prev =
        header.seq == 0 ? base::Hash::fromTrusted(header.feed.data()) : random.id<base::Hash>();
    header.hlc = (random.next() >> 1) | 1;
    header.txn = static_cast<std::uint32_t>(random.below(limits::kTransactionChangesMax));
    header.type = static_cast<std::uint32_t>(random.next());
    header.entity = random.id<base::EntityId>();
    header.payloadSize = static_cast<std::uint32_t>(random.below(limits::kPayloadBytesMax + 1));
    header.payloadCommit = random.id<base::Hash>();
    wire::HeaderExt ext;
    if (random.below(2) == 0)
        ext.firstIssue = wire::FirstIssue{
            random.id<base::FeedId>(), random.below(50), random.id<base::Hash>(), 1};
    if (random.below(2) == 0)
        ext.checkpointSeen = QByteArray(static_cast<qsizetype>(1 + random.below(300)), 'c');
    header.ext = wire::encodeExt(ext);
    return header;
}

wire::FeedOpening randomOpening(support::SeededRandom &random)
{
    wire::FeedOpening opening;
    opening.city = random.id<base::CityId>();
    opening.person = random.id<base::PersonId>();
    opening.device = random.id<base::PublicKey>();
    opening.scope = random.id<base::ScopeId>();
    opening.incarnation = random.id<base::Incarnation>();
    if (random.below(2) == 0) {
        opening.parentFeed = random.id<base::FeedId>();
        opening.parentSeq = random.below(1'000'000);
        opening.parentHash = random.id<base::Hash>();
    }
    opening.certificate = random.id<base::OpId>();
    return opening;
}

} // namespace

class ChangeHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersReadBack();
    void theFirstHeaderFollowsItsOpening();
    void unknownExtItemsAreKept();
    void anOperationKeepsItsNameOnAnotherFeed();
    void openingsReadBack();
    void cityRulesAscendByTheirBytes();
    void noNeighbourHasASecondEncoding();
};

void ChangeHeaderTest::headersReadBack()
{
    support::SeededRandom random(5);
    for (int i = 0; i < 3000; ++i) {
        const wire::ChangeHeader header = randomHeader(random);
        const QByteArray bytes = wire::encodeHeader(header);
        const auto read = wire::decodeHeader(base::view(bytes));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(wire::encodeHeader(*read), bytes);
        QCOMPARE(read->hlc, header.hlc);
        QCOMPARE(read->entity, header.entity);
    }
}

void ChangeHeaderTest::theFirstHeaderFollowsItsOpening()
{
    support::SeededRandom random(6);
    wire::ChangeHeader header = randomHeader(random);
    header.seq = 0;
    header.prev = base::Hash::fromTrusted(header.feed.data());
    QVERIFY(wire::decodeHeader(base::view(wire::encodeHeader(header))));
    header.prev = random.id<base::Hash>();
    QVERIFY(!wire::decodeHeader(base::view(wire::encodeHeader(header))));
}

void ChangeHeaderTest::unknownExtItemsAreKept()
{
    support::SeededRandom random(7);
    wire::ChangeHeader header = randomHeader(random);
    header.ext = QByteArray::fromHex("81820981f4");
    const auto read = wire::decodeHeader(base::view(wire::encodeHeader(header)));
    QVERIFY(read);
    QCOMPARE(read->ext, header.ext);
    const auto ext = wire::decodeExt(base::view(read->ext));
    QVERIFY(ext && !ext->firstIssue && ext->checkpointSeen.isEmpty());
}

void ChangeHeaderTest::anOperationKeepsItsNameOnAnotherFeed()
{
    support::SeededRandom random(8);
    const auto person = random.id<base::PersonId>();
    const wire::ChangeHeader first = randomHeader(random);
    wire::HeaderExt again;
    again.firstIssue = wire::FirstIssue{first.feed, first.seq, first.payloadCommit, first.hlc};
    const auto read = wire::decodeExt(base::view(wire::encodeExt(again)));
    QVERIFY(read && read->firstIssue);
    const auto name = [&person](const auto &issue) {
        return wire::opId(person, issue.feed, issue.seq, issue.payloadCommit);
    };
    QCOMPARE(name(*read->firstIssue), name(first));
    QVERIFY(
        wire::opId(random.id<base::PersonId>(), first.feed, first.seq, first.payloadCommit) !=
        name(first));
}

void ChangeHeaderTest::openingsReadBack()
{
    support::SeededRandom random(9);
    for (int i = 0; i < 1000; ++i) {
        const QByteArray bytes = wire::encodeOpening(randomOpening(random));
        QVERIFY(bytes.size() <= limits::kFeedOpeningBytesMax);
        const auto read = wire::decodeOpening(base::view(bytes));
        QVERIFY(read);
        QCOMPARE(wire::encodeOpening(*read), bytes);
    }
}

void ChangeHeaderTest::cityRulesAscendByTheirBytes()
{
    wire::CityGenesis city;
    city.name = QStringLiteral("Кременець");
    city.timeZone = QStringLiteral("Europe/Kyiv");
    city.owners = {base::PersonId()};
    // As UTF-16 the second would be the smaller one.
    city.rules = {{QStringLiteral("\uFFFD"), true}, {QStringLiteral("\U0001F573"), true}};
    QVERIFY(wire::decodeCityGenesis(base::view(wire::encodeCityGenesis(city))));
    std::swap(city.rules[0], city.rules[1]);
    QVERIFY(!wire::decodeCityGenesis(base::view(wire::encodeCityGenesis(city))));
}

void ChangeHeaderTest::noNeighbourHasASecondEncoding()
{
    support::SeededRandom random(10);
    for (int i = 0; i < 10; ++i) {
        const wire::ChangeHeader header = randomHeader(random);
        const QByteArray bytes = wire::encodeHeader(header);
        QVERIFY(support::tryNeighbours(support::codec("header"), bytes).accepted > 1000);
        QVERIFY(support::tryNeighbours(support::codec("ext"), header.ext).all > 0);
        const QByteArray opening = wire::encodeOpening(randomOpening(random));
        QVERIFY(support::tryNeighbours(support::codec("opening"), opening).accepted > 1000);
        wire::IdentityGenesis identity;
        identity.random = random.id<base::Salt>();
        const QByteArray person = wire::encodeIdentityGenesis(identity);
        QVERIFY(support::tryNeighbours(support::codec("identity"), person).accepted > 1000);
        wire::CityGenesis city;
        city.name = QStringLiteral("Кременець");
        city.owners = {random.id<base::PersonId>()};
        city.rules = {{QStringLiteral("a"), qint64{1}}, {QStringLiteral("b"), true}};
        const QByteArray genesis = wire::encodeCityGenesis(city);
        QVERIFY(support::tryNeighbours(support::codec("genesis"), genesis).accepted > 1000);
    }
}

QTEST_GUILESS_MAIN(ChangeHeaderTest)
#include "ChangeHeaderTest.moc"
