// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/ReceiptDialog.h"

#include "app/style/Typography.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"
#include "core/profile/ReceiptCode.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

namespace spilno::pages {

ReceiptDialog::ReceiptDialog(
    const base::CityId &city, const base::PublicKey &claimKey, QWidget *parent)
    : ScrollDialog(tr("Receipt of six words"), parent)
    , m_city(city)
    , m_claimKey(claimKey)
    , m_words(new QLineEdit)
    , m_row(new widgets::FormRow(tr("Six words"), m_words))
    , m_keep(new QCheckBox(tr("Keep the receipt in this profile")))
{
    auto *hint = new widgets::Label(
        tr("Whoever has the receipt of a request may confirm that it is done, reopen it and answer "
           "questions. The words themselves are kept nowhere."),
        style::TextRole::Secondary, style::ColourRole::Muted);
    hint->setWordWrap(true);
    body()->addWidget(hint);
    body()->addWidget(m_row);
    body()->addWidget(m_keep);
    body()->addStretch(1);
    buttons()->setStandardButtons(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons()->button(QDialogButtonBox::Ok)->setText(tr("Show the receipt"));
    buttons()->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_words->setFocus();
}

void ReceiptDialog::accept()
{
    if (m_busy)
        return;
    const auto code = profile::ReceiptCode::parse(m_words->text());
    if (!code) {
        m_row->setError(tr("These are not the six words of a receipt: look at each once more."));
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_busy = true;
    m_row->setError({});
    QThreadPool::globalInstance()->start([code = *code, city = m_city,
                                          target = QPointer<ReceiptDialog>(this)] {
        auto made = code.claimKey(city);
        const Key key = made ? std::make_shared<const crypto::SigningKey>(std::move(*made)) : Key();
        QMetaObject::invokeMethod(
            qApp,
            [key, target] {
                if (target)
                    target->take(key);
            },
            Qt::QueuedConnection);
    });
}

void ReceiptDialog::take(const Key &key)
{
    m_busy = false;
    if (!key || key->publicKey() != m_claimKey) {
        m_row->setError(tr("These words are the receipt of another request."));
        m_words->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT shown(key, m_keep->isChecked());
    ScrollDialog::accept();
}

} // namespace spilno::pages
