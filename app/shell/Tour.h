// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace spilno::settings {
class Appearance;
}

namespace spilno::shell {

class MainWindow;

/// What a tour shows its pictures in; what is not set stays as it is.
struct TourOptions
{
    std::optional<settings::Language> language;
    std::optional<style::ThemeMode> theme;
    std::optional<QSize> size;
    std::optional<int> textPercent; ///< 100..200
};

/// Visits every page of a window and saves a picture of each: «01-feed.png». For people without
/// a display, for the documentation and for tests; stores no setting.
class Tour
{
public:
    Tour(MainWindow &window, settings::Appearance &appearance);

    /// Something beyond the pages: a cover, a dialog.
    struct Stop
    {
        QString name;
        std::function<void()> show;
    };

    /// Visited after the pages, in this order.
    void addStops(const QList<Stop> &stops) { m_stops += stops; }

    /// Waits until `ready`, and `atMostMs`, before the first picture: what is still on its way is
    /// not what a page looks like. False when it was not ready.
    static bool wait(const std::function<bool()> &ready, int atMostMs);

    struct Outcome
    {
        QStringList files; ///< what was written, in order
        QString problem;   ///< for the log; empty when all went well
    };

    /// Makes `folder` if need be. `settleMs` is waited on each page for its content.
    Outcome run(const QString &folder, const TourOptions &options, int settleMs = 150);

private:
    void apply(const TourOptions &options);
    bool takePicture(const QString &folder, const QString &name, Outcome &outcome) const;

    MainWindow &m_window;
    settings::Appearance &m_appearance;
    QList<Stop> m_stops;
};

} // namespace spilno::shell
