// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Receipt.h"
#include "core/wire/Run.h"
#include "core/wire/Slice.h"

#include <algorithm>

namespace spilno::server::test {

/// A run with the place it was given, as MemoryStore keeps it.
struct PlacedRun
{
    log::Receipt receipt;
    wire::Run run;

    /// Adds the whole run to a slice that ends where it begins.
    void appendTo(wire::Slice &slice) const
    {
        auto feed = std::find_if(slice.feeds.begin(), slice.feeds.end(), [&](const auto &entry) {
            return entry.feed == run.feed;
        });
        if (feed == slice.feeds.end()) {
            wire::SliceFeed fresh;
            fresh.feed = run.feed;
            fresh.firstSeq = run.firstSeq;
            fresh.opening = run.opening;
            feed = slice.feeds.insert(slice.feeds.end(), fresh);
        }
        for (std::size_t i = 0; i < run.changes.size(); ++i) {
            slice.appendPlace(receipt.firstLogIndex + i, receipt.recordedMs);
            feed->changes.push_back({receipt.firstPosition + i, run.changes[i]});
        }
        feed->signature = run.signature;
        slice.chain = receipt.chain;
    }
};

} // namespace spilno::server::test
