// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/ScrollDialog.h"
#include "core/base/Ids.h"
#include "core/crypto/Signing.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class FormRow;
}

namespace spilno::pages {

/// Asks for the six words of a request's receipt; whoever has them acts as the reporter. The words
/// are stretched off the GUI thread and kept nowhere.
class ReceiptDialog : public widgets::ScrollDialog
{
    Q_OBJECT

public:
    using Key = std::shared_ptr<const crypto::SigningKey>;

    /// claimKey: the public key that the right words lead to.
    ReceiptDialog(
        const base::CityId &city, const base::PublicKey &claimKey, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    /// The words are right; it closes by itself. `keep`: take the receipt into this profile.
    void shown(const std::shared_ptr<const spilno::crypto::SigningKey> &key, bool keep);

private:
    void take(const Key &key);

    base::CityId m_city;
    base::PublicKey m_claimKey;
    QLineEdit *m_words;
    widgets::FormRow *m_row;
    QCheckBox *m_keep;
    bool m_busy = false;
};

} // namespace spilno::pages
