// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapView.h"

#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/map/MapAccessible.h"
#include "app/widgets/RoundedCorners.h"

#include <QApplication>
#include <QHash>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace spilno::widgets {

namespace Typography = style::Typography;

namespace {

constexpr int kRestMs = 120;
constexpr double kStep = 0.2; ///< Of the map's size, for one press of an arrow.
constexpr double kZoomStep = 1.6;
constexpr double kWheelNotch = 120;
constexpr double kMargin = 16;
constexpr double kSightMargin = 24; ///< From the edge, for a mark that is brought into sight.

} // namespace

MapView::MapView(QWidget *parent)
    : QWidget(parent)
{
    MapAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(false);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &MapView::settled);
    makeButtons();
    new RoundedCorners(this);
    retranslate();
}

MapView::~MapView() = default;

void MapView::makeButtons()
{
    const auto make = [this](const char *icon) {
        auto *button = Button::iconOnly(QString::fromLatin1(icon), QStringLiteral(" "), this);
        button->setKind(style::ButtonKind::Secondary); // names pass beneath it
        button->setFocusPolicy(Qt::NoFocus);           // the map has keys for them
        return button;
    };
    m_closer = make("plus");
    m_farther = make("minus");
    m_whole = make("map");
    const auto middle = [this] { return QPointF(width() / 2.0, height() / 2.0); };
    connect(m_closer, &Button::clicked, this, [=, this] { zoomBy(kZoomStep, middle()); });
    connect(m_farther, &Button::clicked, this, [=, this] { zoomBy(1 / kZoomStep, middle()); });
    connect(m_whole, &Button::clicked, this, &MapView::showWhole);
}

void MapView::placeButtons()
{
    int top = style::Spacing::S;
    for (Button *button : {m_closer, m_farther, m_whole}) {
        button->resize(button->sizeHint());
        button->move(width() - button->width() - style::Spacing::S, top);
        // Where they do not fit, the keys and the wheel do the same.
        button->setVisible(top + button->height() + style::Spacing::S <= height());
        top += button->height() + style::Spacing::Xs;
    }
}

void MapView::retranslate()
{
    m_closer->setIconOnlyName(tr("Closer"));
    m_farther->setIconOnlyName(tr("Farther"));
    m_whole->setIconOnlyName(tr("The whole map"));
    m_backdrop = {};
    update();
}

void MapView::setGround(std::shared_ptr<const MapGround> ground)
{
    if (ground == m_ground)
        return;
    m_ground = std::move(ground);
    m_backdrop = {};
    if (!m_moved)
        showWhole();
    update();
}

void MapView::setMarkers(std::vector<MapMarker> markers)
{
    m_marks.setMarkers(std::move(markers));
    const bool hasGround = m_ground && !m_ground->isEmpty();
    if (!m_moved && !hasGround)
        showWhole();
    update();
}

void MapView::setCurrent(std::optional<qint64> id)
{
    if (id == m_current)
        return;
    m_current = id;
    m_currentName.clear();
    update();
}

void MapView::setCurrentName(const QString &name)
{
    if (name == m_currentName)
        return;
    m_currentName = name;
    QAccessibleValueChangeEvent changed(this, name);
    QAccessible::updateAccessibility(&changed);
}

void MapView::setNote(const QString &note)
{
    m_note = note;
    update();
}

