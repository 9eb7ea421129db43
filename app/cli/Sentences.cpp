// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Sentences.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace spilno::cli {

using base::ErrorCode;

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("spilno::cli::Sentences", text);
}

const char *plain(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "That cannot be accepted.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "There is no such thing here.");
    case ErrorCode::Malformed:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "What was read is damaged.");
    case ErrorCode::LimitExceeded:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "That is more than is allowed at once.");
    case ErrorCode::BadSignature:
    case ErrorCode::BrokenChain:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "A signature or the chain is not right.");
    case ErrorCode::Fork:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "Another change stands at that place.");
    case ErrorCode::NotCertified:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The city does not know this device (yet).");
    case ErrorCode::NotPermitted:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "You have no right to do that.");
    case ErrorCode::WrongPassphrase:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "The passphrase is wrong.");
    case ErrorCode::WrongCity:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences",
            "The server is of another city: the fingerprint in the address is not its own.");
    case ErrorCode::UnsupportedVersion:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "A newer program wrote this; please update.");
    case ErrorCode::AlreadyInUse:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "Another program has this profile open.");
    case ErrorCode::ReadOnly:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "The folder cannot be written to.");
    case ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "There is no space left on the disk.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The database of this profile is damaged.");
    case ErrorCode::Io:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "A file cannot be read or written.");
    case ErrorCode::Network:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "The server does not answer.");
    case ErrorCode::Conflict:
        return QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "That step is not possible from the present state.");
    case ErrorCode::Busy:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "That is busy; please try again later.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "Stopped.");
    case ErrorCode::Locked:
        return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "The profile is locked.");
    case ErrorCode::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("spilno::cli::Sentences", "Something went wrong.");
}

/// The sentence alone says it all: the detail would only say it again.
bool isComplete(ErrorCode code)
{
    return code == ErrorCode::WrongPassphrase || code == ErrorCode::AlreadyInUse ||
           code == ErrorCode::Cancelled || code == ErrorCode::Locked ||
           code == ErrorCode::WrongCity;
}

} // namespace

QString errorSentence(const base::Error &error)
{
    const QString sentence = said(plain(error.code));
    if (error.detail.isEmpty() || isComplete(error.code))
        return sentence;
    return QStringLiteral("%1 (%2)").arg(sentence, error.detail);
}

QString endSentence(sync::EndReason reason, const base::Error &error)
{
    using sync::EndReason;
    const auto with = [&error](const QString &sentence) -> QString {
        return error.detail.isEmpty() ? sentence
                                      : QStringLiteral("%1 (%2)").arg(sentence, error.detail);
    };
    const auto text = [](const char *words) { return said(words); };
    switch (reason) {
    case EndReason::Unreachable:
        return with(text(QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The server does not answer at its address.")));
    case EndReason::WrongCity:
        return errorSentence({ErrorCode::WrongCity, {}});
    case EndReason::WrongServer:
        return with(text(QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The server cannot prove that it is this city's.")));
    case EndReason::OtherVersion:
        return text(QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The server and this program have no version in common."));
    case EndReason::AnotherHistory:
        return with(text(QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences",
            "The server contradicts what it signed earlier. Nothing was taken from it.")));
    case EndReason::ServerBehind:
        return with(text(QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The server holds less than it once signed.")));
    case EndReason::Disconnected:
    case EndReason::Stalled:
    case EndReason::ServerLeft:
        return with(text(
            QT_TRANSLATE_NOOP("spilno::cli::Sentences", "The connection broke before the end.")));
    case EndReason::Protocol:
    case EndReason::BadContent:
        return with(text(QT_TRANSLATE_NOOP(
            "spilno::cli::Sentences", "The server sent something that is not right.")));
    case EndReason::Stopped:
        return errorSentence({ErrorCode::Cancelled, {}});
    case EndReason::Storage:
    case EndReason::Finished:
        break;
    }
    return errorSentence(error);
}

QString putOffSentence(const QString &reason, std::uint64_t sent, std::uint64_t waiting)
{
    static const QHash<QString, const char *> sentences{
        {QStringLiteral("disk-full"),
         QT_TRANSLATE_NOOP(
             "spilno::cli::Sentences",
             "The city's server has no space left on its disk. Sent: %1; waiting here: %2.")},
        {QStringLiteral("not-certified"),
         QT_TRANSLATE_NOOP(
             "spilno::cli::Sentences",
             "The city does not know this device (yet). Sent: %1; waiting here: %2.")},
        {QStringLiteral("limit-exceeded"),
         QT_TRANSLATE_NOOP(
             "spilno::cli::Sentences",
             "The city's server takes no more from this device for now. Sent: %1; waiting here: "
             "%2.")},
    };
    const auto found = sentences.constFind(reason);
    if (found != sentences.cend())
        return said(*found).arg(sent).arg(waiting);
    return said(QT_TRANSLATE_NOOP(
                    "spilno::cli::Sentences",
                    "The city's server takes no changes for now (%3). Sent: %1; waiting here: %2."))
        .arg(sent)
        .arg(waiting)
        .arg(reason);
}

QString reasonSentence(const QString &code)
{
    static const QHash<QString, const char *> sentences{
        {QStringLiteral("soft"),
         QT_TRANSLATE_NOOP(
             "spilno::cli::Sentences", "taken, though somebody changed the state meanwhile")},
        {QStringLiteral("conflict"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "the state had changed meanwhile")},
        {QStringLiteral("not-certified"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "the device was not certified")},
        {QStringLiteral("no-right"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "no right to do this")},
        {QStringLiteral("unknown-record"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "it names a record that is not there")},
        {QStringLiteral("already-exists"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "it is there already")},
        {QStringLiteral("wrong-scope"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "such records do not live there")},
        {QStringLiteral("bad-field"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "a value is not of the right kind")},
        {QStringLiteral("missing-field"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "something that is needed is missing")},
        {QStringLiteral("no-such-step"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "there is no such step")},
        {QStringLiteral("closed"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "it was over already")},
        {QStringLiteral("taken"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "the name or number is taken")},
        {QStringLiteral("bad-proof"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "the proof is not right")},
        {QStringLiteral("transaction"),
         QT_TRANSLATE_NOOP("spilno::cli::Sentences", "something done together with it failed")},
    };
    const auto found = sentences.constFind(code);
    return found == sentences.cend() ? code : said(*found);
}

} // namespace spilno::cli
