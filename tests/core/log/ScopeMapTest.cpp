// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/ScopeMap.h"
#include "tests/core/log/SeededHashes.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace spilno;
using base::Hash;
using log::MapEntry;
using log::ScopeHead;
using log::ScopeMap;
using log::ScopeTag;

namespace {

std::vector<MapEntry> randomEntries(quint64 seed, int count)
{
    SeededHashes hashes(seed);
    std::vector<MapEntry> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back({hashes.next<ScopeTag>(), {1 + hashes.below(100000), hashes.next()}});
    return entries;
}

ScopeMap mapOf(const std::vector<MapEntry> &entries)
{
    ScopeMap map;
    for (const MapEntry &entry : entries)
        map.set(entry.tag, entry.head);
    return map;
}

/// The definition of the root, over entries of one subtree.
Hash definedRoot(const std::vector<MapEntry> &entries, std::size_t depth = 0)
{
    if (entries.empty())
        return {};
    if (entries.size() == 1)
        return log::mapLeafHash(entries.front());
    std::vector<MapEntry> left;
    std::vector<MapEntry> right;
    for (const MapEntry &entry : entries)
        (log::mapBit(entry.tag, depth) ? right : left).push_back(entry);
    return log::mapNodeHash(definedRoot(left, depth + 1), definedRoot(right, depth + 1));
}

} // namespace

class ScopeMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRootIsTheDefinedOneInAnyOrder();
    void everyHeadAndEveryAbsenceIsProved();
    void noTurnedBitVerifies();
    void aPresentScopeCannotBeDenied();
    void anAbsentScopeCannotBeInvented();
    void tagsThatDifferInTheLastBitOnlyWork();
    void aCopyStaysTheMapOfItsCheckpoint();
    void theWayIsShort();
    void proofsAreReadAsWritten();
};

void ScopeMapTest::theRootIsTheDefinedOneInAnyOrder()
{
    QVERIFY(ScopeMap().root().isNull());
    for (const int count : {1, 2, 3, 17, 300}) {
        auto entries = randomEntries(static_cast<quint64>(count), count);
        const Hash root = definedRoot(entries);
        std::mt19937_64 engine(7);
        for (int round = 0; round < 5; ++round) {
            std::shuffle(entries.begin(), entries.end(), engine);
            ScopeMap map;
            for (const MapEntry &entry : entries) {
                map.set(entry.tag, {entry.head.next + 1, Hash()});
                map.set(entry.tag, entry.head);
            }
            QCOMPARE(map.root(), root);
            QCOMPARE(map.size(), count);
        }
    }
}

void ScopeMapTest::everyHeadAndEveryAbsenceIsProved()
{
    SeededHashes hashes(20);
    for (const int count : {0, 1, 2, 5, 400}) {
        const auto entries = randomEntries(21, count);
        const ScopeMap map = mapOf(entries);
        for (const MapEntry &entry : entries) {
            QCOMPARE(map.find(entry.tag).value(), entry.head);
            QVERIFY(log::verifyMapProof(map.root(), entry.tag, entry.head, map.prove(entry.tag)));
        }
        for (int i = 0; i < 200; ++i) {
            const auto absent = hashes.next<ScopeTag>();
            QVERIFY(!map.find(absent));
            QVERIFY(log::verifyMapProof(map.root(), absent, {}, map.prove(absent)));
        }
    }
}

void ScopeMapTest::noTurnedBitVerifies()
{
    const auto entries = randomEntries(30, 50);
    const ScopeMap map = mapOf(entries);
    const Hash root = map.root();
    SeededHashes hashes(31);
    std::vector<std::pair<ScopeTag, std::optional<ScopeHead>>> questions;
    for (const MapEntry &entry : entries)
        questions.emplace_back(entry.tag, entry.head);
    for (int i = 0; i < 50; ++i)
        questions.emplace_back(hashes.next<ScopeTag>(), std::nullopt);
    for (const auto &[tag, head] : questions) {
        const log::MapProof proof = map.prove(tag);
        for (quint64 bit = 0; bit < 256; ++bit) {
            QVERIFY(!log::verifyMapProof(withBitTurned(root, bit), tag, head, proof));
            if (head) {
                const ScopeHead otherChain{head->next, withBitTurned(head->chain, bit)};
                QVERIFY(!log::verifyMapProof(root, tag, otherChain, proof));
                QVERIFY(!log::verifyMapProof(root, withBitTurned(tag, bit), head, proof));
            }
            for (std::size_t at = 0; at < proof.siblings.size(); ++at) {
                auto changed = proof;
                changed.siblings[at] = withBitTurned(changed.siblings[at], bit);
                QVERIFY(!log::verifyMapProof(root, tag, head, changed));
            }
            if (proof.other) {
                auto changed = proof;
                changed.other->tag = withBitTurned(changed.other->tag, bit);
                QVERIFY(!log::verifyMapProof(root, tag, head, changed));
            }
        }
        if (head) {
            const ScopeHead older{head->next - 1, head->chain};
            QVERIFY(!log::verifyMapProof(root, tag, older, proof));
        }
    }
}

