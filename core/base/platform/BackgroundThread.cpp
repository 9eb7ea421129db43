// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/BackgroundThread.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace spilno::base {

void yieldThisThread()
{
#ifdef Q_OS_LINUX
    // On Linux each thread has a policy of its own; QThread's priorities change nothing there. By
    // nice values alone it would still take a part of the core on which the writer works.
    sched_param none{};
    if (sched_setscheduler(0, SCHED_IDLE, &none) == 0)
        return;
    constexpr int kNice = 19;
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    static_cast<void>(setpriority(PRIO_PROCESS, thread, kNice));
#endif
}

} // namespace spilno::base
