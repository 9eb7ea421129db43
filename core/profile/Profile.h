// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/crypto/Vault.h"
#include "core/replica/Identity.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>

class QLockFile;

namespace spilno::profile {

/// A city a profile belongs to, as its folder remembers it.
struct CityEntry
{
    base::CityId city;
    QString name;
    QString address; ///< spilno://HOST:PORT#FINGERPRINT, the last one that worked
};

/// What was made once and is shown once, to be printed.
struct NewProfile;

/// One person's identity on this computer with the cities they belong to: a folder with the sealed
/// vault and one sub-folder a city. Keys are in memory only while it is unlocked. Belongs to one
/// thread; one process at a time has a profile open.
class Profile
{
public:
    /// Makes the folder, new keys and a vault sealed by the passphrase. InvalidArgument when there
    /// is a profile already, ReadOnly, DiskFull.
    [[nodiscard]] static base::Result<NewProfile> create(
        const QString &folder,
        const crypto::SecretBytes &passphrase,
        wire::DeviceKind kind,
        crypto::VaultCost cost,
        base::Random &random);

    /// Opens an existing profile, locked. NotFound, AlreadyInUse, Malformed.
    [[nodiscard]] static base::Result<std::unique_ptr<Profile>> open(const QString &folder);
    [[nodiscard]] static bool exists(const QString &folder);
    ~Profile();

    /// WrongPassphrase. Takes about 60 ms: not on the GUI thread.
    [[nodiscard]] base::Result<> unlock(const crypto::SecretBytes &passphrase);
    void lock();
    /// Null while locked.
    [[nodiscard]] const std::shared_ptr<const replica::Identity> &identity() const
    {
        return m_identity;
    }
    /// Seals the vault with another passphrase; needs the old one.
    [[nodiscard]] base::Result<> changePassphrase(
        const crypto::SecretBytes &old, const crypto::SecretBytes &fresh, base::Random &random);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QList<CityEntry> cities() const { return citiesIn(m_folder); }
    /// Those of a profile that need not be open.
    [[nodiscard]] static QList<CityEntry> citiesIn(const QString &folder);
    [[nodiscard]] base::Result<> rememberCity(const CityEntry &entry);
    /// The city that was looked at last; null where none was chosen. Not checked against cities().
    [[nodiscard]] base::CityId lastShown() const;
    [[nodiscard]] base::Result<> rememberShown(const base::CityId &city);
    /// The folder of a city's replica, search index and photos.
    [[nodiscard]] QString cityFolder(const base::CityId &city) const;
    [[nodiscard]] QString replicaPath(const base::CityId &city) const;
    [[nodiscard]] QString photoFolder(const base::CityId &city) const;

private:
    Profile(QString folder, std::unique_ptr<QLockFile> lock);

    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    std::shared_ptr<const replica::Identity> m_identity;
};

struct NewProfile
{
    std::unique_ptr<Profile> profile; ///< Unlocked.
    QString recoveryCode;             ///< 32 bytes as grouped hexadecimal, for the recovery sheet.
};

} // namespace spilno::profile
