// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/RotateCertCommand.h"

#include "syncserver/commands/ControlSocket.h"
#include "syncserver/commands/Sentences.h"
#include "syncserver/net/TlsCertificate.h"

namespace spilno::server {

using namespace Qt::StringLiterals;

Syntax RotateCertCommand::syntax() const
{
    Syntax syntax;
    syntax.name = u"rotate-cert"_s;
    syntax.required = {u"data"_s};
    syntax.summary = Sentences::tr("make a new TLS certificate; the address stays the same");
    return syntax;
}

ExitCode RotateCertCommand::run(const Surroundings &around)
{
    const DataFolder folder(around.line.value(u"data"_s));
    if (const auto there = folder.check(); !there)
        return around.fail(Sentences::ofData(there.error(), folder.path()));
    const auto made = TlsCertificate::make(around.clock.wallMs(), around.random);
    if (!made)
        return around.fail(Sentences::of(made.error()));
    if (const auto written = made->write(folder.path()); !written)
        return around.fail(Sentences::ofData(written.error(), folder.path()));
    const bool running = ControlSocket::ask(folder, "status").has_value();
    around.answer(
        {{u"certificate"_s, made->hash().toHex()}, {u"restart"_s, running}},
        running ? Sentences::tr("A new certificate is made; it is used once the server is started "
                                "again.")
                : Sentences::tr("A new certificate is made."));
    return ExitCode::Ok;
}

} // namespace spilno::server
