// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For builds with the thread sanitizer only. Qt of the distribution is built without it, so the
// sanitizer does not see that a task which one thread posts to another has been written before it
// is run, nor that a thread has ended before a wait for it returns. Here stand the calls by which
// threads hand each other work and are waited for, in front of Qt's own, and tell it so. Everything
// else between threads is judged as it is. This file itself is compiled without the sanitizer.
#include <QtCore/QFutureInterface>
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

/// Stands for everything that is handed over: whoever is handed something has seen what was handed
/// before, more than is true, but only at these places.
int g_handed;

template <class Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

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
    static void impl(
        int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *same)
    {
        auto *posted = static_cast<PostedCall *>(self);
        __tsan_acquire(&g_handed);
        if (which == Call)
            posted->m_inner->call(receiver, arguments);
        if (which == Compare)
            *same = posted->m_inner->compare(arguments);
        __tsan_release(&g_handed);
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

    void run() override
    {
        __tsan_acquire(&g_handed);
        m_task();
        m_task = {};
        __tsan_release(&g_handed);
    }

private:
    std::function<void()> m_task;
};

/// A continuation that may run on another thread than the one that gives it.
std::function<void(const QFutureInterfaceBase &)> handed(
    std::function<void(const QFutureInterfaceBase &)> continuation)
{
    auto kept = std::make_shared<std::function<void(const QFutureInterfaceBase &)>>(
        std::move(continuation));
    __tsan_release(&g_handed);
    return [kept = std::move(kept)](const QFutureInterfaceBase &future) {
        __tsan_acquire(&g_handed);
        (*kept)(future);
        __tsan_release(&g_handed);
    };
}

} // namespace

bool QMetaObject::invokeMethodImpl(
    QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    using Real = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto real = next<Real>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14Connect"
        "ionTypeEPv");
    auto *posted = new PostedCall(slot);
    __tsan_release(&g_handed);
    const bool invoked = real(object, posted, type, result);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(&g_handed);
    return invoked;
}

void QThreadPool::start(std::function<void()> functionToRun, int priority)
{
    auto task = std::make_unique<PostedTask>(std::move(functionToRun));
    __tsan_release(&g_handed);
    start(task.release(), priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    using Real = bool (*)(QThreadPool *, int);
    static const auto real = next<Real>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, milliseconds);
    __tsan_acquire(&g_handed);
    return done;
}

void QThread::start(Priority priority)
{
    using Real = void (*)(QThread *, Priority);
    static const auto real = next<Real>("_ZN7QThread5startENS_8PriorityE");
    QObject::connect(this, &QThread::finished, [] { __tsan_release(&g_handed); }); // on the thread
    real(this, priority);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    using Real = bool (*)(QThread *, QDeadlineTimer);
    static const auto real = next<Real>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    __tsan_acquire(&g_handed);
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

void QMetaObject::activate(
    QObject *sender, const QMetaObject *object, int localSignal, void **arguments)
{
    using Real = void (*)(QObject *, const QMetaObject *, int, void **);
    static const auto real = next<Real>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    __tsan_release(&g_handed);
    real(sender, object, localSignal, arguments);
}

QMetaObject::Connection QObject::connectImpl(
    const QObject *sender,
    void **signal,
    const QObject *receiver,
    void **slotPtr,
    QtPrivate::QSlotObjectBase *slot,
    Qt::ConnectionType type,
    const int *types,
    const QMetaObject *senderMetaObject)
{
    using Real = QMetaObject::Connection (*)(
        const QObject *, void **, const QObject *, void **, QtPrivate::QSlotObjectBase *,
        Qt::ConnectionType, const int *, const QMetaObject *);
    static const auto real = next<Real>(
        "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14Connection"
        "TypeEPKiPK11QMetaObject");
    auto *posted = new PostedCall(slot);
    return real(sender, signal, receiver, slotPtr, posted, type, types, senderMetaObject);
}

void QFutureInterfaceBase::setContinuation(std::function<void(const QFutureInterfaceBase &)> func)
{
    using Real =
        void (*)(QFutureInterfaceBase *, std::function<void(const QFutureInterfaceBase &)>);
    static const auto real =
        next<Real>("_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS_EE");
    real(this, handed(std::move(func)));
}

void QFutureInterfaceBase::setContinuation(
    std::function<void(const QFutureInterfaceBase &)> func,
    QFutureInterfaceBasePrivate *continuationFutureData)
{
    using Real = void (*)(
        QFutureInterfaceBase *, std::function<void(const QFutureInterfaceBase &)>,
        QFutureInterfaceBasePrivate *);
    static const auto real = next<Real>(
        "_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS_EEP27QFutureInterface"
        "BasePrivate");
    real(this, handed(std::move(func)), continuationFutureData);
}