void ScopeMapTest::aPresentScopeCannotBeDenied()
{
    const auto entries = randomEntries(40, 60);
    const ScopeMap map = mapOf(entries);
    for (const MapEntry &entry : entries) {
        const log::MapProof honest = map.prove(entry.tag);
        // Every way cut short, ended by nothing or by any entry, the scope's own included.
        for (std::size_t length = 0; length <= honest.siblings.size(); ++length) {
            log::MapProof lie = honest;
            lie.siblings.resize(length);
            QVERIFY(!log::verifyMapProof(map.root(), entry.tag, {}, lie));
            for (const MapEntry &other : entries) {
                lie.other = other;
                QVERIFY(!log::verifyMapProof(map.root(), entry.tag, {}, lie));
            }
        }
    }
}

void ScopeMapTest::anAbsentScopeCannotBeInvented()
{
    const ScopeMap map = mapOf(randomEntries(50, 60));
    SeededHashes hashes(51);
    for (int i = 0; i < 100; ++i) {
        const auto absent = hashes.next<ScopeTag>();
        const ScopeHead invented{3, hashes.next()};
        log::MapProof proof = map.prove(absent);
        QVERIFY(!log::verifyMapProof(map.root(), absent, invented, proof));
        proof.other.reset();
        QVERIFY(!log::verifyMapProof(map.root(), absent, invented, proof));
    }
    log::MapProof tooDeep;
    tooDeep.siblings.assign(257, hashes.next());
    QCOMPARE(
        log::verifyMapProof(map.root(), hashes.next<ScopeTag>(), {}, tooDeep).error().code,
        base::ErrorCode::Malformed);
}

void ScopeMapTest::tagsThatDifferInTheLastBitOnlyWork()
{
    SeededHashes hashes(60);
    const auto tag = hashes.next<ScopeTag>();
    const auto twin = withBitTurned(tag, 31 * 8);
    const std::vector<MapEntry> entries{{tag, {1, hashes.next()}}, {twin, {2, hashes.next()}}};
    const ScopeMap map = mapOf(entries);
    QCOMPARE(map.root(), definedRoot(entries));
    QCOMPARE(map.prove(tag).siblings.size(), std::size_t{256});
    QVERIFY(log::verifyMapProof(map.root(), tag, entries[0].head, map.prove(tag)));
    QVERIFY(log::verifyMapProof(map.root(), twin, entries[1].head, map.prove(twin)));
    QVERIFY(!log::verifyMapProof(map.root(), tag, entries[1].head, map.prove(tag)));
    QCOMPARE(log::parseMapProof(base::view(map.prove(tag).encode())).value(), map.prove(tag));
    // A neighbour halfway down leaves the way beside nothing.
    const auto halfway = withBitTurned(tag, 16 * 8);
    QVERIFY(log::verifyMapProof(map.root(), halfway, {}, map.prove(halfway)));
}

void ScopeMapTest::aCopyStaysTheMapOfItsCheckpoint()
{
    const auto entries = randomEntries(70, 100);
    ScopeMap map = mapOf(entries);
    const ScopeMap checkpoint = map;
    const Hash root = checkpoint.root();
    for (const MapEntry &entry : entries)
        map.set(entry.tag, {entry.head.next + 1, entry.head.chain});
    QVERIFY(map.root() != root);
    QCOMPARE(checkpoint.root(), root);
    for (const MapEntry &entry : entries)
        QVERIFY(log::verifyMapProof(root, entry.tag, entry.head, checkpoint.prove(entry.tag)));
}

void ScopeMapTest::theWayIsShort()
{
    const auto entries = randomEntries(80, 4096);
    const ScopeMap map = mapOf(entries);
    std::size_t hashes = 0;
    for (const MapEntry &entry : entries)
        hashes += map.prove(entry.tag).siblings.size();
    const double average = static_cast<double>(hashes) / 4096;
    QVERIFY2(average > 12 && average < 14, qPrintable(QString::number(average)));
}

void ScopeMapTest::proofsAreReadAsWritten()
{
    const auto entries = randomEntries(90, 30);
    const ScopeMap map = mapOf(entries);
    SeededHashes hashes(91);
    for (int i = 0; i < 60; ++i) {
        const ScopeTag tag =
            i < 30 ? entries[static_cast<std::size_t>(i)].tag : hashes.next<ScopeTag>();
        const QByteArray bytes = map.prove(tag).encode();
        QCOMPARE(log::parseMapProof(base::view(bytes)).value(), map.prove(tag));
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            const QByteArray changed = withBitTurned(bytes, bit);
            const auto parsed = log::parseMapProof(base::view(changed));
            QVERIFY(!parsed || parsed->encode() == changed);
        }
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!log::parseMapProof(base::view(bytes.left(length))));
    }
    QCOMPARE(
        log::parseMapProof(base::view(QByteArray(10000, '\0'))).error().code,
        base::ErrorCode::LimitExceeded);
}

QTEST_GUILESS_MAIN(ScopeMapTest)
#include "ScopeMapTest.moc"
