"""What stands below an article and is no part of it, and last paragraphs that only look like it."""

import pytest

from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read


def below(*lines: str) -> str:
    return read(html(paragraphs() + paragraphs(*lines))).article_body


@pytest.mark.parametrize(
    "line",
    [
        "Journal information: Small Surfaces", "Provided by University of Velmstadt",
        "More information: Ada Lind et al, Piers, Small Surfaces (2023). DOI: 10.1/x",
        "Citation: Piers hold (2023, April 18) retrieved 2 May 2023 from https://velm.example/piers",
        "This document is subject to copyright. No part may be copied.",
        "Dieses Thema im Programm: Velmfunk, 3. März 2024, 12:00 Uhr.",
        "Über dieses Thema berichtete der Velmfunk am 3. März um 12:00 Uhr.",
        "Puedes seguir a EL VELM en Instagram y X.",
        "Bron: VNA", "Fonte: Agenzia Velm", "Źródło: VAP", "Источник: ВТА", "Πηγή: ΒΠΕ", "المصدر : وكالات", "منبع: خبرنما",
        "מקור: סוכנויות",
        "来源：河流社", "（本文来源：河流晚报）", "原标题：市府新增公园", "出典：河流新報", "(Con información de VFE)",
        "*Com informações da Agência Velm",
        "Avec AVP", "Avec l'AVP", "Avec AVP et Reuters", "無断転載を禁ず",
        "Avec les agences", "(Theo VTXN)", "Theo Báo Sông Xanh", "ขอบคุณข้อมูลจาก สำนักข่าวแม่น้ำ", "사진=강변신문 DB",
        "Posted By: Ada Lind", "Edited by Ada Lind", "Edição: Ada Lind", "Mhariri: Ada Lind", "पोस्टेड बाय: अदा लिंड",
        "（责编：王河、张江）", "责任编辑：王河",
        "编辑 王河 校对 李江", "文/王河 图/李江", "=王河江子", "（河田江子）", "（共同）", "（完）",
        "홍강변 기자 hong@velm.example", "홍강변기자", "[홍강변 기자]",
        "hong@velm.example", "Ada Lind ada@velm.example", "E-mail: ada.lind@velm.example", "לתגובות: ada@velm.example",
        "(rih/mbr)", "afcl", "SC", "A.D", "আরএম/এসআই", "aja/VAP",
        "<저작권자 ⓒ 강변신문, 무단 전재 및 재배포 금지>", "강변신문(www.velm.example) ⓒ",
        "記事・写真の無断転載を禁じます。著作権は河流新報社に帰属します。",
        "This material may not be published, broadcast, rewritten or redistributed.", "No part of this article may be copied.",
        "Reproduction only with the permission of the publisher", "Reprinted with permission.",
        "Nachdruck nur mit Genehmigung des Verlags",
        "При полном или частичном использовании материалов ссылка на сайт обязательна.", "جميع الحقوق محفوظة",
        "Prohibida la reproducción total o parcial.",
        "特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。", "版权声明：本文版权归原作者所有。",
        "未经授权，不得转载。",
        "Síguenos en Google News", "Únete a nuestro canal de WhatsApp", "* Síguenos en Twitter @velm",
        "Siga o canal no WhatsApp e receba notícias",
        "Suivez-nous sur WhatsApp", "Rejoignez notre chaîne WhatsApp", "Ikuti kami di saluran WhatsApp untuk berita terkini.",
        "Dapatkan berita pilihan di Grup Telegram kami.", "Подписывайтесь на наш Telegram", "تابعوا آخر الأخبار عبر Google news",
        "تابع أحدث الأخبار على تيليجرام", "ہمیں فیس بک پر فالو کریں", "हमें फेसबुक और ट्विटर पर फॉलो करें।",
        "ติดตามข่าวสารได้ที่ LINE Official",
        "Mời bạn đọc theo dõi kênh Zalo của báo", "카카오톡에 친구추가해 제보해 주세요.", "▶ 포털에서 강변신문 구독하기", "點我下載APP",
        "انتهى/25", "انتهای پیام/", "کد خبر 4642345", "最終更新:3/12(月) 14:30", "#ponte #rio", "Page A1", "Pages: 1 2 3",
        "Printer-friendly version | E-mail this story to a friend", "Rate this story: 1 2 3 4 5", "Back to top | Home",
        "Return to Velm Courier home page", "Click here to read about the closing of the bridge.", "URL: http://www.velm.example/?id=12",
        "What do you think? Send your comments to letters@velm.example.", "Content Highlights: a bridge over the Velm",
        "Quelle: velm.example, mau/vpa", "Zdroj: VTA, VELM.example", "Izvor: Velm", "ΠΗΓΗ: ΒΠΕ",
        "Źródło zdjęcia głównego: VAP", "Sursa foto: Velm", "Allikas: VNS", "Editor : A.P.", "red, velm.example/Agenturen", "/velmau/",
        "@AdaLind",
        "Tagi: woda, most", "Štítky: voda", "Címkék: híd, folyó", "Etichete: poduri", "Теги: кот, мост", "Etiketler: köprü",
        "Ετικέτες: γέφυρα",
        "Etiquetas: Velm, puente", "Schlagwörter: Brücke, Fähre", "Argomenti: ponte", "Ключови думи: мост",
        "This is a developing story. Check back for updates.",
        "A version of this article appears in print on April 12, 2023, Section A, Page 1 of the valley edition.",
        "For all the latest Velm News, download the Courier App.",
        "We want to hear your views on the news. Subscribe to Velm Courier to be part of the conversation in the comments section.",
        "More information: Ada Lind et al, The cows of the Velm, Valley Science (2024). DOI: 10.0000/vs.2024.01",
        "Citation: Council votes to rebuild the old bridge (2024, March 5) retrieved 9 March 2024 from https://velm.example/bridge",
        "Provided by University of the Upper Velm",
        "This document is subject to copyright. Apart from private study, no part may be used without the written permission.",
        "(Top photo: Ada Lind/Velm Images; design: Bo Ek)", "Header image: Ada Lind",
        "Thank you for reading our article. You can keep up-to-date with our daily letter. Just click here",
        "Grazie per aver letto quest’articolo. Se vuoi restare aggiornato, clicca qui",
        "Let us know what you think about this article. Submit a letter to the editor at ada@velm.example.",
        "If you want other stories on this topic, search the Archives at velm.example/archives.",
    ],
)  # fmt: skip
def test_a_note_at_the_foot_is_left_out_in_any_language(line: str) -> None:
    assert below(line.replace("<", "&lt;")) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "More information: nobody had any.",
        "Citation: the judge read it aloud.",
        "Provided by the town, the food was free.",
        "Über dieses Thema berichtete niemand.",
        "Puedes seguir a la banda hasta el río.",
        "Source of the river: nobody knows where it is.",
        "The source: a spring above the inn. Ada Lind has been there.",
        "Theo Lind had the last word",
        "Avec Ada Lind, tout devient possible",
        "The report may not be published before the vote.",
        "Reproduction of the salmon has been studied without any result.",
        "Sigue el camino del río hasta la posada",
        "Recibe cada día la visita de su madre",
        "Siga o rio até a ponte.",
        "“Suivez-moi sur Facebook”, dit-il",
        "Compiled by hand, the list of the cows took two years",
        "Page after page, the council read on.",
        "Tickets: info@velm.example",
        "Ada Lind says: write to ada@velm.example or come to the inn",
        "Fin de partie",
        "Temas: la vivienda y el agua. Nadie habla del puente.",
        "Etiquetas: nada dicen. Ada Lind las quita.",
        "Quelle: der Brunnen. Ada Lind war dort.",
        "This is a developing country, and so is that.",
        "A version of this bridge stood here.",
        "../Ada",
        "3/5",
        "He said no.",
        "Rate this high, it will last.",
        "Provided by nature, the stones lie there for everybody.",
        "Provided by the council, the ferry sails twice a day.",
        "Citation: none. Ada Lind has read it in a book, she says.",
        "More information: velm.example/bridge",
        "This material is subject to rust, the engineers say.",
        "Thank you for reading the bridge the right way, he told the boat.",
        "Let us know what you think about the bridge, the mayor said.",
        "Submit a letter to the editor, or stay silent: that is the choice, he said.",
        "Top photo of the day: a cow on the ferry.",
        "Correction: an earlier version gave the wrong name of the inn.",
        "该报告未经授权，也没有人承认。",
        "编辑部的人都去了桥上",
        "Unauthorized use of a motor vehicle is a third-degree felony punishable by up to five years in prison.",
        "No part of this site will be built on before 2030, the council promised.",
        "The material cannot be recycled in ordinary plants, the company said.",
        "The contents cannot be seen until the trial begins, a judge ruled.",
        "This report cannot be published until the inquiry ends, the judge ruled.",
        "Reproduction without a mate is rare among sharks, the researchers said.",
        "Redistribution only works if the rich pay, the economist said.",
        "При использовании электронных кошельков мошенники присылают жертве ссылку на поддельный сайт.",
        "저작권자는 다음 달 소송을 낼 예정이다.",
        "未经授权使用他人肖像属于侵权行为，律师提醒。",
        "版权所有者表示将提起诉讼。",
        "경찰은 웹툰을 무단 복제해 유포한 혐의로 A씨를 구속했다.",
        "県警は人気漫画を無断転載した疑いで、会社員の男を逮捕した。",
        "تابع الوزير في منشور على فيسبوك أن الجسر سيفتح قريبا.",
        "हमें यह समझना होगा कि फेसबुक और ट्विटर असली दुनिया नहीं हैं।",
        "Sigue a la cabeza del grupo B con siete puntos.",
        "Recibe al Getafe el domingo (21.00, Canal Plus).",
        "Participe do grupo às terças-feiras, às 19h, na igreja.",
        "Bergabung dengan grup musik itu sejak 2015, ia kini menjadi vokalis.",
        "Rejoignez le groupe à 9 heures devant l'église.",
        "Amen.",
        "Oui.",
        "Nein.",
        "Vote.",
        "Love.",
        "Back to the top of the league.",
        "What do you think? Tell the council at its next meeting on Monday.",
        "Avec CGT et FO, la direction a signé un accord",
        "Theo báo cáo của tỉnh, cầu sẽ hoàn thành vào năm sau",
        "Con información de la policía, el juez ordenó la captura",
        "（会場から笑い声が起こり、橋の話はここで終わった）",
    ],
)
def test_a_last_line_that_only_begins_like_a_note_stays(line: str) -> None:
    assert below(line) == f"{TEXT}\n{line}"


