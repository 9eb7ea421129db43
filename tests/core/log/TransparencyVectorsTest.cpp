// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Signing.h"
#include "core/log/Checkpoint.h"
#include "core/log/CompactRange.h"
#include "core/log/LogLeaf.h"
#include "core/log/MerkleTree.h"
#include "core/log/Receipt.h"
#include "core/log/ScopeMap.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace spilno;
using base::ErrorCode;
using base::Hash;
using base::Result;

namespace {

/// One scenario of docs/protocol/vectors, with its fields by type.
struct Vector
{
    QJsonObject fields;

    [[nodiscard]] bool has(const char *name) const { return fields.contains(QLatin1String(name)); }
    [[nodiscard]] QJsonValue value(const char *name) const
    {
        return fields.value(QLatin1String(name));
    }
    [[nodiscard]] QByteArray bytes(const char *name) const
    {
        return QByteArray::fromHex(value(name).toString().toLatin1());
    }
    template <class Id = Hash>
    [[nodiscard]] Id id(const char *name) const
    {
        return Id::fromHex(value(name).toString()).value();
    }
    [[nodiscard]] quint64 number(const char *name) const
    {
        return static_cast<quint64>(value(name).toInteger());
    }
    [[nodiscard]] qint64 time(const char *name) const { return value(name).toInteger(); }
    [[nodiscard]] std::vector<QByteArray> list(const char *name) const
    {
        std::vector<QByteArray> all;
        for (const QJsonValue &item : value(name).toArray())
            all.push_back(QByteArray::fromHex(item.toString().toLatin1()));
        return all;
    }
    [[nodiscard]] std::vector<Hash> hashes(const char *name) const
    {
        std::vector<Hash> all;
        for (const QByteArray &item : list(name))
            all.push_back(Hash::fromBytes(base::view(item)).value());
        return all;
    }
    [[nodiscard]] std::vector<Vector> objects(const char *name) const
    {
        std::vector<Vector> all;
        for (const QJsonValue &item : value(name).toArray())
            all.push_back({item.toObject()});
        return all;
    }
    [[nodiscard]] bool isA(const char *operation) const
    {
        return value("operation").toString() == QLatin1String(operation);
    }
};

Result<> judgeRoots(const Vector &vector)
{
    log::CompactRange range;
    std::vector<Hash> roots{range.root()};
    for (const QByteArray &leaf : vector.list("leaves")) {
        range.append(log::merkleLeafHash(base::view(leaf)));
        roots.push_back(range.root());
    }
    if (roots != vector.hashes("roots"))
        return base::failure(ErrorCode::BadSignature);
    return {};
}

Result<> judgeMerkle(const Vector &vector)
{
    if (vector.isA("roots"))
        return judgeRoots(vector);
    if (vector.isA("inclusion"))
        return log::verifyInclusion(
            vector.id("leafHash"), vector.number("index"), vector.number("size"),
            vector.hashes("proof"), vector.id("root"));
    return log::verifyConsistency(
        vector.number("oldSize"), vector.number("newSize"), vector.id("oldRoot"),
        vector.id("newRoot"), vector.hashes("proof"));
}

Result<> judgeScopeChain(const Vector &vector)
{
    log::ScopeChain chain(vector.id<base::ScopeId>("scope"));
    std::vector<Hash> chains{chain.head().chain};
    for (const Vector &change : vector.objects("changes")) {
        // Going on from a stored head is the same as never having stopped.
        chain = log::ScopeChain(chain.head());
        chain.append(change.id("headerHash"), change.number("logIndex"), change.time("recordedMs"));
        chains.push_back(chain.head().chain);
    }
    if (chains != vector.hashes("chains") || chain.head().next + 1 != chains.size())
        return base::failure(ErrorCode::BadSignature);
    return {};
}

Result<> judgeScopeTag(const Vector &vector)
{
    const auto tag =
        log::scopeTag(vector.id<base::ScopeId>("scope"), vector.id<base::Salt>("salt"));
    if (tag != vector.id<log::ScopeTag>("tag"))
        return base::failure(ErrorCode::BadSignature);
    return {};
}

Result<> judgeLeaf(const Vector &vector)
{
    const QByteArray bytes = vector.bytes("bytes");
    SPILNO_ASSIGN(const log::LogLeaf leaf, log::parseLogLeaf(base::view(bytes)));
    const log::LogLeaf said{
        vector.id<log::ScopeTag>("tag"), vector.number("position"), vector.id("headerHash"),
        vector.time("recordedMs")};
    if (leaf != said || leaf.encode() != bytes || leaf.hash() != vector.id("leafHash"))
        return base::failure(ErrorCode::BadSignature);
    return {};
}

Result<> judgeScopeMap(const Vector &vector)
{
    if (vector.isA("root")) {
        log::ScopeMap map;
        for (const Vector &entry : vector.objects("entries"))
            map.set(entry.id<log::ScopeTag>("tag"), {entry.number("next"), entry.id("chain")});
        if (map.root() != vector.id("root"))
            return base::failure(ErrorCode::BadSignature);
        return {};
    }
    const QByteArray bytes = vector.bytes("proof");
    SPILNO_ASSIGN(const log::MapProof proof, log::parseMapProof(base::view(bytes)));
    if (proof.encode() != bytes)
        return base::failure(ErrorCode::Unknown);
    std::optional<log::ScopeHead> head;
    if (vector.has("head")) {
        const Vector said{vector.value("head").toObject()};
        head = log::ScopeHead{said.number("next"), said.id("chain")};
    }
    return log::verifyMapProof(vector.id("root"), vector.id<log::ScopeTag>("tag"), head, proof);
}

/// What is read verifies, is written as the same bytes and, where the vector gives the fields and
/// the seed of the key, is made from them again.
template <class Statement>
Result<> judgeStatement(const Vector &vector, const Result<Statement> &parsed, Statement said)
{
    if (!parsed)
        return base::failure(parsed.error());
    if (parsed->encode() != vector.bytes("bytes"))
        return base::failure(ErrorCode::Unknown);
    if (vector.has("seed")) {
        said.sign(crypto::SigningKey::fromSeed(base::view(vector.bytes("seed"))));
        if (said != *parsed)
            return base::failure(ErrorCode::Unknown);
    }
    return parsed->verify(vector.id<base::PublicKey>("key"));
}

Result<> judgeCheckpoint(const Vector &vector)
{
    log::Checkpoint said;
    if (vector.has("seed")) {
        said.city = vector.id<base::CityId>("city");
        said.treeSize = vector.number("treeSize");
        said.root = vector.id("root");
        said.epoch = vector.number("epoch");
        said.mapRoot = vector.id("mapRoot");
        said.timeMs = vector.time("timeMs");
    }
    const QByteArray bytes = vector.bytes("bytes");
    return judgeStatement(vector, log::parseCheckpoint(base::view(bytes)), said);
}

Result<> judgeReceipt(const Vector &vector)
{
    log::Receipt said;
    if (vector.has("seed")) {
        said.city = vector.id<base::CityId>("city");
        said.epoch = vector.number("epoch");
        said.scope = vector.id<base::ScopeId>("scope");
        said.firstPosition = vector.number("firstPosition");
        said.lastPosition = vector.number("lastPosition");
        said.firstLogIndex = vector.number("firstLogIndex");
        said.recordedMs = vector.time("recordedMs");
        said.lastHeaderHash = vector.id("lastHeaderHash");
        said.chain = vector.id("chain");
    }
    const QByteArray bytes = vector.bytes("bytes");
    return judgeStatement(vector, log::parseReceipt(base::view(bytes)), said);
}

Result<> judgeHeld(const Vector &vector)
{
    log::Held said;
    if (vector.has("seed")) {
        said.city = vector.id<base::CityId>("city");
        said.feed = vector.id<base::FeedId>("feed");
        said.firstSeq = vector.number("firstSeq");
        said.lastSeq = vector.number("lastSeq");
        said.lastHeaderHash = vector.id("lastHeaderHash");
        said.timeMs = vector.time("timeMs");
    }
    const QByteArray bytes = vector.bytes("bytes");
    return judgeStatement(vector, log::parseHeld(base::view(bytes)), said);
}

/// A folder of vectors, how many there are, and who judges them.
struct Folder
{
    const char *name;
    int vectors;
    Result<> (*judge)(const Vector &);
};

constexpr Folder kFolders[]{
    {"merkle", 31, judgeMerkle},      {"scope-chain", 3, judgeScopeChain},
    {"scope-tag", 2, judgeScopeTag},  {"log-leaf", 13, judgeLeaf},
    {"scope-map", 26, judgeScopeMap}, {"checkpoint", 36, judgeCheckpoint},
    {"receipt", 20, judgeReceipt},    {"held", 19, judgeHeld},
};

QDir folderOf(const Folder &folder)
{
    return QDir(
        QStringLiteral(SPILNO_SOURCE_DIR "/docs/protocol/vectors/") + QLatin1String(folder.name));
}

QStringList filesOf(const Folder &folder)
{
    return folderOf(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

} // namespace

class TransparencyVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noVectorIsLost();
    void everyVectorEndsAsItSays_data();
    void everyVectorEndsAsItSays();
};

void TransparencyVectorsTest::noVectorIsLost()
{
    for (const Folder &folder : kFolders)
        QVERIFY2(filesOf(folder).size() == folder.vectors, folder.name);
}

void TransparencyVectorsTest::everyVectorEndsAsItSays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("folder");
    for (int i = 0; i < static_cast<int>(std::size(kFolders)); ++i) {
        for (const QString &file : filesOf(kFolders[i]))
            QTest::addRow("%s/%s", kFolders[i].name, qPrintable(file))
                << folderOf(kFolders[i]).filePath(file) << i;
    }
}

void TransparencyVectorsTest::everyVectorEndsAsItSays()
{
    QFETCH(QString, path);
    QFETCH(int, folder);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Vector vector{QJsonDocument::fromJson(file.readAll()).object()};
    QVERIFY(!vector.value("description").toString().isEmpty());
    const Result<> found = kFolders[folder].judge(vector);
    const QString outcome =
        found ? QStringLiteral("success") : base::errorCodeName(found.error().code);
    QCOMPARE(outcome, vector.value("expect").toString());
}

QTEST_GUILESS_MAIN(TransparencyVectorsTest)
#include "TransparencyVectorsTest.moc"
