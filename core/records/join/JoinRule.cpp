// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/join/JoinRule.h"

#include "core/crypto/Signing.h"
#include "core/records/Fields.h"
#include "core/records/invitation/InvitationRule.h"
#include "core/records/role/RoleRule.h"

namespace spilno::records::join {

namespace {

std::optional<EntityImage> invitationOf(
    const base::EntityId &entity, const base::ScopeId &scope, const Authority &authority)
{
    auto image = authority.image(QStringLiteral("invitation"), entity);
    if (image && image->scope != scope)
        image.reset();
    return image;
}

bool isProven(const FoldChange &change, const EntityImage &invitation)
{
    const QByteArray proof = change.payload.extraOf(wire::kExtraJoinProof);
    const auto signature = base::Signature::fromBytes(base::view(proof));
    const auto key = idIn<base::PublicKey>(invitation.value(invitation::kKey));
    const QByteArray statement = joinStatement(change.origin.person, invitation.entity);
    return signature && crypto::verify(key, kJoinContext, base::view(statement), *signature);
}

bool isOver(const FoldChange &change, const EntityImage &invitation, const Authority &authority)
{
    if (invitation.state != static_cast<std::uint32_t>(invitation::State::Open))
        return true;
    const wire::Value expires = invitation.value(invitation::kExpires);
    if (!expires.isEmpty() && change.recordedMs > expires.toInteger())
        return true;
    return authority.uses(invitation.entity) >= invitation.value(invitation::kUses).toInteger();
}

} // namespace

QByteArray joinStatement(const base::PersonId &person, const base::EntityId &invitation)
{
    return person.toByteArray() + invitation.toByteArray();
}

Verdict JoinRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const auto invitation =
        invitationOf(writtenId<base::EntityId>(change, kInvitation), change.scope, authority);
    if (!invitation)
        return Verdict::UnknownRecord;
    if (!isProven(change, *invitation))
        return Verdict::BadProof;
    const auto body = writtenId<base::EntityId>(change, kBody);
    if (!body.isNull() && body != idIn<base::EntityId>(invitation->value(invitation::kBody)))
        return Verdict::BadField;
    return isOver(change, *invitation, authority) ? Verdict::Closed : Verdict::Applied;
}

void JoinRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &authority,
    FoldEffects &effects) const
{
    if (change.payload.transition)
        effects.endRole(after.entity, change.logIndex);
    if (!change.payload.create)
        return;
    const auto invitation =
        invitationOf(idIn<base::EntityId>(after.value(kInvitation)), change.scope, authority);
    if (!invitation)
        return;
    const Role role = role::roleOf(invitation->value(invitation::kRole));
    if (role != Role::None)
        effects.addRole(
            change.origin.person, role, idIn<base::EntityId>(invitation->value(invitation::kBody)),
            after.entity, change.logIndex);
    effects.countUse(invitation->entity);
}

} // namespace spilno::records::join
