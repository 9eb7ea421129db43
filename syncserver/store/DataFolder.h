// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <memory>

namespace spilno::server {

/// The folder of one city's server: where each file lies, and the lock that lets one process serve
/// it. A value.
class DataFolder
{
public:
    explicit DataFolder(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString databaseFile() const { return file("city.sqlite"); }
    [[nodiscard]] QString keyFile() const { return file("sequencer.key"); }
    [[nodiscard]] QString settingsFile() const { return file("server.json"); }
    [[nodiscard]] QString blobFolder() const { return file("blobs"); }
    /// Where a running server listens for this machine's commands.
    [[nodiscard]] QString controlSocket() const;

    /// Makes the folder (0700) when absent. ReadOnly when it cannot be written.
    [[nodiscard]] base::Result<> make() const;
    /// NotFound, with a sentence, unless a city was made here.
    [[nodiscard]] base::Result<> check() const;
    [[nodiscard]] bool isEmpty() const;

    /// Where a city is made or restored before it is whole.
    [[nodiscard]] DataFolder workshop() const { return DataFolder(file("founding")); }
    /// Moves everything out of a workshop to where the server looks for it, and removes it. The key
    /// comes last, so that a cut in between leaves no half city that looks like a whole one.
    [[nodiscard]] base::Result<> moveIn(const DataFolder &workshop) const;

    /// AlreadyInUse while another process (or another part of this one) holds it.
    [[nodiscard]] base::Result<std::unique_ptr<QLockFile>> lock() const;

    /// What init wrote: "listen". Malformed when it is not JSON.
    [[nodiscard]] base::Result<QJsonObject> settings() const;
    [[nodiscard]] base::Result<> writeSettings(const QJsonObject &settings) const;

    /// The part of the disk that is free, 0 to 1; 1 when it cannot be told.
    [[nodiscard]] double freeFraction() const;

private:
    [[nodiscard]] QString file(const char *name) const;

    QString m_path;
};

} // namespace spilno::server
