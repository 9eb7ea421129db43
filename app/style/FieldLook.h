// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionComboBox>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace spilno::style::FieldLook {

/// Painting of everything one types or chooses in, for AppStyle.

/// Property of a field whose content is wrong: it gets the negative outline. Set by FormRow.
inline constexpr char InvalidProperty[] = "spilnoInvalid";

void drawFrame(const QStyleOption &option, QPainter &painter, bool readOnly, bool invalid);
void drawCheckBox(const QStyleOption &option, QPainter &painter);
void drawRadioButton(const QStyleOption &option, QPainter &painter);
/// A chevron by lucide name ("chevron-down"), centred in `rect`.
void drawChevron(
    const QStyleOption &option, QPainter &painter, const QString &name, const QRect &rect);
void drawSlider(
    const QStyleOption &option, QPainter &painter, const QRect &groove, const QRect &handle);

} // namespace spilno::style::FieldLook
