// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace spilno::widgets {

class Label;

/// One question of a form: label over its field, a hint, and the problem right under it. The
/// label is the field's buddy and names it for screen readers.
class FormRow : public QWidget
{
    Q_OBJECT

public:
    enum class Need { Optional, Required };

    FormRow(
        const QString &label,
        QWidget *field,
        Need need = Need::Required,
        QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// A line under the field that helps to fill it in; empty hides it.
    void setHint(const QString &hint);
    /// What is wrong, in a sentence; empty clears it. The field gets a negative outline.
    void setError(const QString &sentence);
    QString error() const;
    QWidget *field() const { return m_field; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void describe();

    Need m_need;
    QString m_name;
    Label *m_label;
    QWidget *m_field;
    Label *m_hint;
    Label *m_error;
};

} // namespace spilno::widgets
