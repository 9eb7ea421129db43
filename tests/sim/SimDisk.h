// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "tests/support/TestRandom.h"

#include <QtCore/QByteArray>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace spilno::sim {

/// The disks of all machines of a simulated city, as one SQLite VFS that keeps its files in memory.
/// What was written and not synced may be lost, wholly or in part and in any order, when a machine
/// crashes. Calls can be made to fail. Used by one thread; every path begins with the name of the
/// machine ("/clerk1/replica.db").
class SimDisk
{
public:
    struct File
    {
        /// A write or a truncation that the disk may still lose.
        struct Unsynced
        {
            std::size_t at = 0;
            std::string bytes;
            bool truncates = false;
        };
        std::string bytes;   ///< What a reader sees.
        std::string durable; ///< What is left after a crash at worst.
        std::vector<Unsynced> unsynced;
        std::vector<std::vector<char>> shared; ///< The WAL index, gone with the machine.
    };

    SimDisk();
    ~SimDisk();
    SimDisk(const SimDisk &) = delete;
    SimDisk &operator=(const SimDisk &) = delete;

    /// For ReplicaDatabase::Options::vfs.
    [[nodiscard]] const char *vfs() const { return m_name.c_str(); }

    /// The machine loses power: open files are dead, unsynced writes survive by chance, and nothing
    /// can be opened until powerOn(). True when anything was lost.
    bool crash(const std::string &machine, test::TestRandom &random);
    void powerOn(const std::string &machine) { m_off.erase(machine); }
    /// Copies all files of one machine to another, as a person copies a profile's folder.
    void copyMachine(const std::string &from, const std::string &to);
    void removeMachine(const std::string &machine);

    /// Whether the bytes stand anywhere in the files of a machine.
    [[nodiscard]] bool contains(const std::string &machine, const QByteArray &bytes) const;
    [[nodiscard]] qint64 bytesOf(const std::string &machine) const;

    enum class Failure { Once, FromThenOn };
    /// The n-th call from now on (counted from 0) fails with this SQLite result code.
    void failAfter(int calls, int code, Failure failure);
    /// Likewise of those that read the files of one machine.
    void failReadAfter(const std::string &machine, int reads, int code, Failure failure);
    /// No call fails any more. True when one has.
    bool stopFailing();

    // ── For the VFS ─────────────────────────────────────────────────────────────────────────────
    [[nodiscard]] std::shared_ptr<File> open(const std::string &path, bool create);
    [[nodiscard]] bool exists(const std::string &path) const { return m_files.contains(path); }
    /// False while the machine is off.
    bool remove(const std::string &path);
    /// Whether the file is still the one under this path: not after a crash or removal.
    [[nodiscard]] bool isAlive(const std::string &path, const std::shared_ptr<File> &file) const;
    enum class Call { Read, Other };
    /// SQLITE_OK, or the failure that is due.
    [[nodiscard]] int callResult(const std::string &path, Call call);

private:
    [[nodiscard]] bool isOff(const std::string &path) const;

    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::set<std::string> m_off;
    std::map<std::string, std::shared_ptr<File>> m_files;
    int m_callsLeft = -1;
    int m_code = 0;
    Failure m_failure = Failure::Once;
    std::string m_readsOf; ///< Only what reads files below this path fails; empty: every call.
    bool m_failed = false;
};

} // namespace spilno::sim
