// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/StartOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

namespace spilno::shell {

namespace {

/// Reads the options of a tour; what is wrong with them, or an empty text.
QString readTour(const QCommandLineParser &parser, TourOptions &tour)
{
    const QString language = parser.value(QStringLiteral("lang"));
    if (language == QStringLiteral("uk"))
        tour.language = settings::Language::Ukrainian;
    else if (language == QStringLiteral("en"))
        tour.language = settings::Language::English;
    else if (!language.isEmpty())
        return QStringLiteral("--lang is uk or en");
    const QString theme = parser.value(QStringLiteral("theme"));
    if (theme == QStringLiteral("light"))
        tour.theme = style::ThemeMode::Light;
    else if (theme == QStringLiteral("dark"))
        tour.theme = style::ThemeMode::Dark;
    else if (!theme.isEmpty())
        return QStringLiteral("--theme is light or dark");
    const QString size = parser.value(QStringLiteral("size"));
    const auto match = QRegularExpression(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$")).match(size);
    if (match.hasMatch())
        tour.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    else if (!size.isEmpty())
        return QStringLiteral("--size is WIDTHxHEIGHT, such as 1366x768");
    const QString text = parser.value(QStringLiteral("text"));
    const int percent = text.toInt();
    if (percent >= 100 && percent <= 200)
        tour.textPercent = percent;
    else if (!text.isEmpty())
        return QStringLiteral("--text is a number from 100 to 200");
    return {};
}

void describe(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("profile"), QStringLiteral("Open the profile in this folder."),
         QStringLiteral("DIR")},
        {QStringLiteral("demo"), QStringLiteral("Open a demonstration city; nothing is asked.")},
        {QStringLiteral("tour"), QStringLiteral("Save a picture of every page and leave."),
         QStringLiteral("OUT")},
        {QStringLiteral("lang"), QStringLiteral("Of the tour: uk or en."), QStringLiteral("LANG")},
        {QStringLiteral("theme"), QStringLiteral("Of the tour: light or dark."),
         QStringLiteral("THEME")},
        {QStringLiteral("size"), QStringLiteral("Of the tour's window."), QStringLiteral("WxH")},
        {QStringLiteral("text"), QStringLiteral("Size of the tour's text, 100 to 200."),
         QStringLiteral("PERCENT")},
        {QStringLiteral("measured"),
         QStringLiteral("Say «painted» when the first list is on the screen.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Say this.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Say the version.")},
    });
    parser.addPositionalArgument(
        QStringLiteral("link"), QStringLiteral("A spilno:// link or a .spilno file."),
        QStringLiteral("[link]"));
}

/// A link as it is; a file, however it was named, as its path.
QString linkOf(const QString &argument)
{
    if (argument.isEmpty() || argument.startsWith(QStringLiteral("spilno:"), Qt::CaseInsensitive))
        return argument;
    const QUrl url(argument);
    return QFileInfo(url.isLocalFile() ? url.toLocalFile() : argument).absoluteFilePath();
}

} // namespace

StartOptions StartOptions::parse(const QStringList &arguments)
{
    StartOptions options;
    const auto leave = [&options](int code, const QString &why) {
        options.exitCode = code;
        options.message = why;
        return options;
    };
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return leave(2, QStringLiteral("spilno: ") + parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return leave(0, parser.helpText());
    if (parser.isSet(QStringLiteral("version")))
        return leave(0, QStringLiteral("spilno ") + QCoreApplication::applicationVersion());
    if (const QString problem = readTour(parser, options.tour); !problem.isEmpty())
        return leave(2, QStringLiteral("spilno: ") + problem);
    if (parser.positionalArguments().size() > 1)
        return leave(2, QStringLiteral("spilno: one link or file at a time"));
    options.profile = parser.value(QStringLiteral("profile"));
    options.demonstration = parser.isSet(QStringLiteral("demo"));
    options.measured = parser.isSet(QStringLiteral("measured"));
    options.tourFolder = parser.value(QStringLiteral("tour"));
    options.link = linkOf(parser.positionalArguments().value(0));
    if (!options.profile.isEmpty())
        options.profile = QDir(options.profile).absolutePath();
    return options;
}

StartRequest StartOptions::startRequest(const QString &temporary) const
{
    StartRequest request;
    request.profile = profile;
    request.profilesFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                             QStringLiteral("/profiles");
    request.link = link;
    request.demonstration = demonstration;
    if (demonstration && profile.isEmpty())
        request.profile = temporary + QStringLiteral("/demo");
    return request;
}

} // namespace spilno::shell
