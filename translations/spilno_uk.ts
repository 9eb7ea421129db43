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
    <name>spilno::server::Sentences</name>
    <message>
        <source>copy the city into FILE, or with --every 1d --keep 14 --to DIR again and again</source>
        <translation>скопіювати місто у FILE або з --every 1d --keep 14 --to DIR робити це знову і знову</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Файл %1 не вдається записати.</translation>
    </message>
    <message>
        <source>The city is in %1 (%2 bytes). Keep it as safe as the server: it holds its keys.</source>
        <translation>Місто збережено в %1 (%2 байтів). Бережіть файл так само, як сервер: у ньому його ключі.</translation>
    </message>
    <message>
        <source>--keep and --to go with --every.</source>
        <translation>--keep і --to вживаються разом з --every.</translation>
    </message>
    <message>
        <source>--every needs a time such as 1d, 12h or 30m.</source>
        <translation>--every потребує часу, як-от 1d, 12h або 30m.</translation>
    </message>
    <message>
        <source>--every needs --to with a folder for the backups.</source>
        <translation>--every потребує --to з текою для резервних копій.</translation>
    </message>
    <message>
        <source>--keep needs a number from 1.</source>
        <translation>--keep потребує числа від 1.</translation>
    </message>
    <message>
        <source>«%1» does not know the option --%2.</source>
        <translation>«%1» не знає параметра --%2.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>Параметр --%1 потребує значення.</translation>
    </message>
    <message>
        <source>«%1» needs the option --%2.</source>
        <translation>«%1» потребує параметра --%2.</translation>
    </message>
    <message>
        <source>«%1» needs a %2.</source>
        <translation>«%1» потребує %2.</translation>
    </message>
    <message>
        <source>«%1» does not know what to do with «%2».</source>
        <translation>«%1» не знає, що робити з «%2».</translation>
    </message>
    <message>
        <source>found a city and print its address</source>
        <translation>заснувати місто і надрукувати його адресу</translation>
    </message>
    <message>
        <source>--listen needs HOST:PORT, such as 127.0.0.1:%1.</source>
        <translation>--listen потребує HOST:PORT, як-от 127.0.0.1:%1.</translation>
    </message>
    <message>
        <source>There is a city in %1 already.</source>
        <translation>У %1 уже є місто.</translation>
    </message>
    <message>
        <source>The plan %1 cannot be used: %2</source>
        <translation>План %1 непридатний: %2</translation>
    </message>
    <message>
        <source>Owner of the city</source>
        <translation>Засновник міста</translation>
    </message>
    <message>
        <source>Recovery code of the owner, to be written down and kept in a safe place; it is not shown again:
%1</source>
        <translation>Код відновлення власника: запишіть його і бережіть у надійному місці; більше він не показується:
