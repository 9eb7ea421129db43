// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace spilno::style {

/// The look of every standard widget: Fusion with the project's shapes, drawn only from the
/// palette of each style option. Install once with QApplication::setStyle, before widgets exist.
/// It stores no theme; see Theme. The painting itself stands in the *Look files.
class AppStyle : public QProxyStyle
{
    Q_OBJECT

public:
    enum class Density { Desktop, Kiosk };

    explicit AppStyle(Density density = Density::Desktop);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    int pixelMetric(
        PixelMetric metric,
        const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr) const override;
    int styleHint(
        StyleHint hint,
        const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr,
        QStyleHintReturn *returned = nullptr) const override;
    QSize sizeFromContents(
        ContentsType type,
        const QStyleOption *option,
        const QSize &contents,
        const QWidget *widget = nullptr) const override;
    QRect subElementRect(
        SubElement element,
        const QStyleOption *option,
        const QWidget *widget = nullptr) const override;
    QRect subControlRect(
        ComplexControl control,
        const QStyleOptionComplex *option,
        SubControl part,
        const QWidget *widget = nullptr) const override;
    void drawPrimitive(
        PrimitiveElement element,
        const QStyleOption *option,
        QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawControl(
        ControlElement element,
        const QStyleOption *option,
        QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(
        ComplexControl control,
        const QStyleOptionComplex *option,
        QPainter *painter,
        const QWidget *widget = nullptr) const override;

private:
    int controlHeight(const QFontMetrics &metrics) const;

    Density m_density;
};

} // namespace spilno::style
