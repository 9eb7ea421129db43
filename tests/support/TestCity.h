// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"
#include "tests/support/TestClock.h"
#include "tests/support/TestRandom.h"

#include <QtCore/QTemporaryDir>

#include <memory>

namespace spilno::test {

/// A participant of a test city: keys and a replica in a folder of its own.
struct TestPerson
{
    std::shared_ptr<replica::Identity> identity;
    std::unique_ptr<replica::ReplicaDatabase> replica;
};

/// A whole city in one thread: a sequencing replica and participants, who exchange by function
/// calls what sessions would carry. Clock and randomness are the test's own.
class TestCity
{
public:
    explicit TestCity(std::uint64_t seed = 1);

    /// A person whose identity is sequenced already, unless `enrol` is false.
    TestPerson join(bool enrol = true);
    /// New keys for a person.
    std::shared_ptr<replica::Identity> makeIdentity();
    std::unique_ptr<replica::ReplicaDatabase> openReplica(const QString &name);
    /// The draft that enters an identity into the people scope.
    static replica::Draft identityDraft(const replica::Identity &identity);

    /// Pushes what the person has pending; false when a run was not sequenced.
    bool push(TestPerson &person);
    /// Brings a replica up to date from the server, `maxChanges` a slice.
    void pull(replica::ReplicaDatabase &replica, int maxChanges = 256);
    void sync(TestPerson &person);

    /// A content scope made by the owner; its id.
    base::ScopeId makeScope(const QString &name);

    TestClock clock;
    TestRandom random;
    QTemporaryDir folder;
    QByteArray genesis;
    std::shared_ptr<replica::Identity> ownerIdentity;
    std::unique_ptr<replica::ReplicaDatabase> server;
    TestPerson owner;
    std::vector<replica::SequenceOutcome> lastOutcomes;

private:
    int m_count = 0;
};

} // namespace spilno::test
