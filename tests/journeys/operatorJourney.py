# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Operator: a city's server with a live backup on a stick; its disk dies, the backup is restored
and the clerk's window goes on by itself, with what was written meanwhile. A backup that is older
than what people have is recognised: the server sequences nothing, the window says so in words, and
everything stays on the clerk's computer. The server's own check finds nothing wrong."""
import os
import shutil
import signal
import time

from clerkFirstMorningJourney import found_city, join, numbers_granted, take_call
from desk import free_port, journey, open_page, wait_for


def numbers_in(desk, profile):
    desk.run("spilnoctl", "--profile", profile, "sync", "--once")
    listed = desk.run_json("spilnoctl", "--profile", profile, "list", "request", "--json")
    return {item["number"] for item in listed["items"]}


def is_signed(desk, data):
    status = desk.run_json("spilno-server", "status", "--data", data, "--json")
    return status["checkpoint"] >= status["changes"]


def disk_dies(desk, window, server, data):
    desk.stop(server, signal.SIGKILL)
    shutil.rmtree(data)
    window.wait("button", "Без зв’язку")


def send_now(window):
    window.press("Вихідні", role="page tab", exact=False)
    window.press("Надіслати зараз")


def main(desk):
    port = free_port()
    server, data, owner, invitations = found_city(desk, port)
    window = desk.start_window("--profile", desk.path("clerk"))
    join(desk, window, invitations[0]["link"])
    numbers_granted(desk, owner, window)
    first = take_call(window, "Яма на перехресті")
    window.wait("button", "Усе надіслано")

    stick = desk.path("stick.backup")
    desk.run("spilno-server", "backup", "--data", data, stick)
    assert os.path.getsize(stick) > 0
    disk_dies(desk, window, server, data)
    second = take_call(window, "Не вивезено сміття")
    desk.run("spilno-server", "restore", "--data", data, stick)
    server = desk.serve(data, port)
    send_now(window)
    window.wait("button", "Усе надіслано", seconds=40)
    wanted = {first, second}
    wait_for(lambda: numbers_in(desk, owner) == wanted, 20, f"{wanted} at the owner's computer")
    print("backed up while serving; the disk died; restored, the city has all of it")
    checked = desk.run_json("spilno-server", "verify", "--data", data, "--json")
    assert checked["ok"], checked
    print("the server's own check finds nothing wrong")

    # What the server has put its name to is what people can hold against an older copy of it.
    wait_for(lambda: is_signed(desk, data), 60, "a checkpoint over all changes")
    time.sleep(3)  # the clerk's computer hears of it a moment later
    disk_dies(desk, window, server, data)
    desk.run("spilno-server", "restore", "--data", data, stick)
    desk.serve(data, port)
    send_now(window)
    open_page(window, "Синхронізація")
    window.wait("label", "Сервер відновлено зі старішої копії", seconds=40)
    status = desk.run_json("spilno-server", "status", "--data", data, "--json")
    assert status["recovering"], status
    window.press("Звернення", role="page tab", exact=False)
    for number in wanted:
        window.wait("table cell", number)
    print("an older backup is recognised, said in words, and nothing is lost at the clerk's")


if __name__ == "__main__":
    journey(main)
