# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Operator on the office PC itself: hosts a city from the first window and invites a colleague
from the page of people, who joins by the link; a second city is hosted beside the first; what was
written meanwhile goes to the colleague's computer in a file, without a network. (The city is not
opened to the local network here: a test serves nobody but this machine.)"""
import os
import re

from clerkFirstMorningJourney import take_call
from desk import PASSPHRASE, journey, open_page, wait_for


def found(window, city, first):
    window.press("Розмістити місто на цьому комп’ютері")
    window.type("Назва міста", city)
    if first:
        window.type("Ваше ім’я, як його бачать інші", "Марія Петренко")
        window.type("Пароль", PASSPHRASE)
        window.type("Пароль ще раз", PASSPHRASE)
    window.press("Заснувати місто")
    if first:
        window.press("Код надруковано або записано", role="check box", seconds=40)
        window.press("Далі")
    window.wait("button", "Марія Петренко", seconds=40)


def unlock(window):
    window.wait("label", "Заблоковано")
    window.type("Пароль", PASSPHRASE)
    window.press("Розблокувати")
    window.wait_gone("label", "Заблоковано")


def invite(desk, window):
    """An invitation for a clerk by the dialog; its link."""
    window.press("Люди", role="page tab")
    window.press("Запросити")
    window.press("Створити запрошення")
    link = window.wait("text", "Посилання")
    address = wait_for(
        lambda: re.search(r"spilno://\S+", window.content(link)), 20, "the link").group()
    window.press("Закрити")
    return address


def main(desk):
    office = desk.path("office")
    window = desk.start_window("--profile", office)
    found(window, "Місто на горі", first=True)
    window.wait("button", "Усе надіслано")
    link = invite(desk, window)
    print("a city is hosted here, and an invitation made")

    colleague = desk.start_window("--profile", desk.path("colleague"), link)
    colleague.wait("text", "Посилання або текст QR-коду")
    colleague.type("Ваше ім’я, як його бачать інші", "Петро Гай")
    colleague.type("Пароль", PASSPHRASE)
    colleague.type("Пароль ще раз", PASSPHRASE)
    colleague.press("Приєднатися")
    colleague.press("Код надруковано або записано", role="check box")
    colleague.press("Далі")
    colleague.wait("button", "Петро Гай")
    wait_for(lambda: window.find("list item", "Петро Гай"), 20, "the colleague in the list")
    print("the colleague opened the link and joined")

    colleague.close()
    number = take_call(window, "Хитається перило на мосту")
    bundle = desk.path("city.spilno")
    open_page(window, "Синхронізація")
    window.press("Зберегти зміни у файл…")
    window.type("Ім'я файлу", bundle, seconds=10)
    window.press("Зберегти")
    window.wait("label", "У файлі city.spilno")
    assert os.path.getsize(bundle) > 0

    open_page(window, "Міста")
    window.press("Додати місто")
    found(window, "Друге місто", first=False)
    open_page(window, "Міста")
    for city in ("Місто на горі", "Друге місто"):
        window.wait("button", city)
    window.close()
    print("a second city is hosted beside the first")

    colleague = desk.start_window("--profile", desk.path("colleague"), bundle)
    unlock(colleague)
    colleague.wait("label", "З цього файлу")
    colleague.press("Звернення", role="page tab")
    colleague.wait("table cell", number)
    print("the file brought the request to a computer without a network")


if __name__ == "__main__":
    journey(main)
