// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace spilno::widgets {

/// A line to search in a page: icon, clear button, and a pause before it reports.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is the placeholder and the accessible name.
    explicit SearchField(const QString &name = {}, QWidget *parent = nullptr);

    void setName(const QString &name);
    /// Room for the whole name.
    QSize sizeHint() const override;

Q_SIGNALS:
    /// What stands in the field, trimmed, 150 ms after the last key or at once on Enter.
    void searched(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void report();

    QTimer m_pause;
    QString m_reported;
};

} // namespace spilno::widgets
