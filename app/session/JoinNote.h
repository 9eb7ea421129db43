// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/Identity.h"

#include <QString>

#include <optional>

namespace spilno::session {

/// What a person typed to join a city, kept beside the city's replica until its server was reached:
/// joining may be asked for without a link. Sealed to the person's own key. Its files belong to
/// Session's work thread.
struct JoinNote
{
    QString displayName;
    QString invitationCode; ///< Empty: none.

    [[nodiscard]] base::Result<> write(
        const QString &cityFolder, const replica::Identity &identity) const;
    /// Nothing where no joining is owed, or it cannot be read.
    [[nodiscard]] static std::optional<JoinNote> read(
        const QString &cityFolder, const replica::Identity &identity);
    static void remove(const QString &cityFolder);
    [[nodiscard]] static bool exists(const QString &cityFolder);
};

} // namespace spilno::session
