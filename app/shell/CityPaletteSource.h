// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/CommandPalette.h"
#include "core/base/Error.h"
#include "core/replica/Record.h"

#include <QObject>

namespace spilno::session {
class SessionContext;
}

namespace spilno::shell {

/// Finds the requests and the people of the shown city for the palette: by number in either
/// alphabet, and by words. Reads off the GUI thread, one question at a time, the newest. Owned by
/// Desktop, as long as that city is shown.
class CityPaletteSource : public QObject, public PaletteSource
{
    Q_OBJECT

public:
    /// Opens a page at a place, as MainWindow::showPage().
    using Open = std::function<void(const QString &page, const QVariant &place)>;

    CityPaletteSource(session::SessionContext &context, Open open);

    void search(const QString &typed, Answer answer) override;

private:
    struct Found
    {
        std::vector<replica::Record> requests;
        std::vector<replica::Record> people;
    };

    void ask();
    [[nodiscard]] QList<PaletteItem> items(const Found &found) const;

    session::SessionContext &m_context;
    Open m_open;
    QString m_typed;
    Answer m_answer;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace spilno::shell
