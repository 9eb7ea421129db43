// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapMarks.h"
#include "app/widgets/map/MapProjection.h"
#include "core/replica/Record.h"

#include <QCoreApplication>

#include <optional>

namespace spilno::pages {

/// Where a request is, as records, maps and people have it. Pure functions.
class RequestPlace
{
    Q_DECLARE_TR_FUNCTIONS(spilno::pages::RequestPlace)

public:
    /// The point of a request; nothing where it has none, or one that stands for «somewhere».
    [[nodiscard]] static std::optional<widgets::GeoPoint> of(const replica::Record &request);
    /// From and to 1e-7 degrees.
    [[nodiscard]] static widgets::GeoPoint fromStored(qint64 latitude, qint64 longitude);
    [[nodiscard]] static wire::Value toStored(const widgets::GeoPoint &point);
    /// The middle of the square of so many metres that the point lies in: what is public of it.
    [[nodiscard]] static widgets::GeoPoint rounded(const widgets::GeoPoint &point, int metres);
    /// What everyone may know of the point; metres 0: the point itself.
    [[nodiscard]] static wire::Value publicOf(const widgets::GeoPoint &point, int metres);

    /// «42.28290, -71.12711», to be copied into other programs.
    [[nodiscard]] static QString coordinates(const widgets::GeoPoint &point);
    [[nodiscard]] static widgets::MapMark mark(std::uint32_t state, qint64 targetMs, qint64 nowMs);
    /// What the mark means.
    [[nodiscard]] static QString markName(widgets::MapMark mark);
};

} // namespace spilno::pages
