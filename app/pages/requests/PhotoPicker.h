// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/PhotoCleaner.h"
#include "core/replica/BlobFolder.h"

#include <QList>
#include <QWidget>

namespace spilno::widgets {
class Button;
class FlowLayout;
class Label;
} // namespace spilno::widgets

namespace spilno::pages {

/// A photo chosen for a request, cleaned already.
struct ChosenPhoto
{
    base::BlobId blob;
    CleanPhoto photo;
};

/// Chooses photos of a form: from files or by dropping them. They are cleaned off the GUI thread
/// and shown as they will be public. Keeps nothing on disk itself.
class PhotoPicker : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kPhotosMax = 6;

    explicit PhotoPicker(QWidget *parent = nullptr);

    const QList<ChosenPhoto> &photos() const { return m_photos; }
    /// Cleans and adds the pictures in these files.
    void add(const QStringList &paths);
    /// Photos that were cleaned before, as from a draft; bytes that are no picture are left out.
    void setPhotos(const QList<QByteArray> &jpegs);
    bool isBusy() const { return m_cleaning > 0; }
    void retranslate();

Q_SIGNALS:
    void added(const spilno::pages::ChosenPhoto &photo);
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    void take(const QString &name, const base::Result<CleanPhoto> &photo);
    void append(const ChosenPhoto &photo);
    void rebuild();
    void showProblem(const QString &sentence);

    QList<ChosenPhoto> m_photos;
    int m_cleaning = 0;
    QWidget *m_tiles;
    widgets::FlowLayout *m_flow;
    widgets::Button *m_add;
    widgets::Label *m_hint;
    widgets::Label *m_problem;
};

} // namespace spilno::pages
