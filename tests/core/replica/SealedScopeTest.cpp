// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Sealing.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using test::TestCity;
using test::TestPerson;

namespace {

/// A city whose owner administers a body with a sealed scope.
struct Bench
{
    Bench()
    {
        replica::Draft made;
        made.type = u"body"_s;
        made.fields = {
            {u"name"_s, wire::Value(u"Водоканал"_s)}, {u"kind"_s, wire::Value(qint64{0})}};
        body = enter(made).entities.front();
        (void)enter(role(city.owner.identity->person, records::Role::BodyAdmin));
        content = city.makeScope(u"Звернення"_s);
        const auto pair = crypto::SealingPair::generate(city.random);
        replica::Draft scope;
        scope.type = u"scope"_s;
        scope.fields = {
            {u"name"_s, wire::Value(u"Заявники"_s)},
            {u"kind"_s, wire::Value(qint64{1})},
            {u"body"_s, wire::Value(body.toByteArray())},
            {u"salt"_s, wire::Value(city.random.id<base::Salt>().toByteArray())},
            {u"sealing_key"_s, wire::Value(pair.publicKey().toByteArray())}};
        sealed = wire::scopeId(city.owner.replica->cityId(), enter(scope).ops.front());
        replica::Draft grant;
        grant.type = u"key_grant"_s;
        grant.scope = sealed;
        const auto &owner = *city.ownerIdentity;
        const wire::Value::List own{
            wire::Value(owner.device.publicKey().toByteArray()),
            wire::Value(crypto::sealTo(owner.sealing.publicKey(), pair.seed()))};
        grant.fields = {
            {u"generation"_s, wire::Value(qint64{1})},
            {u"keys"_s, wire::Value(wire::Value::List{wire::Value(own)})}};
        (void)enter(grant);
    }

    replica::Submitted enter(const replica::Draft &draft)
    {
        const auto made = city.owner.replica->submit({draft});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        city.sync(city.owner);
        return *made;
    }

    replica::Draft role(const base::PersonId &person, records::Role role) const
    {
        replica::Draft draft;
        draft.type = u"role"_s;
        draft.fields = {
            {u"person"_s, wire::Value(person.toByteArray())},
            {u"role"_s, wire::Value(static_cast<qint64>(role))},
            {u"body"_s, wire::Value(body.toByteArray())}};
        return draft;
    }

    /// A request and what only the body may know of it, as a citizen writes them.
    base::Result<replica::Submitted> report(TestPerson &who, const QString &phone)
    {
        replica::Draft request;
        request.type = u"request"_s;
        request.scope = content;
        request.salt = city.random.id<base::Salt>();
        request.fields = {{u"title"_s, wire::Value(u"Тече труба"_s)}};
        replica::Draft companion;
        companion.type = u"companion"_s;
        companion.scope = sealed;
        const auto entity = wire::entityId(who.identity->person, content, *request.salt);
        companion.fields = {
            {u"for_request"_s, wire::Value(entity.toByteArray())},
            {u"phone"_s, wire::Value(phone)}};
        return who.replica->submit({request, companion});
    }

    static QStringList phones(const TestPerson &who)
    {
        replica::Query query;
        query.type = u"companion"_s;
        query.orderBy = u"created"_s;
        query.descending = false;
        const auto page = who.replica->list(query);
        QStringList all;
        for (const auto &record : page->items)
            all.append(record.value(u"phone"_s).toText());
        return all;
    }

    TestCity city;
    base::EntityId body;
    base::ScopeId content;
    base::ScopeId sealed;
};

} // namespace

class SealedScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contactsAreReadByTheBodyAndTheirAuthorOnly();
    void aNewClerkIsGivenTheKeyAndReadsWhatCameBefore();
    void staffGetPrefixesAndNumberTheirRequests();
    void aLockedProfileKeepsNoKey();
};

