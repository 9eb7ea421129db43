// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/LieWords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

namespace spilno::log {

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("LieWords", text);
}

const char *plainLie(LieKind kind)
{
    switch (kind) {
    case LieKind::TwoFaces:
        return QT_TRANSLATE_NOOP("LieWords", "it signed two different states of one log");
    case LieKind::RewrittenLog:
        return QT_TRANSLATE_NOOP("LieWords", "it put another change in the place of a logged one");
    case LieKind::DroppedChange:
        return QT_TRANSLATE_NOOP(
            "LieWords", "it gave its receipt for a change and then left the change out");
    case LieKind::ReplacedChange:
        return QT_TRANSLATE_NOOP(
            "LieWords", "it gave its receipt for a change and logged another one in its place");
    case LieKind::PositionTwice:
        return QT_TRANSLATE_NOOP("LieWords", "it gave one position to two different changes");
    case LieKind::HeldBack:
    case LieKind::HeldBackReceipted:
        return QT_TRANSLATE_NOOP("LieWords", "it held back changes that are in its log");
    case LieKind::ChangedHistory:
    case LieKind::TwoHistories:
        return QT_TRANSLATE_NOOP("LieWords", "it signed two different histories");
    case LieKind::WentBack:
        return QT_TRANSLATE_NOOP("LieWords", "it took back changes that it had signed");
    case LieKind::WrongTime:
    case LieKind::TimeBeforeReceipt:
        break;
    }
    return QT_TRANSLATE_NOOP("LieWords", "it signed a time that can not be true");
}

const char *plainInnocence(LieFinding finding)
{
    switch (finding) {
    case LieFinding::OtherEpoch:
        return QT_TRANSLATE_NOOP(
            "LieWords", "its statements lie before and after a restore of the server");
    case LieFinding::Equal:
        return QT_TRANSLATE_NOOP("LieWords", "its statements agree");
    case LieFinding::OtherSize:
        return QT_TRANSLATE_NOOP("LieWords", "the log grew between its statements");
    case LieFinding::OtherIndex:
    case LieFinding::OtherPosition:
        return QT_TRANSLATE_NOOP("LieWords", "its statements are about different places");
    case LieFinding::InTime:
        return QT_TRANSLATE_NOOP("LieWords", "its times are as they may be");
    case LieFinding::Included:
        return QT_TRANSLATE_NOOP("LieWords", "what it says is missing is there");
    case LieFinding::NotIncluded:
        return QT_TRANSLATE_NOOP("LieWords", "the change came after the state it is missed in");
    case LieFinding::NotLarger:
        return QT_TRANSLATE_NOOP("LieWords", "the smaller state is the earlier one");
    case LieFinding::NotLower:
        return QT_TRANSLATE_NOOP("LieWords", "nothing became less");
    case LieFinding::Absent:
    case LieFinding::Lie:
        break;
    }
    return QT_TRANSLATE_NOOP(
        "LieWords", "nothing stands under the name it gives, which may be a wrong one");
}

/// A name from a stranger's file, without what could move a terminal's cursor or turn the text.
QString shownName(const QString &name)
{
    QString shown;
    for (const QChar letter : name)
        shown += letter.isPrint() ? letter : QChar(u' ');
    return shown.simplified();
}

QString provesNothing(const char *why)
{
    return QCoreApplication::translate("LieWords", "This proves nothing: %1.").arg(inWords(why));
}

} // namespace

QString lieWords(LieKind kind)
{
    return inWords(plainLie(kind));
}

QString lieSentence(const LieVerdict &verdict)
{
    const QString when = QDateTime::fromMSecsSinceEpoch(verdict.laterMs, Qt::UTC)
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return QCoreApplication::translate(
               "LieWords",
               "The server of the city “%1” (fingerprint %2, server key %3) lied on %4 UTC: %5.")
        .arg(
            shownName(verdict.cityName), verdict.city.toHex(), verdict.key.toHex(), when,
            lieWords(verdict.kind));
}

QString innocenceSentence(LieFinding finding)
{
    return provesNothing(plainInnocence(finding));
}

QString innocenceSentence(const base::Error &refusal)
{
    if (refusal.code == base::ErrorCode::WrongCity)
        return provesNothing(QT_TRANSLATE_NOOP("LieWords", "a statement in it is of another city"));
    return provesNothing(
        QT_TRANSLATE_NOOP("LieWords", "a statement in it is not signed by the city's server"));
}

} // namespace spilno::log
