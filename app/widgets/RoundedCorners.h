// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace spilno::widgets {

/// Gives a list, table or map that fills its frame the round corners of a card, by painting the
/// corners in the colour of what lies behind. A child of the view; takes no mouse and no focus.
class RoundedCorners : public QWidget
{
    Q_OBJECT

public:
    explicit RoundedCorners(QWidget *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace spilno::widgets
