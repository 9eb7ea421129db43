// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/records/FieldEditor.h"

#include "core/base/text/Normalise.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace spilno::records {

using wire::Value;

namespace {

QString typedIn(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text != nullptr ? text->toPlainText() : QString();
}

} // namespace

FieldEditor::FieldEditor(
    const FieldDescriptor &field, std::vector<EntityChoice> choices, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_choices(std::move(choices))
{
    Q_ASSERT(canEdit(field));
    make();
}

bool FieldEditor::canEdit(const FieldDescriptor &field)
{
    if (field.merge != MergeClass::Register)
        return false;
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Integer:
    case FieldKind::Boolean:
    case FieldKind::Time:
    case FieldKind::Entity:
    case FieldKind::Choice:
        return true;
    default:
        return false;
    }
}

QString FieldEditor::label(const FieldDescriptor &field)
{
    return field.label == nullptr ? field.name
                                  : QCoreApplication::translate("records", field.label);
}

QString FieldEditor::storedText(const QString &typed)
{
    return base::displayText(typed).trimmed();
}

QString FieldEditor::lengthProblem(const QString &text, int maxBytes)
{
    const auto bytes = text.toUtf8().size();
    if (bytes <= maxBytes)
        return {};
    // Letters of this text take this many bytes on average: a count people can act on.
    const auto letters = std::max<qsizetype>(1, text.size());
    const auto over = (bytes - maxBytes) * letters / bytes + 1;
    return tr("Too long by about %n character(s).", nullptr, static_cast<int>(over));
}

void FieldEditor::make()
{
    switch (m_field.kind) {
    case FieldKind::LongText: {
        auto *text = new QPlainTextEdit;
        text->setTabChangesFocus(true);
        connect(text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
        m_widget = text;
        break;
    }
    case FieldKind::Boolean: {
        auto *tick = new QCheckBox(label(m_field));
        connect(tick, &QCheckBox::toggled, this, &FieldEditor::edited);
        m_widget = tick;
        break;
    }
    case FieldKind::Time: {
        auto *time = new QDateTimeEdit;
        time->setCalendarPopup(true);
        connect(time, &QDateTimeEdit::dateTimeChanged, this, &FieldEditor::edited);
        m_widget = time;
        break;
    }
    case FieldKind::Entity:
    case FieldKind::Choice: {
        auto *box = new QComboBox;
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        if (m_field.kind == FieldKind::Entity) {
            box->addItem(QStringLiteral("–"));
            for (const EntityChoice &choice : m_choices)
                box->addItem(choice.name, choice.entity.toByteArray());
        } else {
            for (const QString &choice : m_field.choices)
                box->addItem(choice);
        }
        connect(box, &QComboBox::currentIndexChanged, this, &FieldEditor::edited);
        m_widget = box;
        break;
    }
    default: {
        auto *line = new QLineEdit;
        connect(line, &QLineEdit::textChanged, this, &FieldEditor::edited);
        m_widget = line;
        break;
    }
    }
}

Value FieldEditor::value() const
{
    switch (m_field.kind) {
    case FieldKind::Boolean:
        return Value(qobject_cast<QCheckBox *>(m_widget)->isChecked());
    case FieldKind::Time:
        return Value(qobject_cast<QDateTimeEdit *>(m_widget)->dateTime().toMSecsSinceEpoch());
    case FieldKind::Entity: {
        const QByteArray id = qobject_cast<QComboBox *>(m_widget)->currentData().toByteArray();
        return id.isEmpty() ? Value() : Value(id);
    }
    case FieldKind::Choice:
        return Value(qint64{qobject_cast<QComboBox *>(m_widget)->currentIndex()});
    case FieldKind::Integer: {
        bool isNumber = false;
        const qint64 number = QLocale().toLongLong(typedIn(m_widget).trimmed(), &isNumber);
        return isNumber ? Value(number) : Value();
    }
    default: {
        const QString text = storedText(typedIn(m_widget));
        return text.isEmpty() ? Value() : Value(text);
    }
    }
}

void FieldEditor::setValue(const Value &value)
{
    if (auto *line = qobject_cast<QLineEdit *>(m_widget))
        line->setText(value.isInteger() ? QLocale().toString(value.toInteger()) : value.toText());
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_widget))
        text->setPlainText(value.toText());
    else if (auto *tick = qobject_cast<QCheckBox *>(m_widget))
        tick->setChecked(value.toBoolean());
    else if (auto *time = qobject_cast<QDateTimeEdit *>(m_widget))
        time->setDateTime(QDateTime::fromMSecsSinceEpoch(value.toInteger()));
    else if (auto *box = qobject_cast<QComboBox *>(m_widget))
        box->setCurrentIndex(
            m_field.kind == FieldKind::Entity ? std::max(0, box->findData(value.toBytes()))
                                              : static_cast<int>(value.toInteger()));
}

QString FieldEditor::problem() const
{
    const Value now = value();
    if (m_field.required && now.isEmpty())
        return tr("This can not be left out.");
    if (m_field.kind == FieldKind::Integer && now.isEmpty() &&
        !typedIn(m_widget).trimmed().isEmpty())
        return tr("This is not a whole number.");
    return now.isText() ? lengthProblem(now.toText(), m_field.maxBytes) : QString();
}

} // namespace spilno::records
