// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/records/Registry.h"
#include "core/wire/Value.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace spilno::records {

/// One of the values an entity field may take, with its name.
struct EntityChoice
{
    base::EntityId entity;
    QString name;
};

/// The widget for a field of a record type, made from its descriptor: a line, a text, a number, a
/// tick, a choice. It knows the limits of the field and says in a sentence what is wrong. Points,
/// persons and schemas have editors of their own. GUI thread; the widget belongs to its layout.
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    /// choices: for an entity field, what can be chosen.
    explicit FieldEditor(
        const FieldDescriptor &field,
        std::vector<EntityChoice> choices = {},
        QObject *parent = nullptr);

    /// Whether a form can offer the field at all.
    static bool canEdit(const FieldDescriptor &field);
    /// What the field is called in the person's language.
    static QString label(const FieldDescriptor &field);
    /// The text as it may be stored: no control characters, normal form, no blanks at the ends.
    static QString storedText(const QString &typed);
    /// Why a text of that length does not fit, or empty.
    static QString lengthProblem(const QString &text, int maxBytes);

    const FieldDescriptor &field() const { return m_field; }
    QWidget *widget() const { return m_widget; }
    wire::Value value() const;
    void setValue(const wire::Value &value);
    /// What is wrong with the value, in a sentence; empty when nothing is.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void make();

    FieldDescriptor m_field;
    std::vector<EntityChoice> m_choices;
    QPointer<QWidget> m_widget;
};

} // namespace spilno::records
