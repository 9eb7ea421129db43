// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Verifier.h for slices that come without the log before them.
#include "core/log/Verifier.h"

namespace spilno::log {

namespace {

using base::ErrorCode;
using base::failure;

/// What a head says of a feed: believed only as far as the signature over the slice's last header
/// covers it.
base::Result<FeedState> stateOf(
    const wire::PreviewHead &head,
    const wire::SliceFeed &feed,
    const base::ScopeId &scope,
    const base::CityId &city)
{
    SPILNO_ASSIGN(FeedState state, openFeed(head.opening, city));
    if (state.feed != feed.feed || state.scope != scope)
        return failure(ErrorCode::Malformed, QStringLiteral("an opening of another feed"));
    state.nextSeq = feed.firstSeq;
    state.head = head.prev;
    state.hlc = head.hlcBefore;
    return state;
}

} // namespace

base::Result<VerifiedPreview> verifyPreview(const wire::Preview &preview, const base::CityId &city)
{
    VerifiedPreview verified;
    verified.chainBefore = preview.chainBefore;
    auto head = preview.heads.begin();
    for (const wire::SliceFeed &feed : preview.slice.feeds) {
        if (feed.firstSeq == 0) {
            SPILNO_ASSIGN(const FeedState state, openFeed(feed.opening, city));
            verified.feeds.push_back({state, feed.opening});
        } else {
            SPILNO_ASSIGN(const FeedState state, stateOf(*head, feed, preview.slice.scope, city));
            verified.feeds.push_back({state, head->opening});
            ++head;
        }
    }
    const auto known = [&verified](const base::FeedId &id) -> std::optional<FeedState> {
        for (const VerifiedPreview::Feed &feed : verified.feeds) {
            if (feed.before.feed == id)
                return feed.before;
        }
        return std::nullopt;
    };
    SPILNO_ASSIGN(verified.slice, verifySlice(preview.slice, city, preview.chainBefore, known));
    return verified;
}

} // namespace spilno::log
