// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/DemoCity.h"

namespace spilno::session {

using base::Result;

DemoCity::DemoCity(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void DemoCity::open(const QString &folder)
{
    if (!profile::Profile::exists(folder)) {
        make(folder);
        return;
    }
    m_session.openProfile(folder).then(this, [this](const Result<> &opened) {
        // A first run that was cut off before there was a city goes on here.
        if (opened && m_session.cities().isEmpty())
            found();
        else
            finish(opened);
    });
}

void DemoCity::make(const QString &folder)
{
    m_session.createProfile(folder, crypto::SecretBytes())
        .then(this, [this](const Result<QString> &made) {
            if (made)
                found();
            else
                finish(base::failure(made.error()));
        });
}

void DemoCity::found()
{
    m_session.foundCity(tr("Demonstration city"), QStringLiteral("Europe/Kyiv"), tr("Oksana Koval"))
        .then(this, [this](const Result<> &founded) { finish(founded); });
}

void DemoCity::finish(const Result<> &outcome)
{
    if (outcome)
        Q_EMIT opened();
    else
        Q_EMIT failed(outcome.error());
}

} // namespace spilno::session
