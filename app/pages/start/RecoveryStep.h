// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/start/StartStep.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace spilno::pages {

/// Shows the recovery code of a new profile, once, to be printed or written down. It is kept
/// nowhere and leaves the window with this step.
class RecoveryStep : public StartStep
{
    Q_OBJECT

public:
    RecoveryStep();

    void setCode(const QString &name, const QString &code);
    void begin() override;

Q_SIGNALS:
    void done();

protected:
    void retranslate() override;

private:
    void print();

    QString m_name;
    QString m_codeText;
    widgets::Label *m_code;
    QCheckBox *m_kept;
    widgets::Button *m_print;
};

} // namespace spilno::pages
