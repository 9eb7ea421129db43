// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/Checkpoint.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/crypto/Signing.h"

#include <QtCore/QtEndian>

#include <algorithm>
#include <array>
#include <limits>

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr std::string_view kSignatureMark = "\xE2\x80\x94 "; // em dash, space
constexpr std::string_view kOriginMark = "spilno/";
constexpr std::string_view kEpochMark = "epoch ";
constexpr std::string_view kMapMark = "map ";
constexpr std::string_view kTimeMark = "time ";
constexpr qsizetype kKeyIdBytes = 4;
constexpr quint64 kNumberMax = static_cast<quint64>(std::numeric_limits<qint64>::max());

QByteArray latin(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

auto malformed(const char *why)
{
    return failure(ErrorCode::Malformed, QString::fromLatin1(why));
}

/// Walks the lines of a note. What it does not read exactly is found by encoding again.
class LineReader
{
public:
    explicit LineReader(QByteArray bytes)
        : m_rest(std::move(bytes))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    /// The rest of the next line after `mark`.
    [[nodiscard]] Result<QByteArray> line(std::string_view mark = {})
    {
        const qsizetype end = m_rest.indexOf('\n');
        if (end < 0)
            return malformed("a checkpoint line without an end");
        if (!m_rest.startsWith(latin(mark)))
            return malformed("a checkpoint line of another kind");
        const auto begin = static_cast<qsizetype>(mark.size());
        if (end < begin)
            return malformed("a checkpoint line too short");
        const QByteArray text = m_rest.mid(begin, end - begin);
        m_rest.remove(0, end + 1);
        return text;
    }

    [[nodiscard]] Result<quint64> number(std::string_view mark = {})
    {
        SPILNO_ASSIGN(const QByteArray text, line(mark));
        bool isNumber = false;
        const quint64 value = text.toULongLong(&isNumber);
        if (!isNumber || value > kNumberMax)
            return malformed("a checkpoint number that is none");
        return value;
    }

    [[nodiscard]] Result<base::Hash> hash(std::string_view mark = {})
    {
        SPILNO_ASSIGN(const QByteArray text, line(mark));
        return base::Hash::fromBytes(base::view(QByteArray::fromBase64(text)));
    }

private:
    QByteArray m_rest;
};

bool isKeyName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= limits::kNoteKeyNameBytesMax &&
           std::all_of(name.begin(), name.end(), [](char letter) {
               return letter > 0x20 && letter < 0x7F && letter != '+';
           });
}

Result<NoteSignature> readSignature(LineReader &reader)
{
    SPILNO_ASSIGN(const QByteArray line, reader.line(kSignatureMark));
    const qsizetype space = line.indexOf(' ');
    NoteSignature signature;
    signature.name = line.left(std::max<qsizetype>(space, 0));
    const QByteArray bytes = QByteArray::fromBase64(line.mid(space + 1));
    if (!isKeyName(signature.name) || bytes.size() <= kKeyIdBytes)
        return malformed("a signature line that is none");
    signature.keyId = qFromBigEndian<quint32>(bytes.constData());
    signature.signature = bytes.mid(kKeyIdBytes);
    return signature;
}

QByteArray signatureLine(const NoteSignature &signature)
{
    std::array<std::uint8_t, kKeyIdBytes> keyId{};
    qToBigEndian<quint32>(signature.keyId, keyId.data());
    const QByteArray bytes = base::toByteArray(keyId) + signature.signature;
    return latin(kSignatureMark) + signature.name + ' ' + bytes.toBase64() + '\n';
}

} // namespace

QByteArray Checkpoint::origin() const
{
    return latin(kOriginMark) + city.toByteArray().toHex();
}

QByteArray Checkpoint::noteText() const
{
    return origin() + '\n' + QByteArray::number(treeSize) + '\n' + root.toByteArray().toBase64() +
           '\n' + latin(kEpochMark) + QByteArray::number(epoch) + '\n' + latin(kMapMark) +
           mapRoot.toByteArray().toBase64() + '\n' + latin(kTimeMark) + QByteArray::number(timeMs) +
           '\n';
}

QByteArray Checkpoint::encode() const
{
    QByteArray note = noteText() + '\n';
    for (const NoteSignature &signature : signatures)
        note += signatureLine(signature);
    return note;
}

void Checkpoint::sign(const crypto::SigningKey &key)
{
    // Signed notes fix the signed bytes, so there is no context prefix. No other signature of the
    // protocol can be taken for this one: all contexts begin with "spilno-", a note with "spilno/".
    const base::Signature signature = key.sign({}, base::view(noteText()));
    signatures.push_back({origin(), noteKeyId(origin(), key.publicKey()), signature.toByteArray()});
}

Result<> Checkpoint::verify(const base::PublicKey &key) const
{
    const QByteArray name = origin();
    const quint32 keyId = noteKeyId(name, key);
    const QByteArray text = noteText();
    bool isSigned = false;
    for (const NoteSignature &line : signatures) {
        if (line.name != name || line.keyId != keyId)
            continue;
        const auto signature = base::Signature::fromBytes(base::view(line.signature));
        if (!signature || !crypto::verifyDetached(key, base::view(text), *signature))
            return failure(ErrorCode::BadSignature, QStringLiteral("a checkpoint badly signed"));
        isSigned = true;
    }
    if (!isSigned)
        return failure(ErrorCode::BadSignature, QStringLiteral("a checkpoint of another key"));
    return {};
}

quint32 noteKeyId(const QByteArray &name, const base::PublicKey &key)
{
    static constexpr std::array<std::uint8_t, 2> newlineAndEd25519{0x0A, 0x01};
    const base::Hash hash = crypto::sha256({base::view(name), newlineAndEd25519, key.bytes()});
    return qFromBigEndian<quint32>(hash.data());
}

Result<Checkpoint> parseCheckpoint(base::ByteView bytes)
{
    if (bytes.size() > limits::kCheckpointBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a checkpoint too long"));
    const QByteArray received = base::toByteArray(bytes);
    LineReader reader(received);
    Checkpoint checkpoint;
    SPILNO_ASSIGN(const QByteArray city, reader.line(kOriginMark));
    SPILNO_ASSIGN(checkpoint.city, base::CityId::fromBytes(base::view(QByteArray::fromHex(city))));
    SPILNO_ASSIGN(checkpoint.treeSize, reader.number());
    SPILNO_ASSIGN(checkpoint.root, reader.hash());
    SPILNO_ASSIGN(checkpoint.epoch, reader.number(kEpochMark));
    SPILNO_ASSIGN(checkpoint.mapRoot, reader.hash(kMapMark));
    SPILNO_ASSIGN(const quint64 timeMs, reader.number(kTimeMark));
    checkpoint.timeMs = static_cast<qint64>(timeMs);
    SPILNO_TRY(reader.line());
    while (!reader.atEnd()) {
        if (checkpoint.signatures.size() == limits::kCheckpointSignaturesMax)
            return failure(ErrorCode::LimitExceeded, QStringLiteral("too many signature lines"));
        SPILNO_ASSIGN(NoteSignature signature, readSignature(reader));
        checkpoint.signatures.push_back(std::move(signature));
    }
    if (checkpoint.signatures.empty())
        return malformed("a checkpoint without a signature line");
    if (checkpoint.encode() != received)
        return malformed("a checkpoint not in its one form");
    return checkpoint;
}

} // namespace spilno::log
