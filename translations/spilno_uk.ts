<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>Finding</name>
    <message>
        <source>Scope %1: the change at position %2 is missing.</source>
        <translation>Частина міста %1: бракує зміни на місці %2.</translation>
    </message>
    <message>
        <source>Scope %1: its chain does not match its changes.</source>
        <translation>Частина міста %1: її ланцюг не сходиться зі змінами.</translation>
    </message>
    <message>
        <source>Tree: node %1 of level %2 does not match the changes.</source>
        <translation>Дерево: вузол %1 рівня %2 не сходиться зі змінами.</translation>
    </message>
    <message>
        <source>Tree: log index %1 is missing.</source>
        <translation>Дерево: у журналі бракує запису %1.</translation>
    </message>
    <message>
        <source>Tree: its edge does not match the changes.</source>
        <translation>Дерево: його край не сходиться зі змінами.</translation>
    </message>
    <message>
        <source>Feed %1: its opening does not give its name.</source>
        <translation>Стрічка %1: з її початку не виходить її назва.</translation>
    </message>
    <message>
        <source>Feed %1: change %2 is missing.</source>
        <translation>Стрічка %1: бракує зміни %2.</translation>
    </message>
    <message>
        <source>Feed %1: the stored bytes of change %2 do not give its hash.</source>
        <translation>Стрічка %1: збережені байти зміни %2 не дають її хешу.</translation>
    </message>
    <message>
        <source>Feed %1: the signature of change %2 does not verify.</source>
        <translation>Стрічка %1: підпис зміни %2 не підтверджується.</translation>
    </message>
    <message>
        <source>Feed %1: the last change, %2, has no signature.</source>
        <translation>Стрічка %1: остання зміна, %2, без підпису.</translation>
    </message>
    <message>
        <source>Feed %1: its head after %2 changes does not match.</source>
        <translation>Стрічка %1: її голова після %2 змін не сходиться.</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>База даних: %1</translation>
    </message>
    <message>
        <source>Checkpoint: its form or signature is not right.</source>
        <translation>Контрольна точка: хибна форма або підпис.</translation>
    </message>
    <message>
        <source>Checkpoint: it speaks of %1 changes, the log holds %2.</source>
        <translation>Контрольна точка: у ній ідеться про %1 змін, а в журналі їх %2.</translation>
    </message>
    <message>
        <source>Checkpoint: the tree gives another root.</source>
        <translation>Контрольна точка: дерево дає інший корінь.</translation>
    </message>
    <message>
        <source>Checkpoint: the scopes give another map.</source>
        <translation>Контрольна точка: частини міста дають іншу мапу.</translation>
    </message>
    <message>
        <source>Checkpoint: the tree does not continue it.</source>
        <translation>Контрольна точка: дерево її не продовжує.</translation>
    </message>
    <message>
        <source>Table %1: it is not what the log folds to.</source>
        <translation>Таблиця %1: у ній не те, що випливає з журналу.</translation>
    </message>
    <message>
        <source>Photo %1: its bytes do not give its name.</source>
        <translation>Світлина %1: її байти не дають її назви.</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Ключ: %1</translation>
    </message>
    <message>
        <source>Key: it is not the key of this city.</source>
        <translation>Ключ: це не ключ цього міста.</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>Сертифікат: %1</translation>
    </message>
</context>
<context>
    <name>LieWords</name>
    <message>
        <source>it signed two different states of one log</source>
        <translation>він підписав два різні стани одного журналу</translation>
    </message>
    <message>
        <source>it put another change in the place of a logged one</source>
        <translation>він поставив іншу зміну на місце записаної в журналі</translation>
    </message>
    <message>
        <source>it gave its receipt for a change and then left the change out</source>
        <translation>він видав квитанцію про зміну, а потім пропустив її</translation>
    </message>
    <message>
        <source>it gave its receipt for a change and logged another one in its place</source>
        <translation>він видав квитанцію про зміну, а на її місце записав іншу</translation>
    </message>
    <message>
        <source>it gave one position to two different changes</source>
        <translation>він дав те саме місце двом різним змінам</translation>
    </message>
    <message>
        <source>it held back changes that are in its log</source>
        <translation>він приховав зміни, які є в його журналі</translation>
    </message>
    <message>
        <source>it signed two different histories</source>
        <translation>він підписав дві різні історії</translation>
    </message>
    <message>
        <source>it took back changes that it had signed</source>
        <translation>він забрав назад зміни, які вже підписав</translation>
    </message>
    <message>
        <source>it signed a time that can not be true</source>
        <translation>він підписав час, який не може бути правдивим</translation>
    </message>
    <message>
        <source>its statements lie before and after a restore of the server</source>
        <translation>його твердження зроблено до й після відновлення сервера</translation>
    </message>
    <message>
        <source>its statements agree</source>
        <translation>його твердження не суперечать одне одному</translation>
    </message>
    <message>
        <source>the log grew between its statements</source>
        <translation>між його твердженнями журнал виріс</translation>
    </message>
    <message>
        <source>its statements are about different places</source>
        <translation>його твердження про різні місця</translation>
    </message>
    <message>
        <source>its times are as they may be</source>
        <translation>час у ньому такий, яким може бути</translation>
    </message>
    <message>
        <source>what it says is missing is there</source>
        <translation>те, чого нібито бракує, є на місці</translation>
    </message>
    <message>
        <source>the change came after the state it is missed in</source>
        <translation>зміна з’явилася після стану, у якому її не знайдено</translation>
    </message>
    <message>
        <source>the smaller state is the earlier one</source>
        <translation>менший стан є ранішим</translation>
    </message>
    <message>
        <source>nothing became less</source>
        <translation>нічого не поменшало</translation>
    </message>
    <message>
        <source>nothing stands under the name it gives, which may be a wrong one</source>
        <translation>під назвою, яку він подає, нічого немає, а назва може бути хибною</translation>
    </message>
    <message>
        <source>This proves nothing: %1.</source>
        <translation>Це нічого не доводить: %1.</translation>
    </message>
    <message>
        <source>The server of the city “%1” (fingerprint %2, server key %3) lied on %4 UTC: %5.</source>
        <translation>Сервер міста «%1» (відбиток %2, ключ сервера %3) збрехав %4 UTC: %5.</translation>
    </message>
    <message>
        <source>a statement in it is of another city</source>
        <translation>твердження в ньому з іншого міста</translation>
    </message>
    <message>
        <source>a statement in it is not signed by the city&apos;s server</source>
        <translation>твердження в ньому не підписане сервером міста</translation>
    </message>
</context>
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
    <message>
        <source>Key to seal to</source>
        <translation>Ключ для запечатування</translation>
    </message>
    <message>
        <source>Source, as the licence asks to name it</source>
        <translation>Джерело, як того вимагає ліцензія</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Ліцензія</translation>
    </message>
    <message>
        <source>Order, the lowest at the bottom</source>
        <translation>Порядок: найменший — унизу</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Частин</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>Оприлюднює</translation>
    </message>
    <message>
        <source>No longer used</source>
        <translation>Більше не використовується</translation>
    </message>
    <message>
        <source>Map layer</source>
        <translation>Шар карти</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Обриси</translation>
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
    <message>
        <source>Changes in %1 that are not as their authors signed them, and were left out: %2.</source>
        <translation>Зміни в %1, які не такі, як їх підписали автори, і тому пропущені: %2.</translation>
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
    <message>
        <source>Usage: spilnoctl %1 %2</source>
        <translation>Вживання: spilnoctl %1 %2</translation>
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
    <message>
        <source>That is JSON, but no object: fields in braces are wanted.</source>
        <translation>Це JSON, але не об’єкт: потрібні поля у фігурних дужках.</translation>
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
    <name>spilno::cli::FileToAttach</name>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Файл %1 не вдається прочитати.</translation>
    </message>
    <message>
        <source>The file %1 is over 64 MiB.</source>
        <translation>Файл %1 більший за 64 МіБ.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Файл %1 порожній.</translation>
    </message>
    <message>
        <source>The picture %1 is damaged or neither JPEG nor PNG, so that notes of the camera cannot be taken out of it.</source>
        <translation>Зображення %1 пошкоджене або не JPEG і не PNG, тож із нього не вилучити записи камери.</translation>
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
    <name>spilno::cli::ImportLayerCommand</name>
    <message>
        <source>make a layer of the map from a GeoJSON file</source>
        <translation>зробити шар карти з файлу GeoJSON</translation>
    </message>
    <message>
        <source>%1 is not JSON.</source>
        <translation>%1 — не JSON.</translation>
    </message>
    <message>
        <source>%1 is JSON, but not GeoJSON: it has no features.</source>
        <translation>%1 — це JSON, але не GeoJSON: у ньому немає об’єктів.</translation>
    </message>
    <message>
        <source>%1 is too large: the file may have %2 and the layer made of it %3.</source>
        <translation>%1 завеликий: файл може мати %2, а шар із нього — %3.</translation>
    </message>
    <message>
        <source>%1 has more than %2 features.</source>
        <translation>У %1 понад %2 об’єктів.</translation>
    </message>
    <message>
        <source>%1 has more than %2 positions or %3 lines and rings.</source>
        <translation>У %1 понад %2 точок або %3 ліній і контурів.</translation>
    </message>
    <message>
        <source>%1 is nested too deep.</source>
        <translation>%1 має завелику вкладеність.</translation>
    </message>
    <message>
        <source>Feature %1 of %2 has a coordinate that is no longitude and latitude in degrees.</source>
        <translation>Об’єкт %1 у %2 має координату, яка не є довготою і широтою в градусах.</translation>
    </message>
    <message>
        <source>Feature %1 of %2 has a geometry that cannot be read.</source>
        <translation>Об’єкт %1 у %2 має геометрію, яку неможливо прочитати.</translation>
    </message>
    <message>
        <source>%1 is in another coordinate system. Convert it to WGS 84 (EPSG:4326).</source>
        <translation>%1 має іншу систему координат. Перетворіть його на WGS 84 (EPSG:4326).</translation>
    </message>
    <message>
        <source>There is nothing to draw in %1.</source>
        <translation>У %1 немає чого малювати.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файлу %1 немає.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 неможливо прочитати: %2.</translation>
    </message>
    <message>
        <source>--%1 is longer than %2 bytes.</source>
        <translation>--%1 довше за %2 байтів.</translation>
    </message>
    <message>
        <source>Say what the layer is and where it comes from: --name NAME --attribution TEXT</source>
        <translation>Скажіть, що це за шар і звідки він: --name НАЗВА --attribution ТЕКСТ</translation>
    </message>
    <message>
        <source>--kind is one of %1</source>
        <translation>--kind — одне з %1</translation>
    </message>
    <message>
        <source>--order is a number; the lowest is at the bottom</source>
        <translation>--order — число; найменше — унизу</translation>
    </message>
    <message>
        <source>Only a registrar or the staff of a body can change the city&apos;s map.</source>
        <translation>Змінювати карту міста може лише реєстратор або працівник органу.</translation>
    </message>
    <message>
        <source>%1: %2 features, %3 positions, %4 bytes in %5 parts; layers replaced: %6</source>
        <translation>%1: об’єктів %2, точок %3, байтів %4, частин %5; замінено шарів: %6</translation>
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
    <name>spilno::cli::PhotosCommand</name>
    <message>
        <source>the photos on this computer, and how much room they may take</source>
        <translation>світлини на цьому комп’ютері й скільки місця їм дано</translation>
    </message>
    <message>
        <source>--budget is a whole number of megabytes.</source>
        <translation>--budget – ціле число мегабайтів.</translation>
    </message>
    <message>
        <source>%1 files, %2 of %3 MB; %4 wait for the city.</source>
        <translation>Файлів: %1, зайнято %2 з %3 МБ; чекають на місто: %4.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ProofCheckCommand</name>
    <message>
        <source>say whether a file proves that a city&apos;s server lied</source>
        <translation>сказати, чи доводить файл, що сервер міста збрехав</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Файл %1 не вдається прочитати.</translation>
    </message>
    <message>
        <source>The file %1 is no proof of a lie.</source>
        <translation>Файл %1 не є доказом неправди.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ProofExportCommand</name>
    <message>
        <source>write one of them into a file, for anybody to check</source>
        <translation>записати один із них у файл, щоб перевірити міг будь-хто</translation>
    </message>
    <message>
        <source>There is no proof %1 here; proof list shows them.</source>
        <translation>Доказу %1 тут немає; які є, показує proof list.</translation>
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
        <source>Written to %1; proof check judges it anywhere.</source>
        <translation>Записано у %1; перевірити його можна будь-де: proof check.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ProofListCommand</name>
    <message>
        <source>the proofs kept here that the city&apos;s server lied</source>
        <translation>збережені тут докази, що сервер міста збрехав</translation>
    </message>
    <message>
        <source>Nothing proves a lie of the city&apos;s server.</source>
        <translation>Ніщо не доводить, що сервер міста збрехав.</translation>
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
    <name>spilno::cli::ReceiptClaim</name>
    <message>
        <source>These are not the six words of a receipt: look at each once more.</source>
        <translation>Це не шість слів квитанції: перевірте кожне слово.</translation>
    </message>
    <message>
        <source>These words are the receipt of another request.</source>
        <translation>Ці слова – квитанція іншого звернення.</translation>
    </message>
