# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Functions that give every target of the project the same language rules.

# Flags, definitions and sanitizers common to all targets.
function(spilno_common target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
        QT_NO_URL_CAST_FROM_STRING QT_USE_QSTRINGBUILDER QT_NO_KEYWORDS QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
        QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        target_compile_options(${target} PRIVATE -Wno-gnu-zero-variadic-macro-arguments)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # gcc 12 warns of members that std::variant never constructed, once it inlines (bug 105562).
        target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
    endif()
    if(SPILNO_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(SPILNO_SANITIZE)
        list(JOIN SPILNO_SANITIZE "," sanitizers)
        target_compile_options(${target} PRIVATE
            -fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
        target_link_options(${target} PRIVATE -fsanitize=${sanitizers})
    endif()
endfunction()

# spilno_add_library(name FOLDER dir): a static library of every source below FOLDER.
function(spilno_add_library name)
    cmake_parse_arguments(arg "" "FOLDER" "LINK;EXCLUDE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        "${arg_FOLDER}/*.cpp" "${arg_FOLDER}/*.h" "${arg_FOLDER}/*.qrc")
    foreach(pattern ${arg_EXCLUDE})
        list(FILTER sources EXCLUDE REGEX "${pattern}")
    endforeach()
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES AUTORCC ON)
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${arg_LINK})
    spilno_common(${name})
endfunction()

# spilno_add_program(name SOURCES ... LINK ...)
function(spilno_add_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK})
    spilno_common(${name})
endfunction()

# spilno_add_test(path/to/ThingTest.cpp LABEL core LINK spilno_core)
function(spilno_add_test source)
    cmake_parse_arguments(arg "" "LABEL" "LINK" ${ARGN})
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF) # one source as it is
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_compile_definitions(${name} PRIVATE
        SPILNO_SOURCE_DIR="${CMAKE_SOURCE_DIR}" QT_FORCE_ASSERTS)
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test)
    if(SPILNO_SANITIZE MATCHES "thread")
        target_sources(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/tsan/HandOver.cpp")
        set_source_files_properties("${CMAKE_SOURCE_DIR}/tests/tsan/HandOver.cpp"
            PROPERTIES COMPILE_OPTIONS -fno-sanitize=thread SKIP_PRECOMPILE_HEADERS ON)
    endif()
    spilno_common(${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 900
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
