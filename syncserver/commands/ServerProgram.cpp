// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/ServerProgram.h"

#include "syncserver/commands/Command.h"
#include "syncserver/commands/Sentences.h"

#include "core/crypto/Sodium.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>

#include <cstdio>

namespace spilno::server {

using namespace Qt::StringLiterals;

namespace {

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

QString usageOf(const Syntax &syntax)
{
    QString usage = u"spilno-server "_s + syntax.name;
    for (const QString &option : syntax.required)
        usage += u" --"_s + option + u' ' + option.toUpper();
    for (const QString &option : syntax.optional)
        usage += u" [--"_s + option + u' ' + option.toUpper() + u']';
    for (const QString &flag : syntax.flags)
        usage += u" [--"_s + flag + u']';
    if (!syntax.operand.isEmpty())
        usage += u' ' + syntax.operand;
    return usage;
}

QString help(const std::vector<std::unique_ptr<Command>> &commands)
{
    QString text = Sentences::tr("spilno-server: the server of a city.") + u'\n';
    for (const auto &command : commands) {
        const Syntax syntax = command->syntax();
        text += u'\n' + usageOf(syntax) + u"\n    "_s + syntax.summary + u'\n';
    }
    text += u'\n' + Sentences::tr("Every command takes --json for answers that programs read, and "
                                  "--lang uk or --lang en.");
    return text;
}

} // namespace

void ServerProgram::speak(const QString &language)
{
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    const bool ukrainian = QLocale().language() == QLocale::Ukrainian;
    const QString code = ukrainian ? u"uk"_s : u"en"_s;
    if (m_own.load(u":/i18n/spilno_"_s + code + u".qm"_s))
        QCoreApplication::installTranslator(&m_own);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(u"qtbase_"_s + code, folder))
        QCoreApplication::installTranslator(&m_qt);
}

int ServerProgram::run(const QStringList &arguments)
{
    CommandLine line(arguments.mid(1));
    speak(line.value(u"lang"_s));
    base::SystemClock clock;
    crypto::initialise();
    crypto::SystemRandom random;
    const Surroundings around{line, clock, random};
    if (auto tested = crypto::selfTest(); !tested)
        return static_cast<int>(around.fail(Sentences::of(tested.error())));
    const auto commands = allCommands();
    if (line.command().isEmpty() && line.isAsked(u"version"_s)) {
        print(u"spilno-server "_s + QCoreApplication::applicationVersion());
        return static_cast<int>(ExitCode::Ok);
    }
    if (line.command().isEmpty() && line.isAsked(u"help"_s)) {
        print(help(commands));
        return static_cast<int>(ExitCode::Ok);
    }
    for (const auto &command : commands) {
        const Syntax syntax = command->syntax();
        if (syntax.name != line.command())
            continue;
        if (line.isAsked(u"help"_s)) {
            print(usageOf(syntax) + u"\n    "_s + syntax.summary);
            return static_cast<int>(ExitCode::Ok);
        }
        if (const auto wrong = line.bind(syntax))
            return static_cast<int>(around.misused(*wrong));
        return static_cast<int>(command->run(around));
    }
    const QString sentence =
        line.command().isEmpty()
            ? Sentences::tr("Which command? «spilno-server --help» lists them.")
            : Sentences::tr("There is no command «%1»; «spilno-server --help» lists them.")
                  .arg(line.command());
    return static_cast<int>(around.misused(sentence));
}

} // namespace spilno::server
