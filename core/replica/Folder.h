// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/AuthorityTables.h"
#include "core/replica/ChangeSet.h"
#include "core/replica/Projection.h"

#include <QtCore/QSet>

#include <map>

namespace spilno::replica {

/// Folds sequenced changes into the base tables, transaction by transaction, and previewed and
/// pending ones into the overlay, record by record. Runs inside the caller's SQLite transaction, on
/// its thread.
class Folder
{
public:
    Folder(
        Connection &connection, LogTables &log, Projection &projection, AuthorityTables &authority)
        : m_connection(connection)
        , m_log(log)
        , m_projection(projection)
        , m_authority(authority)
    {
    }

    /// A sequenced change to fold, decoded, with its rows.
    struct Item
    {
        std::optional<records::FoldChange> change; ///< nullopt: unreadable.
        qint64 id = 0;
        base::OpId op;
        EntityRow entity;
        base::EntityId entityId;
        base::ScopeId scope;
        qint64 scopeRow = 0;
        qint64 personRow = 0;
        std::uint32_t type = 0;
        std::optional<wire::FirstIssue> firstIssue; ///< Where it is issued again.
        bool sealedToOthers = false;
        records::Verdict verdict = records::Verdict::Applied;
        records::Verdict stored = records::Verdict::Applied; ///< What its row says.
    };

    /// Folds one whole transaction and sets the verdict of each item, here and in its row.
    [[nodiscard]] base::Result<> foldTransaction(std::span<Item> items);

    /// Takes values of a record back, also those that come later, and folds it again.
    [[nodiscard]] base::Result<> erase(const AuthorityTables::Erasure &erasure, qint64 upTo);
    /// Folds an entity again from the log up to a change, in place, after an erasure.
    [[nodiscard]] base::Result<> refold(qint64 entityRow, qint64 upTo);

    /// Puts the previewed, then the pending changes of an entity over its base row, or removes the
    /// overlay row when there are none left. Their verdicts go to their rows.
    [[nodiscard]] base::Result<> overlay(qint64 entityRow);

    void setLocalNow(qint64 ms) { m_localNowMs = ms; }

    /// What was touched since the last call.
    [[nodiscard]] ChangeSet takeChanges();
    /// After a rollback, or when the folded tables were emptied.
    void forget() { m_anyReissue.reset(); }
    /// Whether anything was taken back since the last call.
    [[nodiscard]] bool takeErased() { return std::exchange(m_erased, false); }
    [[nodiscard]] QSet<qint64> takeTouched() { return std::exchange(m_touched, {}); }
    /// Whether a pending change may name a record that is not here; true until it was looked.
    [[nodiscard]] bool mayBeAdrift() const { return m_mayBeAdrift; }
    void setAdrift(bool any) { m_mayBeAdrift = any; }
    /// Entities whose overlay is to be made again.
    [[nodiscard]] QSet<qint64> takeOverlayOwed() { return std::exchange(m_overlayOwed, {}); }

private:
    struct Working
    {
        std::optional<records::EntityImage> image;
        bool isNew = false;
        bool changed = false;
    };

    /// A record on its way into the overlay.
    struct Shown
    {
        const records::RecordType *type = nullptr;
        std::optional<records::EntityImage> image;
        qint64 scopeRow = 0;
        OverlayMarks marks;
    };

    [[nodiscard]] base::Result<> judgeAll(
        std::span<Item> items, std::map<qint64, Working> &working);
    [[nodiscard]] records::Verdict judge(const Item &item, std::map<qint64, Working> &working);
    [[nodiscard]] base::Result<> saveAll(std::span<Item> items, std::map<qint64, Working> &working);
    [[nodiscard]] base::Result<> recordFailures(std::span<Item> items);
    [[nodiscard]] base::Result<> recordVerdicts(std::span<Item> items);
    [[nodiscard]] bool isDuplicate(const Item &item);
    [[nodiscard]] base::Result<> rememberReissue(const Item &item);
    [[nodiscard]] base::Result<> applyErasures(qint64 upTo);
    [[nodiscard]] base::Result<> rememberErasure(const AuthorityTables::Erasure &erasure);
    [[nodiscard]] base::Result<> eraseValues(const ChangeRow &change);
    [[nodiscard]] base::Result<> removeOverlay(
        const records::RecordType *type, const base::EntityId &entity, qint64 entityRow);
    [[nodiscard]] base::Result<> layOver(
        const ChangeRow &row, const QSet<base::OpId> &logged, Shown &shown);
    [[nodiscard]] QSet<base::OpId> loggedOps(
        qint64 entityRow, const std::vector<qint64> &pending) const;
    void touch(std::uint32_t type, const base::EntityId &entity, qint64 entityRow);

    Connection &m_connection;
    LogTables &m_log;
    Projection &m_projection;
    AuthorityTables &m_authority;
    qint64 m_localNowMs = 0;
    ChangeSet m_changes;
    QSet<std::uint32_t> m_types;
    QSet<qint64> m_touched;
    QSet<qint64> m_overlayOwed;
    bool m_erased = false;
    bool m_mayBeAdrift = true;
    std::optional<bool> m_anyReissue; ///< Whether any change was issued again; none: ask.
};

} // namespace spilno::replica
