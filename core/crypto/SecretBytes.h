// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace spilno::crypto {

/// Memory for secrets, guarded, locked and wiped by libsodium. Movable, never copied, never a
/// QString. An empty one owns nothing.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    /// Copies `bytes` into guarded memory; the caller wipes its own copy.
    [[nodiscard]] static SecretBytes copyOf(base::ByteView bytes);

    [[nodiscard]] std::span<std::uint8_t> writable() { return {m_bytes, m_size}; }
    [[nodiscard]] base::ByteView bytes() const { return {m_bytes, m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

private:
    std::uint8_t *m_bytes = nullptr;
    std::size_t m_size = 0;
};

/// Overwrites the bytes of a QByteArray in place (its own detached copy) and clears it.
void wipe(QByteArray &bytes);

} // namespace spilno::crypto
