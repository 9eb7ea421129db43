// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/RoundTrip.h"

#include <QtCore/QByteArray>
#include <QtTest/QtTest>

namespace spilno::support {

/// How often a decoder accepted, of all inputs tried.
struct Tries
{
    int accepted = 0;
    int all = 0;
};

/// Gives a codec the bytes, every way to cut them short, one byte more, and every other value of
/// every byte (of each of the first 600 only). A test fails where one value has two encodings.
inline Tries tryNeighbours(const Codec &codec, const QByteArray &bytes)
{
    Tries tries;
    const auto tryOne = [&](const QByteArray &input, const char *how, qsizetype at) {
        const Outcome outcome = codec.roundTrip(base::view(input));
        ++tries.all;
        tries.accepted += outcome == Outcome::Refused ? 0 : 1;
        if (outcome == Outcome::Different)
            QFAIL(qPrintable(QStringLiteral("%1 with %2 at %3: %4")
                                 .arg(QLatin1String(codec.name), QLatin1String(how))
                                 .arg(at)
                                 .arg(QLatin1String(input.toHex()))));
    };
    for (qsizetype length = 0; length < bytes.size(); ++length)
        tryOne(bytes.left(length), "a cut", length);
    tryOne(bytes + '\0', "a byte more", bytes.size());
    for (qsizetype at = 0; at < std::min<qsizetype>(bytes.size(), 600); ++at) {
        QByteArray changed = bytes;
        for (int turn = 1; turn < 256; ++turn) {
            changed[at] = static_cast<char>(bytes[at] ^ turn);
            tryOne(changed, "another byte", at);
        }
    }
    return tries;
}

} // namespace spilno::support
