// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapGround.h"
#include "app/widgets/map/MapMarks.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace spilno::widgets {

class Button;

/// A map: the layers of a ground with marks on it, moved and zoomed by mouse, wheel and keys. Keys:
/// arrows move, + and - (or page up and down) zoom, Home shows the whole, Ctrl and an arrow go to
/// the next mark that way, Enter opens it. Where a point is to be picked, a click or Enter picks
/// it; for Enter it is the one in the crosshair, which stands in the middle. It asks no network and
/// knows no records: who owns it gives it marks, and has the same in a list beside it.
class MapView : public QWidget
{
    Q_OBJECT

public:
    explicit MapView(QWidget *parent = nullptr);
    ~MapView() override;

    /// nullptr: no layers; the marks stand on an empty ground.
    void setGround(std::shared_ptr<const MapGround> ground);
    [[nodiscard]] const MapGround *ground() const { return m_ground.get(); }
    void setMarkers(std::vector<MapMarker> markers);
    [[nodiscard]] const MapMarks &marks() const { return m_marks; }
    /// The mark with the halo.
    void setCurrent(std::optional<qint64> id);
    [[nodiscard]] std::optional<qint64> current() const { return m_current; }
    /// What the current mark is, for those who do not see it.
    void setCurrentName(const QString &name);
    [[nodiscard]] QString currentName() const { return m_currentName; }
    /// A sentence over the map, such as that there are no layers; empty hides it.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note; }
    void setPicking(bool picking);
    /// In a page that scrolls: the wheel zooms only while the map has the keyboard.
    void setWheelNeedsFocus(bool needed) { m_wheelNeedsFocus = needed; }

    /// All of the ground, or of the marks where there is none.
    void showWhole();
    /// A point with its surroundings.
    void showPlace(const QPointF &world, double zoom);
    /// Moves only where the point is out of sight.
    void bringIntoSight(const QPointF &world);
    [[nodiscard]] const MapCamera &camera() const { return m_camera; }
    /// Whether the person moved or zoomed since the last showWhole() or showPlace().
    [[nodiscard]] bool isMoved() const { return m_moved; }

    void retranslate();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// What is seen has changed, and rests.
    void settled();
    /// A mark was clicked or reached by keys.
    void markerChosen(qint64 id);
    /// A mark was double-clicked, or Enter pressed on the current one.
    void markerOpened(qint64 id);
    void picked(const QPointF &world);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void makeButtons();
    void placeButtons();
    void cameraChanged();
    void personMoved();
    void zoomBy(double factor, const QPointF &anchor);
    bool walk(int key);
    bool moveByKey(int key);
    void paintBackdrop(QPainter &painter);
    void paintFoot(QPainter &painter) const;
    void paintNote(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;
    [[nodiscard]] QRectF paintScale(QPainter &painter) const;

    std::shared_ptr<const MapGround> m_ground;
    MapMarks m_marks;
    MapCamera m_camera;
    QPixmap m_backdrop; ///< The ground as it was painted last; null: to be painted.
    std::optional<qint64> m_current;
    QString m_currentName;
    QString m_note;
    QPointF m_pressed;
    QPointF m_dragged;
    QTimer m_rest;
    Button *m_closer;
    Button *m_farther;
    Button *m_whole;
    bool m_isPressed = false;
    bool m_isDragging = false;
    bool m_picking = false;
    bool m_wheelNeedsFocus = false;
    bool m_moved = false;
};

} // namespace spilno::widgets
