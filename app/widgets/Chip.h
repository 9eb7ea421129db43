// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace spilno::widgets {

/// A pill that switches one filter on or off and may show how many things it leaves.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    /// Shown as «text · count»; a negative number shows none.
    void setCount(int count);
    /// A dashed outline and no checked state: opens something ("Filter", "+ Topic").
    void setOpens(const QString &icon);
    QString shownText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = -1;
    bool m_opens = false;
};

} // namespace spilno::widgets
