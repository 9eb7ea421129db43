// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/ServerAddress.h"
#include "core/sync/SyncStatus.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace spilno::session {

/// Errors and states as sentences for people. Pure functions; the detail of an error is for the
/// log and never shown.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(spilno::session::Sentences)

public:
    /// What went wrong, and what can be done where something can.
    static QString error(const base::Error &error);
    /// Why a profile did not open or was not made.
    static QString profileError(const base::Error &error);
    /// Why a text is no address; empty for None.
    static QString address(sync::AddressProblem problem);
    /// Where synchronisation stands: «Connecting to the city», «All is here and all is sent».
    static QString phase(const sync::SyncStatus &status);
    /// Why there is no contact; empty while nothing went wrong.
    static QString trouble(const sync::SyncStatus &status);
    /// Whether trying again can help; false where somebody has to do something first.
    static bool mayHelpToTryAgain(const sync::SyncStatus &status);
    /// «09:14» today, «21 November, 09:14» before.
    static QString moment(const QDateTime &then, const QDateTime &now);
};

} // namespace spilno::session
