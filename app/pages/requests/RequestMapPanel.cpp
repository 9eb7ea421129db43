// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestMapPanel.h"

#include "app/pages/CityMap.h"
#include "app/pages/requests/RequestPlace.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/Label.h"
#include "app/widgets/map/MapLegendEntry.h"
#include "app/widgets/map/MapView.h"
#include "core/replica/Replica.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace spilno::pages {

using widgets::MapMark;
using widgets::MapProjection::toGeo;
using widgets::MapProjection::toWorld;

namespace {

constexpr int kSoonMs = 150;
constexpr double kStoredDegree = 1e7;

} // namespace

RequestMapPanel::RequestMapPanel(session::SessionContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_map(new widgets::MapView)
    , m_words(new widgets::Label({}, style::TextRole::Caption, style::ColourRole::Muted))
    , m_cut(new widgets::Label({}, style::TextRole::Caption, style::ColourRole::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::Xs);
    column->addWidget(m_map, 1);
    auto *foot = new QWidget;
    auto *flow = new widgets::FlowLayout(foot, style::Spacing::M);
    for (std::size_t i = 0; i < m_legend.size(); ++i) {
        m_legend[i] = new widgets::MapLegendEntry(static_cast<MapMark>(i));
        flow->addWidget(m_legend[i]);
    }
    flow->addWidget(m_words);
    column->addWidget(foot);
    m_cut->setWordWrap(true); // it takes a line more, not the room of the list
    m_cut->hide();
    column->addWidget(m_cut);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &RequestMapPanel::ask);
    connect(m_map, &widgets::MapView::settled, this, &RequestMapPanel::ask);
    connect(m_map, &widgets::MapView::markerChosen, this, &RequestMapPanel::requestChosen);
    connect(m_map, &widgets::MapView::markerOpened, this, &RequestMapPanel::requestOpened);
    connect(&CityMap::of(context), &CityMap::changed, this, &RequestMapPanel::showGround);
    showGround();
    retranslate();
}

void RequestMapPanel::setFilter(const RequestFilter &filter)
{
    m_filter = filter;
    refresh();
}

void RequestMapPanel::refresh()
{
    // While a city arrives it asks for a fifth of the time at most: the list reads there, too.
    if (!m_soon.isActive())
        m_soon.start(std::max(kSoonMs, static_cast<int>(4 * m_tookMs)));
}

void RequestMapPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// What the map shows, in 1e-7 degrees: south, west, north, east.
std::array<qint32, 4> RequestMapPanel::seen() const
{
    const bool hasGround = m_map->ground() != nullptr;
    const QRectF visible = m_map->camera().visible();
    const widgets::GeoPoint northWest = toGeo(visible.topLeft());
    const widgets::GeoPoint southEast = toGeo(visible.bottomRight());
    const auto stored = [](double degrees, double most) {
        return static_cast<qint32>(std::lround(std::clamp(degrees, -most, most) * kStoredDegree));
    };
    // Without layers the marks themselves say where the city is.
    if (!hasGround && !m_map->isMoved())
        return {stored(-90, 90), stored(-180, 180), stored(90, 90), stored(180, 180)};
    return {
        stored(southEast.latitude, 90), stored(northWest.longitude, 180),
        stored(northWest.latitude, 90), stored(southEast.longitude, 180)};
}

void RequestMapPanel::ask()
{
    if (!isVisible())
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_asked.start();
    replica::Query query = m_filter.query(m_context.person(), m_context.clock().wallMs());
    query.where.push_back(
        {QStringLiteral("default_point"), replica::Condition::Operator::NotEqual,
         wire::Value(true)});
    query.orderBy = QStringLiteral("changed");
    query.descending = true;
    query.limit = kMostMarks;
    query.box = seen();
    session::whenDone(
        this,
        m_context.replica().readMatching(
            query,
            [](const replica::ReplicaDatabase &database, const replica::Query &narrowed) {
                return database.places(narrowed, QStringLiteral("target"));
            }),
        [this](const base::Result<replica::Places> &places) {
            m_asking = false;
            m_tookMs = m_asked.elapsed();
            if (places) // the list beside says what is wrong
                take(*places);
            if (std::exchange(m_askAgain, false))
                ask();
        });
}

void RequestMapPanel::take(const replica::Places &places)
{
    const qint64 now = m_context.clock().wallMs();
    m_read.clear();
    m_read.reserve(places.items.size());
    for (const replica::Place &place : places.items)
        m_read.push_back(
            {place.row, toWorld(RequestPlace::fromStored(place.latitude, place.longitude)),
             RequestPlace::mark(place.state, place.timeMs, now)});
    m_all = places.all;
    m_answered = true;
    showSentence();
    showMarkers();
}

void RequestMapPanel::showMarkers()
{
    std::vector<widgets::MapMarker> markers = m_read;
    const bool isThere =
        m_chosen && std::any_of(markers.begin(), markers.end(), [this](const auto &marker) {
            return marker.id == m_chosen->id;
        });
    if (m_chosen && !isThere)
        markers.insert(markers.begin(), *m_chosen);
    m_map->setMarkers(std::move(markers));
    m_map->setCurrent(m_chosen ? std::optional(m_chosen->id) : std::nullopt);
    m_map->setCurrentName(m_spoken);
}

void RequestMapPanel::showRequest(const replica::Record *request, const QString &spoken)
{
    const auto point = request != nullptr ? RequestPlace::of(*request) : std::nullopt;
    m_spoken = point ? spoken : QString();
    m_chosen.reset();
    if (point)
        m_chosen = widgets::MapMarker{
            request->row, toWorld(*point),
            RequestPlace::mark(
                request->state, request->value(QStringLiteral("target")).toInteger(),
                m_context.clock().wallMs())};
    showMarkers();
    if (m_chosen && isVisible())
        m_map->bringIntoSight(m_chosen->world);
}

void RequestMapPanel::showSentence()
{
    const bool cut = m_answered && static_cast<qint64>(m_read.size()) < m_all;
    m_words->setText(cut ? QString() : sentence());
    m_words->setVisible(!cut);
    m_cut->setText(cut ? sentence() : QString());
    m_cut->setVisible(cut);
}

QString RequestMapPanel::sentence() const
{
    if (!m_answered)
        return {};
    const auto shown = static_cast<qint64>(m_read.size());
    if (shown < m_all)
        return tr("%1 of %2 shown, the latest ones. Come closer to see all.")
            .arg(QLocale().toString(shown), QLocale().toString(m_all));
    return tr("%Ln request(s) in sight", nullptr, static_cast<int>(shown));
}

void RequestMapPanel::showGround()
{
    const CityMap &city = CityMap::of(m_context);
    m_map->setGround(city.ground());
    m_map->setNote(
        city.isLoaded() && !city.ground() ? CityMap::sentenceWithoutLayers() : QString());
    refresh();
}

void RequestMapPanel::retranslate()
{
    m_map->setAccessibleName(tr("Map of the requests in the list"));
    m_map->retranslate();
    for (std::size_t i = 0; i < m_legend.size(); ++i)
        m_legend[i]->setText(RequestPlace::markName(static_cast<MapMark>(i)));
    showSentence();
    showGround();
}

} // namespace spilno::pages
