// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Draft.h"
#include "core/replica/Identity.h"

#include <QtCore/QString>

#include <memory>

/// The devices that imports are signed with: one for each department, so that what came from one
/// can be told from the rest by its signature. Their keys follow from that of the person's own
/// device, so that nothing more has to be kept. Pure functions, any thread.
namespace spilno::import {

/// The person with the device that imports for a department.
[[nodiscard]] std::shared_ptr<const replica::Identity> importerFor(
    const replica::Identity &person, const base::CityId &city, const QString &department);

/// The draft that certifies it; `identity` is the person's identity record.
[[nodiscard]] replica::Draft certificateDraft(
    const replica::Identity &importer, const base::EntityId &identity);

} // namespace spilno::import
