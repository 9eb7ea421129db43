// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProtocolVectors.h"

#include "core/base/Limits.h"
#include "core/crypto/Signing.h"
#include "core/crypto/Vault.h"
#include "core/log/Verifier.h"
#include "core/wire/Genesis.h"
#include "core/wire/Payload.h"
#include "core/wire/Run.h"
#include "core/wire/Slice.h"
#include "tests/support/FrameJson.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace spilno::support {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

QString hex(base::ByteView bytes)
{
    return QString::fromLatin1(base::toByteArray(bytes).toHex());
}

QJsonValue valueJson(const wire::Value &value)
{
    if (value.isBoolean())
        return value.toBoolean();
    if (value.isInteger())
        return value.toInteger();
    if (value.isText())
        return QJsonObject{{u"text"_s, value.toText()}};
    if (value.isBytes())
        return QJsonObject{{u"bytes"_s, hex(base::view(value.toBytes()))}};
    QJsonArray list;
    for (const wire::Value &item : value.toList())
        list.append(valueJson(item));
    return list;
}

QJsonArray refsJson(const std::vector<base::OpId> &refs)
{
    QJsonArray list;
    for (const base::OpId &ref : refs)
        list.append(ref.toHex());
    return list;
}

Result<QJsonObject> readValue(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto value, wire::Value::decode(base::view(bytes)));
    return QJsonObject{{u"value"_s, valueJson(value)}};
}

Result<QJsonObject> readHeader(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto header, wire::decodeHeader(base::view(bytes)));
    return QJsonObject{
        {u"feed"_s, header.feed.toHex()},
        {u"seq"_s, number(header.seq)},
        {u"prev"_s, header.prev.toHex()},
        {u"hlc"_s, number(header.hlc)},
        {u"txn"_s, number(header.txn)},
        {u"type"_s, number(header.type)},
        {u"entity"_s, header.entity.toHex()},
        {u"payloadSize"_s, number(header.payloadSize)},
        {u"payloadCommit"_s, header.payloadCommit.toHex()},
        {u"ext"_s, hex(base::view(header.ext))},
        {u"hash"_s, wire::headerHash(base::view(bytes)).toHex()}};
}

Result<QJsonObject> readExt(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto ext, wire::decodeExt(base::view(bytes)));
    QJsonObject shown;
    if (ext.firstIssue)
        shown.insert(
            u"firstIssue"_s, QJsonObject{
                                 {u"feed"_s, ext.firstIssue->feed.toHex()},
                                 {u"seq"_s, number(ext.firstIssue->seq)},
                                 {u"payloadCommit"_s, ext.firstIssue->payloadCommit.toHex()},
                                 {u"hlc"_s, number(ext.firstIssue->hlc)}});
    if (!ext.checkpointSeen.isEmpty())
        shown.insert(u"checkpointSeen"_s, hex(base::view(ext.checkpointSeen)));
    return shown;
}

Result<QJsonObject> readOpening(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto opening, wire::decodeOpening(base::view(bytes)));
    return QJsonObject{
        {u"city"_s, opening.city.toHex()},
        {u"person"_s, opening.person.toHex()},
        {u"device"_s, opening.device.toHex()},
        {u"scope"_s, opening.scope.toHex()},
        {u"incarnation"_s, opening.incarnation.toHex()},
        {u"parentFeed"_s, opening.parentFeed.toHex()},
        {u"parentSeq"_s, number(opening.parentSeq)},
        {u"parentHash"_s, opening.parentHash.toHex()},
        {u"certificate"_s, opening.certificate.toHex()},
        {u"feed"_s, wire::feedId(base::view(bytes)).toHex()}};
}

QJsonObject fieldJson(const wire::FieldChange &field, bool hasValues)
{
    QJsonObject shown{
        {u"key"_s, number(field.key)},
        {u"mode"_s, static_cast<int>(field.mode)},
        {u"refs"_s, refsJson(field.refs)}};
    if (wire::isStructural(field.mode) || (hasValues && wire::hasErasableValue(field.mode)))
        shown.insert(u"value"_s, valueJson(field.value));
    return shown;
}

