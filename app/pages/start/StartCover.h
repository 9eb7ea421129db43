// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Session.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace spilno::pages {

class HostStep;
class JoinStep;
class RecoveryStep;
class StartStep;
class WelcomeStep;

/// Covers the window while no city is open, or while another one is added: chooses a profile, or
/// makes one and joins, founds or demonstrates a city. Works on the Session; what it made is open
/// when finished() comes.
class StartCover : public QWidget
{
    Q_OBJECT

public:
    struct Places
    {
        QString newProfile;     ///< Where a new profile goes; empty: a free folder below the next.
        QString profilesFolder; ///< Where profiles of this computer are kept.
    };

    StartCover(session::Session &session, const Places &places);

    /// Opens the form of joining with this link in it.
    void openLink(const QString &link);
    /// A sentence over the first step.
    void showProblem(const QString &sentence);
    /// For pictures and tests: "welcome", "join", "host", "recovery".
    void showStep(const QString &name);
    [[nodiscard]] QString step() const;

Q_SIGNALS:
    void finished();
    void cancelled();
    /// "uk" or "en".
    void languageChosen(const QString &code);
    void profileChosen(const QString &folder);
    void demonstrationChosen(const QString &folder);

private:
    void connectSteps();
    void show(StartStep *step);
    void showJoin(bool invitation);
    void showRecovery();
    void join();
    void host();
    void makeProfile(StartStep *step, const QString &name, crypto::SecretBytes passphrase);
    void addCity(StartStep *step);
    void cityAdded(StartStep *step, const base::Result<> &added);

    session::Session &m_session;
    Places m_places;
    QStackedWidget *m_steps;
    WelcomeStep *m_welcome;
    JoinStep *m_join;
    HostStep *m_host;
    RecoveryStep *m_recovery;
    QString m_recoveryCode;
};

} // namespace spilno::pages
