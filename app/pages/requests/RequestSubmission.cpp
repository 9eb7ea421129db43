// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestSubmission.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestPlace.h"
#include "app/pages/requests/RequestWords.h"
#include "app/records/FieldEditor.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "core/records/request/RequestRule.h"
#include "core/wire/ChangeHeader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace spilno::pages {

using namespace Qt::StringLiterals;
using records::FieldEditor;
using replica::Draft;
using wire::Value;

namespace {

void addText(Draft &draft, const QString &field, const QString &typed)
{
    const QString text = FieldEditor::storedText(typed);
    if (!text.isEmpty())
        draft.fields.append({field, Value(text)});
}

/// The key of a code and the photos on disk: what takes long before the replica is asked.
base::Result<crypto::SigningKey> prepare(
    const profile::ReceiptCode &code,
    const base::CityId &city,
    const QList<ChosenPhoto> &photos,
    const replica::BlobFolder &blobs)
{
    for (const ChosenPhoto &photo : photos)
        SPILNO_TRY(blobs.store(photo.photo.jpeg));
    return code.claimKey(city);
}

} // namespace

RequestSubmission::RequestSubmission(
    const RequestDraft &draft,
    QList<ChosenPhoto> photos,
    session::SessionContext &context,
    const CityBook &book)
    : m_draft(draft)
    , m_photos(std::move(photos))
    , m_context(context)
    , m_salt(context.random().id<base::Salt>())
    , m_request(wire::entityId(context.person(), draft.scope, m_salt))
{
    const base::EntityId home = book.bodyOf(draft.scope);
    m_body = home;
    int workingDays = 0;
    if (const CategoryEntry *category = book.category(draft.category)) {
        m_categoryName = category->name;
        m_sealed = category->sealed;
        m_roundMetres = category->roundMetres;
        workingDays = category->workingDays;
        if (!category->body.isNull())
            m_body = category->body;
    }
    m_staff = context.isRegistrar() || (!m_body.isNull() && context.isStaffOf(m_body)) ||
              (!home.isNull() && context.isStaffOf(home));
    m_sealedScope = book.sealedScopeOf(m_body);
    m_dueMs = book.deadlineMs(context.clock().wallMs(), workingDays);
    if (m_sealed)
        m_photos.clear();
}

Draft RequestSubmission::publicDraft(const base::PublicKey &claimKey) const
{
    Draft draft;
    draft.type = u"request"_s;
    draft.scope = m_draft.scope;
    draft.salt = m_salt;
    if (m_sealed) {
        addText(draft, u"title"_s, m_categoryName);
    } else {
        addText(draft, u"title"_s, m_draft.title);
        addText(draft, u"text"_s, m_draft.text);
        if (m_roundMetres == 0)
            addText(draft, u"address"_s, m_draft.address);
        if (m_draft.point)
            draft.fields.append(
                {u"point"_s, RequestPlace::publicOf(*m_draft.point, m_roundMetres)});
        if (!m_draft.answers.empty())
            draft.fields.append({u"answers"_s, records::request::answersValue(m_draft.answers)});
    }
    if (!m_draft.category.isNull())
        draft.fields.append({u"category"_s, Value(m_draft.category.toByteArray())});
    if (!m_body.isNull())
        draft.fields.append({u"body"_s, Value(m_body.toByteArray())});
    using records::request::Source;
    const qint64 source = m_staff ? m_draft.source : static_cast<qint64>(Source::App);
    draft.fields.append({u"source"_s, Value(source)});
    if (m_staff && m_draft.onBehalf)
        draft.fields.append({u"on_behalf"_s, Value(true)});
    draft.fields.append({u"claim_key"_s, Value(claimKey.toByteArray())});
    draft.fields.append({u"opened"_s, Value(m_context.clock().wallMs())});
    if (m_staff && m_dueMs)
        draft.fields.append({u"target"_s, Value(*m_dueMs)});
    return draft;
}

std::optional<Draft> RequestSubmission::companionDraft() const
{
    Draft draft;
    draft.type = u"companion"_s;
    draft.scope = m_sealedScope;
    addText(draft, u"reporter_name"_s, m_draft.reporter);
    addText(draft, u"phone"_s, m_draft.phone);
    addText(draft, u"email"_s, m_draft.email);
    addText(draft, u"address"_s, m_draft.home);
    QStringList notes;
    // Without a sealed place the exact point is kept nowhere; an address would not be sent at all.
    const QString point = m_draft.point && !m_sealedScope.isNull()
                              ? RequestPlace::coordinates(*m_draft.point)
                              : QString();
    if (m_sealed)
        notes = {m_draft.title, m_draft.text, m_draft.address, point};
    else if (m_roundMetres > 0)
        notes = {m_draft.address, point};
    const QString note = FieldEditor::storedText(RequestWords::joined(notes, u"\n"_s));
    if (!note.isEmpty())
        draft.additions.append({u"notes"_s, Value(note)});
    if (draft.fields.isEmpty() && draft.additions.isEmpty())
        return std::nullopt;
    draft.fields.prepend({u"for_request"_s, Value(m_request.toByteArray())});
    return draft;
}

