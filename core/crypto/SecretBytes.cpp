// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/SecretBytes.h"

#include "core/crypto/Sodium.h"

#include <sodium.h>

#include <cstring>
#include <new>
#include <utility>

namespace spilno::crypto {

SecretBytes::SecretBytes(std::size_t size)
    : m_bytes(nullptr)
    , m_size(size)
{
    initialise();
    m_bytes = static_cast<std::uint8_t *>(sodium_malloc(size));
    if (m_bytes == nullptr)
        throw std::bad_alloc();
    std::memset(m_bytes, 0, size);
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        if (m_bytes != nullptr)
            sodium_free(m_bytes);
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    if (m_bytes != nullptr)
        sodium_free(m_bytes);
}

SecretBytes SecretBytes::copyOf(base::ByteView bytes)
{
    SecretBytes secret(bytes.size());
    if (!bytes.empty())
        std::memcpy(secret.m_bytes, bytes.data(), bytes.size());
    return secret;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        sodium_memzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

} // namespace spilno::crypto
