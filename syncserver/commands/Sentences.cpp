// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/Sentences.h"

namespace spilno::server {

using base::ErrorCode;

namespace {

/// What is the same for every folder; empty: nothing to say by the code alone.
QString ofCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return Sentences::tr("There is no space left on the disk.");
    case ErrorCode::WrongPassphrase:
        return Sentences::tr("The passphrase does not fit.");
    case ErrorCode::UnsupportedVersion:
        return Sentences::tr("A newer version of the program wrote this; please update first.");
    case ErrorCode::Busy:
        return Sentences::tr("The machine is too busy for that now; please try again later.");
    case ErrorCode::Cancelled:
        return Sentences::tr("Stopped.");
    case ErrorCode::WrongCity:
        return Sentences::tr("The key and the database are of different cities.");
    case ErrorCode::AlreadyInUse:
        return Sentences::tr("Another program uses it at the moment.");
    case ErrorCode::ReadOnly:
        return Sentences::tr("A file or folder cannot be written to.");
    case ErrorCode::NotFound:
        return Sentences::tr("Something that is needed is not there.");
    case ErrorCode::Malformed:
    case ErrorCode::Corrupt:
    case ErrorCode::BadSignature:
    case ErrorCode::BrokenChain:
        return Sentences::tr("A file is damaged.");
    case ErrorCode::NotPermitted:
        return Sentences::tr("The system does not permit that.");
    case ErrorCode::InvalidArgument:
    case ErrorCode::LimitExceeded:
        return Sentences::tr("What was given cannot be used.");
    case ErrorCode::Io:
        return Sentences::tr("A file cannot be read or written.");
    case ErrorCode::Network:
        return Sentences::tr("The network does not allow that.");
    default:
        return Sentences::tr("Something went wrong.");
    }
}

bool isPlain(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::WrongPassphrase ||
           code == ErrorCode::Busy || code == ErrorCode::Cancelled;
}

} // namespace

QString Sentences::ofData(const base::Error &error, const QString &folder)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("There is no city in %1. Make one with «spilno-server init».").arg(folder);
    case ErrorCode::AlreadyInUse:
        return tr("Another program already uses the city in %1.").arg(folder);
    case ErrorCode::ReadOnly:
        return tr("The folder %1 cannot be written to.").arg(folder);
    case ErrorCode::Corrupt:
    case ErrorCode::Malformed:
        return tr("The city in %1 is damaged (%2). A backup can be restored with «spilno-server "
                  "restore».")
            .arg(folder, error.detail);
    case ErrorCode::WrongPassphrase:
        return tr("The server's key in %1 does not open with this passphrase; "
                  "SPILNO_SERVER_PASSPHRASE_FILE names the file with the right one.")
            .arg(folder);
    case ErrorCode::UnsupportedVersion:
        return tr("A newer version of the program wrote the city in %1; please update first.")
            .arg(folder);
    default:
        return of(error);
    }
}

QString Sentences::ofProfile(const base::Error &error, const QString &folder)
{
    switch (error.code) {
    case ErrorCode::AlreadyInUse:
        return tr("Another program has the profile in %1 open; please close it first.").arg(folder);
    case ErrorCode::ReadOnly:
        return tr("The folder %1 cannot be written to.").arg(folder);
    case ErrorCode::WrongPassphrase:
        return tr("The profile in %1 does not open with this passphrase.").arg(folder);
    case ErrorCode::Malformed:
    case ErrorCode::Corrupt:
        return tr("The profile in %1 is damaged (%2).").arg(folder, error.detail);
    default:
        return of(error);
    }
}

QString Sentences::of(const base::Error &error)
{
    const QString sentence = ofCode(error.code);
    if (isPlain(error.code) || error.detail.isEmpty())
        return sentence;
    return sentence.chopped(1) + u" (" + error.detail + u").";
}

} // namespace spilno::server