Result<QJsonObject> readPayload(const QByteArray &bytes)
{
    const auto length = static_cast<quint8>(bytes.at(0)) << 8 | static_cast<quint8>(bytes.at(1));
    const QByteArray shape = bytes.mid(2, length);
    const QByteArray values = bytes.mid(2 + length);
    SPILNO_ASSIGN(const auto payload, wire::decodePayload(base::view(shape), base::view(values)));
    QJsonArray fields;
    for (const wire::FieldChange &field : payload.fields)
        fields.append(fieldJson(field, !values.isEmpty()));
    QJsonArray extra;
    for (const auto &[tag, content] : payload.extra)
        extra.append(QJsonObject{{u"tag"_s, number(tag)}, {u"bytes"_s, hex(base::view(content))}});
    const base::Hash commit =
        wire::payloadCommit(base::view(shape), wire::valuesHash(base::view(values)));
    QJsonObject shown{
        {u"create"_s, payload.create ? payload.create->toHex() : QString()},
        {u"fields"_s, fields},
        {u"settles"_s, refsJson(payload.settles)},
        {u"extra"_s, extra},
        {u"payloadCommit"_s, commit.toHex()}};
    if (payload.transition)
        shown.insert(
            u"transition"_s, QJsonObject{
                                 {u"key"_s, number(payload.transition->key)},
                                 {u"from"_s, number(payload.transition->from)},
                                 {u"to"_s, number(payload.transition->to)},
                                 {u"seen"_s, payload.transition->seen.toHex()}});
    return shown;
}

template <class Id>
Id idOf(const QJsonValue &value)
{
    return Id::fromHex(value.toString()).value();
}

log::FeedState storedState(const QJsonObject &fields)
{
    log::FeedState state;
    state.feed = idOf<base::FeedId>(fields[u"feed"_s]);
    state.person = idOf<base::PersonId>(fields[u"person"_s]);
    state.device = idOf<base::PublicKey>(fields[u"device"_s]);
    state.scope = idOf<base::ScopeId>(fields[u"scope"_s]);
    state.head = idOf<base::Hash>(fields[u"head"_s]);
    state.nextSeq = static_cast<std::uint64_t>(fields[u"nextSeq"_s].toInteger());
    state.hlc = static_cast<base::Hlc>(fields[u"hlc"_s].toInteger());
    return state;
}

QJsonObject changeJson(const log::VerifiedChange &change, const log::FeedState &feed)
{
    return {
        {u"feed"_s, feed.feed.toHex()},
        {u"seq"_s, number(change.seq)},
        {u"hlc"_s, number(change.hlc)},
        {u"txn"_s, number(change.txn)},
        {u"type"_s, number(change.type)},
        {u"entity"_s, change.entity.toHex()},
        {u"payloadCommit"_s, change.payloadCommit.toHex()},
        {u"hash"_s, change.hash.toHex()},
        {u"op"_s, wire::opId(feed.person, feed.feed, change.seq, change.payloadCommit).toHex()}};
}

Result<QJsonObject> readRun(const ProtocolVector &vector)
{
    SPILNO_ASSIGN(const auto run, wire::decodeRun(vector.input()));
    log::FeedState before;
    if (vector.fields.contains(u"before"_s)) {
        before = storedState(vector.fields[u"before"_s].toObject());
    } else {
        const auto city = idOf<base::CityId>(vector.text("city"));
        SPILNO_ASSIGN(before, log::openFeed(run.opening, city));
    }
    SPILNO_ASSIGN(const auto verified, log::verifyRun(run, before));
    QJsonArray changes;
    for (const log::VerifiedChange &change : verified.changes)
        changes.append(changeJson(change, verified.after));
    return QJsonObject{{u"changes"_s, changes}};
}

