// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/sync/SyncTypes.h"

#include <QtCore/QString>

/// What a person at a terminal reads, in their language. Codes in, sentences out.
namespace spilno::cli {

/// One line; the detail follows in brackets where it says which thing is meant.
[[nodiscard]] QString errorSentence(const base::Error &error);
/// Why synchronisation ended.
[[nodiscard]] QString endSentence(sync::EndReason reason, const base::Error &error);
/// Why the city's server did not take what was sent, for now: `reason` as it said it; how many
/// changes it took before, and how many wait.
[[nodiscard]] QString putOffSentence(
    const QString &reason, std::uint64_t sent, std::uint64_t waiting);
/// Why a change did not take effect; `code` as in records::verdictName or of a refusal.
[[nodiscard]] QString reasonSentence(const QString &code);

} // namespace spilno::cli
