// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/Bundle.h"
#include "core/sync/SlicePipeline.h"
#include "core/sync/SyncStore.h"

#include <QtCore/QObject>

#include <functional>
#include <map>
#include <memory>

namespace spilno::sync {

/// Brings a bundle into a replica: slices are verified and applied as a session does, runs are
/// verified and handed on, to be carried to the city. Owned by who starts it; lives in one thread,
/// that of the SyncStore. That a bundle's order is the sequencer's is shown only when the city is
/// next reached: import files of people who are trusted to have told it as it was.
class BundleImport final : public QObject
{
    Q_OBJECT

public:
    /// Runs that are kept to be handed on, at most.
    static constexpr std::size_t kRunsMax = 4'096;

    struct Counts
    {
        std::uint64_t applied = 0; ///< Changes that are new here.
        std::uint64_t known = 0;   ///< Changes that were here already.
        std::uint64_t missing = 0; ///< Changes that do not join what is here.
        std::uint64_t carried = 0; ///< Changes handed on.
        std::uint64_t refused = 0; ///< Changes in runs that do not verify or do not join.
    };

    /// Gets each run that verifies and that the replica does not hold as sequenced.
    using Carry = std::function<void(const log::VerifiedRun &run)>;

    BundleImport(QIODevice &in, SyncStore &store, Carry carry, QObject *parent = nullptr);
    ~BundleImport() override;

    /// finished() or failed() follows.
    void start();
    [[nodiscard]] const Counts &counts() const { return m_counts; }

Q_SIGNALS:
    void finished();
    /// Whole slices that were applied before stay. WrongCity, Malformed, BadSignature, BrokenChain,
    /// LimitExceeded, or an error of the storage.
    void failed(const spilno::base::Error &error);

private:
    void begin(const SyncStart &start);
    void readOn();
    void take(const wire::Slice &slice);
    void sliceDone(const std::optional<base::Error> &error);
    void verifyRuns();
    void carryRuns(const std::vector<std::optional<log::FeedState>> &states);
    void end(const std::optional<base::Error> &error);

    BundleReader m_reader;
    SyncStore &m_store;
    Carry m_carry;
    Counts m_counts;
    base::CityId m_city;
    std::unique_ptr<SlicePipeline> m_pipeline;
    std::map<base::ScopeId, std::uint64_t> m_next;
    std::vector<wire::Run> m_runs;
    std::uint64_t m_inWork = 0; ///< Changes of the slice that is being applied.
    bool m_ended = false;
};

} // namespace spilno::sync
