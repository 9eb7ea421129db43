// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>
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

/// As whenDone(), and the future of what the callback returns. It ends without an answer when the
/// context goes first.
template <class T, class Callback>
auto answerWhenDone(QObject *context, const QFuture<T> &future, Callback callback)
{
    using Answered = std::invoke_result_t<Callback, const T &>;
    auto promise = std::make_shared<QPromise<Answered>>();
    QFuture<Answered> answer = promise->future();
    promise->start();
    whenDone(
        context, future,
        [promise = std::move(promise), callback = std::move(callback)](const T &done) mutable {
            promise->addResult(callback(done));
            promise->finish();
        });
    return answer;
}

} // namespace spilno::session
