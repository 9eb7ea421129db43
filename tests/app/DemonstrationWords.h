// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

/// Pages with made-up content that show every widget of the kit in its place; for tests only.
namespace spilno::demonstration {

/// The sentence of the present language; demonstration words are not in the translations.
inline QString say(const char16_t *english, const char16_t *ukrainian)
{
    return QString::fromUtf16(QLocale().language() == QLocale::Ukrainian ? ukrainian : english);
}

} // namespace spilno::demonstration
