// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Frames.h"

#include <QtCore/QJsonObject>

namespace spilno::support {

/// As JSON holds it.
[[nodiscard]] inline qint64 number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

/// A frame as the vectors of the protocol show it.
[[nodiscard]] QJsonObject frameJson(const wire::Frame &frame);

} // namespace spilno::support
