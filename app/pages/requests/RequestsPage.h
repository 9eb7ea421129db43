// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/pages/requests/RequestDetail.h"
#include "app/pages/requests/RequestFilter.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QTableView;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class PageHeader;
class SearchField;
class StateStack;
} // namespace spilno::widgets

namespace spilno::pages {

class RequestActions;
class RequestFilterBar;
class RequestMapPanel;
class RequestModel;

/// The city's requests: a list of any length with filters, and one of them in detail beside it or,
/// where there is no room, in its place. A place is a map of RequestFilter with "request"; a plain
/// hexadecimal entity id is understood too.
class RequestsPage : public Page
{
    Q_OBJECT

public:
    /// actions may be null in tests. photos is the folder of the city's photos.
    RequestsPage(
        session::SessionContext &context,
        CityBook &book,
        RequestActions *actions,
        const QString &photos,
        QWidget *parent = nullptr);

    QString description() const override;
    void onShown() override;
    bool findRequested() override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;

    RequestDetail *detail() const { return m_detail; }
    RequestModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    widgets::StateStack *states() const { return m_states; }
    RequestFilterBar *filterBar() const { return m_bar; }
    RequestMapPanel *mapPanel() const { return m_map; }
    widgets::Button *mapButton() const { return m_showMap; }

    /// Whether the map is wanted beside the list; nothing: where the city has one.
    void setMapWanted(std::optional<bool> wanted);
    /// The map appears or goes. Beside the list that is to be remembered; in a narrow window it
    /// takes the place of the list, and only while it is wanted there.
    void toggleMap();
    bool isMapShown() const;

Q_SIGNALS:
    /// Something was signed: a sentence for a toast.
    void done(const QString &sentence);
    void mapToggled(bool shown);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int kRightShare = 3; ///< Of the width; the list has five.

    void layOut();
    void connectParts();
    void connectModel();
    void applyFilter(const RequestFilter &filter);
    void filterChanged();
    void showState();
    void showCurrent();
    void select(const base::EntityId &entity);
    void findWanted();
    void chooseFirst();
    void followTop();
    void openDetail();
    void closeDetail();
    void arrange();
    /// Where the keyboard begins: the list, or the map in its place.
    QWidget *start() const;
    void connectMap();
    void showOnMap();
    void selectRow(replica::RowId row);
    void sizeColumns();
    void readKeys();

    session::SessionContext &m_context;
    CityBook &m_book;
    RequestActions *m_actions;
    RequestModel *m_model;
    widgets::PageHeader *m_header;
    widgets::SearchField *m_search;
    widgets::Button *m_create;
    RequestFilterBar *m_bar;
    QTableView *m_table;
    widgets::StateStack *m_states;
    QHBoxLayout *m_row; ///< The list, and at the right map over detail.
    widgets::Button *m_showMap;
    RequestMapPanel *m_map;
    RequestDetail *m_detail;
    QTimer m_settle;         ///< Reads the detail when the choice rests.
    QTimer m_countAgain;     ///< Counts the chips when the list rests.
    base::EntityId m_wanted; ///< To be selected once its row is read.
    bool m_beside = true;    ///< List and detail side by side.
    bool m_together = true;  ///< Room for map and detail at once.
    std::optional<bool> m_mapWanted;
    bool m_mapCovers = false; ///< Narrow: in place of the list.
    bool m_detailOpen = false;
    bool m_loadedOnce = false;
    bool m_choseItself = false; ///< The row is the first that was there, nobody chose it.
    QElapsedTimer m_arriving;   ///< Since the city was last seen on its way here.
};

} // namespace spilno::pages
