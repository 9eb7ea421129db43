// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/Badge.h"

#include <QStyledItemDelegate>

namespace spilno::widgets {

/// Roles a model answers for the delegates here. Qt::DisplayRole is the first line.
enum RowRole {
    SecondLineRole = Qt::UserRole + 500, ///< QString under the first line
    BadgeTextRole,                       ///< QString of the badge in this cell
    BadgeToneRole,                       ///< int of Tone
    AvatarNameRole,                      ///< QString: draw initials before the lines
    IconNameRole,                        ///< QString: lucide icon before the lines
    TrailingRole,                        ///< QString at the right of the first line
};

/// One row or cell of one or two lines: semibold title, muted second line, both elided with the
/// full text in the tooltip; avatar or icon before them, note and badge at the right.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Lines { One, Two };

    explicit RowDelegate(Lines lines = Lines::Two, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(
        QHelpEvent *event,
        QAbstractItemView *view,
        const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    /// Height of a row of this delegate at the present text size.
    int rowHeight() const;

private:
    Lines m_lines;
};

/// A cell that holds one badge, or plain muted text where the model gives no badge.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace spilno::widgets
