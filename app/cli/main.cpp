// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/Interrupt.h"
#include "core/base/platform/Heaps.h"
#include "core/crypto/Sodium.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>

using namespace spilno;

namespace {

QString languageOf(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0 && at + 1 < arguments.size())
        return arguments.at(at + 1);
    return QLocale::system().language() == QLocale::Ukrainian ? QStringLiteral("uk")
                                                              : QStringLiteral("en");
}

QString helpText(const std::vector<std::unique_ptr<cli::Command>> &commands)
{
    QStringList lines{
        QCoreApplication::translate(
            "spilno::cli", "Usage: spilnoctl --profile DIR [--city NAME] [--lang uk|en] COMMAND"),
        QString()};
    for (const auto &command : commands) {
        const cli::Syntax syntax = command->syntax();
        lines.append(QStringLiteral("  %1 %2").arg(syntax.name, syntax.operands).trimmed());
        lines.append(QStringLiteral("      ") + syntax.summary);
    }
    return lines.join(QLatin1Char('\n'));
}

/// The command whose name the words begin with, the longest name first.
const std::unique_ptr<cli::Command> *chosen(
    const std::vector<std::unique_ptr<cli::Command>> &commands, const QStringList &words)
{
    const std::unique_ptr<cli::Command> *best = nullptr;
    qsizetype length = 0;
    for (const auto &command : commands) {
        const QStringList name = command->syntax().name.split(QLatin1Char(' '));
        if (words.mid(0, name.size()) == name && name.size() > length) {
            best = &command;
            length = name.size();
        }
    }
    return best;
}

int useError(cli::Terminal &terminal, const QString &sentence)
{
    terminal.error(sentence);
    return cli::kExitUnusable;
}

int perform(cli::Terminal &terminal, const QStringList &arguments)
{
    const auto commands = cli::allCommands();
    cli::CommandLine line(arguments);
    const QStringList words = line.words();
    if (words.isEmpty() || line.isAsked(QStringLiteral("help"))) {
        terminal.answer({}, helpText(commands));
        return words.isEmpty() && !line.isAsked(QStringLiteral("help")) ? cli::kExitUnusable : 0;
    }
    const auto *command = chosen(commands, words);
    if (command == nullptr)
        return useError(
            terminal, QCoreApplication::translate(
                          "spilno::cli", "There is no command %1; spilnoctl --help shows them all.")
                          .arg(words.first()));
    if (const auto wrong = line.bind((*command)->syntax()))
        return useError(terminal, *wrong);
    if ((*command)->syntax().needsProfile && line.value(QStringLiteral("profile")).isEmpty())
        return useError(
            terminal, QCoreApplication::translate(
                          "spilno::cli", "Which profile? Give its folder: --profile DIR"));
    terminal.setJson(line.wantsJson());
    base::SystemClock clock;
    crypto::SystemRandom random;
    cli::Surroundings around{line, terminal, clock, random};
    const base::Result<> done = (*command)->run(around);
    if (done)
        return 0;
    terminal.error(terminal.sentenceOf(done.error()));
    return (*command)->exitCodeOf(done.error());
}

} // namespace

int main(int argc, char *argv[])
{
    base::shareHeaps();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spilnoctl"));
    crypto::initialise();
    QTranslator words;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (words.load(
            QStringLiteral(":/i18n/spilno_") + languageOf(arguments) + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(&words);
    cli::Terminal terminal;
    if (const auto tested = crypto::selfTest(); !tested) {
        terminal.error(terminal.sentenceOf(tested.error()));
        return 1;
    }
    cli::Interrupt::install();
    return perform(terminal, arguments);
}
