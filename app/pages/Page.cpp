// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/Page.h"

#include "app/style/Spacing.h"
#include "app/widgets/SearchField.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spilno::pages {

using style::Spacing::Xl;

Breakpoint breakpointFor(int width, int textPercent)
{
    const int room = width * 100 / qMax(100, textPercent);
    if (room >= 1200)
        return Breakpoint::Wide;
    return room >= 1100 ? Breakpoint::Medium : Breakpoint::Narrow;
}

Page::Page(QWidget *parent)
    : QWidget(parent)
{
}

bool Page::findRequested()
{
    const auto fields = findChildren<widgets::SearchField *>();
    for (widgets::SearchField *field : fields) {
        if (field->isVisibleTo(this)) {
            field->setFocus(Qt::ShortcutFocusReason);
            field->selectAll();
            return true;
        }
    }
    return false;
}

void Page::showEvent(QShowEvent *event)
{
    if (!m_translated) {
        m_translated = true;
        retranslate();
    }
    QWidget::showEvent(event);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_translated)
        retranslate();
}

ScrollPage::ScrollPage(QWidget *parent)
    : Page(parent)
    , m_area(new QScrollArea)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(Xl, Xl - 4, Xl, Xl - 4);
    m_body->setSpacing(style::Spacing::M);
    m_area->setWidget(inside);
    outer->addWidget(m_area);
}

} // namespace spilno::pages
