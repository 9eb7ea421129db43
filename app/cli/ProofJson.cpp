// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProofJson.h"

#include "app/cli/RecordJson.h"

namespace spilno::cli {

QJsonObject proofJson(const log::LieVerdict &verdict)
{
    QJsonObject object{
        {QStringLiteral("proves"), verdict.isLie()},
        {QStringLiteral("kind"), log::lieKindName(verdict.kind)},
        {QStringLiteral("city"), verdict.city.toHex()},
        {QStringLiteral("city_name"), verdict.cityName},
        {QStringLiteral("key"), verdict.key.toHex()},
        {QStringLiteral("epoch"), static_cast<qint64>(verdict.epoch)},
        {QStringLiteral("from"), timeToJson(verdict.earlierMs)},
        {QStringLiteral("at"), timeToJson(verdict.laterMs)}};
    if (!verdict.isLie())
        object.insert(QStringLiteral("why"), log::lieFindingName(verdict.finding));
    return object;
}

QJsonObject refusedProofJson(const base::Error &refusal)
{
    return {
        {QStringLiteral("proves"), false},
        {QStringLiteral("why"), base::errorCodeName(refusal.code)}};
}

} // namespace spilno::cli