QJsonObject sliceJson(const log::VerifiedSlice &verified)
{
    QJsonArray changes;
    for (const log::VerifiedChange &change : verified.changes) {
        QJsonObject shown = changeJson(change, verified.feeds.at(change.feed).after);
        shown.insert(u"position"_s, number(change.position));
        shown.insert(u"logIndex"_s, number(change.logIndex));
        shown.insert(u"recordedMs"_s, change.recordedMs);
        changes.append(shown);
    }
    return QJsonObject{
        {u"scope"_s, verified.scope.toHex()},
        {u"epoch"_s, number(verified.epoch)},
        {u"firstPosition"_s, number(verified.firstPosition)},
        {u"chain"_s, verified.chain.toHex()},
        {u"rulesNext"_s, number(verified.rulesNext)},
        {u"peopleNext"_s, number(verified.peopleNext)},
        {u"changes"_s, changes}};
}

Result<QJsonObject> readSlice(const ProtocolVector &vector)
{
    SPILNO_ASSIGN(const auto slice, wire::decodeSlice(vector.input()));
    const QJsonArray states = vector.fields[u"known"_s].toArray();
    const auto known = [&states](const base::FeedId &feed) -> std::optional<log::FeedState> {
        for (const QJsonValue &state : states) {
            if (state[u"feed"_s].toString() == feed.toHex())
                return storedState(state.toObject());
        }
        return std::nullopt;
    };
    SPILNO_ASSIGN(
        const auto verified, log::verifySlice(
                                 slice, idOf<base::CityId>(vector.text("city")),
                                 idOf<base::Hash>(vector.text("chainBefore")), known));
    return sliceJson(verified);
}

Result<QJsonObject> readPreview(const ProtocolVector &vector)
{
    SPILNO_ASSIGN(const auto preview, wire::decodePreview(vector.input()));
    SPILNO_ASSIGN(
        const auto verified, log::verifyPreview(preview, idOf<base::CityId>(vector.text("city"))));
    QJsonObject shown = sliceJson(verified.slice);
    shown.insert(u"chainBefore"_s, verified.chainBefore.toHex());
    return shown;
}

Result<QJsonObject> readCity(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto city, wire::decodeCityGenesis(base::view(bytes)));
    QJsonArray owners;
    for (const base::PersonId &owner : city.owners)
        owners.append(owner.toHex());
    QJsonArray rules;
    for (const auto &[key, value] : city.rules)
        rules.append(QJsonObject{{u"key"_s, key}, {u"value"_s, valueJson(value)}});
    return QJsonObject{
        {u"name"_s, city.name},
        {u"timeZone"_s, city.timeZone},
        {u"owners"_s, owners},
        {u"powersEndAfterDays"_s, number(city.powersEndAfterDays)},
        {u"powersEndAtAttested"_s, number(city.powersEndAtAttested)},
        {u"sequencer"_s, city.sequencer.toHex()},
        {u"createdMs"_s, city.createdMs},
        {u"rules"_s, rules},
        {u"random"_s, city.random.toHex()},
        {u"id"_s, wire::cityId(base::view(bytes)).toHex()}};
}

Result<QJsonObject> readIdentity(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto identity, wire::decodeIdentityGenesis(base::view(bytes)));
    return QJsonObject{{u"device"_s, identity.device.toHex()},
                       {u"deviceSealing"_s, identity.deviceSealing.toHex()},
                       {u"kind"_s, static_cast<int>(identity.kind)},
                       {u"recovery"_s, identity.recovery.toHex()},
                       {u"random"_s, identity.random.toHex()},
                       {u"id"_s, wire::personId(base::view(bytes)).toHex()}};
}

QJsonObject derive(const ProtocolVector &vector)
{
    const auto city = idOf<base::CityId>(vector.text("city"));
    const auto person = idOf<base::PersonId>(vector.text("person"));
    const auto scope = idOf<base::ScopeId>(vector.text("scope"));
    const auto feed = idOf<base::FeedId>(vector.text("feed"));
    const auto seq = static_cast<std::uint64_t>(vector.fields[u"seq"_s].toInteger());
    const auto commit = idOf<base::Hash>(vector.text("payloadCommit"));
    const auto made = wire::scopeId(city, idOf<base::OpId>(vector.text("op")));
    const auto entity = wire::entityId(person, scope, idOf<base::Salt>(vector.text("salt")));
    const base::Hash values = wire::valuesHash(base::view(vector.bytes("values")));
    const base::Hash whole = wire::payloadCommit(base::view(vector.bytes("shape")), values);
    return {
        {u"rulesScope"_s, wire::rulesScope(city).toHex()},
        {u"peopleScope"_s, wire::peopleScope(city).toHex()},
        {u"madeScope"_s, made.toHex()},
        {u"entity"_s, entity.toHex()},
        {u"opId"_s, wire::opId(person, feed, seq, commit).toHex()},
        {u"valuesHash"_s, values.toHex()},
        {u"commit"_s, whole.toHex()}};
}

