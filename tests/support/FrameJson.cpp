// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FrameJson.h"

#include <QtCore/QJsonArray>

namespace spilno::support {

using namespace Qt::StringLiterals;

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

template <class List, class Show>
QJsonArray array(const List &list, Show show)
{
    QJsonArray all;
    for (const auto &item : list)
        all.append(show(item));
    return all;
}

QJsonArray hashes(const std::vector<base::Hash> &list)
{
    return array(list, [](const base::Hash &hash) { return hash.toHex(); });
}

QJsonArray cursors(const std::vector<wire::ScopeCursor> &list)
{
    return array(list, [](const wire::ScopeCursor &c) {
        return QJsonObject{
            {u"scope"_s, c.scope.toHex()},
            {u"epoch"_s, number(c.epoch)},
            {u"applied"_s, number(c.applied)},
            {u"proven"_s, number(c.proven)},
            {u"chain"_s, c.chain.toHex()}};
    });
}

QJsonArray heads(const std::vector<wire::FeedHead> &list)
{
    return array(list, [](const wire::FeedHead &head) {
        return QJsonObject{
            {u"feed"_s, head.feed.toHex()},
            {u"nextSeq"_s, number(head.nextSeq)},
            {u"head"_s, head.head.toHex()}};
    });
}

QJsonObject show(const wire::GreetingFrame &f)
{
    return {
        {u"type"_s, u"greeting"_s},
        {u"versions"_s, array(f.versions, [](std::uint64_t v) { return number(v); })},
        {u"cityGenesis"_s, hex(f.cityGenesis)},
        {u"keyChain"_s, array(f.keyChain, [](const QByteArray &link) { return hex(link); })},
        {u"serverKey"_s, f.serverKey.toHex()},
        {u"proof"_s, f.proof.toHex()},
        {u"nonce"_s, hex(f.nonce)},
        {u"nowMs"_s, f.nowMs},
        {u"role"_s, number(f.role)}};
}

QJsonObject show(const wire::HelloFrame &f)
{
    return {
        {u"type"_s, u"hello"_s},
        {u"version"_s, number(f.version)},
        {u"device"_s, f.device.toHex()},
        {u"proof"_s, f.proof.toHex()},
        {u"everything"_s, f.everything},
        {u"cursors"_s, cursors(f.cursors)},
        {u"ownHeads"_s, heads(f.ownHeads)},
        {u"checkpointSeen"_s, hex(f.checkpointSeen)},
        {u"creditBytes"_s, number(f.creditBytes)}};
}

QJsonObject show(const wire::WelcomeFrame &f)
{
    const auto scope = [](const wire::ScopeHead &head) {
        return QJsonObject{
            {u"scope"_s, head.scope.toHex()},
            {u"epoch"_s, number(head.epoch)},
            {u"next"_s, number(head.next)}};
    };
    return {
        {u"type"_s, u"welcome"_s},
        {u"checkpoint"_s, hex(f.checkpoint)},
        {u"consistency"_s, hashes(f.consistency)},
        {u"scopes"_s, array(f.scopes, scope)},
        {u"logged"_s, heads(f.logged)},
        {u"nowMs"_s, f.nowMs}};
}

QJsonObject show(const wire::PageFrame &f)
{
    return {
        {u"type"_s, u"page"_s},
        {u"scope"_s, f.scope.toHex()},
        {u"firstPosition"_s, number(f.firstPosition)},
        {u"part"_s, number(f.part)},
        {u"last"_s, f.last},
        {u"preview"_s, f.preview},
        {u"bytes"_s, hex(f.bytes)}};
}

QJsonObject show(const wire::PushFrame &f)
{
    return {{u"type"_s, u"push"_s}, {u"run"_s, hex(f.run)}};
}

QJsonObject show(const wire::ReceiptFrame &f)
{
    return {{u"type"_s, u"receipt"_s}, {u"receipt"_s, hex(f.receipt)}};
}

QJsonObject show(const wire::HeldFrame &f)
{
    return {{u"type"_s, u"held"_s}, {u"held"_s, hex(f.held)}};
}

QJsonObject show(const wire::ForkFrame &f)
{
    return {
        {u"type"_s, u"fork"_s},
        {u"feed"_s, f.feed.toHex()},
        {u"seq"_s, number(f.seq)},
        {u"header"_s, hex(f.header)}};
}

QJsonObject show(const wire::RetryFrame &f)
{
    return {
        {u"type"_s, u"retry"_s},
        {u"feed"_s, f.feed.toHex()},
        {u"seq"_s, number(f.seq)},
        {u"afterMs"_s, number(f.afterMs)},
        {u"reason"_s, f.reason}};
}

QJsonObject show(const wire::RefusedFrame &f)
{
    return {
        {u"type"_s, u"refused"_s},
        {u"feed"_s, f.feed.toHex()},
        {u"seq"_s, number(f.seq)},
        {u"reason"_s, f.reason}};
}

QJsonObject show(const wire::CreditFrame &f)
{
    return {{u"type"_s, u"credit"_s}, {u"bytes"_s, number(f.bytes)}};
}

QJsonObject show(const wire::CheckpointFrame &f)
{
    return {
        {u"type"_s, u"checkpoint"_s},
        {u"checkpoint"_s, hex(f.checkpoint)},
        {u"consistency"_s, hashes(f.consistency)}};
}

QJsonObject show(const wire::BlobGetFrame &f)
{
    return {{u"type"_s, u"blobGet"_s}, {u"blob"_s, f.blob.toHex()}, {u"chunk"_s, number(f.chunk)}};
}

template <class BlobFrame>
QJsonObject showChunk(const char *type, const BlobFrame &f)
{
    return {
        {u"type"_s, QLatin1String(type)},
        {u"blob"_s, f.blob.toHex()},
        {u"chunk"_s, number(f.chunk)},
        {u"chunks"_s, number(f.chunks)},
        {u"bytes"_s, hex(f.bytes)}};
}

QJsonObject show(const wire::BlobPartFrame &f)
{
    return showChunk("blobPart", f);
}

QJsonObject show(const wire::BlobPutFrame &f)
{
    return showChunk("blobPut", f);
}

QJsonObject show(const wire::BlobDoneFrame &f)
{
    return {
        {u"type"_s, u"blobDone"_s},
        {u"blob"_s, f.blob.toHex()},
        {u"chunk"_s, number(f.chunk)},
        {u"stored"_s, f.stored}};
}

QJsonObject show(const wire::ByeFrame &f)
{
    return {{u"type"_s, u"bye"_s}, {u"reason"_s, f.reason}, {u"detail"_s, f.detail}};
}

QJsonObject show(const wire::PingFrame &f)
{
    return {{u"type"_s, u"ping"_s}, {u"token"_s, number(f.token)}};
}

QJsonObject show(const wire::PongFrame &f)
{
    return {{u"type"_s, u"pong"_s}, {u"token"_s, number(f.token)}};
}

QJsonObject show(const wire::FollowFrame &f)
{
    return {{u"type"_s, u"follow"_s}, {u"cursors"_s, cursors(f.cursors)}};
}

QJsonObject show(const wire::ScopeDoneFrame &f)
{
    return {
        {u"type"_s, u"scopeDone"_s}, {u"scope"_s, f.scope.toHex()}, {u"next"_s, number(f.next)}};
}

QJsonObject show(const wire::ProveFrame &f)
{
    QJsonArray scopes;
    for (const base::ScopeId &scope : f.scopes)
        scopes.append(scope.toHex());
    return {{u"type"_s, u"prove"_s}, {u"scopes"_s, scopes}};
}

QJsonObject show(const wire::ProofFrame &f)
{
    return {{u"type"_s, u"proof"_s},
            {u"scope"_s, f.scope.toHex()},
            {u"treeSize"_s, number(f.treeSize)},
            {u"next"_s, number(f.next)},
            {u"chain"_s, f.chain.toHex()},
            {u"bytes"_s, hex(f.bytes)}};
}

} // namespace

QJsonObject frameJson(const wire::Frame &frame)
{
    return std::visit([](const auto &body) { return show(body); }, frame);
}

} // namespace spilno::support
