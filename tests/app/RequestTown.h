// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"
#include "core/crypto/Sealing.h"
#include "core/records/category/CategoryQuestions.h"
#include "core/records/Registry.h"
#include "tests/support/TestCity.h"

#include <QTest>

namespace spilno::demonstration {

using namespace Qt::StringLiterals;

/// A test city with a department, its scopes, two categories and one clerk, Oksana, whose replica
/// stands on its own threads as in the program. Everything is sequenced except what she writes.
class RequestTown
{
public:
    RequestTown()
    {
        roads = create(
            QStringLiteral("body"),
            {{u"name"_s, wire::Value(u"Дорожня служба"_s)}, {u"kind"_s, wire::Value(qint64{1})}});
        scope = makeScope(u"Шевченківський район"_s, 0);
        sealed = makeScope(u"Дорожня служба, для службового користування"_s, 1);
        makeCategories();
        test::TestPerson person = city.join();
        identity = person.identity;
        create(
            QStringLiteral("role"), {{u"person"_s, wire::Value(identity->person.toByteArray())},
                                     {u"role"_s, wire::Value(qint64{3})},
                                     {u"body"_s, wire::Value(roads.toByteArray())}});
        create(
            QStringLiteral("numbering"),
            {{u"device"_s, wire::Value(identity->device.publicKey().toByteArray())},
             {u"prefix"_s, wire::Value(u"Ш7"_s)},
             {u"body"_s, wire::Value(roads.toByteArray())}});
        city.pull(*person.replica);
        replica::Draft profile;
        profile.type = QStringLiteral("profile");
        profile.fields = {{u"display_name"_s, wire::Value(u"Оксана Коваль"_s)}};
        (void)person.replica->submit({profile});
        city.sync(person);
        person.replica.reset();
        open();
    }

    ~RequestTown()
    {
        context.reset();
        replica->close();
    }

    /// Sends what Oksana wrote and brings what others did.
    void sync()
    {
        auto done = replica->write(
            [this](replica::ReplicaDatabase &database) -> base::Result<replica::ChangeSet> {
                test::TestPerson oksana{
                    identity, std::unique_ptr<replica::ReplicaDatabase>(&database)};
                city.sync(oksana);
                (void)oksana.replica.release(); // borrowed
                replica::ChangeSet changes;
                for (const records::RecordType *type : records::Registry::standard().types())
                    changes.types.push_back(type->number);
                changes.many = true;
                changes.outboxChanged = true;
                return changes;
            });
        done.waitForFinished();
    }

    /// A request by the owner of the city, sequenced but not yet at Oksana's.
    base::EntityId report(
        const QString &title, const QList<std::pair<QString, wire::Value>> &more = {})
    {
        return addByOwner({request(title, more)}).front();
    }

    std::vector<base::EntityId> addByOwner(const std::vector<replica::Draft> &drafts)
    {
        city.clock.advance(1000);
        const auto made = city.owner.replica->submit(drafts);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        city.sync(city.owner);
        return made->entities;
    }

    replica::Draft request(
        const QString &title, const QList<std::pair<QString, wire::Value>> &more = {}) const
    {
        replica::Draft draft;
        draft.type = QStringLiteral("request");
        draft.scope = scope;
        draft.fields = {{u"title"_s, wire::Value(title)}};
        draft.fields += more;
        return draft;
    }

    /// Many of them, quickly.
    void reportMany(int count)
    {
        for (int first = 0; first < count; first += 200) {
            std::vector<replica::Draft> drafts;
            for (int i = first; i < std::min(count, first + 200); ++i)
                drafts.push_back(request(
                    QStringLiteral("Звернення %1").arg(i),
                    {{u"category"_s, wire::Value((i % 3 == 0 ? lamps : potholes).toByteArray())}}));
            addByOwner(drafts);
        }
    }

    std::optional<replica::Record> record(const base::EntityId &entity)
    {
        auto answer = replica->record(QStringLiteral("request"), entity);
        answer.waitForFinished();
        const auto result = answer.result();
        return result ? *result : std::nullopt;
    }

    test::TestCity city;
    base::EntityId roads;
    base::EntityId potholes;
    base::EntityId lamps;
    base::ScopeId scope;
    base::ScopeId sealed;
    std::shared_ptr<replica::Identity> identity;
    std::unique_ptr<replica::Replica> replica;
    std::unique_ptr<session::SessionContext> context;

private:
    base::EntityId create(const QString &type, const QList<std::pair<QString, wire::Value>> &fields)
    {
        replica::Draft draft;
        draft.type = type;
        draft.fields = fields;
        return addByOwner({draft}).front();
    }

    base::ScopeId makeScope(const QString &name, qint64 kind)
    {
        replica::Draft draft;
        draft.type = QStringLiteral("scope");
        draft.fields = {
            {u"name"_s, wire::Value(name)},
            {u"kind"_s, wire::Value(kind)},
            {u"body"_s, wire::Value(roads.toByteArray())},
            {u"salt"_s, wire::Value(city.random.id<base::Salt>().toByteArray())}};
        if (kind == 1) {
            const auto pair = crypto::SealingPair::generate(city.random);
            draft.fields.append({u"sealing_key"_s, wire::Value(pair.publicKey().toByteArray())});
        }
        const auto made = city.owner.replica->submit({draft});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        city.sync(city.owner);
        return wire::scopeId(city.owner.replica->cityId(), made->ops.front());
    }

    void makeCategories()
    {
        using records::category::Question;
        using records::category::QuestionKind;
        std::vector<Question> questions;
        questions.push_back(
            {u"depth"_s, u"Depth in cm"_s, u"Глибина, см"_s, QuestionKind::Number, true, {}});
        questions.push_back(
            {u"where"_s,
             u"Where is it"_s,
             u"Де саме"_s,
             QuestionKind::OneOf,
             false,
             {{u"road"_s, u"Carriageway"_s, u"Проїжджа частина"_s},
              {u"pavement"_s, u"Pavement"_s, u"Тротуар"_s}}});
        potholes = create(
            QStringLiteral("category"),
            {{u"name"_s, wire::Value(u"Potholes"_s)},
             {u"name_uk"_s, wire::Value(u"Ями"_s)},
             {u"body"_s, wire::Value(roads.toByteArray())},
             {u"questions"_s, records::category::questionsValue(questions)},
             {u"working_days"_s, wire::Value(qint64{5})}});
        lamps = create(
            QStringLiteral("category"), {{u"name"_s, wire::Value(u"Street lamps"_s)},
                                         {u"name_uk"_s, wire::Value(u"Ліхтарі"_s)},
                                         {u"body"_s, wire::Value(roads.toByteArray())},
                                         {u"danger"_s, wire::Value(true)},
                                         {u"danger_phone"_s, wire::Value(u"104"_s)}});
    }

    void open()
    {
        replica::ReplicaDatabase::Options options;
        options.path = city.folder.filePath(QStringLiteral("person1/replica.db"));
        options.registry = &records::Registry::standard();
        options.clock = &city.clock;
        options.random = &city.random;
        replica = std::make_unique<replica::Replica>(
            options, city.folder.filePath(QStringLiteral("person1/search.db")));
        const auto opened = replica->open();
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        replica->setIdentity(identity);
        context = std::make_unique<session::SessionContext>(*replica, city.clock, city.random);
        context->setIdentity(identity);
        if (!QTest::qWaitFor([this] { return context->isStaff(); }, 5000))
            qFatal("the clerk has no role");
    }
};

} // namespace spilno::demonstration
