// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/outbox/ChangeEditor.h"

#include "app/records/ChangeWords.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormRow.h"
#include "core/records/Judge.h"
#include "core/records/Registry.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace spilno::pages {

using records::FieldKind;

namespace {

/// The descriptor of a field that holds text, or nullptr.
const records::FieldDescriptor *textField(const replica::Draft &draft, const QString &name)
{
    const records::RecordType *type = records::Registry::standard().type(draft.type);
    const records::FieldDescriptor *field = type == nullptr ? nullptr : type->field(name);
    const bool text =
        field != nullptr && (field->kind == FieldKind::Text || field->kind == FieldKind::LongText);
    return text ? field : nullptr;
}

QString typedIn(const QWidget &field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&field))
        return line->text().trimmed();
    const auto *text = qobject_cast<const QPlainTextEdit *>(&field);
    return text == nullptr ? QString() : text->toPlainText().trimmed();
}

} // namespace

ChangeEditor::ChangeEditor(const replica::Draft &draft, QWidget *parent)
    : ScrollDialog(tr("Edit and send again"), parent)
    , m_draft(draft)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const records::RecordType *type = records::Registry::standard().type(draft.type);
    for (qsizetype at = 0; at < draft.fields.size(); ++at) {
        const auto &[name, value] = draft.fields.at(at);
        const records::FieldDescriptor *field = textField(draft, name);
        if (field == nullptr)
            continue;
        QWidget *editor = nullptr;
        if (field->kind == FieldKind::LongText) {
            auto *text = new QPlainTextEdit(value.toText());
            text->setMinimumHeight(style::Typography::scaled(96));
            editor = text;
        } else {
            editor = new QLineEdit(value.toText());
        }
        auto *row = new widgets::FormRow(
            records::ChangeWords::field(type->number, name), editor,
            field->required ? widgets::FormRow::Need::Required : widgets::FormRow::Need::Optional);
        body()->addWidget(row);
        m_rows.emplace_back(at, row);
    }
    auto *send = new widgets::Button(tr("Send again"), style::ButtonKind::Primary);
    auto *cancel = new widgets::Button(tr("Cancel"));
    buttons()->addButton(send, QDialogButtonBox::ActionRole);
    buttons()->addButton(cancel, QDialogButtonBox::RejectRole);
    connect(send, &widgets::Button::clicked, this, &ChangeEditor::submit);
}

bool ChangeEditor::canEdit(const replica::Draft &draft)
{
    for (const auto &[name, value] : draft.fields) {
        if (textField(draft, name) != nullptr)
            return true;
    }
    return false;
}

void ChangeEditor::submit()
{
    QWidget *wrong = nullptr;
    for (const auto &[at, row] : m_rows) {
        auto &[name, value] = m_draft.fields[at];
        const records::FieldDescriptor &field = *textField(m_draft, name);
        const QString typed = typedIn(*row->field());
        QString problem;
        if (typed.isEmpty() && field.required)
            problem = tr("This is needed.");
        else if (!typed.isEmpty() && !records::fits(field, wire::Value(typed)))
            problem = tr("This is too long.");
        row->setError(problem);
        if (!problem.isEmpty() && wrong == nullptr)
            wrong = row->field();
        value = typed.isEmpty() ? wire::Value() : wire::Value(typed);
    }
    if (wrong != nullptr) {
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT submitted(m_draft);
    accept();
}

} // namespace spilno::pages
