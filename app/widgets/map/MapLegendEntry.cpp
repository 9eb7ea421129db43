// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapLegendEntry.h"

#include <QEvent>
#include <QPainter>

namespace spilno::widgets {

MapLegendEntry::MapLegendEntry(MapMark mark, QWidget *parent)
    : Label({}, style::TextRole::Caption, style::ColourRole::Muted, parent)
    , m_mark(mark)
{
    makeRoom();
}

void MapLegendEntry::makeRoom()
{
    setContentsMargins(style::Typography::scaled(20), 0, 0, 0);
}

void MapLegendEntry::paintEvent(QPaintEvent *event)
{
    Label::paintEvent(event);
    QPainter painter(this);
    MapMarks::paintMark(
        painter, {style::Typography::scaled(20) / 2.0 - 1, height() / 2.0}, m_mark, palette());
}

void MapLegendEntry::changeEvent(QEvent *event)
{
    Label::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

} // namespace spilno::widgets
