// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/StopSignal.h"

#include <QtCore/QSocketNotifier>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace spilno::base {

#ifdef Q_OS_WIN

namespace {

StopSignal *g_listening = nullptr;

BOOL WINAPI consoleEvent(DWORD)
{
    StopSignal *listening = g_listening;
    if (listening == nullptr)
        return FALSE;
    QMetaObject::invokeMethod(listening, &StopSignal::asked, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

StopSignal::StopSignal()
{
    g_listening = this;
    SetConsoleCtrlHandler(consoleEvent, TRUE);
}

StopSignal::~StopSignal()
{
    SetConsoleCtrlHandler(consoleEvent, FALSE);
    g_listening = nullptr;
}

#else

namespace {

// A signal may come at any instruction: all it does is write to this pipe.
std::array<int, 2> g_pipe{-1, -1};

void signalled(int number)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(g_pipe[1], &byte, 1);
    std::signal(number, SIG_DFL);
}

} // namespace

StopSignal::StopSignal()
{
    if (pipe(g_pipe.data()) != 0)
        return;
    for (const int end : g_pipe) {
        fcntl(end, F_SETFL, O_NONBLOCK);
        fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    m_notifier = std::make_unique<QSocketNotifier>(g_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const ssize_t taken = read(g_pipe[0], &byte, 1);
        Q_EMIT asked();
    });
    std::signal(SIGINT, signalled);
    std::signal(SIGTERM, signalled);
}

StopSignal::~StopSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : g_pipe) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

#endif

} // namespace spilno::base
