// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/start/StartStep.h"
#include "core/crypto/SecretBytes.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class FormRow;
}

namespace spilno::pages {

class PassphraseRows;

/// Founding a city that this computer serves: its name, its time zone, the owner.
class HostStep : public StartStep
{
    Q_OBJECT

public:
    HostStep();

    void setName(const QString &name);
    void setMakesProfile(bool makes);
    void begin() override;

    [[nodiscard]] QString cityName() const;
    [[nodiscard]] QString timeZone() const;
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] crypto::SecretBytes takePassphrase();

Q_SIGNALS:
    void submitted();

protected:
    void retranslate() override;

private:
    void submit();

    bool m_makesProfile = true;
    QLineEdit *m_city;
    QComboBox *m_zone;
    QLineEdit *m_name;
    widgets::FormRow *m_cityRow;
    widgets::FormRow *m_zoneRow;
    widgets::FormRow *m_nameRow;
    PassphraseRows *m_passphrase;
};

} // namespace spilno::pages
