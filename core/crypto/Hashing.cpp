// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Hashing.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace spilno::crypto {

base::Hash blake2b(std::string_view personal, std::initializer_list<base::ByteView> parts)
{
    static constexpr std::array<unsigned char, crypto_generichash_blake2b_SALTBYTES> salt{};
    std::array<unsigned char, crypto_generichash_blake2b_PERSONALBYTES> label{};
    Q_ASSERT(personal.size() <= label.size());
    std::copy_n(personal.begin(), std::min(personal.size(), label.size()), label.begin());
    base::Hash hash;
    crypto_generichash_blake2b_state state;
    crypto_generichash_blake2b_init_salt_personal(
        &state, nullptr, 0, base::Hash::size, salt.data(), label.data());
    for (const auto part : parts)
        crypto_generichash_blake2b_update(&state, part.data(), part.size());
    crypto_generichash_blake2b_final(&state, hash.data(), base::Hash::size);
    return hash;
}

base::Hash sha256(std::initializer_list<base::ByteView> parts)
{
    base::Hash hash;
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const auto part : parts)
        crypto_hash_sha256_update(&state, part.data(), part.size());
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

} // namespace spilno::crypto