</context>
<context>
    <name>spilno::cli::ReceiptCommand</name>
    <message>
        <source>No request here has this receipt; it may come with the next sync.</source>
        <translation>Тут немає звернення з такою квитанцією; воно може надійти з наступною синхронізацією.</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Стан: %1</translation>
    </message>
    <message>
        <source>show the request of a receipt, and keep it, or all that are kept</source>
        <translation>показати звернення за квитанцією, зберегти її або показати всі збережені</translation>
    </message>
    <message>
        <source>No receipts are kept here.</source>
        <translation>Тут немає збережених квитанцій.</translation>
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
    <name>spilno::cli::SearchCommand</name>
    <message>
        <source>find words in the texts of records</source>
        <translation>шукати слова в текстах записів</translation>
    </message>
    <message>
        <source>--limit is a number from 1 to %1.</source>
        <translation>--limit — число від 1 до %1.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Нічого не знайдено.</translation>
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
    <message>
        <source>The city&apos;s server has no space left on its disk. Sent: %1; waiting here: %2.</source>
        <translation>На диску сервера міста не лишилося місця. Надіслано: %1; чекає тут: %2.</translation>
    </message>
    <message>
        <source>The city does not know this device (yet). Sent: %1; waiting here: %2.</source>
        <translation>Місто не знає цього пристрою (або ще не знає). Надіслано: %1; чекає тут: %2.</translation>
    </message>
    <message>
        <source>The city&apos;s server takes no more from this device for now. Sent: %1; waiting here: %2.</source>
        <translation>Сервер міста поки що більше не приймає від цього пристрою. Надіслано: %1; чекає тут: %2.</translation>
    </message>
    <message>
        <source>The city&apos;s server takes no changes for now (%3). Sent: %1; waiting here: %2.</source>
        <translation>Сервер міста поки що не приймає змін (%3). Надіслано: %1; чекає тут: %2.</translation>
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
    <name>spilno::cli::Submission</name>
    <message>
        <source>Nothing was written, for it would have no effect: %1.</source>
        <translation>Нічого не записано, бо це не мало б дії: %1.</translation>
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
    <message>
        <source>The city&apos;s server takes no photos for now; everything else was exchanged. Photos waiting here: %1.</source>
        <translation>Сервер міста зараз не приймає фото; решту передано. Фото чекає тут: %1.</translation>
    </message>
    <message>
        <source>The city&apos;s server has contradicted its own signature. Proofs kept here: %1; proof list shows them.</source>
        <translation>Сервер міста суперечить власному підпису. Доказів, збережених тут: %1; їх показує proof list.</translation>
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
    <name>spilno::pages::BundleCard</name>
    <message>
        <source>%1 %2.spilno</source>
        <comment>city and date: the name of a file</comment>
        <translation>%1 %2.spilno</translation>
    </message>
    <message>
        <source>Save changes to a file</source>
        <translation>Зберегти зміни у файл</translation>
    </message>
    <message>
        <source>Spilno bundles (*.spilno)</source>
        <translation>Пакунки «Спільно» (*.spilno)</translation>
    </message>
    <message>
        <source>Take in a file of changes</source>
        <translation>Прийняти файл зі змінами</translation>
    </message>
    <message>
        <source>Spilno bundles (*.spilno);;All files (*)</source>
        <translation>Пакунки «Спільно» (*.spilno);;Усі файли (*)</translation>
    </message>
    <message>
        <source>One file at a time: wait for the present one.</source>
        <translation>Лише один файл за раз: дочекайтеся теперішнього.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are in %1.</source>
        <translation>
            <numerusform>У файлі %1 – %Ln зміна.</numerusform>
            <numerusform>У файлі %1 – %Ln зміни.</numerusform>
            <numerusform>У файлі %1 – %Ln змін.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them still wait(s) for the city.</source>
        <translation>
            <numerusform>%Ln з них ще чекає на місто.</numerusform>
            <numerusform>%Ln з них ще чекають на місто.</numerusform>
            <numerusform>%Ln з них ще чекають на місто.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in this file is new here.</source>
        <translation>У цьому файлі немає нічого нового.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new change(s) from this file.</source>
        <translation>
            <numerusform>З цього файлу – %Ln нова зміна.</numerusform>
            <numerusform>З цього файлу – %Ln нові зміни.</numerusform>
            <numerusform>З цього файлу – %Ln нових змін.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of others go to the city with the next synchronisation.</source>
        <translation>
            <numerusform>%Ln зміна інших людей піде до міста з наступною синхронізацією.</numerusform>
            <numerusform>%Ln зміни інших людей підуть до міста з наступною синхронізацією.</numerusform>
            <numerusform>%Ln змін інших людей підуть до міста з наступною синхронізацією.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) do not join what is here: ask for a file that begins earlier.</source>
        <translation>
            <numerusform>%Ln зміна не стикується з тим, що тут є: попросіть файл, який починається раніше.</numerusform>
            <numerusform>%Ln зміни не стикуються з тим, що тут є: попросіть файл, який починається раніше.</numerusform>
            <numerusform>%Ln змін не стикуються з тим, що тут є: попросіть файл, який починається раніше.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) do not verify and were left out.</source>
        <translation>
            <numerusform>%Ln зміна не пройшла перевірки й не прийнята.</numerusform>
            <numerusform>%Ln зміни не пройшли перевірки й не прийняті.</numerusform>
            <numerusform>%Ln змін не пройшли перевірки й не прийняті.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no bundle, or it was cut off.</source>
        <translation>%1 – не пакунок змін, або його обірвано.</translation>
    </message>
    <message>
        <source>This is a bundle of another city.</source>
        <translation>Це пакунок іншого міста.</translation>
    </message>
    <message>
        <source>%1 can not be read.</source>
        <translation>%1 не вдається прочитати.</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>Без мережі</translation>
    </message>
    <message>
        <source>A file on a stick carries what is public here, and your changes that wait, to another computer of this city.</source>
        <translation>Файл на флешці переносить усе відкрите, що тут є, і ваші зміни, які ще чекають, на інший комп’ютер цього міста.</translation>
    </message>
    <message>
        <source>Save changes to a file…</source>
        <translation>Зберегти зміни у файл…</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>Прийняти файл…</translation>
    </message>
    <message>
        <source>The file is being worked on</source>
        <translation>Файл опрацьовується</translation>
    </message>
</context>
<context>
    <name>spilno::pages::ChangeEditor</name>
    <message>
        <source>Edit and send again</source>
        <translation>Виправити й надіслати знову</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати знову</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Це потрібно.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Це задовге.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::CitiesPage</name>
    <message>
        <source>The cities of this profile</source>
        <translation>Міста цього профілю</translation>
    </message>
    <message>
        <source>A city not reached yet</source>
        <translation>Місто, з яким ще не було зв’язку</translation>
    </message>
    <message>
        <source>Shown now · %1</source>
        <translation>Показано зараз · %1</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>Міста</translation>
    </message>
    <message>
        <source>One profile can belong to several cities; each keeps its own copy on this computer and all of them synchronise.</source>
        <translation>Один профіль може належати до кількох міст; кожне має на цьому комп’ютері свою копію, і всі вони синхронізуються.</translation>
    </message>
    <message>
        <source>Add a city</source>
        <translation>Додати місто</translation>
    </message>
