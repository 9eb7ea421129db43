// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

namespace spilno::base {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unknown:
        return QStringLiteral("unknown");
    case ErrorCode::InvalidArgument:
        return QStringLiteral("invalid-argument");
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::Malformed:
        return QStringLiteral("malformed");
    case ErrorCode::LimitExceeded:
        return QStringLiteral("limit-exceeded");
    case ErrorCode::BadSignature:
        return QStringLiteral("bad-signature");
    case ErrorCode::BrokenChain:
        return QStringLiteral("broken-chain");
    case ErrorCode::Fork:
        return QStringLiteral("fork");
    case ErrorCode::NotCertified:
        return QStringLiteral("not-certified");
    case ErrorCode::NotPermitted:
        return QStringLiteral("not-permitted");
    case ErrorCode::WrongPassphrase:
        return QStringLiteral("wrong-passphrase");
    case ErrorCode::WrongCity:
        return QStringLiteral("wrong-city");
    case ErrorCode::UnsupportedVersion:
        return QStringLiteral("unsupported-version");
    case ErrorCode::AlreadyInUse:
        return QStringLiteral("already-in-use");
    case ErrorCode::ReadOnly:
        return QStringLiteral("read-only");
    case ErrorCode::DiskFull:
        return QStringLiteral("disk-full");
    case ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorCode::Io:
        return QStringLiteral("io");
    case ErrorCode::Network:
        return QStringLiteral("network");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Busy:
        return QStringLiteral("busy");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    }
    return QStringLiteral("unknown");
}

} // namespace spilno::base
