// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/ConfirmDialog.h"

#include "app/widgets/Button.h"
#include "app/widgets/Label.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace spilno::widgets {

ConfirmDialog::ConfirmDialog(const Words &words, QWidget *parent)
    : ScrollDialog(words.question, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleDescription(words.consequence);
    auto *consequence = new Label(words.consequence, style::TextRole::Body);
    consequence->setWordWrap(true);
    body()->addWidget(consequence);
    body()->addStretch(1);
    auto *yes = new Button(words.yes, style::ButtonKind::Danger);
    auto *no = new Button(words.no);
    yes->setAutoDefault(false);
    buttons()->addButton(yes, QDialogButtonBox::AcceptRole);
    buttons()->addButton(no, QDialogButtonBox::RejectRole);
    no->setDefault(true);
    no->setFocus(Qt::OtherFocusReason);
}

} // namespace spilno::widgets
