// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/Console.h"

#include <QtCore/QtGlobal>

#include <cstdio>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace spilno::base {

namespace {

constexpr qsizetype kLineBytesMax = 4096;

void say(const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

#ifdef Q_OS_WIN

bool inputIsTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

bool errorIsTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
}

std::optional<QByteArray> readHiddenLine(const QString &prompt)
{
    if (!inputIsTerminal())
        return std::nullopt;
    say(prompt);
    QString line;
    for (wint_t sign = _getwch(); sign != L'\r' && sign != L'\n'; sign = _getwch()) {
        if (sign == L'\b')
            line.chop(1);
        else if (line.size() < kLineBytesMax)
            line.append(QChar(static_cast<char16_t>(sign)));
    }
    say(QStringLiteral("\n"));
    return line.toUtf8();
}

#else

bool inputIsTerminal()
{
    return isatty(STDIN_FILENO) != 0;
}

bool errorIsTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

std::optional<QByteArray> readHiddenLine(const QString &prompt)
{
    termios shown{};
    if (!inputIsTerminal() || tcgetattr(STDIN_FILENO, &shown) != 0)
        return std::nullopt;
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    say(prompt);
    QByteArray line;
    line.reserve(kLineBytesMax); // one piece of memory, so that one wiping is enough
    int sign = std::getchar();
    for (; sign != '\n' && sign != EOF; sign = std::getchar()) {
        if (line.size() < kLineBytesMax)
            line.append(static_cast<char>(sign));
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    say(QStringLiteral("\n"));
    if (sign == EOF && line.isEmpty())
        return std::nullopt;
    return line;
}

#endif

} // namespace spilno::base