</context>
<context>
    <name>spilno::pages::CityMap</name>
    <message>
        <source>This city has no base map yet.</source>
        <translation>Це місто ще не має карти.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::ConflictDetail</name>
    <message>
        <source>Write what is to stand there.</source>
        <translation>Напишіть, що має там стояти.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ви</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Хтось</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who · when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 was written by more than one person who did not know of each other. Nothing is lost: choose what is to stand, or write one text out of both.</source>
        <translation>Поле «%1» одночасно змінювали кілька людей, не знаючи одне про одного. Нічого не втрачено: виберіть, що лишити, або складіть один текст із обох.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версія %1</translation>
    </message>
    <message>
        <source>One text out of both</source>
        <translation>Один текст із обох</translation>
    </message>
    <message>
        <source>The step «%1» (%2) took effect, but whoever made it did not yet know of the step before it. Look whether it is still right.</source>
        <translation>Крок «%1» (%2) подіяв, але його зроблено без знання про попередній крок. Перевірте, чи все правильно.</translation>
    </message>
    <message>
        <source>The step «%1» (%2) did not take effect: somebody else had moved it on before it arrived. Try it again from where it stands now, or leave it as it is.</source>
        <translation>Крок «%1» (%2) не подіяв: стан змінився раніше, ніж він надійшов. Спробуйте ще раз із теперішнього стану або лишіть, як є.</translation>
    </message>
    <message>
        <source>Let this stand</source>
        <translation>Лишити це</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Лишити, як є</translation>
    </message>
    <message>
        <source>Try the step again</source>
        <translation>Повторити крок</translation>
    </message>
    <message>
        <source>The text that is to stand</source>
        <translation>Текст, що має лишитися</translation>
    </message>
</context>
<context>
    <name>spilno::pages::ConflictModel</name>
    <message>
        <source>%1: %2</source>
        <comment>type: title</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Two versions of «%1»</source>
        <translation>Дві версії поля «%1»</translation>
    </message>
    <message>
        <source>Two steps at the same time</source>
        <translation>Два кроки одночасно</translation>
    </message>
    <message>
        <source>A step that came too late</source>
        <translation>Крок, що запізнився</translation>
    </message>
    <message>
        <source>Set aside by the city</source>
        <translation>Відкладено містом</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>Не подіяло</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваше</translation>
    </message>
</context>
<context>
    <name>spilno::pages::ConflictsPage</name>
    <message>
        <source>Where two people changed the same thing</source>
        <translation>Де двоє змінили те саме</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Розбіжностей немає</translation>
    </message>
    <message>
        <source>When two people change the same thing without knowing of each other, both versions are kept and shown here until somebody decides.</source>
        <translation>Коли двоє змінюють те саме, не знаючи одне про одного, обидві версії зберігаються й чекають тут на рішення.</translation>
    </message>
    <message>
        <source>Decided. It goes to the city with your name, like every other change.</source>
        <translation>Вирішено. Піде до міста під вашим ім’ям, як і кожна зміна.</translation>
    </message>
    <message>
        <source>This step is not possible from the state it is in now. Leave it as it is, or take another step in the request itself.</source>
        <translation>З теперішнього стану цей крок неможливий. Лишіть, як є, або зробіть інший крок у самому зверненні.</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Розбіжності</translation>
    </message>
</context>
<context>
    <name>spilno::pages::EditRequestDialog</name>
    <message>
        <source>Edit the request</source>
        <translation>Виправити звернення</translation>
    </message>
    <message>
        <source>The old words stay in the signed history. Write no names, phones or addresses of people.</source>
        <translation>Попередні слова лишаються в підписаній історії. Не пишіть імен, телефонів та адрес людей.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>A phone number or e-mail would be public here. Take it out.</source>
        <translation>Телефон чи електронну адресу тут побачать усі. Приберіть їх.</translation>
    </message>
    <message>
        <source>Requests of the chosen category keep this from the public. Leave it as it was.</source>
        <translation>Звернення обраної категорії не показують цього всім. Залиште, як було.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::HostStep</name>
    <message>
        <source>A city has a name.</source>
        <translation>Місто має назву.</translation>
    </message>
    <message>
        <source>Others see you under this name.</source>
        <translation>Під цим ім’ям вас бачать інші.</translation>
    </message>
    <message>
        <source>Host a city on this computer</source>
        <translation>Розмістити місто на цьому комп’ютері</translation>
    </message>
    <message>
        <source>You are its owner at first: you name registrars and offices, and your powers end by the city&apos;s own rules. Others reach it while this program runs.</source>
        <translation>Спочатку ви його власник: призначаєте реєстраторів і установи, а ваші повноваження закінчуються за правилами самого міста. Інші мають до нього доступ, поки працює ця програма.</translation>
    </message>
    <message>
        <source>Name of the city</source>
        <translation>Назва міста</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовий пояс</translation>
    </message>
    <message>
        <source>Deadlines and working hours are in this zone. It can not be changed.</source>
        <translation>За ним рахуються терміни й робочі години. Змінити його потім не можна.</translation>
    </message>
    <message>
        <source>Your name, as others see it</source>
        <translation>Ваше ім’я, як його бачать інші</translation>
    </message>
    <message>
        <source>Found the city</source>
        <translation>Заснувати місто</translation>
    </message>
</context>
<context>
    <name>spilno::pages::InvitationList</name>
    <message>
        <source>%1 · %2</source>
        <comment>role · body</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>for %n person(s)</source>
        <translation>
            <numerusform>для %n людини</numerusform>
            <numerusform>для %n людей</numerusform>
            <numerusform>для %n людей</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На цьому комп’ютері</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Withdraw: %1</source>
        <translation>Відкликати: %1</translation>
    </message>
    <message>
        <source>Open invitations</source>
        <translation>Чинні запрошення</translation>
    </message>
    <message>
        <source>None. An invitation gives a person a role with a link or a printed slip.</source>
        <translation>Немає. Запрошення дає людині роль: посиланням або надрукованим аркушиком.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln used</source>
        <translation>
            <numerusform>%Ln використано</numerusform>
            <numerusform>%Ln використано</numerusform>
            <numerusform>%Ln використано</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::InvitationSlip</name>
    <message>
        <source>Invitation</source>
        <translation>Запрошення</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Чинне до %1</translation>
    </message>
    <message>
        <source>1. Install Spilno and open it.
2. Choose «I have an invitation».
3. Read the QR code with a phone and send yourself its text, or type this link:</source>
        <translation>1. Установіть «Спільно» і відкрийте.
2. Виберіть «Маю запрошення».
3. Зчитайте QR-код телефоном і надішліть собі його текст або наберіть це посилання:</translation>
    </message>
    <message>
        <source>Whoever holds this slip can join in your place: keep it to yourself, and tear it up afterwards.</source>
        <translation>Хто має цей аркушик, може приєднатися замість вас: нікому його не показуйте, а потім порвіть.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::InviteDialog</name>
    <message>
        <source>Invite</source>
        <translation>Запросити</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де</translation>
    </message>
    <message>
        <source>Make the invitation</source>
        <translation>Створити запрошення</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>Надрукувати аркушик</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Скопіювати посилання</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>Посилання в буфері обміну.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>Stands on the printed slip only; it does not go to the city.</source>
        <translation>Стоїть лише на аркушику; до міста не йде.</translation>
    </message>
    <message>
        <source>How many people may use it</source>
        <translation>Скільки людей можуть скористатися</translation>
    </message>
    <message>
        <source>1 for a person, more for a whole team or a class.</source>
        <translation>1 – для однієї людини, більше – для команди чи класу.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Valid for days</source>
        <translation>Чинне днів</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Посилання</translation>
    </message>
    <message>
        <source>It is shown this once: print or copy it now. Whoever has it can join.</source>
        <translation>Його показано лише раз: надрукуйте або скопіюйте зараз. Хто його має, може приєднатися.</translation>
    </message>
    <message>
        <source>Participant, no role</source>
        <translation>Учасник, без ролі</translation>
    </message>
    <message>
        <source>Choose where.</source>
        <translation>Виберіть, де.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>role · body</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The invitation</source>
        <translation>Запрошення</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Чинне до %1</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Запрошення</translation>
    </message>
    <message>
        <source>QR code of the link</source>
        <translation>QR-код посилання</translation>
    </message>
</context>
<context>
    <name>spilno::pages::JoinStep</name>
    <message>
        <source>It begins with spilno:// and holds a code. Spaces and line breaks do no harm.</source>
        <translation>Починається зі spilno:// і містить код. Пробіли й переноси рядків не шкодять.</translation>
    </message>
    <message>
        <source>It begins with spilno:// and ends with # and the city&apos;s fingerprint.</source>
        <translation>Починається зі spilno:// і закінчується знаком # та відбитком міста.</translation>
    </message>
    <message>
        <source>An invitation to the city at %1.</source>
        <translation>Запрошення до міста за адресою %1.</translation>
    </message>
    <message>
        <source>The address of the city at %1. Anybody may join by it; an invitation also gives a role.</source>
        <translation>Адреса міста: %1. За нею може приєднатися кожен; запрошення дає ще й роль.</translation>
    </message>
    <message>
        <source>Others see you under this name.</source>
        <translation>Під цим ім’ям вас бачать інші.</translation>
    </message>
    <message>
        <source>Join with an invitation</source>
        <translation>Приєднатися за запрошенням</translation>
    </message>
    <message>
        <source>Join by address</source>
        <translation>Приєднатися за адресою</translation>
    </message>
    <message>
        <source>It works without a connection too: joining is then finished when there is one.</source>
        <translation>Можна й без зв’язку: тоді приєднання завершиться, щойно він з’явиться.</translation>
    </message>
    <message>
        <source>Link, or text of the QR code</source>
        <translation>Посилання або текст QR-коду</translation>
    </message>
    <message>
        <source>Address of the city</source>
        <translation>Адреса міста</translation>
    </message>
    <message>
        <source>Your name, as others see it</source>
        <translation>Ваше ім’я, як його бачать інші</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Приєднатися</translation>
    </message>
