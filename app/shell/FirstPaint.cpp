// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/FirstPaint.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>

namespace spilno::shell {

namespace {

/// Whether the view shows a first row whose text is here already.
bool showsSomething(const QAbstractItemView &view)
{
    const QAbstractItemModel *model = view.model();
    if (model == nullptr || model->rowCount(view.rootIndex()) == 0)
        return false;
    for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
        const QModelIndex index = model->index(0, column, view.rootIndex());
        const QString text = index.data(Qt::DisplayRole).toString();
        if (!text.isEmpty() && text != QStringLiteral("…")) // which stands for what is not read yet
            return true;
    }
    return false;
}

} // namespace

FirstPaint::FirstPaint(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (m_seen || event->type() != QEvent::Paint)
        return false;
    const auto *view = qobject_cast<QAbstractItemView *>(watched->parent());
    if (view == nullptr || view->viewport() != watched || !showsSomething(*view))
        return false;
    m_seen = true;
    QCoreApplication::instance()->removeEventFilter(this);
    // The paint itself comes after this filter; what is queued comes after the paint.
    QMetaObject::invokeMethod(this, &FirstPaint::painted, Qt::QueuedConnection);
    return false;
}

} // namespace spilno::shell
