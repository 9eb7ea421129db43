// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace spilno::pages {

/// A table that is walked by rows: Home and End go to the first and the last of them, the focus
/// ring stands around the whole row, and letters are left to the shortcuts. Owned by its page.
class RequestTable : public QTableView
{
    Q_OBJECT

public:
    explicit RequestTable(QWidget *parent = nullptr);

    /// Nothing: what is typed are single-letter shortcuts, not the beginning of a word.
    void keyboardSearch(const QString &) override {}

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace spilno::pages
