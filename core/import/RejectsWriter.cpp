// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/RejectsWriter.h"

#include "core/import/CsvReader.h"

namespace spilno::import {

namespace {

tl::unexpected<base::Error> failureOf(const QFile &file)
{
    const auto code =
        file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError
            ? base::ErrorCode::ReadOnly
        : file.error() == QFileDevice::ResourceError ? base::ErrorCode::DiskFull
                                                     : base::ErrorCode::Io;
    return base::failure(code, file.errorString());
}

} // namespace

RejectsWriter::RejectsWriter(const QString &importedFile, const QStringList &header, Start start)
    : m_file(importedFile + QStringLiteral(".rejects.csv"))
    , m_header(header)
{
    if (start == Start::Anew)
        m_file.remove();
}

base::Result<> RejectsWriter::writeLine(const QStringList &fields)
{
    const QByteArray line = csvLine(fields).toUtf8() + "\r\n";
    if (m_file.write(line) != line.size())
        return failureOf(m_file);
    return {};
}

base::Result<> RejectsWriter::write(const ImportReject &reject)
{
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::Append))
            return failureOf(m_file);
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (m_file.size() == 0) {
            const QStringList own = {
                QStringLiteral("row"), QStringLiteral("line"), QStringLiteral("reason"),
                QStringLiteral("field")};
            SPILNO_TRY(writeLine(own + m_header));
        }
    }
    const QStringList own = {
        QString::number(reject.number), QString::number(reject.line),
        rejectReasonName(reject.reason), reject.field};
    return writeLine(own + reject.fields);
}

base::Result<> RejectsWriter::close()
{
    if (!m_file.isOpen())
        return {};
    const bool flushed = m_file.flush();
    m_file.close();
    if (!flushed)
        return failureOf(m_file);
    return {};
}

} // namespace spilno::import
