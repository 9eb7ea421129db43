// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Settings.h"

#include <QSize>
#include <QString>
#include <QStringList>

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

    struct Outcome
    {
        QStringList files; ///< what was written, in order
        QString problem;   ///< for the log; empty when all went well
    };

    /// Makes `folder` if need be. `settleMs` is waited on each page for its content.
    Outcome run(const QString &folder, const TourOptions &options, int settleMs = 150);

private:
    void apply(const TourOptions &options);

    MainWindow &m_window;
    settings::Appearance &m_appearance;
};

} // namespace spilno::shell
