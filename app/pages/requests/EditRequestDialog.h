// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFacts.h"
#include "app/widgets/ScrollDialog.h"

#include <memory>
#include <vector>

namespace spilno::records {
class FieldEditor;
}
namespace spilno::widgets {
class FormRow;
class MessageBar;
} // namespace spilno::widgets

namespace spilno::pages {

/// Corrects the fields of a request, of which the person may write each; built from the
/// descriptors. Gives back a change of what was really changed.
class EditRequestDialog : public widgets::ScrollDialog
{
    Q_OBJECT

public:
    EditRequestDialog(
        const RequestFacts &facts,
        const RequestRights &rights,
        const CityBook &book,
        QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void edited(const spilno::replica::Draft &draft);

private:
    struct Row
    {
        records::FieldEditor *editor = nullptr;
        widgets::FormRow *row = nullptr;
        wire::Value before;
    };

    base::EntityId m_request;
    std::vector<Row> m_rows;
};

} // namespace spilno::pages
