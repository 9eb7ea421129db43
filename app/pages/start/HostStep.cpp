// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/HostStep.h"

#include "app/pages/start/PassphraseRows.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/FormRow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace spilno::pages {

HostStep::HostStep()
    : m_city(new QLineEdit)
    , m_zone(new QComboBox)
    , m_name(new QLineEdit)
    , m_cityRow(new widgets::FormRow({}, m_city))
    , m_zoneRow(new widgets::FormRow({}, m_zone))
    , m_nameRow(new widgets::FormRow({}, m_name))
    , m_passphrase(new PassphraseRows)
{
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_zone->addItem(QString::fromLatin1(zone));
    }
    const QString kyiv = QStringLiteral("Europe/Kyiv");
    if (m_zone->findText(kyiv) < 0)
        m_zone->insertItem(0, kyiv);
    const int own = m_zone->findText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_zone->setCurrentIndex(own >= 0 ? own : m_zone->findText(kyiv));
    m_zone->setMaxVisibleItems(16);
    m_city->setMaxLength(60);
    m_name->setMaxLength(100);
    auto *card = new widgets::Card;
    for (QWidget *row :
         {static_cast<QWidget *>(m_cityRow), static_cast<QWidget *>(m_zoneRow),
          static_cast<QWidget *>(m_nameRow), static_cast<QWidget *>(m_passphrase)})
        card->body()->addWidget(row);
    body()->addWidget(card);
    addBack();
    connect(forward(), &widgets::Button::clicked, this, &HostStep::submit);
    connect(m_city, &QLineEdit::textEdited, this, [this] { m_cityRow->setError({}); });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameRow->setError({}); });
}

void HostStep::setName(const QString &name)
{
    m_name->setText(name);
}

void HostStep::setMakesProfile(bool makes)
{
    m_makesProfile = makes;
    m_passphrase->setVisible(makes);
}

void HostStep::begin()
{
    m_city->setFocus(Qt::OtherFocusReason);
}

QString HostStep::cityName() const
{
    return m_city->text().simplified();
}

QString HostStep::timeZone() const
{
    return m_zone->currentText();
}

QString HostStep::displayName() const
{
    return m_name->text().simplified();
}

crypto::SecretBytes HostStep::takePassphrase()
{
    return m_passphrase->take();
}

void HostStep::submit()
{
    const bool called = !cityName().isEmpty();
    const bool named = !displayName().isEmpty();
    m_cityRow->setError(called ? QString() : tr("A city has a name."));
    m_nameRow->setError(named ? QString() : tr("Others see you under this name."));
    QWidget *const weak = m_makesProfile ? m_passphrase->check() : nullptr;
    QWidget *wrong = weak;
    if (!named)
        wrong = m_name;
    if (!called)
        wrong = m_city;
    if (wrong != nullptr)
        wrong->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT submitted();
}

void HostStep::retranslate()
{
    setWords(
        tr("Host a city on this computer"),
        tr("You are its owner at first: you name registrars and offices, and your powers end by "
           "the city's own rules. Others reach it while this program runs."));
    m_cityRow->setLabel(tr("Name of the city"));
    m_zoneRow->setLabel(tr("Time zone"));
    m_zoneRow->setHint(tr("Deadlines and working hours are in this zone. It can not be changed."));
    m_nameRow->setLabel(tr("Your name, as others see it"));
    m_passphrase->retranslate();
    forward()->setText(tr("Found the city"));
}

} // namespace spilno::pages
