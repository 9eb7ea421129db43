// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/InitCommand.h"

#include "syncserver/commands/Passphrase.h"
#include "syncserver/commands/Sentences.h"
#include "syncserver/keys/PrivateFile.h"
#include "syncserver/store/DataFolder.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>

namespace spilno::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPlanBytesMax = 4 * 1024 * 1024;

PlanLanguage planLanguage()
{
    return QLocale().language() == QLocale::Ukrainian ? PlanLanguage::Ukrainian
                                                      : PlanLanguage::English;
}

} // namespace

Syntax InitCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"init"_s;
    syntax.required = {u"data"_s, u"name"_s, u"owner"_s};
    syntax.optional = {u"listen"_s, u"owner-name"_s, u"plan"_s};
    syntax.summary = Sentences::tr("found a city and print its address");
    return syntax;
}

ExitCode InitCommand::run(const Surroundings &around)
{
    const auto listen = ListenAddress::parse(
        around.line.has(u"listen"_s) ? around.line.value(u"listen"_s)
                                     : QString::fromLatin1(ListenAddress::kDefault));
    if (!listen || listen->port == 0)
        return around.misused(Sentences::tr("--listen needs HOST:PORT, such as 127.0.0.1:%1.")
                                  .arg(ListenAddress::kDefaultPort));
    const DataFolder folder(around.line.value(u"data"_s));
    if (folder.check())
        return around.fail(Sentences::tr("There is a city in %1 already.").arg(folder.path()));
    if (!openOwner(around))
        return ExitCode::Failed;
    return found(around, *listen);
}

bool InitCommand::openOwner(const Surroundings &around)
{
    const QString folder = QDir(around.line.value(u"owner"_s)).absolutePath();
    const bool known = profile::Profile::exists(folder);
    const auto passphrase =
        ownerPassphrase(around, known ? PassphraseUse::Open : PassphraseUse::Choose);
    if (!passphrase)
        return false;
    if (known) {
        auto opened = profile::Profile::open(folder);
        if (!opened) {
            around.note(Sentences::ofProfile(opened.error(), folder));
            return false;
        }
        if (auto unlocked = (*opened)->unlock(*passphrase); !unlocked) {
            around.note(Sentences::ofProfile(unlocked.error(), folder));
            return false;
        }
        m_owner = std::move(*opened);
        return true;
    }
    auto made = profile::Profile::create(
        folder, *passphrase, wire::DeviceKind::Desktop, crypto::VaultCost::Interactive,
        around.random);
    if (!made) {
        around.note(Sentences::ofProfile(made.error(), folder));
        return false;
    }
    m_owner = std::move(made->profile);
    m_recoveryCode = made->recoveryCode;
    return true;
}

bool InitCommand::readPlan(const Surroundings &around, FoundingPlan &plan) const
{
    if (!around.line.has(u"plan"_s)) {
        plan = FoundingPlan::standard(planLanguage());
        return true;
    }
    const QString path = around.line.value(u"plan"_s);
    auto bytes = readWholeFile(path, kPlanBytesMax);
    auto read = bytes ? FoundingPlan::fromJson(*bytes, planLanguage())
                      : base::Result<FoundingPlan>(base::failure(bytes.error()));
    if (!read) {
        around.note(Sentences::tr("The plan %1 cannot be used: %2").arg(path, read.error().detail));
        return false;
    }
    plan = std::move(*read);
    return true;
}

ExitCode InitCommand::found(const Surroundings &around, const ListenAddress &listen)
{
    CityFounding::Request request;
    if (!readPlan(around, request.plan))
        return ExitCode::Failed;
    request.folder = around.line.value(u"data"_s);
    request.name = around.line.value(u"name"_s);
    request.owner = m_owner->identity();
    request.displayName = around.line.has(u"owner-name"_s) ? around.line.value(u"owner-name"_s)
                                                           : Sentences::tr("Owner of the city");
    request.listen = listen.toString();
    request.address = [listen](const base::CityId &city) { return listen.cityAddress(city); };
    request.ownerReplica = [this](const base::CityId &city) { return m_owner->replicaPath(city); };
    request.clock = &around.clock;
    request.random = &around.random;
    const auto city = CityFounding::found(request);
    const QString folder = DataFolder(request.folder).path();
    if (!city)
        return around.fail(Sentences::ofData(city.error(), folder));
    const QString address = listen.cityAddress(city->id);
    if (auto known = m_owner->rememberCity({city->id, request.name.simplified(), address}); !known)
        return around.fail(Sentences::ofProfile(known.error(), m_owner->folder()));
    if (!m_recoveryCode.isEmpty() && !around.line.has(u"json"_s))
        around.note(
            Sentences::tr("Recovery code of the owner, to be written down and kept in a safe "
                          "place; it is not shown again:\n%1")
                .arg(m_recoveryCode));
    QJsonObject answer{
        {u"address"_s, address},
        {u"city"_s, city->id.toHex()},
        {u"name"_s, request.name.simplified()},
        {u"data"_s, folder},
        {u"owner"_s, m_owner->folder()}};
    if (!m_recoveryCode.isEmpty())
        answer.insert(u"recoveryCode"_s, m_recoveryCode);
    around.answer(answer, address);
    return ExitCode::Ok;
}

} // namespace spilno::server
