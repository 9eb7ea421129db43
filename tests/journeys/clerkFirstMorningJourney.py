# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clerk, first morning: the invitation link, passphrase, recovery code, the own queue; calls taken
without a link, each with its number; lock, lunch, a power cut in the middle of a word; the link is
back: all sent, one conflict explained and settled."""
import json
import re
import sys
import time

from desk import PASSPHRASE, Desk, Failed, free_port, journey, wait_for

CALLS = 5  # of the twenty: the minute of a test is short
CALL_SECONDS = 45
OURS, THEIRS = "вул. Саксаганського, 41, вхід з двору", "вул. Саксаганського, 43"
NUMBER = re.compile(r"[А-ЯҐЄІЇA-Z]{1,3}\d*-\d{4}")


def found_city(desk, port):
    """The operator's part: a city with its server, and invitations by its owner: one for the
    clerk of this journey, one for a colleague who works elsewhere."""
    data, owner = desk.path("server"), desk.path("owner")
    desk.run("spilno-server", "init", "--data", data, "--name", "Місто", "--owner", owner,
             "--owner-name", "Марія Петренко", "--listen", f"127.0.0.1:{port}", "--lang", "uk")
    server = desk.serve(data, port)
    body = desk.run_json("spilnoctl", "--profile", owner, "list", "body", "--json")["items"][0]
    invitations = [
        desk.run_json(
            "spilnoctl", "--profile", owner, "create", "invitation", "--json", "-",
            text=json.dumps({"role": "clerk", "body": body["id"], "uses": 1}))
        for _ in range(2)]
    desk.run("spilnoctl", "--profile", owner, "sync", "--once")
    return server, data, owner, invitations


def colleague_joins(desk, owner, invitation):
    profile = desk.path("colleague")
    desk.run("spilnoctl", "--profile", profile, "init", "--server", invitation["link"],
             "--invite", invitation["code"], "--name", "Петро Гай")
    desk.run("spilnoctl", "--profile", profile, "sync", "--once")
    for _ in range(2):
        desk.run("spilnoctl", "--profile", owner, "sync", "--once")
    desk.run("spilnoctl", "--profile", profile, "sync", "--once")
    return profile


def join(desk, window, link):
    window.press("Маю запрошення")
    window.type("Посилання або текст QR-коду", link)
    window.type("Ваше ім’я, як його бачать інші", "Оксана Коваль")
    window.type("Пароль", PASSPHRASE)
    window.type("Пароль ще раз", PASSPHRASE)
    window.press("Приєднатися")
    code = window.wait("label", "Код відновлення").get_name()
    assert len(re.findall(r"\b[0-9a-f]{4}\b", code)) == 16, code
    window.press("Код надруковано або записано", role="check box")
    window.press("Далі")
    window.wait("button", "Оксана Коваль, Оператор · Міська рада")
    window.wait("button", "Усе надіслано")


def take_call(window, title):
    """One call by the form; the number that is spoken to the caller."""
    began = time.monotonic()
    window.press("Створити", exact=False)
    window.wait("label", "Кількома словами")
    window.choose("Категорія", "Вулиці · Дороги і тротуари")
    window.type("Кількома словами", title)
    window.type("Вулиця й будинок або орієнтир", "вул. Саксаганського, 41")
    window.press("Надіслати звернення")
    window.wait("label", "Квитанція")
    number = wait_for(
        lambda: next((n.get_name() for n in window.all("label") if NUMBER.search(n.get_name())),
                     None), 5, f"the number of «{title}»")
    seconds = time.monotonic() - began
    if seconds > CALL_SECONDS:
        raise Failed(f"a call took {seconds:.0f} s")
    return NUMBER.search(number).group()


def numbers_granted(desk, owner, window):
    """An administrator's computer gives new staff their numbers once it hears of them."""
    for _ in range(2):
        desk.run("spilnoctl", "--profile", owner, "sync", "--once")
    wait_for(
        lambda: desk.run_json("spilnoctl", "--profile", owner, "list", "numbering", "--json")
        ["items"], 10, "a grant of numbers")
    window.wait("button", "Усе надіслано")


