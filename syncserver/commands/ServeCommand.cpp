// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/ServeCommand.h"

#include "syncserver/commands/Sentences.h"
#include "syncserver/store/ReplicaStore.h"

#include "core/base/platform/StopSignal.h"
#include "core/records/Registry.h"

namespace spilno::server {

using namespace Qt::StringLiterals;

Syntax ServeCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"serve"_s;
    syntax.required = {u"data"_s};
    syntax.optional = {u"listen"_s, u"hub"_s};
    syntax.summary = Sentences::tr("run the server of a city until it is told to stop");
    return syntax;
}

ExitCode ServeCommand::run(const Surroundings &around)
{
    if (around.line.has(u"hub"_s))
        return around.misused(Sentences::tr(
            "A server that relays for an office (--hub) comes with a later version."));
    const DataFolder folder(around.line.value(u"data"_s));
    if (const auto city = folder.check(); !city)
        return around.fail(Sentences::ofData(city.error(), folder.path()));
    QString text = around.line.value(u"listen"_s);
    if (text.isEmpty()) {
        const auto settings = folder.settings();
        if (!settings)
            return around.fail(Sentences::ofData(settings.error(), folder.path()));
        text = settings->value(u"listen"_s).toString(QString::fromLatin1(ListenAddress::kDefault));
    }
    const auto listen = ListenAddress::parse(text);
    if (!listen)
        return around.misused(Sentences::tr("--listen needs HOST:PORT, such as 127.0.0.1:%1.")
                                  .arg(ListenAddress::kDefaultPort));
    return serve(around, *listen);
}

ExitCode ServeCommand::serve(const Surroundings &around, const ListenAddress &listen)
{
    ServerHost::Options options;
    options.folder = around.line.value(u"data"_s);
    const QString folder = DataFolder(options.folder).path();
    options.address = listen.resolved();
    if (options.address.isNull())
        return around.fail(
            Sentences::tr("This machine has no address called %1.").arg(listen.host));
    options.port = listen.port;
    options.clock = &around.clock;
    options.random = &around.random;
    options.logSink = ServerLog::standardError();
    options.openStore = ReplicaStore::opener(
        DataFolder(options.folder).databaseFile(), around.clock, around.random);
    // Before the start, so that a signal that comes at once stops it in good order too.
    base::StopSignal stop;
    auto host = ServerHost::start(options);
    if (!host) {
        const base::Error &error = host.error();
        if (error.code == base::ErrorCode::AlreadyInUse && !error.detail.contains(folder))
            return around.fail(
                Sentences::tr("Another program already listens at %1.").arg(listen.toString()));
        if (error.code == base::ErrorCode::Network || error.code == base::ErrorCode::NotPermitted)
            return around.fail(
                Sentences::tr("It is not possible to listen at %1.").arg(listen.toString()));
        return around.fail(Sentences::ofData(error, folder));
    }
    m_host = std::move(*host);
    ListenAddress actual = listen;
    actual.port = m_host->port();
    const QString address = actual.cityAddress(m_host->city());
    around.answer(
        {{u"address"_s, address}, {u"city"_s, m_host->city().toHex()}, {u"listening"_s, true}},
        address);
    QObject::connect(
        &stop, &base::StopSignal::asked, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    m_host->stop();
    return ExitCode::Ok;
}

} // namespace spilno::server
