// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/EditRequestDialog.h"

#include "app/pages/requests/CityBook.h"
#include "app/records/FieldEditor.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"
#include "core/import/ContactScanner.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace spilno::pages {

using records::FieldEditor;

namespace {

/// What people correct; the rest follows from steps or never changes.
constexpr const char *kFields[] = {"title", "text", "category", "address", "district", "target"};

std::vector<records::EntityChoice> categoriesOf(const CityBook &book)
{
    std::vector<records::EntityChoice> choices;
    for (const CategoryEntry &category : book.categories()) {
        if (!category.retired)
            choices.push_back({category.id, category.name});
    }
    return choices;
}

} // namespace

EditRequestDialog::EditRequestDialog(
    const RequestFacts &facts, const RequestRights &rights, const CityBook &book, QWidget *parent)
    : ScrollDialog(tr("Edit the request"), parent)
    , m_request(facts.request.entity)
{
    auto *hint = new widgets::Label(
        tr("The old words stay in the signed history. Write no names, phones or addresses of "
           "people."),
        style::TextRole::Secondary, style::ColourRole::Muted);
    hint->setWordWrap(true);
    body()->addWidget(hint);
    const records::RecordType &type =
        *records::Registry::standard().type(QStringLiteral("request"));
    for (const char *name : kFields) {
        const records::FieldDescriptor &field = *type.field(QString::fromLatin1(name));
        const wire::Value before = facts.request.value(field.name);
        const bool isEmptyTime = field.kind == records::FieldKind::Time && before.isEmpty();
        if (!rights.allows(field.edit) || isEmptyTime)
            continue;
        auto *editor = new FieldEditor(
            field,
            field.name == QLatin1String("category") ? categoriesOf(book)
                                                    : std::vector<records::EntityChoice>(),
            this);
        if (auto *text = qobject_cast<QPlainTextEdit *>(editor->widget()))
            text->setMinimumHeight(style::Typography::scaled(96));
        auto *row = new widgets::FormRow(
            FieldEditor::label(field), editor->widget(),
            field.required ? widgets::FormRow::Need::Required : widgets::FormRow::Need::Optional);
        editor->setValue(before);
        // What the widget makes of the value is what it is compared with.
        m_rows.push_back({editor, row, editor->value()});
        body()->addWidget(row);
    }
    body()->addStretch(1);
    buttons()->setStandardButtons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    buttons()->button(QDialogButtonBox::Save)->setText(tr("Save"));
    buttons()->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    if (!m_rows.empty())
        m_rows.front().editor->widget()->setFocus();
}

void EditRequestDialog::accept()
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.entity = m_request;
    QWidget *wrong = nullptr;
    for (const Row &row : m_rows) {
        const wire::Value value = row.editor->value();
        QString problem = row.editor->problem();
        if (problem.isEmpty() && value != row.before && value.isText() &&
            import::ContactScanner::firstContact(value.toText()))
            problem = tr("A phone number or e-mail would be public here. Take it out.");
        row.row->setError(problem);
        if (!problem.isEmpty() && wrong == nullptr)
            wrong = row.editor->widget();
        if (value != row.before)
            draft.fields.append({row.editor->field().name, value});
    }
    if (wrong != nullptr) {
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!draft.fields.isEmpty())
        Q_EMIT edited(draft);
    ScrollDialog::accept();
}

} // namespace spilno::pages
