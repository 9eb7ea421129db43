// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Sodium.h"

#include "core/crypto/Signing.h"

#include <sodium.h>

#include <cstdlib>

namespace spilno::crypto {

namespace {

struct EdgeCase
{
    const char *key;
    const char *signature;
    const char *message;
    bool accepted;
};

// RFC 8032 test 2, and inputs on which verifiers are known to differ: the neutral element as key,
// a small-order R, a non-canonical S (S + L), a non-canonical key encoding.
constexpr EdgeCase kEdgeCases[] = {
    {"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
     "72", true},
    {"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "f52db6414fb8ac8664f4e8e8ad91114c387b2eaeb4302aeeb00d291612bb0c10",
     "72", false},
    {"0100000000000000000000000000000000000000000000000000000000000000",
     "0100000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000",
     "72", false},
    {"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
     "0100000000000000000000000000000000000000000000000000000000000000"
     "0000000000000000000000000000000000000000000000000000000000000000",
     "72", false},
};

} // namespace

void initialise()
{
    static const int state = sodium_init();
    if (state < 0)
        std::abort();
}

base::Result<> selfTest()
{
    initialise();
    for (const EdgeCase &edge : kEdgeCases) {
        const auto key = base::PublicKey::fromBytes(base::view(QByteArray::fromHex(edge.key)));
        const auto signature =
            base::Signature::fromBytes(base::view(QByteArray::fromHex(edge.signature)));
        const QByteArray message = QByteArray::fromHex(edge.message);
        if (verifyDetached(*key, base::view(message), *signature) != edge.accepted) {
            return base::failure(
                base::ErrorCode::BadSignature,
                QStringLiteral("the cryptographic library fails its self-test"));
        }
    }
    return {};
}

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    initialise();
    randombytes_buf(out.data(), out.size());
}

} // namespace spilno::crypto
