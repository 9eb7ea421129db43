// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/BackgroundThread.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace spilno::base {

void yieldThisThread()
{
#ifdef Q_OS_LINUX
    // On Linux the nice value belongs to each thread; QThread's priorities change nothing there.
    // Ten would still take a fifth of the writer's core; the idle policy would wait for ever beside
    // programs that compute, and no ordinary user can take either back.
    constexpr int kNice = 15;
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    static_cast<void>(setpriority(PRIO_PROCESS, thread, kNice));
#endif
}

} // namespace spilno::base
