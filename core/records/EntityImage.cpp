// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/EntityImage.h"

#include "core/records/Judge.h"

#include <algorithm>
#include <tuple>

namespace spilno::records {

namespace {

qint64 shownMs(const FoldChange &change)
{
    return base::hlcMs(change.origin.hlc);
}

bool contains(const std::vector<base::OpId> &refs, const base::OpId &op)
{
    return std::find(refs.begin(), refs.end(), op) != refs.end();
}

} // namespace

Candidate candidateOf(
    const FieldDescriptor &field, const FoldChange &change, const wire::FieldChange &written)
{
    const bool erasable = wire::hasErasableValue(written.mode);
    const bool misfits = !written.value.isEmpty() && !fits(field, written.value);
    if (erasable && (change.valuesAbsent || misfits))
        return {change.origin, {}, true};
    return {change.origin, written.value, false};
}

bool precedes(const Origin &a, const Origin &b)
{
    return std::tie(a.hlc, a.feed, a.seq) < std::tie(b.hlc, b.feed, b.seq);
}

EntityImage EntityImage::create(const RecordType &type, const FoldChange &change)
{
    EntityImage image;
    image.type = &type;
    image.entity = change.entity;
    image.scope = change.scope;
    image.created = change.origin;
    image.createdMs = shownMs(change);
    image.state = type.machine.initial;
    image.stateRecordedMs = change.recordedMs;
    image.fields.reserve(change.payload.fields.size());
    image.apply(change);
    return image;
}

FieldImage &EntityImage::fieldForWriting(std::uint32_t key)
{
    const auto place = std::lower_bound(
        fields.begin(), fields.end(), key,
        [](const FieldImage &field, std::uint32_t wanted) { return field.key < wanted; });
    if (place != fields.end() && place->key == key)
        return *place;
    return *fields.insert(place, FieldImage{key, {}});
}

Verdict EntityImage::checkStep(const wire::Payload &payload) const
{
    if (!payload.transition)
        return Verdict::Applied;
    if (payload.transition->from != state)
        return Verdict::Conflict;
    if (type->machine.step(state, payload.transition->to) == nullptr)
        return Verdict::NoSuchStep;
    return payload.transition->seen == stateOrigin.op ? Verdict::Applied : Verdict::AppliedSoft;
}

void EntityImage::apply(const FoldChange &change)
{
    for (const wire::FieldChange &written : change.payload.fields) {
        const FieldDescriptor *descriptor = type->field(written.key);
        if (descriptor == nullptr)
            continue; // of a newer program: kept in the log, folded once known
        FieldImage &image = fieldForWriting(written.key);
        auto &candidates = image.candidates;
        if (written.mode != wire::FieldMode::Add &&
            written.mode != wire::FieldMode::AddStructural) {
            // A write supersedes what its author saw, a removal takes out the adds it names.
            std::erase_if(candidates, [&written](const Candidate &candidate) {
                return contains(written.refs, candidate.origin.op);
            });
        }
        if (written.mode == wire::FieldMode::Remove)
            continue;
        // All in order, not the first alone: when that is superseded, the next one is shown.
        const bool isSet = descriptor->merge == MergeClass::Set;
        const auto place =
            isSet ? candidates.end()
                  : std::find_if(
                        candidates.begin(), candidates.end(), [&change](const Candidate &other) {
                            return precedes(other.origin, change.origin);
                        });
        candidates.insert(place, candidateOf(*descriptor, change, written));
    }
    if (change.payload.transition) {
        state = change.payload.transition->to;
        stateOrigin = change.origin;
        stateRecordedMs = change.recordedMs;
    }
    changedMs = std::max(changedMs, shownMs(change));
}

const FieldImage *EntityImage::field(std::uint32_t key) const
{
    const auto place = std::lower_bound(
        fields.begin(), fields.end(), key,
        [](const FieldImage &field, std::uint32_t wanted) { return field.key < wanted; });
    return place != fields.end() && place->key == key ? &*place : nullptr;
}

wire::Value EntityImage::value(std::uint32_t key) const
{
    const FieldImage *image = field(key);
    return image == nullptr || image->candidates.empty() ? wire::Value()
                                                         : image->candidates.front().value;
}

wire::Value EntityImage::value(const QString &name) const
{
    const FieldDescriptor *descriptor = type->field(name);
    return descriptor == nullptr ? wire::Value() : value(descriptor->key);
}

bool EntityImage::conflicted() const
{
    return std::any_of(fields.begin(), fields.end(), [this](const FieldImage &image) {
        return image.candidates.size() > 1 && type->field(image.key)->merge == MergeClass::Register;
    });
}

} // namespace spilno::records
