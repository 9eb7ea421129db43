// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QVariant>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::pages {

/// How much room there is, counted at the present text size.
enum class Breakpoint {
    Wide,   ///< from 1200: rail with words, list beside map and detail
    Medium, ///< 1100..1199: rail of icons
    Narrow, ///< below 1100: the detail opens in place of the map
};

/// `width` of the window in logical pixels, `textPercent` 100..200.
Breakpoint breakpointFor(int width, int textPercent);

/// One page of the window. Created by its PageEntry when it is first shown and kept until the
/// window goes; it never knows other pages, only their ids. Sentences are set in retranslate(),
/// which the first show and every change of language call.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);

    /// Said by screen readers when the page comes up; one sentence.
    virtual QString description() const { return {}; }
    virtual void setBreakpoint(Breakpoint breakpoint) { Q_UNUSED(breakpoint) }
    /// The page came to the front.
    virtual void onShown() {}
    /// Ctrl+F. The default focuses the page's first SearchField; false when there is none.
    virtual bool findRequested();
    /// Where in the page the person is (a chosen request, a tab), for back and forward.
    virtual QVariant place() const { return {}; }
    /// Goes to a place() of before or one another page asked for. Invalid: the start.
    virtual void goTo(const QVariant &place) { Q_UNUSED(place) }

Q_SIGNALS:
    /// The number in the rail; 0 hides it.
    void countChanged(int count);
    /// place() is about to change by the person's act: remember the present one for "back".
    void placeLeft(const QVariant &before);
    /// Opens another page by id, at a place that page understands.
    void pageRequested(const QString &page, const QVariant &place = {});

protected:
    /// Sets every sentence of the page. Called with tr() in the present language.
    virtual void retranslate() = 0;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool m_translated = false;
};

/// A page whose whole content scrolls, with the page margins set.
class ScrollPage : public Page
{
    Q_OBJECT

public:
    explicit ScrollPage(QWidget *parent = nullptr);

protected:
    QVBoxLayout *body() const { return m_body; }

private:
    QScrollArea *m_area;
    QVBoxLayout *m_body;
};

/// Groups of the rail in their order.
enum class RailGroup { Mine, City, Together, Workplace, Hidden };

/// What the window must know of a page before it exists.
struct PageEntry
{
    QString id; ///< "requests"
    RailGroup group = RailGroup::City;
    std::function<QString()> name;
    QString icon; ///< lucide name
    QKeySequence keys;
    std::function<Page *()> create;
    std::function<bool()> when; ///< whether the person has this page; empty: always
};

} // namespace spilno::pages
