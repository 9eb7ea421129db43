// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace spilno::style {

/// What a colour is for. Code outside app/style names colours by role only.
enum class ColourRole {
    Background,   ///< behind everything
    Raised,       ///< cards, fields, menus
    Sunk,         ///< table heads, grooves, neutral badges
    Line,         ///< separators and card edges; decoration only
    ControlLine,  ///< an outline that alone shows a control: 3:1
    Text,         ///< what is read first
    Muted,        ///< second lines, still 4.5:1
    Accent,       ///< primary buttons, links, selection marks, focus
    OnAccent,     ///< text on Accent
    AccentSoft,   ///< selected rows, informative badges
    Positive,     ///< text of good news
    PositiveSoft, ///< its ground
    Warning,      ///< text of what needs care
    WarningSoft,  ///< its ground
    Negative,     ///< text of what is wrong or late
    NegativeSoft, ///< its ground
    Rail,         ///< the navigation rail
    RailText,     ///< entries and group names in it
    RailSelected, ///< ground of the present entry
    OnRail,       ///< text of the present entry
    Gold,         ///< marks and the Create button; never text on a light ground
    OnGold,       ///< text on Gold
    Count
};

/// One theme's colours. Immutable value; both tables live for the whole program.
/// Widgets and the style find theirs with of(palette()), so that a change of palette re-themes
/// everything and no global state is needed.
class Colours
{
public:
    static const Colours &light();
    static const Colours &dark();
    /// The table that `palette` was made from (or, for a foreign palette, the nearer one).
    static const Colours &of(const QPalette &palette);

    QColor operator()(ColourRole role) const;
    bool isDark() const { return m_dark; }
    /// Ground of a picture with initials (white text stands on it), one of a few by `number`.
    static QColor avatarGround(std::size_t number);
    /// The palette that carries these colours to every widget.
    QPalette palette() const;
    /// A palette for widgets that stand on the rail.
    QPalette railPalette() const;

private:
    using Table = std::array<QRgb, static_cast<std::size_t>(ColourRole::Count)>;
    Colours(const Table &table, bool dark);

    Table m_table;
    bool m_dark;
};

/// WCAG 2.2 relative luminance, 0..1.
double luminance(const QColor &colour);
/// WCAG 2.2 contrast ratio, 1..21.
double contrast(const QColor &one, const QColor &other);

} // namespace spilno::style
