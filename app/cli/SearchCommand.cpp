// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SearchCommand.h"

#include "app/cli/Interrupt.h"
#include "app/cli/RecordJson.h"
#include "app/cli/Workplace.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>

namespace spilno::cli {

using base::ErrorCode;
using replica::Replica;

namespace {

constexpr int kHitsDefault = 20;
constexpr int kHitsMax = 1000;
constexpr int kPollMs = 50;
constexpr int kPatienceMs = 300'000; ///< Then the answer says that it is not complete.

QJsonArray marksToJson(const QList<replica::SearchMark> &marks)
{
    QJsonArray array;
    for (const replica::SearchMark &mark : marks)
        array.append(QJsonArray{static_cast<qint64>(mark.begin), static_cast<qint64>(mark.length)});
    return array;
}

} // namespace

Syntax SearchCommand::syntax() const
{
    return {
        .name = QStringLiteral("search"),
        .operands = QStringLiteral("TEXT [--type TYPE] [--limit N] [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .values = {QStringLiteral("type"), QStringLiteral("limit")},
        .summary = tr("find words in the texts of records")};
}

void SearchCommand::awaitIndex(Replica &replica)
{
    replica.startSearch();
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&replica, &loop] {
        if (replica.isSearchComplete() || Interrupt::happened())
            loop.quit();
    });
    poll.start(kPollMs);
    QTimer::singleShot(kPatienceMs, &loop, &QEventLoop::quit);
    if (!replica.isSearchComplete())
        loop.exec();
}

base::Result<> SearchCommand::run(Surroundings &around)
{
    Replica::SearchQuestion question;
    question.text = around.line.operand(0);
    question.limit = kHitsDefault;
    if (around.line.has(QStringLiteral("type"))) {
        SPILNO_ASSIGN(
            const records::RecordType *type,
            Workplace::type(around, around.line.value(QStringLiteral("type"))));
        question.types.append(type->name);
    }
    if (around.line.has(QStringLiteral("limit"))) {
        question.limit = around.line.value(QStringLiteral("limit")).toInt();
        if (question.limit < 1 || question.limit > kHitsMax)
            return around.terminal.fail(
                ErrorCode::InvalidArgument, tr("--limit is a number from 1 to %1.").arg(kHitsMax));
    }
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Optional));
    awaitIndex(place->replica());
    SPILNO_ASSIGN(const Replica::SearchAnswer found, waitFor(place->replica().search(question)));
    QJsonArray items;
    QStringList lines;
    for (const Replica::Found &one : found.items) {
        const QString id = one.record.entity.toHex();
        items.append(QJsonObject{
            {QStringLiteral("type"), one.typeName},
            {QStringLiteral("id"), id},
            {QStringLiteral("title"), one.title},
            {QStringLiteral("title_marks"), marksToJson(one.titleMarks)},
            {QStringLiteral("snippet"), one.snippet},
            {QStringLiteral("snippet_marks"), marksToJson(one.snippetMarks)}});
        lines.append(QStringLiteral("%1  %2  %3").arg(one.typeName, id, one.title));
    }
    if (lines.isEmpty())
        lines.append(tr("Nothing found."));
    around.terminal.answer(
        {{QStringLiteral("items"), items},
         {QStringLiteral("complete"), found.isComplete},
         {QStringLiteral("capped"), found.isCapped},
         {QStringLiteral("corrections"), QJsonArray::fromStringList(found.corrections)}},
        lines.join(QLatin1Char('\n')));
    return {};
}

} // namespace spilno::cli
