// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spilno::shell {

/// Tells when the first list that holds something was painted, for measuring how long a person
/// waits after a start. Watches every widget of the application until then.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    explicit FirstPaint(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Once; the pixels of the first rows are in the window's surface.
    void painted();

private:
    bool m_seen = false;
};

} // namespace spilno::shell
