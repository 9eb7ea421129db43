// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/StatusCommand.h"

#include "syncserver/commands/ControlSocket.h"
#include "syncserver/commands/ListenAddress.h"
#include "syncserver/commands/Sentences.h"

#include "core/records/Registry.h"
#include "core/replica/ReplicaDatabase.h"

#include <QtCore/QJsonArray>

namespace spilno::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDiskLowPercent = 10;

/// What the database says, whether a server runs or not.
base::Result<QJsonObject> cityFacts(const DataFolder &folder, const Surroundings &around)
{
    replica::ReplicaDatabase::Options options;
    options.path = folder.databaseFile();
    options.registry = &records::Registry::standard();
    options.clock = &around.clock;
    options.random = &around.random;
    options.readOnly = true;
    SPILNO_ASSIGN(const auto city, replica::ReplicaDatabase::open(options));
    if (!city->hasCity())
        return base::failure(base::ErrorCode::NotFound);
    SPILNO_ASSIGN(const auto scopes, city->scopes());
    qint64 changes = 0;
    for (const replica::ScopeStatus &scope : scopes)
        changes += static_cast<qint64>(scope.next);
    return QJsonObject{
        {u"city"_s, city->cityId().toHex()},
        {u"name"_s, city->city().name},
        {u"scopes"_s, static_cast<qint64>(scopes.size())},
        {u"changes"_s, changes}};
}

QString inWords(const QJsonObject &status)
{
    QStringList lines{
        status.value(u"name"_s).toString(),
        Sentences::tr("Address: %1").arg(status.value(u"address"_s).toString()),
        Sentences::tr("Changes in the log: %1").arg(status.value(u"changes"_s).toInteger())};
    if (status.value(u"serving"_s).toBool())
        lines.append(Sentences::tr("The server is running; connections: %1")
                         .arg(status.value(u"connections"_s).toInt()));
    else
        lines.append(Sentences::tr("The server is not running."));
    if (status.value(u"recovering"_s).toBool())
        lines.append(
            Sentences::tr("It takes no changes: clients hold newer ones than this copy. Restore a "
                          "newer backup."));
    if (status.value(u"clockBehind"_s).toBool())
        lines.append(Sentences::tr("It takes no changes: this machine's clock is behind the log."));
    if (status.value(u"damaged"_s).toBool())
        lines.append(
            Sentences::tr("A part of the database is damaged and cannot be read; all else is "
                          "served. Restore the newest backup."));
    const int left = status.value(u"diskFreePercent"_s).toInt();
    lines.append(
        left < kDiskLowPercent
            ? Sentences::tr(
                  "Little space is left on the disk: %1 %. Below 2 % no photos are taken.")
                  .arg(left)
            : Sentences::tr("Space left on the disk: %1 %").arg(left));
    return lines.join(u'\n');
}

} // namespace

Syntax StatusCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"status"_s;
    syntax.required = {u"data"_s};
    syntax.summary = Sentences::tr("show how the city and its server are");
    return syntax;
}

ExitCode StatusCommand::run(const Surroundings &around)
{
    const DataFolder folder(around.line.value(u"data"_s));
    if (const auto there = folder.check(); !there)
        return around.fail(Sentences::ofData(there.error(), folder.path()));
    auto facts = cityFacts(folder, around);
    if (!facts)
        return around.fail(Sentences::ofData(facts.error(), folder.path()));
    QJsonObject status = std::move(*facts);
    status.insert(u"data"_s, folder.path());
    status.insert(u"serving"_s, false);
    status.insert(u"diskFreePercent"_s, qRound(folder.freeFraction() * 100));
    const auto settings = folder.settings();
    auto listen =
        ListenAddress::parse(settings ? settings->value(u"listen"_s).toString() : QString());
    if (const auto live = ControlSocket::ask(folder, "status")) {
        for (auto field = live->begin(); field != live->end(); ++field)
            status.insert(field.key(), field.value());
        if (listen)
            listen->port = static_cast<quint16>(live->value(u"port"_s).toInt());
    }
    if (const auto city = base::CityId::fromHex(status.value(u"city"_s).toString());
        city && listen && !status.contains(u"address"_s))
        status.insert(u"address"_s, listen->cityAddress(*city));
    around.answer(status, inWords(status));
    return ExitCode::Ok;
}

} // namespace spilno::server