void MapView::setPicking(bool picking)
{
    m_picking = picking;
    setCursor(picking ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void MapView::showWhole()
{
    m_moved = false;
    m_camera.setSize(size());
    if (m_ground && !m_ground->isEmpty())
        m_camera.fit(m_ground->bounds(), kMargin);
    else if (!m_marks.isEmpty())
        m_camera.fit(m_marks.bounds().adjusted(-1e-5, -1e-5, 1e-5, 1e-5), kMargin * 2);
    cameraChanged();
}

void MapView::showPlace(const QPointF &world, double zoom)
{
    m_moved = true; // a change of size or ground shall not lead away from it
    m_camera.setZoom(zoom);
    m_camera.setCentre(world);
    cameraChanged();
}

void MapView::bringIntoSight(const QPointF &world)
{
    const QPointF at = m_camera.toScreen(world);
    const QRectF inner =
        QRectF(rect()).adjusted(kSightMargin, kSightMargin, -kSightMargin, -kSightMargin);
    if (inner.contains(at))
        return;
    m_camera.setCentre(world);
    personMoved();
}

void MapView::cameraChanged()
{
    m_backdrop = {};
    m_rest.start();
    update();
}

void MapView::personMoved()
{
    m_moved = true;
    cameraChanged();
}

void MapView::zoomBy(double factor, const QPointF &anchor)
{
    m_camera.zoomAbout(anchor, factor);
    personMoved();
}

bool MapView::walk(int key)
{
    static const QHash<int, QPointF> ways{
        {Qt::Key_Left, {-1, 0}},
        {Qt::Key_Right, {1, 0}},
        {Qt::Key_Up, {0, -1}},
        {Qt::Key_Down, {0, 1}}};
    const auto way = ways.constFind(key);
    if (way == ways.cend())
        return false;
    const MapMarker *from = m_current ? m_marks.find(*m_current) : nullptr;
    const QPointF middle(width() / 2.0, height() / 2.0);
    // Without a mark to begin at, the first is the one nearest to the middle, whatever the key.
    const MapMarker *to =
        from != nullptr ? m_marks.next(m_camera.toScreen(from->world), *way, m_camera, from->id)
                        : nullptr;
    if (from == nullptr) {
        for (const QPointF &each : ways) {
            const MapMarker *found = m_marks.next(middle, each, m_camera, std::nullopt);
            const auto distance = [&](const MapMarker *marker) {
                return (m_camera.toScreen(marker->world) - middle).manhattanLength();
            };
            if (found != nullptr && (to == nullptr || distance(found) < distance(to)))
                to = found;
        }
    }
    if (to != nullptr) {
        const qint64 id = to->id;
        bringIntoSight(to->world);
        setCurrent(id);
        Q_EMIT markerChosen(id);
    }
    return true;
}

bool MapView::moveByKey(int key)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (key) {
    case Qt::Key_Left:
        m_camera.pan({-width() * kStep, 0});
        break;
    case Qt::Key_Right:
        m_camera.pan({width() * kStep, 0});
        break;
    case Qt::Key_Up:
        m_camera.pan({0, -height() * kStep});
        break;
    case Qt::Key_Down:
        m_camera.pan({0, height() * kStep});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
    case Qt::Key_PageUp:
        zoomBy(kZoomStep, middle);
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
    case Qt::Key_PageDown:
        zoomBy(1 / kZoomStep, middle);
        return true;
    case Qt::Key_Home:
        showWhole();
        return true;
    default:
        return false;
    }
    personMoved();
    return true;
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool control = (event->modifiers() & Qt::ControlModifier) != 0;
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
    if (control && walk(key))
        return;
    if (!control && moveByKey(key))
        return;
    if (enter && !control && m_picking) {
        Q_EMIT picked(m_camera.centre());
        return;
    }
    if (enter && !control && m_current) {
        Q_EMIT markerOpened(*m_current);
        return;
    }
    QWidget::keyPressEvent(event);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const bool asked = hasFocus() || (event->modifiers() & Qt::ControlModifier) != 0;
    const int turned = event->angleDelta().y();
    if ((m_wheelNeedsFocus && !asked) || turned == 0) {
        event->ignore(); // the page scrolls
        return;
    }
    zoomBy(std::pow(kZoomStep, turned / kWheelNotch), event->position());
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_pressed = event->position();
    m_dragged = m_pressed;
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed)
        return;
    const QPointF at = event->position();
    if (!m_isDragging && (at - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    m_camera.pan(m_dragged - at);
    m_dragged = at;
    personMoved();
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_isPressed, false))
        return;
    if (std::exchange(m_isDragging, false))
        return;
    if (m_picking) {
        Q_EMIT picked(m_camera.toWorld(event->position()));
        return;
    }
    if (const MapMarker *marker = m_marks.at(event->position(), m_camera)) {
        const qint64 id = marker->id;
        setCurrent(id);
        Q_EMIT markerChosen(id);
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const MapMarker *marker = m_picking ? nullptr : m_marks.at(event->position(), m_camera);
    if (marker != nullptr)
        Q_EMIT markerOpened(marker->id);
    else if (!m_picking)
        zoomBy(kZoomStep, event->position());
}

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const MapMarker *marker = m_marks.at(help->pos(), m_camera);
        const bool isCurrent = marker != nullptr && marker->id == m_current;
        if (isCurrent && !m_currentName.isEmpty())
            QToolTip::showText(help->globalPos(), m_currentName, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void MapView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void MapView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_camera.setSize(size());
    if (m_moved)
        cameraChanged();
    else
        showWhole();
    placeButtons();
}

void MapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange ||
        type == QEvent::LanguageChange) {
        retranslate();
        placeButtons();
    }
}

QSize MapView::sizeHint() const
{
    return {Typography::scaled(320), Typography::scaled(220)};
}

QSize MapView::minimumSizeHint() const
{
    return {160, 120};
}

} // namespace spilno::widgets
