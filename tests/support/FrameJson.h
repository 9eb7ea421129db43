// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Frames.h"

#include <QtCore/QJsonObject>

namespace spilno::support {

/// A frame as the vectors of the protocol show it.
[[nodiscard]] QJsonObject frameJson(const wire::Frame &frame);

} // namespace spilno::support
