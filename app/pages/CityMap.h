// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapGround.h"

#include <QObject>

#include <memory>

namespace spilno::session {
class SessionContext;
}

namespace spilno::pages {

/// The base map of a city: its layers, read from the replica, decoded and projected off the GUI
/// thread, again when the replica says that one changed. One for all maps of a city; it goes with
/// the context.
class CityMap : public QObject
{
    Q_OBJECT

public:
    /// The one of a context, made when it is first asked for.
    static CityMap &of(session::SessionContext &context);
    ~CityMap() override;

    /// The layers were read once, however many there are.
    bool isLoaded() const { return m_loaded; }
    /// nullptr where the city has no layers.
    std::shared_ptr<const widgets::MapGround> ground() const { return m_ground; }
    /// What to say where a map would be and no layer is.
    static QString sentenceWithoutLayers();

Q_SIGNALS:
    void changed();

private:
    explicit CityMap(session::SessionContext &context);
    void ask();
    void take(const std::shared_ptr<const widgets::MapGround> &ground);

    session::SessionContext &m_context;
    std::shared_ptr<const widgets::MapGround> m_ground;
    bool m_loaded = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace spilno::pages
