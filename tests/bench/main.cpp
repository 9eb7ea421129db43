// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// spilno-bench: the figures of docs/benchmarks.md, one JSON line a phase.
#include "tests/bench/Benches.h"
#include "tests/bench/Phase.h"

#include "core/base/platform/Heaps.h"
#include "core/crypto/Sodium.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

int main(int argc, char **argv)
{
    spilno::base::shareHeaps();
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures Spilno: replicate | serve | join ADDRESS FOLDER | submit | search "
                       "| server | ui"));
    parser.addPositionalArgument(QStringLiteral("bench"), QStringLiteral("what to measure"));
    const QCommandLineOption changes(
        QStringLiteral("changes"), QStringLiteral("Size of the city."), QStringLiteral("N"),
        QStringLiteral("100000"));
    const QCommandLineOption perFeed(
        QStringLiteral("per-feed"), QStringLiteral("Changes a feed on average."),
        QStringLiteral("N"), QStringLiteral("50"));
    const QCommandLineOption repeats(
        QStringLiteral("repeats"), QStringLiteral("Newcomers, one after another."),
        QStringLiteral("N"), QStringLiteral("1"));
    parser.addOptions({changes, perFeed, repeats});
    parser.addHelpOption();
    parser.process(app);
    if (const auto fault = spilno::crypto::selfTest(); !fault)
        spilno::bench::giveUp(fault.error().detail);
    const QStringList words = parser.positionalArguments();
    const QString bench = words.value(0);
    const qint64 count = parser.value(changes).toLongLong();
    const qint64 feed = parser.value(perFeed).toLongLong();
    if (count < 1 || feed < 1)
        parser.showHelp(2);
    if (bench == QStringLiteral("replicate"))
        spilno::bench::replicate(count, feed, parser.value(repeats).toInt());
    else if (bench == QStringLiteral("serve"))
        spilno::bench::serve(count, feed);
    else if (bench == QStringLiteral("join") && words.size() == 3)
        spilno::bench::join(words[1], words[2]);
    else if (bench == QStringLiteral("submit"))
        spilno::bench::submit(count);
    else if (bench == QStringLiteral("search"))
        spilno::bench::search(count);
    else if (bench == QStringLiteral("ui"))
        spilno::bench::ui(count, std::max(5, parser.value(repeats).toInt()));
    else if (bench == QStringLiteral("server"))
        spilno::bench::server(count);
    else
        parser.showHelp(2);
    return 0;
}
