// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/sync/BundleCard.h"

#include "app/session/Sentences.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace spilno::pages {

using base::ErrorCode;
using session::BundleJob;
using widgets::Tone;

BundleCard::BundleCard(session::SessionContext &context)
    : widgets::Card(QStringLiteral(" "))
    , m_context(context)
    , m_job(context.replica())
    , m_message(new widgets::MessageBar)
    , m_words(new widgets::Label({}, style::TextRole::Body, style::ColourRole::Muted))
    , m_progress(new QProgressBar)
    , m_save(new widgets::Button({}))
    , m_take(new widgets::Button({}))
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    m_words->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_save->setIconName(QStringLiteral("download"));
    m_take->setIconName(QStringLiteral("upload"));
    auto *buttons = new widgets::FlowLayout(nullptr, style::Spacing::S);
    buttons->addWidget(m_save);
    buttons->addWidget(m_take);
    body()->addWidget(m_words);
    body()->addWidget(m_message);
    body()->addWidget(m_progress);
    body()->addLayout(buttons);
    connect(m_save, &widgets::Button::clicked, this, &BundleCard::chooseTarget);
    connect(m_take, &widgets::Button::clicked, this, &BundleCard::chooseSource);
    connect(&m_job, &BundleJob::exported, this, &BundleCard::exported);
    connect(&m_job, &BundleJob::imported, this, &BundleCard::imported);
    connect(&m_job, &BundleJob::failed, this, &BundleCard::failed);
}

void BundleCard::chooseTarget()
{
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(m_context.clock().wallMs(), m_context.timeZone()).date();
    const QString name = tr("%1 %2.spilno", "city and date: the name of a file")
                             .arg(m_context.cityName(), today.toString(Qt::ISODate))
                             .remove(QLatin1Char('/'));
    auto *dialog = new QFileDialog(
        window(), tr("Save changes to a file"), m_folder, tr("Spilno bundles (*.spilno)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("spilno"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file = path;
        m_folder = QFileInfo(path).path();
        setBusy(true);
        m_job.exportTo(path, m_context.clock().wallMs());
    });
    dialog->open();
}

void BundleCard::chooseSource()
{
    auto *dialog = new QFileDialog(
        window(), tr("Take in a file of changes"), m_folder,
        tr("Spilno bundles (*.spilno);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BundleCard::takeIn);
    dialog->open();
}

void BundleCard::takeIn(const QString &path)
{
    if (m_job.isRunning()) {
        m_message->showMessage(Tone::Warning, tr("One file at a time: wait for the present one."));
        return;
    }
    m_file = path;
    m_folder = QFileInfo(path).path();
    setBusy(true);
    m_job.importFrom(path);
}

void BundleCard::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_take->setEnabled(!busy);
    m_progress->setVisible(busy);
    if (busy)
        m_message->dismiss();
}

void BundleCard::exported(const sync::BundleExport::Counts &counts)
{
    setBusy(false);
    QString said = tr("%Ln change(s) are in %1.", nullptr, int(counts.changes + counts.pending))
                       .arg(QFileInfo(m_file).fileName());
    if (counts.pending != 0)
        said += QLatin1Char(' ') +
                tr("%Ln of them still wait(s) for the city.", nullptr, int(counts.pending));
    m_message->showMessage(Tone::Positive, said);
}

void BundleCard::imported(const sync::BundleImport::Counts &counts)
{
    setBusy(false);
    QStringList said;
    said.append(
        counts.applied == 0
            ? tr("Nothing in this file is new here.")
            : tr("%Ln new change(s) from this file.", nullptr, int(counts.applied)));
    if (counts.carried != 0)
        said.append(
            tr("%Ln change(s) of others go to the city with the next synchronisation.", nullptr,
               int(counts.carried)));
    if (counts.missing != 0)
        said.append(
            tr("%Ln change(s) do not join what is here: ask for a file that begins earlier.",
               nullptr, int(counts.missing)));
    if (counts.refused != 0)
        said.append(
            tr("%Ln change(s) do not verify and were left out.", nullptr, int(counts.refused)));
    const bool clean = counts.missing == 0 && counts.refused == 0;
    m_message->showMessage(clean ? Tone::Positive : Tone::Warning, said.join(QLatin1Char(' ')));
}

void BundleCard::failed(const base::Error &error)
{
    setBusy(false);
    QString said = session::Sentences::error(error);
    if (error.code == ErrorCode::Malformed)
        said = tr("%1 is no bundle, or it was cut off.").arg(QFileInfo(m_file).fileName());
    else if (error.code == ErrorCode::WrongCity)
        said = tr("This is a bundle of another city.");
    else if (error.code == ErrorCode::NotFound)
        said = tr("%1 can not be read.").arg(QFileInfo(m_file).fileName());
    m_message->showMessage(Tone::Negative, said);
}

void BundleCard::retranslate()
{
    setTitle(tr("Without a network"));
    m_words->setText(
        tr("A file on a stick carries what is public here, and your changes that wait, to another "
           "computer of this city."));
    m_save->setText(tr("Save changes to a file…"));
    m_take->setText(tr("Take in a file…"));
    m_progress->setAccessibleName(tr("The file is being worked on"));
}

} // namespace spilno::pages
