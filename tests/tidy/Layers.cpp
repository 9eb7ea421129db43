// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/Layers.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QStringList>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

// A folder may include folders of a smaller number, and itself.
const QHash<QString, int> coreLayers{
    {u"base"_s, 0},    {u"crypto"_s, 1},  {u"wire"_s, 2}, {u"log"_s, 3},    {u"voting"_s, 4},
    {u"records"_s, 5}, {u"replica"_s, 6}, {u"sync"_s, 7}, {u"import"_s, 7}, {u"profile"_s, 8}};

const QHash<QString, int> appLayers{{u"style"_s, 0},   {u"widgets"_s, 1}, {u"records"_s, 2},
                                    {u"session"_s, 3}, {u"pages"_s, 4},   {u"settings"_s, 4},
                                    {u"shell"_s, 5}};

const QHash<QString, QStringList> testsSee{
    {u"core"_s, {u"core"_s, u"support"_s}},
    {u"server"_s, {u"core"_s, u"syncserver"_s, u"support"_s}},
    {u"sim"_s, {u"core"_s, u"syncserver"_s, u"support"_s}},
    {u"process"_s, {u"core"_s, u"syncserver"_s, u"support"_s}},
    {u"bench"_s, {u"core"_s, u"syncserver"_s, u"support"_s}},
    {u"support"_s, {u"core"_s, u"syncserver"_s}},
    {u"fuzz"_s, {u"core"_s, u"support"_s}},
    {u"app"_s, {u"core"_s, u"syncserver"_s, u"app"_s, u"support"_s}},
    {u"tidy"_s, {}}};

QString part(const QString &path, int index)
{
    const QStringList parts = path.split(u'/');
    return index < parts.size() - 1 ? parts.at(index) : QString();
}

QString whyForbiddenInCore(const QString &from, const QString &to)
{
    const QString own = part(from, 1);
    const QString other = part(to, 1);
    if (!coreLayers.contains(own))
        return u"core/%1 is not in the dependency table"_s.arg(own);
    if (!coreLayers.contains(other))
        return u"core/%1 is not in the dependency table"_s.arg(other);
    if (own == other)
        return {};
    if (coreLayers.value(other) >= coreLayers.value(own))
        return u"core/%1 must not include core/%2"_s.arg(own, other);
    if (own == "voting"_L1 && other == "log"_L1)
        return u"core/voting may see crypto/ and wire/ only"_s;
    return {};
}

QString whyForbiddenInApp(const QString &from, const QString &to)
{
    const QString own = part(from, 1);
    const QString other = part(to, 1);
    if (from == "app/main.cpp"_L1 || own == other) {
        const bool foreignPage = own == "pages"_L1 && !part(to, 2).isEmpty() &&
                                 !part(from, 2).isEmpty() && part(from, 2) != part(to, 2);
        return foreignPage ? u"a page never includes another page's folder"_s : QString();
    }
    if (own == "cli"_L1)
        return u"app/cli may include core only"_s;
    if (other == "cli"_L1)
        return u"app/cli is a program of its own"_s;
    if (!appLayers.contains(own) || !appLayers.contains(other))
        return u"app/%1 is not in the dependency table"_s.arg(
            appLayers.contains(own) ? other : own);
    if (appLayers.value(other) >= appLayers.value(own))
        return u"app/%1 must not include app/%2"_s.arg(own, other);
    return {};
}

QString whyForbiddenInTests(const QString &from, const QString &to)
{
    const QString own = part(from, 1);
    const QString top = part(to, 0);
    const QString other = top == "tests"_L1 ? part(to, 1) : top;
    if (other == own && top == "tests"_L1)
        return {};
    if (top == "tests"_L1 && other != "support"_L1)
        return u"tests share code in tests/support only"_s;
    if (!testsSee.contains(own))
        return u"tests/%1 is not in the dependency table"_s.arg(own);
    if (!testsSee.value(own).contains(other))
        return u"tests/%1 must not include %2"_s.arg(own, other);
    return {};
}

} // namespace

QString whyForbidden(const QString &from, const QString &to)
{
    const QString own = part(from, 0);
    const QString other = part(to, 0);
    if (own == "tests"_L1)
        return whyForbiddenInTests(from, to);
    if (other == "tests"_L1)
        return u"nothing but a test includes tests/"_s;
    if (own == "core"_L1)
        return other == own ? whyForbiddenInCore(from, to)
                            : u"core must not include %1"_s.arg(other);
    if (own == "syncserver"_L1)
        return other == "app"_L1 ? u"syncserver knows core only"_s : QString();
    if (other == "syncserver"_L1)
        return from == "app/main.cpp"_L1
                   ? QString()
                   : u"app/main.cpp is the only file of app that includes syncserver/"_s;
    return other == "app"_L1 ? whyForbiddenInApp(from, to) : QString();
}

bool isGraphicalQtHeader(const QString &name)
{
    const QStringList allowed{u"QtCore"_s, u"QtNetwork"_s, u"QtSql"_s, u"QtConcurrent"_s};
    // <QtGui/QImage>, <qt6/QtGui/qimage.h>, "../QtWidgets/QWidget"
    const QStringList parts = name.split(u'/');
    for (const QString &module : parts) {
        if (module.startsWith("Qt"_L1) && module.size() > 2 && module.at(2).isUpper())
            return !allowed.contains(module);
    }
    // <QImage>, <qimage.h>: the module is the one whose folder holds the header.
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    const auto holds = [&](const QString &module) {
        return QFileInfo::exists(headers.filePath(module + u'/' + parts.last()));
    };
    for (const QString &module : allowed) {
        if (holds(module))
            return false;
    }
    const QStringList modules = headers.entryList({u"Qt*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    return std::any_of(modules.cbegin(), modules.cend(), holds);
}

} // namespace spilno::tidy
