// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Workplace.h"

namespace spilno::cli {

using base::ErrorCode;

namespace {

base::Result<profile::CityEntry> chooseCity(
    const Surroundings &around, const QList<profile::CityEntry> &cities)
{
    const QString wanted = around.line.value(QStringLiteral("city"));
    if (cities.isEmpty())
        return around.terminal.fail(
            ErrorCode::NotFound, Workplace::tr("This profile is in no city yet; use init."));
    QStringList names;
    QList<profile::CityEntry> fitting;
    for (const profile::CityEntry &entry : cities) {
        names.append(entry.name);
        const bool named = entry.name.compare(wanted, Qt::CaseInsensitive) == 0 ||
                           (wanted.size() >= 8 && entry.city.toHex().startsWith(wanted.toLower()));
        if (wanted.isEmpty() || named)
            fitting.append(entry);
    }
    if (fitting.size() == 1)
        return fitting.first();
    const QString list = names.join(QStringLiteral(", "));
    if (fitting.isEmpty())
        return around.terminal.fail(
            ErrorCode::NotFound,
            Workplace::tr("This profile is not in the city %1, but in: %2.").arg(wanted, list));
    return around.terminal.fail(
        ErrorCode::InvalidArgument,
        Workplace::tr("This profile is in several cities; choose one with --city: %1.").arg(list));
}

base::Result<> unlock(const Surroundings &around, profile::Profile &profile, Workplace::Keys keys)
{
    SPILNO_ASSIGN(const auto fromFile, passphraseFromFile(around));
    if (fromFile)
        return profile.unlock(*fromFile);
    if (keys == Workplace::Keys::Optional)
        return {};
    // A demonstration profile has an empty passphrase.
    if (profile.unlock(crypto::SecretBytes()))
        return {};
    SPILNO_ASSIGN(const auto typed, askPassphrase(around, false));
    return profile.unlock(typed);
}

} // namespace

base::Result<std::unique_ptr<Workplace>> Workplace::open(Surroundings &around, Keys keys)
{
    const QString folder = around.line.value(QStringLiteral("profile"));
    std::unique_ptr<Workplace> place(new Workplace);
    auto opened = profile::Profile::open(folder);
    if (!opened && opened.error().code == ErrorCode::NotFound)
        return around.terminal.fail(
            ErrorCode::NotFound, Workplace::tr("There is no profile in %1; use init.").arg(folder));
    if (!opened)
        return base::failure(opened.error());
    place->m_profile = std::move(*opened);
    SPILNO_TRY(unlock(around, *place->m_profile, keys));
    SPILNO_ASSIGN(place->m_entry, chooseCity(around, place->m_profile->cities()));
    SPILNO_ASSIGN(const auto address, sync::ServerAddress::parse(place->m_entry.address));
    SPILNO_ASSIGN(
        place->m_client,
        profile::CityClient::open(*place->m_profile, address, {&around.clock, &around.random}));
    return place;
}

base::Result<const records::RecordType *> Workplace::type(
    const Surroundings &around, const QString &name)
{
    const records::Registry &registry = records::Registry::standard();
    if (const records::RecordType *type = registry.type(name))
        return type;
    QStringList names;
    for (const records::RecordType *type : registry.types())
        names.append(type->name);
    return around.terminal.fail(
        ErrorCode::InvalidArgument, Workplace::tr("There is no record type %1. There are: %2.")
                                        .arg(name, names.join(QStringLiteral(", "))));
}

} // namespace spilno::cli
