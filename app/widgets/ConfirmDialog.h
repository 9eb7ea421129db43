// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/ScrollDialog.h"

namespace spilno::widgets {

/// Asks once more before something that can not be undone. The safe answer has the focus; a yes is
/// accepted(). Deletes itself when it closes.
class ConfirmDialog : public ScrollDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString question;
        QString consequence; ///< What will be gone, in a sentence.
        QString yes;         ///< Names the act: "Discard", never "OK".
        QString no;          ///< What stays: "Keep it".
    };

    ConfirmDialog(const Words &words, QWidget *parent);
};

} // namespace spilno::widgets
