// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/SecretBytes.h"

#include <QString>

namespace spilno::session {

/// What was typed as the bytes a vault is sealed by: NFC, UTF-8, in guarded memory.
[[nodiscard]] inline crypto::SecretBytes passphraseBytes(const QString &typed)
{
    QByteArray bytes = typed.normalized(QString::NormalizationForm_C).toUtf8();
    crypto::SecretBytes secret = crypto::SecretBytes::copyOf(base::view(bytes));
    crypto::wipe(bytes);
    return secret;
}

} // namespace spilno::session