Draft RequestSubmission::photoDraft(const ChosenPhoto &photo, int place) const
{
    Draft draft;
    draft.type = u"attachment"_s;
    draft.scope = m_draft.scope;
    // Never the name of the file: it may say who took it and when.
    draft.fields = {
        {u"about"_s, Value(m_request.toByteArray())},
        {u"blob"_s, Value(photo.blob.toByteArray())},
        {u"name"_s, Value(QStringLiteral("%1.jpg").arg(place))},
        {u"mime"_s, Value(u"image/jpeg"_s)},
        {u"size"_s, Value(qint64{photo.photo.jpeg.size()})},
        {u"width"_s, Value(qint64{photo.photo.width})},
        {u"height"_s, Value(qint64{photo.photo.height})}};
    return draft;
}

std::vector<Draft> RequestSubmission::drafts(const base::PublicKey &claimKey) const
{
    std::vector<Draft> all{publicDraft(claimKey)};
    for (int i = 0; i < m_photos.size(); ++i)
        all.push_back(photoDraft(m_photos[i], i + 1));
    if (auto companion = companionDraft())
        all.push_back(std::move(*companion));
    return all;
}

QFuture<base::Result<RequestReceipt>> RequestSubmission::send(replica::BlobFolder blobs)
{
    auto promise = std::make_shared<QPromise<base::Result<RequestReceipt>>>();
    QFuture<base::Result<RequestReceipt>> future = promise->future();
    promise->start();
    const Finish finish = [promise](base::Result<RequestReceipt> receipt) {
        promise->addResult(std::move(receipt));
        promise->finish();
    };
    const bool needsSeal = companionDraft().has_value();
    if (needsSeal && m_sealedScope.isNull()) {
        finish(
            base::failure(base::ErrorCode::NotPermitted, u"no sealed place for what is private"_s));
        return future;
    }
    const profile::ReceiptCode code = profile::ReceiptCode::generate(m_context.random());
    RequestReceipt receipt;
    receipt.request = m_request;
    receipt.title = m_sealed ? m_categoryName : FieldEditor::storedText(m_draft.title);
    receipt.city = m_context.cityName();
    receipt.writtenMs = m_context.clock().wallMs();
    const auto words = code.words();
    if (!words) {
        finish(base::failure(words.error()));
        return future;
    }
    receipt.words = *words;
    const auto write = [submission = *this, receipt, finish,
                        context = QPointer<session::SessionContext>(&m_context)](
                           const base::Result<crypto::SigningKey> &key) {
        if (!key || !context) {
            finish(base::failure(key ? base::Error{base::ErrorCode::Cancelled, {}} : key.error()));
            return;
        }
        submission.write(key->publicKey(), receipt, finish);
    };
    QThreadPool::globalInstance()->start([code, city = m_context.city(), photos = m_photos, blobs,
                                          write] {
        auto key =
            std::make_shared<base::Result<crypto::SigningKey>>(prepare(code, city, photos, blobs));
        QMetaObject::invokeMethod(
            qApp, [key, write] { write(*key); }, Qt::QueuedConnection);
    });
    return future;
}

void RequestSubmission::write(
    const base::PublicKey &claimKey, const RequestReceipt &receipt, const Finish &finish) const
{
    session::SessionContext &context = m_context;
    const auto takeNumber = [receipt,
                             finish](const base::Result<std::optional<replica::Record>> &record) {
        RequestReceipt complete = receipt;
        if (record && *record)
            complete.number = RequestWords::number(**record);
        finish(complete);
    };
    session::whenDone(
        &context, context.replica().submit(drafts(claimKey)),
        [&context, receipt, finish, takeNumber](const base::Result<replica::Submitted> &submitted) {
            if (!submitted) {
                finish(base::failure(submitted.error()));
                return;
            }
            session::whenDone(
                &context, context.replica().record(u"request"_s, receipt.request), takeNumber);
        });
}

} // namespace spilno::pages
