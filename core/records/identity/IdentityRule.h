// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::identity {

inline constexpr std::uint32_t kDevices = 1;
inline constexpr std::uint32_t kRevoked = 2;

/// Kinds of unique names: a person has one identity, a device key one person, for ever.
inline constexpr const char *kPersonName = "person";
inline constexpr const char *kDeviceName = "device";

/// Context of the proof by which a new device takes its certificate (extra kExtraDeviceProof).
inline constexpr std::string_view kDeviceContext = "spilno-dev-1";

/// A device added to a person: what an element of the field `devices` says.
struct DeviceEntry
{
    base::PublicKey device;
    base::SealingKey sealing;
    wire::DeviceKind kind = wire::DeviceKind::Desktop;
};

/// The element [device key, sealing key, kind].
[[nodiscard]] wire::Value deviceElement(const DeviceEntry &entry);
/// nullopt when the element is anything else.
[[nodiscard]] std::optional<DeviceEntry> deviceEntry(const wire::Value &element);

/// What the new device signs: person ‖ the element, encoded.
[[nodiscard]] QByteArray deviceStatement(const base::PersonId &person, const wire::Value &element);

/// A person's identity: its creation certifies the first device, `devices` adds further ones, and
/// `revoked` ends any of them. A key that was ever certified is never certified again.
class IdentityRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
    void effect(
        const FoldChange &change,
        const EntityImage &after,
        const Authority &authority,
        FoldEffects &effects) const override;
};

} // namespace spilno::records::identity