Result<QJsonObject> checkSignature(const ProtocolVector &vector)
{
    const QByteArray context = vector.text("context").toLatin1();
    const bool isRight = crypto::verify(
        idOf<base::PublicKey>(vector.text("key")),
        {context.constData(), static_cast<std::size_t>(context.size())}, base::view(vector.input()),
        idOf<base::Signature>(vector.text("signature")));
    if (!isRight)
        return base::failure(base::ErrorCode::BadSignature);
    return QJsonObject();
}

Result<QJsonObject> openVault(const ProtocolVector &vector)
{
    const QByteArray words = vector.text("passphrase").toUtf8();
    const auto passphrase = crypto::SecretBytes::copyOf(base::view(words));
    SPILNO_ASSIGN(const auto secret, crypto::openVault(base::view(vector.input()), passphrase));
    return QJsonObject{{u"secret"_s, hex(secret.bytes())}};
}

Result<QJsonObject> readFrames(const QByteArray &bytes)
{
    wire::FrameParser parser;
    SPILNO_ASSIGN(const auto frames, parser.feed(base::view(bytes)));
    QJsonArray shown;
    for (const wire::Frame &frame : frames)
        shown.append(frameJson(frame));
    return QJsonObject{{u"frames"_s, shown}, {u"pending"_s, parser.pendingBytes()}};
}

Result<QJsonObject> unpack(const QByteArray &bytes)
{
    SPILNO_ASSIGN(const auto plain, wire::decompress(base::view(bytes), limits::kSliceRawBytesMax));
    return QJsonObject{{u"plain"_s, hex(base::view(plain))}};
}

} // namespace

Result<ProtocolVector> ProtocolVector::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(base::ErrorCode::Io, path);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return base::failure(base::ErrorCode::Malformed, path);
    return ProtocolVector{document.object()};
}

QByteArray ProtocolVector::bytes(const char *name) const
{
    return QByteArray::fromHex(text(name).toLatin1());
}

QByteArray ProtocolVector::input() const
{
    return bytes("bytes") + QByteArray(fields[u"padding"_s].toInt(), '\0');
}

QString ProtocolVector::text(const char *name) const
{
    return fields.value(QLatin1String(name)).toString();
}

QString vectorFolder(const QString &folder)
{
    return QStringLiteral(SPILNO_SOURCE_DIR "/docs/protocol/vectors/") + folder;
}

QStringList vectorFiles(const QString &folder)
{
    const QDir dir(vectorFolder(folder));
    QStringList paths;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        paths.append(dir.filePath(name));
    return paths;
}

Result<QJsonObject> judge(const QString &folder, const ProtocolVector &vector)
{
    if (folder == u"ids")
        return derive(vector);
    if (folder == u"run")
        return readRun(vector);
    if (folder == u"slice")
        return readSlice(vector);
    if (folder == u"preview")
        return readPreview(vector);
    if (folder == u"signature")
        return checkSignature(vector);
    if (folder == u"vault")
        return openVault(vector);
    static const std::pair<QString, Result<QJsonObject> (*)(const QByteArray &)> kReaders[]{
        {u"value"_s, readValue},       {u"header"_s, readHeader},   {u"ext"_s, readExt},
        {u"opening"_s, readOpening},   {u"payload"_s, readPayload}, {u"city"_s, readCity},
        {u"identity"_s, readIdentity}, {u"frames"_s, readFrames},   {u"zstd"_s, unpack},
    };
    for (const auto &[name, read] : kReaders) {
        if (name == folder)
            return read(vector.input());
    }
    return base::failure(base::ErrorCode::NotFound, folder);
}

} // namespace spilno::support
