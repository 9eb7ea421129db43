// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/request/RequestMachine.h"

#include <initializer_list>

namespace spilno::records::request {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t number(State state)
{
    return static_cast<std::uint32_t>(state);
}

enum class Note { Free, Needed };

/// One step from several states to one.
struct Move
{
    std::initializer_list<State> from;
    QString name;
    State to;
    Right right;
    Note note;
    const char *label;
};

void addMove(StateMachine &machine, const Move &move)
{
    for (const State from : move.from)
        machine.steps.push_back(
            {move.name, number(from), number(move.to), move.right, move.note == Note::Needed,
             move.label});
}

void addStates(StateMachine &machine)
{
    const auto add = [&machine](State state, const QString &name, bool open, const char *label) {
        machine.states.push_back({number(state), name, label, open});
    };
    add(State::Registered, u"registered"_s, true, QT_TRANSLATE_NOOP("records", "Registered"));
    add(State::NeedsInformation, u"needs_information"_s, true,
        QT_TRANSLATE_NOOP("records", "Needs information"));
    add(State::Assigned, u"assigned"_s, true, QT_TRANSLATE_NOOP("records", "Assigned"));
    add(State::InProgress, u"in_progress"_s, true, QT_TRANSLATE_NOOP("records", "In progress"));
    add(State::DoneWaiting, u"done_waiting"_s, true,
        QT_TRANSLATE_NOOP("records", "Done, waiting for confirmation"));
    add(State::Closed, u"closed"_s, false, QT_TRANSLATE_NOOP("records", "Closed"));
    add(State::Refused, u"refused"_s, false, QT_TRANSLATE_NOOP("records", "Refused"));
    add(State::Duplicate, u"duplicate"_s, false, QT_TRANSLATE_NOOP("records", "Duplicate"));
    add(State::PassedOn, u"passed_on"_s, false,
        QT_TRANSLATE_NOOP("records", "Passed to another body"));
    add(State::ClosedUnconfirmed, u"closed_unconfirmed"_s, false,
        QT_TRANSLATE_NOOP("records", "Closed without confirmation"));
}

void addWorkingSteps(StateMachine &machine)
{
    using enum State;
    addMove(
        machine, {{Registered, Assigned, InProgress},
                  u"ask"_s,
                  NeedsInformation,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Ask for information")});
    addMove(
        machine, {{Registered, NeedsInformation, InProgress},
                  u"assign"_s,
                  Assigned,
                  Right::Staff,
                  Note::Free,
                  QT_TRANSLATE_NOOP("records", "Assign")});
    addMove(
        machine, {{Registered, NeedsInformation, Assigned},
                  u"start"_s,
                  InProgress,
                  Right::Staff,
                  Note::Free,
                  QT_TRANSLATE_NOOP("records", "Start work")});
    addMove(
        machine, {{Registered, NeedsInformation, Assigned, InProgress},
                  u"finish"_s,
                  DoneWaiting,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Report as done")});
}

void addEndingSteps(StateMachine &machine)
{
    using enum State;
    addMove(
        machine, {{Registered, NeedsInformation, Assigned, InProgress},
                  u"refuse"_s,
                  Refused,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Refuse")});
    addMove(
        machine, {{Registered, NeedsInformation, Assigned, InProgress},
                  u"duplicate"_s,
                  Duplicate,
                  Right::Staff,
                  Note::Free,
                  QT_TRANSLATE_NOOP("records", "Mark as duplicate")});
    addMove(
        machine, {{Registered, NeedsInformation, Assigned, InProgress},
                  u"pass_on"_s,
                  PassedOn,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Pass to another body")});
    addMove(
        machine, {{Assigned},
                  u"return"_s,
                  Registered,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Return to the queue")});
    addMove(
        machine, {{DoneWaiting},
                  u"resume"_s,
                  InProgress,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Resume work")});
    addMove(
        machine, {{DoneWaiting},
                  u"close_unconfirmed"_s,
                  ClosedUnconfirmed,
                  Right::Staff,
                  Note::Free,
                  QT_TRANSLATE_NOOP("records", "Close without confirmation")});
    addMove(
        machine, {{Refused, Duplicate, PassedOn},
                  u"restore"_s,
                  Registered,
                  Right::Staff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Take up again")});
    addMove(
        machine, {{Registered},
                  u"close"_s,
                  Closed,
                  Right::StaffOrRegistrar,
                  Note::Free,
                  QT_TRANSLATE_NOOP("records", "Close as imported")});
}

void addReporterSteps(StateMachine &machine)
{
    using enum State;
    addMove(
        machine, {{NeedsInformation},
                  u"reply"_s,
                  Registered,
                  Right::AuthorClaimOrStaff,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Give the information")});
    addMove(
        machine, {{DoneWaiting, ClosedUnconfirmed},
                  u"confirm"_s,
                  Closed,
                  Right::AuthorOrClaim,
                  Note::Free,
                  QT_TRANSLATE_NOOP("records", "Confirm that it is done")});
    addMove(
        machine, {{DoneWaiting, Closed, ClosedUnconfirmed},
                  u"reopen"_s,
                  Registered,
                  Right::AuthorOrClaim,
                  Note::Needed,
                  QT_TRANSLATE_NOOP("records", "Reopen")});
}

} // namespace

StateMachine requestMachine()
{
    StateMachine machine;
    machine.initial = number(State::Registered);
    addStates(machine);
    addWorkingSteps(machine);
    addEndingSteps(machine);
    addReporterSteps(machine);
    return machine;
}

} // namespace spilno::records::request
