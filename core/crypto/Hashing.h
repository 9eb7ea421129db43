// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Ids.h"

#include <initializer_list>
#include <string_view>

namespace spilno::crypto {

/// BLAKE2b-256 with a personalisation of at most 16 characters, which separates the uses of hashes:
/// the same bytes hashed for two purposes never give the same value.
[[nodiscard]] base::Hash blake2b(
    std::string_view personal, std::initializer_list<base::ByteView> parts);

/// The same, as an id of another kind.
template <class Id>
[[nodiscard]] Id blake2bAs(std::string_view personal, std::initializer_list<base::ByteView> parts)
{
    static_assert(Id::size <= base::Hash::size);
    return Id::fromTrusted(blake2b(personal, parts).data());
}

/// SHA-256, used only by the RFC 6962 tree of the transparency log.
[[nodiscard]] base::Hash sha256(std::initializer_list<base::ByteView> parts);

} // namespace spilno::crypto
