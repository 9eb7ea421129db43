// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Session.h"

#include <QObject>

namespace spilno::session {

/// A city to look around in: a profile with an empty passphrase and a server in this program. Made
/// on first use, opened after that. Owned by who shows it; lives on the GUI thread.
class DemoCity : public QObject
{
    Q_OBJECT

public:
    explicit DemoCity(Session &session, QObject *parent = nullptr);

    /// Opens the demonstration in `folder`, or makes it; opened() or failed() follows.
    void open(const QString &folder);

Q_SIGNALS:
    void opened();
    void failed(const spilno::base::Error &error);

private:
    void make(const QString &folder);
    void found();
    void finish(const base::Result<> &outcome);

    Session &m_session;
};

} // namespace spilno::session
