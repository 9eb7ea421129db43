// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/text/SixWords.h"
#include "core/crypto/Signing.h"

namespace spilno::profile {

/// The six words of a receipt. Whoever shows them acts as the reporter of a request: a one-time key
/// pair is made from them, of which only the public half (`claim_key`) is in the log. Printed once,
/// kept nowhere.
class ReceiptCode
{
public:
    [[nodiscard]] static ReceiptCode generate(base::Random &random);
    /// As a person types them; the errors of SixWords::decode().
    [[nodiscard]] static base::Result<ReceiptCode> parse(const QString &text);

    [[nodiscard]] base::Result<QStringList> words() const;
    /// The pair of the words in a city. Takes about 60 ms: not on the GUI thread.
    [[nodiscard]] base::Result<crypto::SigningKey> claimKey(const base::CityId &city) const;

private:
    base::SixWords::Code m_code{};
};

} // namespace spilno::profile
