// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFilter.h"
#include "app/widgets/map/MapMarks.h"
#include "core/replica/Places.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <array>

namespace spilno::session {
class SessionContext;
}
namespace spilno::widgets {
class Label;
class MapLegendEntry;
class MapView;
} // namespace spilno::widgets

namespace spilno::pages {

/// The requests of a filter on the city's map, as far as the map shows them now: those seen are
/// read off the GUI thread when the map rests, at most kMostMarks of them, the latest first. The
/// same requests are in the list beside it. Owned by RequestsPage.
class RequestMapPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostMarks = 12'000;

    explicit RequestMapPanel(session::SessionContext &context, QWidget *parent = nullptr);

    void setFilter(const RequestFilter &filter);
    /// Reads again, as after a change; soon, and only while it is visible.
    void refresh();
    /// Marks a request, which need not be among those read; nullptr: none.
    void showRequest(const replica::Record *request, const QString &spoken);
    void retranslate();

    widgets::MapView *map() const { return m_map; }
    /// How many are shown, in words.
    QString sentence() const;

Q_SIGNALS:
    void requestChosen(spilno::replica::RowId row);
    void requestOpened(spilno::replica::RowId row);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void take(const replica::Places &places);
    void showMarkers();
    void showGround();
    [[nodiscard]] std::array<qint32, 4> seen() const;

    void showSentence();

    session::SessionContext &m_context;
    widgets::MapView *m_map;
    widgets::Label *m_words;
    widgets::Label *m_cut; ///< Says that there are more than are shown.
    std::array<widgets::MapLegendEntry *, widgets::kMapMarks> m_legend;
    RequestFilter m_filter;
    std::vector<widgets::MapMarker> m_read;
    std::optional<widgets::MapMarker> m_chosen;
    QString m_spoken;
    qint64 m_all = 0;
    QTimer m_soon;
    bool m_answered = false;
    bool m_asking = false;
    QElapsedTimer m_asked;
    qint64 m_tookMs = 0; ///< The last answer.
    bool m_askAgain = false;
};

} // namespace spilno::pages
