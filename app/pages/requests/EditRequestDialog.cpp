// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/EditRequestDialog.h"

#include "app/pages/requests/PointField.h"
#include "app/pages/requests/RequestPlace.h"
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

const QString kCategory = QStringLiteral("category");
const QString kPoint = QStringLiteral("point");
const QString kDefaultPoint = QStringLiteral("default_point");

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

base::EntityId entityOf(const wire::Value &value)
{
    return base::EntityId::fromBytes(base::view(value.toBytes())).value_or(base::EntityId());
}

wire::Value stored(const std::optional<widgets::GeoPoint> &point)
{
    return point ? RequestPlace::toStored(*point) : wire::Value();
}

/// Whether a field of a request of that category is for everyone's eyes: see RequestSubmission.
bool isPublic(const QString &field, const CategoryEntry *category)
{
    if (category == nullptr)
        return true;
    if (field == QLatin1String("address"))
        return !category->sealed && category->roundMetres == 0;
    const bool isSaid =
        field == QLatin1String("title") || field == QLatin1String("text") || field == kPoint;
    return !category->sealed || !isSaid;
}

} // namespace

EditRequestDialog::EditRequestDialog(
    session::SessionContext &context,
    const RequestFacts &facts,
    const RequestRights &rights,
    const CityBook &book,
    QWidget *parent)
    : ScrollDialog(tr("Edit the request"), parent)
    , m_context(context)
    , m_book(book)
    , m_request(facts.request)
{
    if (const CategoryEntry *before = book.category(facts.entity("category")))
        m_before = *before;
    auto *hint = new widgets::Label(
        tr("The old words stay in the signed history. Write no names, phones or addresses of "
           "people."),
        style::TextRole::Secondary, style::ColourRole::Muted);
    hint->setWordWrap(true);
    body()->addWidget(hint);
    addFields(rights);
    const records::FieldDescriptor *point =
        records::Registry::standard().type(QStringLiteral("request"))->field(kPoint);
    if (isPublic(kPoint, presentCategory()) && rights.allows(point->edit))
        addPoint();
    body()->addStretch(1);
    buttons()->setStandardButtons(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    buttons()->button(QDialogButtonBox::Save)->setText(tr("Save"));
    buttons()->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    if (!m_rows.empty())
        m_rows.front().editor->widget()->setFocus();
}

void EditRequestDialog::addFields(const RequestRights &rights)
{
    const records::RecordType &type =
        *records::Registry::standard().type(QStringLiteral("request"));
    for (const char *name : kFields) {
        const records::FieldDescriptor &field = *type.field(QString::fromLatin1(name));
        const wire::Value before = m_request.value(field.name);
        const bool isEmptyTime = field.kind == records::FieldKind::Time && before.isEmpty();
        if (!rights.allows(field.edit) || isEmptyTime || !isPublic(field.name, presentCategory()))
            continue;
        auto *editor = new FieldEditor(
            field,
            field.name == kCategory ? categoriesOf(m_book) : std::vector<records::EntityChoice>(),
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
        if (field.name == kCategory)
            connect(editor, &FieldEditor::edited, this, &EditRequestDialog::hintPoint);
    }
}

void EditRequestDialog::addPoint()
{
    m_point = new PointField(m_context, this);
    m_pointRow =
        new widgets::FormRow(PointField::label(), m_point, widgets::FormRow::Need::Optional);
    m_point->setPoint(RequestPlace::of(m_request));
    body()->addWidget(m_pointRow);
    connect(m_point, &PointField::usableChanged, this, &EditRequestDialog::hintPoint);
    hintPoint();
}

void EditRequestDialog::hintPoint()
{
    if (m_point == nullptr)
        return;
    m_pointRow->setVisible(m_point->isUsable());
    m_pointRow->setHint(PointField::hint(roundMetres()));
}

const CategoryEntry *EditRequestDialog::category() const
{
    for (const Row &row : m_rows) {
        if (row.editor->field().name == kCategory)
            return m_book.category(entityOf(row.editor->value()));
    }
    return presentCategory();
}

const CategoryEntry *EditRequestDialog::presentCategory() const
{
    return m_before ? &*m_before : nullptr;
}

int EditRequestDialog::roundMetres() const
{
    const CategoryEntry *now = category();
    return std::max(m_before ? m_before->roundMetres : 0, now != nullptr ? now->roundMetres : 0);
}

QString EditRequestDialog::keptFromPublic()
{
    return tr("Requests of the chosen category keep this from the public. Leave it as it was.");
}

bool EditRequestDialog::isPointMoved() const
{
    return m_point != nullptr && stored(m_point->point()) != stored(RequestPlace::of(m_request));
}

QString EditRequestDialog::problemOf(const Row &row, const wire::Value &value) const
{
    const QString problem = row.editor->problem();
    if (!problem.isEmpty() || value == row.before || !value.isText())
        return problem;
    if (!isPublic(row.editor->field().name, category()))
        return keptFromPublic();
    return import::ContactScanner::firstContact(value.toText())
               ? tr("A phone number or e-mail would be public here. Take it out.")
               : QString();
}

void EditRequestDialog::addPointTo(replica::Draft &draft) const
{
    if (!isPointMoved())
        return;
    const std::optional<widgets::GeoPoint> point = m_point->point();
    draft.fields.append(
        {kPoint, point ? RequestPlace::publicOf(*point, roundMetres()) : wire::Value()});
    if (m_request.value(kDefaultPoint).toBoolean())
        draft.fields.append({kDefaultPoint, wire::Value(false)});
}

void EditRequestDialog::accept()
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.entity = m_request.entity;
    QWidget *wrong = nullptr;
    for (const Row &row : m_rows) {
        const wire::Value value = row.editor->value();
        const QString problem = problemOf(row, value);
        row.row->setError(problem);
        if (!problem.isEmpty() && wrong == nullptr)
            wrong = row.editor->widget();
        if (value != row.before)
            draft.fields.append({row.editor->field().name, value});
    }
    if (m_point != nullptr) {
        const bool tells = isPointMoved() && m_point->point() && !isPublic(kPoint, category());
        m_pointRow->setError(tells ? keptFromPublic() : QString());
        if (tells && wrong == nullptr)
            wrong = m_point;
    }
    if (wrong != nullptr) {
        wrong->setFocus(Qt::OtherFocusReason);
        return;
    }
    addPointTo(draft);
    if (!draft.fields.isEmpty())
        Q_EMIT edited(draft);
    ScrollDialog::accept();
}

} // namespace spilno::pages
