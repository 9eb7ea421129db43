// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/style/ColourRole.h"

#include <QFont>
#include <QLabel>

namespace spilno::widgets {

/// What a badge says beside its words. Each tone has a mark of its own shape.
enum class Tone { Neutral, Informative, Positive, Warning, Negative };

/// Painting of badges, for Badge and for delegates.
namespace BadgeLook {

/// Room a badge needs; never less is given.
QSize size(const QString &text, Tone tone);
/// Paints at the top left of `at`; `outlined` adds an edge where the ground has the badge's own
/// colour, as on a selected row.
void paint(
    QPainter &painter,
    const QPoint &at,
    const QString &text,
    Tone tone,
    const QPalette &palette,
    bool outlined = false);
style::ColourRole textRole(Tone tone);
style::ColourRole groundRole(Tone tone);
/// The mark alone, filling `box`: circle, diamond, triangle, check; nothing for Neutral.
void paintMark(QPainter &painter, const QRectF &box, Tone tone, const QColor &colour);

} // namespace BadgeLook

/// A short state in words on a tinted ground. Never elides; the tone shows by shape and colour.
class Badge : public QLabel
{
    Q_OBJECT

public:
    explicit Badge(const QString &text, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace spilno::widgets
