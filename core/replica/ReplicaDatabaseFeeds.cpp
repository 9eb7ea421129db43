// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a replica answers of single feeds, to who verifies and admits their changes.
#include "core/replica/ReplicaDatabasePrivate.h"

namespace spilno::replica {

base::Result<std::optional<log::FeedState>> ReplicaDatabase::feedState(
    const base::FeedId &feed) const
{
    return d->ask([&]() -> base::Result<std::optional<log::FeedState>> {
        const auto row = d->core.log.feed(feed);
        return row ? std::optional(row->state) : std::nullopt;
    });
}

base::Result<std::optional<log::FeedState>> ReplicaDatabase::feedStateBefore(
    const base::FeedId &feed, std::uint64_t seq) const
{
    return d->ask([&]() -> base::Result<std::optional<log::FeedState>> {
        const auto row = d->core.log.feed(feed);
        if (!row || seq > row->state.nextSeq)
            return std::nullopt;
        if (seq == row->state.nextSeq)
            return row->state;
        auto state = log::openFeed(d->core.log.opening(row->id), d->core.cityId);
        if (!state || seq == 0)
            return state ? std::optional(*state) : std::nullopt;
        const auto previous = d->core.log.changeAt(row->id, seq - 1);
        if (!previous)
            return std::nullopt;
        state->nextSeq = seq;
        state->head = previous->hash;
        state->hlc = previous->hlc;
        return *state;
    });
}

base::Result<QByteArray> ReplicaDatabase::headerAt(
    const base::FeedId &feed, std::uint64_t seq) const
{
    SPILNO_ASSIGN(const auto before, feedStateBefore(feed, seq));
    return d->ask([&]() -> base::Result<QByteArray> {
        const auto row = d->core.log.feed(feed);
        const auto change = row ? d->core.log.changeAt(row->id, seq) : std::nullopt;
        if (!before || !change)
            return QByteArray();
        return d->core.log.headerOf(*change, feed, before->head);
    });
}

} // namespace spilno::replica
