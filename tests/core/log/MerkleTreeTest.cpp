// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/CompactRange.h"
#include "tests/core/log/SeededHashes.h"

#include <QtTest/QtTest>

#include <bit>
#include <map>

using namespace spilno;
using base::Hash;

namespace {

/// A tree that keeps every node it is told of, and refuses the others.
class StoredTree final : public log::HashSource
{
public:
    explicit StoredTree(quint64 seed, quint64 size)
    {
        SeededHashes hashes(seed);
        for (quint64 index = 0; index < size; ++index) {
            leaves.push_back(hashes.next());
            edge.append(leaves.back(), [this](int level, quint64 place, const Hash &hash) {
                const bool isNew = nodes.emplace(std::pair(level, place), hash).second;
                QVERIFY(isNew);
            });
            roots.push_back(edge.root());
        }
    }

    [[nodiscard]] base::Result<Hash> node(int level, quint64 index) const override
    {
        const auto found = nodes.find({level, index});
        if (found == nodes.end())
            return base::failure(base::ErrorCode::NotFound);
        return found->second;
    }

    /// The root of the first `size` leaves.
    [[nodiscard]] Hash root(quint64 size) const
    {
        return size == 0 ? log::merkleEmptyRoot() : roots[size - 1];
    }

    std::vector<Hash> leaves;
    std::vector<Hash> roots;
    log::CompactRange edge;
    std::map<std::pair<int, quint64>, Hash> nodes;
};

// The definitions of RFC 6962 §2.1 word for word, over a list of leaf hashes.

using Leaves = std::span<const Hash>;

std::size_t split(std::size_t count)
{
    return std::bit_floor(count - 1);
}

Hash definedRoot(Leaves leaves)
{
    if (leaves.empty())
        return log::merkleEmptyRoot();
    if (leaves.size() == 1)
        return leaves.front();
    const std::size_t k = split(leaves.size());
    return log::merkleNodeHash(definedRoot(leaves.first(k)), definedRoot(leaves.subspan(k)));
}

log::MerkleProof with(log::MerkleProof proof, const Hash &hash)
{
    proof.push_back(hash);
    return proof;
}

log::MerkleProof definedPath(std::size_t m, Leaves leaves)
{
    if (leaves.size() == 1)
        return {};
    const std::size_t k = split(leaves.size());
    if (m < k)
        return with(definedPath(m, leaves.first(k)), definedRoot(leaves.subspan(k)));
    return with(definedPath(m - k, leaves.subspan(k)), definedRoot(leaves.first(k)));
}

log::MerkleProof definedSubproof(std::size_t m, Leaves leaves, bool isWhole)
{
    if (m == leaves.size())
        return isWhole ? log::MerkleProof{} : log::MerkleProof{definedRoot(leaves)};
    const std::size_t k = split(leaves.size());
    if (m <= k)
        return with(definedSubproof(m, leaves.first(k), isWhole), definedRoot(leaves.subspan(k)));
    return with(definedSubproof(m - k, leaves.subspan(k), false), definedRoot(leaves.first(k)));
}

} // namespace

class MerkleTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAndProofsAreTheDefinedOnes();
    void everyProofOfALargeTreeVerifies();
    void noTurnedBitVerifies();
    void noProofOfAnotherLengthVerifies();
    void aTreeThatLostALeafIsFound();
    void theEdgeIsStoredAndGoesOn();
    void questionsOutsideTheTreeAreRefused();
};

void MerkleTreeTest::rootsAndProofsAreTheDefinedOnes()
{
    const StoredTree tree(1, 70);
    for (std::size_t size = 0; size <= tree.leaves.size(); ++size) {
        const Leaves leaves = Leaves(tree.leaves).first(size);
        QCOMPARE(tree.root(size), definedRoot(leaves));
        QCOMPARE(log::merkleRoot(tree, size).value(), definedRoot(leaves));
        for (std::size_t index = 0; index < size; ++index)
            QCOMPARE(log::inclusionProof(tree, index, size).value(), definedPath(index, leaves));
        for (std::size_t old = 1; old <= size; ++old)
            QCOMPARE(
                log::consistencyProof(tree, old, size).value(), definedSubproof(old, leaves, true));
    }
}

void MerkleTreeTest::everyProofOfALargeTreeVerifies()
{
    const StoredTree tree(2, 600);
    SeededHashes random(3);
    std::vector<quint64> sizes{511, 512, 513, 600};
    for (int i = 0; i < 12; ++i)
        sizes.push_back(1 + random.below(600));
    for (const quint64 size : sizes) {
        for (quint64 index = 0; index < size; ++index) {
            const auto proof = log::inclusionProof(tree, index, size).value();
            QVERIFY(log::verifyInclusion(tree.leaves[index], index, size, proof, tree.root(size)));
        }
        for (quint64 old = 0; old <= size; ++old) {
            const auto proof = log::consistencyProof(tree, old, size).value();
            QVERIFY(log::verifyConsistency(old, size, tree.root(old), tree.root(size), proof));
        }
    }
}

