// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/InitCommand.h"

#include "app/cli/Sentences.h"
#include "app/cli/SyncRun.h"
#include "app/cli/Workplace.h"
#include "core/profile/CityClient.h"
#include "core/profile/InvitationCode.h"

#include <QtCore/QDir>

namespace spilno::cli {

using base::ErrorCode;

Syntax InitCommand::syntax() const
{
    return {
        .name = QStringLiteral("init"),
        .operands = QStringLiteral("--server spilno://HOST:PORT#FINGERPRINT --name NAME"
                                   " [--invite CODE] [--demo]"),
        .values = {QStringLiteral("server"), QStringLiteral("name"), QStringLiteral("invite")},
        .flags = {QStringLiteral("demo")},
        .summary = tr("make a profile and enter a city")};
}

base::Result<sync::ServerAddress> InitCommand::readAddress(const Surroundings &around) const
{
    sync::AddressProblem problem = sync::AddressProblem::None;
    auto address =
        sync::ServerAddress::parse(around.line.value(QStringLiteral("server")), &problem);
    if (address)
        return std::move(*address);
    using sync::AddressProblem;
    const auto fail = [&around](const QString &sentence) {
        return around.terminal.fail(ErrorCode::InvalidArgument, sentence);
    };
    switch (problem) {
    case AddressProblem::Empty:
        return fail(tr("Which city? Give its address: --server spilno://HOST:PORT#FINGERPRINT"));
    case AddressProblem::OtherScheme:
        return fail(tr("An address of a city begins with spilno://"));
    case AddressProblem::BadPort:
        return fail(tr("The address has no usable port after the host."));
    case AddressProblem::NoFingerprint:
        return fail(tr("The address lacks the fingerprint of the city after the sign #."));
    case AddressProblem::BadFingerprint:
        return fail(tr("The fingerprint in the address does not have 64 hexadecimal digits."));
    case AddressProblem::NoCode:
        return fail(tr("The invitation link lacks its code."));
    default:
        return fail(tr("The address cannot be read: %1").arg(address.error().detail));
    }
}

base::Result<InitCommand::Opened> InitCommand::openProfile(const Surroundings &around) const
{
    const QString folder = around.line.value(QStringLiteral("profile"));
    if (profile::Profile::exists(folder)) {
        SPILNO_ASSIGN(auto known, profile::Profile::open(folder));
        SPILNO_ASSIGN(const auto fromFile, passphraseFromFile(around));
        if (fromFile) {
            SPILNO_TRY(known->unlock(*fromFile));
        } else if (!known->unlock(crypto::SecretBytes())) {
            SPILNO_ASSIGN(const auto typed, askPassphrase(around, false));
            SPILNO_TRY(known->unlock(typed));
        }
        return Opened{std::move(known), {}};
    }
    const bool demo = around.line.has(QStringLiteral("demo"));
    crypto::SecretBytes passphrase;
    if (!demo) {
        SPILNO_ASSIGN(passphrase, askPassphrase(around, true));
        if (passphrase.isEmpty())
            return around.terminal.fail(
                ErrorCode::InvalidArgument,
                tr("The passphrase is empty; only --demo allows that."));
    }
    const auto cost = demo ? crypto::VaultCost::Minimal : crypto::VaultCost::Interactive;
    SPILNO_ASSIGN(
        auto made, profile::Profile::create(
                       folder, passphrase, wire::DeviceKind::Desktop, cost, around.random));
    return Opened{std::move(made.profile), made.recoveryCode};
}

base::Result<> InitCommand::enter(
    Surroundings &around, Opened &opened, const sync::ServerAddress &address)
{
    SPILNO_ASSIGN(
        const auto client,
        profile::CityClient::open(*opened.profile, address, {&around.clock, &around.random}));
    SyncRun contact;
    contact.run(*client, around.clock);
    SPILNO_TRY(contact.outcome(around.terminal));
    SPILNO_ASSIGN(
        const QString name, waitFor(client->replica().read([](replica::ReplicaDatabase &database) {
            return base::Result<QString>(database.city().name);
        })));
    sync::ServerAddress plain = address;
    plain.invitation.clear();
    SPILNO_TRY(opened.profile->rememberCity({address.city, name, plain.toString()}));
    const QString given = around.line.value(QStringLiteral("invite"));
    const QString code = given.isEmpty() ? address.invitation : given;
    SPILNO_ASSIGN(const auto known, waitFor(client->replica().conflicts()));
    SPILNO_TRY(waitFor(client->enrol(
        opened.profile->identity(), around.line.value(QStringLiteral("name")), code)));
    SyncRun entry;
    entry.run(*client, around.clock);
    SPILNO_TRY(entry.outcome(around.terminal));
    SPILNO_ASSIGN(const auto conflicts, waitFor(client->replica().conflicts()));
    for (const replica::Conflict &conflict : conflicts) {
        const bool isNew =
            std::none_of(known.begin(), known.end(), [&conflict](const replica::Conflict &old) {
                return old.op == conflict.op;
            });
        if (isNew && conflict.mine && conflict.kind == replica::Conflict::Kind::Void)
            return around.terminal.fail(
                ErrorCode::NotPermitted,
                tr("The city did not accept the entry: %1.").arg(reasonSentence(conflict.reason)));
    }
    const QString person = opened.profile->identity()->person.toHex();
    QJsonObject answer{
        {QStringLiteral("city"), name},
        {QStringLiteral("city_id"), address.city.toHex()},
        {QStringLiteral("address"), plain.toString()},
        {QStringLiteral("person"), person},
        {QStringLiteral("device"), opened.profile->identity()->device.publicKey().toHex()}};
    QString text = tr("You are in %1.").arg(name);
    if (!opened.recoveryCode.isEmpty()) {
        answer.insert(QStringLiteral("recovery_code"), opened.recoveryCode);
        text +=
            QLatin1Char('\n') + tr("Recovery code, shown only now; print it and keep it safe: %1")
                                    .arg(opened.recoveryCode);
    }
    if (around.line.has(QStringLiteral("demo")))
        text += QLatin1Char('\n') + tr("A demonstration profile: its passphrase is empty.");
    around.terminal.answer(answer, text);
    return {};
}

base::Result<> InitCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const sync::ServerAddress address, readAddress(around));
    const QString code = around.line.value(QStringLiteral("invite"));
    if (!code.isEmpty() && !profile::InvitationCode::parse(code))
        return around.terminal.fail(
            ErrorCode::InvalidArgument, tr("That is not an invitation code."));
    if (around.line.value(QStringLiteral("name")).trimmed().isEmpty())
        return around.terminal.fail(
            ErrorCode::InvalidArgument, tr("Your name is needed: --name NAME"));
    const QString folder = around.line.value(QStringLiteral("profile"));
    const bool wasEmpty = QDir(folder).isEmpty() || !QDir(folder).exists();
    SPILNO_ASSIGN(Opened opened, openProfile(around));
    const base::Result<> entered = enter(around, opened, address);
    // Whose first contact failed begins again from nothing, so that no unseen recovery code stays.
    if (!entered && !opened.recoveryCode.isEmpty() && wasEmpty &&
        opened.profile->cities().isEmpty()) {
        opened.profile.reset();
        QDir(folder).removeRecursively();
    }
    return entered;
}

} // namespace spilno::cli
