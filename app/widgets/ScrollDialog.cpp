// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/ScrollDialog.h"

#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"

#include <QAbstractSpinBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spilno::widgets {

using style::Spacing::M;
using style::Spacing::Xl;

ScrollDialog::ScrollDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_title(new Label({}, style::TextRole::CardTitle))
    , m_buttons(new QDialogButtonBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Xl, Xl - 4, Xl, Xl - 4);
    column->setSpacing(M);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(0, 0, M, 0);
    m_body->setSpacing(M);
    area->setWidget(inside);
    column->addWidget(area, 1);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const QScreen *on = screen();
    setMaximumHeight(qMin(GreatestHeight, on ? on->availableGeometry().height() : GreatestHeight));
    setTitle(title);
}

void ScrollDialog::setTitle(const QString &title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void ScrollDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget *field = focusWidget();
    const bool typed = qobject_cast<const QLineEdit *>(field) != nullptr ||
                       qobject_cast<const QAbstractSpinBox *>(field) != nullptr;
    if (!enter || (!typed && !(event->modifiers() & Qt::ControlModifier))) {
        QDialog::keyPressEvent(event);
        return;
    }
    const auto all = m_buttons->findChildren<Button *>();
    for (Button *button : all) {
        if (button->isVisible() && button->kind() == style::ButtonKind::Primary) {
            button->click();
            return;
        }
    }
    QDialog::keyPressEvent(event);
}

QSize ScrollDialog::sizeHint() const
{
    const QWidget *inside = m_body->parentWidget();
    const int width = qMax(460, inside->sizeHint().width() + 2 * Xl + M);
    const int height = m_title->sizeHint().height() + inside->sizeHint().height() +
                       m_buttons->sizeHint().height() + 2 * M + 2 * Xl;
    return {qMin(width, 760), qMin(height, maximumHeight())};
}

} // namespace spilno::widgets
