// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Registry.h"
#include "core/records/Roles.h"
#include "core/wire/Genesis.h"
#include "tests/sim/LogView.h"

#include <initializer_list>
#include <set>

namespace spilno::sim {

/// A record as the model has it: the changes that took effect, in order, and where it stands.
struct ModelRecord
{
    /// A value of a register, or an element of a set, that nothing has superseded.
    struct Version
    {
        const LogView::Change *from = nullptr;
        base::Hlc hlc = 0;
        wire::Value value;
    };

    const records::RecordType *type = nullptr;
    base::EntityId entity;
    base::ScopeId scope;
    base::PersonId author;
    std::vector<const LogView::Change *> changes;
    std::uint32_t state = 0;
    base::OpId lastStep;
    qint64 stateSinceMs = 0;

    /// Of a register the shown one first, of a set in the order of the log.
    [[nodiscard]] std::vector<Version> versions(const records::FieldDescriptor &field) const;
    [[nodiscard]] wire::Value value(const QString &field) const;
    /// The line of Invariants' shownOf().
    [[nodiscard]] QString line() const;
};

/// What a whole log means, told in the plainest way from docs/protocol/records.md: one change after
/// the other as the log has them, everything in memory, nothing kept that can be worked out again.
/// It shares the codec, the signatures and the tables of the types with the program; of the fold,
/// the judge and the rules it shares nothing. Types the simulation does not write are not in it.
class FoldModel
{
public:
    explicit FoldModel(const QByteArray &genesis);

    void fold(const LogView &log);

    using Place = std::pair<base::ScopeId, std::uint64_t>;
    /// The verdict of every change by its place, as records::verdictName() has it.
    [[nodiscard]] const std::map<Place, QString> &verdicts() const { return m_verdicts; }
    /// All records, as Invariants' shownOf() writes them.
    [[nodiscard]] QString shown() const;
    /// What did not take effect, or only just, and is not settled: "verdict op", sorted.
    [[nodiscard]] QString unsettled() const;
    /// Whether the values of a change were taken back.
    [[nodiscard]] bool isTakenBack(const LogView::Change &change) const;
    /// The roles of all people at the end: "person role body", sorted.
    [[nodiscard]] QString roles() const;
    /// Whose device it is at the end; null: nobody's.
    [[nodiscard]] base::PersonId personOf(const base::PublicKey &device) const;

private:
    struct Grant
    {
        base::PersonId person;
        records::Role role = records::Role::None;
        base::EntityId body;
        base::EntityId by;
        bool ended = false;
    };
    struct Device
    {
        base::PersonId person;
        bool ended = false;
    };
    struct Scope
    {
        records::Home home = records::Home::Content;
        base::EntityId body;
    };
    using Change = LogView::Change;
    using Records = std::map<base::EntityId, ModelRecord>;
    static inline const QString kFine; ///< The verdict of what took effect.

    void foldTransaction(const std::vector<const Change *> &transaction);
    static void take(Records &records, const Change &change);
    void act(const Change &change);
    void actIdentity(const Change &change, const ModelRecord &record);
    void grantByJoin(const Change &change, const ModelRecord &record);

    // The steps of «How a change is judged», each with what it finds.
    [[nodiscard]] QString judged(const Change &change, const Records &records) const;
    [[nodiscard]] QString judgeFields(const Change &change, const ModelRecord *record) const;
    [[nodiscard]] QString judgeCreation(const Change &change) const;
    [[nodiscard]] QString judgeStep(const Change &change, const ModelRecord &record) const;
    [[nodiscard]] QString judgeByRule(
        const Change &change, const ModelRecord *record, const Records &records) const;
    [[nodiscard]] QString ruleOfIdentity(const Change &change, bool creates) const;
    [[nodiscard]] QString ruleOfRole(const Change &change) const;
    [[nodiscard]] QString ruleOfInvitation(const Change &change) const;
    [[nodiscard]] QString ruleOfJoin(const Change &change, const Records &records) const;
    [[nodiscard]] QString ruleOfNumbering(const Change &change) const;
    [[nodiscard]] QString ruleOfRequest(const Change &change) const;
    [[nodiscard]] QString ruleOfRequestStep(const Change &change, const ModelRecord &record) const;
    [[nodiscard]] QString ruleOfComment(const Change &change, const Records &records) const;

    [[nodiscard]] bool may(
        records::Right right, const Change &change, const ModelRecord *record) const;
    /// Whether the person has one of the roles in the body of the scope or of the record.
    [[nodiscard]] bool serves(
        std::initializer_list<records::Role> roles,
        const Change &change,
        const ModelRecord *record) const;
    [[nodiscard]] bool isStaff(const Change &change, const ModelRecord *record) const;
    [[nodiscard]] bool isRegistrar(const Change &change) const;
    [[nodiscard]] bool holds(
        const base::PersonId &person, records::Role role, const base::EntityId &body) const;
    [[nodiscard]] bool isCertified(
        const base::PublicKey &device, const base::PersonId &person) const;
    /// The record in this transaction or before it.
    [[nodiscard]] const ModelRecord *find(
        const base::EntityId &entity, const Records &records) const;
    [[nodiscard]] bool isTaken(const QByteArray &name, const base::EntityId &by) const;

    wire::CityGenesis m_city;
    base::CityId m_cityId;
    Records m_records;
    std::map<base::ScopeId, Scope> m_scopes;
    std::map<base::PublicKey, Device> m_devices;
    std::vector<Grant> m_grants;
    std::map<QByteArray, base::EntityId> m_names;
    std::set<std::pair<base::PublicKey, QByteArray>> m_prefixes;
    std::map<base::EntityId, int> m_uses;
    std::set<std::pair<base::ScopeId, base::OpId>> m_ops;
    std::set<std::tuple<base::OpId, base::PersonId, base::ScopeId, base::EntityId>> m_takenBack;
    std::map<Place, QString> m_verdicts;
    std::map<Place, std::pair<base::OpId, base::EntityId>> m_unsettled;
};

} // namespace spilno::sim
