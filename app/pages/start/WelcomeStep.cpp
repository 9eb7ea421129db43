// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/WelcomeStep.h"

#include "app/style/Spacing.h"
#include "app/widgets/ChoiceCard.h"
#include "app/widgets/Label.h"

#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

namespace spilno::pages {

using widgets::ChoiceCard;

WelcomeStep::WelcomeStep()
    : m_profileColumn(new QVBoxLayout)
    , m_otherwise(new widgets::Label({}, style::TextRole::Strong))
    , m_invitation(new ChoiceCard(QStringLiteral("ticket")))
    , m_address(new ChoiceCard(QStringLiteral("link")))
    , m_demonstration(new ChoiceCard(QStringLiteral("eye")))
    , m_hosting(new ChoiceCard(QStringLiteral("server")))
{
    m_profileColumn->setSpacing(style::Spacing::S);
    body()->setSpacing(style::Spacing::S);
    body()->addLayout(m_profileColumn);
    m_otherwise->setWordWrap(true);
    m_otherwise->hide();
    body()->addWidget(m_otherwise);
    for (ChoiceCard *card : {m_invitation, m_address, m_demonstration, m_hosting})
        body()->addWidget(card);
    connect(m_invitation, &ChoiceCard::clicked, this, &WelcomeStep::invitationChosen);
    connect(m_address, &ChoiceCard::clicked, this, &WelcomeStep::addressChosen);
    connect(m_demonstration, &ChoiceCard::clicked, this, &WelcomeStep::demonstrationChosen);
    connect(m_hosting, &ChoiceCard::clicked, this, &WelcomeStep::hostingChosen);
}

void WelcomeStep::setProfiles(const QList<session::KnownProfile> &profiles)
{
    qDeleteAll(m_profileCards);
    m_profileCards.clear();
    m_profiles = profiles;
    for (const session::KnownProfile &profile : profiles) {
        auto *card = new ChoiceCard(QStringLiteral("key-round"));
        connect(card, &ChoiceCard::clicked, this, [this, folder = profile.folder] {
            Q_EMIT profileChosen(folder);
        });
        m_profileColumn->addWidget(card);
        m_profileCards.append(card);
        if (m_profileCards.size() > 1)
            setTabOrder(m_profileCards.at(m_profileCards.size() - 2), card);
    }
    if (!m_profileCards.isEmpty())
        setTabOrder(m_profileCards.last(), m_invitation);
    m_otherwise->setVisible(!profiles.isEmpty());
    nameProfiles();
}

void WelcomeStep::setAddsCity(bool adds)
{
    m_addsCity = adds;
    m_demonstration->setVisible(!adds);
    if (adds)
        addBack();
}

void WelcomeStep::setCanHost(bool can)
{
    m_hosting->setVisible(can);
}

void WelcomeStep::begin()
{
    (m_profileCards.isEmpty() ? m_invitation : m_profileCards.first())
        ->setFocus(Qt::OtherFocusReason);
}

void WelcomeStep::nameProfiles()
{
    for (qsizetype at = 0; at < m_profileCards.size(); ++at) {
        const session::KnownProfile &profile = m_profiles.at(at);
        const QString cities = profile.cities.join(QStringLiteral(", "));
        m_profileCards.at(at)->setWords(
            cities.isEmpty() ? tr("Profile %1").arg(QFileInfo(profile.folder).fileName()) : cities,
            QDir::toNativeSeparators(profile.folder));
    }
}

void WelcomeStep::retranslate()
{
    if (m_addsCity)
        setWords(
            tr("Another city"),
            tr("One profile can belong to several cities. Your keys and your name stay yours."));
    else if (m_profiles.isEmpty())
        setWords(
            tr("Welcome to Spilno"),
            tr("A city's network on your own computer: it works without a connection and belongs "
               "to those who take part. How would you like to begin?"));
    else
        setWords(tr("Which profile?"), tr("These are on this computer."));
    m_otherwise->setText(tr("Or make a new profile"));
    m_invitation->setWords(
        tr("I have an invitation"),
        tr("A link, or the text of a QR code, from a letter or a printed slip."));
    m_address->setWords(
        tr("I know the address of a city"),
        tr("It begins with spilno:// and anybody may have it."));
    m_demonstration->setWords(
        tr("Look around in a demonstration city"),
        tr("Real requests from Boston, a server on this computer, nothing to fill in."));
    m_hosting->setWords(
        tr("Host a city on this computer"),
        tr("You found it, this computer serves it, and others join with your invitations."));
    nameProfiles();
}

} // namespace spilno::pages
