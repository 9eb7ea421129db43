// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/RecoveryStep.h"

#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/Label.h"
#include "app/widgets/PrintSheet.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QPainter>
#include <QVBoxLayout>

namespace spilno::pages {

namespace {

constexpr int kGroupsInLine = 4;

/// The code in lines of a few groups, easier to copy without losing one's place.
QString inLines(const QString &code)
{
    const QStringList groups = code.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList lines;
    for (qsizetype at = 0; at < groups.size(); at += kGroupsInLine)
        lines.append(groups.mid(at, kGroupsInLine).join(QStringLiteral("  ")));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

RecoveryStep::RecoveryStep()
    : m_code(new widgets::Label({}, style::TextRole::CardTitle))
    , m_kept(new QCheckBox)
    , m_print(new widgets::Button({}))
{
    auto *card = new widgets::Card;
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAlignment(Qt::AlignCenter);
    card->body()->addWidget(m_code);
    body()->addWidget(card);
    body()->addWidget(m_kept);
    m_print->setIconName(QStringLiteral("printer"));
    connect(forward(), &widgets::Button::clicked, this, &RecoveryStep::done);
    addButton(m_print);
    connect(m_print, &widgets::Button::clicked, this, &RecoveryStep::print);
    connect(m_kept, &QCheckBox::toggled, forward(), &QWidget::setEnabled);
    forward()->setEnabled(false);
}

void RecoveryStep::setCode(const QString &name, const QString &code)
{
    m_name = name;
    m_codeText = inLines(code);
    m_code->setText(m_codeText);
    m_kept->setChecked(false);
    forward()->setEnabled(false);
}

void RecoveryStep::begin()
{
    m_print->setFocus(Qt::OtherFocusReason);
}

void RecoveryStep::print()
{
    const QString title = tr("Recovery sheet");
    const QString words =
        tr("With this code you get back into your profile when the passphrase is lost or the "
           "computer broke. Keep it where nobody else looks. It is not stored anywhere else.");
    widgets::printSheet(
        this, title,
        [title, words, name = m_name, code = m_codeText](QPainter &painter, const QRectF &page) {
            QFont font = painter.font();
            font.setPointSizeF(20);
            font.setBold(true);
            painter.setFont(font);
            painter.drawText(QRectF(page.left(), page.top(), page.width(), 40), title);
            font.setBold(false);
            font.setPointSizeF(12);
            painter.setFont(font);
            painter.drawText(QRectF(page.left(), page.top() + 44, page.width(), 20), name);
            painter.drawText(
                QRectF(page.left(), page.top() + 72, page.width(), 60), Qt::TextWordWrap, words);
            QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            fixed.setPointSizeF(18);
            painter.setFont(fixed);
            painter.drawText(
                QRectF(page.left(), page.top() + 160, page.width(), 160), Qt::AlignHCenter, code);
        });
}

void RecoveryStep::retranslate()
{
    setWords(
        tr("Your recovery code"),
        tr("With it you get back in when the passphrase is lost or the computer broke. It is "
           "shown this once only: print it or write it down."));
    m_code->setAccessibleName(tr("Recovery code: %1").arg(m_codeText));
    m_kept->setText(tr("I have printed it or written it down"));
    m_print->setText(tr("Print"));
    forward()->setText(tr("Go on"));
    forward()->setEnabled(m_kept->isChecked());
}

} // namespace spilno::pages
