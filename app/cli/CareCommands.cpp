// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CareCommands.h"

#include "app/cli/Interrupt.h"
#include "app/cli/Workplace.h"
#include "core/base/platform/Console.h"

#include <QtCore/QJsonArray>

namespace spilno::cli {

using replica::ReplicaDatabase;

namespace {

/// For long work in the replica's thread: shows how far it is, and lets Ctrl+C end it.
std::function<bool(double)> watch(Terminal &terminal)
{
    const bool shown = base::errorIsTerminal();
    return [&terminal, shown, last = -1](double done) mutable {
        const int percent = static_cast<int>(done * 100);
        if (shown && percent != last)
            terminal.progress(QStringLiteral("%1 %").arg(percent));
        last = percent;
        return !Interrupt::happened();
    };
}

} // namespace

Syntax DigestCommand::syntax() const
{
    return {
        .name = QStringLiteral("digest"),
        .operands = QStringLiteral("[--json]"),
        .summary = tr("fingerprints of what this replica holds")};
}

base::Result<> DigestCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    SPILNO_ASSIGN(const auto digests, waitFor(place->replica().read([](ReplicaDatabase &database) {
                      return database.digests();
                  })));
    QJsonArray array;
    QStringList lines;
    for (const replica::ScopeDigest &digest : digests) {
        array.append(QJsonObject{
            {QStringLiteral("scope"), digest.scope.toHex()},
            {QStringLiteral("name"), digest.name},
            {QStringLiteral("epoch"), static_cast<qint64>(digest.epoch)},
            {QStringLiteral("applied"), static_cast<qint64>(digest.applied)},
            {QStringLiteral("proven"), static_cast<qint64>(digest.proven)},
            {QStringLiteral("chain"), digest.chain.toHex()},
            {QStringLiteral("tables"), digest.tables.toHex()}});
        lines.append(QStringLiteral("%1  %2  %3  %4  %5")
                         .arg(digest.scope.toHex().left(16))
                         .arg(digest.applied)
                         .arg(digest.chain.toHex().left(16), digest.tables.toHex().left(16))
                         .arg(digest.name));
    }
    around.terminal.answer(
        {{QStringLiteral("city"), place->entry().city.toHex()}, {QStringLiteral("scopes"), array}},
        lines.join(QLatin1Char('\n')));
    return {};
}

Syntax RebuildCommand::syntax() const
{
    return {
        .name = QStringLiteral("rebuild"),
        .operands = QStringLiteral("[--json]"),
        .summary = tr("make the tables anew from the log")};
}

base::Result<> RebuildCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    const qint64 began = around.clock.monotonicMs();
    const auto progress = watch(around.terminal);
    SPILNO_TRY(waitFor(place->replica().write(
        [progress](ReplicaDatabase &database) { return database.rebuild(progress); })));
    const double seconds = static_cast<double>(around.clock.monotonicMs() - began) / 1000.0;
    around.terminal.answer(
        {{QStringLiteral("seconds"), seconds}},
        tr("The tables are made anew, %1 s.").arg(seconds, 0, 'f', 2));
    return {};
}

Syntax VerifyCommand::syntax() const
{
    return {
        .name = QStringLiteral("verify"),
        .operands = QStringLiteral("[--json]"),
        .summary = tr("recompute every hash, signature, chain and digest")};
}

base::Result<> VerifyCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    const auto progress = watch(around.terminal);
    SPILNO_ASSIGN(
        const auto problems, waitFor(place->replica().write([progress](ReplicaDatabase &database) {
            return database.verify(progress);
        })));
    QJsonArray array;
    QStringList lines;
    for (const replica::Finding &problem : problems) {
        array.append(problem.text());
        lines.append(problem.words());
    }
    if (lines.isEmpty())
        lines.append(tr("Everything is as it was signed."));
    around.terminal.answer(
        {{QStringLiteral("ok"), problems.empty()}, {QStringLiteral("problems"), array}},
        lines.join(QLatin1Char('\n')));
    if (!problems.empty())
        return around.terminal.fail(
            base::ErrorCode::Corrupt,
            tr("Not everything is as it was signed; things found: %1").arg(problems.size()));
    return {};
}

} // namespace spilno::cli
