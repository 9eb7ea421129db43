// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/SliceOverlay.h"
#include "core/sync/SyncStore.h"

#include <QtCore/QObject>

#include <deque>

namespace spilno::sync {

/// Verifies slices on its own thread while the writer applies the ones before: at most two are
/// between the two. Owned by a SyncWorker or a bundle's import; lives in its thread.
class SlicePipeline final : public QObject
{
    Q_OBJECT

public:
    SlicePipeline(
        SyncStore &store,
        const base::CityId &city,
        const std::vector<wire::ScopeCursor> &cursors,
        QObject *parent = nullptr);

    /// Takes the next slice; each is answered by one signal, in this order.
    void push(const wire::Slice &slice);
    /// Takes nothing up any more and emits nothing but idle(), at once when nothing is under way.
    void cancel();

Q_SIGNALS:
    /// The slice does not verify.
    void rejected(const spilno::base::Error &error);
    /// The writer applied it.
    void applied();
    /// The writer says why not.
    void failed(const spilno::base::Error &error);
    /// After cancel(): the storage answered everything; this may be destroyed.
    void idle();

private:
    /// A slice that goes no further; answered after the slices before it.
    struct Rejection
    {
        base::Error error;
        bool byStorage = false;
    };

    void verifyNext();
    void verify(const wire::Slice &slice);
    void apply(const log::VerifiedSlice &slice, std::uint64_t next);
    void reject(const base::ScopeId &scope, const Rejection &rejection);
    void settle();

    SyncStore &m_store;
    SliceOverlay m_overlay;
    std::deque<wire::Slice> m_toVerify;
    bool m_verifying = false;
    int m_applying = 0;
    bool m_cancelled = false;

    std::optional<Rejection> m_rejection;
};

} // namespace spilno::sync
