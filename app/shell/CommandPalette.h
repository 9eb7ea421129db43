// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
class QStandardItemModel;
QT_END_NAMESPACE

namespace spilno::pages {
class ActionRegistry;
}
namespace spilno::widgets {
class Label;
}

namespace spilno::shell {

/// One thing the palette can open.
struct PaletteItem
{
    QString title;
    QString secondLine; ///< what kind of thing it is
    QString icon;       ///< lucide name
    QString key;        ///< shown at the right
    int score = 0;      ///< see FuzzyMatch; greater stands higher
    std::function<void()> run;
};

/// Somewhere the palette searches besides actions: people, requests. Asked on the GUI thread and
/// free to answer later; an answer to an older question is dropped.
class PaletteSource
{
public:
    using Answer = std::function<void(QList<PaletteItem>)>;

    virtual ~PaletteSource() = default;
    virtual void search(const QString &typed, Answer answer) = 0;
};

/// Ctrl+K: one line that finds any page, action, person or record. Owned by MainWindow.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(pages::ActionRegistry &actions, QWidget *window);

    /// Not owned; must outlive the palette or be removed.
    void addSource(PaletteSource *source);
    void removeSource(PaletteSource *source);
    /// Opens over the window with an empty line.
    void popUp();
    /// Titles as they stand, best first.
    QStringList shownTitles() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void searchActions(const QString &typed);
    void take(std::size_t question, QList<PaletteItem> items);
    void showItems();
    void runCurrent();
    void retranslate();

    pages::ActionRegistry &m_actions;
    std::vector<PaletteSource *> m_sources;
    QLineEdit *m_line;
    QListView *m_list;
    QStandardItemModel *m_model;
    widgets::Label *m_note;
    QList<PaletteItem> m_items;
    std::size_t m_question = 0;
};

} // namespace spilno::shell
