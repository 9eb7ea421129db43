// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/SlicePipeline.h"

#include <utility>

namespace spilno::sync {

SlicePipeline::SlicePipeline(
    SyncStore &store,
    const base::CityId &city,
    const std::vector<wire::ScopeCursor> &cursors,
    QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_overlay(city, cursors)
{
}

void SlicePipeline::push(const wire::Slice &slice)
{
    m_toVerify.push_back(slice);
    verifyNext();
}

void SlicePipeline::cancel()
{
    m_cancelled = true;
    m_toVerify.clear();
    m_rejection.reset();
    settle();
}

void SlicePipeline::verifyNext()
{
    if (m_verifying || m_rejection || m_toVerify.empty() || m_applying >= 2)
        return;
    m_verifying = true;
    const wire::Slice slice = std::move(m_toVerify.front());
    m_toVerify.pop_front();
    const std::vector<base::FeedId> unknown = m_overlay.unknownFeeds(slice);
    if (unknown.empty()) {
        verify(slice);
        return;
    }
    using States = base::Result<std::vector<std::optional<log::FeedState>>>;
    m_store.feedStates(unknown).then(this, [this, slice](const States &states) {
        if (!states) {
            reject(slice.scope, {states.error(), true});
            return;
        }
        m_overlay.learn(*states);
        verify(slice);
    });
}

void SlicePipeline::verify(const wire::Slice &slice)
{
    if (m_cancelled) {
        reject(slice.scope, {});
        return;
    }
    auto verified = m_overlay.verify(slice);
    if (!verified) {
        reject(slice.scope, {verified.error(), false});
        return;
    }
    log::decodeChanges(*verified);
    m_verifying = false;
    apply(*verified, slice.firstPosition + slice.count());
    verifyNext();
}

void SlicePipeline::apply(const log::VerifiedSlice &slice, std::uint64_t next)
{
    ++m_applying;
    const base::ScopeId scope = slice.scope;
    const base::Hash chain = slice.chain;
    m_store.applySlice(slice).then(this, [this, scope, next, chain](const base::Result<> &result) {
        --m_applying;
        if (result)
            m_overlay.applied(scope, next, chain);
        else
            m_overlay.reset(scope);
        if (!m_cancelled && result)
            Q_EMIT applied();
        else if (!m_cancelled)
            Q_EMIT failed(result.error());
        settle();
        verifyNext();
    });
}

void SlicePipeline::reject(const base::ScopeId &scope, const Rejection &rejection)
{
    m_verifying = false;
    m_overlay.reset(scope);
    if (!m_cancelled)
        m_rejection = rejection;
    settle();
}

void SlicePipeline::settle()
{
    if (m_applying > 0)
        return;
    if (m_cancelled) {
        if (!m_verifying)
            Q_EMIT idle();
        return;
    }
    if (!m_rejection)
        return;
    const Rejection rejection = *std::exchange(m_rejection, std::nullopt);
    if (rejection.byStorage)
        Q_EMIT failed(rejection.error);
    else
        Q_EMIT rejected(rejection.error);
    verifyNext();
}

} // namespace spilno::sync
