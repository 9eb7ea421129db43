// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/Passphrase.h"

#include "syncserver/commands/Sentences.h"
#include "syncserver/keys/PrivateFile.h"

#include "core/base/platform/Console.h"

namespace spilno::server {

namespace {

constexpr qint64 kPassphraseBytesMax = 4'096;

std::optional<crypto::SecretBytes> fromFile(const Surroundings &around, const QString &path)
{
    auto text = readWholeFile(path, kPassphraseBytesMax);
    if (!text) {
        around.note(Sentences::tr("The file %1 with the passphrase cannot be read.").arg(path));
        return std::nullopt;
    }
    qsizetype end = text->indexOf('\n');
    if (end < 0)
        end = text->size();
    if (end > 0 && text->at(end - 1) == '\r')
        --end;
    auto passphrase =
        crypto::SecretBytes::copyOf(base::view(*text).first(static_cast<std::size_t>(end)));
    crypto::wipe(*text);
    if (passphrase.isEmpty()) {
        around.note(Sentences::tr("The first line of %1 is empty: no passphrase.").arg(path));
        return std::nullopt;
    }
    return passphrase;
}

std::optional<crypto::SecretBytes> typed(const QString &prompt)
{
    auto line = base::readHiddenLine(prompt);
    if (!line)
        return std::nullopt;
    auto passphrase = crypto::SecretBytes::copyOf(base::view(*line));
    crypto::wipe(*line);
    return passphrase;
}

bool same(const crypto::SecretBytes &one, const crypto::SecretBytes &other)
{
    return std::equal(
        one.bytes().begin(), one.bytes().end(), other.bytes().begin(), other.bytes().end());
}

} // namespace

std::optional<crypto::SecretBytes> ownerPassphrase(const Surroundings &around, PassphraseUse use)
{
    const QString path = qEnvironmentVariable("SPILNO_PASSPHRASE_FILE");
    if (!path.isEmpty())
        return fromFile(around, path);
    auto passphrase = typed(Sentences::tr("Passphrase of the owner: "));
    if (!passphrase) {
        around.note(Sentences::tr("A passphrase is needed: set SPILNO_PASSPHRASE_FILE to a file "
                                  "with it, or start the program at a terminal."));
        return std::nullopt;
    }
    if (passphrase->isEmpty()) {
        around.note(Sentences::tr("An empty passphrase protects nothing."));
        return std::nullopt;
    }
    if (use == PassphraseUse::Choose) {
        const auto again = typed(Sentences::tr("The same once more: "));
        if (!again || !same(*passphrase, *again)) {
            around.note(Sentences::tr("The two passphrases are not the same."));
            return std::nullopt;
        }
    }
    return passphrase;
}

} // namespace spilno::server
