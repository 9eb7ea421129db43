<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>records</name>
    <message>
        <source>Record type</source>
        <translation>Тип запису</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версія</translation>
    </message>
    <message>
        <source>From log index</source>
        <translation>Від номера в журналі</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Про що</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Назва файлу</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Тип файлу</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Розмір</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Висота</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Входить до</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Office phone</source>
        <translation>Телефон установи</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Години роботи</translation>
    </message>
    <message>
        <source>Name in Ukrainian</source>
        <translation>Назва українською</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Опис</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Установа</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Запитання</translation>
    </message>
    <message>
        <source>Working days to answer</source>
        <translation>Робочих днів на відповідь</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Оприлюднення</translation>
    </message>
    <message>
        <source>Delay in hours</source>
        <translation>Затримка, годин</translation>
    </message>
    <message>
        <source>Rounding in metres</source>
        <translation>Округлення, метрів</translation>
    </message>
    <message>
        <source>Dangerous</source>
        <translation>Небезпечно</translation>
    </message>
    <message>
        <source>Emergency phone</source>
        <translation>Телефон екстреної служби</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Група</translation>
    </message>
    <message>
        <source>Working days to confirm</source>
        <translation>Робочих днів на підтвердження</translation>
    </message>
    <message>
        <source>No longer offered</source>
        <translation>Більше не пропонується</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Адреси</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакти</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Звернення</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Від кого</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Електронна пошта</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Внутрішні нотатки</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запис</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Пристрої</translation>
    </message>
    <message>
        <source>Revoked devices</source>
        <translation>Відкликані пристрої</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Чинне до</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Кількість використань</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Чинне</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Відкликано</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Запрошення</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Чинна</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Припинено</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Вихід за власним бажанням</translation>
    </message>
    <message>
        <source>End the role</source>
        <translation>Припинити роль</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Покоління</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Ключі</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Пристрій</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Префікс</translation>
    </message>
    <message>
        <source>KATOTTG code</source>
        <translation>Код КАТОТТГ</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>Колишні назви</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>Name to show</source>
        <translation>Видиме ім’я</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Район</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Будинок</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Світлина</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зареєстровано</translation>
    </message>
    <message>
        <source>Needs information</source>
        <translation>Потрібні відомості</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Призначено</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>У роботі</translation>
    </message>
    <message>
        <source>Done, waiting for confirmation</source>
        <translation>Виконано, очікує підтвердження</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрито</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Відмовлено</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублікат</translation>
    </message>
    <message>
        <source>Passed to another body</source>
        <translation>Передано іншій установі</translation>
    </message>
    <message>
        <source>Closed without confirmation</source>
        <translation>Закрито без підтвердження</translation>
    </message>
    <message>
        <source>Ask for information</source>
        <translation>Запитати відомості</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Призначити</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>Почати роботу</translation>
    </message>
    <message>
        <source>Report as done</source>
        <translation>Повідомити про виконання</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Відмовити</translation>
    </message>
    <message>
        <source>Mark as duplicate</source>
        <translation>Позначити як дублікат</translation>
    </message>
    <message>
        <source>Pass to another body</source>
        <translation>Передати іншій установі</translation>
    </message>
    <message>
        <source>Return to the queue</source>
        <translation>Повернути до черги</translation>
    </message>
    <message>
        <source>Resume work</source>
        <translation>Продовжити роботу</translation>
    </message>
    <message>
        <source>Close without confirmation</source>
        <translation>Закрити без підтвердження</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Узяти знову до роботи</translation>
    </message>
    <message>
        <source>Close as imported</source>
        <translation>Закрити як імпортоване</translation>
    </message>
    <message>
        <source>Give the information</source>
        <translation>Надати відомості</translation>
    </message>
    <message>
        <source>Confirm that it is done</source>
        <translation>Підтвердити виконання</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Відкрити знову</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Що сталося</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Point on the map</source>
        <translation>Точка на карті</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Receipt key</source>
        <translation>Ключ квитанції</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Як надійшло</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Відкрито</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>Номер в іншій системі</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Виконавець</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>Дублікат звернення</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Answers to the questions</source>
        <translation>Відповіді на запитання</translation>
    </message>
    <message>
        <source>Place not pointed at</source>
        <translation>Місце не вказано на карті</translation>
    </message>
    <message>
        <source>Written down for somebody</source>
        <translation>Записано з чужих слів</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>Надано</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Сіль</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Ім’я для входу</translation>
    </message>
    <message>
        <source>About me</source>
        <translation>Про себе</translation>
    </message>
</context>
<context>
    <name>spilno::pages::ActionRegistry</name>
    <message>
        <source>Create</source>
        <translation>Створити</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>На цій сторінці</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Вікно</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Довідка</translation>
    </message>
