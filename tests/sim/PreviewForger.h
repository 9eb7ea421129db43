// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace spilno::sim {

/// What a server that lies, or a line that spoils, can make of a preview.
class PreviewForger
{
public:
    static constexpr int kManners = 6;

    explicit PreviewForger(const base::CityId &city)
        : m_city(city)
    {
    }

    /// The preview's bytes spoiled in one of the manners.
    [[nodiscard]] QByteArray forge(const QByteArray &preview, int manner) const;
    /// The manner in words. Only «other times» verifies: it is found out when the log comes.
    [[nodiscard]] static QString name(int manner);

private:
    [[nodiscard]] QByteArray withOtherTimes(const QByteArray &preview) const;

    base::CityId m_city;
};

} // namespace spilno::sim
