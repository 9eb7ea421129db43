// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>

namespace spilno::session {

/// A thread for what may take long and belongs to one thread: the vault, the files of a profile,
/// the server inside the program. Work runs in its order; what is asked for is finished before the
/// thread ends. Owned by Session.
class WorkThread
{
public:
    explicit WorkThread(const QString &name)
        : m_anchor(new QObject)
    {
        m_thread.setObjectName(name);
        m_anchor->moveToThread(&m_thread);
        m_thread.start();
    }

    ~WorkThread() { finish(); }
    Q_DISABLE_COPY_MOVE(WorkThread)

    /// Ends the thread after everything asked so far. Idempotent.
    void finish()
    {
        if (m_anchor == nullptr)
            return;
        QMetaObject::invokeMethod(
            m_anchor, [] {}, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
        delete m_anchor;
        m_anchor = nullptr;
    }

    /// The future of what `work()` returns, a base::Result.
    template <class Work>
    auto run(Work work)
    {
        using Answered = std::invoke_result_t<Work>;
        QPromise<Answered> promise;
        QFuture<Answered> future = promise.future();
        promise.start();
        QMetaObject::invokeMethod(
            m_anchor,
            [work = std::move(work), promise = std::move(promise)]() mutable {
                promise.addResult(work());
                promise.finish();
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    QThread m_thread;
    QObject *m_anchor;
};

} // namespace spilno::session
