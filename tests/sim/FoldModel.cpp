// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/FoldModel.h"

#include "core/records/Judge.h"
#include "tests/sim/ModelValues.h"

#include <algorithm>

namespace spilno::sim {

using namespace Qt::StringLiterals;
using records::RecordType;

namespace {

/// docs/protocol/records.md: nobody's clock counts for more than a minute ahead of the city's.
constexpr qint64 kAheadMs = 60'000;

base::Hlc competing(const LogView::Change &change)
{
    return std::min(change.hlc, base::hlcFromMs(change.recordedMs + kAheadMs));
}

qint64 shownMs(const LogView::Change &change)
{
    return base::hlcMs(competing(change));
}

bool isGood(const QString &verdict)
{
    return verdict.isEmpty() || verdict == "soft"_L1;
}

/// What fails takes its transaction with it; what is a duplicate, or kept, does not.
bool isFailure(const QString &verdict)
{
    return !isGood(verdict) && verdict != "duplicate"_L1 && verdict != "kept"_L1;
}

} // namespace

std::vector<ModelRecord::Version> ModelRecord::versions(const records::FieldDescriptor &field) const
{
    std::vector<Version> all;
    for (const LogView::Change *change : changes) {
        const wire::FieldChange *written = change->payload->field(field.key);
        if (written == nullptr)
            continue;
        const bool adds = written->mode == wire::FieldMode::Add ||
                          written->mode == wire::FieldMode::AddStructural;
        std::erase_if(all, [&](const Version &version) {
            const auto &seen = written->refs;
            return !adds && std::find(seen.begin(), seen.end(), version.from->op) != seen.end();
        });
        if (written->mode == wire::FieldMode::Remove)
            continue;
        const bool isLost = wire::hasErasableValue(written->mode) &&
                            (change->valuesAbsent || !records::fits(field, written->value));
        all.push_back({change, competing(*change), isLost ? wire::Value() : written->value});
    }
    if (field.merge == records::MergeClass::Register)
        std::stable_sort(all.begin(), all.end(), [](const Version &a, const Version &b) {
            return std::tie(b.hlc, b.from->feed, b.from->seq) <
                   std::tie(a.hlc, a.from->feed, a.from->seq);
        });
    return all;
}

wire::Value ModelRecord::value(const QString &name) const
{
    const auto all = versions(*type->field(name));
    return all.empty() ? wire::Value() : all.front().value;
}

QString ModelRecord::line() const
{
    qint64 changedMs = 0;
    for (const LogView::Change *change : changes)
        changedMs = std::max(changedMs, shownMs(*change));
    bool conflicted = false;
    QString registers;
    QString sets;
    for (const records::FieldDescriptor &field : type->fields) {
        const std::vector<Version> all = versions(field);
        const auto text = [](const wire::Value &value) {
            return QString::fromLatin1(value.encoded().toHex());
        };
        if (field.merge == records::MergeClass::Register) {
            conflicted = conflicted || all.size() > 1;
            registers +=
                u' ' + field.name + u'=' + text(all.empty() ? wire::Value() : all.front().value);
        } else if (field.merge == records::MergeClass::Set) {
            for (const Version &version : all)
                sets += u' ' + field.name + u'+' + text(version.value);
        }
    }
    return type->name + u' ' + entity.toHex() + u' ' + author.toHex().left(8) + u' ' +
           QString::number(shownMs(*changes.front())) + u' ' + QString::number(changedMs) +
           u" state "_s + QString::number(state) + (conflicted ? u"!"_s : QString()) + registers +
           sets;
}

FoldModel::FoldModel(const QByteArray &genesis)
    : m_city(wire::decodeCityGenesis(base::view(genesis)).value())
    , m_cityId(wire::cityId(base::view(genesis)))
{
    m_scopes[wire::rulesScope(m_cityId)] = {records::Home::Rules, {}};
    m_scopes[wire::peopleScope(m_cityId)] = {records::Home::People, {}};
}

void FoldModel::fold(const LogView &log)
{
    std::vector<const Change *> all;
    for (const auto &[scope, changes] : log.scopes()) {
        for (const Change &change : changes)
            all.push_back(&change);
    }
    std::sort(all.begin(), all.end(), [](const Change *a, const Change *b) {
        return a->logIndex < b->logIndex;
    });
    std::vector<const Change *> transaction;
    for (const Change *change : all) {
        transaction.push_back(change);
        if (change->txn != 0)
            continue;
        foldTransaction(transaction);
        transaction.clear();
    }
}

void FoldModel::foldTransaction(const std::vector<const Change *> &transaction)
{
    Records made; // what the transaction touches, as it leaves it
    std::vector<QString> found;
    bool failed = false;
    for (const Change *change : transaction) {
        found.push_back(judged(*change, made));
        m_ops.emplace(change->scope, change->op);
        failed = failed || isFailure(found.back());
        if (!isGood(found.back()))
            continue;
        if (const ModelRecord *known = find(change->entity, made))
            made.insert({change->entity, *known});
        take(made, *change);
    }
    for (std::size_t i = 0; i < transaction.size(); ++i) {
        const Change &change = *transaction[i];
        if (failed && isGood(found[i]))
            found[i] = u"transaction"_s;
        m_verdicts[{change.scope, change.position}] = found[i];
    }
    if (!failed) {
        for (auto &[entity, record] : made)
            m_records[entity] = std::move(record);
    }
    for (std::size_t i = 0; i < transaction.size(); ++i) {
        if (isGood(found[i]))
            act(*transaction[i]);
    }
    for (std::size_t i = 0; i < transaction.size(); ++i) {
        const Change &change = *transaction[i];
        if (change.payload && (isFailure(found[i]) || found[i] == "soft"_L1))
            m_unsettled[{change.scope, change.position}] = {change.op, change.entity};
    }
}

void FoldModel::take(Records &records, const Change &change)
{
    ModelRecord &record = records[change.entity];
    if (record.type == nullptr) {
        record.type = records::Registry::standard().type(change.type);
        record.entity = change.entity;
        record.scope = change.scope;
        record.author = change.person;
        record.state = record.type->machine.initial;
        record.stateSinceMs = change.recordedMs;
    }
    record.changes.push_back(&change);
    if (const auto &step = change.payload->transition) {
        record.state = step->to;
        record.lastStep = change.op;
        record.stateSinceMs = change.recordedMs;
    }
}

void FoldModel::act(const Change &change)
{
    const ModelRecord &record = m_records.at(change.entity);
    const QString &type = record.type->name;
    const bool creates = change.payload->create.has_value();
    const bool steps = change.payload->transition.has_value();
    if (type == "scope"_L1 && creates)
        m_scopes[wire::scopeId(m_cityId, change.op)] = {
            record.value(u"kind"_s).toInteger() == 1 ? records::Home::Sealed
                                                     : records::Home::Content,
            model::idOf<base::EntityId>(record.value(u"body"_s))};
    else if (type == "identity"_L1)
        actIdentity(change, record);
    else if (type == "role"_L1 && creates)
        m_grants.push_back(
            {model::idOf<base::PersonId>(record.value(u"person"_s)),
             static_cast<records::Role>(record.value(u"role"_s).toInteger()),
             model::idOf<base::EntityId>(record.value(u"body"_s)), record.entity});
    else if (type == "join"_L1 && creates)
        grantByJoin(change, record);
    else if (type == "request"_L1 && creates && !record.value(u"number"_s).isEmpty())
        m_names.emplace(model::numberName(change), record.entity);
    if (type == "numbering"_L1) {
        const QByteArray prefix = record.value(u"prefix"_s).toText().toUtf8();
        m_names.emplace("prefix/" + prefix, record.entity);
        if (const wire::FieldChange *device = change.payload->field(1))
            m_prefixes.emplace(model::idOf<base::PublicKey>(device->value), prefix);
    }
    if (steps && (type == "role"_L1 || type == "join"_L1)) {
        for (Grant &grant : m_grants)
            grant.ended = grant.ended || grant.by == record.entity;
    }
    if (type == "erase"_L1 && creates) {
        for (const base::OpId &op : model::opsIn(change.payload->extraOf(wire::kExtraErases)))
            m_takenBack.emplace(
                op, change.person, change.scope,
                model::idOf<base::EntityId>(record.value(u"target"_s)));
    }
    for (const base::OpId &op : change.payload->settles) {
        std::erase_if(m_unsettled, [&](const auto &one) {
            return one.second == std::pair(op, change.entity);
        });
    }
}

void FoldModel::actIdentity(const Change &change, const ModelRecord &record)
{
    const auto certify = [&](const base::PublicKey &key) {
        m_names.emplace("device/" + key.toByteArray(), record.entity);
        m_devices.emplace(key, Device{change.person});
    };
    if (change.payload->create) {
        m_names.emplace("person/" + change.person.toByteArray(), record.entity);
        certify(change.device);
    }
    if (const wire::FieldChange *added = change.payload->field(1))
        certify(model::idOf<base::PublicKey>(added->value.toList().front()));
    if (const wire::FieldChange *revoked = change.payload->field(2))
        m_devices.at(model::idOf<base::PublicKey>(revoked->value)).ended = true;
}

void FoldModel::grantByJoin(const Change &change, const ModelRecord &record)
{
    const auto invitation = model::idOf<base::EntityId>(record.value(u"invitation"_s));
    const ModelRecord &invited = m_records.at(invitation);
    const auto role = static_cast<records::Role>(invited.value(u"role"_s).toInteger());
    ++m_uses[invitation];
    if (role != records::Role::None)
        m_grants.push_back(
            {change.person, role, model::idOf<base::EntityId>(invited.value(u"body"_s)),
             record.entity});
}

QString FoldModel::shown() const
{
    QStringList lines;
    for (const auto &[entity, record] : m_records)
        lines.append(record.line());
    lines.sort();
    return lines.join(u'\n');
}

QString FoldModel::unsettled() const
{
    QStringList lines;
    for (const auto &[place, one] : m_unsettled)
        lines.append(m_verdicts.at(place) + u' ' + one.first.toHex());
    lines.sort();
    return lines.join(u'\n');
}

bool FoldModel::isTakenBack(const Change &change) const
{
    return m_takenBack.contains({change.op, change.person, change.scope, change.entity});
}

QString FoldModel::roles() const
{
    std::set<QString> lines;
    for (const Grant &grant : m_grants) {
        if (!grant.ended)
            lines.insert(
                grant.person.toHex() + u' ' + QString::number(static_cast<int>(grant.role)) + u' ' +
                grant.body.toHex());
    }
    return QStringList(lines.begin(), lines.end()).join(u'\n');
}

base::PersonId FoldModel::personOf(const base::PublicKey &device) const
{
    const auto found = m_devices.find(device);
    return found == m_devices.end() || found->second.ended ? base::PersonId()
                                                           : found->second.person;
}

} // namespace spilno::sim
