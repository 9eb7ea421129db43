// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace spilno::widgets {

class MapView;

/// What a screen reader learns of a map: how many marks it shows, which is the current one, whose
/// the layers are and which keys there are. The marks themselves are in the list beside it.
class MapAccessible : public QAccessibleWidget
{
public:
    explicit MapAccessible(MapView *view);

    /// Lets Qt find it for every MapView; as often as one likes.
    static void install();

    QString text(QAccessible::Text kind) const override;

private:
    [[nodiscard]] const MapView &view() const;
};

} // namespace spilno::widgets
