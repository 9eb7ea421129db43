// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/LieJudge.h"

#include <QtCore/QJsonObject>

namespace spilno::cli {

/// A judged proof as scripts read it: proves, lie or why, city, city_name, key, epoch, from, at.
[[nodiscard]] QJsonObject proofJson(const log::LieVerdict &verdict);

/// A proof whose statements are not what they say they are: proves, why.
[[nodiscard]] QJsonObject refusedProofJson(const base::Error &refusal);

} // namespace spilno::cli
