// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapMarks.h"
#include "app/widgets/map/MapProjection.h"

#include <QWidget>

#include <optional>

namespace spilno::session {
class SessionContext;
}
namespace spilno::widgets {
class Label;
class MapView;
} // namespace spilno::widgets

namespace spilno::pages {

/// The point of one request on a small map, with the district and the coordinates in words under
/// it. Hidden while there is no point.
class PlaceCard : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceCard(session::SessionContext &context, QWidget *parent = nullptr);

    /// id tells one request from another: the map keeps what the person chose for the same one.
    void showPoint(qint64 id, const std::optional<widgets::GeoPoint> &point, widgets::MapMark mark);
    /// Without the map only the words are left: a larger map beside shows the same.
    void setMapShown(bool shown);
    void retranslate();
    widgets::MapView *map() const { return m_map; }
    QString words() const;

private:
    void showGround();

    session::SessionContext &m_context;
    widgets::MapView *m_map;
    widgets::Label *m_words;
    std::optional<widgets::GeoPoint> m_point;
    qint64 m_id = 0;
};

} // namespace spilno::pages
