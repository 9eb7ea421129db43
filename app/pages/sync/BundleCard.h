// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/BundleJob.h"
#include "app/session/SessionContext.h"
#include "app/widgets/Card.h"

QT_BEGIN_NAMESPACE
class QProgressBar;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class Label;
class MessageBar;
} // namespace spilno::widgets

namespace spilno::pages {

/// Changes carried in a file where no network is: saves a bundle, takes one in, and says what came
/// of it. Part of the page of synchronisation.
class BundleCard : public widgets::Card
{
    Q_OBJECT

public:
    explicit BundleCard(session::SessionContext &context);

    /// Takes a file in, as when it was opened with the program or dropped onto the window.
    void takeIn(const QString &path);
    void retranslate();

private:
    void chooseTarget();
    void chooseSource();
    void setBusy(bool busy);
    void exported(const sync::BundleExport::Counts &counts);
    void imported(const sync::BundleImport::Counts &counts);
    void failed(const base::Error &error);

    session::SessionContext &m_context;
    session::BundleJob m_job;
    widgets::MessageBar *m_message;
    widgets::Label *m_words;
    QProgressBar *m_progress;
    widgets::Button *m_save;
    widgets::Button *m_take;
    QString m_folder; ///< Where the last file was.
    QString m_file;
};

} // namespace spilno::pages
