// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTargets.h"

#include "core/base/Bytes.h"
#include "tests/support/SeededRandom.h"

#include <QtTest/QtTest>

using namespace spilno;

namespace {

constexpr int kMutations = 20'000;

/// A few changes of the kinds that find faults in decoders: other bits, numbers at the edge,
/// pieces cut out, doubled, or taken from another input.
QByteArray mutated(
    const std::vector<QByteArray> &seeds, QByteArray bytes, support::SeededRandom &random)
{
    static constexpr char kEdges[] = {0,    0x17, 0x18, 0x1b, 0x40, 0x58, 0x5b, 0x60,
                                      0x7f, -128, -104, -97,  -11,  -10,  -2,   -1};
    const std::uint64_t changes = 1 + random.below(4);
    for (std::uint64_t i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const auto size = static_cast<std::uint64_t>(bytes.size());
        const auto at = static_cast<qsizetype>(random.below(size));
        const auto length = static_cast<qsizetype>(1 + random.below(16));
        switch (random.below(6)) {
        case 0:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
            break;
        case 1:
            bytes[at] = kEdges[random.below(sizeof(kEdges))];
            break;
        case 2:
            bytes.remove(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, length));
            break;
        case 4:
            bytes.truncate(at);
            break;
        default: {
            const QByteArray &other = seeds[random.below(seeds.size())];
            bytes.replace(at, length, other.mid(at, length));
            break;
        }
        }
    }
    return bytes;
}

} // namespace

/// Runs every fuzz target over all its seeds and many mutations of them, the same ones each time,
/// so that compilers without a fuzzer find at least what is near.
class FuzzCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMutationDoesHarm_data();
    void noMutationDoesHarm();
};

void FuzzCorpusTest::noMutationDoesHarm_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < fuzz::targets().size(); ++i)
        QTest::newRow(fuzz::targets()[i].name) << static_cast<int>(i);
}

void FuzzCorpusTest::noMutationDoesHarm()
{
    QFETCH(int, index);
    const fuzz::Target &target = fuzz::targets()[static_cast<std::size_t>(index)];
    const auto run = [&target](const QByteArray &bytes) {
        const base::ByteView view = base::view(bytes);
        target.run(view.data(), view.size());
    };
    const std::vector<QByteArray> seeds = target.seeds();
    QVERIFY(!seeds.empty());
    for (const QByteArray &seed : seeds)
        run(seed);
    support::SeededRandom random(static_cast<std::uint64_t>(index));
    for (int i = 0; i < kMutations; ++i)
        run(mutated(seeds, seeds[random.below(seeds.size())], random));
}

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "FuzzCorpusTest.moc"
