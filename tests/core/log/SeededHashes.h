// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <random>

/// Random ids that are the same in every run of a test.
class SeededHashes
{
public:
    explicit SeededHashes(quint64 seed)
        : m_engine(seed)
    {
    }

    template <class Id = spilno::base::Hash>
    [[nodiscard]] Id next()
    {
        Id id;
        for (std::size_t i = 0; i < Id::size; ++i)
            id.data()[i] = static_cast<std::uint8_t>(m_engine());
        return id;
    }

    [[nodiscard]] quint64 below(quint64 bound) { return m_engine() % bound; }

private:
    std::mt19937_64 m_engine;
};

/// The same id with one bit turned over.
template <class Id>
[[nodiscard]] Id withBitTurned(Id id, quint64 bit)
{
    id.data()[bit / 8] = static_cast<std::uint8_t>(id.data()[bit / 8] ^ (1U << (bit % 8)));
    return id;
}

[[nodiscard]] inline QByteArray withBitTurned(QByteArray bytes, qsizetype bit)
{
    bytes[bit / 8] = static_cast<char>(bytes.at(bit / 8) ^ (1 << (bit % 8)));
    return bytes;
}
