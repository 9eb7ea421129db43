// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReceiptClaim.h"

#include "core/profile/ReceiptBook.h"
#include "core/profile/ReceiptCode.h"

namespace spilno::cli {

using base::ErrorCode;

base::Result<ReceiptClaim::Key> ReceiptClaim::keyOf(
    const Surroundings &around, const Workplace &place, const QString &words)
{
    const auto code = profile::ReceiptCode::parse(words);
    if (!code)
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            tr("These are not the six words of a receipt: look at each once more."));
    SPILNO_ASSIGN(crypto::SigningKey key, code->claimKey(place.entry().city));
    return std::make_shared<const crypto::SigningKey>(std::move(key));
}

base::Result<ReceiptClaim::Key> ReceiptClaim::given(
    const Surroundings &around, Workplace &place, const base::EntityId &request)
{
    if (!around.line.has(QStringLiteral("words"))) {
        SPILNO_ASSIGN(
            const auto kept, waitFor(place.replica().write([](replica::ReplicaDatabase &database) {
                return profile::ReceiptBook::read(database);
            })));
        return kept.keyOf(request);
    }
    SPILNO_ASSIGN(const Key key, keyOf(around, place, around.line.value(QStringLiteral("words"))));
    SPILNO_ASSIGN(
        const auto record, waitFor(place.replica().record(QStringLiteral("request"), request)));
    const QByteArray claimed =
        record ? record->value(QStringLiteral("claim_key")).toBytes() : QByteArray();
    if (claimed == key->publicKey().toByteArray())
        return key;
    return around.terminal.fail(
        ErrorCode::NotPermitted, tr("These words are the receipt of another request."));
}

} // namespace spilno::cli
