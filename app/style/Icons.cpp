// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/Icons.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are not linked in unless they are named.
static void initialiseIconResources()
{
    static const bool once = [] {
        Q_INIT_RESOURCE(icons);
        return true;
    }();
    Q_UNUSED(once)
}

namespace spilno::style::Icons {
namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/") + name + QStringLiteral(".svg");
}

QPixmap render(const QString &name, const QSize &size, qreal ratio, const QColor &colour)
{
    const QString key = QStringLiteral("spilno/%1/%2x%3@%4/%5")
                            .arg(name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio)
                            .arg(colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    initialiseIconResources();
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "Icons", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setOpacity(colour.alphaF());
    QSvgRenderer(svg).render(&painter);
    painter.end();
    pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Paints a stroke icon in the colour the application palette has for the asked mode.
class StrokeIconEngine : public QIconEngine
{
public:
    explicit StrokeIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        Icons::paint(*painter, m_name, rect, colourFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_name, size, 1.0, colourFor(mode));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        return render(m_name, size / ratio, ratio, colourFor(mode));
    }

    QIconEngine *clone() const override { return new StrokeIconEngine(m_name); }
    QString key() const override { return QStringLiteral("spilno-stroke"); }
    QString iconName() override { return QStringLiteral("spilno/") + m_name; }
    bool isNull() override { return false; }

private:
    static QColor colourFor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        return palette.color(
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::WindowText);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    initialiseIconResources();
    Q_ASSERT_X(QFile::exists(pathOf(name)), "Icons", qPrintable(name));
    return QIcon(new StrokeIconEngine(name));
}

QString nameOf(const QIcon &icon)
{
    const QString name = icon.name();
    return name.startsWith(QStringLiteral("spilno/")) ? name.mid(7) : QString();
}

void paint(QPainter &painter, const QString &name, const QRectF &rect, const QColor &colour)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QSize size = rect.size().toSize();
    if (!size.isEmpty())
        painter.drawPixmap(rect.topLeft(), render(name, size, ratio, colour));
}

void paint(QPainter &painter, const QIcon &icon, const QRectF &rect, const QColor &colour)
{
    const QString name = nameOf(icon);
    if (name.isEmpty())
        icon.paint(&painter, rect.toRect());
    else
        paint(painter, name, rect, colour);
}

QStringList names()
{
    initialiseIconResources();
    QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    for (QString &name : names)
        name.chop(4);
    return names;
}

} // namespace spilno::style::Icons