</context>
<context>
    <name>spilno::pages::NewRequestForm</name>
    <message>
        <source>Choose a category</source>
        <translation>Виберіть категорію</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>If somebody is in danger, call %1 first. What is written here is not read at once, and without a connection it is not even sent.</source>
        <translation>Якщо комусь загрожує небезпека, спершу телефонуйте %1. Написане тут читають не відразу, а без зв’язку воно навіть не надсилається.</translation>
    </message>
    <message>
        <source>Reports of this kind are sealed: words and place go to the staff only.</source>
        <translation>Такі звернення запечатано: слова й місце бачать лише працівники.</translation>
    </message>
    <message>
        <source>Only the staff of the responsible body can read this. It is never part of the public request.</source>
        <translation>Це можуть прочитати лише працівники відповідальної установи. До відкритого звернення воно ніколи не входить.</translation>
    </message>
    <message>
        <source>This city has no sealed place for contacts of this body yet, so none can be kept here. The receipt still lets the reporter act.</source>
        <translation>У цьому місті ще немає запечатаного місця для контактів цієї установи, тож зберегти їх тут не можна. Квитанція все одно дає заявникові змогу діяти.</translation>
    </message>
    <message>
        <source>Everyone reads this, and it seems to contain a phone number or e-mail. Write it under «Reporter» instead.</source>
        <translation>Це читають усі, а тут, схоже, є телефон чи електронна адреса. Напишіть їх у розділі «Заявник».</translation>
    </message>
    <message>
        <source>Everyone reads this, and it seems to contain a phone number or e-mail. Take it out.</source>
        <translation>Це читають усі, а тут, схоже, є телефон чи електронна адреса. Приберіть їх.</translation>
    </message>
    <message>
        <source>Choose what it is about: it decides who gets it.</source>
        <translation>Виберіть, про що звернення: від цього залежить, хто його отримає.</translation>
    </message>
    <message>
        <source>Say in a few words what happened.</source>
        <translation>Скажіть кількома словами, що сталося.</translation>
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
        <source>In a few words</source>
        <translation>Кількома словами</translation>
    </message>
    <message>
        <source>Everyone reads it. For example: a pothole at the crossing</source>
        <translation>Це читають усі. Наприклад: яма на перехресті</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Докладніше</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Де</translation>
    </message>
    <message>
        <source>Street and house, or a landmark</source>
        <translation>Вулиця й будинок або орієнтир</translation>
    </message>
    <message>
        <source>District or department</source>
        <translation>Район або відділ</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Світлини</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Заявник</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Як надійшло</translation>
    </message>
    <message>
        <source>Written down for somebody: only the receipt confirms that it is done</source>
        <translation>Записано за когось: виконання підтверджує лише квитанція</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ім’я</translation>
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
        <source>Reporter’s address</source>
        <translation>Адреса заявника</translation>
    </message>
    <message>
        <source>Only the staff of the responsible body read this.</source>
        <translation>Це прочитають лише працівники відповідальної установи.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::NewRequestPage</name>
    <message>
        <source>A form for a new request. What is typed is kept; Ctrl and Enter send it.</source>
        <translation>Бланк нового звернення. Написане зберігається; Ctrl і Enter надсилають його.</translation>
    </message>
    <message>
        <source>Your unfinished request was kept. Go on where you stopped.</source>
        <translation>Ваше незакінчене звернення збережено. Продовжуйте там, де зупинилися.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Почати спочатку</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Нове звернення</translation>
    </message>
    <message numerus="yes">
        <source>%n similar request(s) are open already: %1. A comment there helps more than a second one.</source>
        <translation>
            <numerusform>Уже відкрито %n схоже звернення: %1. Коментар до нього допоможе більше, ніж друге звернення.</numerusform>
            <numerusform>Уже відкрито %n схожі звернення: %1. Коментар там допоможе більше, ніж ще одне.</numerusform>
            <numerusform>Уже відкрито %n схожих звернень: %1. Коментар там допоможе більше, ніж ще одне.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показати</translation>
    </message>
    <message>
        <source>The city has no district or department for requests on this computer yet. What you wrote is kept as a draft.</source>
        <translation>На цьому комп’ютері ще немає жодного району чи відділу міста для звернень. Написане збережено як чернетку.</translation>
    </message>
    <message>
        <source>%1 What you wrote is kept.</source>
        <translation>%1 Написане збережено.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанція</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Підписуємо…</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Надіслати звернення</translation>
    </message>
</context>
<context>
    <name>spilno::pages::OutboxModel</name>
    <message>
        <source>%1: %2</source>
        <comment>type: title</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На цьому комп’ютері</translation>
    </message>
    <message>
        <source>Accepted by the city</source>
        <translation>Прийнято містом</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>Will have no effect</source>
        <translation>Не подіє</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>Не подіяло</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Розбіжність</translation>
    </message>
</context>
<context>
    <name>spilno::pages::OutboxPage</name>
    <message>
        <source>Your changes on their way to the city</source>
        <translation>Ваші зміни на шляху до міста</translation>
    </message>
    <message>
        <source>Everything is with the city</source>
        <translation>Усе вже в місті</translation>
    </message>
    <message>
        <source>What you write without a connection waits here and leaves by itself. What the city does not take comes back here, with the reason.</source>
        <translation>Написане без зв’язку чекає тут і піде само. Чого місто не візьме, повернеться сюди з поясненням.</translation>
    </message>
    <message>
        <source>It is kept on this computer and leaves by itself as soon as there is a connection. A power cut does it no harm.</source>
        <translation>Зберігається на цьому комп’ютері й піде само, щойно буде зв’язок. Вимкнення світла не зашкодить.</translation>
    </message>
    <message>
        <source>The city has signed that it has it. It appears in the city&apos;s log in a moment.</source>
        <translation>Місто підписом підтвердило, що має це. За мить воно з’явиться в журналі міста.</translation>
    </message>
    <message>
        <source>As things stand here; the city decides when it arrives.</source>
        <translation>Так видно звідси; вирішує місто, коли зміна надійде.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Текст у буфері обміну.</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Вихідні</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>Ваші зміни</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Надіслати зараз</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Виправити</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Скопіювати текст</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Викинути</translation>
    </message>
    <message>
        <source>Discard this change?</source>
        <translation>Викинути цю зміну?</translation>
    </message>
    <message>
        <source>It never became part of the city. Its text is gone for good; copy it first if it may be needed.</source>
        <translation>Частиною міста вона не стала. Її текст зникне назавжди: скопіюйте його спершу, якщо може знадобитися.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Лишити</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PassphraseRows</name>
    <message numerus="yes">
        <source>At least %n sign(s).</source>
        <translation>
            <numerusform>Щонайменше %n знак.</numerusform>
            <numerusform>Щонайменше %n знаки.</numerusform>
            <numerusform>Щонайменше %n знаків.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Вони різні.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>It locks your keys on this computer. Nobody can tell it to you again: a few words that only you would put together are best.</source>
        <translation>Він замикає ваші ключі на цьому комп’ютері. Ніхто не зможе нагадати його: найкраще кілька слів, які поєднали б лише ви.</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>Пароль ще раз</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Новий пароль</translation>
    </message>
    <message>
        <source>The new passphrase again</source>
        <translation>Новий пароль ще раз</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PeopleModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>role · body</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ви</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PeoplePage</name>
    <message>
        <source>Who takes part in this city, and invitations</source>
        <translation>Хто бере участь у цьому місті, і запрошення</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Нікого не знайдено</translation>
    </message>
    <message>
        <source>Try another part of the name, or fewer words.</source>
        <translation>Спробуйте іншу частину імені або менше слів.</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>Тут ще нікого немає</translation>
    </message>
    <message>
        <source>Names come with the first contact with the city.</source>
        <translation>Імена з’являться з першим зв’язком із містом.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Запросити</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Знайти людину</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PhotoPicker</name>
    <message>
        <source>Add photos</source>
        <translation>Додати світлини</translation>
    </message>
    <message>
        <source>Everyone sees them. Place, time and device are taken out of the files; faces and number plates are not.</source>
        <translation>Їх бачать усі. Місце, час і пристрій із файлів прибрано, а обличчя й номерні знаки — ні.</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</source>
        <translation>Зображення (*.jpg *.jpeg *.png *.webp *.bmp *.gif)</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) at most.</source>
        <translation>
            <numerusform>Щонайбільше %n світлина.</numerusform>
            <numerusform>Щонайбільше %n світлини.</numerusform>
            <numerusform>Щонайбільше %n світлин.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is too large.</source>
        <translation>%1 завелике.</translation>
    </message>
    <message>
        <source>%1 is not a picture this program can read.</source>
        <translation>%1 — не зображення, яке ця програма вміє прочитати.</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Світлина %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Remove photo %1</source>
        <translation>Прибрати світлину %1</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PhotoRow</name>
    <message>
        <source>Photo</source>
        <translation>Світлина</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>photo, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The photo is not on this computer yet.</source>
        <translation>Світлини ще немає на цьому комп’ютері.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PlaceCard</name>
    <message>
        <source>Map with the place of the request</source>
        <translation>Карта з місцем звернення</translation>
    </message>
