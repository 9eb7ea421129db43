// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QtCore/QString>
#include <QtNetwork/QHostAddress>

#include <optional>

namespace spilno::server {

/// Where a server listens: HOST:PORT, [IPV6]:PORT or only HOST, a name or an address of this
/// machine. A value.
struct ListenAddress
{
    static constexpr quint16 kDefaultPort = 7717;
    static constexpr const char *kDefault = "0.0.0.0:7717"; ///< Everybody in reach.

    QString host;
    quint16 port = kDefaultPort;

    /// Nothing unless it is of that form. Port 0 is any free one.
    [[nodiscard]] static std::optional<ListenAddress> parse(const QString &text);

    /// The address to bind; null when a name cannot be resolved. May ask the network for a name.
    [[nodiscard]] QHostAddress resolved() const;
    /// The host that clients are told: this machine's address in its network where the server
    /// listens everywhere.
    [[nodiscard]] QString publicHost() const;
    /// spilno://HOST:PORT#FINGERPRINT
    [[nodiscard]] QString cityAddress(const base::CityId &city) const;
    [[nodiscard]] QString toString() const;
};

} // namespace spilno::server
