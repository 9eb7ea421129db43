# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The languages of the program. The source language is English; every .ts of translations/ is
# compiled into the program under :/i18n. `ninja update_translations` brings the .ts files up to
# date with the sources; the test translationsAreCurrent fails when somebody forgot to.

set(SPILNO_LUPDATE_FOLDERS core syncserver app)

# spilno_add_translations(target): links the compiled translations into a program or library.
function(spilno_add_translations target)
    if(NOT TARGET spilno_translations)
        spilno_compile_translations()
    endif()
    target_link_libraries(${target} PUBLIC spilno_translations)
endfunction()

# Makes the library spilno_translations, empty when there is nothing to translate with.
function(spilno_compile_translations)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/*.ts")
    if(NOT Qt6LinguistTools_FOUND OR NOT sources)
        message(STATUS "Spilno: no lrelease or no .ts file, the program speaks English only")
        add_library(spilno_translations INTERFACE)
        return()
    endif()
    set(output "${CMAKE_CURRENT_BINARY_DIR}/i18n")
    set(anchor "${CMAKE_CURRENT_BINARY_DIR}/translations.cpp")
    file(CONFIGURE OUTPUT "${anchor}" CONTENT "// Carries the resources of :/i18n.\n")
    add_library(spilno_translations STATIC "${anchor}")
    target_link_libraries(spilno_translations PUBLIC Qt6::Core)
    set_source_files_properties(${sources} PROPERTIES OUTPUT_LOCATION "${output}")
    qt_add_lrelease(spilno_translations TS_FILES ${sources} QM_FILES_OUTPUT_VARIABLE compiled
        OPTIONS -silent)
    qt_add_resources(spilno_translations "translations"
        PREFIX "/i18n" BASE "${output}" FILES ${compiled})

    # English is the source language: its file holds the plural forms only.
    set(english "${CMAKE_SOURCE_DIR}/translations/spilno_en.ts")
    list(REMOVE_ITEM sources "${english}")
    add_custom_target(update_translations
        COMMAND Qt6::lupdate -silent -locations none -no-obsolete -source-language en
            -I "${CMAKE_SOURCE_DIR}" ${SPILNO_LUPDATE_FOLDERS} -ts ${sources}
        COMMAND Qt6::lupdate -silent -pluralonly -locations none -no-obsolete -source-language en
            -I "${CMAKE_SOURCE_DIR}" ${SPILNO_LUPDATE_FOLDERS} -ts "${english}"
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
        COMMENT "Bringing the translations up to date with the sources" VERBATIM)
endfunction()

# Adds the test that the .ts files match the sources and leave nothing untranslated.
function(spilno_add_translations_test)
    if(NOT Qt6LinguistTools_FOUND)
        return()
    endif()
    add_test(NAME translationsAreCurrent
        COMMAND ${CMAKE_COMMAND}
            -DLUPDATE=$<TARGET_FILE:Qt6::lupdate>
            -DROOT=${CMAKE_SOURCE_DIR}
            -DWORK=${CMAKE_CURRENT_BINARY_DIR}/translationsAreCurrent
            "-DFOLDERS=${SPILNO_LUPDATE_FOLDERS}"
            -P ${CMAKE_SOURCE_DIR}/cmake/CheckTranslations.cmake)
    set_tests_properties(translationsAreCurrent PROPERTIES LABELS tidy TIMEOUT 120)
endfunction()
