// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"

#include <algorithm>

namespace spilno::records {

const FieldDescriptor *RecordType::field(std::uint32_t key) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [key](const FieldDescriptor &f) { return f.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

const FieldDescriptor *RecordType::field(const QString &wanted) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&wanted](const auto &f) { return f.name == wanted; });
    return found == fields.end() ? nullptr : &*found;
}

const State *StateMachine::state(std::uint32_t number) const
{
    const auto found = std::find_if(
        states.begin(), states.end(), [number](const State &s) { return s.number == number; });
    return found == states.end() ? nullptr : &*found;
}

const FieldDescriptor *RecordType::pointField() const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [](const auto &field) {
        return field.kind == FieldKind::Point;
    });
    return found == fields.end() ? nullptr : &*found;
}

const State *StateMachine::state(const QString &name) const
{
    const auto found = std::find_if(
        states.begin(), states.end(), [&name](const State &s) { return s.name == name; });
    return found == states.end() ? nullptr : &*found;
}

const Step *StateMachine::step(std::uint32_t from, std::uint32_t to) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [from, to](const Step &s) {
        return s.from == from && s.to == to;
    });
    return found == steps.end() ? nullptr : &*found;
}

const Step *StateMachine::step(std::uint32_t from, const QString &name) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [from, &name](const Step &s) {
        return s.from == from && s.name == name;
    });
    return found == steps.end() ? nullptr : &*found;
}

void Registry::add(RecordType type)
{
    Q_ASSERT(type.number != 0 && !type.name.isEmpty());
    Q_ASSERT(!this->type(type.number) && !this->type(type.name));
    for (const FieldDescriptor &field : type.fields)
        Q_ASSERT(!(field.personal && field.placement == Placement::Structural));
    std::sort(type.fields.begin(), type.fields.end(), [](const auto &a, const auto &b) {
        return a.key < b.key;
    });
    m_types.emplace(type.number, std::move(type));
}

const RecordType *Registry::type(std::uint32_t number) const
{
    const auto found = m_types.find(number);
    return found == m_types.end() ? nullptr : &found->second;
}

const RecordType *Registry::type(const QString &name) const
{
    for (const auto &[number, type] : m_types) {
        if (type.name == name)
            return &type;
    }
    return nullptr;
}

std::vector<const RecordType *> Registry::types() const
{
    std::vector<const RecordType *> all;
    for (const auto &[number, type] : m_types)
        all.push_back(&type);
    return all;
}

const Registry &Registry::standard()
{
    static const Registry registry = [] {
        Registry all;
        registerAllRecords(all);
        return all;
    }();
    return registry;
}

} // namespace spilno::records
