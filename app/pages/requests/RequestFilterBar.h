// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFilter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace spilno::widgets {
class Chip;
class ChipRow;
class Label;
} // namespace spilno::widgets
namespace spilno::session {
class SessionContext;
}

namespace spilno::pages {

class CityBook;

/// The chips over a list of requests and, opened by the last of them, the choices of category,
/// district, state and order. Searching by words is the page's.
class RequestFilterBar : public QWidget
{
    Q_OBJECT

public:
    RequestFilterBar(session::SessionContext &context, CityBook &book, QWidget *parent = nullptr);

    /// Shows a filter without a signal.
    void setFilter(const RequestFilter &filter);
    /// With the text that was set.
    RequestFilter filter() const;
    /// Counts the chips' requests, when the list is at rest.
    void count();
    void retranslate();
    /// Tab comes to the chips from here; a widget of the same window, or of none yet.
    void setTabStart(QWidget *before);

    static QList<RequestView> views(const session::SessionContext &context);
    static QString viewName(RequestView view);

Q_SIGNALS:
    void changed();

private:
    void makeChips();
    void orderTabs();
    void fillChoices();
    void showChoices(bool shown);

    session::SessionContext &m_context;
    CityBook &m_book;
    RequestFilter m_filter;
    bool m_counting = false;
    bool m_countAgain = false;
    widgets::ChipRow *m_chips = nullptr;
    widgets::Chip *m_opener = nullptr;
    QWidget *m_before = nullptr;
    QWidget *m_choices;
    QComboBox *m_category;
    QComboBox *m_scope;
    QComboBox *m_state;
    QComboBox *m_order;
};

} // namespace spilno::pages
