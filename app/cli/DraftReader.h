// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/RecordFinder.h"

#include <QtCore/QJsonObject>

namespace spilno::cli {

/// Turns what a person wrote as JSON into a draft of a change.
class DraftReader
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::DraftReader)

public:
    /// The object of --json FILE, of the standard input for «-», or written out itself; empty when
    /// none was given. InvalidArgument, NotFound, LimitExceeded with sentences.
    [[nodiscard]] static base::Result<QJsonObject> input(const Surroundings &around);

    /// Writes the members of the object into the draft; of a set, an array adds, and
    /// {"add": […], "remove": [op…]} does both. `others` are members that are no fields.
    [[nodiscard]] static base::Result<> read(
        const Surroundings &around,
        const records::RecordType &type,
        const QJsonObject &object,
        const QStringList &others,
        replica::Draft &draft);

private:
    [[nodiscard]] static base::Result<> readSet(
        const records::FieldDescriptor &field, const QJsonValue &value, replica::Draft &draft);
};

} // namespace spilno::cli