@pytest.mark.parametrize(
    "lines",
    [
        ("Título: El puente", "Páginas: 240"),
        ("Director: Ada Lind", "Editor: Thelma Schoonmaker"),
        ("Titel: Die Brücke", "Editor: Ada Lind", "Seiten: 240"),
        ("Whoever has seen the calf of the inn on the far bank is asked to write to this address:", "ada@velm.example"),
    ],
)
def test_a_last_line_that_belongs_to_the_one_above_stays(lines: tuple[str, ...]) -> None:
    assert below(*lines) == "\n".join((TEXT, *lines))


def test_the_same_words_stay_inside_the_article() -> None:
    for line in ("Fonte: Agenzia Velm", "SC", "ada@velm.example", "Recibe la carta por correo", "#ponte #rio"):
        assert read(html(f"{paragraphs(PARAGRAPHS[0], line, *PARAGRAPHS[1:])}")).article_body.split("\n")[1] == line


def test_a_short_last_answer_or_item_is_no_signature() -> None:
    assert below("Would you build it again?", "Yes").endswith("\nYes")
    items = "<ul><li>Stone for the piers, which comes from the quarries on the far bank</li><li>Oak</li></ul>"
    assert read(html(paragraphs() + items)).article_body.endswith("\nOak")


def test_all_notes_at_the_foot_go() -> None:
    assert below("홍강변 기자", "hong@velm.example", "ⓒ 강변신문") == TEXT
    assert below("Ada Lind ada@velm.example", "Source: Velm Agency") == TEXT


