// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/SecretBytes.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class FormRow;
}

namespace spilno::pages {

/// A new passphrase, typed twice. What was typed leaves the fields as guarded bytes only.
class PassphraseRows : public QWidget
{
    Q_OBJECT

public:
    static constexpr int LeastLetters = 8;

    enum class Purpose { First, Change };

    explicit PassphraseRows(Purpose purpose = Purpose::First, QWidget *parent = nullptr);

    /// Marks what is wrong; the field to mend, or nullptr when all is well.
    QWidget *check();
    /// The passphrase; empties the fields.
    crypto::SecretBytes take();
    void retranslate();

private:
    Purpose m_purpose;
    QLineEdit *m_first;
    QLineEdit *m_second;
    widgets::FormRow *m_firstRow;
    widgets::FormRow *m_secondRow;
};

} // namespace spilno::pages
