// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PlaceCard.h"

#include "app/pages/CityMap.h"
#include "app/pages/requests/RequestPlace.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/SessionContext.h"
#include "app/style/Spacing.h"
#include "app/widgets/Label.h"
#include "app/widgets/map/MapView.h"

#include <QVBoxLayout>

namespace spilno::pages {

namespace {

constexpr double kCardZoom = 14;
constexpr int kCardHeight = 160; ///< At 100 % text; it grows half as fast.

} // namespace

PlaceCard::PlaceCard(session::SessionContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_map(new widgets::MapView)
    , m_words(new widgets::Label({}, style::TextRole::Secondary, style::ColourRole::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::Xs);
    column->addWidget(m_map);
    column->addWidget(m_words);
    m_map->setFixedHeight((style::Typography::scaled(kCardHeight) + kCardHeight) / 2);
    m_map->setWheelNeedsFocus(true);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&CityMap::of(context), &CityMap::changed, this, &PlaceCard::showGround);
    showGround();
    retranslate();
    hide();
}

void PlaceCard::showPoint(
    qint64 id, const std::optional<widgets::GeoPoint> &point, widgets::MapMark mark)
{
    const bool isOther = id != m_id || point.has_value() != m_point.has_value();
    m_id = id;
    m_point = point;
    setVisible(point.has_value());
    if (!point)
        return;
    const QPointF world = widgets::MapProjection::toWorld(*point);
    m_map->setMarkers({{id, world, mark}});
    m_map->setCurrent(id);
    if (isOther)
        m_map->showPlace(world, kCardZoom);
    m_words->setText(words());
    m_map->setCurrentName(words());
}

void PlaceCard::setMapShown(bool shown)
{
    m_map->setVisible(shown);
}

QString PlaceCard::words() const
{
    if (!m_point)
        return {};
    const auto ground = CityMap::of(m_context).ground();
    const QString district =
        ground ? ground->districtAt(widgets::MapProjection::toWorld(*m_point)) : QString();
    return RequestWords::joined(
        {district, RequestPlace::coordinates(*m_point)}, QStringLiteral(" · "));
}

void PlaceCard::showGround()
{
    const CityMap &city = CityMap::of(m_context);
    m_map->setGround(city.ground());
    m_map->setNote(
        city.isLoaded() && !city.ground() ? CityMap::sentenceWithoutLayers() : QString());
    m_words->setText(words());
}

void PlaceCard::retranslate()
{
    m_map->setAccessibleName(tr("Map with the place of the request"));
    m_map->retranslate();
    showGround();
}

} // namespace spilno::pages
