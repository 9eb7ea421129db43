// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/SimDisk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace spilno::sim {

namespace {

constexpr std::size_t kSector = 512;

/// What SQLite holds of an open file.
struct OpenFile
{
    sqlite3_file base;
    SimDisk *disk;
    std::string *path; ///< Null for a temporary file, which no crash concerns.
    std::shared_ptr<SimDisk::File> *file;
};

OpenFile *self(sqlite3_file *file)
{
    return reinterpret_cast<OpenFile *>(file);
}

SimDisk *diskOf(sqlite3_vfs *vfs)
{
    return static_cast<SimDisk *>(vfs->pAppData);
}

/// The result of a call on an open file: dead files answer with an error for ever.
int guard(OpenFile *open, int whenDead, SimDisk::Call call = SimDisk::Call::Other)
{
    if (open->path != nullptr && !open->disk->isAlive(*open->path, *open->file))
        return whenDead;
    return open->disk->callResult(open->path != nullptr ? *open->path : std::string(), call);
}

void writeAt(std::string &bytes, std::size_t at, const char *data, std::size_t size)
{
    if (bytes.size() < at + size)
        bytes.resize(at + size, '\0');
    std::memcpy(bytes.data() + at, data, size);
}

void perform(std::string &bytes, const SimDisk::File::Unsynced &change)
{
    if (change.truncates)
        bytes.resize(std::min(bytes.size(), change.at));
    else
        writeAt(bytes, change.at, change.bytes.data(), change.bytes.size());
}

int closeFile(sqlite3_file *file)
{
    delete self(file)->path;
    delete self(file)->file;
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *out, int size, sqlite3_int64 from)
{
    if (const int code = guard(self(file), SQLITE_IOERR_READ, SimDisk::Call::Read);
        code != SQLITE_OK)
        return code;
    const std::string &bytes = (*self(file)->file)->bytes;
    const auto at = static_cast<std::size_t>(from);
    const auto wanted = static_cast<std::size_t>(size);
    const std::size_t there = at < bytes.size() ? std::min(wanted, bytes.size() - at) : 0;
    std::memcpy(out, bytes.data() + std::min(at, bytes.size()), there);
    if (there == wanted)
        return SQLITE_OK;
    std::memset(static_cast<char *>(out) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    if (const int code = guard(self(file), SQLITE_IOERR_WRITE); code != SQLITE_OK)
        return code;
    SimDisk::File &into = **self(file)->file;
    SimDisk::File::Unsynced change;
    change.at = static_cast<std::size_t>(at);
    change.bytes.assign(static_cast<const char *>(data), static_cast<std::size_t>(size));
    perform(into.bytes, change);
    into.unsynced.push_back(std::move(change));
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int code = guard(self(file), SQLITE_IOERR_TRUNCATE); code != SQLITE_OK)
        return code;
    SimDisk::File &into = **self(file)->file;
    SimDisk::File::Unsynced change;
    change.at = static_cast<std::size_t>(size);
    change.truncates = true;
    perform(into.bytes, change);
    into.unsynced.push_back(std::move(change));
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    if (const int code = guard(self(file), SQLITE_IOERR_FSYNC); code != SQLITE_OK)
        return code;
    SimDisk::File &of = **self(file)->file;
    for (const SimDisk::File::Unsynced &change : of.unsynced)
        perform(of.durable, change);
    of.unsynced.clear();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (const int code = guard(self(file), SQLITE_IOERR_FSTAT); code != SQLITE_OK)
        return code;
    *size = static_cast<sqlite3_int64>((*self(file)->file)->bytes.size());
    return SQLITE_OK;
}

int lockFile(sqlite3_file *, int)
{
    return SQLITE_OK; // one connection to a file at a time
}

int checkReservedLock(sqlite3_file *, int *reserved)
{
    *reserved = 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file *)
{
    return static_cast<int>(kSector);
}

int deviceCharacteristics(sqlite3_file *)
{
    return 0;
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    *out = nullptr;
    if (const int code = guard(self(file), SQLITE_IOERR_SHMMAP); code != SQLITE_OK)
        return code;
    auto &shared = (*self(file)->file)->shared;
    const auto at = static_cast<std::size_t>(region);
    if (at >= shared.size()) {
        if (extend == 0)
            return SQLITE_OK;
        shared.resize(at + 1);
    }
    if (shared[at].empty())
        shared[at].resize(static_cast<std::size_t>(size), '\0');
    *out = shared[at].data();
    return SQLITE_OK;
}

int lockShared(sqlite3_file *, int, int, int)
{
    return SQLITE_OK;
}

void barrierShared(sqlite3_file *)
{
    // one thread
}

int unmapShared(sqlite3_file *file, int deletes)
{
    if (deletes != 0)
        (*self(file)->file)->shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods = {
    2,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    fileSize,
    lockFile,
    lockFile,
    checkReservedLock,
    fileControl,
    sectorSize,
    deviceCharacteristics,
    mapShared,
    lockShared,
    barrierShared,
    unmapShared,
    nullptr,
    nullptr,
};

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    OpenFile *open = self(file);
    open->base.pMethods = nullptr;
    SimDisk *disk = diskOf(vfs);
    if (const int code = disk->callResult(name != nullptr ? name : "", SimDisk::Call::Other);
        code != SQLITE_OK)
        return SQLITE_CANTOPEN;
    auto opened = name != nullptr ? disk->open(name, (flags & SQLITE_OPEN_CREATE) != 0)
                                  : std::make_shared<SimDisk::File>();
    if (!opened)
        return SQLITE_CANTOPEN;
    open->disk = disk;
    open->path = name != nullptr ? new std::string(name) : nullptr;
    open->file = new std::shared_ptr<SimDisk::File>(std::move(opened));
    open->base.pMethods = &kMethods;
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int)
{
    if (const int code = diskOf(vfs)->callResult(name, SimDisk::Call::Other); code != SQLITE_OK)
        return SQLITE_IOERR_DELETE;
    return diskOf(vfs)->remove(name) ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int accessFile(sqlite3_vfs *vfs, const char *name, int, int *result)
{
    *result = diskOf(vfs)->exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs *, int size, char *out)
{
    std::memset(out, 7, static_cast<std::size_t>(size));
    return size;
}

int sleepFor(sqlite3_vfs *, int microseconds)
{
    return microseconds;
}

int currentTime(sqlite3_vfs *, double *out)
{
    *out = 2'460'000.5;
    return SQLITE_OK;
}

int lastError(sqlite3_vfs *, int, char *)
{
    return 0;
}

} // namespace

SimDisk::SimDisk()
    : m_name("spilno-sim-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))
    , m_vfs(std::make_unique<sqlite3_vfs>())
{
    *m_vfs = {};
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = sizeof(OpenFile);
    m_vfs->mxPathname = 256;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = deleteFile;
    m_vfs->xAccess = accessFile;
    m_vfs->xFullPathname = fullPath;
    m_vfs->xRandomness = randomness;
    m_vfs->xSleep = sleepFor;
    m_vfs->xCurrentTime = currentTime;
    m_vfs->xGetLastError = lastError;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

SimDisk::~SimDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

std::shared_ptr<SimDisk::File> SimDisk::open(const std::string &path, bool create)
{
    if (isOff(path))
        return nullptr;
    const auto found = m_files.find(path);
    if (found != m_files.end())
        return found->second;
    if (!create)
        return nullptr;
    return m_files.emplace(path, std::make_shared<File>()).first->second;
}

bool SimDisk::isOff(const std::string &path) const
{
    return m_off.contains(path.substr(1, path.find('/', 1) - 1));
}

bool SimDisk::remove(const std::string &path)
{
    if (isOff(path))
        return false;
    m_files.erase(path);
    return true;
}

bool SimDisk::isAlive(const std::string &path, const std::shared_ptr<File> &file) const
{
    const auto found = m_files.find(path);
    return found != m_files.end() && found->second == file;
}

bool SimDisk::crash(const std::string &machine, test::TestRandom &random)
{
    bool lost = false;
    m_off.insert(machine);
    for (auto &[path, file] : m_files) {
        if (!path.starts_with("/" + machine + "/"))
            continue;
        auto left = std::make_shared<File>();
        left->durable = file->durable;
        for (File::Unsynced change : file->unsynced) {
            const std::uint64_t luck = random.next() % 4;
            if (luck < 2 || (luck == 2 && change.truncates)) {
                lost = true;
                continue;
            }
            if (luck == 2) { // torn between two sectors
                change.bytes.resize(change.bytes.size() / 2 / kSector * kSector);
                lost = true;
            }
            perform(left->durable, change);
        }
        left->bytes = left->durable;
        file = std::move(left);
    }
    return lost;
}

void SimDisk::copyMachine(const std::string &from, const std::string &to)
{
    removeMachine(to);
    const std::string prefix = "/" + from + "/";
    std::map<std::string, std::shared_ptr<File>> copies;
    for (const auto &[path, file] : m_files) {
        if (!path.starts_with(prefix))
            continue;
        auto copy = std::make_shared<File>();
        copy->bytes = copy->durable = file->bytes;
        copies.emplace("/" + to + "/" + path.substr(prefix.size()), std::move(copy));
    }
    m_files.merge(copies);
}

void SimDisk::removeMachine(const std::string &machine)
{
    std::erase_if(m_files, [&machine](const auto &entry) {
        return entry.first.starts_with("/" + machine + "/");
    });
}

bool SimDisk::contains(const std::string &machine, const QByteArray &bytes) const
{
    return std::any_of(m_files.begin(), m_files.end(), [&](const auto &entry) {
        return entry.first.starts_with("/" + machine + "/") &&
               entry.second->bytes.find(
                   bytes.constData(), 0, static_cast<std::size_t>(bytes.size())) !=
                   std::string::npos;
    });
}

qint64 SimDisk::bytesOf(const std::string &machine) const
{
    qint64 total = 0;
    for (const auto &[path, file] : m_files) {
        if (path.starts_with("/" + machine + "/"))
            total += static_cast<qint64>(file->bytes.size());
    }
    return total;
}

void SimDisk::failAfter(int calls, int code, Failure failure)
{
    m_callsLeft = calls;
    m_code = code;
    m_failure = failure;
    m_failed = false;
    m_readsOf.clear();
}

void SimDisk::failReadAfter(const std::string &machine, int reads, int code, Failure failure)
{
    failAfter(reads, code, failure);
    m_readsOf = "/" + machine + "/";
}

bool SimDisk::stopFailing()
{
    m_callsLeft = -1;
    return m_failed;
}

int SimDisk::callResult(const std::string &path, Call call)
{
    if (m_callsLeft < 0)
        return SQLITE_OK;
    if (!m_readsOf.empty() && (call != Call::Read || !path.starts_with(m_readsOf)))
        return SQLITE_OK;
    if (m_callsLeft > 0) {
        --m_callsLeft;
        return SQLITE_OK;
    }
    m_failed = true;
    if (m_failure == Failure::Once)
        m_callsLeft = -1;
    return m_code;
}

} // namespace spilno::sim
