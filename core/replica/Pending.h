// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QtCore/QString>

namespace spilno::replica {

struct PendingRun
{
    base::FeedId feed;
    std::uint64_t firstSeq = 0;
    std::uint64_t count = 0;
    QByteArray bytes; ///< wire::encodeRun
};

enum class OutboxState : std::uint8_t { OnThisComputer, Accepted, Refused, Void, Conflict };

struct OutboxItem
{
    base::OpId op;
    OutboxState state = OutboxState::OnThisComputer;
    std::uint32_t type = 0;
    base::EntityId entity;
    QString title;  ///< Of the record, as far as known.
    QString action; ///< "create", "edit", or the transition's name.
    QString reason; ///< Refused, Void, Conflict: a code, see VoidReason.
    qint64 writtenMs = 0;
    bool sendable = true;
};

} // namespace spilno::replica
