// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Sentences.h"

#include <QLocale>

namespace spilno::session {

using base::ErrorCode;
using sync::AddressProblem;
using sync::EndReason;
using sync::SyncPhase;

QString Sentences::error(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("It is not there any more, or never was.");
    case ErrorCode::InvalidArgument:
        return tr("Something in what was entered does not fit.");
    case ErrorCode::LimitExceeded:
        return tr("It is longer or larger than the city allows.");
    case ErrorCode::Malformed:
    case ErrorCode::BadSignature:
    case ErrorCode::BrokenChain:
        return tr("What arrived does not verify, so it was not taken in.");
    case ErrorCode::Fork:
        return tr("This profile was also used on another computer; its changes are being sent "
                  "again.");
    case ErrorCode::NotCertified:
        return tr("The city does not know this device yet.");
    case ErrorCode::NotPermitted:
        return tr("You have no right to do this here.");
    case ErrorCode::WrongPassphrase:
        return tr("This is not the passphrase. Check the keyboard layout and Caps Lock.");
    case ErrorCode::WrongCity:
        return tr("Another city answers at this address. Ask for the address again.");
    case ErrorCode::UnsupportedVersion:
        return tr("This was written by a newer version of the program. Install it to go on.");
    case ErrorCode::AlreadyInUse:
        return tr("Another window or program has it open. Close that one first.");
    case ErrorCode::ReadOnly:
        return tr("The folder can not be written. Choose another one or ask for the right.");
    case ErrorCode::DiskFull:
        return tr("The disk is full. Make room, then try again.");
    case ErrorCode::Corrupt:
        return tr("A file on this disk is damaged. What the city has is safe there.");
    case ErrorCode::Io:
        return tr("The disk did not answer as it should.");
    case ErrorCode::Network:
        return tr("There is no connection.");
    case ErrorCode::Conflict:
        return tr("It has changed since you saw it. Look again, then decide.");
    case ErrorCode::Busy:
        return tr("It is busy at the moment. Try again in a minute.");
    case ErrorCode::Cancelled:
        return tr("It was stopped.");
    case ErrorCode::Locked:
        return tr("The profile is locked. Unlock it first.");
    case ErrorCode::Unknown:
        break;
    }
    return tr("Something went wrong that this program has no words for.");
}

QString Sentences::profileError(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("There is no profile in this folder.");
    case ErrorCode::Malformed:
        return tr("The file with the keys of this profile is damaged.");
    case ErrorCode::AlreadyInUse:
        return tr("This profile is open in another window. Close it there first.");
    case ErrorCode::InvalidArgument:
        return tr("There is a profile in this folder already.");
    default:
        return Sentences::error(error);
    }
}

QString Sentences::address(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::None:
        return {};
    case AddressProblem::Empty:
        return tr("Paste the link of the invitation or the address of the city.");
    case AddressProblem::OtherScheme:
        return tr("An address of a city begins with spilno://");
    case AddressProblem::NoHost:
        return tr("The address does not say where the city's server is.");
    case AddressProblem::BadPort:
        return tr("After the colon stands a number from 1 to 65535.");
    case AddressProblem::TooManyHosts:
        return tr("The address names too many servers.");
    case AddressProblem::NoFingerprint:
        return tr("The end is missing: # and 64 digits and letters that prove the city.");
    case AddressProblem::BadFingerprint:
        return tr("After # stand 64 digits and letters from a to f. Some are missing or mistyped.");
    case AddressProblem::UnknownPath:
        return tr("This is neither an address nor an invitation that this program knows.");
    case AddressProblem::NoCode:
        return tr("The code of the invitation is missing in the link.");
    }
    return {};
}

QString Sentences::phase(const sync::SyncStatus &status)
{
    switch (status.phase) {
    case SyncPhase::Off:
        return tr("Synchronisation is off");
    case SyncPhase::Connecting:
        return tr("Looking for the city's server");
    case SyncPhase::Checking:
        return tr("Checking that it is the right city");
    case SyncPhase::CatchingUp:
        return tr("%Ln change(s) still to come", nullptr, int(status.changesBehind));
    case SyncPhase::UpToDate:
        return tr("All is here and all is sent");
    case SyncPhase::Sending:
        return tr("Sending %Ln change(s)", nullptr, int(status.pendingCount));
    case SyncPhase::Waiting:
        return tr("No connection to the city now");
    case SyncPhase::Stopped:
        return tr("Synchronisation has stopped");
    }
    return {};
}

QString Sentences::trouble(const sync::SyncStatus &status)
{
    const bool troubled = status.phase == SyncPhase::Waiting ||
                          status.phase == SyncPhase::Stopped ||
                          status.phase == SyncPhase::Connecting;
    if (!status.hasError || !troubled)
        return {};
    switch (status.end) {
    case EndReason::Unreachable:
        return tr("No server answers at the city's address. You can go on working: everything is "
                  "kept on this computer and sent later.");
    case EndReason::Disconnected:
    case EndReason::Stalled:
        return tr("The connection broke off. It is tried again by itself.");
    case EndReason::ServerLeft:
        return tr("The city's server said goodbye; it may be restarting. It is tried again by "
                  "itself.");
    case EndReason::WrongCity:
        return tr("Another city answers at this address. Nothing was sent. Ask for the right "
                  "address.");
    case EndReason::WrongServer:
        return tr("The server can not prove that it is this city's. Nothing was sent.");
    case EndReason::OtherVersion:
        return tr("The server speaks another version. Update the program.");
    case EndReason::AnotherHistory:
        return tr("The server shows another history than before. Nothing was taken; tell the "
                  "city's operator.");
    case EndReason::ServerBehind:
        return tr("The server was restored from an older copy. What you have is kept here; tell "
                  "the city's operator.");
    case EndReason::Protocol:
    case EndReason::BadContent:
        return tr("The server sent something that does not verify. It was not taken in.");
    case EndReason::Storage:
        return tr("The copy of the city on this computer could not be written: %1")
            .arg(error(status.error));
    case EndReason::Finished:
    case EndReason::Stopped:
        break;
    }
    return {};
}

bool Sentences::mayHelpToTryAgain(const sync::SyncStatus &status)
{
    return status.phase == SyncPhase::Waiting || status.phase == SyncPhase::Connecting;
}

QString Sentences::moment(const QDateTime &then, const QDateTime &now)
{
    const QLocale locale;
    const QString time = locale.toString(then.time(), QStringLiteral("HH:mm"));
    if (then.date() == now.date())
        return time;
    const bool thisYear = then.date().year() == now.date().year();
    const QString day = locale.toString(
        then.date(), thisYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
    return tr("%1, %2", "a day, a time").arg(day, time);
}

} // namespace spilno::session
