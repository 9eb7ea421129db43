// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Verdict.h"

namespace spilno::records {

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Applied:
        return {};
    case Verdict::AppliedSoft:
        return QStringLiteral("soft");
    case Verdict::Conflict:
        return QStringLiteral("conflict");
    case Verdict::Kept:
        return QStringLiteral("kept");
    case Verdict::Duplicate:
        return QStringLiteral("duplicate");
    case Verdict::NotCertified:
        return QStringLiteral("not-certified");
    case Verdict::NoRight:
        return QStringLiteral("no-right");
    case Verdict::UnknownRecord:
        return QStringLiteral("unknown-record");
    case Verdict::AlreadyExists:
        return QStringLiteral("already-exists");
    case Verdict::WrongScope:
        return QStringLiteral("wrong-scope");
    case Verdict::BadField:
        return QStringLiteral("bad-field");
    case Verdict::MissingField:
        return QStringLiteral("missing-field");
    case Verdict::NoSuchStep:
        return QStringLiteral("no-such-step");
    case Verdict::Closed:
        return QStringLiteral("closed");
    case Verdict::Taken:
        return QStringLiteral("taken");
    case Verdict::BadProof:
        return QStringLiteral("bad-proof");
    case Verdict::Transaction:
        return QStringLiteral("transaction");
    case Verdict::Unreadable:
        return QStringLiteral("unreadable");
    case Verdict::Sealed:
        return QStringLiteral("sealed");
    }
    return QStringLiteral("unknown");
}

} // namespace spilno::records
