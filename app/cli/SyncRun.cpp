// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SyncRun.h"

#include "app/cli/Interrupt.h"
#include "app/cli/Sentences.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

namespace spilno::cli {

namespace {

constexpr int kInterruptPollMs = 100;
/// What a newcomer sends takes up to three exchanges: the identity, what needs it, what comes back.
constexpr int kExchangesMax = 5;

} // namespace

void SyncRun::run(profile::CityClient &client, const base::Clock &clock, const Progress &progress)
{
    const qint64 began = clock.monotonicMs();
    sync::SyncStatus total;
    for (int round = 0; round < kExchangesMax; ++round) {
        exchangeOnce(client, progress);
        const std::uint64_t sent = m_status.changesOut;
        m_status.bytesIn += total.bytesIn;
        m_status.bytesOut += total.bytesOut;
        m_status.changesIn += total.changesIn;
        m_status.changesOut += total.changesOut;
        total = m_status;
        if (m_end != sync::EndReason::Finished || sent == 0)
            break;
    }
    m_seconds = static_cast<double>(clock.monotonicMs() - began) / 1000.0;
}

void SyncRun::exchangeOnce(profile::CityClient &client, const Progress &progress)
{
    QEventLoop loop;
    QObject scope;
    m_end = sync::EndReason::Stopped;
    m_error = {base::ErrorCode::Cancelled, {}};
    QObject::connect(
        &client, &profile::CityClient::synced, &scope,
        [&](sync::EndReason reason, const base::Error &error) {
            m_end = reason;
            m_error = error;
            loop.quit();
        });
    QObject::connect(
        &client, &profile::CityClient::statusChanged, &scope, [&](const sync::SyncStatus &status) {
            if (progress)
                progress(status);
        });
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &scope, [&loop] {
        if (Interrupt::happened())
            loop.quit();
    });
    poll.start(kInterruptPollMs);
    client.startSync(sync::SyncMode::Once);
    loop.exec();
    m_status = client.status();
    client.stopSync();
}

base::Result<> SyncRun::outcome(const Terminal &terminal) const
{
    if (m_end != sync::EndReason::Finished)
        return terminal.fail(m_error.code, endSentence(m_end, m_error));
    if (m_status.putOff.isEmpty())
        return {};
    return terminal.fail(
        base::ErrorCode::Busy,
        putOffSentence(m_status.putOff, m_status.changesOut, m_status.pendingCount));
}

QJsonObject SyncRun::toJson() const
{
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    return {
        {QStringLiteral("changes_in"), number(m_status.changesIn)},
        {QStringLiteral("changes_out"), number(m_status.changesOut)},
        {QStringLiteral("bytes_in"), number(m_status.bytesIn)},
        {QStringLiteral("bytes_out"), number(m_status.bytesOut)},
        {QStringLiteral("bytes"), number(m_status.bytesIn + m_status.bytesOut)},
        {QStringLiteral("pending"), number(m_status.pendingCount)},
        {QStringLiteral("previews_shown"), number(m_status.previewsShown)},
        {QStringLiteral("previews_refused"), number(m_status.previewsRefused)},
        {QStringLiteral("server_ahead_ms"), m_status.serverAheadMs},
        {QStringLiteral("seconds"), m_seconds}};
}

} // namespace spilno::cli
