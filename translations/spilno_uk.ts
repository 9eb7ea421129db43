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
    <name>spilno::cli</name>
    <message>
        <source>Usage: spilnoctl --profile DIR [--city NAME] [--lang uk|en] COMMAND</source>
        <translation>Вживання: spilnoctl --profile ТЕКА [--city НАЗВА] [--lang uk|en] КОМАНДА</translation>
    </message>
    <message>
        <source>There is no command %1; spilnoctl --help shows them all.</source>
        <translation>Команди %1 немає; усі показує spilnoctl --help.</translation>
    </message>
    <message>
        <source>Which profile? Give its folder: --profile DIR</source>
        <translation>Який профіль? Вкажіть його теку: --profile ТЕКА</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ActCommand</name>
    <message>
        <source>take a step with a record, or settle its conflicts</source>
        <translation>зробити крок із записом або залагодити його розбіжності</translation>
    </message>
    <message>
        <source>There is no such conflict to settle.</source>
        <translation>Такої розбіжності, яку треба залагодити, немає.</translation>
    </message>
    <message>
        <source>%1 is not possible now; possible are: %2.</source>
        <translation>%1 зараз неможливо; можливо: %2.</translation>
    </message>
    <message>
        <source>This step needs a sentence: --json with &quot;note&quot;, &quot;answer&quot; or &quot;reason&quot;.</source>
        <translation>До цього кроку треба кілька слів: --json із &quot;note&quot;, &quot;answer&quot; або &quot;reason&quot;.</translation>
    </message>
    <message>
        <source>Settled; it goes to the city with the next sync.</source>
        <translation>Залагоджено; до міста піде з наступним обміном (sync).</translation>
    </message>
    <message>
        <source>Now: %1; it goes to the city with the next sync.</source>
        <translation>Тепер: %1; до міста піде з наступним обміном (sync).</translation>
    </message>
</context>
<context>
    <name>spilno::cli::BundleExportCommand</name>
    <message>
        <source>write all changes into a file, to carry them where no network is</source>
        <translation>записати всі зміни у файл, щоб перенести їх без мережі</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>Файл %1 не вдається записати.</translation>
    </message>
    <message>
        <source>The file %1 could not be saved.</source>
        <translation>Файл %1 не вдалося зберегти.</translation>
    </message>
    <message>
        <source>%1 changes and %2 on their way to the city, %3 bytes</source>
        <translation>Змін: %1, у дорозі до міста: %2, байтів: %3</translation>
    </message>
</context>
<context>
    <name>spilno::cli::BundleImportCommand</name>
    <message>
        <source>take in a file of changes</source>
        <translation>узяти зміни з файлу</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Файл %1 не вдається прочитати.</translation>
    </message>
    <message>
        <source>%1 is not a bundle, or it was cut: %2.</source>
        <translation>%1 — не пакунок змін або його обрізано: %2.</translation>
    </message>
    <message>
        <source>%1 is a bundle of another city.</source>
        <translation>%1 — пакунок змін іншого міста.</translation>
    </message>
    <message>
        <source>%1 changes are new here, %2 were known, %3 go to the city with the next sync.</source>
        <translation>Нових змін: %1, уже відомих: %2, піде до міста з наступним обміном: %3.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::CommandLine</name>
    <message>
        <source>%1 does not know the option --%2.</source>
        <translation>%1 не знає параметра --%2.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>Параметр --%1 потребує значення.</translation>
    </message>
    <message>
        <source>Usage: spilnoctl --profile DIR %1 %2</source>
        <translation>Вживання: spilnoctl --profile ТЕКА %1 %2</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ConflictsCommand</name>
    <message>
        <source>what somebody has to decide</source>
        <translation>що хтось має вирішити</translation>
    </message>
    <message>
        <source>No conflicts.</source>
        <translation>Розбіжностей немає.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::CreateCommand</name>
    <message>
        <source>create a record</source>
        <translation>створити запис</translation>
    </message>
    <message>
        <source>There is no role %1.</source>
        <translation>Ролі %1 немає.</translation>
    </message>
    <message>
        <source>The role %1 is of the whole city: leave &quot;body&quot; out.</source>
        <translation>Роль %1 стосується всього міста: не вказуйте &quot;body&quot;.</translation>
    </message>
    <message>
        <source>The role %1 is of a body: say which with &quot;body&quot;.</source>
        <translation>Роль %1 стосується установи: вкажіть її в &quot;body&quot;.</translation>
    </message>
    <message>
        <source>An invitation is for one person at least.</source>
        <translation>Запрошення — щонайменше для однієї людини.</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Link: %1</source>
        <translation>Посилання: %1</translation>
    </message>
    <message>
        <source>It is valid once this profile has synchronised.</source>
        <translation>Воно чинне, щойно цей профіль обміняється з містом (sync).</translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>Номер: %1</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>Квитанція: %1</translation>
    </message>
