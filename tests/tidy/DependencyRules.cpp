// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/Layers.h"
#include "tests/tidy/Rule.h"

#include <QDir>
#include <QFileInfo>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

// The path from the root that an include means, or nothing when it is not a file of the project.
QString resolve(const SourceFile &file, const SourceFile::Include &include)
{
    const QString clean = QDir::cleanPath(include.name);
    for (const QString &top : {u"core/"_s, u"syncserver/"_s, u"app/"_s, u"tests/"_s}) {
        if (clean.startsWith(top))
            return clean;
    }
    if (!include.quoted || clean.endsWith(".moc"_L1) || clean.startsWith("moc_"_L1) ||
        clean.startsWith("ui_"_L1)) {
        return {};
    }
    return QDir::cleanPath(QFileInfo(file.path()).path() + u'/' + clean);
}

Findings checkLayers(const SourceFile &file)
{
    Findings findings;
    for (const SourceFile::Include &include : file.includes()) {
        const QString target = resolve(file, include);
        const QString why = target.isEmpty() ? QString() : whyForbidden(file.path(), target);
        if (!why.isEmpty())
            findings.append({u"layers"_s, file.path(), include.line, why, include.name, 0});
    }
    return findings;
}

Findings checkHeadless(const SourceFile &file)
{
    Findings findings;
    if (!file.under(u"core") && !file.under(u"syncserver") && !file.under(u"app/cli"))
        return findings;
    for (const SourceFile::Include &include : file.includes()) {
        if (include.name.startsWith("core/"_L1) || !isGraphicalQtHeader(include.name))
            continue;
        findings.append(
            {u"headless"_s, file.path(), include.line,
             u"code without a window must not include <%1>"_s.arg(include.name), include.name, 0});
    }
    return findings;
}

Findings checkSodium(const SourceFile &file)
{
    Findings findings;
    if (file.under(u"core/crypto"))
        return findings;
    for (const SourceFile::Include &include : file.includes()) {
        if (include.name.startsWith("sodium"_L1))
            findings.append(
                {u"sodium"_s,
                 file.path(),
                 include.line,
                 u"<sodium.h> is seen by core/crypto only"_s,
                 {},
                 0});
    }
    return findings;
}

Findings checkPlatformHeaders(const SourceFile &file)
{
    static const QStringList names{u"unistd.h"_s, u"fcntl.h"_s,   u"pwd.h"_s,      u"grp.h"_s,
                                   u"dlfcn.h"_s,  u"poll.h"_s,    u"pthread.h"_s,  u"termios.h"_s,
                                   u"syslog.h"_s, u"windows.h"_s, u"winsock2.h"_s, u"ifaddrs.h"_s,
                                   u"netdb.h"_s,  u"sched.h"_s,   u"execinfo.h"_s};
    static const QStringList folders{u"sys/"_s,   u"netinet/"_s, u"arpa/"_s,
                                     u"linux/"_s, u"net/"_s,     u"mach/"_s};
    Findings findings;
    if (file.under(u"core/base/platform") || file.under(u"tests"))
        return findings;
    for (const SourceFile::Include &include : file.includes()) {
        const bool banned =
            names.contains(include.name, Qt::CaseInsensitive) ||
            std::any_of(folders.cbegin(), folders.cend(), [&](const QString &folder) {
                return include.name.startsWith(folder);
            });
        if (banned)
            findings.append(
                {u"platform-header"_s,
                 file.path(),
                 include.line,
                 u"<%1> is not portable: it belongs in core/base/platform"_s.arg(include.name),
                 {},
                 0});
    }
    return findings;
}

} // namespace

QList<Rule> dependencyRules()
{
    return {
        {u"layers"_s, checkLayers},
        {u"headless"_s, checkHeadless},
        {u"sodium"_s, checkSodium},
        {u"platform-header"_s, checkPlatformHeaders}};
}

} // namespace spilno::tidy
