// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/request/RequestRule.h"
#include "tests/support/RecordBench.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::records;
using namespace spilno::test;

namespace {

/// A department with its scope, a clerk and a citizen.
struct Department
{
    RecordBench bench;
    base::EntityId body = bench.newId<base::EntityId>();
    base::ScopeId scope = bench.newScope(Home::Content, body);
    RecordBench::Actor clerk = bench.newPersonWith(Role::Clerk, body);
    RecordBench::Actor citizen = bench.newPerson();
    RecordBench::Actor stranger = bench.newPerson();

    base::EntityId report(RecordBench::Fields more = {})
    {
        more.push_back({"title", text("Яма на дорозі")});
        return bench.make(citizen, scope, "request", more);
    }
    Verdict act(
        const RecordBench::Actor &actor,
        const base::EntityId &entity,
        const char *step,
        const RecordBench::Fields &fields = {})
    {
        return bench.fold(bench.edit(actor, entity, fields, step));
    }
    Verdict create(const RecordBench::Actor &actor, RecordBench::Fields fields)
    {
        fields.push_back({"title", text("Не горить ліхтар")});
        return bench.fold(bench.creation(actor, scope, "request", fields));
    }
    base::EntityId done()
    {
        const base::EntityId entity = report();
        act(clerk, entity, "finish", {{"note", text("Засипано")}});
        return entity;
    }
};

} // namespace

class RequestRuleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRequestLivesFromRegistrationToTheReportersWord()
    {
        Department department;
        const base::EntityId entity = department.report();
        QCOMPARE(department.bench.state(entity), QStringLiteral("registered"));
        QCOMPARE(
            department.act(department.clerk, entity, "ask", {{"note", text("Де саме?")}}),
            Verdict::Applied);
        QCOMPARE(
            department.act(department.citizen, entity, "reply", {{"note", text("Біля школи")}}),
            Verdict::Applied);
        QCOMPARE(department.act(department.clerk, entity, "assign"), Verdict::Applied);
        QCOMPARE(department.act(department.clerk, entity, "start"), Verdict::Applied);
        QCOMPARE(
            department.act(department.clerk, entity, "finish", {{"answer", text("Засипано")}}),
            Verdict::Applied);
        QCOMPARE(department.act(department.citizen, entity, "confirm"), Verdict::Applied);
        QCOMPARE(department.bench.state(entity), QStringLiteral("closed"));
        QCOMPARE(
            department.act(department.citizen, entity, "reopen", {{"note", text("Знову")}}),
            Verdict::Applied);
        QCOMPARE(department.bench.state(entity), QStringLiteral("registered"));
    }

    void stepsOfTheOfficeAreTheOffices()
    {
        Department department;
        const base::EntityId entity = department.report();
        QCOMPARE(department.act(department.citizen, entity, "assign"), Verdict::NoRight);
        QCOMPARE(department.act(department.stranger, entity, "start"), Verdict::NoRight);
        department.act(department.clerk, entity, "finish", {{"note", text("Так")}});
        QCOMPARE(department.act(department.clerk, entity, "confirm"), Verdict::NoRight);
        QCOMPARE(department.act(department.stranger, entity, "confirm"), Verdict::NoRight);
    }

    void aStepThatNeedsASentenceHasOne()
    {
        Department department;
        const base::EntityId entity = department.report();
        QCOMPARE(department.act(department.clerk, entity, "ask"), Verdict::MissingField);
        QCOMPARE(
            department.act(department.clerk, entity, "refuse", {{"note", text("Ні")}}),
            Verdict::MissingField);
        QCOMPARE(
            department.act(department.clerk, entity, "refuse", {{"reason", text("Не наше")}}),
            Verdict::Applied);
    }

    void aDuplicateNamesAnotherRequest()
    {
        Department department;
        const base::EntityId first = department.report();
        const base::EntityId second = department.report();
        QCOMPARE(department.act(department.clerk, second, "duplicate"), Verdict::MissingField);
        QCOMPARE(
            department.act(
                department.clerk, second, "duplicate", {{"duplicate_of", idValue(second)}}),
            Verdict::MissingField);
        QCOMPARE(
            department.act(
                department.clerk, second, "duplicate", {{"duplicate_of", idValue(first)}}),
            Verdict::Applied);
    }

    void theStepOfAStateThatIsOverIsAConflict()
    {
        Department department;
        const base::EntityId entity = department.report();
        FoldChange late = department.bench.edit(department.clerk, entity, {}, "assign");
        department.act(department.clerk, entity, "start");
        QCOMPARE(department.bench.fold(late), Verdict::Conflict);
        QCOMPARE(department.bench.state(entity), QStringLiteral("in_progress"));
    }

    void onlyWhatWasImportedClosesAtOnce()
    {
        Department department;
        const base::EntityId entity = department.report();
        QCOMPARE(department.act(department.clerk, entity, "close"), Verdict::NoRight);
        const wire::Value imported = number(static_cast<qint64>(request::Source::Import));
        QCOMPARE(department.create(department.citizen, {{"source", imported}}), Verdict::NoRight);
        const base::EntityId old = department.bench.make(
            department.clerk, department.scope, "request",
            {{"title", text("Pothole")},
             {"source", imported},
             {"opened", number(1'262'304'000'000)},
             {"closed", number(1'262'390'400'000)}});
        QCOMPARE(department.act(department.clerk, old, "close"), Verdict::Applied);
    }

    void theWordsOfTheOfficeComeFromTheOffice()
    {
        Department department;
        QCOMPARE(
            department.create(department.citizen, {{"answer", text("Усе зроблено")}}),
            Verdict::NoRight);
        QCOMPARE(department.create(department.citizen, {{"target", number(1)}}), Verdict::NoRight);
        QCOMPARE(department.create(department.citizen, {{"opened", number(1)}}), Verdict::Applied);
        const base::EntityId entity = department.report();
        const auto edit = [&](const RecordBench::Actor &actor, const char *field) {
            return department.bench.fold(
                department.bench.edit(actor, entity, {{field, text("Слова")}}));
        };
        QCOMPARE(edit(department.citizen, "answer"), Verdict::NoRight);
        QCOMPARE(edit(department.clerk, "answer"), Verdict::Applied);
        QCOMPARE(edit(department.clerk, "title"), Verdict::NoRight);
        QCOMPARE(edit(department.citizen, "title"), Verdict::Applied);
        QCOMPARE(edit(department.stranger, "text"), Verdict::NoRight);
    }

    void aNumberIsGrantedCanonicalAndFreeInItsScope()
    {
        Department department;
        const wire::Value taken = text("Ш7-0412");
        QCOMPARE(department.create(department.clerk, {{"number", taken}}), Verdict::NoRight);
        department.bench.authority.grantPrefix(
            department.clerk.device, QByteArray("Ш7"), department.bench.logIndex + 2);
        QCOMPARE(department.create(department.clerk, {{"number", taken}}), Verdict::NoRight);
        QCOMPARE(department.create(department.clerk, {{"number", taken}}), Verdict::Applied);
        QCOMPARE(department.create(department.clerk, {{"number", taken}}), Verdict::Taken);
        for (const char *odd : {"Ш7-412", "ш7-0413", "W7-0413", "Ш7 0413", "яма"})
            QCOMPARE(
                department.create(department.clerk, {{"number", text(odd)}}), Verdict::BadField);
        QCOMPARE(
            department.create(department.stranger, {{"number", text("Ш7-0413")}}),
            Verdict::NoRight);
        department.scope = department.bench.newScope(Home::Content, {});
        QCOMPARE(department.create(department.clerk, {{"number", taken}}), Verdict::Applied);
    }

    void theReceiptActsAsTheReporter()
    {
        Department department;
        const crypto::SigningKey receipt = department.bench.newKey();
        const base::EntityId entity = department.bench.make(
            department.clerk, department.scope, "request",
            {{"title", text("Яма")},
             {"claim_key", idValue(receipt.publicKey())},
             {"on_behalf", wire::Value(true)}});
        department.act(department.clerk, entity, "finish", {{"note", text("Готово")}});
        // The clerk who wrote it down does not confirm the office's work.
        QCOMPARE(department.act(department.clerk, entity, "confirm"), Verdict::BadProof);
        FoldChange forged = department.bench.edit(department.stranger, entity, {}, "confirm");
        RecordBench::proveClaim(forged, department.bench.newKey());
        QCOMPARE(department.bench.fold(forged), Verdict::NoRight);
        // A proof is of one step by one person.
        FoldChange stolen = department.bench.edit(department.clerk, entity, {}, "confirm");
        FoldChange proof = department.bench.edit(department.stranger, entity, {}, "confirm");
        RecordBench::proveClaim(proof, receipt);
        stolen.payload.extra = proof.payload.extra;
        QCOMPARE(department.bench.fold(stolen), Verdict::BadProof);
        FoldChange other =
            department.bench.edit(department.stranger, entity, {{"note", text("Ні")}}, "reopen");
        other.payload.extra = proof.payload.extra;
        QCOMPARE(department.bench.fold(other), Verdict::NoRight);
        FoldChange proven = department.bench.edit(department.stranger, entity, {}, "confirm");
        RecordBench::proveClaim(proven, receipt);
        QCOMPARE(department.bench.fold(proven), Verdict::Applied);
    }

    void whatNobodyConfirmedOpensAgainForThirtyDays()
    {
        Department department;
        const base::EntityId early = department.done();
        const base::EntityId late = department.done();
        QCOMPARE(department.act(department.clerk, early, "close_unconfirmed"), Verdict::Applied);
        QCOMPARE(department.act(department.clerk, late, "close_unconfirmed"), Verdict::Applied);
        department.bench.nowMs += request::kReopenWithinMs;
        QCOMPARE(
            department.act(department.citizen, early, "reopen", {{"note", text("Ні")}}),
            Verdict::Applied);
        department.bench.nowMs += 1;
        QCOMPARE(
            department.act(department.citizen, late, "reopen", {{"note", text("Ні")}}),
            Verdict::Closed);
    }

    void theVerdictIsTheSameOnceTheValuesAreErased()
    {
        Department department;
        FoldChange change = department.bench.creation(
            department.citizen, department.scope, "request",
            {{"title", text("Яма")}, {"text", text("Глибока")}});
        for (wire::FieldChange &field : change.payload.fields)
            field.value = {};
        change.valuesAbsent = true;
        QCOMPARE(department.bench.fold(change), Verdict::Applied);
        FoldChange step = department.bench.edit(
            department.clerk, change.entity, {{"reason", wire::Value()}}, "refuse");
        step.valuesAbsent = true;
        QCOMPARE(department.bench.fold(step), Verdict::Applied);
    }
};

QTEST_GUILESS_MAIN(RequestRuleTest)
#include "RequestRuleTest.moc"
