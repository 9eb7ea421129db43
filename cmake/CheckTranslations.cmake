# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DLUPDATE=... -DROOT=... -DWORK=... -DFOLDERS=core;app -P CheckTranslations.cmake
# Runs lupdate on a copy of every .ts and fails when the copy changes (strings were added, changed
# or removed) or when a string is unfinished.
file(GLOB sources "${ROOT}/translations/*.ts")
if(NOT sources)
    message(FATAL_ERROR "There is no translation in ${ROOT}/translations")
endif()
set(failed FALSE)
foreach(source ${sources})
    get_filename_component(name "${source}" NAME)
    set(copy "${WORK}/${name}")
    file(MAKE_DIRECTORY "${WORK}")
    configure_file("${source}" "${copy}" COPYONLY)
    # English is the source language: its file holds the plural forms only.
    set(only "")
    if(name MATCHES "_en\\.ts$")
        set(only -pluralonly)
    endif()
    execute_process(
        COMMAND "${LUPDATE}" ${only} -locations none -no-obsolete -source-language en -I "${ROOT}"
            ${FOLDERS} -ts "${copy}"
        WORKING_DIRECTORY "${ROOT}" RESULT_VARIABLE result OUTPUT_VARIABLE output
        ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "lupdate failed:\n${output}")
    endif()
    file(READ "${source}" before)
    file(READ "${copy}" after)
    if(NOT before STREQUAL after)
        set(failed TRUE)
        message("${name} is behind the sources. Run: cmake --build --preset dev -t "
            "update_translations, then translate.\n${output}")
    endif()
    # A list splits at semicolons and brackets, which strings contain.
    string(REGEX REPLACE "[][;]" "," after "${after}")
    string(REGEX MATCHALL "<source>[^<]*</source>([^<]|<comment>|</comment>|<extracomment>|</extracomment>)*<translation type=\"unfinished\"" unfinished "${after}")
    foreach(match ${unfinished})
        set(failed TRUE)
        string(REGEX REPLACE "<source>([^<]*)</source>.*" "\\1" text "${match}")
        message("${name}: not translated: ${text}")
    endforeach()
endforeach()
if(failed)
    message(FATAL_ERROR "The translations are not current.")
endif()
