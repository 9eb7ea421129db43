// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/Replica.h"
#include "core/sync/BundleExport.h"
#include "core/sync/BundleImport.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace spilno::session {

/// Carries a city in a file: writes what a replica holds into a bundle, or brings a bundle into it,
/// off the GUI thread. One job at a time. Owned by the page that shows it, and gone before the
/// replica closes; lives on the GUI thread.
class BundleJob : public QObject
{
    Q_OBJECT

public:
    explicit BundleJob(replica::Replica &replica, QObject *parent = nullptr);
    /// Stops what goes on; what an import took in before stays.
    ~BundleJob() override;

    /// The city of a bundle file; NotFound when it cannot be read, Malformed when it is something
    /// else. Reads the beginning only.
    [[nodiscard]] static base::Result<base::CityId> cityOf(const QString &path);

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// exported() or failed() follows. A file that was there before stays until the new one is
    /// whole.
    void exportTo(const QString &path, qint64 nowMs);
    /// imported() or failed() follows.
    void importFrom(const QString &path);

Q_SIGNALS:
    void exported(const spilno::sync::BundleExport::Counts &counts);
    void imported(const spilno::sync::BundleImport::Counts &counts);
    void failed(const spilno::base::Error &error);

private:
    class Reading;
    void end(const base::Result<sync::BundleImport::Counts> &outcome);

    replica::Replica &m_replica;
    QThread m_thread;
    std::unique_ptr<Reading> m_reading; ///< Lives on m_thread.
    std::shared_ptr<std::atomic<bool>> m_stopped = std::make_shared<std::atomic<bool>>(false);
    bool m_running = false;
};

} // namespace spilno::session
