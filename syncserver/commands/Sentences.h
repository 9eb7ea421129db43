// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

namespace spilno::server {

/// What the operator reads, in their language: sentences made from error codes. The log of the
/// server is in English and machine-readable, see ServerLog.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(spilno::server::Sentences)

public:
    /// One sentence for an error met with the data folder `folder`.
    [[nodiscard]] static QString ofData(const base::Error &error, const QString &folder);
    /// One sentence for an error met with the owner's profile in `folder`.
    [[nodiscard]] static QString ofProfile(const base::Error &error, const QString &folder);
    /// One sentence for any other error; its detail in brackets.
    [[nodiscard]] static QString of(const base::Error &error);

    Sentences() = delete;
};

} // namespace spilno::server
