// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/FormRow.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {

class Card;

/// A card of form rows under one title with a sentence of explanation.
class FormSection : public QWidget
{
    Q_OBJECT

public:
    explicit FormSection(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setExplanation(const QString &explanation);
    FormRow *addRow(
        const QString &label, QWidget *field, FormRow::Need need = FormRow::Need::Required);
    /// A field that carries its own label, such as a check box.
    void addField(QWidget *field);

private:
    Card *m_card;
    Label *m_explanation;
};

} // namespace spilno::widgets
