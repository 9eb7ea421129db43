// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/Label.h"

namespace spilno::widgets {

/// One line that is cut with an ellipsis when there is no room. The full text then stands in the
/// tooltip, and always in the accessible name.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    using Label::Label;

    QSize minimumSizeHint() const override;
    bool isElided() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace spilno::widgets
