// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "core/profile/CityClient.h"
#include "core/profile/Profile.h"
#include "core/records/Registry.h"

#include <QtCore/QCoreApplication>

namespace spilno::cli {

/// The profile and the city that a command works on, open. Belongs to the main thread.
class Workplace
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::Workplace)

public:
    enum class Keys {
        Optional, ///< Unlocks when the passphrase is at hand; nobody is asked.
        Needed,
    };

    /// By --profile and --city. Errors have their sentences.
    [[nodiscard]] static base::Result<std::unique_ptr<Workplace>> open(
        Surroundings &around, Keys keys);

    [[nodiscard]] profile::Profile &profile() { return *m_profile; }
    [[nodiscard]] const profile::CityEntry &entry() const { return m_entry; }
    [[nodiscard]] profile::CityClient &client() { return *m_client; }
    [[nodiscard]] replica::Replica &replica() { return m_client->replica(); }
    [[nodiscard]] const std::shared_ptr<const replica::Identity> &identity() const
    {
        return m_profile->identity();
    }

    /// A type by its name. InvalidArgument with a sentence.
    [[nodiscard]] static base::Result<const records::RecordType *> type(
        const Surroundings &around, const QString &name);

private:
    Workplace() = default;

    std::unique_ptr<profile::Profile> m_profile;
    profile::CityEntry m_entry;
    std::unique_ptr<profile::CityClient> m_client;
};

/// Waits for an answer of the replica.
template <class T>
[[nodiscard]] base::Result<T> waitFor(QFuture<base::Result<T>> answer)
{
    answer.waitForFinished();
    return answer.takeResult();
}

/// The passphrase from the file that SPILNO_PASSPHRASE_FILE names (its first line), or nothing
/// when that is not set. NotFound, Io with sentences.
[[nodiscard]] base::Result<std::optional<crypto::SecretBytes>> passphraseFromFile(
    const Surroundings &around);

/// The same, or typed by the person at the terminal; `twice` where a new one is chosen.
[[nodiscard]] base::Result<crypto::SecretBytes> askPassphrase(
    const Surroundings &around, bool twice);

} // namespace spilno::cli
