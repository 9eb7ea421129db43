// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <vector>

namespace spilno::crypto {
class SigningKey;
}

namespace spilno::log {

/// One signature line of a note: who is said to have signed, and what. Of a kind this program does
/// not know, it is kept as it is.
struct NoteSignature
{
    QByteArray name;      ///< Printable ASCII without space and '+'.
    quint32 keyId = 0;    ///< Says which key of that name; not a secure hash.
    QByteArray signature; ///< 64 bytes for Ed25519.

    friend bool operator==(const NoteSignature &, const NoteSignature &) = default;
};

/// The server's signed statement of everything it holds: the tree over all leaves and the map of
/// all scopes, in the text form of C2SP tlog-checkpoint. A value. That it does not contradict an
/// earlier one is shown by a consistency proof (MerkleTree.h), not here.
struct Checkpoint
{
    base::CityId city;
    quint64 treeSize = 0;
    base::Hash root;
    quint64 epoch = 0;
    base::Hash mapRoot;
    qint64 timeMs = 0; ///< The sequencer's clock, at or after the newest recorded time.
    std::vector<NoteSignature> signatures;

    /// "spilno/" and the city id in lower-case hexadecimal: the first line and the log's key name.
    [[nodiscard]] QByteArray origin() const;

    /// The text that is signed, with its final newline.
    [[nodiscard]] QByteArray noteText() const;

    /// The whole note: text, empty line, signature lines.
    [[nodiscard]] QByteArray encode() const;

    /// Adds the Ed25519 signature of the log's own key, under the origin as name.
    void sign(const crypto::SigningKey &key);

    /// Success when the note bears a signature of `key` under the origin as name and every such
    /// signature is right; those of other keys are ignored. BadSignature otherwise.
    [[nodiscard]] base::Result<> verify(const base::PublicKey &key) const;

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

/// The key id of an Ed25519 key in signed notes: the first four bytes of
/// SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
[[nodiscard]] quint32 noteKeyId(const QByteArray &name, const base::PublicKey &key);

/// Reads a checkpoint. Malformed unless encode() gives the same bytes again and there is at least
/// one signature line; LimitExceeded above limits::kCheckpointBytesMax or kCheckpointSignaturesMax.
/// Signatures are not checked: see Checkpoint::verify().
[[nodiscard]] base::Result<Checkpoint> parseCheckpoint(base::ByteView bytes);

} // namespace spilno::log
