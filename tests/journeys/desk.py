# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk for a journey: a display of its own, a session bus with accessibility, and the real
programs on it, read and pressed the way a screen reader does. Everything it starts it stops by
process id; everything it writes lies in one temporary folder."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings

SKIPPED = 77  # what ctest takes for "not run here"
warnings.simplefilter("ignore", DeprecationWarning)
PASSPHRASE = "чорна кішка на даху"


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)


class Failed(AssertionError):
    pass


class Desk:
    """Use it as a context manager; `bin_folder` holds spilno, spilno-server and spilnoctl."""

    def __init__(self, bin_folder, language="uk"):
        self.bin = os.path.abspath(bin_folder)
        self.folder = tempfile.mkdtemp(prefix="spilno-journey-")
        self.language = language
        self._running = []
        self._atspi = None

    def __enter__(self):
        try:
            self._start_display()
            self._start_accessibility()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None and os.environ.get("SPILNO_JOURNEY_KEEP"):
            self.picture("failed")
        for process in reversed(self._running):
            self.stop(process)
        if os.environ.get("SPILNO_JOURNEY_KEEP"):
            print(f"kept: {self.folder}")
        else:
            shutil.rmtree(self.folder, ignore_errors=True)
        return False

    # -- what the desk stands on ------------------------------------------------------------------
    def _start_display(self):
        for tool in ("Xvfb", "dbus-daemon", "openbox", "xdotool"):
            if shutil.which(tool) is None:
                skip(f"{tool} is not installed")
        home = self.path("home")
        runtime = self.path("run")
        for folder in (home, runtime):
            os.makedirs(folder, mode=0o700)
        os.environ.update(
            HOME=home,
            XDG_RUNTIME_DIR=runtime,
            XDG_CONFIG_HOME=os.path.join(home, ".config"),
            XDG_DATA_HOME=os.path.join(home, ".local", "share"),
            XDG_CACHE_HOME=os.path.join(home, ".cache"),
            LANG="uk_UA.UTF-8" if self.language == "uk" else "en_GB.UTF-8",
            LC_ALL="uk_UA.UTF-8" if self.language == "uk" else "en_GB.UTF-8",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            QT_QPA_PLATFORM="xcb",
            NO_AT_BRIDGE="1",
        )
        for name in ("WAYLAND_DISPLAY", "QT_ACCESSIBILITY", "LANGUAGE"):
            os.environ.pop(name, None)
        reader, writer = os.pipe()
        self._spawn(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24",
             "-nolisten", "tcp"], pass_fds=[writer])
        os.close(writer)
        number = _first_line(reader, 15)
        if not number:
            skip("Xvfb does not start here")
        os.environ["DISPLAY"] = ":" + number
        self._spawn(["openbox", "--sm-disable"])

    def _start_accessibility(self):
        reader, writer = os.pipe()
        self._spawn(
            ["dbus-daemon", "--session", "--nofork", f"--print-address={writer}"],
            pass_fds=[writer])
        os.close(writer)
        address = _first_line(reader, 10)
        if not address:
            skip("no session bus starts here")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        launcher = "/usr/libexec/at-spi-bus-launcher"
        if not os.path.exists(launcher):
            skip("at-spi2-core is not installed")
        self._spawn([launcher, "--launch-immediately"])
        try:
            import gi

            gi.require_version("Atspi", "2.0")
            from gi.repository import Atspi, GLib
        except (ImportError, ValueError) as missing:
            skip(f"python3-pyatspi is not installed ({missing})")
        self._atspi = Atspi
        self._glib = GLib

        def desktop():
            try:
                return Atspi.get_desktop(0)
            except GLib.Error:
                return None

        if Atspi.init() not in (0, 1) or not wait_for(desktop, 15, "the accessibility bus"):
            skip("AT-SPI can not run here")

    def _spawn(self, command, **options):
        log = open(self.path(os.path.basename(command[0]) + ".log"), "ab")
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=options.pop("stdout", log), stderr=log,
            **options)
        log.close()
        self._running.append(process)
        return process

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def picture(self, name):
        """For the eye: a picture of the whole display, where ImageMagick is."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", self.path(name + ".png")], check=False)

    # -- programs ---------------------------------------------------------------------------------
    def program(self, name):
        return os.path.join(self.bin, name)

    def passphrase_file(self):
        path = self.path("passphrase")
        if not os.path.exists(path):
            with open(path, "w", encoding="utf-8") as file:
                file.write(PASSPHRASE + "\n")
            os.chmod(path, 0o600)
        return path

    def run(self, name, *arguments, ok=True, text=None, timeout=60):
        """Runs a command-line program to its end; its standard output."""
        environment = dict(os.environ, SPILNO_PASSPHRASE_FILE=self.passphrase_file())
        done = subprocess.run(
            [self.program(name), *arguments], input=text, capture_output=True, text=True,
            env=environment, timeout=timeout)
        if ok and done.returncode != 0:
            raise Failed(f"{name} {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def run_json(self, name, *arguments, **options):
        return json.loads(self.run(name, *arguments, **options).strip().splitlines()[-1])

    def serve(self, data, port):
        """Starts the server of a city and waits until it answers."""
        server = self._spawn(
            [self.program("spilno-server"), "serve", "--data", data, "--listen",
             f"127.0.0.1:{port}"])

        def answers():
            with socket.socket() as probe:
                probe.settimeout(1)
                return probe.connect_ex(("127.0.0.1", port)) == 0

        wait_for(answers, 20, "the server")
        return server

    def start_window(self, *arguments):
        """Starts the desktop program; its Window."""
        environment = dict(os.environ, SPILNO_PASSPHRASE_FILE="/nonexistent")
        process = self._spawn([self.program("spilno"), *arguments], env=environment)
        return Window(self, process)

    def stop(self, process, how=signal.SIGTERM):
        if process.poll() is None:
            process.send_signal(how)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if process in self._running:
            self._running.remove(process)

    @property
    def atspi(self):
        return self._atspi

    @property
    def error(self):
        return self._glib.Error


class Window:
    """The desktop program as somebody sees it who can not see the screen."""

    # A list's rows are read by the page, not one by one through the whole city.
    ROWS_MOST = 60

    def __init__(self, desk, process):
        self.desk = desk
        self.process = process
        self.application = wait_for(self._find_application, 30, "the window")

    def _find_application(self):
        if self.process.poll() is not None:
            raise Failed(f"spilno ended with {self.process.returncode}")
        desktop = self.desk.atspi.get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_process_id() == self.process.pid and child.get_child_count():
                    return child
            except self.desk.error:
                pass
        return None

    def _walk(self, node, depth=0):
        atspi = self.desk.atspi
        try:
            states = node.get_state_set()
            if depth > 1 and not states.contains(atspi.StateType.VISIBLE):
                return
            yield node
            count = min(node.get_child_count(), self.ROWS_MOST)
            for index in range(count):
                child = node.get_child_at_index(index)
                if child is not None:
                    yield from self._walk(child, depth + 1)
        except self.desk.error:
            return

    def all(self, role=None):
        """Every showing thing of a role, such as "push button"."""
        atspi = self.desk.atspi
        for node in self._walk(self.application):
            try:
                if role is not None and node.get_role_name() not in _roles(role):
                    continue
                states = node.get_state_set()
                if states.contains(atspi.StateType.SHOWING):
                    yield node
            except self.desk.error:
                continue

    def find(self, role, name, exact=False):
        for node in self.all(role):
            said = node.get_name() or ""
            if said == name or (not exact and name in said):
                return node
        return None

    def wait(self, role, name, seconds=20, exact=False):
        def look():
            if self.process.poll() is not None:
                raise Failed(f"spilno ended with {self.process.returncode}")
            return self.find(role, name, exact)

        try:
            return wait_for(look, seconds, f"{role} «{name}»")
        except Failed as late:
            raise Failed(f"{late}\n{self.text()}") from None

    def wait_gone(self, role, name, seconds=20):
        wait_for(lambda: self.find(role, name) is None, seconds, f"the end of {role} «{name}»")

    def press(self, name, role="button", seconds=20, exact=True):
        node = self.wait(role, name, seconds, exact)
        wait_for(
            lambda: node.get_state_set().contains(self.desk.atspi.StateType.ENABLED), seconds,
            f"«{name}» to be enabled")
        action = node.get_action_iface()
        for index in range(action.get_n_actions()):
            if action.get_action_name(index) in ("Press", "Toggle", "ShowMenu", "SetFocus"):
                action.do_action(index)
                return node
        raise Failed(f"«{name}» can not be pressed")

    def type(self, name, text, role="text", seconds=20):
        """Replaces what stands in the field of this name."""
        node = self.wait(role, name, seconds)
        if not node.get_editable_text_iface().set_text_contents(text):
            raise Failed(f"«{name}» does not take text")
        return node

    def content(self, node):
        text = node.get_text_iface()
        return text.get_text(0, text.get_character_count())

    def labelled(self, label, seconds=20):
        """The control that a label stands for, such as a combo box, whose name is its value."""
        node = self.wait("label", label, seconds)
        for relation in node.get_relation_set():
            if relation.get_relation_type() == self.desk.atspi.RelationType.LABEL_FOR:
                return relation.get_target(0)
        raise Failed(f"«{label}» is the label of nothing")

    def choose(self, label, item, seconds=20):
        """Chooses an item of the combo box with this label."""
        box = self.labelled(label, seconds)
        items = [node.get_name() for node in self._walk(box)
                 if node.get_role_name() in ("list item", "menu item")]
        if item not in items:
            raise Failed(f"«{label}» has no «{item}»: {items}")
        self.focus(box)
        self.keys("Home", *["Down"] * items.index(item))
        wait_for(lambda: box.get_name() == item, seconds, f"«{item}» in «{label}»")

    def focus(self, node):
        """Puts the keyboard there."""
        node.get_component_iface().grab_focus()
        focused = self.desk.atspi.StateType.FOCUSED
        wait_for(lambda: node.get_state_set().contains(focused), 10, f"focus on {node.get_name()}")

    def keys(self, *names):
        """Presses keys one after another on the real keyboard, such as "ctrl+l" or "Down"."""
        subprocess.run(["xdotool", "key", "--delay", "20", *names], check=True)

    def text(self):
        """Everything the window says, for a failure's message."""
        said = []
        for node in self.all():
            name = node.get_name()
            if name:
                said.append(f"{node.get_role_name()}: {name}")
        return "\n".join(said)

    def close(self):
        self.desk.stop(self.process)

    def kill(self):
        """The power goes."""
        self.desk.stop(self.process, signal.SIGKILL)


def _roles(role):
    return {
        "button": ("push button", "button", "toggle button"),
        "text": ("text", "password text", "entry"),
    }.get(role, (role,))


def _first_line(reader, seconds):
    import select

    with os.fdopen(reader) as stream:
        ready, _, _ = select.select([stream], [], [], seconds)
        return stream.readline().strip() if ready else ""


def wait_for(question, seconds, what):
    """Asks until the answer is true; that answer."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failed(f"{what} did not come within {seconds} s")
        time.sleep(0.1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def open_page(window, name):
    """A page that has no entry in the rail, by the palette, as anybody would."""
    window.keys("ctrl+k")
    window.type("Знайти", name)
    window.keys("Return")
    window.wait("label", name, exact=True)


def journey(main):
    """Runs a journey: prints how long it took, leaves with what ctest understands."""
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True, help="folder of spilno and its tools")
    parser.add_argument("--lang", default="uk")
    options = parser.parse_args()
    began = time.monotonic()
    with Desk(options.bin, options.lang) as desk:
        main(desk)
    print(f"done in {time.monotonic() - began:.0f} s")
