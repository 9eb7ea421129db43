// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/CommandPalette.h"

#include "app/pages/ActionRegistry.h"
#include "app/shell/FuzzyMatch.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Label.h"
#include "app/widgets/RowDelegate.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace spilno::shell {

using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;

namespace {

constexpr qsizetype MostShown = 50;

} // namespace

CommandPalette::CommandPalette(pages::ActionRegistry &actions, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_actions(actions)
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_note(new widgets::Label({}, style::TextRole::Secondary, style::ColourRole::Muted))
{
    setModal(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(M, M, M, M);
    column->setSpacing(S);
    m_line->addAction(style::Icons::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new widgets::RowDelegate(widgets::RowDelegate::Lines::Two, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_note);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    retranslate();
}

void CommandPalette::addSource(PaletteSource *source)
{
    m_sources.push_back(source);
}

void CommandPalette::removeSource(PaletteSource *source)
{
    std::erase(m_sources, source);
}

void CommandPalette::popUp()
{
    const QWidget *window = parentWidget()->window();
    const int width = qMin(style::Typography::scaled(620), window->width() - 2 * L);
    const int height = qMin(style::Typography::scaled(440), window->height() - 2 * L);
    const QPoint corner = window->mapToGlobal(
        QPoint((window->width() - width) / 2, qMin(72, (window->height() - height) / 2)));
    setGeometry(QRect(corner, QSize(width, height)));
    m_line->clear();
    search();
    open();
    m_line->setFocus(Qt::PopupFocusReason);
}

QStringList CommandPalette::shownTitles() const
{
    QStringList titles;
    for (const PaletteItem &item : m_items)
        titles.append(item.title);
    return titles;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    painter.fillRect(rect(), colours(style::ColourRole::Raised));
    style::paintBox(painter, rect(), 0, {}, colours(style::ColourRole::ControlLine));
}

void CommandPalette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::search()
{
    const QString typed = m_line->text().trimmed();
    const std::size_t question = ++m_question;
    m_items.clear();
    searchActions(typed);
    showItems();
    if (typed.isEmpty())
        return;
    const QPointer<CommandPalette> self(this);
    for (PaletteSource *source : m_sources) {
        source->search(typed, [self, question](QList<PaletteItem> items) {
            if (self)
                self->take(question, std::move(items));
        });
    }
}

void CommandPalette::searchActions(const QString &typed)
{
    m_actions.refresh();
    const QStringList ids = m_actions.ids();
    for (const QString &id : ids) {
        QAction *action = m_actions.action(id);
        const int score = FuzzyMatch::score(action->text(), typed);
        if (score == 0 || !action->isEnabled() || !action->isVisible())
            continue;
        const pages::ActionSpec *spec = m_actions.spec(id);
        m_items.append(
            {action->text(), pages::ActionRegistry::groupName(spec->group),
             spec->icon.isEmpty() ? QStringLiteral("chevron-right") : spec->icon,
             m_actions.keyText(id), score, [action] { action->trigger(); }});
    }
}

void CommandPalette::take(std::size_t question, QList<PaletteItem> items)
{
    if (question != m_question)
        return;
    m_items.append(std::move(items));
    showItems();
}

void CommandPalette::showItems()
{
    std::stable_sort(m_items.begin(), m_items.end(), [](const auto &one, const auto &other) {
        return one.score > other.score;
    });
    if (m_items.size() > MostShown)
        m_items.resize(MostShown);
    m_model->clear();
    for (const PaletteItem &item : std::as_const(m_items)) {
        auto *row = new QStandardItem(item.title);
        row->setData(item.secondLine, widgets::SecondLineRole);
        row->setData(item.icon, widgets::IconNameRole);
        row->setData(item.key, widgets::TrailingRole);
        row->setData(
            QStringLiteral("%1, %2 %3").arg(item.title, item.secondLine, item.key),
            Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    retranslate();
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_items.size())
        return;
    const auto run = m_items.at(row).run;
    accept();
    if (run)
        run();
}

void CommandPalette::retranslate()
{
    setWindowTitle(tr("Find anything"));
    setAccessibleName(windowTitle());
    m_line->setPlaceholderText(tr("People, requests, pages, actions…"));
    m_line->setAccessibleName(windowTitle());
    m_list->setAccessibleName(tr("Found"));
    m_note->setText(
        m_items.isEmpty() ? tr("Nothing found. Try fewer letters.")
                          : tr("Arrows choose, Enter opens, Esc closes"));
}

} // namespace spilno::shell