%1</translation>
    </message>
    <message>
        <source>The file %1 with the passphrase cannot be read.</source>
        <translation>Файл %1 з парольною фразою не вдається прочитати.</translation>
    </message>
    <message>
        <source>The first line of %1 is empty: no passphrase.</source>
        <translation>Перший рядок %1 порожній: немає парольної фрази.</translation>
    </message>
    <message>
        <source>Passphrase of the owner: </source>
        <translation>Парольна фраза власника: </translation>
    </message>
    <message>
        <source>A passphrase is needed: set SPILNO_PASSPHRASE_FILE to a file with it, or start the program at a terminal.</source>
        <translation>Потрібна парольна фраза: вкажіть файл з нею у SPILNO_PASSPHRASE_FILE або запустіть програму в терміналі.</translation>
    </message>
    <message>
        <source>An empty passphrase protects nothing.</source>
        <translation>Порожня парольна фраза нічого не захищає.</translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>Те саме ще раз: </translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Дві парольні фрази не однакові.</translation>
    </message>
    <message>
        <source>make a data folder from a backup</source>
        <translation>створити теку даних з резервної копії</translation>
    </message>
    <message>
        <source>There is a city in %1 already; move the folder away before a backup is restored.</source>
        <translation>У %1 уже є місто; приберіть цю теку, перш ніж відновлювати резервну копію.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файлу %1 немає.</translation>
    </message>
    <message>
        <source>The file %1 is no backup of a city, or is damaged.</source>
        <translation>Файл %1 не є резервною копією міста або пошкоджений.</translation>
    </message>
    <message>
        <source>A newer version of the program made the backup %1; please update first.</source>
        <translation>Резервну копію %1 зробила новіша версія програми; спершу оновіть програму.</translation>
    </message>
    <message>
        <source>The city in %1 is as it was at %2.</source>
        <translation>Місто в %1 таке, яким було %2.</translation>
    </message>
    <message>
        <source>make a new TLS certificate; the address stays the same</source>
        <translation>створити новий сертифікат TLS; адреса не змінюється</translation>
    </message>
    <message>
        <source>A new certificate is made; it is used once the server is started again.</source>
        <translation>Новий сертифікат створено; він діятиме після перезапуску сервера.</translation>
    </message>
    <message>
        <source>A new certificate is made.</source>
        <translation>Новий сертифікат створено.</translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation>На диску не лишилося місця.</translation>
    </message>
    <message>
        <source>The passphrase does not fit.</source>
        <translation>Парольна фраза не підходить.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this; please update first.</source>
        <translation>Це записала новіша версія програми; спершу оновіть програму.</translation>
    </message>
    <message>
        <source>The machine is too busy for that now; please try again later.</source>
        <translation>Комп’ютер зараз надто зайнятий; спробуйте пізніше.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Зупинено.</translation>
    </message>
    <message>
        <source>The key and the database are of different cities.</source>
        <translation>Ключ і база даних належать різним містам.</translation>
    </message>
    <message>
        <source>Another program uses it at the moment.</source>
        <translation>Цим зараз користується інша програма.</translation>
    </message>
    <message>
        <source>A file or folder cannot be written to.</source>
        <translation>До файлу або теки не вдається записати.</translation>
    </message>
    <message>
        <source>Something that is needed is not there.</source>
        <translation>Бракує чогось потрібного.</translation>
    </message>
    <message>
        <source>A file is damaged.</source>
        <translation>Файл пошкоджено.</translation>
    </message>
    <message>
        <source>The system does not permit that.</source>
        <translation>Система цього не дозволяє.</translation>
    </message>
    <message>
        <source>What was given cannot be used.</source>
        <translation>Вказане непридатне.</translation>
    </message>
    <message>
        <source>A file cannot be read or written.</source>
        <translation>Файл не вдається прочитати або записати.</translation>
    </message>
    <message>
        <source>The network does not allow that.</source>
        <translation>Мережа цього не дозволяє.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Щось пішло не так.</translation>
    </message>
    <message>
        <source>There is no city in %1. Make one with «spilno-server init».</source>
        <translation>У %1 немає міста. Заснуйте його командою «spilno-server init».</translation>
    </message>
    <message>
        <source>Another program already uses the city in %1.</source>
        <translation>Містом у %1 уже користується інша програма.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>До теки %1 не вдається записати.</translation>
    </message>
    <message>
        <source>The city in %1 is damaged (%2). A backup can be restored with «spilno-server restore».</source>
        <translation>Місто в %1 пошкоджено (%2). Резервну копію можна відновити командою «spilno-server restore».</translation>
    </message>
    <message>
        <source>The server&apos;s key in %1 does not open with this passphrase; SPILNO_SERVER_PASSPHRASE_FILE names the file with the right one.</source>
        <translation>Ключ сервера в %1 не відкривається цією парольною фразою; файл з правильною вказують у SPILNO_SERVER_PASSPHRASE_FILE.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote the city in %1; please update first.</source>
        <translation>Місто в %1 записала новіша версія програми; спершу оновіть програму.</translation>
    </message>
    <message>
        <source>Another program has the profile in %1 open; please close it first.</source>
        <translation>Профіль у %1 відкрито в іншій програмі; спершу закрийте її.</translation>
    </message>
    <message>
        <source>The profile in %1 does not open with this passphrase.</source>
        <translation>Профіль у %1 не відкривається цією парольною фразою.</translation>
    </message>
    <message>
        <source>The profile in %1 is damaged (%2).</source>
        <translation>Профіль у %1 пошкоджено (%2).</translation>
    </message>
    <message>
        <source>run the server of a city until it is told to stop</source>
        <translation>запустити сервер міста, доки його не зупинять</translation>
    </message>
    <message>
        <source>A server that relays for an office (--hub) comes with a later version.</source>
        <translation>Сервер, що передає зміни для офісу (--hub), з’явиться в наступній версії.</translation>
    </message>
    <message>
        <source>This machine has no address called %1.</source>
        <translation>Цей комп’ютер не має адреси %1.</translation>
    </message>
    <message>
        <source>Another program already listens at %1.</source>
        <translation>За адресою %1 уже працює інша програма.</translation>
    </message>
    <message>
        <source>It is not possible to listen at %1.</source>
        <translation>За адресою %1 не вдається приймати з’єднання.</translation>
    </message>
    <message>
        <source>spilno-server: the server of a city.</source>
        <translation>spilno-server: сервер міста.</translation>
    </message>
    <message>
        <source>Every command takes --json for answers that programs read, and --lang uk or --lang en.</source>
        <translation>Кожна команда приймає --json для відповідей, які читають програми, а також --lang uk або --lang en.</translation>
    </message>
    <message>
        <source>Which command? «spilno-server --help» lists them.</source>
        <translation>Яку команду виконати? Їх перелічує «spilno-server --help».</translation>
    </message>
    <message>
        <source>There is no command «%1»; «spilno-server --help» lists them.</source>
        <translation>Команди «%1» немає; усі перелічує «spilno-server --help».</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Адреса: %1</translation>
    </message>
    <message>
        <source>Changes in the log: %1</source>
        <translation>Змін у журналі: %1</translation>
    </message>
    <message>
        <source>The server is running; connections: %1</source>
        <translation>Сервер працює; з’єднань: %1</translation>
    </message>
    <message>
        <source>The server is not running.</source>
        <translation>Сервер не працює.</translation>
    </message>
    <message>
        <source>It takes no changes: clients hold newer ones than this copy. Restore a newer backup.</source>
        <translation>Зміни не приймаються: у клієнтів новіші, ніж у цій копії. Відновіть новішу резервну копію.</translation>
    </message>
    <message>
        <source>It takes no changes: this machine&apos;s clock is behind the log.</source>
        <translation>Зміни не приймаються: годинник цього комп’ютера відстає від журналу.</translation>
    </message>
    <message>
        <source>Little space is left on the disk: %1 %. Below 2 % no photos are taken.</source>
        <translation>На диску мало місця: %1 %. Нижче 2 % фотографії не приймаються.</translation>
    </message>
    <message>
        <source>Space left on the disk: %1 %</source>
        <translation>Вільно на диску: %1 %</translation>
    </message>
    <message>
        <source>show how the city and its server are</source>
        <translation>показати стан міста і його сервера</translation>
    </message>
    <message>
        <source>recompute every hash, signature and table, and say what is wrong where</source>
        <translation>перерахувати всі геші, підписи й таблиці та сказати, що й де не так</translation>
    </message>
    <message>
        <source>All is right: %1 changes in %2 scopes, %3 photos.</source>
        <translation>Усе гаразд. Змін: %1, областей: %2, фотографій: %3.</translation>
    </message>
    <message>
        <source>Something is wrong, as said above; a backup can be restored with «spilno-server restore».</source>
        <translation>Знайдено помилки, названі вище; резервну копію можна відновити командою «spilno-server restore».</translation>
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