void SealedScopeTest::contactsAreReadByTheBodyAndTheirAuthorOnly()
{
    Bench bench;
    TestPerson anna = bench.city.join();
    TestPerson boris = bench.city.join();
    const auto made = bench.report(anna, u"050 123 45 67"_s);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    QCOMPARE(Bench::phones(anna), QStringList{u"050 123 45 67"_s});
    bench.city.sync(anna);
    QCOMPARE(Bench::phones(anna), QStringList{u"050 123 45 67"_s});
    for (TestPerson *who : {&boris, &bench.city.owner})
        bench.city.pull(*who->replica);
    QCOMPARE(Bench::phones(boris), QStringList());
    QCOMPARE(Bench::phones(bench.city.owner), QStringList{u"050 123 45 67"_s});
    QFile server(bench.city.folder.filePath(u"server/replica.db-wal"_s));
    QVERIFY(server.open(QIODevice::ReadOnly));
    const QByteArray bytes = server.readAll();
    QVERIFY(bytes.contains("Тече труба"));
    QVERIFY(!bytes.contains("050 123 45 67"));
    QVERIFY(boris.replica->verify()->empty());
    QVERIFY(bench.city.server->verify()->empty());
}

void SealedScopeTest::aNewClerkIsGivenTheKeyAndReadsWhatCameBefore()
{
    Bench bench;
    TestPerson anna = bench.city.join();
    TestPerson clerk = bench.city.join();
    QVERIFY(bench.report(anna, u"050 1"_s));
    bench.city.sync(anna);
    bench.city.pull(*clerk.replica);
    QCOMPARE(Bench::phones(clerk), QStringList());
    (void)bench.enter(bench.role(clerk.identity->person, records::Role::Clerk));
    const auto granted = bench.city.owner.replica->steward();
    QVERIFY2(granted, qPrintable(granted ? QString() : granted.error().detail));
    bench.city.sync(bench.city.owner);
    bench.city.pull(*clerk.replica);
    QCOMPARE(Bench::phones(clerk), QStringList{u"050 1"_s});
    QVERIFY(bench.report(anna, u"050 2"_s));
    bench.city.sync(anna);
    bench.city.pull(*clerk.replica);
    QCOMPARE(Bench::phones(clerk), (QStringList{u"050 1"_s, u"050 2"_s}));
    // Nothing is owed twice.
    const auto again = bench.city.owner.replica->steward();
    QVERIFY(again && again->isEmpty());
    QVERIFY(clerk.replica->rebuild());
    QCOMPARE(Bench::phones(clerk), (QStringList{u"050 1"_s, u"050 2"_s}));
}

void SealedScopeTest::staffGetPrefixesAndNumberTheirRequests()
{
    Bench bench;
    TestPerson clerk = bench.city.join();
    (void)bench.enter(bench.role(clerk.identity->person, records::Role::Clerk));
    QVERIFY(bench.city.owner.replica->steward());
    bench.city.sync(bench.city.owner);
    bench.city.pull(*clerk.replica);
    QStringList numbers;
    for (int i = 0; i < 3; ++i) {
        const auto made = bench.report(clerk, u"1"_s);
        QVERIFY(made);
        const auto record = clerk.replica->record(u"request"_s, made->entities.front());
        numbers.append((*record)->value(u"number"_s).toText());
    }
    QVERIFY(!numbers.front().isEmpty());
    QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), 3);
    bench.city.sync(clerk);
    QVERIFY(clerk.replica->outbox(10)->empty());
    QVERIFY(clerk.replica->conflicts(10)->empty());
}

void SealedScopeTest::aLockedProfileKeepsNoKey()
{
    Bench bench;
    TestPerson anna = bench.city.join();
    bench.city.owner.replica->setIdentity({});
    QVERIFY(bench.report(anna, u"050 3"_s));
    bench.city.sync(anna);
    bench.city.pull(*bench.city.owner.replica);
    QCOMPARE(Bench::phones(bench.city.owner), QStringList());
    bench.city.owner.replica->setIdentity(bench.city.ownerIdentity);
    QCOMPARE(Bench::phones(bench.city.owner), QStringList{u"050 3"_s});
}

QTEST_GUILESS_MAIN(SealedScopeTest)
#include "SealedScopeTest.moc"
