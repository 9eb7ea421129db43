// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/Label.h"
#include "app/widgets/map/MapMarks.h"

namespace spilno::widgets {

/// One kind of mark with its words, for the legend of a map.
class MapLegendEntry : public Label
{
    Q_OBJECT

public:
    explicit MapLegendEntry(MapMark mark, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    MapMark m_mark;
};

} // namespace spilno::widgets
