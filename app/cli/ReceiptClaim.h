// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/RecordFinder.h"
#include "core/crypto/Signing.h"

#include <memory>

namespace spilno::cli {

/// The six words of a receipt on the command line: whoever shows them acts as the reporter.
class ReceiptClaim
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::ReceiptClaim)

public:
    using Key = std::shared_ptr<const crypto::SigningKey>;

    /// The key of the words; InvalidArgument with a sentence when they are none.
    [[nodiscard]] static base::Result<Key> keyOf(
        const Surroundings &around, const Workplace &place, const QString &words);
    /// The key of --words, else the one kept for the request, else null. NotPermitted with a
    /// sentence when the words are those of another request: the city would find that later.
    [[nodiscard]] static base::Result<Key> given(
        const Surroundings &around, Workplace &place, const base::EntityId &request);
};

} // namespace spilno::cli
