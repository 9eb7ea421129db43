// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/TextMatch.h"

#include "core/base/text/Normalise.h"

#include <QtCore/QStringList>

#include <sqlite3.h>

namespace spilno::replica {

namespace {

QString fold(const QString &text)
{
    QString folded = text.toCaseFolded();
    for (QChar &sign : folded) {
        if (sign.unicode() > 0x7F ? base::isApostrophe(sign.unicode()) : sign == u'`')
            sign = u'\'';
    }
    return folded;
}

QString textOf(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return QString::fromUtf8(bytes, bytes != nullptr ? sqlite3_value_bytes(value) : 0);
}

void found(sqlite3_context *context, int count, sqlite3_value **values)
{
    QString all;
    for (int i = 1; i < count; ++i)
        all += fold(textOf(values[i])) + u'\n';
    const QString words = textOf(values[0]);
    const QList<QStringView> wanted = QStringView(words).split(u'\n');
    for (const QStringView word : wanted) {
        if (!all.contains(word)) {
            sqlite3_result_int(context, 0);
            return;
        }
    }
    sqlite3_result_int(context, 1);
}

} // namespace

QString foldedWords(const QString &text)
{
    return fold(base::displayText(text).simplified()).replace(u' ', u'\n');
}

base::Result<> addTextMatch(sqlite3 *connection)
{
    const int code = sqlite3_create_function_v2(
        connection, "spilno_found", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, found, nullptr,
        nullptr, nullptr);
    if (code != SQLITE_OK)
        return base::failure(base::ErrorCode::Io, QString::fromUtf8(sqlite3_errmsg(connection)));
    return {};
}

} // namespace spilno::replica
