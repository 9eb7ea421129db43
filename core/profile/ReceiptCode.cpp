// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ReceiptCode.h"

#include "core/crypto/Vault.h"

namespace spilno::profile {

ReceiptCode ReceiptCode::generate(base::Random &random)
{
    std::array<quint8, std::tuple_size_v<base::SixWords::Code>> bytes{};
    random.fill(bytes);
    ReceiptCode receipt;
    receipt.m_code = base::SixWords::codeOf(bytes);
    return receipt;
}

base::Result<ReceiptCode> ReceiptCode::parse(const QString &text)
{
    SPILNO_ASSIGN(const base::SixWords list, base::SixWords::open());
    ReceiptCode receipt;
    SPILNO_ASSIGN(receipt.m_code, list.decode(text));
    return receipt;
}

base::Result<QStringList> ReceiptCode::words() const
{
    SPILNO_ASSIGN(const base::SixWords list, base::SixWords::open());
    return list.encode(m_code);
}

base::Result<crypto::SigningKey> ReceiptCode::claimKey(const base::CityId &city) const
{
    SPILNO_ASSIGN(
        const crypto::SecretBytes seed,
        crypto::stretchCode({m_code.data(), m_code.size()}, city.bytes(), "spilno-claim"));
    return crypto::SigningKey::fromSeed(seed.bytes());
}

} // namespace spilno::profile
