// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace spilno::session {

/// Calls `callback(answer)` in the thread of `context` once the future has its answer; never before
/// this returns, and not at all when the context has gone by then or nothing was answered. (A
/// continuation of QFuture asserts that its context is alive, and may run at once.)
template <class T, class Callback>
void whenDone(QObject *context, const QFuture<T> &future, Callback callback)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcher<T>::finished, context,
        [watcher, callback = std::move(callback)]() mutable {
            watcher->deleteLater();
            const QFuture<T> answered = watcher->future();
            if (answered.resultCount() > 0)
                callback(answered.resultAt(0));
        });
    watcher->setFuture(future);
}

} // namespace spilno::session
