// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/PrintSheet.h"

#include <QString>

namespace spilno::pages {

/// What stands on the printed slip of an invitation. The link holds the code that makes it worth
/// something: it is in memory and on paper, never on the disk.
struct InvitationSlip
{
    QString city;
    QString name;  ///< Of the person it is for; may be empty.
    QString role;  ///< «Operator · Municipality»; may be empty.
    QString until; ///< «30 November 2026»; empty: no end.
    QString link;
    QString code;

    /// The page as it is printed: to whom, what for, the QR code, the link, how to use it.
    [[nodiscard]] widgets::PaintSheet sheet() const;
};

} // namespace spilno::pages
