// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {

class Label;

/// A raised box with round corners: optional title row, then body(). Not clickable by itself.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Puts a badge, count or link at the right of the title.
    void addToTitle(QWidget *widget);
    /// Where the content goes.
    QVBoxLayout *body() const { return m_body; }
    /// Without inner margins: for a list or map that fills the card.
    void setFlush();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_titleRow = nullptr;
    Label *m_title = nullptr;
};

} // namespace spilno::widgets
