// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

/// Every limit on what is read from a peer, a file or a person. Nowhere else.
namespace spilno::limits {

inline constexpr int kHeaderBytesMax = 1024;
inline constexpr int kHeaderExtBytesMax = 512;
inline constexpr int kPayloadBytesMax = 64 * 1024; ///< Shape and values together.
inline constexpr int kPayloadValuesBytesMin = 17;  ///< 16 random bytes and an array head.
inline constexpr int kPayloadExtrasMax = 32;
inline constexpr int kFeedOpeningBytesMax = 512;
inline constexpr int kTransactionChangesMax = 200;
inline constexpr int kRunChangesMax = 256;
inline constexpr int kRunBytesMax = 192 * 1024; ///< The encoded run.
inline constexpr int kSliceChangesFirst = 256;
inline constexpr int kSliceChangesMax = 16384;
inline constexpr int kSliceWireBytesMax = 4 * 1024 * 1024;
inline constexpr int kSliceRawBytesMax = 16 * 1024 * 1024;
inline constexpr int kPreviewBytesMax = 4 * 1024 * 1024; ///< Unpacked.
inline constexpr int kPreviewChangesMax = 2048;
inline constexpr int kPreviewLackingMin = 4096; ///< Positions a reader lacks, to be sent one.
inline constexpr int kFrameBytesMax = 1024 * 1024; ///< Type and body.
inline constexpr int kGreetingBytesMax = 128 * 1024;
inline constexpr int kHelloBytesMax = 64 * 1024; ///< FOLLOW too.
inline constexpr int kProofFrameBytesMax = 10 * 1024; ///< PROVE and PROOF.
inline constexpr int kSmallFrameBytesMax = 1024;
inline constexpr int kVersionsMax = 16;
inline constexpr int kKeySuccessionsMax = 64;
inline constexpr int kKeySuccessionBytesMax = 512;
inline constexpr int kPagePartsMax = 1024;
inline constexpr int kReasonBytesMax = 64;
inline constexpr int kDetailBytesMax = 512;
inline constexpr int kScopesPerDeviceMax = 256;
inline constexpr int kWelcomeScopesMax = 4096;
inline constexpr int kCborDepthMax = 8;
inline constexpr int kFieldRefsMax = 64;
inline constexpr int kFieldsPerChangeMax = 64;
inline constexpr int kBlobChunkBytes = 256 * 1024;
inline constexpr qint64 kBlobBytesMax = 64LL * 1024 * 1024;
inline constexpr int kBlobChunksMax = kBlobBytesMax / kBlobChunkBytes;
inline constexpr qint64 kClockAheadMs = 60'000;
inline constexpr qint64 kCheckpointWithinMs = 60'000;
inline constexpr qint64 kSessionStallMs = 30'000;
inline constexpr int kCityGenesisBytesMax = 32 * 1024;
inline constexpr int kCityNameBytesMax = 200; ///< Time zone and rule keys too.
inline constexpr int kCityOwnersMax = 16;
inline constexpr int kCityRulesMax = 256;
inline constexpr int kIdentityGenesisBytesMax = 256;
inline constexpr int kVaultBytesMax = 1024 * 1024;
inline constexpr int kCheckpointBytesMax = 8 * 1024;
inline constexpr int kCheckpointSignaturesMax = 16;
inline constexpr int kNoteKeyNameBytesMax = 128;
inline constexpr int kMerkleProofHashesMax = 128;
inline constexpr int kMapProofBytesMax = 9 * 1024;
inline constexpr int kLogLeafBytesMax = 128;
inline constexpr int kReceiptBytesMax = 512;
inline constexpr int kLieProofBytesMax = 128 * 1024;
inline constexpr int kMapPartBytesMax = 60 * 1024;
inline constexpr int kMapLayerPartsMax = 32;
inline constexpr int kMapLayerBytesMax = kMapLayerPartsMax * kMapPartBytesMax;
inline constexpr int kMapFeaturesMax = 20'000;
inline constexpr int kMapPathsMax = 60'000; ///< Of a layer, holes counted.
inline constexpr int kMapPositionsMax = 400'000;
inline constexpr int kMapNameBytesMax = 200;
inline constexpr int kGeoJsonBytesMax = 32 * 1024 * 1024;
inline constexpr int kGeoJsonDepthMax = 64;
inline constexpr int kUnackedChangesPerDeviceMax = 262'144;
inline constexpr int kConnectionsMax = 4096;
inline constexpr int kQuarantineBytesPerPersonMax = 16 * 1024 * 1024;

} // namespace spilno::limits
