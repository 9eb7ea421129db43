// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/records/ChangeWords.h"

#include "core/records/Registry.h"

#include <QDateTime>
#include <QLocale>

namespace spilno::records {

namespace {

const RecordType *typeOf(std::uint32_t number)
{
    return Registry::standard().type(number);
}

QString recordWord(const char *label)
{
    return label == nullptr ? QString() : QCoreApplication::translate("records", label);
}

} // namespace

QString ChangeWords::typeName(std::uint32_t number)
{
    const RecordType *type = typeOf(number);
    const QString name = type == nullptr ? QString() : type->name;
    const std::pair<const char *, QString> names[] = {
        {"city", tr("City")},           {"scope", tr("Part of the city")},
        {"identity", tr("Identity")},   {"signin", tr("Sign-in name")},
        {"profile", tr("Profile")},     {"invitation", tr("Invitation")},
        {"join", tr("Joining")},        {"role", tr("Role")},
        {"body", tr("Body")},           {"place", tr("Place")},
        {"category", tr("Category")},   {"request", tr("Request")},
        {"companion", tr("Reporter")},  {"comment", tr("Comment")},
        {"attachment", tr("Photo")},    {"erase", tr("Erasure")},
        {"activate", tr("Rule")},       {"numbering", tr("Prefix of numbers")},
        {"holiday", tr("Day of rest")}, {"key_grant", tr("Key")},
        {"map_layer", tr("Map layer")}, {"map_part", tr("Part of a map")},
    };
    for (const auto &[known, words] : names) {
        if (name == QLatin1String(known))
            return words;
    }
    return tr("Record");
}

QString ChangeWords::action(std::uint32_t number, const QString &action)
{
    if (action == QStringLiteral("create"))
        return tr("New");
    if (const RecordType *type = typeOf(number)) {
        for (const Step &step : type->machine.steps) {
            if (step.name == action)
                return recordWord(step.label);
        }
    }
    return tr("Edited");
}

QString ChangeWords::reason(const QString &code)
{
    const std::pair<const char *, QString> sentences[] = {
        {"conflict", tr("Somebody else moved it on before this change arrived.")},
        {"not-certified", tr("The city does not know this device, or it was withdrawn.")},
        {"no-right", tr("You have no right to this where the change was made.")},
        {"unknown-record", tr("The record it belongs to is not in the city.")},
        {"already-exists", tr("The city has such a record already.")},
        {"wrong-scope", tr("Such a record does not belong in this part of the city.")},
        {"bad-field", tr("Something in it does not fit the form.")},
        {"missing-field", tr("Something that the form needs is missing.")},
        {"no-such-step", tr("There is no such step from the state it was in.")},
        {"closed", tr("It was over by the time the change arrived.")},
        {"taken", tr("The number or the name belongs to another record.")},
        {"bad-proof", tr("The code that came with it does not fit.")},
        {"transaction", tr("Another change that belongs to it did not take effect.")},
        {"unreadable", tr("The city could not read it.")},
        {"quota", tr("It is more than the city takes from one device in a while.")},
        {"limit-exceeded", tr("It is longer or larger than the city allows.")},
        {"not-permitted", tr("The city does not take this from your device.")},
    };
    for (const auto &[known, words] : sentences) {
        if (code == QLatin1String(known))
            return words;
    }
    return code.isEmpty() ? QString() : tr("The city did not take it (%1).").arg(code);
}

QString ChangeWords::field(std::uint32_t number, const QString &name)
{
    if (name == QStringLiteral("state"))
        return tr("State");
    const RecordType *type = typeOf(number);
    const FieldDescriptor *known = type == nullptr ? nullptr : type->field(name);
    return known == nullptr || known->label == nullptr ? name : recordWord(known->label);
}

QString ChangeWords::state(std::uint32_t number, std::uint32_t state)
{
    const RecordType *type = typeOf(number);
    const State *known = type == nullptr ? nullptr : type->machine.state(state);
    return known == nullptr ? QString() : recordWord(known->label);
}

QString ChangeWords::value(
    std::uint32_t number, const QString &name, const wire::Value &value, const QTimeZone &zone)
{
    if (value.isEmpty())
        return tr("empty");
    const RecordType *type = typeOf(number);
    const FieldDescriptor *field = type == nullptr ? nullptr : type->field(name);
    const QLocale locale;
    if (field != nullptr && field->kind == FieldKind::Time)
        return locale.toString(
            QDateTime::fromMSecsSinceEpoch(value.toInteger(), zone), QLocale::ShortFormat);
    if (field != nullptr && field->kind == FieldKind::Point && value.toList().size() == 2) {
        const auto degrees = [&](std::size_t at) {
            return locale.toString(double(value.toList().at(at).toInteger()) / 1e7, 'f', 5);
        };
        return tr("%1 ; %2", "latitude ; longitude").arg(degrees(0), degrees(1));
    }
    if (value.isText())
        return value.toText();
    if (value.isBoolean())
        return value.toBoolean() ? tr("yes") : tr("no");
    if (value.isInteger())
        return locale.toString(value.toInteger());
    return tr("(not text)");
}

QString ChangeWords::roleName(Role role)
{
    switch (role) {
    case Role::Registrar:
        return tr("Registrar");
    case Role::BodyAdmin:
        return tr("Administrator");
    case Role::Clerk:
        return tr("Operator");
    case Role::Coordinator:
        return tr("Coordinator");
    case Role::Member:
        return tr("Member");
    case Role::None:
        break;
    }
    return tr("Participant");
}

QString ChangeWords::scopeName(const replica::ScopeStatus &scope)
{
    if (!scope.name.isEmpty())
        return scope.name;
    switch (scope.kind) {
    case replica::ScopeKind::Rules:
        return tr("Rules of the city");
    case replica::ScopeKind::People:
        return tr("People");
    case replica::ScopeKind::Sealed:
        return tr("Sealed part");
    case replica::ScopeKind::Content:
        break;
    }
    return tr("Part of the city");
}

} // namespace spilno::records
