// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Terminal.h"
#include "core/base/Result.h"
#include "core/profile/CityClient.h"

#include <QtCore/QJsonObject>

#include <functional>

namespace spilno::cli {

/// One exchange with the server, begun and awaited by a command on the main thread.
class SyncRun
{
public:
    using Progress = std::function<void(const sync::SyncStatus &status)>;

    /// Exchanges everything and waits, until the replica also holds what it has just sent in its
    /// place in the log; ends early when the person interrupts. What was exchanged stays so.
    void run(profile::CityClient &client, const base::Clock &clock, const Progress &progress = {});

    /// Finished, or why not.
    [[nodiscard]] sync::EndReason end() const { return m_end; }
    /// Success when everything was exchanged. Otherwise its one sentence is said: why it broke off,
    /// or why the server takes nothing for now and how much waits here.
    [[nodiscard]] base::Result<> outcome(const Terminal &terminal) const;
    [[nodiscard]] const sync::SyncStatus &status() const { return m_status; }
    [[nodiscard]] double seconds() const { return m_seconds; }
    [[nodiscard]] QJsonObject toJson() const;

private:
    void exchangeOnce(profile::CityClient &client, const Progress &progress);

    sync::EndReason m_end = sync::EndReason::Stopped;
    base::Error m_error;
    sync::SyncStatus m_status;
    double m_seconds = 0;
};

} // namespace spilno::cli
