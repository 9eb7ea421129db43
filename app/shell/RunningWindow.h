// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace spilno::shell {

/// One window for one place of profiles: a second start of the program gives its link or file to
/// the window that is open, and ends. Owned by main.cpp; only this user can reach it.
class RunningWindow : public QObject
{
    Q_OBJECT

public:
    /// `place`: the profile's folder, or that of all profiles.
    explicit RunningWindow(const QString &place, QObject *parent = nullptr);

    /// Gives the link (which may be empty) to a window that is open; false when there is none.
    [[nodiscard]] bool handOver(const QString &link) const;
    /// Waits for links of later starts; without it each start has a window of its own.
    void listen();

Q_SIGNALS:
    /// Somebody started the program again, with this link, path or nothing.
    void startedAgain(const QString &link);

private:
    void accept();

    QString m_name;
    QLocalServer m_server;
};

} // namespace spilno::shell
