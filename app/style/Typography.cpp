// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/Typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace spilno::style::Typography {
namespace {

constexpr double BodyPoints = 10.5; // 14 logical pixels at 96 dots an inch
constexpr double BodyPixels = 14.0;

struct Step
{
    double pixels;
    QFont::Weight weight;
};

Step stepOf(TextRole role)
{
    switch (role) {
    case TextRole::Caption:
        return {11.5, QFont::Normal};
    case TextRole::Secondary:
        return {12.5, QFont::Normal};
    case TextRole::SecondaryStrong:
        return {12.5, QFont::DemiBold};
    case TextRole::Body:
        return {BodyPixels, QFont::Normal};
    case TextRole::Strong:
        return {BodyPixels, QFont::DemiBold};
    case TextRole::CardTitle:
        return {16, QFont::Bold};
    case TextRole::PageTitle:
        return {22, QFont::Bold};
    case TextRole::Display:
        return {30, QFont::Bold};
    }
    return {BodyPixels, QFont::Normal};
}

constexpr char RoleProperty[] = "spilnoTextRole";

qreal digitCell(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// Calls draw(run, x offset, width) for every digit and for every run between digits.
template <typename Draw>
qreal layOut(const QFontMetricsF &metrics, const QString &text, Draw draw)
{
    const qreal cell = digitCell(metrics);
    qreal x = 0;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = start + 1;
        const bool digit = text.at(start).isDigit();
        while (!digit && end < text.size() && !text.at(end).isDigit())
            ++end;
        const QString run = text.mid(start, end - start);
        const qreal width = digit ? cell : metrics.horizontalAdvance(run);
        draw(run, x, width);
        x += width;
        start = end;
    }
    return x;
}

} // namespace

void setTextPercent(int percent)
{
    static const QString family =
        QFontDatabase::hasFamily(QStringLiteral("Inter"))
            ? QStringLiteral("Inter")
            : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    QFont font(family);
    font.setPointSizeF(BodyPoints * std::clamp(percent, 100, 200) / 100.0);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (font == QApplication::font())
        return;
    QApplication::setFont(font);
    // A widget with a font of its own hears nothing of the application's.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        const QVariant role = widget->property(RoleProperty);
        if (role.isValid())
            widget->setFont(Typography::font(static_cast<TextRole>(role.toInt())));
    }
}

int textPercent()
{
    return qRound(QApplication::font().pointSizeF() / BodyPoints * 100);
}

int scaled(int logicalPixels)
{
    return qRound(logicalPixels * QApplication::font().pointSizeF() / BodyPoints);
}

QFont font(TextRole role)
{
    QFont font = QApplication::font();
    const Step step = stepOf(role);
    font.setPointSizeF(font.pointSizeF() * step.pixels / BodyPixels);
    font.setWeight(step.weight);
    if (role == TextRole::Caption)
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
    return font;
}

void follow(QWidget *widget, TextRole role)
{
    widget->setProperty(RoleProperty, int(role));
    widget->setFont(font(role));
}

void drawTabular(
    QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    qreal left = rect.left();
    if (alignment & Qt::AlignRight)
        left = rect.right() - tabularWidth(painter.font(), text);
    else if (alignment & Qt::AlignHCenter)
        left = rect.center().x() - tabularWidth(painter.font(), text) / 2;
    layOut(metrics, text, [&](const QString &run, qreal x, qreal width) {
        const int across = run.size() == 1 ? Qt::AlignHCenter : Qt::AlignLeft;
        painter.drawText(
            QRectF(left + x, rect.top(), width + 1, rect.height()),
            across | Qt::AlignVCenter | Qt::TextSingleLine, run);
    });
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    return layOut(QFontMetricsF(font), text, [](const QString &, qreal, qreal) {});
}

} // namespace spilno::style::Typography