def test_what_follows_a_line_of_rights_at_the_end_goes_with_it() -> None:
    long = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 3)
    after = "<p>© The Velm Courier 2004<br>All rights reserved<br>Inn on the Far Bank, 2nd floor</p>"
    assert "2nd floor" not in read(html(long + after)).article_body
    credit = "<p>Copyright The Velm Courier. All rights reserved.</p>"
    assert read(html('<figure><img src="/a.jpg"></figure>' + credit + paragraphs())).article_body == TEXT
    assert read(html(paragraphs() + credit + paragraphs(*PARAGRAPHS[:2]))).article_body.count("\n") == 4


def test_the_addresses_of_an_article_on_the_net_end_it() -> None:
    long = "".join(f"<p>{text} Nobody had hoped for as much.</p>" for text in PARAGRAPHS * 3)
    body = read(html(f"{long}<p>On the Net:</p><p>The council: http://council.example</p>")).article_body
    assert "Net" not in body
    assert "council.example" not in body


def test_the_signature_that_is_left_out_is_read() -> None:
    article = read(html(f"{paragraphs()}<p>(김강변기자 river@velm.example)</p><p>ⓒ 강변신문</p>"))
    assert [author.name for author in article.authors] == ["김강변"]
    assert article.article_body == TEXT


LONG = tuple(f"{text} Nobody had hoped for as much." for text in PARAGRAPHS * 2)


