// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/FormRow.h"

#include "app/style/FieldLook.h"
#include "app/style/Spacing.h"
#include "app/widgets/Label.h"

#include <QAccessible>
#include <QEvent>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QVBoxLayout>

namespace spilno::widgets {

FormRow::FormRow(const QString &label, QWidget *field, Need need, QWidget *parent)
    : QWidget(parent)
    , m_need(need)
    , m_label(new Label({}, style::TextRole::Strong))
    , m_field(field)
    , m_hint(new Label({}, style::TextRole::Secondary, style::ColourRole::Muted))
    , m_error(new Label({}, style::TextRole::Secondary, style::ColourRole::Negative))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::Xs);
    // Tab leaves a field of many lines as it leaves any other.
    if (auto *plain = qobject_cast<QPlainTextEdit *>(field))
        plain->setTabChangesFocus(true);
    if (auto *rich = qobject_cast<QTextEdit *>(field))
        rich->setTabChangesFocus(true);
    m_label->setBuddy(field);
    m_label->setWordWrap(true);
    for (Label *line : {m_hint, m_error}) {
        line->setWordWrap(true);
        line->hide();
    }
    column->addWidget(m_label);
    column->addWidget(field);
    column->addWidget(m_hint);
    column->addWidget(m_error);
    setLabel(label);
}

void FormRow::setLabel(const QString &label)
{
    m_name = label;
    m_label->setText(m_need == Need::Required ? label : tr("%1 (if you wish)").arg(label));
    m_field->setAccessibleName(label);
}

void FormRow::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describe();
}

void FormRow::setError(const QString &sentence)
{
    const bool news = !sentence.isEmpty() && sentence != m_error->text();
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_field->setProperty(style::FieldLook::InvalidProperty, !sentence.isEmpty());
    m_field->update();
    describe();
    if (news) {
        QAccessibleEvent alert(m_error, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString FormRow::error() const
{
    return m_error->text();
}

void FormRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setLabel(m_name);
}

void FormRow::describe()
{
    m_field->setAccessibleDescription(m_error->text().isEmpty() ? m_hint->text() : m_error->text());
}

} // namespace spilno::widgets
