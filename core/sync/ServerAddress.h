// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"

#include <QtCore/QString>

#include <vector>

namespace spilno::sync {

/// Where one server listens.
struct ServerEndpoint
{
    QString host; ///< A name or an address; IPv6 without brackets.
    quint16 port = 0;

    /// HOST:PORT, IPv6 in brackets.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const ServerEndpoint &, const ServerEndpoint &) = default;
};

/// Why a text is not an address, for the sentence a person reads.
enum class AddressProblem {
    None,
    Empty,
    OtherScheme,    ///< Does not start with spilno://
    NoHost,         ///< Nothing, or nothing usable, where the host stands.
    BadPort,        ///< No port, or not 1…65535.
    TooManyHosts,   ///< More than ServerAddress::kEndpointsMax.
    NoFingerprint,  ///< Nothing after #.
    BadFingerprint, ///< Not 64 hexadecimal digits.
    UnknownPath,    ///< A path other than /join.
    NoCode,         ///< An invitation without its code.
};

/// Where a city is found and which one it is:
///   spilno://HOST:PORT[,HOST:PORT…]#FINGERPRINT
///   spilno://HOST:PORT[,HOST:PORT…]/join?code=CODE#FINGERPRINT
/// FINGERPRINT is the city's id in 64 hexadecimal digits of either case; spaces, colons, hyphens
/// and soft line ends between groups of digits are overlooked. A value.
struct ServerAddress
{
    static constexpr int kEndpointsMax = 16;
    static constexpr int kTextLengthMax = 4096;
    static constexpr int kCodeLengthMax = 512;

    std::vector<ServerEndpoint> endpoints; ///< In the order they are tried; at least one.
    base::CityId city;
    QString invitation; ///< The code, percent-decoded; empty for a plain address.

    [[nodiscard]] bool isInvitation() const { return !invitation.isEmpty(); }
    /// The canonical text; parse() gives the same value again.
    [[nodiscard]] QString toString() const;

    /// InvalidArgument, LimitExceeded; `problem` says what exactly, where given.
    [[nodiscard]] static base::Result<ServerAddress> parse(
        const QString &text, AddressProblem *problem = nullptr);

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

} // namespace spilno::sync
