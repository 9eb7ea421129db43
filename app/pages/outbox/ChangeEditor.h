// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/ScrollDialog.h"
#include "core/replica/Draft.h"

namespace spilno::widgets {
class FormRow;
}

namespace spilno::pages {

/// Mends a change that came to nothing: its texts again, as the form has them. What is no text
/// goes along unchanged. Emits submitted() with the mended draft.
class ChangeEditor : public widgets::ScrollDialog
{
    Q_OBJECT

public:
    ChangeEditor(const replica::Draft &draft, QWidget *parent);

    /// Whether the draft has a text to edit.
    static bool canEdit(const replica::Draft &draft);

Q_SIGNALS:
    void submitted(const spilno::replica::Draft &draft);

private:
    void submit();

    replica::Draft m_draft;
    std::vector<std::pair<qsizetype, widgets::FormRow *>> m_rows; ///< Index in draft.fields.
};

} // namespace spilno::pages
