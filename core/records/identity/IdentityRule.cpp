// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/identity/IdentityRule.h"

#include "core/crypto/Signing.h"
#include "core/records/Fields.h"

namespace spilno::records::identity {

namespace {

std::optional<wire::IdentityGenesis> genesisOf(const FoldChange &change)
{
    const QByteArray bytes = change.payload.extraOf(wire::kExtraIdentity);
    auto genesis = wire::decodeIdentityGenesis(base::view(bytes));
    if (!genesis || wire::personId(base::view(bytes)) != change.origin.person ||
        genesis->device != change.device)
        return std::nullopt;
    return *genesis;
}

Verdict checkCreation(const FoldChange &change, const Authority &authority)
{
    const auto genesis = genesisOf(change);
    if (!genesis)
        return Verdict::BadProof;
    if (change.payload.field(kDevices) != nullptr || change.payload.field(kRevoked) != nullptr)
        return Verdict::BadField;
    const QByteArray person = change.origin.person.toByteArray();
    if (authority.nameTaken(kPersonName, person, change.entity))
        return Verdict::AlreadyExists;
    const QByteArray device = genesis->device.toByteArray();
    return authority.nameTaken(kDeviceName, device, change.entity) ? Verdict::Taken
                                                                   : Verdict::Applied;
}

Verdict checkAddition(
    const FoldChange &change, const wire::Value &element, const Authority &authority)
{
    const auto entry = deviceEntry(element);
    if (!entry)
        return Verdict::BadField;
    const QByteArray proof = change.payload.extraOf(wire::kExtraDeviceProof);
    const auto signature = base::Signature::fromBytes(base::view(proof));
    const QByteArray statement = deviceStatement(change.origin.person, element);
    if (!signature ||
        !crypto::verify(entry->device, kDeviceContext, base::view(statement), *signature))
        return Verdict::BadProof;
    // Not even by the same identity: a key that was revoked stays so.
    return authority.nameHolder(kDeviceName, entry->device.toByteArray()) ? Verdict::Taken
                                                                          : Verdict::Applied;
}

Verdict checkRevocation(
    const FoldChange &change, const wire::Value &element, const Authority &authority)
{
    const auto key = idIn<base::PublicKey>(element);
    return authority.deviceCertified(key, change.origin.person, change.logIndex) ? Verdict::Applied
                                                                                 : Verdict::NoRight;
}

} // namespace

wire::Value deviceElement(const DeviceEntry &entry)
{
    return wire::Value::List{
        wire::Value(entry.device.toByteArray()), wire::Value(entry.sealing.toByteArray()),
        wire::Value(static_cast<qint64>(entry.kind))};
}

std::optional<DeviceEntry> deviceEntry(const wire::Value &element)
{
    const wire::Value::List &parts = element.toList();
    if (parts.size() != 3)
        return std::nullopt;
    const DeviceEntry entry{
        idIn<base::PublicKey>(parts[0]), idIn<base::SealingKey>(parts[1]),
        static_cast<wire::DeviceKind>(parts[2].toInteger())};
    const bool known = parts[2].toInteger() >= static_cast<qint64>(wire::DeviceKind::Desktop) &&
                       parts[2].toInteger() <= static_cast<qint64>(wire::DeviceKind::Importer);
    if (!known || entry.device.isNull() || entry.sealing.isNull())
        return std::nullopt;
    return entry;
}

QByteArray deviceStatement(const base::PersonId &person, const wire::Value &element)
{
    return person.toByteArray() + element.encoded();
}

Verdict IdentityRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before == nullptr)
        return checkCreation(change, authority);
    for (const wire::FieldChange &field : change.payload.fields) {
        if (field.key != kDevices && field.key != kRevoked)
            continue;
        if (field.mode != wire::FieldMode::AddStructural)
            return Verdict::BadField; // a certificate ends by `revoked`, a revocation never
        const Verdict verdict = field.key == kDevices
                                    ? checkAddition(change, field.value, authority)
                                    : checkRevocation(change, field.value, authority);
        if (verdict != Verdict::Applied)
            return verdict;
    }
    return Verdict::Applied;
}

void IdentityRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    const auto certify = [&](const DeviceEntry &entry) {
        effects.addDevice(
            change.origin.person, entry.device, entry.sealing, entry.kind, change.logIndex);
        effects.takeName(kDeviceName, entry.device.toByteArray(), after.entity);
    };
    if (change.payload.create) {
        if (const auto genesis = genesisOf(change)) {
            effects.takeName(kPersonName, change.origin.person.toByteArray(), after.entity);
            certify({genesis->device, genesis->deviceSealing, genesis->kind});
        }
        return;
    }
    for (const wire::FieldChange &field : change.payload.fields) {
        if (field.key == kDevices) {
            if (const auto entry = deviceEntry(field.value))
                certify(*entry);
        } else if (field.key == kRevoked) {
            effects.endDevice(idIn<base::PublicKey>(field.value), change.logIndex);
        }
    }
}

} // namespace spilno::records::identity