</context>
<context>
    <name>spilno::pages::PointField</name>
    <message>
        <source>No point is set.</source>
        <translation>Точку не поставлено.</translation>
    </message>
    <message>
        <source>Outside of the districts on the map</source>
        <translation>Поза районами на карті</translation>
    </message>
    <message>
        <source>Take the point away</source>
        <translation>Прибрати точку</translation>
    </message>
    <message>
        <source>Map for the place of the request</source>
        <translation>Карта, щоб указати місце звернення</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Місце на карті</translation>
    </message>
    <message>
        <source>Click the place. With the keys: arrows move the map under the cross, plus and minus zoom, Enter sets the point.</source>
        <translation>Клацніть місце. Клавішами: стрілки рухають карту під хрестиком, плюс і мінус змінюють масштаб, Enter ставить точку.</translation>
    </message>
    <message numerus="yes">
        <source>Everyone sees the place only to %n metre(s).</source>
        <translation>
            <numerusform>Усі бачать місце лише з точністю до %n метра.</numerusform>
            <numerusform>Усі бачать місце лише з точністю до %n метрів.</numerusform>
            <numerusform>Усі бачать місце лише з точністю до %n метрів.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::ReceiptDialog</name>
    <message>
        <source>Receipt of six words</source>
        <translation>Квитанція із шести слів</translation>
    </message>
    <message>
        <source>Six words</source>
        <translation>Шість слів</translation>
    </message>
    <message>
        <source>Show the receipt</source>
        <translation>Показати квитанцію</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>These are not the six words of a receipt: look at each once more.</source>
        <translation>Це не шість слів квитанції: перевірте кожне слово.</translation>
    </message>
    <message>
        <source>These words are the receipt of another request.</source>
        <translation>Ці слова – квитанція іншого звернення.</translation>
    </message>
    <message>
        <source>Keep the receipt in this profile</source>
        <translation>Зберегти квитанцію в цьому профілі</translation>
    </message>
    <message>
        <source>Whoever has the receipt of a request may confirm that it is done, reopen it and answer questions. The words themselves are kept nowhere.</source>
        <translation>Хто має квитанцію звернення, може підтвердити виконання, відкрити звернення знову й відповісти на запитання. Самі слова ніде не зберігаються.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::ReceiptPanel</name>
    <message>
        <source>The request is written down</source>
        <translation>Звернення записано</translation>
    </message>
    <message>
        <source>Receipt: six words</source>
        <translation>Квитанція: шість слів</translation>
    </message>
    <message>
        <source>Who shows these words acts as the reporter: sees what became of it, adds a photo, confirms or reopens. They are shown only now; print them or write them down.</source>
        <translation>Хто покаже ці слова, діє як заявник: бачить, що зі зверненням, додає світлину, підтверджує виконання або відкриває знову. Їх показано лише зараз: надрукуйте або запишіть.</translation>
    </message>
    <message>
        <source>It has no number yet: this computer was given none. It is kept here and goes out with the next connection.</source>
        <translation>Номера ще немає: цьому комп’ютеру їх не надано. Звернення збережено тут і піде з наступним з’єднанням.</translation>
    </message>
    <message>
        <source>The number is valid at once. The request is kept on this computer and goes out with the next connection.</source>
        <translation>Номер чинний відразу. Звернення збережено на цьому комп’ютері й піде з наступним з’єднанням.</translation>
    </message>
    <message>
        <source>The words as a code for telephones</source>
        <translation>Слова як код для телефонів</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Надрукувати квитанцію</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>Показати звернення</translation>
    </message>
    <message>
        <source>Another request</source>
        <translation>Ще одне звернення</translation>
    </message>
    <message>
        <source>Receipt of a request</source>
        <translation>Квитанція звернення</translation>
    </message>
    <message>
        <source>Six words of the receipt</source>
        <translation>Шість слів квитанції</translation>
    </message>
    <message>
        <source>Who shows these words acts as the reporter: sees what became of it, adds a photo, confirms or reopens. Keep them.</source>
        <translation>Хто покаже ці слова, діє як заявник: бачить, що зі зверненням, додає світлину, підтверджує виконання або відкриває знову. Бережіть їх.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RecoveryStep</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Аркуш відновлення</translation>
    </message>
    <message>
        <source>With this code you get back into your profile when the passphrase is lost or the computer broke. Keep it where nobody else looks. It is not stored anywhere else.</source>
        <translation>Цей код поверне доступ до профілю, якщо пароль забуто або комп’ютер зламався. Тримайте його там, куди ніхто інший не зазирає. Більше ніде його немає.</translation>
    </message>
    <message>
        <source>Your recovery code</source>
        <translation>Ваш код відновлення</translation>
    </message>
    <message>
        <source>With it you get back in when the passphrase is lost or the computer broke. It is shown this once only: print it or write it down.</source>
        <translation>Він поверне доступ, якщо пароль забуто або комп’ютер зламався. Його показано лише цей раз: надрукуйте або запишіть.</translation>
    </message>
    <message>
        <source>Recovery code: %1</source>
        <translation>Код відновлення: %1</translation>
    </message>
    <message>
        <source>I have printed it or written it down</source>
        <translation>Код надруковано або записано</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Надрукувати</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Далі</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestActions</name>
    <message>
        <source>New request</source>
        <translation>Нове звернення</translation>
    </message>
    <message>
        <source>Answer the request</source>
        <translation>Відповісти на звернення</translation>
    </message>
    <message>
        <source>Change the state of the request</source>
        <translation>Змінити стан звернення</translation>
    </message>
    <message>
        <source>Edit the request</source>
        <translation>Виправити звернення</translation>
    </message>
    <message>
        <source>Show or hide the map of the requests</source>
        <translation>Показати або сховати карту звернень</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestDetail</name>
    <message>
        <source>Written down</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>No request is chosen</source>
        <translation>Звернення не вибрано</translation>
    </message>
    <message>
        <source>Choose one in the list to see what it says, its photos and its signed history.</source>
        <translation>Виберіть звернення у списку, щоб побачити його слова, світлини й підписану історію.</translation>
    </message>
    <message>
        <source>This request is not on this computer</source>
        <translation>Цього звернення немає на цьому комп’ютері</translation>
    </message>
    <message>
        <source>It may be in a district that is not kept here, or it comes with the next connection.</source>
        <translation>Можливо, воно з району, якого тут не зберігають, або надійде з наступним з’єднанням.</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Дві версії</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ще не надіслано</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>ще без номера</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Відповідає</translation>
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
        <source>Opened</source>
        <translation>Відкрито</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрито</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>Номер в іншій системі</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Змінено</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад до списку</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Звернення</translation>
    </message>
    <message>
        <source>Reporter: only for the staff of the responsible body</source>
        <translation>Заявник: лише для працівників відповідальної установи</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Історія</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Виправити</translation>
    </message>
    <message>
        <source>You act as the reporter of this request now.</source>
        <translation>Тепер ви дієте як заявник цього звернення.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Маю квитанцію</translation>
    </message>
    <message>
        <source>Still checking</source>
        <translation>Ще перевіряється</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Назад до карти</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestFilterBar</name>
    <message>
        <source>Open</source>
        <translation>Чинні</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мої</translation>
    </message>
    <message>
        <source>Reported by me</source>
        <translation>Подані мною</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Без виконавця</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Прострочені</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>На підтвердження</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрито</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фільтр</translation>
    </message>
    <message>
        <source>Filter by category, district, state; order</source>
        <translation>Фільтр за категорією, районом, станом; порядок</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Усі категорії</translation>
    </message>
    <message>
        <source>All districts and departments</source>
        <translation>Усі райони й відділи</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Будь-який стан</translation>
    </message>
    <message>
        <source>Changed last first</source>
        <translation>Спершу останні зміни</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Спершу найновіші</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>За номером</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Спершу найближчий строк</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>District or department</source>
        <translation>Район або відділ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestHistory</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Змінено</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Змінено: %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Особа %1</translation>
    </message>
    <message>
        <source>Registered · %1</source>
        <translation>Зареєстровано · %1</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зареєстровано</translation>
    </message>
    <message>
        <source>Signed on this computer; the city has not received it yet.</source>
        <translation>Підписано на цьому комп’ютері; місто ще не отримало.</translation>
    </message>
    <message>
        <source>The author took the words back. That something stood here stays.</source>
        <translation>Автор забрав свої слова. Те, що тут щось було, лишається.</translation>
    </message>
    <message>
        <source>Signature valid, checked on this computer. Device %1, place %2 in the log of the district or department.</source>
        <translation>Підпис чинний, перевірено на цьому комп’ютері. Пристрій %1, місце %2 в журналі району чи відділу.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Signature valid, checked on this computer.</source>
        <translation>Підпис чинний, перевірено на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Signature valid</source>
        <translation>Підпис чинний</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ще не надіслано</translation>
    </message>
    <message>
        <source>Had no effect</source>
        <translation>Не набуло чинності</translation>
    </message>
    <message>
        <source>Words taken back</source>
        <translation>Слова забрано</translation>
    </message>
    <message>
        <source>Signature valid, checked on this computer. Its place in the city&apos;s log is still being checked.</source>
        <translation>Підпис дійсний, перевірено на цьому комп’ютері. Місце в журналі міста ще перевіряється.</translation>
    </message>
    <message>
        <source>Still checking</source>
        <translation>Ще перевіряється</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestMapPanel</name>
    <message>
        <source>%1 of %2 shown, the latest ones. Come closer to see all.</source>
        <translation>Показано %1 із %2, найновіші. Наблизьте, щоб побачити всі.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) in sight</source>
        <translation>
            <numerusform>%Ln звернення у полі зору</numerusform>
            <numerusform>%Ln звернення у полі зору</numerusform>
            <numerusform>%Ln звернень у полі зору</numerusform>
        </translation>
    </message>
    <message>
        <source>Map of the requests in the list</source>
        <translation>Карта звернень зі списку</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestModel</name>
    <message>
        <source>Loading</source>
        <translation>Завантаження</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Що сталося</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Дві версії</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ще не надіслано</translation>
    </message>
    <message>
        <source>Still checking</source>
        <translation>Ще перевіряється</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestPlace</name>
    <message>
        <source>Open</source>
        <translation>Відкрите</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Чекає на відповідь</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Прострочене</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрите</translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestWords</name>
    <message>
        <source>Passed on</source>
        <translation>Передано далі</translation>
    </message>
    <message>
        <source>Unknown state</source>
        <translation>Невідомий стан</translation>
    </message>
    <message>
        <source>Information asked for</source>
        <translation>Запитано уточнення</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Призначено</translation>
    </message>
    <message>
        <source>Work started</source>
        <translation>Роботу розпочато</translation>
    </message>
    <message>
        <source>Reported as done</source>
        <translation>Позначено виконаним</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Відмовлено</translation>
    </message>
    <message>
        <source>Marked as duplicate</source>
        <translation>Позначено дублікатом</translation>
    </message>
    <message>
        <source>Passed to another body</source>
        <translation>Передано іншій установі</translation>
    </message>
    <message>
        <source>Returned to the queue</source>
        <translation>Повернено в чергу</translation>
    </message>
    <message>
        <source>Work resumed</source>
        <translation>Роботу відновлено</translation>
    </message>
    <message>
        <source>Closed without confirmation</source>
        <translation>Закрито без підтвердження</translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation>Узято в роботу знову</translation>
    </message>
    <message>
        <source>Closed as imported</source>
        <translation>Закрито під час імпорту</translation>
    </message>
    <message>
        <source>Information given</source>
        <translation>Надано уточнення</translation>
    </message>
    <message>
        <source>Confirmed as done</source>
        <translation>Виконання підтверджено</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Відкрито знову</translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n min</source>
        <translation>
            <numerusform>Прострочено на %n хв</numerusform>
            <numerusform>Прострочено на %n хв</numerusform>
            <numerusform>Прострочено на %n хв</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n h</source>
        <translation>
            <numerusform>Прострочено на %n год</numerusform>
            <numerusform>Прострочено на %n год</numerusform>
            <numerusform>Прострочено на %n год</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>Прострочено на %n дн.</numerusform>
            <numerusform>Прострочено на %n дн.</numerusform>
            <numerusform>Прострочено на %n дн.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Today until %1</source>
        <translation>Сьогодні до %1</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
    <message>
        <source>Tomorrow until %1</source>
        <translation>Завтра до %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>Ще %n день</numerusform>
            <numerusform>Ще %n дні</numerusform>
            <numerusform>Ще %n днів</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>телефоном</translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>за стійкою</translation>
    </message>
    <message>
        <source>in the program</source>
        <translation>у програмі</translation>
    </message>
    <message>
        <source>at a kiosk</source>
        <translation>через кіоск</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>вебсторінка</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>імпортовано</translation>
    </message>
    <message>
        <source>in some other way</source>
        <translation>іншим способом</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>На підтвердження</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Без підтвердження</translation>
    </message>
    <message>
        <source>Needs details</source>
        <translation>Уточнити дані</translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n month(s)</source>
        <translation>
            <numerusform>Прострочено на %n міс.</numerusform>
            <numerusform>Прострочено на %n міс.</numerusform>
            <numerusform>Прострочено на %n міс.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n year(s)</source>
        <translation>
            <numerusform>Прострочено на %n рік</numerusform>
            <numerusform>Прострочено на %n роки</numerusform>
            <numerusform>Прострочено на %n років</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest is shown first. Its signatures are valid; its place in the city&apos;s log is checked as the log comes in. You can work with it already.</source>
        <translation>Найновіше показано першим. Підписи дійсні; місце в журналі міста перевіряється, поки журнал надходить. Працювати з цим можна вже зараз.</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n хв тому</numerusform>
            <numerusform>%n хв тому</numerusform>
            <numerusform>%n хв тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n год тому</numerusform>
            <numerusform>%n год тому</numerusform>
            <numerusform>%n год тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n день тому</numerusform>
            <numerusform>%n дні тому</numerusform>
            <numerusform>%n днів тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n місяць тому</numerusform>
            <numerusform>%n місяці тому</numerusform>
            <numerusform>%n місяців тому</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n рік тому</numerusform>
            <numerusform>%n роки тому</numerusform>
            <numerusform>%n років тому</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestsPage</name>
    <message>
        <source>A list of requests with filters. Enter opens the chosen one.</source>
        <translation>Список звернень із фільтрами. Enter відкриває вибране.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>No request on this computer fits. Try other words, or take the filter away.</source>
        <translation>Жодне звернення на цьому комп’ютері не підходить. Спробуйте інші слова або приберіть фільтр.</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>Показати всі звернення</translation>
    </message>
    <message>
        <source>The city has not arrived yet</source>
        <translation>Місто ще не надійшло</translation>
    </message>
    <message>
        <source>Its requests come with the first connection and stay on this computer.</source>
        <translation>Його звернення надійдуть із першим з’єднанням і залишаться на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Звернень ще немає</translation>
    </message>
    <message>
        <source>Write down the first one: it is kept even without a connection.</source>
        <translation>Запишіть перше: воно збережеться навіть без зв’язку.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Нове звернення</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Тут порожньо</translation>
    </message>
    <message>
        <source>There are no requests of this kind now. New ones come here by themselves.</source>
        <translation>Таких звернень зараз немає. Нові з’являться тут самі.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Звернення</translation>
    </message>
    <message>
        <source>Search in requests</source>
        <translation>Пошук у зверненнях</translation>
    </message>
    <message>
        <source>Map of the requests</source>
        <translation>Карта звернень</translation>
    </message>
