// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the sequencer reads slices for sessions: once for all who want the same one, compressed
// beside its own thread.
#include "syncserver/sequencer/Sequencer.h"

#include "core/wire/Slice.h"

#include <algorithm>

namespace spilno::server {

namespace {

constexpr std::size_t kUnreadableMax = 1'000;

} // namespace

void Sequencer::readSlice(const ReadSlice &wanted, std::function<void(SliceRead)> answer)
{
    // A preview reaches the head: it is never what it was.
    if (auto cached = wanted.preview ? std::nullopt : m_cache.find(wanted)) {
        answer(std::move(*cached));
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_stopping)
            return;
        const bool underWay =
            std::any_of(m_sliceReaders.begin(), m_sliceReaders.end(), [&](const auto &reader) {
                return reader.first == wanted;
            });
        m_sliceReaders.emplace_back(wanted, std::move(answer));
        if (underWay)
            return;
        m_questions.push_back([this, wanted] { readFromStore(wanted); });
    }
    m_wake.notify_one();
}

/// Once for each place: sessions ask for it again and again.
void Sequencer::noteUnreadable(const ReadSlice &wanted, const base::Error &error)
{
    if (m_unreadable.size() >= kUnreadableMax ||
        !m_unreadable.insert({wanted.scope, wanted.first}).second)
        return;
    const bool damaged = error.code == base::ErrorCode::Corrupt;
    m_options.log->write(
        LogLevel::Error, damaged ? QStringLiteral("database-damaged") : QStringLiteral("not-read"),
        {{QStringLiteral("scope"), wanted.scope.toHex()},
         {QStringLiteral("position"), static_cast<qint64>(wanted.first)},
         {QStringLiteral("detail"),
          damaged ? QStringLiteral("a part of the database cannot be read; all else is served. "
                                   "Restore the newest backup: %1")
                        .arg(error.detail)
                  : error.detail}});
    const std::lock_guard lock(m_mutex);
    m_status.damaged = m_status.damaged || damaged;
}

void Sequencer::readPreviewFromStore(const ReadSlice &wanted)
{
    const auto raw = m_store->readPreview(wanted.scope, wanted.maxChanges, wanted.maxRawBytes);
    if (!raw)
        noteUnreadable(wanted, raw.error());
    m_verifiers.start([this, wanted, bytes = raw.value_or(QByteArray())] {
        sliceReady(wanted, packedPreview(wanted, bytes));
    });
}

void Sequencer::readFromStore(const ReadSlice &wanted)
{
    if (wanted.preview) {
        readPreviewFromStore(wanted);
        return;
    }
    const std::uint64_t generation = m_cache.generation();
    auto raw =
        m_store->readSlice(wanted.scope, wanted.first, wanted.maxChanges, wanted.maxRawBytes);
    if (!raw || raw->isEmpty()) {
        if (!raw)
            noteUnreadable(wanted, raw.error());
        sliceReady(wanted, {.scope = wanted.scope, .first = wanted.first, .next = wanted.first});
        return;
    }
    std::uint64_t head = 0;
    if (const auto status = m_store->scope(wanted.scope); status && *status)
        head = (*status)->next;
    m_verifiers.start([this, wanted, generation, head, bytes = std::move(*raw)] {
        SliceRead read{.scope = wanted.scope, .first = wanted.first, .next = wanted.first};
        if (const auto slice = wire::decodeSlice(bytes)) {
            read.next = slice->lastPosition() + 1;
            read.rulesNext = slice->rulesNext;
            read.peopleNext = slice->peopleNext;
            read.packed = std::make_shared<const QByteArray>(wire::compress(bytes, 1));
        }
        // One that reaches the head grows with the next change; the others stay as they are.
        if (read.next < head)
            m_cache.insert(wanted, read, generation);
        sliceReady(wanted, read);
    });
}

void Sequencer::sliceReady(const ReadSlice &wanted, const SliceRead &slice)
{
    std::vector<std::function<void(SliceRead)>> readers;
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_sliceReaders, [&](auto &reader) {
            if (reader.first != wanted)
                return false;
            readers.push_back(std::move(reader.second));
            return true;
        });
    }
    for (const auto &reader : readers)
        reader(slice);
}

} // namespace spilno::server
