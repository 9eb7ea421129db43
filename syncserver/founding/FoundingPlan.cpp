// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/founding/FoundingPlan.h"

#include "core/records/Registry.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

#include <algorithm>

static void initialiseFoundingResource()
{
    Q_INIT_RESOURCE(founding);
}

namespace spilno::server {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<base::Error> bad(const QString &what)
{
    return base::failure(base::ErrorCode::Malformed, QStringLiteral("the plan: %1").arg(what));
}

/// A text, or one of {"en": …, "uk": …}; what the language lacks is taken from the other.
QString textOf(const QJsonValue &value, PlanLanguage language)
{
    if (value.isString())
        return value.toString();
    const QJsonObject both = value.toObject();
    const QString en = both.value(u"en"_s).toString();
    const QString uk = both.value(u"uk"_s).toString();
    const bool ukrainian = language == PlanLanguage::Ukrainian;
    if (ukrainian)
        return uk.isEmpty() ? en : uk;
    return en.isEmpty() ? uk : en;
}

/// The number of a choice of a record's field; -1 when it has no such name.
qint64 choiceNumber(const QString &type, const QString &field, const QString &name)
{
    const auto &choices = records::Registry::standard().type(type)->field(field)->choices;
    const auto found = std::find(choices.begin(), choices.end(), name);
    return found == choices.end() ? -1 : found - choices.begin();
}

base::Result<records::category::QuestionKind> questionKind(const QString &name)
{
    static const QStringList names{u"text"_s,   u"number"_s,  u"yes_no"_s,
                                   u"one_of"_s, u"many_of"_s, u"notice"_s};
    const auto at = names.indexOf(name);
    if (at < 0)
        return bad(QStringLiteral("there is no kind of question %1").arg(name));
    return static_cast<records::category::QuestionKind>(at);
}

base::Result<records::category::Question> readQuestion(const QJsonObject &json)
{
    records::category::Question question;
    question.code = json.value(u"code"_s).toString();
    if (question.code.isEmpty())
        return bad(QStringLiteral("a question without a code"));
    question.label = textOf(json.value(u"label"_s), PlanLanguage::English);
    question.labelUk = textOf(json.value(u"label"_s), PlanLanguage::Ukrainian);
    SPILNO_ASSIGN(question.kind, questionKind(json.value(u"kind"_s).toString()));
    question.required = json.value(u"required"_s).toBool();
    const QJsonArray choices = json.value(u"choices"_s).toArray();
    for (const QJsonValue &choice : choices)
        question.choices.push_back(
            {choice.toObject().value(u"code"_s).toString(), textOf(choice, PlanLanguage::English),
             textOf(choice, PlanLanguage::Ukrainian)});
    return question;
}

base::Result<PlannedBody> readBody(const QJsonObject &json, PlanLanguage language)
{
    PlannedBody body;
    body.id = json.value(u"id"_s).toString();
    body.name = textOf(json.value(u"name"_s), language);
    if (body.id.isEmpty() || body.name.isEmpty())
        return bad(QStringLiteral("a body without an id or a name"));
    body.kind = choiceNumber(u"body"_s, u"kind"_s, json.value(u"kind"_s).toString());
    if (body.kind < 0)
        return bad(QStringLiteral("the kind of the body %1").arg(body.id));
    body.parent = json.value(u"parent"_s).toString();
    const QJsonArray scopes = json.value(u"scopes"_s).toArray();
    for (const QJsonValue &scope : scopes)
        body.scopes.append(textOf(scope, language));
    body.sealedScope = textOf(json.value(u"sealed_scope"_s), language);
    body.prefix = json.value(u"prefix"_s).toString();
    return body;
}

base::Result<PlannedCategory> readCategory(const QJsonObject &json, PlanLanguage language)
{
    PlannedCategory category;
    category.body = json.value(u"body"_s).toString();
    category.name = textOf(json.value(u"name"_s), PlanLanguage::English);
    category.nameUk = textOf(json.value(u"name"_s), PlanLanguage::Ukrainian);
    if (category.name.isEmpty())
        return bad(QStringLiteral("a category without a name"));
    category.description = textOf(json.value(u"description"_s), language);
    category.group = textOf(json.value(u"group"_s), language);
    category.workingDays = json.value(u"working_days"_s).toInteger();
    category.confirmDays = json.value(u"confirm_days"_s).toInteger();
    const QString publication = json.value(u"publication"_s).toString(u"at_once"_s);
    category.publication = choiceNumber(u"category"_s, u"publication"_s, publication);
    if (category.publication < 0)
        return bad(QStringLiteral("the publication of the category %1").arg(category.name));
    category.delayHours = json.value(u"delay_hours"_s).toInteger();
    category.roundM = json.value(u"round_m"_s).toInteger();
    category.danger = json.value(u"danger"_s).toBool();
    category.dangerPhone = json.value(u"danger_phone"_s).toString();
    const QJsonArray questions = json.value(u"questions"_s).toArray();
    for (const QJsonValue &question : questions) {
        SPILNO_ASSIGN(auto read, readQuestion(question.toObject()));
        category.questions.push_back(std::move(read));
    }
    return category;
}

bool isBody(const FoundingPlan &plan, const QString &id)
{
    return std::any_of(plan.bodies.begin(), plan.bodies.end(), [&id](const PlannedBody &body) {
        return body.id == id;
    });
}

} // namespace

FoundingPlan FoundingPlan::standard(PlanLanguage language)
{
    initialiseFoundingResource();
    QFile file(u":/spilno/founding/city.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    auto plan = fromJson(file.readAll(), language);
    Q_ASSERT(opened && plan);
    return std::move(*plan);
}

base::Result<FoundingPlan> FoundingPlan::fromJson(const QByteArray &json, PlanLanguage language)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return bad(error.errorString());
    FoundingPlan plan;
    plan.timeZone = object.value(u"time_zone"_s).toString(plan.timeZone);
    if (!QTimeZone(plan.timeZone.toUtf8()).isValid())
        return bad(QStringLiteral("no time zone is called %1").arg(plan.timeZone));
    const QJsonArray bodies = object.value(u"bodies"_s).toArray();
    for (const QJsonValue &item : bodies) {
        SPILNO_ASSIGN(auto body, readBody(item.toObject(), language));
        if (isBody(plan, body.id) || (!body.parent.isEmpty() && !isBody(plan, body.parent)))
            return bad(QStringLiteral("the id or parent of the body %1").arg(body.id));
        plan.bodies.push_back(std::move(body));
    }
    if (plan.bodies.empty())
        return bad(QStringLiteral("no body"));
    const QJsonArray categories = object.value(u"categories"_s).toArray();
    for (const QJsonValue &item : categories) {
        SPILNO_ASSIGN(auto category, readCategory(item.toObject(), language));
        if (!category.body.isEmpty() && !isBody(plan, category.body))
            return bad(QStringLiteral("the body of the category %1").arg(category.name));
        plan.categories.push_back(std::move(category));
    }
    return plan;
}

} // namespace spilno::server
