// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/ServeCommand.h"

#include "syncserver/commands/ControlSocket.h"
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
    syntax.optional = {u"listen"_s, u"hub"_s, u"every"_s, u"keep"_s, u"to"_s};
    syntax.summary = Sentences::tr("run the server of a city until it is told to stop");
    return syntax;
}

ExitCode ServeCommand::run(const Surroundings &around)
{
    if (around.line.has(u"hub"_s))
        return around.misused(Sentences::tr(
            "A server that relays for an office (--hub) comes with a later version."));
    if (const auto wrong = BackupSchedule::read(around.line, m_backups))
        return around.misused(*wrong);
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

std::optional<QString> ServeCommand::start(const Surroundings &around, const ListenAddress &listen)
{
    ServerHost::Options options;
    options.folder = around.line.value(u"data"_s);
    const QString folder = DataFolder(options.folder).path();
    options.address = listen.resolved();
    if (options.address.isNull())
        return Sentences::tr("This machine has no address called %1.").arg(listen.host);
    options.port = listen.port;
    options.clock = &around.clock;
    options.random = &around.random;
    options.logSink = ServerLog::standardError();
    options.openStore = ReplicaStore::opener(
        DataFolder(options.folder).databaseFile(), around.clock, around.random);
    auto host = ServerHost::start(options);
    if (host) {
        m_host = std::move(*host);
        return std::nullopt;
    }
    const base::Error &error = host.error();
    if (error.code == base::ErrorCode::AlreadyInUse && !error.detail.contains(folder))
        return Sentences::tr("Another program already listens at %1.").arg(listen.toString());
    if (error.code == base::ErrorCode::Network || error.code == base::ErrorCode::NotPermitted)
        return Sentences::tr("It is not possible to listen at %1.").arg(listen.toString());
    return Sentences::ofData(error, folder);
}

ExitCode ServeCommand::serve(const Surroundings &around, const ListenAddress &listen)
{
    // Before the start, so that a signal that comes at once stops it in good order too.
    base::StopSignal stop;
    if (const auto sentence = start(around, listen))
        return around.fail(*sentence);
    ServerLog log(around.clock, ServerLog::standardError());
    ControlSocket control(*m_host);
    if (const auto listening = control.listen(); !listening)
        log.write(
            LogLevel::Warning, u"no-control-socket"_s, {{u"detail"_s, listening.error().detail}});
    ListenAddress actual = listen;
    actual.port = m_host->port();
    const QString address = actual.cityAddress(m_host->city());
    around.answer(
        {{u"address"_s, address}, {u"city"_s, m_host->city().toHex()}, {u"listening"_s, true}},
        address);
    BackupSchedule backups(m_backups, m_host->folder(), around.clock, log);
    if (m_backups.everyMs > 0)
        backups.start();
    QObject::connect(
        &stop, &base::StopSignal::asked, QCoreApplication::instance(), &QCoreApplication::quit);
    QCoreApplication::exec();
    m_host->stop();
    return ExitCode::Ok;
}

} // namespace spilno::server
