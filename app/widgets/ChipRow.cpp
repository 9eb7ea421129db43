// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/ChipRow.h"

#include "app/widgets/Chip.h"
#include "app/widgets/FlowLayout.h"

#include <QSignalBlocker>

namespace spilno::widgets {

ChipRow::ChipRow(Choice choice, QWidget *parent)
    : QWidget(parent)
    , m_choice(choice)
{
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

Chip *ChipRow::addChip(const QString &id, const QString &text, int count)
{
    auto *chip = new Chip(text, this);
    chip->setCount(count);
    layout()->addWidget(chip);
    m_chips.insert(id, chip);
    m_order.append(id);
    // Not clicked(): a screen reader toggles without a click.
    connect(chip, &Chip::toggled, this, [this, id] { chipToggled(id); });
    return chip;
}

Chip *ChipRow::addOpener(const QString &icon, const QString &text)
{
    auto *chip = new Chip(text, this);
    chip->setOpens(icon);
    layout()->addWidget(chip);
    return chip;
}

void ChipRow::setCount(const QString &id, int count)
{
    if (Chip *known = m_chips.value(id))
        known->setCount(count);
}

void ChipRow::setChosen(const QString &id)
{
    for (const QString &each : std::as_const(m_order)) {
        if (m_choice != Choice::One && each != id)
            continue;
        Chip *chip = m_chips.value(each);
        const QSignalBlocker quiet(chip);
        chip->setChecked(each == id);
    }
}

QStringList ChipRow::chosen() const
{
    QStringList ids;
    for (const QString &id : m_order) {
        if (m_chips.value(id)->isChecked())
            ids.append(id);
    }
    return ids;
}

void ChipRow::chipToggled(const QString &id)
{
    if (m_choice == Choice::One)
        setChosen(id);
    Q_EMIT chosenChanged(chosen());
}

} // namespace spilno::widgets
