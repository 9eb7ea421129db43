// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/SessionContext.h"
#include "core/crypto/Sodium.h"
#include "core/records/Registry.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

#include <memory>

namespace spilno::test {

/// A city without a server for tests of pages: what happened in it before is made with TestCity,
/// then the person's replica is opened with its threads, as the window has it.
class CityFixture
{
public:
    /// Another seed is another city.
    explicit CityFixture(std::uint64_t seed = 1)
        : city(seed)
        , person(city.join())
    {
        name(city.owner, QStringLiteral("Марія Петренко"));
        name(person, QStringLiteral("Оксана Коваль"));
        scope = city.makeScope(QStringLiteral("Центр"));
        city.pull(*person.replica);
    }

    /// A person's shown name, in the city's log.
    void name(TestPerson &whose, const QString &displayName)
    {
        replica::Draft draft;
        draft.type = QStringLiteral("profile");
        draft.fields = {{QStringLiteral("display_name"), wire::Value(displayName)}};
        if (!whose.replica->submit({draft}))
            qFatal("no profile");
        city.sync(whose);
    }

    /// A request in the scope, still pending.
    base::EntityId write(TestPerson &whose, const QString &title)
    {
        replica::Draft draft;
        draft.type = QStringLiteral("request");
        draft.scope = scope;
        draft.fields = {{QStringLiteral("title"), wire::Value(title)}};
        const auto submitted = whose.replica->submit({draft});
        if (!submitted)
            qFatal("%s", qPrintable(submitted.error().detail));
        return submitted->entities.front();
    }

    void edit(TestPerson &whose, const base::EntityId &entity, const QString &title)
    {
        replica::Draft draft;
        draft.type = QStringLiteral("request");
        draft.entity = entity;
        draft.fields = {{QStringLiteral("title"), wire::Value(title)}};
        if (const auto submitted = whose.replica->submit({draft}); !submitted)
            qFatal("%s", qPrintable(submitted.error().detail));
    }

    /// Opens the replica of `whose` as the window does; TestCity has it no longer.
    session::SessionContext &open(TestPerson &whose, const QString &folder)
    {
        whose.replica.reset();
        replica::ReplicaDatabase::Options options;
        options.path = city.folder.filePath(folder + QStringLiteral("/replica.db"));
        options.registry = &records::Registry::standard();
        options.clock = &city.clock;
        options.random = &random;
        replica = std::make_unique<replica::Replica>(options);
        if (const auto opened = replica->open(); !opened)
            qFatal("%s", qPrintable(opened.error().detail));
        replica->setIdentity(whose.identity);
        context = std::make_unique<session::SessionContext>(*replica, city.clock, random);
        context->setIdentity(whose.identity);
        return *context;
    }
    session::SessionContext &open() { return open(person, QStringLiteral("person1")); }
    session::SessionContext &openOwner() { return open(city.owner, QStringLiteral("owner")); }

    TestCity city;
    crypto::SystemRandom random;
    TestPerson person;
    base::ScopeId scope;
    std::unique_ptr<replica::Replica> replica;
    std::unique_ptr<session::SessionContext> context;
};

} // namespace spilno::test
