// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/SearchField.h"

#include "app/style/Icons.h"

#include <QAction>
#include <QKeyEvent>

namespace spilno::widgets {

SearchField::SearchField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
{
    addAction(style::Icons::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    if (auto *clear = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setIcon(style::Icons::icon(QStringLiteral("x")));
    setName(name);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::report);
    connect(this, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::report);
}

void SearchField::setName(const QString &name)
{
    setPlaceholderText(name);
    setAccessibleName(name);
    updateGeometry();
}

QSize SearchField::sizeHint() const
{
    constexpr int Beside = 76; // the icon, the clear button and their margins
    const QSize usual = QLineEdit::sizeHint();
    return {
        qMax(usual.width(), fontMetrics().horizontalAdvance(placeholderText()) + Beside),
        usual.height()};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        report();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::report()
{
    m_pause.stop();
    const QString wanted = text().trimmed();
    if (wanted == m_reported)
        return;
    m_reported = wanted;
    Q_EMIT searched(wanted);
}

} // namespace spilno::widgets
