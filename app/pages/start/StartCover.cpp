// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/StartCover.h"

#include "app/widgets/WidthLimit.h"
#include "app/pages/start/HostStep.h"
#include "app/pages/start/JoinStep.h"
#include "app/pages/start/RecoveryStep.h"
#include "app/pages/start/StartHead.h"
#include "app/pages/start/WelcomeStep.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace spilno::pages {

using base::Result;
using session::Sentences;
using style::Spacing::L;
using style::Spacing::Xl;

StartCover::StartCover(session::Session &session, const Places &places)
    : m_session(session)
    , m_places(places)
    , m_steps(new QStackedWidget)
    , m_welcome(new WelcomeStep)
    , m_join(new JoinStep)
    , m_host(new HostStep)
    , m_recovery(new RecoveryStep)
{
    for (StartStep *step :
         {static_cast<StartStep *>(m_welcome), static_cast<StartStep *>(m_join),
          static_cast<StartStep *>(m_host), static_cast<StartStep *>(m_recovery)})
        m_steps->addWidget(step);
    new widgets::WidthLimit(*m_steps, 560);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(Xl, Xl + L, Xl, Xl);
    grid->setVerticalSpacing(Xl + L);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 6);
    grid->setColumnStretch(2, 1);
    auto *head = new StartHead;
    head->setMaximumWidth(m_steps->maximumWidth());
    connect(head, &StartHead::languageChosen, this, &StartCover::languageChosen);
    grid->addWidget(head, 0, 1);
    grid->addWidget(m_steps, 1, 1);
    grid->setRowStretch(1, 1);
    area->setWidget(inside);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    const bool adds = session.hasProfile();
    m_welcome->setAddsCity(adds);
    m_welcome->setCanHost(session.canHost());
    m_join->setMakesProfile(!adds);
    m_host->setMakesProfile(!adds);
    if (adds && session.context() != nullptr) {
        m_join->setName(session.context()->personName());
        m_host->setName(session.context()->personName());
    }
    connectSteps();
    if (!adds)
        session::whenDone(
            this, session.profilesBelow(places.profilesFolder),
            [this](const Result<QList<session::KnownProfile>> &known) {
                if (known)
                    m_welcome->setProfiles(*known);
            });
}

void StartCover::connectSteps()
{
    connect(m_welcome, &WelcomeStep::invitationChosen, this, [this] { showJoin(true); });
    connect(m_welcome, &WelcomeStep::addressChosen, this, [this] { showJoin(false); });
    connect(m_welcome, &WelcomeStep::hostingChosen, this, [this] { show(m_host); });
    connect(m_welcome, &WelcomeStep::backRequested, this, &StartCover::cancelled);
    connect(m_welcome, &WelcomeStep::profileChosen, this, &StartCover::profileChosen);
    connect(m_welcome, &WelcomeStep::demonstrationChosen, this, [this] {
        m_welcome->setBusy({});
        Q_EMIT demonstrationChosen(m_places.profilesFolder + QStringLiteral("/demo"));
    });
    for (StartStep *step : {static_cast<StartStep *>(m_join), static_cast<StartStep *>(m_host)})
        connect(step, &StartStep::backRequested, this, [this] { show(m_welcome); });
    connect(m_join, &JoinStep::submitted, this, &StartCover::join);
    connect(m_host, &HostStep::submitted, this, &StartCover::host);
    connect(m_recovery, &RecoveryStep::done, this, [this] {
        m_recovery->setCode({}, {});
        Q_EMIT finished();
    });
}

void StartCover::show(StartStep *step)
{
    m_steps->setCurrentWidget(step);
}

void StartCover::showJoin(bool invitation)
{
    m_join->setWay(invitation ? JoinStep::Way::Invitation : JoinStep::Way::Address);
    m_join->setReady();
    show(m_join);
}

void StartCover::openLink(const QString &link)
{
    m_join->setLink(link);
    const auto address = sync::ServerAddress::parse(link);
    showJoin(!address || address->isInvitation());
}

void StartCover::showProblem(const QString &sentence)
{
    m_welcome->showProblem(sentence);
}

void StartCover::showStep(const QString &name)
{
    if (name == QStringLiteral("join"))
        showJoin(true);
    else if (name == QStringLiteral("host"))
        show(m_host);
    else if (name == QStringLiteral("recovery"))
        showRecovery();
    else
        show(m_welcome);
}

/// For pictures: a code that opens nothing.
void StartCover::showRecovery()
{
    if (m_recoveryCode.isEmpty())
        m_recovery->setCode({}, QStringLiteral("0f3a 91c4 d27b 5e08 ").repeated(4).trimmed());
    show(m_recovery);
}

QString StartCover::step() const
{
    const QWidget *shown = m_steps->currentWidget();
    if (shown == m_join)
        return QStringLiteral("join");
    if (shown == m_host)
        return QStringLiteral("host");
    return shown == m_recovery ? QStringLiteral("recovery") : QStringLiteral("welcome");
}

void StartCover::join()
{
    m_join->setBusy(tr("Joining…"));
    if (m_session.hasProfile())
        addCity(m_join);
    else
        makeProfile(m_join, m_join->displayName(), m_join->takePassphrase());
}

void StartCover::host()
{
    m_host->setBusy(tr("Founding…"));
    if (m_session.hasProfile())
        addCity(m_host);
    else
        makeProfile(m_host, m_host->displayName(), m_host->takePassphrase());
}

void StartCover::makeProfile(StartStep *step, const QString &name, crypto::SecretBytes passphrase)
{
    const QString folder = m_places.newProfile.isEmpty()
                               ? session::freeProfileFolder(m_places.profilesFolder)
                               : m_places.newProfile;
    session::whenDone(
        this, m_session.createProfile(folder, std::move(passphrase)),
        [this, step, name](const Result<QString> &made) {
            if (!made) {
                step->showProblem(Sentences::profileError(made.error()));
                return;
            }
            m_recoveryCode = *made;
            m_recovery->setCode(name, m_recoveryCode);
            addCity(step);
        });
}

void StartCover::addCity(StartStep *step)
{
    auto added =
        step == m_join
            ? m_session.join(m_join->address(), m_join->displayName())
            : m_session.foundCity(m_host->cityName(), m_host->timeZone(), m_host->displayName());
    session::whenDone(
        this, added, [this, step](const Result<> &outcome) { cityAdded(step, outcome); });
}

void StartCover::cityAdded(StartStep *step, const Result<> &added)
{
    if (!added) {
        // The profile is made: another try needs no passphrase and makes no second one.
        m_join->setMakesProfile(false);
        m_host->setMakesProfile(false);
        step->showProblem(Sentences::error(added.error()));
        return;
    }
    step->setReady();
    if (m_recoveryCode.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    m_recoveryCode.clear();
    show(m_recovery);
}

} // namespace spilno::pages
