// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/cities/CitiesPage.h"

#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/ChoiceCard.h"
#include "app/widgets/Label.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/WidthLimit.h"

#include <QTimer>
#include <QVBoxLayout>

namespace spilno::pages {

CitiesPage::CitiesPage(session::Session &session)
    : m_session(session)
    , m_header(new widgets::PageHeader)
    , m_words(new widgets::Label({}, style::TextRole::Body, style::ColourRole::Muted))
    , m_add(new widgets::Button({}, style::ButtonKind::Primary))
    , m_cards(new QWidget)
{
    m_words->setWordWrap(true);
    m_add->setIconName(QStringLiteral("plus"));
    m_header->addAction(m_add);
    body()->addWidget(m_header);
    body()->addWidget(m_words);
    body()->addLayout(widgets::WidthLimit::column(*m_cards, 640));
    body()->addStretch(1);
    connect(m_add, &widgets::Button::clicked, this, &CitiesPage::addRequested);
    connect(&session, &session::Session::citiesChanged, this, &CitiesPage::fill);
}

QString CitiesPage::description() const
{
    return tr("The cities of this profile");
}

void CitiesPage::fill()
{
    qDeleteAll(m_cards->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_cards->layout();
    auto *column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::S);
    const QList<profile::CityEntry> cities = m_session.cities();
    for (const profile::CityEntry &city : cities) {
        const bool here = city.city == m_session.shownCity();
        auto *card = new widgets::ChoiceCard(
            here ? QStringLiteral("circle-check") : QStringLiteral("building-2"));
        const auto address = sync::ServerAddress::parse(city.address);
        const QString host = address ? address->endpoints.front().toString() : city.address;
        card->setWords(
            city.name.isEmpty() ? tr("A city not reached yet") : city.name,
            here ? tr("Shown now · %1").arg(host) : host);
        // Another city throws this page away: not inside its own click.
        connect(card, &widgets::ChoiceCard::clicked, this, [this, id = city.city] {
            QTimer::singleShot(
                0, &m_session, [session = &m_session, id] { (void)session->showCity(id); });
        });
        column->addWidget(card);
    }
}

void CitiesPage::retranslate()
{
    m_header->setTitle(tr("Cities"));
    m_words->setText(tr("One profile can belong to several cities; each keeps its own copy on this "
                        "computer and all of them synchronise."));
    m_add->setText(tr("Add a city"));
    fill();
}

} // namespace spilno::pages
