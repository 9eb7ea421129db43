// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace spilno::base {

/// What went wrong, for decisions and tests. The sentence a person reads is made in app/ from it.
enum class ErrorCode {
    Unknown,
    InvalidArgument,    ///< The caller's own input is not usable.
    NotFound,           ///< The named thing does not exist here.
    Malformed,          ///< Bytes that do not follow the protocol's grammar.
    LimitExceeded,      ///< A limit of base/Limits.h.
    BadSignature,       ///< A signature or hash chain does not verify.
    BrokenChain,        ///< A run does not continue the feed that is held.
    Fork,               ///< Another change with the same (feed, seq) is already held.
    NotCertified,       ///< The device is not (or not yet) certified.
    NotPermitted,       ///< The person has no right to do this.
    WrongPassphrase,    ///< The vault does not open with this passphrase.
    WrongCity,          ///< The address names another city than the server proves.
    UnsupportedVersion, ///< Written by a newer program.
    AlreadyInUse,       ///< Another process holds the profile or data folder.
    ReadOnly,           ///< The folder or file cannot be written.
    DiskFull,           ///< No space is left.
    Corrupt,            ///< The database or a file is damaged.
    Io,                 ///< Any other failure of a file or of the disk.
    Network,            ///< The other side cannot be reached or went away.
    Conflict,           ///< The state changed since it was seen.
    Busy,               ///< Try again later.
    Cancelled,          ///< The user or the shutdown stopped it.
    Locked,             ///< The vault is locked; unlock it first.
};

/// An error value. `detail` is for the log and the command line, in English, without personal data.
struct Error
{
    ErrorCode code = ErrorCode::Unknown;
    QString detail;
};

/// The stable lower-case name of a code, such as "wrong-passphrase"; used in logs and JSON.
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace spilno::base
