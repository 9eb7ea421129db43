// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestFacts.h"
#include "app/widgets/ScrollDialog.h"

#include <memory>
#include <optional>
#include <vector>

namespace spilno::records {
class FieldEditor;
}
namespace spilno::widgets {
class FormRow;
class MessageBar;
} // namespace spilno::widgets

namespace spilno::pages {

class PointField;

/// Corrects the fields of a request, of which the person may write each; built from the
/// descriptors, the point on a map where the city has one. What the request's category keeps from
/// the public cannot be written here. Gives back a change of what was really changed.
class EditRequestDialog : public widgets::ScrollDialog
{
    Q_OBJECT

public:
    EditRequestDialog(
        session::SessionContext &context,
        const RequestFacts &facts,
        const RequestRights &rights,
        const CityBook &book,
        QWidget *parent = nullptr);

    void accept() override;
    /// Null where the point is not to be changed.
    PointField *pointField() const { return m_point; }

Q_SIGNALS:
    void edited(const spilno::replica::Draft &draft);

private:
    struct Row
    {
        records::FieldEditor *editor = nullptr;
        widgets::FormRow *row = nullptr;
        wire::Value before;
    };

    void addFields(const RequestRights &rights);
    void addPoint();
    void hintPoint();
    void addPointTo(replica::Draft &draft) const;
    QString problemOf(const Row &row, const wire::Value &value) const;
    static QString keptFromPublic();
    bool isPointMoved() const;
    /// The category it has, or null.
    const CategoryEntry *presentCategory() const;
    /// The category as chosen now, or null; only until the book is read again.
    const CategoryEntry *category() const;
    /// How coarse the public point has to be, in metres, by the category before and now.
    int roundMetres() const;

    session::SessionContext &m_context;
    const CityBook &m_book;
    replica::Record m_request;
    std::optional<CategoryEntry> m_before; ///< The category it has; the book may be read anew.
    std::vector<Row> m_rows;
    PointField *m_point = nullptr;
    widgets::FormRow *m_pointRow = nullptr;
};

} // namespace spilno::pages
