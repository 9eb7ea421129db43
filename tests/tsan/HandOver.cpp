// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For builds with the thread sanitizer only. Qt of the distribution is built without it, so the
// sanitizer does not see that a task which one thread posts to another has been written before it is
// run, nor that a thread has ended before a wait for it returns. Here stand the calls by which
// threads hand each other work and are waited for, in front of Qt's own, and tell it so. Everything
// else between threads is judged as it is.
#include <QtCore/QMetaObject>
#include <QtCore/QObject>
#include <QtCore/QRunnable>
#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <dlfcn.h>
#include <functional>
#include <memory>
#include <sanitizer/tsan_interface.h>

namespace {

int g_done; ///< Stands for every task that has ended: who waits for one has seen them all.

template <class Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

#define SPILNO_UNSEEN __attribute__((no_sanitize("thread")))

/// A posted call: what is read before the hand-over is told of is not looked at.
class PostedCall : public QtPrivate::QSlotObjectBase
{
public:
    explicit PostedCall(QtPrivate::QSlotObjectBase *inner)
        : QSlotObjectBase(&PostedCall::impl)
        , m_inner(inner)
    {
    }

private:
    SPILNO_UNSEEN static void impl(
        int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *)
    {
        auto *posted = static_cast<PostedCall *>(self);
        __tsan_acquire(posted);
        __tsan_acquire(&g_done);
        if (which == Call)
            posted->m_inner->call(receiver, arguments);
        __tsan_release(&g_done);
        if (which == Destroy) {
            posted->m_inner->destroyIfLastRef();
            delete posted;
        }
    }

    QtPrivate::QSlotObjectBase *m_inner;
};

class PostedTask : public QRunnable
{
public:
    explicit PostedTask(std::function<void()> task)
        : m_task(std::move(task))
    {
    }

    SPILNO_UNSEEN void run() override
    {
        __tsan_acquire(this);
        m_task();
        m_task = {};
        __tsan_release(&g_done);
    }

private:
    std::function<void()> m_task;
};

} // namespace

bool QMetaObject::invokeMethodImpl(
    QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    using Real = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto real = next<Real>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14Connect"
        "ionTypeEPv");
    auto *posted = new PostedCall(slot);
    __tsan_release(posted);
    const bool invoked = real(object, posted, type, result);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(&g_done);
    return invoked;
}

void QThreadPool::start(std::function<void()> functionToRun, int priority)
{
    auto task = std::make_unique<PostedTask>(std::move(functionToRun));
    __tsan_release(task.get());
    start(task.release(), priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    using Real = bool (*)(QThreadPool *, int);
    static const auto real = next<Real>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, milliseconds);
    __tsan_acquire(&g_done);
    return done;
}

void QThread::start(Priority priority)
{
    using Real = void (*)(QThread *, Priority);
    static const auto real = next<Real>("_ZN7QThread5startENS_8PriorityE");
    QObject::connect(this, &QThread::finished, [] { __tsan_release(&g_done); }); // on the thread
    real(this, priority);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    using Real = bool (*)(QThread *, QDeadlineTimer);
    static const auto real = next<Real>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    __tsan_acquire(&g_done);
    return ended;
}

void QSemaphore::release(int n)
{
    using Real = void (*)(QSemaphore *, int);
    static const auto real = next<Real>("_ZN10QSemaphore7releaseEi");
    __tsan_release(this);
    real(this, n);
}

void QSemaphore::acquire(int n)
{
    using Real = void (*)(QSemaphore *, int);
    static const auto real = next<Real>("_ZN10QSemaphore7acquireEi");
    real(this, n);
    __tsan_acquire(this);
}

bool QSemaphore::tryAcquire(int n, int timeout)
{
    using Real = bool (*)(QSemaphore *, int, int);
    static const auto real = next<Real>("_ZN10QSemaphore10tryAcquireEii");
    const bool acquired = real(this, n, timeout);
    __tsan_acquire(this);
    return acquired;
}
