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

// RFC 8032 test 2, and inputs on which verifiers are known to differ: a non-canonical S (S + L),
// the neutral element as key, a key whose encoding is not canonical, and keys with a part of order
// 8, of which one signature holds as it is and one only when multiplied by the cofactor; last an R
// of small order. Those from the fifth on are vectors of docs/protocol/vectors/signature.
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
    {"1b171dbbb909e484d17584e0c626a3e493af0ce61d29d04a8d4f79a4a50a12db",
     "51e464034a51b97727a6bfa2fc9703b00f27205af13b9d5542ae24d7925a5269"
     "b62d5b66a5b26606d45b1576cb684142a98153feed3e2e43678b2467d64ca603",
     "7370696c6e6f2d6368672d31f10ae5af70813be0e8dc6cb72c81c8f638f37822"
     "eba2141efc1069dedfcf5873",
     true},
    {"1b171dbbb909e484d17584e0c626a3e493af0ce61d29d04a8d4f79a4a50a12db",
     "31755a876f092d9e0d482d043f319bfc5fecdac21b43c7e2cbc12a25959c9230"
     "3ff1f140346f360d54fe8ce017c5fa0f5203ae958d7bea120cfab934f8f2c50d",
     "7370696c6e6f2d6368672d3174f2bab0f7b496db35967b365a4bedc0f6378888"
     "dea671ec307ee99e677fe21d",
     false},
    {"35fcc629296d827a285759b11465613a548b56d0a496c8ce02750210a78f7218",
     "0100000000000000000000000000000000000000000000000000000000000000"
     "5ee7a765383d450c2d9bff0d0bcd225c0876974d8fe95ef1fcafc404e9909802",
     "7370696c6e6f2d6368672d311e0584a25d9f43bf5cbd0aec01eb1af2220ed085"
     "b4e7f1837b0d89958cae353a",
     false},
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
