// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/start/StartStep.h"
#include "core/crypto/SecretBytes.h"
#include "core/sync/ServerAddress.h"

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class FormRow;
}

namespace spilno::pages {

class PassphraseRows;

/// Joining a city by an invitation or by its address: link, name, and a passphrase where a profile
/// is to be made. Says what kind of link it is while it is typed.
class JoinStep : public StartStep
{
    Q_OBJECT

public:
    enum class Way { Invitation, Address };

    JoinStep();

    void setWay(Way way);
    void setLink(const QString &link);
    void setName(const QString &name);
    /// Without a passphrase where a profile is open already.
    void setMakesProfile(bool makes);
    void begin() override;

    [[nodiscard]] sync::ServerAddress address() const { return m_address; }
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] crypto::SecretBytes takePassphrase();

Q_SIGNALS:
    /// All that was typed is usable.
    void submitted();

protected:
    void retranslate() override;

private:
    void readLink();
    void submit();

    Way m_way = Way::Invitation;
    bool m_makesProfile = true;
    sync::ServerAddress m_address;
    QPlainTextEdit *m_link;
    QLineEdit *m_name;
    widgets::FormRow *m_linkRow;
    widgets::FormRow *m_nameRow;
    PassphraseRows *m_passphrase;
};

} // namespace spilno::pages
