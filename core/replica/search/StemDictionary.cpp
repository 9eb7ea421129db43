// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/StemDictionary.h"

#include "core/base/text/Normalise.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <mutex>

#ifdef SPILNO_HUNSPELL
#include <hunspell/hunspell.hxx>
#endif
#ifdef SPILNO_STEMMER
#include <libstemmer.h>
#endif

namespace spilno::replica {

namespace {

constexpr std::size_t kStemsMax = 4;
constexpr std::size_t kWordBytesMax = 80;

enum class Alphabet { Latin, Cyrillic, Other };

/// The alphabet of a whole word in UTF-8; Other for mixed words and words with digits.
Alphabet alphabetOf(std::string_view word)
{
    bool latin = false;
    bool cyrillic = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const auto byte = static_cast<unsigned char>(word[at]);
        if (byte >= 'a' && byte <= 'z') {
            latin = true;
        } else if (byte >= 0xD0 && byte <= 0xD2) {
            cyrillic = true;
            ++at; // the second byte of the letter
        } else if (byte != '\'') {
            return Alphabet::Other;
        }
    }
    if (latin == cyrillic)
        return Alphabet::Other;
    return latin ? Alphabet::Latin : Alphabet::Cyrillic;
}

} // namespace

struct StemDictionary::Engines
{
    std::mutex mutex;
#ifdef SPILNO_HUNSPELL
    std::unique_ptr<Hunspell> ukrainian;
#endif
#ifdef SPILNO_STEMMER
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> english{
        sb_stemmer_new("english", "UTF_8"), &sb_stemmer_delete};
#endif
};

StemDictionary::StemDictionary()
    : m_engines(std::make_unique<Engines>())
{
}

StemDictionary::~StemDictionary() = default;

std::shared_ptr<StemDictionary> StemDictionary::load(const QStringList &folders)
{
    std::shared_ptr<StemDictionary> dictionary(new StemDictionary);
    dictionary->m_status.searched = folders;
#ifdef SPILNO_STEMMER
    dictionary->m_status.english = dictionary->m_engines->english != nullptr;
#endif
#ifdef SPILNO_HUNSPELL
    for (const QString &folder : folders) {
        const QString affixes = folder + QStringLiteral("/uk_UA.aff");
        const QString words = folder + QStringLiteral("/uk_UA.dic");
        if (!QFileInfo(affixes).isReadable() || !QFileInfo(words).isReadable())
            continue;
        dictionary->m_engines->ukrainian = std::make_unique<Hunspell>(
            QFile::encodeName(affixes).constData(), QFile::encodeName(words).constData());
        // A damaged file loads as an empty dictionary; a word everybody knows tells.
        dictionary->m_status.ukrainian =
            dictionary->m_engines->ukrainian->spell(std::string("місто"));
        if (dictionary->m_status.ukrainian) {
            dictionary->m_status.ukrainianFile = words;
            break;
        }
        dictionary->m_engines->ukrainian.reset();
    }
#endif
    return dictionary;
}

std::shared_ptr<StemDictionary> StemDictionary::none()
{
    return std::shared_ptr<StemDictionary>(new StemDictionary);
}

QStringList StemDictionary::defaultFolders()
{
    QStringList folders = QStandardPaths::locateAll(
        QStandardPaths::GenericDataLocation, QStringLiteral("hunspell"),
        QStandardPaths::LocateDirectory);
    folders.append(QStringLiteral("/usr/share/hunspell"));
    folders.removeDuplicates();
    return folders;
}

std::vector<std::string> StemDictionary::stems(std::string_view foldedWord)
{
    std::vector<std::string> found;
    if (foldedWord.empty() || foldedWord.size() > kWordBytesMax)
        return found;
    const Alphabet alphabet = alphabetOf(foldedWord);
    const std::lock_guard lock(m_engines->mutex);
#ifdef SPILNO_HUNSPELL
    if (m_status.ukrainian && alphabet == Alphabet::Cyrillic) {
        // «києва» is known only as a name. Hunspell reads a capitalised word as a name and as a
        // common word, so that one look-up serves both, whatever was typed.
        QString capital =
            QString::fromUtf8(foldedWord.data(), static_cast<qsizetype>(foldedWord.size()));
        capital[0] = capital[0].toUpper();
        for (const std::string &stem : m_engines->ukrainian->stem(capital.toStdString())) {
            std::string folded = base::searchText(QString::fromStdString(stem)).toStdString();
            if (std::find(found.begin(), found.end(), folded) == found.end())
                found.push_back(std::move(folded));
        }
    }
#endif
#ifdef SPILNO_STEMMER
    if (m_status.english && alphabet == Alphabet::Latin) {
        auto *stemmer = m_engines->english.get();
        const auto *bytes = reinterpret_cast<const sb_symbol *>(foldedWord.data());
        const sb_symbol *stem =
            sb_stemmer_stem(stemmer, bytes, static_cast<int>(foldedWord.size()));
        if (stem != nullptr) {
            const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer));
            found.emplace_back(reinterpret_cast<const char *>(stem), length);
        }
    }
#endif
    std::erase(found, std::string());
    if (found.size() > kStemsMax)
        found.resize(kStemsMax);
    return found;
}

QByteArray StemDictionary::signature() const
{
    const QByteArray words = QByteArray::number(QFileInfo(m_status.ukrainianFile).size());
    return QByteArrayLiteral("uk:") + (m_status.ukrainian ? words : QByteArrayLiteral("0")) +
           QByteArrayLiteral(" en:") + (m_status.english ? "1" : "0");
}

} // namespace spilno::replica