</context>
<context>
    <name>spilno::shell::CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Знайти будь-що</translation>
    </message>
    <message>
        <source>People, projects, requests, actions…</source>
        <translation>Люди, проєкти, звернення, дії…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Знайдене</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>Нічого не знайдено. Спробуйте менше літер.</translation>
    </message>
    <message>
        <source>Arrows choose, Enter opens, Esc closes</source>
        <translation>Стрілки – вибрати, Enter – відкрити, Esc – закрити</translation>
    </message>
</context>
<context>
    <name>spilno::shell::LockScreen</name>
    <message>
        <source>This is not the passphrase. Check the keyboard layout and Caps Lock.</source>
        <translation>Це не та парольна фраза. Перевірте розкладку клавіатури й Caps Lock.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Перевіряємо…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Розблокувати</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заблоковано</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Парольна фраза</translation>
    </message>
    <message>
        <source>Your drafts are kept.</source>
        <translation>Ваші чернетки збережено.</translation>
    </message>
</context>
<context>
    <name>spilno::shell::MainWindow</name>
    <message>
        <source>Spilno</source>
        <translation>Спільно</translation>
    </message>
    <message>
        <source>%1 – Spilno</source>
        <translation>%1 – Спільно</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Створити</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Вперед</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Знайти будь-що</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Знайти на цій сторінці</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокувати</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Вийти</translation>
    </message>
</context>
<context>
    <name>spilno::shell::ProfileBlock</name>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation>Меню: %1</translation>
    </message>
</context>
<context>
    <name>spilno::shell::Rail</name>
    <message>
        <source>Spilno</source>
        <translation>Спільно</translation>
    </message>
    <message>
        <source>MINE</source>
        <translation>МОЄ</translation>
    </message>
    <message>
        <source>CITY</source>
        <translation>МІСТО</translation>
    </message>
    <message>
        <source>TOGETHER</source>
        <translation>РАЗОМ</translation>
    </message>
    <message>
        <source>WORKPLACE</source>
        <translation>РОБОЧЕ МІСЦЕ</translation>
    </message>
</context>
<context>
    <name>spilno::shell::SettingsPage</name>
    <message>
        <source>Language, look, keyboard and lock of this computer</source>
        <translation>Мова, вигляд, клавіатура й блокування на цьому комп’ютері</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вигляд</translation>
    </message>
    <message>
        <source>Every choice takes effect at once.</source>
        <translation>Кожен вибір діє одразу.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Як у системі</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Світла</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Темна</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Розмір тексту</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавіатура</translation>
    </message>
    <message>
        <source>A single letter acts while a list has the focus. It is the same key in every layout.</source>
        <translation>Одна літера діє, поки вибрано список. Це та сама клавіша в кожній розкладці.</translation>
    </message>
    <message>
        <source>Single-letter shortcuts</source>
        <translation>Дії однією літерою</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Блокування</translation>
    </message>
    <message>
        <source>Lock after minutes without input</source>
        <translation>Блокувати, якщо стільки хвилин ніхто не працює</translation>
    </message>
    <message>
        <source>0 never locks by itself. Ctrl+L locks at once.</source>
        <translation>0 – ніколи саме не блокується. Ctrl+L блокує одразу.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>ніколи</translation>
    </message>
</context>
<context>
    <name>spilno::shell::ShortcutsPage</name>
    <message>
        <source>All actions and their keys</source>
        <translation>Усі дії та їхні клавіші</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавіатура</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Знайти дію</translation>
    </message>
</context>
<context>
    <name>spilno::shell::TopBar</name>
    <message>
        <source>People, projects, requests, actions…</source>
        <translation>Люди, проєкти, звернення, дії…</translation>
    </message>
</context>
<context>
    <name>spilno::widgets::FormRow</name>
    <message>
        <source>%1 (if you wish)</source>
        <translation>%1 (за бажанням)</translation>
    </message>
</context>
<context>
    <name>spilno::widgets::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Прибрати</translation>
    </message>
</context>
<context>
    <name>spilno::widgets::StateStack</name>
    <message>
        <source>Loading…</source>
        <translation>Завантажуємо…</translation>
    </message>
    <message>
        <source>This could not be shown</source>
        <translation>Це не вдалося показати</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
</context>
<context>
    <name>spilno::widgets::SyncStatusItem</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n зміна чекає</numerusform>
            <numerusform>%n зміни чекають</numerusform>
            <numerusform>%n змін чекають</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Надсилаємо</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Усе надіслано</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>щойно</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>З’єднуємося</translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation>Без зв’язку з %1</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Зв’язку ще не було</translation>
    </message>
    <message>
        <source>The city refused some changes</source>
        <translation>Місто не прийняло деяких змін</translation>
    </message>
</context>
<context>
    <name>spilno::widgets::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Прибрати</translation>
    </message>
</context>
</TS>