</context>
<context>
    <name>spilno::cli::DigestCommand</name>
    <message>
        <source>fingerprints of what this replica holds</source>
        <translation>відбитки того, що є в цій копії</translation>
    </message>
</context>
<context>
    <name>spilno::cli::DraftReader</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Файл %1 не вдається прочитати.</translation>
    </message>
    <message>
        <source>That is too much JSON.</source>
        <translation>Забагато JSON.</translation>
    </message>
    <message>
        <source>That is not a JSON object (%1, byte %2).</source>
        <translation>Це не об’єкт JSON (%1, байт %2).</translation>
    </message>
    <message>
        <source>%1 has no field %2 to write.</source>
        <translation>%1 не має поля %2, яке можна записати.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::EditCommand</name>
    <message>
        <source>change fields of a record</source>
        <translation>змінити поля запису</translation>
    </message>
    <message>
        <source>What is to change? Give a JSON object with --json FILE, or - for the input.</source>
        <translation>Що змінити? Дайте об’єкт JSON: --json ФАЙЛ, або - для вводу.</translation>
    </message>
    <message>
        <source>Written; it goes to the city with the next sync.</source>
        <translation>Записано; до міста піде з наступним обміном (sync).</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ImportCommand</name>
    <message>
        <source>import requests from a CSV file</source>
        <translation>завантажити звернення з файлу CSV</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файлу %1 немає.</translation>
    </message>
    <message>
        <source>%1 is not a file of requests: %2.</source>
        <translation>%1 — не файл звернень: %2.</translation>
    </message>
    <message>
        <source>The mapping cannot be used: %1.</source>
        <translation>Опис стовпців непридатний: %1.</translation>
    </message>
    <message>
        <source>The department %1 or its categories are not in the city yet; a registrar has to make them.</source>
        <translation>Установи %1 або її категорій ще немає в місті; їх має створити реєстратор.</translation>
    </message>
    <message>
        <source>Stopped. What is imported stays; go on with --resume.</source>
        <translation>Зупинено. Завантажене лишається; продовжити можна з --resume.</translation>
    </message>
    <message>
        <source>Entering departments into the city: %1</source>
        <translation>Заносимо до міста установи: %1</translation>
    </message>
    <message>
        <source>The city did not accept the new departments.</source>
        <translation>Місто не прийняло нових установ.</translation>
    </message>
    <message>
        <source>Which columns mean what? Give a mapping: --map %1</source>
        <translation>Що означають стовпці? Вкажіть опис: --map %1</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>Прочитано рядків: %1</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 imported, %4 rejected</source>
        <translation>Рядків %1 із %2, завантажено %3, відхилено %4</translation>
    </message>
    <message>
        <source>%1 rows: %2 imported (%3 of them before), %4 rejected, %5 s</source>
        <translation>Рядків %1: завантажено %2 (з них раніше %3), відхилено %4, %5 с</translation>
    </message>
    <message>
        <source>The rejected rows with their reasons: %1</source>
        <translation>Відхилені рядки з причинами: %1</translation>
    </message>
