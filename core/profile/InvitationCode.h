// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/crypto/Signing.h"
#include "core/records/Roles.h"
#include "core/replica/Draft.h"
#include "core/replica/Record.h"

#include <QtCore/QString>

namespace spilno::profile {

/// The code of an invitation: 16 random bytes as 26 letters and digits (Crockford's base 32, in
/// groups of five or six). The invitation's one-time key is made from it; only its public half is
/// in the log. Typed in any case, with or without hyphens and spaces; O, I and L read as 0, 1
/// and 1.
class InvitationCode
{
public:
    [[nodiscard]] static InvitationCode generate(base::Random &random);
    /// InvalidArgument unless it is 26 letters and digits of the alphabet.
    [[nodiscard]] static base::Result<InvitationCode> parse(const QString &text);

    [[nodiscard]] QString toString() const;
    [[nodiscard]] crypto::SigningKey key() const;

private:
    QByteArray m_bytes;
};

/// What an invitation gives.
struct InvitationTerms
{
    records::Role role = records::Role::None; ///< None: only the address of the city.
    base::EntityId body;
    qint64 expiresMs = 0; ///< 0: never.
    qint64 uses = 1;
};

/// The draft that enters an invitation into the rules scope.
[[nodiscard]] replica::Draft invitationDraft(
    const InvitationCode &code, const InvitationTerms &terms);

/// The draft that redeems it for a person.
[[nodiscard]] replica::Draft joinDraft(
    const InvitationCode &code, const base::PersonId &person, const replica::Record &invitation);

} // namespace spilno::profile