def test_an_agency_s_credit_goes_with_the_short_lines_below_it_and_names_the_author() -> None:
    credit = "(Reporting by Ada Lind and Oda Berg in Velm; Additional reporting by Mai Lin; Editing by Bo Ek)"
    article = read(html(paragraphs(*LONG, credit, "Our standards: the Velm principles.", "($1 = 0.9 euros)")))
    assert article.article_body == "\n".join(LONG)
    assert [author.name for author in article.authors] == ["Ada Lind", "Oda Berg"]
    article = read(html(paragraphs(*LONG, "(Reportagem de Ana Velm; Edição de João Ek)")))
    assert article.article_body == "\n".join(LONG)
    assert [author.name for author in article.authors] == ["Ana Velm"]


def test_an_agency_s_credit_above_a_paragraph_ends_nothing() -> None:
    lines = (*LONG, "(Editing by Bo Ek)", PARAGRAPHS[0], "The ferry is free.")
    assert read(html(paragraphs(*lines))).article_body == "\n".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Editing by Bo Ek", "Music by Ada Lind", "In cinemas from Friday."),
        ("Directed by Ada Lind", "Writing by Mai Lin", "Editing by Bo Ek", "Running time: 120 min"),
        ("Directed by Ada Lind", "Editing by Bo Ek"),
        ("Reporting by Ada Lind", "The vote is on May 3."),
        ("(Reporting by Ada Lind; Editing by Bo Ek)", "The vote in numbers:", "For: 12", "Against: 3"),
    ],
)
def test_the_makers_of_a_film_and_the_facts_below_a_credit_stay(lines: tuple[str, ...]) -> None:
    assert read(html(paragraphs(*LONG, *lines))).article_body == "\n".join((*LONG, *lines))


def test_the_makers_of_a_comic_in_a_list_stay() -> None:
    items = "<ul><li>Art by Bo Ek</li><li>Writing by Ivo Roe</li></ul>"
    assert read(html(paragraphs(*LONG) + items)).article_body.endswith("Art by Bo Ek\nWriting by Ivo Roe")


