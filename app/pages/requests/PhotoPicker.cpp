// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PhotoPicker.h"

#include "app/pages/requests/PhotoTile.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/Label.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QVBoxLayout>

namespace spilno::pages {

using style::ColourRole;
using style::TextRole;
using style::Spacing::S;
using style::Spacing::Xs;

PhotoPicker::PhotoPicker(QWidget *parent)
    : QWidget(parent)
    , m_tiles(new QWidget)
    , m_flow(new widgets::FlowLayout(m_tiles, S))
    , m_add(new widgets::Button({}))
    , m_hint(new widgets::Label({}, TextRole::Secondary, ColourRole::Muted))
    , m_problem(new widgets::Label({}, TextRole::Secondary, ColourRole::Negative))
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(S);
    m_add->setIconName(QStringLiteral("camera"));
    m_hint->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_tiles->hide();
    column->addWidget(m_hint);
    column->addWidget(m_tiles);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addWidget(m_problem);
    connect(m_add, &widgets::Button::clicked, this, &PhotoPicker::choose);
    retranslate();
}

void PhotoPicker::retranslate()
{
    m_add->setText(tr("Add photos"));
    m_hint->setText(
        tr("Everyone sees them. Place, time and device are taken out of the files; faces and "
           "number plates are not."));
    rebuild();
}

void PhotoPicker::choose()
{
    auto *dialog = new QFileDialog(this, tr("Add photos"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"));
    connect(dialog, &QFileDialog::filesSelected, this, &PhotoPicker::add);
    dialog->open();
}

void PhotoPicker::add(const QStringList &paths)
{
    showProblem({});
    for (const QString &path : paths) {
        if (m_photos.size() + m_cleaning >= kPhotosMax) {
            showProblem(tr("%n photo(s) at most.", nullptr, kPhotosMax));
            return;
        }
        ++m_cleaning;
        QThreadPool::globalInstance()->start([path, target = QPointer<PhotoPicker>(this)] {
            const auto photo = PhotoCleaner::clean(path);
            QMetaObject::invokeMethod(
                qApp,
                [path, photo, target] {
                    if (target)
                        target->take(QFileInfo(path).fileName(), photo);
                },
                Qt::QueuedConnection);
        });
    }
}

void PhotoPicker::take(const QString &name, const base::Result<CleanPhoto> &photo)
{
    --m_cleaning;
    if (!photo) {
        showProblem(
            photo.error().code == base::ErrorCode::LimitExceeded
                ? tr("%1 is too large.").arg(name)
                : tr("%1 is not a picture this program can read.").arg(name));
        return;
    }
    const ChosenPhoto chosen{replica::blobId(base::view(photo->jpeg)), *photo};
    append(chosen);
    Q_EMIT added(chosen);
    Q_EMIT changed();
}

void PhotoPicker::append(const ChosenPhoto &photo)
{
    for (const ChosenPhoto &known : std::as_const(m_photos)) {
        if (known.blob == photo.blob)
            return;
    }
    m_photos.append(photo);
    rebuild();
}

void PhotoPicker::setPhotos(const QList<QByteArray> &jpegs)
{
    m_photos.clear();
    for (const QByteArray &jpeg : jpegs) {
        const QSize size = QImage::fromData(jpeg).size();
        if (!size.isEmpty())
            m_photos.append(
                {replica::blobId(base::view(jpeg)), {jpeg, size.width(), size.height()}});
    }
    rebuild();
}

void PhotoPicker::rebuild()
{
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < m_photos.size(); ++i) {
        auto *one = new QWidget;
        auto *column = new QVBoxLayout(one);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(Xs);
        auto *tile = new PhotoTile(tr("Photo %1").arg(i + 1));
        tile->setFocusPolicy(Qt::NoFocus);
        tile->setImage(QImage::fromData(m_photos[i].photo.jpeg));
        auto *remove = new widgets::Button(tr("Remove"), style::ButtonKind::Quiet);
        remove->setAccessibleName(tr("Remove photo %1").arg(i + 1));
        connect(remove, &widgets::Button::clicked, this, [this, blob = m_photos[i].blob] {
            m_photos.removeIf([&blob](const ChosenPhoto &photo) { return photo.blob == blob; });
            rebuild();
            m_add->setFocus(Qt::OtherFocusReason);
            Q_EMIT changed();
        });
        column->addWidget(tile, 0, Qt::AlignHCenter);
        column->addWidget(remove, 0, Qt::AlignHCenter);
        m_flow->addWidget(one);
        one->show();
    }
    m_tiles->setVisible(!m_photos.isEmpty());
    m_tiles->updateGeometry();
}

void PhotoPicker::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void PhotoPicker::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PhotoPicker::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const auto urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    add(paths);
    event->acceptProposedAction();
}

} // namespace spilno::pages