</context>
<context>
    <name>spilno::pages::StartCover</name>
    <message>
        <source>Joining…</source>
        <translation>Приєднання…</translation>
    </message>
    <message>
        <source>Founding…</source>
        <translation>Заснування…</translation>
    </message>
</context>
<context>
    <name>spilno::pages::StartHead</name>
    <message>
        <source>Spilno</source>
        <translation>Спільно</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
</context>
<context>
    <name>spilno::pages::StartStep</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>spilno::pages::StepPanel</name>
    <message>
        <source>Me</source>
        <translation>Я</translation>
    </message>
    <message>
        <source>Write a sentence: everyone reads it in the history.</source>
        <translation>Напишіть речення: в історії його читають усі.</translation>
    </message>
    <message>
        <source>This is the number of this very request.</source>
        <translation>Це номер цього самого звернення.</translation>
    </message>
    <message>
        <source>No request with this number is on this computer.</source>
        <translation>Звернення з таким номером на цьому комп’ютері немає.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Хто виконує</translation>
    </message>
    <message>
        <source>Which body</source>
        <translation>Яка установа</translation>
    </message>
    <message>
        <source>Number of the request it repeats</source>
        <translation>Номер звернення, яке воно повторює</translation>
    </message>
    <message>
        <source>Answer the reporter</source>
        <translation>Відповісти заявникові</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Написати коментар</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Відповідь</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Що зроблено</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примітка</translation>
    </message>
    <message>
        <source>Note, if needed</source>
        <translation>Примітка, якщо потрібна</translation>
    </message>
    <message>
        <source>Public: everyone reads it. Write no names, phones or addresses of people.</source>
        <translation>Відкрито: це читають усі. Не пишіть імен, телефонів та адрес людей.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::SyncPage</name>
    <message>
        <source>Connected</source>
        <translation>Є зв’язок</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>З’єднання</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Зупинено</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Без зв’язку</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>Адреса в буфері обміну.</translation>
    </message>
    <message>
        <source>Contact with the city, and what of it is on this computer</source>
        <translation>Зв’язок із містом і що з нього є на цьому комп’ютері</translation>
    </message>
    <message>
        <source>Joining did not go through: %1</source>
        <translation>Приєднатися не вдалося: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Сервер: %1</translation>
    </message>
    <message>
        <source>There was no contact yet since the program started.</source>
        <translation>Від запуску програми зв’язку ще не було.</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Останній зв’язок: %1</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Наступна спроба: %1</translation>
    </message>
    <message>
        <source>Since the program started: %1 received, %2 sent.</source>
        <translation>Від запуску програми отримано: %1, надіслано: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln зміна</numerusform>
            <numerusform>%Ln зміни</numerusform>
            <numerusform>%Ln змін</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this computer differs from the server&apos;s by %1. Set it right.</source>
        <translation>Годинник цього комп’ютера розходиться із серверним на %1. Виправте його.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n хвилину</numerusform>
            <numerusform>%n хвилини</numerusform>
            <numerusform>%n хвилин</numerusform>
        </translation>
    </message>
    <message>
        <source>Share this city on the local network</source>
        <translation>Відкрити місто в локальній мережі</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адреса</translation>
    </message>
    <message>
        <source>Others join the city by this address. Its server is on another computer.</source>
        <translation>За цією адресою до міста приєднуються інші. Його сервер на іншому комп’ютері.</translation>
    </message>
    <message>
        <source>Everybody on this network can join and synchronise by this address while the program runs.</source>
        <translation>Кожен у цій мережі може приєднатися й синхронізуватися за цією адресою, поки працює програма.</translation>
    </message>
    <message>
        <source>The city&apos;s server runs in this program and answers on this computer only.</source>
        <translation>Сервер міста працює в цій програмі й відповідає лише на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На цьому комп’ютері</translation>
    </message>
    <message>
        <source>Not replicated</source>
        <translation>Не копіюється</translation>
    </message>
    <message>
        <source>Nothing of the city is here yet: it comes with the first contact.</source>
        <translation>Від міста тут ще нічого немає: з’явиться з першим зв’язком.</translation>
    </message>
    <message>
        <source>Each part of the city is a signed log of its own. What is on this computer works without a connection.</source>
        <translation>Кожна частина міста – окремий підписаний журнал. Що є на цьому комп’ютері, працює без зв’язку.</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Синхронізація</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Спробувати зараз</translation>
    </message>
    <message>
        <source>Parts of the city</source>
        <translation>Частини міста</translation>
    </message>
    <message>
        <source>Let others on this network reach it</source>
        <translation>Дати доступ іншим у цій мережі</translation>
    </message>
    <message>
        <source>Address of the city</source>
        <translation>Адреса міста</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопіювати</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) are shown before the log has come; they are still being checked.</source>
        <translation>
            <numerusform>%Ln запис показано до надходження журналу; він ще перевіряється.</numerusform>
            <numerusform>%Ln записи показано до надходження журналу; вони ще перевіряються.</numerusform>
            <numerusform>%Ln записів показано до надходження журналу; вони ще перевіряються.</numerusform>
        </translation>
    </message>
    <message>
        <source>A server once showed as newest what its log then did not hold. The log counts: %1</source>
        <translation>Сервер якось показав найновішим те, чого в його журналі потім не виявилося. Діє журнал: %1</translation>
    </message>
    <message>
        <source>Nothing is held back: proven by the city&apos;s signed checkpoint of %1.</source>
        <translation>Нічого не притримано: доведено підписаною контрольною точкою міста від %1.</translation>
    </message>
    <message>
        <source>That nothing is held back is not proven yet.</source>
        <translation>Що нічого не притримано, ще не доведено.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not proven yet; the city&apos;s next signed checkpoint does it.</source>
        <translation>
            <numerusform>%Ln зміну ще не доведено; її доведе наступна підписана контрольна точка міста.</numerusform>
            <numerusform>%Ln зміни ще не доведено; їх доведе наступна підписана контрольна точка міста.</numerusform>
            <numerusform>%Ln змін ще не доведено; їх доведе наступна підписана контрольна точка міста.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 not proven</source>
        <translation>%1, не доведено %2</translation>
    </message>
    <message>
        <source>%1, proven</source>
        <translation>%1, доведено</translation>
    </message>
    <message>
        <source>Nothing is held back: proven by the city&apos;s signed checkpoint.</source>
        <translation>Нічого не притримано: доведено підписаною контрольною точкою міста.</translation>
    </message>
    <message>
        <source>%1 The proof is kept on this computer, for anybody to check.</source>
        <comment>lie</comment>
        <translation>%1 Доказ збережено на цьому комп’ютері, перевірити його може будь-хто.</translation>
    </message>
