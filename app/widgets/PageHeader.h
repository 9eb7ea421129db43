// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {

class ElidedLabel;
class Label;

/// The head of a page: where it stands, title with badges, and the page's actions at the right.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// «Votes › House at 18 Borshchahivska» above the title; empty hides the line.
    void setTrail(const QString &trail);
    /// Badges and chips beside the title.
    void addBeside(QWidget *widget);
    /// Buttons and notes at the right, in reading order.
    void addAction(QWidget *widget);
    using QWidget::addAction;

private:
    Label *m_title;
    ElidedLabel *m_trail;
    QHBoxLayout *m_row;
    int m_beside = 1;
};

} // namespace spilno::widgets
