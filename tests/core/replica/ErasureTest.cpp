// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using test::digestsOf;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;
using test::titleEdit;

namespace {

replica::Draft eraseDraft(
    const base::ScopeId &scope, const base::EntityId &entity, const base::OpId &op)
{
    replica::Draft draft;
    draft.type = u"erase"_s;
    draft.scope = scope;
    draft.fields = {{u"target"_s, wire::Value(entity.toByteArray())}};
    draft.extra.append({wire::kExtraErases, op.toByteArray()});
    return draft;
}

QString titleOf(const replica::ReplicaDatabase &replica, const base::EntityId &entity)
{
    const auto record = replica.record(u"request"_s, entity);
    return record && *record ? (*record)->value(u"title"_s).toText() : QString();
}

} // namespace

class ErasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenBackGoesEverywhereAndStaysTheWinner();
    void rebuildFoldsOnlyWhatCameBeforeAnErasure();
    void aValueThatComesAfterItsErasureIsNotKept();
    void nobodyTakesBackWhatAnotherWrote();
};

void ErasureTest::whatIsTakenBackGoesEverywhereAndStaysTheWinner()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    const base::EntityId request = made->entities.front();
    const auto edited = anna.replica->submit({titleEdit(request, u"Телефон 5551234"_s)});
    city.sync(anna);
    TestPerson before = city.join();
    QCOMPARE(titleOf(*before.replica, request), u"Телефон 5551234"_s);
    QVERIFY(anna.replica->submit({eraseDraft(scope, request, edited->ops.front())}));
    city.sync(anna);
    city.sync(before);
    TestPerson after = city.join();
    for (const TestPerson *person : {&anna, &before, &after}) {
        QCOMPARE(titleOf(*person->replica, request), QString());
        QVERIFY(person->replica->history(request)->at(1).erased);
    }
    city.sync(anna);
    city.sync(before);
    QCOMPARE(digestsOf(*before.replica), digestsOf(*after.replica));
    QCOMPARE(digestsOf(*anna.replica), digestsOf(*city.server));
    QVERIFY(city.server->owesScrub());
}

void ErasureTest::rebuildFoldsOnlyWhatCameBeforeAnErasure()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    const base::EntityId request = made->entities.front();
    QVERIFY(anna.replica->submit({eraseDraft(scope, request, made->ops.front())}));
    QVERIFY(anna.replica->submit({titleEdit(request, u"Велика яма"_s)}));
    city.sync(anna);
    QVERIFY(anna.replica->conflicts(10)->empty());
    const QByteArrayList before = digestsOf(*anna.replica);
    QVERIFY(anna.replica->rebuild());
    QCOMPARE(digestsOf(*anna.replica), before);
    QVERIFY(anna.replica->conflicts(10)->empty());
}

void ErasureTest::aValueThatComesAfterItsErasureIsNotKept()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    city.sync(anna);
    const base::EntityId request = made->entities.front();
    // Two programs with the same keys: one writes and is not heard, the other knows the op by name.
    TestPerson twin{anna.identity, city.openReplica(u"twin"_s)};
    twin.replica->setIdentity(anna.identity);
    city.pull(*twin.replica);
    const auto edited = anna.replica->submit({titleEdit(request, u"Телефон 5551234"_s)});
    QVERIFY(twin.replica->submit({eraseDraft(scope, request, edited->ops.front())}));
    city.sync(twin);
    city.sync(anna);
    city.sync(twin);
    for (const replica::ReplicaDatabase *replica :
         {anna.replica.get(), twin.replica.get(), city.server.get()}) {
        const auto history = replica->history(request);
        QVERIFY(history->back().op == edited->ops.front() && history->back().erased);
        QCOMPARE(titleOf(*replica, request), QString());
    }
    QCOMPARE(digestsOf(*anna.replica), digestsOf(*twin.replica));
}

void ErasureTest::nobodyTakesBackWhatAnotherWrote()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    TestPerson boris = city.join();
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    const base::EntityId request = made->entities.front();
    // Boris names Anna's op before it is logged, and after.
    QVERIFY(boris.replica->submit({eraseDraft(scope, request, made->ops.front())}));
    city.sync(boris);
    city.sync(anna);
    city.pull(*boris.replica);
    QVERIFY(boris.replica->submit({eraseDraft(scope, request, made->ops.front())}));
    city.sync(boris);
    city.sync(anna);
    QCOMPARE(titleOf(*anna.replica, request), u"Яма"_s);
    QCOMPARE(titleOf(*city.server, request), u"Яма"_s);
}

QTEST_GUILESS_MAIN(ErasureTest)
#include "ErasureTest.moc"
