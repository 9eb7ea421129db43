// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ImporterDevice.h"

#include "core/crypto/Hashing.h"
#include "core/records/identity/IdentityRule.h"

namespace spilno::import {

using namespace records::identity;

namespace {

base::Hash seedOf(
    std::string_view purpose,
    base::ByteView secret,
    const base::CityId &city,
    const QString &department)
{
    const QByteArray name = department.toUtf8();
    return crypto::blake2b(purpose, {secret, city.bytes(), base::view(name)});
}

} // namespace

std::shared_ptr<const replica::Identity> importerFor(
    const replica::Identity &person, const base::CityId &city, const QString &department)
{
    const base::Hash signing = seedOf("import-sign", person.device.seed(), city, department);
    const base::Hash sealing = seedOf("import-seal", person.sealing.seed(), city, department);
    return std::make_shared<const replica::Identity>(replica::Identity{
        person.person, person.genesis, crypto::SigningKey::fromSeed(signing.bytes()),
        crypto::SealingPair::fromSeed(sealing.bytes()), wire::DeviceKind::Importer});
}

replica::Draft certificateDraft(const replica::Identity &importer, const base::EntityId &identity)
{
    const wire::Value element =
        deviceElement({importer.device.publicKey(), importer.sealing.publicKey(), importer.kind});
    const QByteArray statement = deviceStatement(importer.person, element);
    const base::Signature proof = importer.device.sign(kDeviceContext, base::view(statement));
    replica::Draft draft;
    draft.type = QStringLiteral("identity");
    draft.entity = identity;
    draft.additions = {{QStringLiteral("devices"), element}};
    draft.extra.append({wire::kExtraDeviceProof, proof.toByteArray()});
    return draft;
}

} // namespace spilno::import
