// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace spilno::pages {

/// A photo that says nothing but what it shows.
struct CleanPhoto
{
    QByteArray jpeg;
    int width = 0;
    int height = 0;
};

/// Makes a photo fit to be public: its pixels are painted into a fresh image, so that no place,
/// time, device, thumbnail or text of the file goes along, turned as the camera was held, and no
/// side is longer than kSideMax. Pure functions, any thread; a large photo takes half a second.
class PhotoCleaner
{
public:
    static constexpr int kSideMax = 1600;
    static constexpr int kSourceSideMax = 16'384;
    static constexpr qint64 kSourceBytesMax = 64LL * 1024 * 1024;

    /// NotFound, LimitExceeded, Malformed when it is no picture this program can read.
    [[nodiscard]] static base::Result<CleanPhoto> clean(const QString &path);
    [[nodiscard]] static base::Result<CleanPhoto> clean(QByteArray bytes);
};

} // namespace spilno::pages