</context>
<context>
    <name>spilno::cli::InitCommand</name>
    <message>
        <source>make a profile and enter a city</source>
        <translation>створити профіль і ввійти до міста</translation>
    </message>
    <message>
        <source>Which city? Give its address: --server spilno://HOST:PORT#FINGERPRINT</source>
        <translation>Яке місто? Вкажіть його адресу: --server spilno://ВУЗОЛ:ПОРТ#ВІДБИТОК</translation>
    </message>
    <message>
        <source>An address of a city begins with spilno://</source>
        <translation>Адреса міста починається зі spilno://</translation>
    </message>
    <message>
        <source>The address has no usable port after the host.</source>
        <translation>В адресі після назви вузла немає придатного порту.</translation>
    </message>
    <message>
        <source>The address lacks the fingerprint of the city after the sign #.</source>
        <translation>В адресі після знака # бракує відбитка міста.</translation>
    </message>
    <message>
        <source>The fingerprint in the address does not have 64 hexadecimal digits.</source>
        <translation>Відбиток в адресі не має 64 шістнадцяткових цифр.</translation>
    </message>
    <message>
        <source>The invitation link lacks its code.</source>
        <translation>У посиланні-запрошенні бракує коду.</translation>
    </message>
    <message>
        <source>The address cannot be read: %1</source>
        <translation>Адресу не вдається прочитати: %1</translation>
    </message>
    <message>
        <source>The passphrase is empty; only --demo allows that.</source>
        <translation>Кодова фраза порожня; це дозволяє тільки --demo.</translation>
    </message>
    <message>
        <source>The city did not accept the entry: %1.</source>
        <translation>Місто не прийняло: %1.</translation>
    </message>
    <message>
        <source>You are in %1.</source>
        <translation>Ви в місті %1.</translation>
    </message>
    <message>
        <source>Recovery code, shown only now; print it and keep it safe: %1</source>
        <translation>Код відновлення, показаний лише зараз; надрукуйте й бережіть його: %1</translation>
    </message>
    <message>
        <source>A demonstration profile: its passphrase is empty.</source>
        <translation>Показовий профіль: його кодова фраза порожня.</translation>
    </message>
    <message>
        <source>That is not an invitation code.</source>
        <translation>Це не код запрошення.</translation>
    </message>
    <message>
        <source>Your name is needed: --name NAME</source>
        <translation>Потрібне ваше ім’я: --name ІМ’Я</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ListCommand</name>
    <message>
        <source>list records of a type</source>
        <translation>перелічити записи виду</translation>
    </message>
    <message>
        <source>--limit is a number from 1 to %1.</source>
        <translation>--limit — число від 1 до %1.</translation>
    </message>
    <message>
        <source>There is more: --after %1</source>
        <translation>Є ще: --after %1</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Нічого не знайдено.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::OutboxCommand</name>
    <message>
        <source>what is not in the city yet, and what it did not take</source>
        <translation>чого ще немає в місті й чого воно не прийняло</translation>
    </message>
    <message>
        <source>Nothing: all is in the city.</source>
        <translation>Порожньо: усе вже в місті.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::RebuildCommand</name>
    <message>
        <source>make the tables anew from the log</source>
        <translation>створити таблиці наново з журналу</translation>
    </message>
    <message>
        <source>The tables are made anew, %1 s.</source>
        <translation>Таблиці створено наново, %1 с.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::RecordFinder</name>
    <message>
        <source>There is no %1 %2 here.</source>
        <translation>Запису %1 %2 тут немає.</translation>
    </message>
    <message>
        <source>There is no body %1.</source>
        <translation>Установи %1 немає.</translation>
    </message>
    <message>
        <source>There is no scope %1.</source>
        <translation>Частини міста %1 немає.</translation>
    </message>
    <message>
        <source>The city has no scope for this yet; a registrar creates one.</source>
        <translation>У місті для цього ще немає частини; її створює реєстратор.</translation>
    </message>
    <message>
        <source>Say where it belongs with &quot;scope&quot;: one of %1.</source>
        <translation>Скажіть у &quot;scope&quot;, куди це належить: %1.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::Sentences</name>
    <message>
        <source>That cannot be accepted.</source>
        <translation>Цього не можна прийняти.</translation>
    </message>
    <message>
        <source>There is no such thing here.</source>
        <translation>Такого тут немає.</translation>
    </message>
    <message>
        <source>What was read is damaged.</source>
        <translation>Прочитане пошкоджене.</translation>
    </message>
    <message>
        <source>That is more than is allowed at once.</source>
        <translation>Це більше, ніж дозволено за один раз.</translation>
    </message>
    <message>
        <source>A signature or the chain is not right.</source>
        <translation>Підпис або ланцюжок змін неправильний.</translation>
    </message>
    <message>
        <source>Another change stands at that place.</source>
        <translation>На цьому місці вже інша зміна.</translation>
    </message>
    <message>
        <source>The city does not know this device (yet).</source>
        <translation>Місто (ще) не знає цього пристрою.</translation>
    </message>
    <message>
        <source>You have no right to do that.</source>
        <translation>Ви не маєте на це права.</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>Кодова фраза неправильна.</translation>
    </message>
    <message>
        <source>The server is of another city: the fingerprint in the address is not its own.</source>
        <translation>Це сервер іншого міста: відбиток в адресі не його.</translation>
    </message>
    <message>
        <source>A newer program wrote this; please update.</source>
        <translation>Це записала новіша програма; оновіть свою.</translation>
    </message>
    <message>
        <source>Another program has this profile open.</source>
        <translation>Цей профіль відкрила інша програма.</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <translation>У теку не вдається писати.</translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation>На диску не лишилося місця.</translation>
    </message>
    <message>
        <source>The database of this profile is damaged.</source>
        <translation>База даних цього профілю пошкоджена.</translation>
    </message>
    <message>
        <source>A file cannot be read or written.</source>
        <translation>Файл не вдається прочитати або записати.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не відповідає.</translation>
    </message>
    <message>
        <source>That step is not possible from the present state.</source>
        <translation>Цей крок неможливий із теперішнього стану.</translation>
    </message>
    <message>
        <source>That is busy; please try again later.</source>
        <translation>Зайнято; спробуйте пізніше.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Зупинено.</translation>
    </message>
    <message>
        <source>The profile is locked.</source>
        <translation>Профіль замкнено.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Щось пішло не так.</translation>
    </message>
    <message>
        <source>The server does not answer at its address.</source>
        <translation>Сервер не відповідає за своєю адресою.</translation>
    </message>
    <message>
        <source>The server cannot prove that it is this city&apos;s.</source>
        <translation>Сервер не може довести, що він цього міста.</translation>
    </message>
    <message>
        <source>The server and this program have no version in common.</source>
        <translation>Сервер і ця програма не мають спільної версії.</translation>
    </message>
    <message>
        <source>The server contradicts what it signed earlier. Nothing was taken from it.</source>
        <translation>Сервер суперечить тому, що підписав раніше. Від нього нічого не взято.</translation>
    </message>
    <message>
        <source>The server holds less than it once signed.</source>
        <translation>На сервері менше, ніж він колись підписав.</translation>
    </message>
    <message>
        <source>The connection broke before the end.</source>
        <translation>З’єднання обірвалося до кінця.</translation>
    </message>
    <message>
        <source>The server sent something that is not right.</source>
        <translation>Сервер надіслав щось неправильне.</translation>
    </message>
    <message>
        <source>taken, though somebody changed the state meanwhile</source>
        <translation>прийнято, хоча стан тим часом хтось змінив</translation>
    </message>
    <message>
        <source>the state had changed meanwhile</source>
        <translation>стан тим часом змінився</translation>
    </message>
    <message>
        <source>the device was not certified</source>
        <translation>пристрій не був засвідчений</translation>
    </message>
    <message>
        <source>no right to do this</source>
        <translation>немає права це робити</translation>
    </message>
    <message>
        <source>it names a record that is not there</source>
        <translation>названого запису немає</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>таке вже є</translation>
    </message>
    <message>
        <source>such records do not live there</source>
        <translation>таким записам там не місце</translation>
    </message>
    <message>
        <source>a value is not of the right kind</source>
        <translation>значення не того виду</translation>
    </message>
    <message>
        <source>something that is needed is missing</source>
        <translation>бракує потрібного</translation>
    </message>
    <message>
        <source>there is no such step</source>
        <translation>такого кроку немає</translation>
    </message>
    <message>
        <source>it was over already</source>
        <translation>воно вже закінчилося</translation>
    </message>
    <message>
        <source>the name or number is taken</source>
        <translation>назва або номер зайняті</translation>
    </message>
    <message>
        <source>the proof is not right</source>
        <translation>доказ неправильний</translation>
    </message>
    <message>
        <source>something done together with it failed</source>
        <translation>не вдалося щось, зроблене разом із цим</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ShowCommand</name>
    <message>
        <source>show one record</source>
        <translation>показати один запис</translation>
    </message>
