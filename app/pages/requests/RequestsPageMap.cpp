// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/CityMap.h"
#include "app/pages/requests/RequestFilterBar.h"
#include "app/pages/requests/RequestMapPanel.h"
#include "app/pages/requests/RequestModel.h"
#include "app/pages/requests/RequestsPage.h"
#include "app/session/SessionContext.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/map/MapView.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/SearchField.h"
#include "app/widgets/StateStack.h"

#include <QHBoxLayout>
#include <QTableView>

namespace spilno::pages {

namespace Typography = style::Typography;

namespace {

// All at 100 % text.
constexpr int kBesideWidth = 800; ///< From here list and detail stand side by side.
/// A page of this size has room for list, map and detail at once: a window of 1100 without the
/// rail.
constexpr int kTogetherWidth = 1000;
constexpr int kTogetherHeight = 520;
constexpr int kWritingHeight = 860; ///< From here a map stands over a panel to write in.

} // namespace

void RequestsPage::connectMap()
{
    connect(m_showMap, &widgets::Button::clicked, this, &RequestsPage::toggleMap);
    connect(m_map, &RequestMapPanel::requestChosen, this, &RequestsPage::selectRow);
    connect(m_map, &RequestMapPanel::requestOpened, this, [this](replica::RowId row) {
        selectRow(row);
        openDetail();
    });
    connect(m_model, &RequestModel::loaded, m_map, &RequestMapPanel::refresh);
    connect(m_model, &RequestModel::refreshed, m_map, &RequestMapPanel::refresh);
    // A city's first layer shows the map, as long as nobody chose.
    connect(&CityMap::of(m_context), &CityMap::changed, this, &RequestsPage::arrange);
}

void RequestsPage::setMapWanted(std::optional<bool> wanted)
{
    m_mapWanted = wanted;
    arrange();
}

bool RequestsPage::isMapShown() const
{
    if (!m_beside)
        return m_mapCovers; // who opens the page looks for the list
    return m_mapWanted.value_or(CityMap::of(m_context).ground() != nullptr);
}

void RequestsPage::toggleMap()
{
    const bool shown = !isMapShown();
    const bool hadFocus = m_map->map()->hasFocus();
    (m_beside ? m_mapWanted.emplace() : m_mapCovers) = shown;
    arrange();
    if ((!shown && hadFocus) || !m_beside)
        start()->setFocus(Qt::OtherFocusReason);
    if (m_beside)
        Q_EMIT mapToggled(shown);
}

void RequestsPage::selectRow(replica::RowId row)
{
    const int at = m_model->rowOfId(row);
    if (at >= 0)
        m_table->setCurrentIndex(m_model->index(at, RequestModel::TitleColumn));
}

QWidget *RequestsPage::start() const
{
    return isMapShown() && !m_beside ? static_cast<QWidget *>(m_map->map()) : m_table;
}

/// The request chosen in the list, on the map.
void RequestsPage::showOnMap()
{
    const int row = m_table->currentIndex().row();
    m_map->showRequest(m_model->record(row), m_model->spokenRow(row));
}

/// Wide: list, map over detail. Less: the detail opens in place of the map. Narrow: one at a time.
void RequestsPage::arrange()
{
    const int percent = std::max(100, Typography::textPercent());
    const int room = width() * 100 / percent;
    m_beside = room >= kBesideWidth;
    m_mapCovers = m_mapCovers && !m_beside;
    m_together = room >= kTogetherWidth && height() * 100 / percent >= kTogetherHeight;
    const bool map = isMapShown();
    const bool mapCovers = map && !m_beside; // it takes the place of the list
    m_states->setVisible(m_beside || (!m_detailOpen && !mapCovers));
    m_bar->setVisible(m_beside || !m_detailOpen);
    m_header->setVisible(m_beside || !m_detailOpen);
    // What is being written needs the room more than the map does.
    const bool writesInLittleRoom =
        m_detail->isWriting() && height() * 100 / percent < kWritingHeight;
    const bool mapBeside = m_beside && m_together && !writesInLittleRoom;
    m_map->setVisible(map && (mapBeside || !(m_detailOpen || writesInLittleRoom)));
    m_detail->setVisible(m_detailOpen || (m_beside && (!map || m_together)));
    m_detail->setCovers(
        map && !m_together ? RequestDetail::Covers::Map
        : m_beside         ? RequestDetail::Covers::Nothing
                           : RequestDetail::Covers::List);
    m_detail->setMapBeside(map && m_beside && m_together);
    m_showMap->setChecked(map);
    m_search->setMaximumWidth(Typography::scaled(320));
    // A layout of hidden widgets would keep its share, and the list stand beside nothing.
    m_row->setStretch(1, m_map->isHidden() && m_detail->isHidden() ? 0 : kRightShare);
    layout()->activate();
    sizeColumns();
    if (m_loadedOnce && m_wanted.isNull())
        select({}); // there is room for a detail now
}

} // namespace spilno::pages
