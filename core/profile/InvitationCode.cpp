// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/InvitationCode.h"

#include "core/crypto/Hashing.h"
#include "core/records/join/JoinRule.h"

namespace spilno::profile {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kBytes = 16;
constexpr int kLetters = 26;
constexpr int kGroup = 5;

int valueOf(QChar letter)
{
    const QChar upper = letter.toUpper();
    if (upper == QLatin1Char('O'))
        return 0;
    if (upper == QLatin1Char('I') || upper == QLatin1Char('L'))
        return 1;
    const char latin = upper.toLatin1();
    const std::size_t at = latin != 0 ? kAlphabet.find(latin) : std::string_view::npos;
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

InvitationCode InvitationCode::generate(base::Random &random)
{
    InvitationCode code;
    code.m_bytes.resize(kBytes);
    random.fill({reinterpret_cast<std::uint8_t *>(code.m_bytes.data()), kBytes});
    return code;
}

QString InvitationCode::toString() const
{
    QString text;
    for (int letter = 0; letter < kLetters; ++letter) {
        int value = 0;
        for (int bit = 0; bit < 5; ++bit) {
            const int at = letter * 5 + bit;
            const int set = at < kBytes * 8
                                ? (static_cast<std::uint8_t>(m_bytes[at / 8]) >> (7 - at % 8)) & 1
                                : 0;
            value = value * 2 + set;
        }
        if (letter > 0 && letter % kGroup == 0)
            text += QLatin1Char('-');
        text += QLatin1Char(kAlphabet[static_cast<std::size_t>(value)]);
    }
    return text;
}

base::Result<InvitationCode> InvitationCode::parse(const QString &text)
{
    InvitationCode code;
    code.m_bytes = QByteArray(kBytes, '\0');
    int letters = 0;
    for (const QChar letter : text) {
        if (letter == QLatin1Char('-') || letter.isSpace())
            continue;
        const int value = valueOf(letter);
        if (value < 0 || letters == kLetters)
            return base::failure(
                base::ErrorCode::InvalidArgument, QStringLiteral("not an invitation code"));
        for (int bit = 0; bit < 5; ++bit) {
            const int at = letters * 5 + bit;
            const int set = (value >> (4 - bit)) & 1;
            if (at >= kBytes * 8) {
                if (set != 0)
                    return base::failure(
                        base::ErrorCode::InvalidArgument,
                        QStringLiteral("a mistyped invitation code"));
            } else if (set != 0) {
                code.m_bytes[at / 8] =
                    static_cast<char>(code.m_bytes[at / 8] | (1 << (7 - at % 8)));
            }
        }
        ++letters;
    }
    if (letters != kLetters)
        return base::failure(
            base::ErrorCode::InvalidArgument, QStringLiteral("an invitation code has 26 letters"));
    return code;
}

crypto::SigningKey InvitationCode::key() const
{
    const base::Hash seed = crypto::blake2b("spilno-invite", {base::view(m_bytes)});
    return crypto::SigningKey::fromSeed(seed.bytes());
}

replica::Draft invitationDraft(const InvitationCode &code, const InvitationTerms &terms)
{
    replica::Draft draft;
    draft.type = QStringLiteral("invitation");
    draft.fields = {
        {QStringLiteral("key"), wire::Value(code.key().publicKey().toByteArray())},
        {QStringLiteral("role"), wire::Value(static_cast<qint64>(terms.role))},
        {QStringLiteral("uses"), wire::Value(terms.uses)}};
    if (terms.expiresMs > 0)
        draft.fields.append({QStringLiteral("expires"), wire::Value(terms.expiresMs)});
    if (!terms.body.isNull())
        draft.fields.append({QStringLiteral("body"), wire::Value(terms.body.toByteArray())});
    return draft;
}

replica::Draft joinDraft(
    const InvitationCode &code, const base::PersonId &person, const replica::Record &invitation)
{
    const QByteArray statement = records::join::joinStatement(person, invitation.entity);
    const base::Signature proof =
        code.key().sign(records::join::kJoinContext, base::view(statement));
    replica::Draft draft;
    draft.type = QStringLiteral("join");
    draft.fields = {{QStringLiteral("invitation"), wire::Value(invitation.entity.toByteArray())}};
    if (const QByteArray body = invitation.value(QStringLiteral("body")).toBytes(); !body.isEmpty())
        draft.fields.append({QStringLiteral("body"), wire::Value(body)});
    draft.extra.append({wire::kExtraJoinProof, proof.toByteArray()});
    return draft;
}

} // namespace spilno::profile
