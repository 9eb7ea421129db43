// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a replica shows, and gives to others, before the log has come.
#include "core/replica/Previews.h"
#include "core/replica/ReplicaDatabasePrivate.h"

namespace spilno::replica {

base::Result<ChangeSet> ReplicaDatabase::showPreview(const log::VerifiedPreview &preview)
{
    SPILNO_TRY(d->core.setDurability(Durability::Normal));
    return d->mutate([&] { return Previews(d->core).show(preview); });
}

base::Result<Previewed> ReplicaDatabase::previewed() const
{
    return d->ask([&] { return Previews(d->core).status(); });
}

base::Result<QByteArray> ReplicaDatabase::readPreview(
    const base::ScopeId &scope, int maxChanges, int maxRawBytes) const
{
    return d->ask([&] { return PreviewReader(d->core).read(scope, maxChanges, maxRawBytes); });
}

} // namespace spilno::replica
