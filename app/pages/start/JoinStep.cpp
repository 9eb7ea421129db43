// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/JoinStep.h"

#include "app/pages/start/PassphraseRows.h"
#include "app/session/Sentences.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/FormRow.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace spilno::pages {

JoinStep::JoinStep()
    : m_link(new QPlainTextEdit)
    , m_name(new QLineEdit)
    , m_linkRow(new widgets::FormRow({}, m_link))
    , m_nameRow(new widgets::FormRow({}, m_name))
    , m_passphrase(new PassphraseRows)
{
    auto *card = new widgets::Card;
    card->body()->addWidget(m_linkRow);
    card->body()->addWidget(m_nameRow);
    card->body()->addWidget(m_passphrase);
    body()->addWidget(card);
    m_link->setFixedHeight(style::Typography::scaled(84));
    m_name->setMaxLength(100);
    addBack();
    connect(forward(), &widgets::Button::clicked, this, &JoinStep::submit);
    connect(m_link, &QPlainTextEdit::textChanged, this, &JoinStep::readLink);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameRow->setError({}); });
}

void JoinStep::setWay(Way way)
{
    m_way = way;
}

void JoinStep::setLink(const QString &link)
{
    m_link->setPlainText(link);
}

void JoinStep::setName(const QString &name)
{
    m_name->setText(name);
}

void JoinStep::setMakesProfile(bool makes)
{
    m_makesProfile = makes;
    m_passphrase->setVisible(makes);
}

void JoinStep::begin()
{
    if (m_link->toPlainText().isEmpty())
        m_link->setFocus(Qt::OtherFocusReason);
    else
        m_name->setFocus(Qt::OtherFocusReason);
}

QString JoinStep::displayName() const
{
    return m_name->text().simplified();
}

crypto::SecretBytes JoinStep::takePassphrase()
{
    return m_passphrase->take();
}

void JoinStep::readLink()
{
    m_linkRow->setError({});
    const auto address = sync::ServerAddress::parse(m_link->toPlainText());
    if (!address) {
        m_linkRow->setHint(
            m_way == Way::Invitation
                ? tr("It begins with spilno:// and holds a code. Spaces and line breaks do no "
                     "harm.")
                : tr("It begins with spilno:// and ends with # and the city's fingerprint."));
        return;
    }
    const QString host = address->endpoints.front().toString();
    m_linkRow->setHint(
        address->isInvitation() ? tr("An invitation to the city at %1.").arg(host)
                                : tr("The address of the city at %1. Anybody may join by it; an "
                                     "invitation also gives a role.")
                                      .arg(host));
}

void JoinStep::submit()
{
    sync::AddressProblem problem = sync::AddressProblem::None;
    const auto address = sync::ServerAddress::parse(m_link->toPlainText(), &problem);
    m_linkRow->setError(address ? QString() : session::Sentences::address(problem));
    const bool named = !displayName().isEmpty();
    m_nameRow->setError(named ? QString() : tr("Others see you under this name."));
    QWidget *const weak = m_makesProfile ? m_passphrase->check() : nullptr;
    if (!address || !named || weak != nullptr) {
        QWidget *wrong = !address ? static_cast<QWidget *>(m_link) : m_name;
        (!address || !named ? wrong : weak)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_address = *address;
    Q_EMIT submitted();
}

void JoinStep::retranslate()
{
    setWords(
        m_way == Way::Invitation ? tr("Join with an invitation") : tr("Join by address"),
        tr("It works without a connection too: joining is then finished when there is one."));
    m_linkRow->setLabel(
        m_way == Way::Invitation ? tr("Link, or text of the QR code") : tr("Address of the city"));
    m_nameRow->setLabel(tr("Your name, as others see it"));
    m_passphrase->retranslate();
    forward()->setText(tr("Join"));
    readLink();
}

} // namespace spilno::pages
