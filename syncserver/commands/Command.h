// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/commands/CommandLine.h"

#include "core/base/Clock.h"
#include "core/base/Random.h"

#include <QtCore/QJsonObject>

#include <memory>
#include <vector>

namespace spilno::server {

enum class ExitCode { Ok = 0, Failed = 1, Usage = 2 };

/// What every command is given. Owned by ServerProgram.
struct Surroundings
{
    const CommandLine &line;
    base::Clock &clock;
    base::Random &random; ///< Thread-safe.

    /// The answer on the standard output: the object with --json, else the text.
    void answer(const QJsonObject &object, const QString &text) const;
    /// A line for people on the standard error.
    void note(const QString &text) const;
    /// The same, and the exit code to return.
    [[nodiscard]] ExitCode fail(const QString &sentence) const;
    [[nodiscard]] ExitCode misused(const QString &sentence) const;
};

/// One thing the server program does. Runs once, on the main thread.
class Command
{
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual Syntax syntax() const = 0;
    [[nodiscard]] virtual ExitCode run(const Surroundings &around) = 0;
};

/// All of them, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace spilno::server