</context>
<context>
    <name>spilno::pages::WelcomeStep</name>
    <message>
        <source>Profile %1</source>
        <translation>Профіль %1</translation>
    </message>
    <message>
        <source>Another city</source>
        <translation>Ще одне місто</translation>
    </message>
    <message>
        <source>One profile can belong to several cities. Your keys and your name stay yours.</source>
        <translation>Один профіль може належати до кількох міст. Ваші ключі й ім’я лишаються вашими.</translation>
    </message>
    <message>
        <source>Welcome to Spilno</source>
        <translation>Вітаємо у «Спільно»</translation>
    </message>
    <message>
        <source>A city&apos;s network on your own computer: it works without a connection and belongs to those who take part. How would you like to begin?</source>
        <translation>Мережа міста на вашому комп’ютері: працює без зв’язку й належить тим, хто бере участь. Як бажаєте почати?</translation>
    </message>
    <message>
        <source>Which profile?</source>
        <translation>Який профіль?</translation>
    </message>
    <message>
        <source>These are on this computer.</source>
        <translation>Ці є на цьому комп’ютері.</translation>
    </message>
    <message>
        <source>Or make a new profile</source>
        <translation>Або створіть новий профіль</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Маю запрошення</translation>
    </message>
    <message>
        <source>A link, or the text of a QR code, from a letter or a printed slip.</source>
        <translation>Посилання або текст QR-коду з листа чи надрукованого аркушика.</translation>
    </message>
    <message>
        <source>I know the address of a city</source>
        <translation>Знаю адресу міста</translation>
    </message>
    <message>
        <source>It begins with spilno:// and anybody may have it.</source>
        <translation>Починається зі spilno://, і її може мати кожен.</translation>
    </message>
    <message>
        <source>Look around in a demonstration city</source>
        <translation>Роззирнутися в показовому місті</translation>
    </message>
    <message>
        <source>Real requests from Boston, a server on this computer, nothing to fill in.</source>
        <translation>Справжні звернення з Бостона, сервер на цьому комп’ютері, нічого не треба заповнювати.</translation>
    </message>
    <message>
        <source>Host a city on this computer</source>
        <translation>Розмістити місто на цьому комп’ютері</translation>
    </message>
    <message>
        <source>You found it, this computer serves it, and others join with your invitations.</source>
        <translation>Ви його засновуєте, цей комп’ютер – його сервер, а інші приєднуються за вашими запрошеннями.</translation>
    </message>
</context>
<context>
    <name>spilno::records::ChangeWords</name>
    <message>
        <source>City</source>
        <translation>Місто</translation>
    </message>
    <message>
        <source>Part of the city</source>
        <translation>Частина міста</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Ім’я для входу</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Профіль</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Запрошення</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Приєднання</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Установа</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Місце</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категорія</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Звернення</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Заявник</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Коментар</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Світлина</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Стирання</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Prefix of numbers</source>
        <translation>Префікс номерів</translation>
    </message>
    <message>
        <source>Day of rest</source>
        <translation>Вихідний день</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запис</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Нове</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Зміна</translation>
    </message>
    <message>
        <source>Somebody else moved it on before this change arrived.</source>
        <translation>Стан змінився раніше, ніж надійшла ця зміна.</translation>
    </message>
    <message>
        <source>The city does not know this device, or it was withdrawn.</source>
        <translation>Місто не знає цього пристрою, або його відкликано.</translation>
    </message>
    <message>
        <source>You have no right to this where the change was made.</source>
        <translation>Там, де зроблено зміну, ви не маєте на це права.</translation>
    </message>
    <message>
        <source>The record it belongs to is not in the city.</source>
        <translation>Запису, якого вона стосується, у місті немає.</translation>
    </message>
    <message>
        <source>The city has such a record already.</source>
        <translation>Такий запис у місті вже є.</translation>
    </message>
    <message>
        <source>Such a record does not belong in this part of the city.</source>
        <translation>Такий запис не належить до цієї частини міста.</translation>
    </message>
    <message>
        <source>Something in it does not fit the form.</source>
        <translation>Щось у ній не відповідає формі.</translation>
    </message>
    <message>
        <source>Something that the form needs is missing.</source>
        <translation>Бракує того, що потрібно у формі.</translation>
    </message>
    <message>
        <source>There is no such step from the state it was in.</source>
        <translation>З того стану такого кроку немає.</translation>
    </message>
    <message>
        <source>It was over by the time the change arrived.</source>
        <translation>Коли зміна надійшла, усе вже закінчилося.</translation>
    </message>
    <message>
        <source>The number or the name belongs to another record.</source>
        <translation>Номер або ім’я належить іншому запису.</translation>
    </message>
    <message>
        <source>The code that came with it does not fit.</source>
        <translation>Код, що надійшов із нею, не підходить.</translation>
    </message>
    <message>
        <source>Another change that belongs to it did not take effect.</source>
        <translation>Інша зміна, що належить до неї, не подіяла.</translation>
    </message>
    <message>
        <source>The city could not read it.</source>
        <translation>Місто не змогло її прочитати.</translation>
    </message>
    <message>
        <source>It is more than the city takes from one device in a while.</source>
        <translation>Це більше, ніж місто за якийсь час бере з одного пристрою.</translation>
    </message>
    <message>
        <source>It is longer or larger than the city allows.</source>
        <translation>Це довше або більше, ніж дозволяє місто.</translation>
    </message>
    <message>
        <source>The city does not take this from your device.</source>
        <translation>Місто не бере цього з вашого пристрою.</translation>
    </message>
    <message>
        <source>The city did not take it (%1).</source>
        <translation>Місто цього не взяло (%1).</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>порожньо</translation>
    </message>
    <message>
        <source>%1 ; %2</source>
        <comment>latitude ; longitude</comment>
        <translation>%1 ; %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>так</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ні</translation>
    </message>
    <message>
        <source>(not text)</source>
        <translation>(не текст)</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>Реєстратор</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Адміністратор</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Координатор</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Член</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Учасник</translation>
    </message>
    <message>
        <source>Rules of the city</source>
        <translation>Правила міста</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Sealed part</source>
        <translation>Закрита частина</translation>
    </message>
    <message>
        <source>Map layer</source>
        <translation>Шар карти</translation>
    </message>
    <message>
        <source>Part of a map</source>
        <translation>Частина карти</translation>
    </message>
</context>
<context>
    <name>spilno::records::FieldEditor</name>
    <message numerus="yes">
        <source>Too long by about %n character(s).</source>
        <translation>
            <numerusform>Задовго приблизно на %n знак.</numerusform>
            <numerusform>Задовго приблизно на %n знаки.</numerusform>
            <numerusform>Задовго приблизно на %n знаків.</numerusform>
        </translation>
    </message>
    <message>
        <source>This can not be left out.</source>
        <translation>Це треба заповнити.</translation>
    </message>
    <message>
        <source>This is not a whole number.</source>
        <translation>Це не ціле число.</translation>
    </message>
</context>
<context>
    <name>spilno::records::QuestionForm</name>
    <message>
        <source>Choose</source>
        <translation>Виберіть</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Так</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ні</translation>
    </message>
    <message>
        <source>This is not a whole number.</source>
        <translation>Це не ціле число.</translation>
    </message>
    <message>
        <source>This can not be left out.</source>
        <translation>Це треба заповнити.</translation>
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
        <translation>Файл %1 з паролем не вдається прочитати.</translation>
    </message>
    <message>
        <source>The first line of %1 is empty: no passphrase.</source>
        <translation>Перший рядок %1 порожній: немає пароля.</translation>
    </message>
    <message>
        <source>Passphrase of the owner: </source>
        <translation>Пароль власника: </translation>
    </message>
    <message>
        <source>A passphrase is needed: set SPILNO_PASSPHRASE_FILE to a file with it, or start the program at a terminal.</source>
        <translation>Потрібен пароль: вкажіть файл з ним у SPILNO_PASSPHRASE_FILE або запустіть програму в терміналі.</translation>
    </message>
    <message>
        <source>An empty passphrase protects nothing.</source>
        <translation>Порожній пароль нічого не захищає.</translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>Те саме ще раз: </translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Два паролі не однакові.</translation>
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
        <translation>Пароль не підходить.</translation>
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
        <translation>Ключ сервера в %1 не відкривається цим паролем; файл з правильним вказують у SPILNO_SERVER_PASSPHRASE_FILE.</translation>
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
        <translation>Профіль у %1 не відкривається цим паролем.</translation>
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
        <translation>перерахувати всі хеші, підписи й таблиці та сказати, що й де не так</translation>
    </message>
    <message>
        <source>All is right: %1 changes in %2 scopes, %3 photos.</source>
        <translation>Усе гаразд. Змін: %1, областей: %2, фотографій: %3.</translation>
    </message>
    <message>
        <source>Something is wrong, as said above; a backup can be restored with «spilno-server restore».</source>
        <translation>Знайдено помилки, названі вище; резервну копію можна відновити командою «spilno-server restore».</translation>
    </message>
    <message>
        <source>A part of the database is damaged and cannot be read; all else is served. Restore the newest backup.</source>
        <translation>Частина бази даних пошкоджена й не читається; решта працює. Відновіть найновішу резервну копію.</translation>
    </message>
</context>
<context>
    <name>spilno::session::DemoCity</name>
    <message>
        <source>Demonstration city</source>
        <translation>Показове місто</translation>
    </message>
    <message>
        <source>Oksana Koval</source>
        <translation>Оксана Коваль</translation>
    </message>
