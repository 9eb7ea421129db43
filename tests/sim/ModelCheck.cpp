// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/ModelCheck.h"

#include "tests/sim/Invariants.h"
#include "tests/sim/ModelValues.h"

namespace spilno::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kRoleRecord = 8;

} // namespace

void ModelCheck::compare(const char *what, const QString &ours, const QString &models)
{
    if (ours != models)
        m_marks.wrong(
            u"I16"_s,
            QLatin1String(what) + u" differ from the model: "_s + firstDifference(ours, models));
}

void ModelCheck::checkAll()
{
    compare("records", shownOf(m_database), m_model.shown());
    checkVerdicts();
    checkConflicts();
    checkTakenBack();
    checkAuthority();
}

void ModelCheck::checkVerdicts()
{
    std::set<base::EntityId> entities;
    for (const auto &[scope, changes] : m_log.scopes()) {
        for (const LogView::Change &change : changes)
            entities.insert(change.entity);
    }
    // The same op, at the same position, may name the same record in two scopes.
    std::map<std::tuple<base::EntityId, base::ScopeId, std::uint64_t>, QString> verdicts;
    for (const base::EntityId &entity : entities) {
        const auto history = m_database.history(entity);
        for (const replica::HistoryItem &item : *history)
            verdicts[{entity, item.scope, item.position}] = item.verdict;
    }
    QStringList ours;
    QStringList models;
    for (const auto &[scope, changes] : m_log.scopes()) {
        for (const LogView::Change &change : changes) {
            const QString place = scope.toHex().left(8) + u' ' + QString::number(change.position) +
                                  u' ' + change.op.toHex().left(8) + u' ';
            const QString verdict = m_model.verdicts().at({scope, change.position});
            ours.append(place + verdicts[{change.entity, scope, change.position}]);
            models.append(place + verdict);
            m_marks.hit(u"judged: "_s + (verdict.isEmpty() ? u"applied"_s : verdict));
        }
    }
    compare("verdicts", ours.join(u'\n'), models.join(u'\n'));
}

void ModelCheck::checkConflicts()
{
    const auto conflicts = m_database.conflicts(100'000);
    QStringList lines;
    for (const replica::Conflict &one : *conflicts) {
        if (one.versions.empty()) // of registers: shown as such by the record
            lines.append(one.reason + u' ' + one.op.toHex());
        else
            m_marks.hit(u"two values of a field"_s);
    }
    lines.sort();
    compare("conflicts", lines.join(u'\n'), m_model.unsettled());
}

/// Nothing is taken back but what its author asked for, and all of that.
void ModelCheck::checkTakenBack()
{
    for (const auto &[scope, changes] : m_log.scopes()) {
        for (const LogView::Change &change : changes) {
            if (change.valuesAbsent != m_model.isTakenBack(change))
                m_marks.wrong(
                    u"I16"_s, change.valuesAbsent ? u"values are gone that nobody took back"_s
                                                  : u"values stand that were taken back"_s);
        }
    }
}

void ModelCheck::checkAuthority()
{
    std::set<base::PersonId> people;
    std::set<base::PublicKey> devices;
    for (const auto &[scope, changes] : m_log.scopes()) {
        for (const LogView::Change &change : changes) {
            people.insert(change.person);
            if (change.type == kRoleRecord && change.payload) // who may never have written
                people.insert(model::idOf<base::PersonId>(model::written(change, 1)));
            devices.insert(change.device);
        }
    }
    QStringList roles;
    for (const base::PersonId &person : people) {
        const auto held = m_database.rolesOf(person);
        for (const replica::HeldRole &one : *held)
            roles.append(
                person.toHex() + u' ' + QString::number(static_cast<int>(one.role)) + u' ' +
                one.body.toHex());
    }
    roles.sort();
    compare("roles", roles.join(u'\n'), m_model.roles());
    for (const base::PublicKey &device : devices) {
        const auto person = m_database.personOf(device);
        if (!person || person->value_or(base::PersonId()) != m_model.personOf(device))
            m_marks.wrong(u"I16"_s, u"a device is certified otherwise than in the model"_s);
    }
}

} // namespace spilno::sim