@pytest.mark.parametrize(
    "lines",
    [
        ("Editing by Bo Ek",),
        ("Reporting by Ada Lind", "Editing by Bo Ek"),
        ("(Reporting by Ada Lind)", "Corrects the day of the vote in paragraph two", "The Velm Trust Principles"),
        ("Reporting by Ada Lind", "$1 = 0.9 euros"),
    ],
)
def test_a_credit_without_brackets_and_what_agencies_set_below_it_are_left_out(lines: tuple[str, ...]) -> None:
    assert read(html(paragraphs(*LONG, *lines))).article_body == "\n".join(LONG)


def test_a_line_below_words_that_only_begin_like_an_agency_s_credit_stays() -> None:
    lines = (*LONG, "Writing by hand is good for the memory", "The ferry is free.")
    assert read(html(paragraphs(*lines))).article_body == "\n".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("- Ends -", "Notes to editors", "The council has nine members.", "Contact: press office, 020 7000 0000"),
        ("###", "Media Contact:", "Ada Lind", "701-555-0142"),
        ("Pressekontakt", "Prof. Dr. Ada Lind", "Telefon: 0999 1234-0"),
        ("Contact presse :", "Service de presse, 01 00 00 00 00", "ada@velm.example"),
        ("Media contact: Ada Lind, 701-555-0142",),
        ("For further information, please contact:", "Ada Lind", "701-555-0142"),
        ("Pressekontakt:", "Brückenverband Velm e.V.", "Ada Lind", "Telefon: 0999 1234-0"),
        ("Media Contact:", "Velm Foods, Inc.", "Ada Lind", "701-555-0142"),
        (
            "Rückfragen bitte an:",
            "Polizei Velm",
            "Telefon: 0999 1234-0",
            "Original-Content von: Polizei Velm, übermittelt durch velm aktuell",
        ),
        ("Für Rückfragen steht Ihnen zur Verfügung:", "Ada Lind", "Telefon: 0999 1234-0"),
        ("Wissenschaftliche Ansprechpartnerin:", "Prof. Dr. Ada Lind", "Institut für Brückenbau", "lind@velm.example"),
        ("Contact:", "Ada Lind", "ada@velm.example", "701-555-0142", "SOURCE Velm Foods, Inc."),
        ("SOURCE Velm Foods, Inc.",),
        ("Original-Content von: Polizei Velm, übermittelt durch velm aktuell",),
    ],
)
def test_whom_the_press_may_ask_is_left_out_below_a_press_release(lines: tuple[str, ...]) -> None:
    assert below(*lines) == TEXT


@pytest.mark.parametrize(
    "lines",
    [
        ("Contact:", "Ada Lind", "701-555-0142"),
        ("For more information, contact Ada Lind at 701-555-0142 before the ferry leaves.",),
        ("Media contact: Ada Lind had it, and lost it.",),
        ("Press office", "The office of the council was closed, and its telephone, 701-555-0142, rang all day long."),
        ("Ends", "The bridge is to be had in two colours"),
        ("Für Rückfragen", "Die Polizei nimmt Hinweise unter 0999 12340 entgegen."),
        ("Pressekontakt:", "Den hatte nur Frau Lind, Telefon 0999 12340, und sie schwieg."),
        ("SOURCE of all trouble is the bridge",),
    ],
)
def test_a_contact_of_the_article_itself_stays(lines: tuple[str, ...]) -> None:
    assert below(*lines) == "\n".join((TEXT, *lines))


def test_a_mark_of_the_end_above_most_of_the_text_ends_nothing() -> None:
    body = read(html(paragraphs(PARAGRAPHS[0], "- Ends -", *PARAGRAPHS[1:]))).article_body
    assert body.endswith(PARAGRAPHS[2])
