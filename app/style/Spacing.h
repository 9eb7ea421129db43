// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::style {

/// The distances of the whole window, in logical pixels. Nothing else is used between widgets.
namespace Spacing {
inline constexpr int Xs = 4;
inline constexpr int S = 8;
inline constexpr int M = 12;
inline constexpr int L = 16;
inline constexpr int Xl = 24;
} // namespace Spacing

/// Corner radii in logical pixels.
namespace Radius {
inline constexpr double Badge = 6;
inline constexpr double Control = 8;
inline constexpr double Card = 10;
} // namespace Radius

/// Sizes that are not distances, in logical pixels at 100 % text.
namespace Size {
inline constexpr int Control = 34;
inline constexpr int KioskControl = 48;
inline constexpr int Icon = 18;
inline constexpr int Target = 24; ///< the least width and height of anything that is clicked
inline constexpr int FocusRing = 2;
/// A column of running text is never wider than this many characters.
inline constexpr int TextColumnCharacters = 72;
} // namespace Size

} // namespace spilno::style
