// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Workplace.h"
#include "core/base/platform/Console.h"

#include <QtCore/QFile>

namespace spilno::cli {

using base::ErrorCode;

namespace {

constexpr qint64 kPassphraseBytesMax = 4096;

crypto::SecretBytes guard(QByteArray bytes)
{
    crypto::SecretBytes secret = crypto::SecretBytes::copyOf(base::view(bytes));
    crypto::wipe(bytes);
    return secret;
}

} // namespace

base::Result<std::optional<crypto::SecretBytes>> passphraseFromFile(const Surroundings &around)
{
    const QString path = qEnvironmentVariable("SPILNO_PASSPHRASE_FILE");
    if (path.isEmpty())
        return std::optional<crypto::SecretBytes>();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return around.terminal.fail(
            ErrorCode::Io,
            Workplace::tr("The passphrase file %1 of SPILNO_PASSPHRASE_FILE cannot be read.")
                .arg(path));
    QByteArray line = file.readLine(kPassphraseBytesMax);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return std::optional<crypto::SecretBytes>(guard(std::move(line)));
}

base::Result<crypto::SecretBytes> askPassphrase(const Surroundings &around, bool twice)
{
    SPILNO_ASSIGN(auto fromFile, passphraseFromFile(around));
    if (fromFile)
        return std::move(*fromFile);
    auto typed = base::readHiddenLine(Workplace::tr("Passphrase: "));
    if (!typed)
        return around.terminal.fail(
            ErrorCode::Locked,
            Workplace::tr(
                "A passphrase is needed: set SPILNO_PASSPHRASE_FILE to a file that holds it."));
    if (twice) {
        auto again = base::readHiddenLine(Workplace::tr("The same again: "));
        const bool same = again && *again == *typed;
        if (again)
            crypto::wipe(*again);
        if (!same) {
            crypto::wipe(*typed);
            return around.terminal.fail(
                ErrorCode::InvalidArgument, Workplace::tr("The two passphrases differ."));
        }
    }
    return guard(std::move(*typed));
}

} // namespace spilno::cli
