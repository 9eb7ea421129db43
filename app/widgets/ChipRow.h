// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

namespace spilno::widgets {

class Chip;

/// A row of filter chips of which one (or, if asked, several) is on; wraps where it must.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    enum class Choice { One, Several };

    explicit ChipRow(Choice choice = Choice::One, QWidget *parent = nullptr);

    Chip *addChip(const QString &id, const QString &text, int count = -1);
    /// A chip that opens something instead of filtering; connect its clicked().
    Chip *addOpener(const QString &icon, const QString &text);
    Chip *chip(const QString &id) const { return m_chips.value(id); }
    void setCount(const QString &id, int count);
    /// Switches one on without a signal.
    void setChosen(const QString &id);
    QStringList chosen() const;

Q_SIGNALS:
    void chosenChanged(const QStringList &ids);

private:
    void chipToggled(const QString &id);

    Choice m_choice;
    QHash<QString, Chip *> m_chips;
    QStringList m_order;
};

} // namespace spilno::widgets
