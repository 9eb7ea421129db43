// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include "app/cli/Sentences.h"
#include "core/base/platform/Console.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

namespace spilno::cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Terminal::answer(const QJsonObject &object, const QString &text) const
{
    if (m_json)
        write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    else if (!text.isEmpty())
        write(stdout, QString(text + QLatin1Char('\n')).toUtf8());
}

void Terminal::progress(const QString &text)
{
    if (base::errorIsTerminal()) {
        write(stderr, QString(QStringLiteral("\r\x1b[K") + text).toUtf8());
        m_progressing = true;
    } else {
        write(stderr, QString(text + QLatin1Char('\n')).toUtf8());
    }
}

void Terminal::endProgress()
{
    if (m_progressing)
        write(stderr, QByteArrayLiteral("\n"));
    m_progressing = false;
}

void Terminal::note(const QString &text)
{
    endProgress();
    write(stderr, QString(text + QLatin1Char('\n')).toUtf8());
}

tl::unexpected<base::Error> Terminal::fail(base::ErrorCode code, const QString &sentence) const
{
    m_said = sentence;
    return base::failure(code, sentence);
}

bool Terminal::hasSaid(const base::Error &error) const
{
    return !m_said.isEmpty() && error.detail == m_said;
}

QString Terminal::sentenceOf(const base::Error &error) const
{
    return hasSaid(error) ? m_said : errorSentence(error);
}

void Terminal::error(const QString &sentence)
{
    endProgress();
    QString line = sentence;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    write(stderr, QString(QStringLiteral("spilnoctl: ") + line + QLatin1Char('\n')).toUtf8());
}

} // namespace spilno::cli
