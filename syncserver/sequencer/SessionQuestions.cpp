// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/sequencer/SessionQuestions.h"

#include "core/log/Checkpoint.h"
#include "core/wire/Preview.h"

namespace spilno::server {

namespace {

constexpr std::size_t kScopesInWelcomeMax = 4'096;

std::optional<log::Checkpoint> ownCheckpoint(const SequencerStore &store, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    const auto parsed = log::parseCheckpoint(base::view(bytes));
    if (!parsed || parsed->city != store.city() || !parsed->verify(store.sequencerKey()))
        return std::nullopt;
    return *parsed;
}

} // namespace

ReaderView readerView(const SequencerStore &store, const base::PublicKey &device)
{
    const auto read = [&]() -> base::Result<ReaderView> {
        ReaderView view;
        if (!device.isNull()) {
            SPILNO_ASSIGN(const auto person, store.personOf(device));
            view.certified = person.has_value();
        }
        SPILNO_ASSIGN(const auto scopes, store.scopes());
        for (const replica::ScopeStatus &scope : scopes) {
            if (view.scopes.size() == kScopesInWelcomeMax)
                break;
            SPILNO_ASSIGN(const bool may, store.mayRead(scope.scope, device));
            if (may)
                view.scopes.push_back({scope.scope, scope.kind, scope.epoch, scope.next});
        }
        return view;
    };
    ReaderView unread;
    unread.failed = true;
    return read().value_or(std::move(unread));
}

CheckpointNews checkpointNews(
    const SequencerStore &store, std::uint64_t fromSize, const NewestCheckpoint &newest)
{
    CheckpointNews news{newest.bytes, newest.treeSize, fromSize, {}};
    if (fromSize > 0 && fromSize < newest.treeSize) {
        auto proof = store.consistencyProof(fromSize, newest.treeSize);
        if (!proof)
            return {{}, 0, fromSize, {}, true};
        news.consistency = std::move(*proof);
    }
    return news;
}

Welcomed welcome(
    const SequencerStore &store, const AskWelcome &asked, const NewestCheckpoint &newest)
{
    Welcomed welcomed;
    welcomed.view = readerView(store, asked.device);
    const auto seen = ownCheckpoint(store, asked.checkpointSeen);
    welcomed.checkpoint = checkpointNews(store, seen ? seen->treeSize : 0, newest);
    // Without its proof a checkpoint looks like another history: the client's own says no more and
    // no less than it knows.
    if (seen && welcomed.checkpoint.failed)
        welcomed.checkpoint = {asked.checkpointSeen, seen->treeSize, seen->treeSize, {}, true};
    welcomed.logged.reserve(asked.ownHeads.size());
    for (const wire::FeedHead &head : asked.ownHeads) {
        const auto read = store.feedState(head.feed);
        welcomed.view.failed = welcomed.view.failed || !read;
        const auto state = read.value_or(std::nullopt);
        welcomed.logged.push_back(
            state ? wire::FeedHead{head.feed, state->nextSeq, state->head}
                  : wire::FeedHead{head.feed, 0, {}});
    }
    return welcomed;
}

ProofsRead scopeProofs(
    const SequencerStore &store, const AskProofs &asked, const NewestCheckpoint &newest)
{
    ProofsRead read;
    read.proofs.reserve(asked.scopes.size());
    for (const base::ScopeId &scope : asked.scopes) {
        wire::ProofFrame frame{scope, newest.treeSize, 0, {}, {}};
        if (store.mayRead(scope, asked.device).value_or(false)) {
            const auto proof = store.scopeProof(scope).value_or(std::nullopt);
            if (proof && proof->treeSize == newest.treeSize) {
                frame.next = proof->head.next;
                frame.chain = proof->head.chain;
                frame.bytes = proof->bytes;
            }
        }
        read.proofs.push_back(std::move(frame));
    }
    return read;
}

bool isAheadOfLog(const SequencerStore &store, const QByteArray &checkpointSeen)
{
    const auto seen = ownCheckpoint(store, checkpointSeen);
    return seen && seen->treeSize > store.treeSize();
}

SliceRead packedPreview(const ReadSlice &wanted, const QByteArray &raw)
{
    SliceRead read{.scope = wanted.scope, .preview = true};
    const auto preview = wire::decodePreview(raw);
    if (!preview)
        return read;
    read.first = preview->slice.firstPosition;
    read.next = preview->slice.lastPosition() + 1;
    read.rulesNext = preview->slice.rulesNext;
    read.peopleNext = preview->slice.peopleNext;
    read.packed = std::make_shared<const QByteArray>(wire::compress(raw, 1));
    return read;
}

} // namespace spilno::server