</context>
<context>
    <name>spilno::session::Sentences</name>
    <message>
        <source>It is not there any more, or never was.</source>
        <translation>Цього тут уже немає або й не було.</translation>
    </message>
    <message>
        <source>Something in what was entered does not fit.</source>
        <translation>Щось із введеного не підходить.</translation>
    </message>
    <message>
        <source>It is longer or larger than the city allows.</source>
        <translation>Це довше або більше, ніж дозволяє місто.</translation>
    </message>
    <message>
        <source>What arrived does not verify, so it was not taken in.</source>
        <translation>Отримане не пройшло перевірки, тож його не взято.</translation>
    </message>
    <message>
        <source>This profile was also used on another computer; its changes are being sent again.</source>
        <translation>Цим профілем користувалися й на іншому комп’ютері; його зміни надсилаються знову.</translation>
    </message>
    <message>
        <source>The city does not know this device yet.</source>
        <translation>Місто ще не знає цього пристрою.</translation>
    </message>
    <message>
        <source>You have no right to do this here.</source>
        <translation>Тут ви не маєте на це права.</translation>
    </message>
    <message>
        <source>This is not the passphrase. Check the keyboard layout and Caps Lock.</source>
        <translation>Це не той пароль. Перевірте розкладку клавіатури й Caps Lock.</translation>
    </message>
    <message>
        <source>Another city answers at this address. Ask for the address again.</source>
        <translation>За цією адресою відповідає інше місто. Попросіть адресу ще раз.</translation>
    </message>
    <message>
        <source>This was written by a newer version of the program. Install it to go on.</source>
        <translation>Це записала новіша версія програми. Установіть її, щоб продовжити.</translation>
    </message>
    <message>
        <source>Another window or program has it open. Close that one first.</source>
        <translation>Це відкрито в іншому вікні чи програмі. Спершу закрийте там.</translation>
    </message>
    <message>
        <source>The folder can not be written. Choose another one or ask for the right.</source>
        <translation>До цієї теки не можна записати. Виберіть іншу або попросіть дозволу.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again.</source>
        <translation>Диск заповнено. Звільніть місце й спробуйте ще раз.</translation>
    </message>
    <message>
        <source>A file on this disk is damaged. What the city has is safe there.</source>
        <translation>Файл на цьому диску пошкоджено. Те, що є в місті, там у безпеці.</translation>
    </message>
    <message>
        <source>The disk did not answer as it should.</source>
        <translation>Диск відповів не так, як слід.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Немає зв’язку.</translation>
    </message>
    <message>
        <source>It has changed since you saw it. Look again, then decide.</source>
        <translation>Відтоді, як ви це бачили, воно змінилося. Погляньте ще раз і вирішіть.</translation>
    </message>
    <message>
        <source>It is busy at the moment. Try again in a minute.</source>
        <translation>Зараз зайнято. Спробуйте за хвилину.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Зупинено.</translation>
    </message>
    <message>
        <source>The profile is locked. Unlock it first.</source>
        <translation>Профіль заблоковано. Спершу розблокуйте.</translation>
    </message>
    <message>
        <source>Something went wrong that this program has no words for.</source>
        <translation>Сталося щось, для чого програма не має слів.</translation>
    </message>
    <message>
        <source>There is no profile in this folder.</source>
        <translation>У цій теці немає профілю.</translation>
    </message>
    <message>
        <source>The file with the keys of this profile is damaged.</source>
        <translation>Файл із ключами цього профілю пошкоджено.</translation>
    </message>
    <message>
        <source>This profile is open in another window. Close it there first.</source>
        <translation>Цей профіль відкрито в іншому вікні. Спершу закрийте його там.</translation>
    </message>
    <message>
        <source>There is a profile in this folder already.</source>
        <translation>У цій теці вже є профіль.</translation>
    </message>
    <message>
        <source>Paste the link of the invitation or the address of the city.</source>
        <translation>Вставте посилання запрошення або адресу міста.</translation>
    </message>
    <message>
        <source>An address of a city begins with spilno://</source>
        <translation>Адреса міста починається зі spilno://</translation>
    </message>
    <message>
        <source>The address does not say where the city&apos;s server is.</source>
        <translation>В адресі не сказано, де сервер міста.</translation>
    </message>
    <message>
        <source>After the colon stands a number from 1 to 65535.</source>
        <translation>Після двокрапки має стояти число від 1 до 65535.</translation>
    </message>
    <message>
        <source>The address names too many servers.</source>
        <translation>В адресі названо забагато серверів.</translation>
    </message>
    <message>
        <source>The end is missing: # and 64 digits and letters that prove the city.</source>
        <translation>Бракує кінця: знака # і 64 цифр та літер, що засвідчують місто.</translation>
    </message>
    <message>
        <source>After # stand 64 digits and letters from a to f. Some are missing or mistyped.</source>
        <translation>Після # мають стояти 64 цифри й літери від a до f. Деяких бракує або є помилка.</translation>
    </message>
    <message>
        <source>This is neither an address nor an invitation that this program knows.</source>
        <translation>Це ні адреса, ні запрошення, які знає програма.</translation>
    </message>
    <message>
        <source>The code of the invitation is missing in the link.</source>
        <translation>У посиланні бракує коду запрошення.</translation>
    </message>
    <message>
        <source>Synchronisation is off</source>
        <translation>Синхронізацію вимкнено</translation>
    </message>
    <message>
        <source>Looking for the city&apos;s server</source>
        <translation>Пошук сервера міста</translation>
    </message>
    <message>
        <source>Checking that it is the right city</source>
        <translation>Перевірка, чи це те місто</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) still to come</source>
        <translation>
            <numerusform>Ще надійде %Ln зміна</numerusform>
            <numerusform>Ще надійдуть %Ln зміни</numerusform>
            <numerusform>Ще надійде %Ln змін</numerusform>
        </translation>
    </message>
    <message>
        <source>All is here and all is sent</source>
        <translation>Усе отримано й усе надіслано</translation>
    </message>
    <message numerus="yes">
        <source>Sending %Ln change(s)</source>
        <translation>
            <numerusform>Надсилається %Ln зміна</numerusform>
            <numerusform>Надсилаються %Ln зміни</numerusform>
            <numerusform>Надсилається %Ln змін</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection to the city now</source>
        <translation>Зараз немає зв’язку з містом</translation>
    </message>
    <message>
        <source>Synchronisation has stopped</source>
        <translation>Синхронізацію зупинено</translation>
    </message>
    <message>
        <source>No server answers at the city&apos;s address. You can go on working: everything is kept on this computer and sent later.</source>
        <translation>За адресою міста ніхто не відповідає. Можна працювати далі: усе зберігається на цьому комп’ютері й піде пізніше.</translation>
    </message>
    <message>
        <source>The connection broke off. It is tried again by itself.</source>
        <translation>Зв’язок обірвався. Нові спроби робляться самі.</translation>
    </message>
    <message>
        <source>The city&apos;s server said goodbye; it may be restarting. It is tried again by itself.</source>
        <translation>Сервер міста попрощався; можливо, він перезапускається. Нові спроби робляться самі.</translation>
    </message>
    <message>
        <source>Another city answers at this address. Nothing was sent. Ask for the right address.</source>
        <translation>За цією адресою відповідає інше місто. Нічого не надіслано. Попросіть правильну адресу.</translation>
    </message>
    <message>
        <source>The server can not prove that it is this city&apos;s. Nothing was sent.</source>
        <translation>Сервер не може довести, що він цього міста. Нічого не надіслано.</translation>
    </message>
    <message>
        <source>The server speaks another version. Update the program.</source>
        <translation>Сервер говорить іншою версією. Оновіть програму.</translation>
    </message>
    <message>
        <source>The server shows another history than before. Nothing was taken; tell the city&apos;s operator.</source>
        <translation>Сервер показує іншу історію, ніж раніше. Нічого не взято; повідомте оператора міста.</translation>
    </message>
    <message>
        <source>The server was restored from an older copy. What you have is kept here; tell the city&apos;s operator.</source>
        <translation>Сервер відновлено зі старішої копії. Що є у вас, збережено тут; повідомте оператора міста.</translation>
    </message>
    <message>
        <source>The server sent something that does not verify. It was not taken in.</source>
        <translation>Сервер надіслав те, що не пройшло перевірки. Його не взято.</translation>
    </message>
    <message>
        <source>The copy of the city on this computer could not be written: %1</source>
        <translation>Копію міста на цьому комп’ютері не вдалося записати: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, a time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>spilno::shell::CityPaletteSource</name>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Звернення</translation>
    </message>
</context>
<context>
    <name>spilno::shell::CommandPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Знайти будь-що</translation>
    </message>
    <message>
        <source>People, requests, pages, actions…</source>
        <translation>Люди, звернення, сторінки, дії…</translation>
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
    <name>spilno::shell::Desktop</name>
    <message>
        <source>Outbox</source>
        <translation>Вихідні</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Розбіжності</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Синхронізація</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>Міста</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавіатура</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Початок</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>role · body</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation>Без пароля</translation>
    </message>
    <message>
        <source>This profile opens without a passphrase: whoever uses this computer can act in your name.</source>
        <translation>Цей профіль відкривається без пароля: хто користується цим комп’ютером, може діяти від вашого імені.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Звернення</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Нове звернення</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Відкривання</translation>
    </message>
    <message>
        <source>This file carries changes of a city. They are taken in as soon as the city is open: choose the profile, or join the city first.</source>
        <translation>У цьому файлі – зміни міста. Їх буде прийнято, щойно місто відкриється: виберіть профіль або спершу приєднайтеся до міста.</translation>
    </message>
    <message>
        <source>The demonstration is not complete: %1</source>
        <translation>Показове місто неповне: %1</translation>
    </message>
</context>
<context>
    <name>spilno::shell::LockScreen</name>
    <message>
        <source>This is not the passphrase. Check the keyboard layout and Caps Lock.</source>
        <translation>Це не той пароль. Перевірте розкладку клавіатури й Caps Lock.</translation>
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
        <translation>Пароль</translation>
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
    <name>spilno::shell::PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Змінити пароль</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>Встановити пароль</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Теперішній пароль</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Встановити</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
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
    <message>
        <source>From now on the new passphrase opens this profile on this computer.</source>
        <translation>Відтепер цей профіль на цьому комп’ютері відкриває новий пароль.</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Змінити пароль…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>Встановити пароль…</translation>
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
        <source>People, requests, pages, actions…</source>
        <translation>Люди, звернення, сторінки, дії…</translation>
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
    <name>spilno::widgets::MapView</name>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln позначка</numerusform>
            <numerusform>%Ln позначки</numerusform>
            <numerusform>%Ln позначок</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrows move the map, plus and minus zoom, Home shows the whole. Ctrl and an arrow go to the next mark, Enter opens it.</source>
        <translation>Стрілки рухають карту, плюс і мінус змінюють масштаб, Home показує її всю. Ctrl зі стрілкою переходить до сусідньої позначки, Enter відкриває її.</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Ближче</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Далі</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>Уся карта</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 км</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 м</translation>
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
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln зміна чекає</numerusform>
            <numerusform>%Ln зміни чекають</numerusform>
            <numerusform>%Ln змін чекають</numerusform>
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
