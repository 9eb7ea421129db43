// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/wire/Payload.h"
#include "core/wire/Preview.h"
#include "core/wire/Run.h"
#include "core/wire/Slice.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace spilno::log {

/// What must be known of a feed to check what comes next on it.
struct FeedState
{
    base::FeedId feed;
    base::CityId city;
    base::PersonId person;
    base::PublicKey device;
    base::ScopeId scope;
    std::uint64_t nextSeq = 0;
    base::Hash head;   ///< Hash of the last header; of the opening (the feed id) before any.
    base::Hlc hlc = 0; ///< Of the last header.
};

/// A change whose place in its feed is proved. Views live as long as the bytes it came from.
struct VerifiedChange
{
    std::uint32_t feed = 0; ///< Index into the feeds of the slice; 0 in a run.
    std::uint64_t seq = 0;
    std::uint64_t position = 0; ///< Sequenced changes only, as the next three.
    std::uint64_t logIndex = 0;
    qint64 recordedMs = 0;
    base::Hlc hlc = 0;
    std::uint32_t txn = 0;
    std::uint32_t type = 0;
    base::EntityId entity;
    base::Hash hash; ///< Of the full header.
    base::Hash payloadCommit;
    base::ByteView ext;
    base::ByteView shape;
    base::ByteView values;
    bool valuesAbsent = false;
    base::Hash valuesHash;        ///< Set where valuesAbsent.
    std::uint32_t valuesSize = 0; ///< Set where valuesAbsent.
};

struct VerifiedRun
{
    FeedState before;
    FeedState after;
    QByteArray opening; ///< Where the run starts the feed.
    base::Signature signature;
    std::vector<VerifiedChange> changes;
    QByteArray bytes; ///< Keeps the views alive.
};

/// What can be made of a change before it is applied; where nothing stands that is left to who
/// applies it.
struct DecodedChange
{
    std::optional<wire::Payload> payload;
    std::optional<base::OpId> op; ///< Of a change that was not issued before.
};

struct VerifiedSlice
{
    struct Feed
    {
        FeedState after;
        QByteArray opening; ///< Where the slice starts the feed.
        base::Signature signature;
        std::uint64_t firstSeq = 0;
    };
    base::ScopeId scope;
    std::uint64_t epoch = 0;
    std::uint64_t firstPosition = 0;
    base::Hash chain;             ///< After the last position.
    std::uint64_t rulesNext = 0;  ///< What must be applied of the rules scope first.
    std::uint64_t peopleNext = 0; ///< What must be applied of the people scope first.
    std::vector<Feed> feeds;
    std::vector<VerifiedChange> changes; ///< By position.
    QByteArray bytes;                    ///< Keeps the views alive.
    /// What is decoded already, in the order of `changes`, for the one who applies them to take.
    std::shared_ptr<std::vector<DecodedChange>> decoded;
};

/// A slice whose feeds are proved by their signatures, without the log before it: that the
/// sequencer gave the changes these places is the server's word until the log has come so far.
struct VerifiedPreview
{
    struct Feed
    {
        FeedState before;   ///< What the heads say of the feed before the slice.
        QByteArray opening; ///< Of every feed.
    };
    base::Hash chainBefore;
    VerifiedSlice slice;
    std::vector<Feed> feeds; ///< In the order of slice.feeds.
};

/// The state at the start of a feed. Malformed when the opening is; WrongCity for another city.
[[nodiscard]] base::Result<FeedState> openFeed(const QByteArray &opening, const base::CityId &city);

/// Checks a run against the feed's state before it: hash chain, commitments, clock order, whole
/// transactions, the one thin form, signature. BrokenChain when it does not start at nextSeq,
/// BadSignature, Malformed.
[[nodiscard]] base::Result<VerifiedRun> verifyRun(const wire::Run &run, const FeedState &before);

/// Checks a slice: every feed as a run, transactions at contiguous places taken at once, and the
/// scope chain from `chainBefore` to the slice's own. `known` gives the state of a feed that is
/// held already; its error is passed on. The pure, expensive part of applying.
[[nodiscard]] base::Result<VerifiedSlice> verifySlice(
    const wire::Slice &slice,
    const base::CityId &city,
    const base::Hash &chainBefore,
    const std::function<base::Result<std::optional<FeedState>>(const base::FeedId &)> &known);

/// Decodes the payloads that are not sealed and follow their grammar, away from who applies them.
void decodeChanges(VerifiedSlice &slice);

/// Checks a preview: the openings give the feeds their names, the signatures cover all that the
/// heads say, and the changes lead from one chain to the other.
[[nodiscard]] base::Result<VerifiedPreview> verifyPreview(
    const wire::Preview &preview, const base::CityId &city);

} // namespace spilno::log
