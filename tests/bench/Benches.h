// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace spilno::bench {

/// A server with `changes` changes in this process, a newcomer's replica in another one, over TLS
/// on loopback; `repeats` newcomers one after another. Phases of each: «initial replication,
/// queryable», «full text complete».
void replicate(qint64 changes, qint64 changesPerFeed, int repeats);
/// The server of replicate() alone, until the process is ended; prints its address and its folder.
void serve(qint64 changes, qint64 changesPerFeed);
/// The newcomer of replicate(), in a process of its own.
void join(const QString &address, const QString &folder);
/// Single durable submits of a desktop with a replica that holds `changes` changes.
void submit(qint64 changes);
/// Searches of a person in a full-text index of `changes` documents.
void search(qint64 changes);
/// The desktop itself, `starts` times, in a city of `changes` changes whose replica and full text
/// are on this computer: from the start of the process to the first list on the screen, and the
/// memory it holds two seconds later.
void ui(qint64 changes, int starts);
/// Runs that a server verifies and sequences durably, in group commits of 100 runs of ten and of
/// one change.
void server(qint64 changes);

} // namespace spilno::bench
