// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CommandLine.h"
#include "app/cli/Terminal.h"
#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/base/Result.h"

#include <memory>
#include <vector>

namespace spilno::cli {

/// What every command is given. Owned by main().
struct Surroundings
{
    const CommandLine &line;
    Terminal &terminal;
    base::Clock &clock;
    base::Random &random;
};

inline constexpr int kExitFailed = 1;   ///< An error.
inline constexpr int kExitUnusable = 2; ///< Nothing that a command could work on.

/// One thing the program does. Runs once, on the main thread.
class Command
{
public:
    virtual ~Command() = default;
    [[nodiscard]] virtual Syntax syntax() const = 0;
    /// The exit code is 0 on success; an error of use was found before.
    [[nodiscard]] virtual base::Result<> run(Surroundings &around) = 0;
    /// The exit code of an error of run().
    [[nodiscard]] virtual int exitCodeOf(const base::Error & /*error*/) const
    {
        return kExitFailed;
    }
};

/// All of them, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace spilno::cli
