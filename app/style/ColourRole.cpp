// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/ColourRole.h"

#include <algorithm>
#include <cmath>

namespace spilno::style {

Colours::Colours(const Table &table, bool dark)
    : m_table(table)
    , m_dark(dark)
{
}

const Colours &Colours::light()
{
    static const Colours table(
        {0xFFF4F6F9, 0xFFFFFFFF, 0xFFECEFF4, 0xFFD5DBE4, 0xFF76839A, 0xFF18212D,
         0xFF566274, 0xFF1D5FAF, 0xFFFFFFFF, 0xFFE3EDF9, 0xFF1B7A48, 0xFFDFF2E7,
         0xFF8A5A00, 0xFFFCEFCF, 0xFFB02A23, 0xFFFBE4E1, 0xFF12253F, 0xFFB9C8DC,
         0xFF1F3C63, 0xFFFFFFFF, 0xFFF2B632, 0xFF12253F},
        false);
    return table;
}

const Colours &Colours::dark()
{
    static const Colours table(
        {0xFF12161C, 0xFF1B2129, 0xFF161B22, 0xFF323B47, 0xFF728094, 0xFFE7ECF3,
         0xFF9DAABA, 0xFF7FB2F3, 0xFF0A2038, 0xFF1F3048, 0xFF6CCB94, 0xFF17352A,
         0xFFE9BD5B, 0xFF3A2E12, 0xFFF0938B, 0xFF40201E, 0xFF0C1219, 0xFF94A4B8,
         0xFF1E2F47, 0xFFFFFFFF, 0xFFF2B632, 0xFF12253F},
        true);
    return table;
}

const Colours &Colours::of(const QPalette &palette)
{
    // AlternateBase is the role no widget overrides: a rail's own palette keeps it.
    return luminance(palette.color(QPalette::Active, QPalette::AlternateBase)) < 0.2 ? dark()
                                                                                     : light();
}

QColor Colours::operator()(ColourRole role) const
{
    return QColor::fromRgba(m_table.at(static_cast<std::size_t>(role)));
}

QColor Colours::avatarGround(std::size_t number)
{
    static constexpr std::array<QRgb, 7> Grounds{0xFF2D7D4F, 0xFF1D5FAF, 0xFFB4531A, 0xFF7B4FC0,
                                                 0xFF0F6E6E, 0xFFA8324A, 0xFF566274};
    return QColor::fromRgba(Grounds.at(number % Grounds.size()));
}

QPalette Colours::palette() const
{
    const Colours &colour = *this;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColourRole value) {
        palette.setColor(role, colour(value));
    };
    set(QPalette::Window, ColourRole::Background);
    set(QPalette::WindowText, ColourRole::Text);
    set(QPalette::Base, ColourRole::Raised);
    set(QPalette::AlternateBase, ColourRole::Sunk);
    set(QPalette::Text, ColourRole::Text);
    set(QPalette::PlaceholderText, ColourRole::Muted);
    set(QPalette::Button, ColourRole::Raised);
    set(QPalette::ButtonText, ColourRole::Text);
    set(QPalette::BrightText, ColourRole::Negative);
    set(QPalette::Highlight, ColourRole::Accent);
    set(QPalette::HighlightedText, ColourRole::OnAccent);
    set(QPalette::Link, ColourRole::Accent);
    set(QPalette::LinkVisited, ColourRole::Accent);
    set(QPalette::Light, ColourRole::Raised);
    set(QPalette::Midlight, ColourRole::Line);
    set(QPalette::Mid, ColourRole::Line);
    set(QPalette::Dark, ColourRole::ControlLine);
    set(QPalette::Shadow, ColourRole::ControlLine);
    palette.setColor(QPalette::ToolTipBase, colour(m_dark ? ColourRole::Line : ColourRole::Rail));
    set(QPalette::ToolTipText, ColourRole::OnRail);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(ColourRole::ControlLine));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(ColourRole::Line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colour(ColourRole::Muted));
    return palette;
}

QPalette Colours::railPalette() const
{
    // Only what differs is set: the rest, AlternateBase too, keeps following the application.
    QPalette rail;
    const Colours &colour = *this;
    rail.setColor(QPalette::Window, colour(ColourRole::Rail));
    rail.setColor(QPalette::Base, colour(ColourRole::Rail));
    rail.setColor(QPalette::Button, colour(ColourRole::RailSelected));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        rail.setColor(role, colour(ColourRole::OnRail));
    rail.setColor(QPalette::PlaceholderText, colour(ColourRole::RailText));
    rail.setColor(QPalette::Mid, colour(ColourRole::RailSelected));
    return rail;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace spilno::style
