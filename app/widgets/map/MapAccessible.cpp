// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/map/MapAccessible.h"

#include "app/widgets/map/MapView.h"

namespace spilno::widgets {

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<MapView *>(object);
    return view != nullptr ? new MapAccessible(view) : nullptr;
}

} // namespace

MapAccessible::MapAccessible(MapView *view)
    : QAccessibleWidget(view, QAccessible::Graphic)
{
}

void MapAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

const MapView &MapAccessible::view() const
{
    return *static_cast<const MapView *>(widget());
}

QString MapAccessible::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Value:
        return view().currentName();
    case QAccessible::Description: {
        QStringList parts{view().note()};
        const auto count = static_cast<int>(view().marks().markers().size());
        if (count > 0)
            parts.append(MapView::tr("%Ln mark(s)", nullptr, count));
        if (view().ground() != nullptr)
            parts.append(view().ground()->attributions());
        parts.removeAll(QString());
        return parts.join(QStringLiteral(". "));
    }
    case QAccessible::Help:
        return MapView::tr("Arrows move the map, plus and minus zoom, Home shows the whole. Ctrl "
                           "and an arrow go to the next mark, Enter opens it.");
    default:
        return QAccessibleWidget::text(kind);
    }
}

} // namespace spilno::widgets
