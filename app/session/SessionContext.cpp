// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/SessionContext.h"

#include "app/session/WhenDone.h"
#include "core/records/Registry.h"

#include <algorithm>
#include <utility>

namespace spilno::session {

using replica::ReplicaDatabase;

namespace {

constexpr qint64 kDayMs = 24LL * 3600 * 1000;
constexpr int kWaitingMax = 1000; ///< Counted at most; with contact the server's side knows more.

QString displayName(const ReplicaDatabase &database, const base::PersonId &person)
{
    replica::Query query;
    query.type = QStringLiteral("profile");
    query.limit = 1;
    query.where = {
        {QStringLiteral("author"), replica::Condition::Operator::Equal,
         wire::Value(person.toByteArray())}};
    const auto page = database.list(query);
    return page && !page->items.empty()
               ? page->items.front().value(QStringLiteral("display_name")).toText()
               : QString();
}

bool isOwner(const wire::CityGenesis &city, const base::PersonId &person, qint64 nowMs)
{
    const bool named =
        std::find(city.owners.begin(), city.owners.end(), person) != city.owners.end();
    return named && nowMs < city.createdMs + qint64{city.powersEndAfterDays} * kDayMs;
}

bool sameRoles(const std::vector<replica::HeldRole> &a, const std::vector<replica::HeldRole> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.role == y.role && x.body == y.body && x.bodyName == y.bodyName;
    });
}

} // namespace

struct SessionContext::Facts
{
    base::CityId city;
    QString cityName;
    QString timeZone;
    QString personName;
    bool owner = false;
    std::vector<replica::HeldRole> roles;
};

SessionContext::SessionContext(
    replica::Replica &replica, base::Clock &clock, base::Random &random, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_clock(clock)
    , m_random(random)
{
    connect(&replica, &replica::Replica::changed, this, &SessionContext::replicaChanged);
    refresh();
    countWaiting();
}

bool SessionContext::isStaff() const
{
    return std::any_of(m_roles.begin(), m_roles.end(), [](const replica::HeldRole &held) {
        return held.role == records::Role::Clerk || held.role == records::Role::BodyAdmin;
    });
}

bool SessionContext::isStaffOf(const base::EntityId &body) const
{
    return std::any_of(m_roles.begin(), m_roles.end(), [&body](const replica::HeldRole &held) {
        return held.body == body &&
               (held.role == records::Role::Clerk || held.role == records::Role::BodyAdmin);
    });
}

bool SessionContext::isAdminOf(const base::EntityId &body) const
{
    return std::any_of(m_roles.begin(), m_roles.end(), [&body](const replica::HeldRole &held) {
        return held.body == body && held.role == records::Role::BodyAdmin;
    });
}

bool SessionContext::isRegistrar() const
{
    return m_owner || std::any_of(m_roles.begin(), m_roles.end(), [](const auto &held) {
               return held.role == records::Role::Registrar;
           });
}

void SessionContext::setIdentity(const std::shared_ptr<const replica::Identity> &identity)
{
    const bool wasLocked = isLocked();
    m_identity = identity;
    if (identity) {
        m_person = identity->person;
        m_device = identity->device.publicKey();
    }
    if (wasLocked != isLocked())
        Q_EMIT lockedChanged();
    if (identity) {
        Q_EMIT personChanged();
        refresh();
    }
}

void SessionContext::setAddress(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    Q_EMIT cityChanged();
}

void SessionContext::setSyncStatus(const sync::SyncStatus &status)
{
    m_syncStatus = status;
    // The first contact tells which city it is, before any change arrives.
    if (m_city.isNull() && status.lastContactMs != 0)
        refresh();
    if (m_waiting != 0)
        countWaiting(); // receipts change no record
    Q_EMIT syncStatusChanged();
}

void SessionContext::countWaiting()
{
    if (std::exchange(m_counting, true)) {
        m_countAgain = true;
        return;
    }
    whenDone(this, m_replica.outbox(kWaitingMax), [this](const auto &items) {
        m_counting = false;
        const auto isWaiting = [](const replica::OutboxItem &item) {
            return item.state == replica::OutboxState::OnThisComputer;
        };
        const int waiting =
            items ? int(std::count_if(items->begin(), items->end(), isWaiting)) : m_waiting;
        if (std::exchange(m_waiting, waiting) != waiting)
            Q_EMIT syncStatusChanged();
        if (std::exchange(m_countAgain, false))
            countWaiting();
    });
}

void SessionContext::replicaChanged(const replica::ChangeSet &changes)
{
    const records::Registry &registry = records::Registry::standard();
    const auto touched = [&](const char *name) {
        const records::RecordType *type = registry.type(QString::fromLatin1(name));
        return std::find(changes.types.begin(), changes.types.end(), type->number) !=
               changes.types.end();
    };
    if (changes.outboxChanged)
        countWaiting();
    if (changes.rulesChanged || m_city.isNull() || touched("profile") || touched("body") ||
        touched("role") || touched("join"))
        refresh();
}

void SessionContext::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    whenDone(
        this,
        m_replica.read(
            [person = m_person,
             now = m_clock.wallMs()](const ReplicaDatabase &database) -> base::Result<Facts> {
                Facts facts;
                if (!database.hasCity())
                    return facts;
                facts.city = database.cityId();
                facts.cityName = database.city().name;
                facts.timeZone = database.city().timeZone;
                facts.personName = displayName(database, person);
                facts.owner = isOwner(database.city(), person, now);
                SPILNO_ASSIGN(facts.roles, database.rolesOf(person));
                return facts;
            }),
        [this](const base::Result<Facts> &facts) {
            m_asking = false;
            if (facts)
                take(*facts);
            if (std::exchange(m_askAgain, false))
                refresh();
        });
}

void SessionContext::take(const Facts &facts)
{
    const bool otherCity = facts.city != m_city || facts.cityName != m_cityName;
    const bool otherName = facts.personName != m_personName;
    const bool otherRoles = facts.owner != m_owner || !sameRoles(facts.roles, m_roles);
    m_city = facts.city;
    m_cityName = facts.cityName;
    if (const QTimeZone zone(facts.timeZone.toUtf8()); zone.isValid())
        m_timeZone = zone;
    m_personName = facts.personName;
    m_owner = facts.owner;
    m_roles = facts.roles;
    if (otherCity)
        Q_EMIT cityChanged();
    if (otherName)
        Q_EMIT personChanged();
    if (otherRoles)
        Q_EMIT rolesChanged();
}

} // namespace spilno::session
