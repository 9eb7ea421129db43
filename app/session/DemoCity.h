// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Session.h"

#include <QObject>

#include <atomic>

namespace spilno::session {

/// A city to look around in: a profile with an empty passphrase, a server in this program and a
/// small file of real requests. Made on first use, opened after that. Owned by who shows it; lives
/// on the GUI thread, imports on one of its own.
class DemoCity : public QObject
{
    Q_OBJECT

public:
    explicit DemoCity(Session &session, QObject *parent = nullptr);
    /// Stops an import that is still going on; the next opening goes on with it.
    ~DemoCity() override;

    /// Opens the demonstration in `folder`, or makes it; opened() or failed() follows, and after
    /// opened() filled() when its requests are there.
    void open(const QString &folder);

Q_SIGNALS:
    void opened();
    void filled();
    void failed(const spilno::base::Error &error);

private:
    void make();
    void found();
    void cityOpened();
    /// The base map, once.
    [[nodiscard]] base::Result<> importMap(
        replica::Replica &replica, const std::shared_ptr<const replica::Identity> &person) const;
    [[nodiscard]] base::Result<> import(
        replica::Replica &replica, const std::shared_ptr<const replica::Identity> &person);

    Session &m_session;
    QString m_folder;
    std::atomic<bool> m_stopped = false;
    WorkThread m_work;
};

} // namespace spilno::session
