// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PointField.h"

#include "app/pages/CityMap.h"
#include "app/pages/requests/RequestPlace.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/SessionContext.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"
#include "app/widgets/map/MapView.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace spilno::pages {

using widgets::MapProjection::toGeo;
using widgets::MapProjection::toWorld;

namespace {

constexpr int kFieldHeight = 240; ///< At 100 % text; it grows half as fast.
constexpr double kFieldZoom = 15;

} // namespace

PointField::PointField(session::SessionContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_map(new widgets::MapView)
    , m_words(new widgets::Label({}, style::TextRole::Body))
    , m_clear(new widgets::Button({}, style::ButtonKind::Quiet))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::Xs);
    column->addWidget(m_map);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Spacing::S);
    row->addWidget(m_words, 1);
    row->addWidget(m_clear, 0);
    column->addLayout(row);
    m_map->setFixedHeight((style::Typography::scaled(kFieldHeight) + kFieldHeight) / 2);
    m_map->setWheelNeedsFocus(true);
    m_map->setPicking(true);
    m_words->setWordWrap(true);
    m_clear->setIconName(QStringLiteral("x"));
    setFocusProxy(m_map);
    connect(m_map, &widgets::MapView::picked, this, &PointField::pick);
    connect(m_clear, &widgets::Button::clicked, this, [this] {
        setPoint(std::nullopt);
        m_map->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    connect(&CityMap::of(context), &CityMap::changed, this, &PointField::showGround);
    showGround();
    retranslate();
}

bool PointField::isUsable() const
{
    return CityMap::of(m_context).ground() != nullptr;
}

void PointField::setPoint(const std::optional<widgets::GeoPoint> &point)
{
    m_point = point;
    if (point)
        m_map->showPlace(toWorld(*point), std::max(kFieldZoom, m_map->camera().zoom()));
    else
        m_map->showWhole();
    showPoint();
}

void PointField::pick(const QPointF &world)
{
    m_point = toGeo(world);
    showPoint();
    Q_EMIT changed();
}

void PointField::showPoint()
{
    std::vector<widgets::MapMarker> markers;
    if (m_point)
        markers.push_back({1, toWorld(*m_point), widgets::MapMark::Current});
    m_map->setMarkers(std::move(markers));
    m_map->setCurrent(m_point ? std::optional<qint64>(1) : std::nullopt);
    m_map->setCurrentName(m_point ? words() : QString());
    m_words->setText(words());
    m_clear->setVisible(m_point.has_value());
}

QString PointField::words() const
{
    if (!m_point)
        return tr("No point is set.");
    const auto ground = CityMap::of(m_context).ground();
    const QString district = ground ? ground->districtAt(toWorld(*m_point)) : QString();
    return RequestWords::joined(
        {district.isEmpty() && ground ? tr("Outside of the districts on the map") : district,
         RequestPlace::coordinates(*m_point)},
        QStringLiteral(" · "));
}

QString PointField::label()
{
    return tr("Place on the map");
}

QString PointField::hint(int roundMetres)
{
    const QString how = tr("Click the place. With the keys: arrows move the map under the cross, "
                           "plus and minus zoom, Enter sets the point.");
    if (roundMetres <= 0)
        return how;
    return RequestWords::joined(
        {tr("Everyone sees the place only to %n metre(s).", nullptr, roundMetres), how},
        QStringLiteral(" "));
}

void PointField::showGround()
{
    m_map->setGround(CityMap::of(m_context).ground());
    showPoint();
    Q_EMIT usableChanged();
}

void PointField::keyPressEvent(QKeyEvent *event)
{
    const bool isClear = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (isClear && m_point)
        m_clear->click();
    else
        QWidget::keyPressEvent(event);
}

void PointField::retranslate()
{
    m_clear->setText(tr("Take the point away"));
    m_map->setAccessibleName(tr("Map for the place of the request"));
    m_map->retranslate();
    showPoint();
}

} // namespace spilno::pages
