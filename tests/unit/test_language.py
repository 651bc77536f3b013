import pytest

from factcheck.sources.language import recognise_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "The ferry to the island was late because of the fog, and nobody had been told.", "en", id="english"
        ),
        pytest.param("Ferry late.", "en", id="too-short-to-tell"),
        pytest.param("", "en", id="nothing"),
        pytest.param("2,500 / 14 : 7%", "en", id="figures"),
        pytest.param(
            "José Ramón Pérez de la Cruz met María del Carmen Ruiz and João da Silva in São Paulo on Monday.",
            "en",
            id="english-with-names",
        ),
        pytest.param(
            "Chancellor Olaf Scholz of the Sozialdemokratische Partei Deutschlands spoke to Die Zeit about the Bundeswehr.",
            "en",
            id="english-with-german-names",
        ),
        pytest.param(
            "Paris Saint-Germain beat Real Madrid de la Liga and Bayern München 2-1 at Stade de France.",
            "en",
            id="english-sport",
        ),
        pytest.param(
            "Le maire a dit que le pont est fermé depuis lundi et que les travaux vont durer deux mois.",
            "fr",
            id="french",
        ),
        pytest.param(
            "El alcalde dijo que el puente está cerrado desde el lunes y que las obras van a durar dos meses.",
            "es",
            id="spanish",
        ),
        pytest.param(
            "O prefeito disse que a ponte está fechada desde segunda-feira e que as obras não vão acabar em maio.",
            "pt",
            id="portuguese",
        ),
        pytest.param(
            "Il sindaco ha detto che il ponte è chiuso da lunedì e che i lavori della città non sono finiti.",
            "it",
            id="italian",
        ),
        pytest.param(
            "Der Bürgermeister sagte, dass die Brücke seit Montag gesperrt ist und die Arbeiten zwei Monate dauern.",
            "de",
            id="german",
        ),
        pytest.param(
            "De burgemeester zei dat de brug sinds maandag gesloten is en dat het werk niet voor mei klaar zal zijn.",
            "nl",
            id="dutch",
        ),
        pytest.param(
            "Borgmästaren sa att bron är stängd sedan i måndags och att arbetet inte blir klart till våren.",
            "sv",
            id="swedish",
        ),
        pytest.param(
            "Burmistrz powiedział, że most jest zamknięty od poniedziałku i że prace nie skończą się do maja.",
            "pl",
            id="polish",
        ),
        pytest.param(
            "Belediye başkanı köprünün pazartesiden beri kapalı olduğunu ve bu çalışmaların iki ay daha süreceğini söyledi.",
            "tr",
            id="turkish",
        ),
        pytest.param(
            "Wali kota mengatakan bahwa jembatan itu tidak bisa dilalui dan akan ditutup untuk dua bulan.",
            "id",
            id="indonesian",
        ),
        pytest.param(
            "Meya alisema kwamba daraja la mji limefungwa na kazi ya ukarabati itachukua muda katika wiki za mwaka huu.",
            "sw",
            id="swahili",
        ),
        pytest.param(
            "Magajin garin ya ce an rufe gadar tun ranar Litinin kuma aikin zai dauki watanni biyu kafin a bude ta.",
            "ha",
            id="hausa",
        ),
        pytest.param(
            "Thị trưởng cho biết cây cầu đã bị đóng từ thứ hai và công việc sẽ kéo dài trong hai tháng.",
            "vi",
            id="vietnamese",
        ),
        pytest.param("Мэр сказал, что мост закрыт с понедельника и работы продлятся два месяца.", "ru", id="russian"),
        pytest.param("Мер сказав, що міст закрито з понеділка і роботи триватимуть два місяці.", "uk", id="ukrainian"),
        pytest.param("قال رئيس البلدية إن الجسر مغلق منذ يوم الاثنين وإن الأعمال ستستمر شهرين.", "ar", id="arabic"),
        pytest.param("شهردار گفت که پل از دوشنبه بسته است و کار دو ماه طول می‌کشد.", "fa", id="persian"),
        pytest.param("ראש העיר אמר כי הגשר סגור מיום שני.", "he", id="hebrew"),
        pytest.param("市长说，这座桥从星期一起关闭，工程将持续两个月。", "zh", id="chinese"),
        pytest.param("市長は、橋は月曜日から閉鎖されていると述べた。", "ja", id="japanese"),
        pytest.param("시장은 다리가 월요일부터 폐쇄되었다고 말했다.", "ko", id="korean"),
        pytest.param("मेयर ने कहा कि पुल सोमवार से बंद है।", "hi", id="hindi"),
        pytest.param("Ο δήμαρχος είπε ότι η γέφυρα είναι κλειστή.", "el", id="greek"),
        pytest.param("xuq vad nim tolo rek " * 12, "und", id="none-of-these"),
    ],
)
def test_recognise_language(text: str, language: str) -> None:
    assert recognise_language(text) == language