void MerkleTreeTest::noTurnedBitVerifies()
{
    const StoredTree tree(4, 600);
    SeededHashes random(5);
    const auto expectBad = [](const base::Result<> &result) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::BadSignature);
    };
    for (quint64 size = 1; size <= 600; size += size < 9 ? 1 : 1 + random.below(60)) {
        const Hash root = tree.root(size);
        const quint64 index = random.below(size);
        const Hash leaf = tree.leaves[index];
        const auto path = log::inclusionProof(tree, index, size).value();
        const quint64 old = 1 + random.below(size);
        const Hash oldRoot = tree.root(old);
        const auto growth = log::consistencyProof(tree, old, size).value();
        for (quint64 bit = 0; bit < 256; ++bit) {
            expectBad(log::verifyInclusion(withBitTurned(leaf, bit), index, size, path, root));
            expectBad(log::verifyInclusion(leaf, index, size, path, withBitTurned(root, bit)));
            for (std::size_t at = 0; at < path.size(); ++at) {
                auto changed = path;
                changed[at] = withBitTurned(changed[at], bit);
                expectBad(log::verifyInclusion(leaf, index, size, changed, root));
            }
            expectBad(log::verifyConsistency(old, size, withBitTurned(oldRoot, bit), root, growth));
            expectBad(log::verifyConsistency(old, size, oldRoot, withBitTurned(root, bit), growth));
            for (std::size_t at = 0; at < growth.size(); ++at) {
                auto changed = growth;
                changed[at] = withBitTurned(changed[at], bit);
                expectBad(log::verifyConsistency(old, size, oldRoot, root, changed));
            }
        }
        for (quint64 other = 0; other < size; ++other) {
            if (other != index)
                QVERIFY(!log::verifyInclusion(leaf, other, size, path, root));
        }
    }
}

void MerkleTreeTest::noProofOfAnotherLengthVerifies()
{
    const StoredTree tree(6, 40);
    const auto expectMalformed = [](const base::Result<> &result) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::Malformed);
    };
    for (quint64 size = 1; size <= 40; ++size) {
        for (quint64 index = 0; index < size; ++index) {
            auto path = log::inclusionProof(tree, index, size).value();
            path.push_back(tree.root(size));
            expectMalformed(
                log::verifyInclusion(tree.leaves[index], index, size, path, tree.root(size)));
            path.pop_back();
            if (path.empty())
                continue;
            path.pop_back();
            expectMalformed(
                log::verifyInclusion(tree.leaves[index], index, size, path, tree.root(size)));
        }
        for (quint64 old = 0; old <= size; ++old) {
            auto growth = log::consistencyProof(tree, old, size).value();
            growth.push_back(tree.root(size));
            expectMalformed(
                log::verifyConsistency(old, size, tree.root(old), tree.root(size), growth));
            growth.pop_back();
            if (growth.empty())
                continue;
            growth.pop_back();
            expectMalformed(
                log::verifyConsistency(old, size, tree.root(old), tree.root(size), growth));
        }
    }
}

void MerkleTreeTest::aTreeThatLostALeafIsFound()
{
    const StoredTree honest(7, 100);
    log::CompactRange rewritten;
    for (std::size_t index = 0; index < 120; ++index) {
        if (index != 42)
            rewritten.append(honest.leaves[index % 100]);
    }
    const auto proof = log::consistencyProof(honest, 50, 100).value();
    QVERIFY(log::verifyConsistency(50, 100, honest.root(50), honest.root(100), proof));
    QVERIFY(!log::verifyConsistency(50, 100, honest.root(50), rewritten.root(), proof));
    QVERIFY(!log::verifyConsistency(100, 50, honest.root(100), honest.root(50), proof));
}

void MerkleTreeTest::theEdgeIsStoredAndGoesOn()
{
    const StoredTree tree(8, 130);
    log::CompactRange range;
    for (quint64 size = 0; size < 130; ++size) {
        range = log::CompactRange::fromBytes(base::view(range.bytes())).value();
        QCOMPARE(range.size(), size);
        QCOMPARE(range.root(), tree.root(size));
        QCOMPARE(log::CompactRange::fromSource(tree, size).value().bytes(), range.bytes());
        QCOMPARE(range.bytes().size(), 8 + 32 * std::popcount(size));
        range.append(tree.leaves[size]);
    }
    const QByteArray bytes = range.bytes();
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!log::CompactRange::fromBytes(base::view(bytes.left(length))));
    QVERIFY(!log::CompactRange::fromBytes(base::view(bytes + 'x')));
}

void MerkleTreeTest::questionsOutsideTheTreeAreRefused()
{
    const StoredTree tree(9, 5);
    QCOMPARE(log::inclusionProof(tree, 5, 5).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(log::consistencyProof(tree, 5, 4).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(log::inclusionProof(tree, 2, 6).error().code, base::ErrorCode::NotFound);
    QCOMPARE(log::merkleRoot(tree, 6).error().code, base::ErrorCode::NotFound);
    QCOMPARE(
        log::parseHashes(base::view(QByteArray(33, 'x'))).error().code, base::ErrorCode::Malformed);
    QCOMPARE(
        log::parseHashes(base::view(QByteArray(129 * 32, 'x'))).error().code,
        base::ErrorCode::LimitExceeded);
    const QByteArray two(64, 'x');
    QCOMPARE(log::joinedHashes(log::parseHashes(base::view(two)).value()), two);
}

QTEST_GUILESS_MAIN(MerkleTreeTest)
#include "MerkleTreeTest.moc"
