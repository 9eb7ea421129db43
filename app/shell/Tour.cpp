// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/Tour.h"

#include "app/settings/Appearance.h"
#include "app/shell/MainWindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>

namespace spilno::shell {
namespace {

/// Lets layouts, queries and paints happen for `ms`.
void settle(int ms)
{
    QElapsedTimer timer;
    timer.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } while (timer.elapsed() < ms);
}

} // namespace

Tour::Tour(MainWindow &window, settings::Appearance &appearance)
    : m_window(window)
    , m_appearance(appearance)
{
}

bool Tour::wait(const std::function<bool()> &ready, int atMostMs)
{
    constexpr int stepMs = 50;
    QElapsedTimer timer;
    timer.start();
    while (!ready() && timer.elapsed() < atMostMs)
        settle(stepMs);
    return ready();
}

Tour::Outcome Tour::run(const QString &folder, const TourOptions &options, int settleMs)
{
    Outcome outcome;
    if (!QDir().mkpath(folder)) {
        outcome.problem = QStringLiteral("cannot make the folder %1").arg(folder);
        return outcome;
    }
    apply(options);
    m_window.show();
    const QStringList pages = m_window.pageIds();
    for (const QString &id : pages) {
        m_window.showPage(id);
        settle(settleMs);
        if (!takePicture(folder, id, outcome))
            return outcome;
    }
    for (const Stop &stop : std::as_const(m_stops)) {
        stop.show();
        settle(settleMs);
        if (!takePicture(folder, stop.name, outcome))
            return outcome;
    }
    return outcome;
}

bool Tour::takePicture(const QString &folder, const QString &name, Outcome &outcome) const
{
    const QString file =
        QDir(folder).filePath(QStringLiteral("%1-%2.png")
                                  .arg(outcome.files.size() + 1, 2, 10, QLatin1Char('0'))
                                  .arg(name));
    if (!m_window.grab().save(file, "PNG")) {
        outcome.problem = QStringLiteral("cannot write %1").arg(file);
        return false;
    }
    outcome.files.append(file);
    return true;
}

void Tour::apply(const TourOptions &options)
{
    if (options.language)
        m_appearance.setLanguage(*options.language);
    if (options.theme)
        m_appearance.setTheme(*options.theme);
    if (options.textPercent)
        m_appearance.setTextPercent(*options.textPercent);
    if (options.size)
        m_window.resize(*options.size);
}

} // namespace spilno::shell
