// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapProjection.h"

#include <QWidget>

#include <optional>

namespace spilno::session {
class SessionContext;
}
namespace spilno::widgets {
class Button;
class Label;
class MapView;
} // namespace spilno::widgets

namespace spilno::pages {

/// A point on the city's map, to be set with a click or with the keys, and taken away again; which
/// district it lies in stands under the map.
class PointField : public QWidget
{
    Q_OBJECT

public:
    explicit PointField(session::SessionContext &context, QWidget *parent = nullptr);

    std::optional<widgets::GeoPoint> point() const { return m_point; }
    void setPoint(const std::optional<widgets::GeoPoint> &point);
    /// The city has a map to point at.
    bool isUsable() const;
    widgets::MapView *map() const { return m_map; }
    widgets::Button *clearButton() const { return m_clear; }
    QString words() const;
    /// What a form calls the field, and says under it: how to use it, and how coarsely everyone
    /// sees the point.
    static QString label();
    static QString hint(int roundMetres);
    void retranslate();

Q_SIGNALS:
    void changed();
    /// There is a map now, or none any more.
    void usableChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showPoint();
    void showGround();
    void pick(const QPointF &world);

    session::SessionContext &m_context;
    widgets::MapView *m_map;
    widgets::Label *m_words;
    widgets::Button *m_clear;
    std::optional<widgets::GeoPoint> m_point;
};

} // namespace spilno::pages
