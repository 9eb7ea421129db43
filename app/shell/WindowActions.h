// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spilno::pages {
class ActionRegistry;
}

namespace spilno::shell {

class MainWindow;

/// Registers what the window itself can do: window.create, .palette, .find, .lock, .quit and
/// go.back, go.forward. Called once by MainWindow.
void addWindowActions(MainWindow &window, pages::ActionRegistry &actions);

} // namespace spilno::shell
