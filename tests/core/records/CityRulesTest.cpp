// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/signin/SigninRule.h"
#include "tests/support/RecordBench.h"

#include <QtTest/QtTest>

using namespace spilno;
using namespace spilno::records;
using namespace spilno::test;

namespace {

wire::Value roleNumber(Role role)
{
    return number(static_cast<qint64>(role));
}

} // namespace

class CityRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aScopeIsMadeByARegistrarAndNamedAfterItsChange()
    {
        RecordBench bench;
        const auto registrar = bench.newPersonWith(Role::Registrar, {});
        const auto body = bench.newId<base::EntityId>();
        const RecordBench::Fields fields{
            {"name", text("Шевченківський район")},
            {"kind", number(0)},
            {"body", idValue(body)},
            {"salt", wire::Value(QByteArray(16, 's'))}};
        QCOMPARE(
            bench.fold(bench.creation(bench.newPerson(), bench.rules, "scope", fields)),
            Verdict::NoRight);
        FoldChange change = bench.creation(registrar, bench.rules, "scope", fields);
        QCOMPARE(bench.fold(change), Verdict::Applied);
        const auto made = wire::scopeId(bench.authority.cityIdentity, change.origin.op);
        const auto facts = bench.authority.scope(made);
        QVERIFY(facts && facts->home == Home::Content && facts->body == body);
        QCOMPARE(bench.authority.scopeNames[made], QStringLiteral("Шевченківський район"));
    }

    void aSealedScopeHasABodyAndEveryScopeASalt()
    {
        RecordBench bench;
        RecordBench::Fields fields{
            {"name", text("Приватне")},
            {"kind", number(1)},
            {"salt", wire::Value(QByteArray(16, 's'))}};
        const auto fold = [&bench](const RecordBench::Fields &written) {
            return bench.fold(bench.creation(bench.owner(), bench.rules, "scope", written));
        };
        QCOMPARE(fold(fields), Verdict::MissingField);
        fields.push_back({"body", idValue(bench.newId<base::EntityId>())});
        QCOMPARE(fold(fields), Verdict::MissingField);
        fields.push_back({"sealing_key", wire::Value(QByteArray(32, 'k'))});
        QCOMPARE(fold(fields), Verdict::Applied);
        fields[2].second = wire::Value(QByteArray(15, 's'));
        QCOMPARE(fold(fields), Verdict::BadField);
    }

    void aSigninNameIsTheFirstOnesAlsoInLookAlikeLetters()
    {
        RecordBench bench;
        QVERIFY(
            signin::nameHash(QStringLiteral("oksana")) !=
            signin::nameHash(QStringLiteral("oksanb")));
        const auto take = [&bench](const QString &name) {
            return bench.fold(bench.creation(
                bench.newPerson(), bench.people, "signin",
                {{"name_hash", idValue(signin::nameHash(name))}}));
        };
        QCOMPARE(take(QStringLiteral("oksana")), Verdict::Applied);
        QCOMPARE(take(QStringLiteral("oksana")), Verdict::Taken);
        QCOMPARE(take(QStringLiteral("Оksana")), Verdict::Taken); // the first letter is Cyrillic
        QCOMPARE(take(QStringLiteral("petro")), Verdict::Applied);
    }

    void aPersonHasOneProfileOfTheirOwn()
    {
        RecordBench bench;
        const auto person = bench.newPerson();
        const RecordBench::Fields fields{{"display_name", text("Оксана")}};
        const base::EntityId profile = bench.make(person, bench.people, "profile", fields);
        QCOMPARE(
            bench.fold(bench.creation(person, bench.people, "profile", fields)),
            Verdict::AlreadyExists);
        QCOMPARE(bench.fold(bench.edit(bench.newPerson(), profile, fields)), Verdict::NoRight);
        QCOMPARE(bench.fold(bench.edit(person, profile, fields)), Verdict::Applied);
    }

    void aBodysAdministratorNamesItsPeopleButNoRegistrar()
    {
        RecordBench bench;
        const auto body = bench.newId<base::EntityId>();
        const auto admin = bench.newPersonWith(Role::BodyAdmin, body);
        const auto person = bench.newPerson();
        const auto name = [&](const RecordBench::Actor &by, Role role, RecordBench::Fields more) {
            more.push_back({"person", idValue(person.person)});
            more.push_back({"role", roleNumber(role)});
            FoldChange change = bench.creation(by, bench.rules, "role", more);
            return bench.fold(change);
        };
        const RecordBench::Fields here{{"body", idValue(body)}};
        const RecordBench::Fields there{{"body", idValue(bench.newId<base::EntityId>())}};
        QCOMPARE(name(admin, Role::Clerk, here), Verdict::Applied);
        QVERIFY(bench.authority.hasRole(person.person, Role::Clerk, body, bench.logIndex));
        QCOMPARE(name(admin, Role::Clerk, there), Verdict::NoRight);
        QCOMPARE(name(admin, Role::Registrar, here), Verdict::BadField);
        QCOMPARE(name(admin, Role::Registrar, {}), Verdict::NoRight);
        QCOMPARE(name(bench.owner(), Role::Clerk, {}), Verdict::BadField);
        QCOMPARE(name(bench.owner(), Role::None, {}), Verdict::BadField);
        QCOMPARE(name(bench.owner(), Role::Registrar, {}), Verdict::Applied);
    }

    void aRoleEndsForGood()
    {
        RecordBench bench;
        const auto body = bench.newId<base::EntityId>();
        const auto person = bench.newPerson();
        const base::EntityId grant = bench.make(
            bench.owner(), bench.rules, "role",
            {{"person", idValue(person.person)},
             {"role", roleNumber(Role::BodyAdmin)},
             {"body", idValue(body)}});
        QCOMPARE(bench.fold(bench.edit(bench.newPerson(), grant, {}, "end")), Verdict::NoRight);
        QCOMPARE(bench.fold(bench.edit(person, grant, {}, "end")), Verdict::Applied);
        QVERIFY(!bench.authority.hasRole(person.person, Role::BodyAdmin, body, bench.logIndex + 1));
    }

    void ownersLoseTheirPowersWithTime()
    {
        RecordBench bench;
        const RecordBench::Fields fields{{"name", text("Місто")}};
        bench.nowMs = bench.authority.ownersUntilMs;
        QCOMPARE(
            bench.fold(bench.creation(bench.owner(), bench.rules, "city", fields)),
            Verdict::NoRight);
    }

    void aCityHasOneRecordAndItsOwnersWriteIt()
    {
        RecordBench bench;
        const auto registrar = bench.newPersonWith(Role::Registrar, {});
        const RecordBench::Fields fields{{"name", text("Місто")}};
        QCOMPARE(
            bench.fold(bench.creation(registrar, bench.rules, "city", fields)), Verdict::NoRight);
        const base::EntityId city = bench.make(bench.owner(), bench.rules, "city", fields);
        QCOMPARE(
            bench.fold(bench.creation(bench.owner(), bench.rules, "city", fields)),
            Verdict::AlreadyExists);
        QCOMPARE(
            bench.fold(
                bench.edit(bench.owner(), city, {{"addresses", text("spilno://127.0.0.1:7447")}})),
            Verdict::Applied);
    }

    void aBodyIsEditedByItsOwnAdministrator()
    {
        RecordBench bench;
        const base::EntityId body = bench.make(
            bench.owner(), bench.rules, "body", {{"name", text("ЖЕК")}, {"kind", number(1)}});
        const base::EntityId other = bench.make(
            bench.owner(), bench.rules, "body", {{"name", text("Парк")}, {"kind", number(1)}});
        const auto admin = bench.newPersonWith(Role::BodyAdmin, body);
        const auto clerk = bench.newPersonWith(Role::Clerk, body);
        const RecordBench::Fields hours{{"hours", text("9–18")}};
        QCOMPARE(bench.fold(bench.edit(admin, body, hours)), Verdict::Applied);
        QCOMPARE(bench.fold(bench.edit(admin, other, hours)), Verdict::NoRight);
        QCOMPARE(bench.fold(bench.edit(clerk, body, hours)), Verdict::NoRight);
        QCOMPARE(
            bench.fold(bench.edit(admin, body, {{"parent", idValue(other)}})), Verdict::NoRight);
        QCOMPARE(
            bench.fold(bench.creation(
                admin, bench.rules, "body", {{"name", text("Ще")}, {"kind", number(1)}})),
            Verdict::NoRight);
    }

    void aCategoryIsItsBodys()
    {
        RecordBench bench;
        const auto body = bench.newId<base::EntityId>();
        const auto clerk = bench.newPersonWith(Role::Clerk, body);
        const auto make = [&](const RecordBench::Actor &by, const base::EntityId &whose) {
            return bench.fold(bench.creation(
                by, bench.rules, "category",
                {{"name", text("Potholes")}, {"body", idValue(whose)}}));
        };
        QCOMPARE(make(clerk, body), Verdict::Applied);
        QCOMPARE(make(clerk, bench.newId<base::EntityId>()), Verdict::NoRight);
        QCOMPARE(make(bench.owner(), bench.newId<base::EntityId>()), Verdict::Applied);
        QCOMPARE(make(bench.newPerson(), body), Verdict::NoRight);
    }

    void placesAndHolidaysAreTheRegistrars()
    {
        RecordBench bench;
        const RecordBench::Fields street{
            {"name", text("вулиця Хрещатик")}, {"kind", number(4)}, {"code", text("UA80")}};
        const RecordBench::Fields holiday{{"date", text("2025-08-24")}};
        for (const auto &[type, fields] :
             {std::pair{"place", street}, std::pair{"holiday", holiday}}) {
            QCOMPARE(
                bench.fold(bench.creation(bench.owner(), bench.rules, type, fields)),
                Verdict::Applied);
            QCOMPARE(
                bench.fold(bench.creation(bench.newPerson(), bench.rules, type, fields)),
                Verdict::NoRight);
        }
        for (const char *date : {"2025-02-30", "24.08.2025", "2025-8-24", "свято"})
            QCOMPARE(
                bench.fold(
                    bench.creation(bench.owner(), bench.rules, "holiday", {{"date", text(date)}})),
                Verdict::BadField);
    }

    void aPrefixIsGrantedOnceAndMovesToAnotherDevice()
    {
        RecordBench bench;
        const auto grant = [&](const base::PublicKey &device, const char *prefix) {
            return bench.fold(bench.creation(
                bench.owner(), bench.rules, "numbering",
                {{"device", idValue(device)}, {"prefix", text(prefix)}}));
        };
        const auto desk = bench.newPerson();
        const auto other = bench.newPerson();
        QCOMPARE(grant(desk.device, "w7"), Verdict::BadField);
        QCOMPARE(grant(desk.device, "Ш7-1"), Verdict::BadField);
        FoldChange made = bench.creation(
            bench.owner(), bench.rules, "numbering",
            {{"device", idValue(desk.device)}, {"prefix", text("Ш7")}});
        QCOMPARE(bench.fold(made), Verdict::Applied);
        const QByteArray prefix("Ш7");
        QVERIFY(bench.authority.prefixGranted(desk.device, prefix, bench.logIndex));
        QVERIFY(!bench.authority.prefixGranted(desk.device, prefix, bench.logIndex - 1));
        QCOMPARE(grant(other.device, "Ш7"), Verdict::Taken);
        QCOMPARE(
            bench.fold(bench.edit(bench.owner(), made.entity, {{"device", idValue(other.device)}})),
            Verdict::Applied);
        QVERIFY(bench.authority.prefixGranted(other.device, prefix, bench.logIndex));
        QCOMPARE(
            bench.fold(bench.creation(
                desk, bench.rules, "numbering",
                {{"device", idValue(desk.device)}, {"prefix", text("А")}})),
            Verdict::NoRight);
    }

    void aVersionIsActivatedFromNowOnOnly()
    {
        RecordBench bench;
        const auto activate = [&](const RecordBench::Actor &by, qint64 type, qint64 from) {
            return bench.fold(bench.creation(
                by, bench.rules, "activate",
                {{"record_type", number(type)},
                 {"record_version", number(2)},
                 {"from_index", number(from)}}));
        };
        QCOMPARE(activate(bench.owner(), 12, 1000), Verdict::Applied);
        QCOMPARE(activate(bench.owner(), 12, 1), Verdict::Closed);
        QCOMPARE(activate(bench.owner(), 0, 1000), Verdict::BadField);
        QCOMPARE(activate(bench.owner(), 12, -1), Verdict::BadField);
        QCOMPARE(activate(bench.newPerson(), 12, 1000), Verdict::NoRight);
    }
};

QTEST_GUILESS_MAIN(CityRulesTest)
#include "CityRulesTest.moc"
