// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/Session.h"
#include "app/shell/Tour.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace spilno::pages {
class ActionRegistry;
class Page;
class StartCover;
} // namespace spilno::pages
namespace spilno::settings {
class Settings;
}

namespace spilno::shell {

class MainWindow;

/// What the program was started with.
struct StartRequest
{
    QString profile;        ///< Folder of the profile to open; empty: the person chooses.
    QString profilesFolder; ///< Where profiles of this computer are kept.
    QString link;           ///< A spilno:// link, or empty.
    bool demonstration = false;
};

class CityPaletteSource;

/// Puts a session into the window: registers the pages, shows who the person is and how the city
/// stands, locks and unlocks, and covers the window while no profile is open. Owned by main.cpp,
/// which gives it everything; it makes nothing but pages.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(
        MainWindow &window,
        session::Session &session,
        pages::ActionRegistry &actions,
        settings::Settings &settings);
    ~Desktop() override;

    /// Opens what was asked for, or asks the person.
    void start(const StartRequest &request);
    /// What a tour shows beyond the pages: the steps of the first run, the lock screen.
    [[nodiscard]] QList<Tour::Stop> tourStops();
    /// A link or the path of a bundle that came while the program runs. A bundle is taken in by its
    /// city; while no city is open it waits.
    void openLink(const QString &link);

Q_SIGNALS:
    /// There is a city to show.
    void ready();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPages();
    void addRequestPages();
    void addActions();
    void connectLock();
    pages::StartCover *makeCover();
    void showOpening();
    void openBundle(const QString &path);
    void openPending();
    [[nodiscard]] bool takeDrag(QEvent *event);
    pages::Page *makeSettings();
    void openProfile(const QString &folder);
    void openDemonstration(const QString &folder);
    void showStart(const QString &problem = {});
    void addCity();
    void showCity();
    void profileOpened(const base::Result<> &outcome);
    void contextChanged();
    void feedPalette();
    void showPerson();
    void showStatus();
    void tellLocked();

    MainWindow &m_window;
    session::Session &m_session;
    pages::ActionRegistry &m_actions;
    settings::Settings &m_settings;
    StartRequest m_request;
    QPointer<pages::StartCover> m_cover;
    std::unique_ptr<CityPaletteSource> m_citySource;
};

} // namespace spilno::shell
