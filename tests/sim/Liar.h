// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Signing.h"
#include "core/log/Checkpoint.h"
#include "core/log/ScopeMap.h"
#include "core/wire/Frames.h"

#include <functional>
#include <map>
#include <set>

namespace spilno::sim {

/// What a server says that lies, or that only looks like it.
enum class Tale {
    DropsChanges,   ///< Gives receipts and signs the same old tree again and again.
    ShowsTwoFaces,  ///< Signs another map for the same tree on the next line.
    GoesBack,       ///< The map has less of a scope than before.
    HoldsBack,      ///< The tree grows, the map says that the scope does not.
    ChangesHistory, ///< The map has another chain for the scope.
    GivesTwice,     ///< A receipt for a position that was given before.
    SignsOldTimes,  ///< Checkpoints that are older than what they hold.
    BeginsAnEpoch,  ///< No lie: after a restore everything is counted anew.
    ShowsAnOldCopy, ///< No lie: it was restored, and says what it said then.
};

/// Stands between an honest server and its lines with the server's own key, and changes what it
/// signs from a certain moment on. One scope is lied about; of others nothing can be proven.
class Liar
{
public:
    using HeadOf = std::function<log::ScopeHead()>;

    Liar(
        Tale tale,
        const crypto::SigningKey &key,
        const base::ScopeId &scope,
        const base::Salt &salt,
        HeadOf headOf);

    /// What leaves instead of these frames.
    [[nodiscard]] QByteArray told(const QByteArray &frames);
    /// How often something else was said than is true.
    [[nodiscard]] int lies() const { return m_lies; }

private:
    void spoil(QByteArray &note, std::vector<base::Hash> &consistency, bool isWelcome);
    void spoil(wire::ProofFrame &proof) const;
    void spoil(wire::ReceiptFrame &frame);
    [[nodiscard]] log::ScopeMap mapOf(std::uint64_t treeSize);

    Tale m_tale;
    const crypto::SigningKey &m_key;
    base::ScopeId m_scope;
    log::ScopeTag m_tag;
    HeadOf m_headOf;
    log::ScopeHead m_atFirst;
    std::optional<log::Checkpoint> m_first;
    std::set<std::uint64_t> m_sizes;               ///< Of the trees that were signed.
    std::map<std::uint64_t, log::ScopeMap> m_maps; ///< False ones, by the size of the tree.
    std::optional<log::Receipt> m_given;
    std::uint64_t m_givenAgain = 0; ///< Positions, in the new epoch.
    int m_lies = 0;
};

} // namespace spilno::sim
