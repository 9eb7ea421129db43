// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/ColourRole.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/map/MapView.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace spilno::widgets {

using style::ColourRole;
namespace Typography = style::Typography;

namespace {

constexpr double kScalePixels = 90;
constexpr double kPad = 4;
constexpr double kCross = 14;

/// The longest of 1, 2, 5, 10, 20 … that fits.
double roundBelow(double metres)
{
    const double power = std::pow(10, std::floor(std::log10(metres)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= metres)
            return step * power;
    }
    return power;
}

QColor veil(const QPalette &palette)
{
    QColor ground = style::Colours::of(palette)(ColourRole::Raised);
    ground.setAlpha(224);
    return ground;
}

} // namespace

void MapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBackdrop(painter);
    m_marks.paint(painter, m_camera, palette(), m_current);
    if (m_picking && hasFocus())
        paintCrosshair(painter);
    paintFoot(painter);
    paintNote(painter);
    if (hasFocus()) {
        const style::Colours &colour = style::Colours::of(palette());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(ColourRole::Accent), style::Size::FocusRing));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), style::Radius::Card - 1,
            style::Radius::Card - 1);
    }
}

void MapView::paintBackdrop(QPainter &painter)
{
    const double ratio = devicePixelRatioF();
    if (m_backdrop.isNull() || m_backdrop.devicePixelRatio() != ratio) {
        m_backdrop = QPixmap(size() * ratio);
        m_backdrop.setDevicePixelRatio(ratio);
        m_backdrop.fill(style::Colours::of(palette())(ColourRole::Sunk));
        if (m_ground) {
            QPainter ground(&m_backdrop);
            m_ground->paint(ground, m_camera, palette());
        }
    }
    painter.drawPixmap(0, 0, m_backdrop);
}

void MapView::paintCrosshair(QPainter &painter) const
{
    const style::Colours &colour = style::Colours::of(palette());
    const QPointF middle(width() / 2.0, height() / 2.0);
    for (const auto &[role, width] :
         {std::pair(ColourRole::Raised, 5.0), std::pair(ColourRole::Text, 2.0)}) {
        painter.setPen(QPen(colour(role), width));
        painter.drawLine(middle - QPointF(kCross, 0), middle - QPointF(4, 0));
        painter.drawLine(middle + QPointF(4, 0), middle + QPointF(kCross, 0));
        painter.drawLine(middle - QPointF(0, kCross), middle - QPointF(0, 4));
        painter.drawLine(middle + QPointF(0, 4), middle + QPointF(0, kCross));
    }
}

QRectF MapView::paintScale(QPainter &painter) const
{
    const style::Colours &colour = style::Colours::of(palette());
    const double metres = roundBelow(kScalePixels / m_camera.pixelsPerMetre());
    const double length = metres * m_camera.pixelsPerMetre();
    const QLocale locale;
    const QString text = metres >= 1000 ? tr("%1 km").arg(locale.toString(metres / 1000, 'g', 6))
                                        : tr("%1 m").arg(locale.toString(metres, 'g', 6));
    const QFontMetricsF metrics(painter.font());
    const double wide = std::max(length, metrics.horizontalAdvance(text)) + 2 * kPad;
    const double high = metrics.height() + 2 * kPad + 4;
    const QRectF box(style::Spacing::S, height() - high - style::Spacing::S, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil(palette()));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(colour(ColourRole::Text));
    painter.drawText(box.adjusted(kPad, kPad - 1, -kPad, 0), Qt::AlignLeft | Qt::AlignTop, text);
    painter.setPen(QPen(colour(ColourRole::Text), 1.5));
    const double base = box.bottom() - kPad;
    const double left = box.left() + kPad;
    const QPointF bar[] = {
        {left, base - 4}, {left, base}, {left + length, base}, {left + length, base - 4}};
    painter.drawPolyline(bar, 4);
    return box;
}

void MapView::paintFoot(QPainter &painter) const
{
    const bool isBlank = (!m_ground || m_ground->isEmpty()) && m_marks.isEmpty();
    if (isBlank && !m_picking)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Typography::font(style::TextRole::Caption));
    const QRectF scale = paintScale(painter);
    const QString thanks =
        m_ground ? m_ground->attributions().join(QStringLiteral(" · ")) : QString();
    if (!thanks.isEmpty()) {
        // The licence wants it seen: it wraps, and is never cut.
        const double right = width() - style::Spacing::S - kPad;
        const QRectF room(
            scale.right() + style::Spacing::S + kPad, 0,
            std::max(40.0, right - scale.right() - style::Spacing::S - kPad),
            height() - style::Spacing::S - kPad);
        const int flags = Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap;
        const QRectF box = painter.boundingRect(room, flags, thanks);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil(palette()));
        painter.drawRoundedRect(box.adjusted(-kPad, -kPad / 2, kPad, kPad / 2), 4, 4);
        painter.setPen(style::Colours::of(palette())(ColourRole::Muted));
        painter.drawText(box, flags, thanks);
    }
    painter.restore();
}

void MapView::paintNote(QPainter &painter) const
{
    if (m_note.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(Typography::font(style::TextRole::Secondary));
    const double left = style::Spacing::S + kPad;
    const double buttons = m_closer->isVisible() ? m_closer->width() + 2 * style::Spacing::S : 0;
    const QRectF room(
        left + kPad, style::Spacing::S + kPad, width() - 2 * left - 2 * kPad - buttons, height());
    const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF box = painter.boundingRect(room, flags, m_note);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil(palette()));
    painter.drawRoundedRect(box.adjusted(-2 * kPad, -kPad, 2 * kPad, kPad), 6, 6);
    painter.setPen(style::Colours::of(palette())(ColourRole::Text));
    painter.drawText(box, flags, m_note);
    painter.restore();
}

} // namespace spilno::widgets
