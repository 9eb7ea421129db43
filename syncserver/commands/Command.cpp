// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/Command.h"

#include "syncserver/commands/BackupCommand.h"
#include "syncserver/commands/InitCommand.h"
#include "syncserver/commands/RestoreCommand.h"
#include "syncserver/commands/RotateCertCommand.h"
#include "syncserver/commands/ServeCommand.h"
#include "syncserver/commands/StatusCommand.h"
#include "syncserver/commands/VerifyCommand.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

namespace spilno::server {

namespace {

void print(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

void Surroundings::answer(const QJsonObject &object, const QString &text) const
{
    if (line.has(QStringLiteral("json")))
        print(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
    else
        print(stdout, text.toUtf8());
}

void Surroundings::note(const QString &text) const
{
    print(stderr, text.toUtf8());
}

ExitCode Surroundings::fail(const QString &sentence) const
{
    note(sentence);
    return ExitCode::Failed;
}

ExitCode Surroundings::misused(const QString &sentence) const
{
    note(sentence);
    return ExitCode::Usage;
}

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<InitCommand>());
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<StatusCommand>());
    commands.push_back(std::make_unique<VerifyCommand>());
    commands.push_back(std::make_unique<BackupCommand>());
    commands.push_back(std::make_unique<RestoreCommand>());
    commands.push_back(std::make_unique<RotateCertCommand>());
    return commands;
}

} // namespace spilno::server