def lock_and_unlock(window):
    window.keys("ctrl+l")
    window.wait("label", "Заблоковано")
    window.type("Пароль", "не той пароль")
    window.press("Розблокувати")
    window.wait("label", "Це не той пароль")
    window.type("Пароль", PASSPHRASE)
    window.press("Розблокувати")
    window.wait_gone("label", "Заблоковано")


def power_cut(desk, window):
    """In the middle of a word: what was typed is offered again."""
    window.press("Створити", exact=False)
    window.wait("label", "Кількома словами")
    window.type("Кількома словами", "Прорвало водогін, заливає пі")
    time.sleep(3)  # a draft is written within two seconds
    window.kill()
    again = desk.start_window("--profile", desk.path("clerk"))
    again.wait("label", "Заблоковано")
    again.type("Пароль", PASSPHRASE)
    again.press("Розблокувати")
    again.wait("button", "Оксана Коваль")
    again.press("Створити", exact=False)
    again.wait("label", "Ваше незакінчене звернення збережено")
    kept = again.content(again.wait("text", "Кількома словами"))
    assert kept == "Прорвало водогін, заливає пі", kept
    return again


def edit_address(window, address):
    window.press("Виправити")
    window.type("Адреса", address)
    window.press("Зберегти")
    window.wait_gone("dialog", "Виправити звернення")


def conflict_explained(window):
    """Both versions stand side by side, and one click decides."""
    window.press("Розбіжності", role="page tab", exact=False)
    window.press("Лишити це")
    window.wait("label", "Розбіжностей немає")


def main(desk):
    port = free_port()
    server, data, owner, invitations = found_city(desk, port)
    colleague = colleague_joins(desk, owner, invitations[1])
    window = desk.start_window("--profile", desk.path("clerk"))
    join(desk, window, invitations[0]["link"])
    numbers_granted(desk, owner, window)
    print("joined, the own queue is there")

    first = take_call(window, "Немає світла на сходах")
    window.press("Показати звернення")
    window.wait("button", "Усе надіслано")
    desk.run("spilnoctl", "--profile", colleague, "sync", "--once")
    record = desk.run_json("spilnoctl", "--profile", colleague, "list", "request", "--json")
    record = record["items"][0]
    assert record["number"] == first, record
    desk.stop(server)
    window.wait("button", "Без зв’язку")
    desk.run("spilnoctl", "--profile", colleague, "edit", "request", record["id"], "--json", "-",
             text=json.dumps({"address": THEIRS}))
    edit_address(window, OURS)

    numbers = [take_call(window, f"Відкритий люк номер {at + 1}") for at in range(CALLS)]
    assert len(set(numbers)) == CALLS, numbers
    window.wait("button", f"{CALLS + 1} змін чекають")
    print(f"without a link: {', '.join(numbers)}")

    lock_and_unlock(window)
    print("locked, refused a wrong passphrase, unlocked")
    window = power_cut(desk, window)
    print("the power was cut in the middle of a word, and the words are there")

    desk.serve(data, port)
    desk.run("spilnoctl", "--profile", colleague, "sync", "--once")
    window.press("Вихідні", role="page tab", exact=False)
    window.press("Надіслати зараз")
    window.wait("button", "Усе надіслано")
    desk.run("spilnoctl", "--profile", owner, "sync", "--once")
    sent = desk.run_json("spilnoctl", "--profile", owner, "list", "request", "--json")["items"]
    assert {item["number"] for item in sent} == {first, *numbers}, sent
    print("the link is back, all is sent")
    conflict_explained(window)
    print("the conflict is explained and settled")


if __name__ == "__main__":
    journey(main)
