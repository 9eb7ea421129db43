// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which files the attachments name, for who sends, fetches and removes them.
#include "core/replica/Questions.h"

namespace spilno::replica {

namespace {

// A creation's shape begins with an array of five and a salt of sixteen bytes. What is erased is
// looked for from the few changes without values, not from every attachment.
constexpr const char *kUses =
    "SELECT t.f_blob, t.f_size, t.author, t.accepted, t.id IN"
    " (SELECT c.entity FROM absent a JOIN change c ON c.id = a.change"
    "  WHERE c.verdict = 0 AND substr(c.shape, 1, 2) = x'8550')"
    " FROM (SELECT id, f_blob, f_size, author, created, 1 AS accepted FROM r_attachment"
    "  UNION ALL SELECT id, f_blob, f_size, author, created, NOT EXISTS"
    "   (SELECT 1 FROM pending p WHERE p.entity = o.id AND p.acked = 0)"
    "  FROM p_attachment o WHERE o.id NOT IN (SELECT id FROM r_attachment)) t"
    " ORDER BY t.created DESC, t.id DESC LIMIT ?1";

} // namespace

base::Result<std::vector<BlobUse>> Questions::blobUses(int limit) const
{
    std::vector<BlobUse> uses;
    if (m_core.options.registry->type(QStringLiteral("attachment")) == nullptr)
        return uses;
    const auto mine =
        m_core.identity ? m_core.log.personRow(m_core.identity->person) : std::optional<qint64>();
    Statement query = m_core.connection->prepare(kUses);
    query.bind(1, qint64{limit});
    while (query.next()) {
        BlobUse use;
        use.blob = query.id<base::BlobId>(0);
        use.bytes = query.integer(1);
        use.mine = mine && query.integer(2) == *mine;
        use.accepted = query.integer(3) != 0;
        use.erased = query.integer(4) != 0;
        uses.push_back(use);
    }
    SPILNO_TRY(query.result());
    return uses;
}

} // namespace spilno::replica
