// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QDateTime>

namespace spilno::widgets {

/// What the status item can say. The words are made there; this is only the facts.
struct SyncStatus
{
    enum class Link { Online, Connecting, Offline, Refused };

    Link link = Link::Offline;
    int waiting = 0;       ///< own changes not yet accepted
    QDateTime lastContact; ///< invalid: never
};

/// The state of synchronisation in words beside a mark: «3 changes waiting». A click emits
/// clicked(); the window then opens the outbox.
class SyncStatusItem : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SyncStatusItem(QWidget *parent = nullptr);

    void setStatus(const SyncStatus &status);
    const SyncStatus &status() const { return m_status; }
    /// The sentence for `status` at the time `now`.
    static QString words(const SyncStatus &status, const QDateTime &now);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refresh();

    SyncStatus m_status;
};

} // namespace spilno::widgets