</context>
<context>
    <name>spilno::cli::SyncCommand</name>
    <message>
        <source>exchange changes with the city</source>
        <translation>обмінятися змінами з містом</translation>
    </message>
    <message>
        <source>%1 received, %2 sent, %3 to come</source>
        <translation>отримано %1, надіслано %2, попереду %3</translation>
    </message>
    <message>
        <source>%1 changes received, %2 sent, %3 bytes, %4 s</source>
        <translation>Отримано змін %1, надіслано %2, байтів %3, %4 с</translation>
    </message>
</context>
<context>
    <name>spilno::cli::VerifyCommand</name>
    <message>
        <source>recompute every hash, signature, chain and digest</source>
        <translation>перерахувати кожен хеш, підпис, ланцюжок і відбиток</translation>
    </message>
    <message>
        <source>Everything is as it was signed.</source>
        <translation>Усе так, як було підписано.</translation>
    </message>
    <message>
        <source>Not everything is as it was signed; things found: %1</source>
        <translation>Не все так, як було підписано; знайдено: %1</translation>
    </message>
</context>
<context>
    <name>spilno::cli::Workplace</name>
    <message>
        <source>The passphrase file %1 of SPILNO_PASSPHRASE_FILE cannot be read.</source>
        <translation>Файл кодової фрази %1 із SPILNO_PASSPHRASE_FILE не вдається прочитати.</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Кодова фраза: </translation>
    </message>
    <message>
        <source>A passphrase is needed: set SPILNO_PASSPHRASE_FILE to a file that holds it.</source>
        <translation>Потрібна кодова фраза: вкажіть у SPILNO_PASSPHRASE_FILE файл, де вона записана.</translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation>Ще раз: </translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Кодові фрази різні.</translation>
    </message>
    <message>
        <source>This profile is in no city yet; use init.</source>
        <translation>Цей профіль іще не в місті; скористайтеся init.</translation>
    </message>
    <message>
        <source>This profile is not in the city %1, but in: %2.</source>
        <translation>Цей профіль не в місті %1, а в таких: %2.</translation>
    </message>
    <message>
        <source>This profile is in several cities; choose one with --city: %1.</source>
        <translation>Цей профіль у кількох містах; виберіть одне через --city: %1.</translation>
    </message>
    <message>
        <source>There is no profile in %1; use init.</source>
        <translation>У %1 немає профілю; скористайтеся init.</translation>
    </message>
    <message>
        <source>There is no record type %1. There are: %2.</source>
        <translation>Виду записів %1 немає. Є: %2.</translation>
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
