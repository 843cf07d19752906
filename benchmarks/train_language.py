"""Train the weights that `reviewcli.language` ships; run as `python -m benchmarks.train_language`."""

import random
import re
import struct
import sys
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np  # type: ignore[import-not-found,unused-ignore]  # needed for training only

from benchmarks.language import TRAIN, present, read
from reviewcli.language import MAGIC, WEIGHTS, features, main_script, normalise, words

SEED = 7
# The languages of each script, those whose site label is right often enough to begin with, and buckets.
SCRIPTS = {
    "latin": (
        "en es fr de it pt nl sv da no fi pl cs tr ro hu id ms vi hi",
        "en es fr de it pt id ms hi",
        8192,
    ),
    "cyrillic": ("ru uk bg sr mk", "ru", 2048),
    "arabic": ("ar fa ur", "ar", 2048),
    "devanagari": ("hi mr ne", "", 1024),
}
# English is written under every label; Hindi in Latin letters is half English, so it counts for less.
DRAWS, USUAL_DRAWS = {"en": 15_000, "hi": 3_500}, 5_000
MOST_TEXTS = 3_000
# Sentences of our own for languages of which the data holds too little.
SEEDS = {
    "nl": """Dit boek heb ik in één avond uitgelezen, want het verhaal is spannend en heel goed geschreven.
Ik vond het einde wat te snel, maar dat is niet erg. De personages zijn leuk en je leeft met ze mee. Wij
hebben er geen spijt van dat we het gekocht hebben. Het spel werkt niet altijd zoals het zou moeten, en soms
is er ook iets mis met het geluid. Voor deze prijs kun je niets beters krijgen, alleen de levering duurde
lang. Wat een mooie film, ik zou hem zeker nog een keer willen zien.""",
    "sv": """Den här boken läste jag ut på en kväll, för berättelsen är spännande och mycket bra skriven.
Jag tyckte att slutet kom lite för snabbt, men det gör inget. Man lär känna alla personer och vill veta hur
det går för dem. Vi ångrar inte att vi köpte den. Spelet fungerar inte alltid som det ska, och ibland är det
något fel på ljudet också. Till det här priset får du inget bättre, men leveransen tog lång tid. Vilken
vacker film, jag skulle gärna se den en gång till.""",
    "da": """Denne bog læste jeg på en aften, for historien er spændende og meget godt skrevet. Jeg synes,
at slutningen kom lidt for hurtigt, men det gør ikke noget. Man lærer alle personerne at kende og vil gerne
vide, hvordan det går dem. Vi fortryder ikke, at vi købte den. Spillet virker ikke altid, som det skal, og
nogle gange er der også noget galt med lyden. Til den pris får du ikke noget bedre, selv om leveringen tog
lang tid. Sikke en smuk film, jeg ville gerne se den igen.""",
    "no": """Denne boka leste jeg ut på en kveld, for historien er spennende og veldig godt skrevet. Jeg
syntes at slutten kom litt for fort, men det gjør ikke noe. Man blir kjent med alle personene og har lyst
til å vite hvordan det går med dem. Vi angrer ikke på at vi kjøpte den. Spillet virker ikke alltid slik det
skal, og noen ganger er det også noe galt med lyden. Til denne prisen får du ikke noe bedre, selv om
leveringen tok lang tid. For en vakker film, jeg vil gjerne se den en gang til.""",
    "fi": """Luin tämän kirjan yhdessä illassa, koska tarina on jännittävä ja todella hyvin kirjoitettu.
Minusta loppu tuli hieman liian nopeasti, mutta ei se haittaa. Hahmoihin tutustuu hyvin ja haluaa tietää,
miten heille käy. Emme kadu, että ostimme sen. Peli ei aina toimi niin kuin pitäisi, ja joskus myös äänessä
on jotain vikaa. Tähän hintaan et saa mitään parempaa, vaikka toimitus kesti kauan. Onpa kaunis elokuva,
haluaisin nähdä sen vielä kerran. Paljon jää selittämättä, joten kaikki on selvitettävä itse.""",
    "cs": """Tuhle knihu jsem přečetl za jeden večer, protože příběh je napínavý a velmi dobře napsaný.
Konec byl podle mě trochu rychlý, ale to nevadí. Postavy si oblíbíte a chcete vědět, jak to s nimi dopadne.
Nelitujeme, že jsme ji koupili. Hra ne vždy funguje tak, jak by měla, a někdy je něco špatně i se zvukem. Za
tuto cenu nic lepšího nedostanete, jen dodání trvalo dlouho. To je ale krásný film, rád bych ho viděl ještě
jednou. Hodně věcí není vysvětleno, takže na všechno musíte přijít sami.""",
    "hu": """Ezt a könyvet egy este alatt elolvastam, mert a történet izgalmas és nagyon jól van megírva.
Szerintem a vége egy kicsit gyors volt, de ez nem baj. Az ember megszereti a szereplőket, és tudni akarja,
hogy mi lesz velük. Nem bántuk meg, hogy megvettük. A játék nem mindig úgy működik, ahogy kellene, és néha a
hanggal is van valami gond. Ennyi pénzért ennél jobbat nem kapsz, csak a szállítás tartott sokáig. Milyen
szép film, szívesen megnézném még egyszer.""",
    "ro": """Am citit această carte într-o singură seară, pentru că povestea este captivantă și foarte bine
scrisă. Mi s-a părut că finalul a venit puțin prea repede, dar nu e nimic. Te atașezi de personaje și vrei
să știi ce se va întâmpla cu ele. Nu ne pare rău că am cumpărat-o. Jocul nu merge mereu așa cum ar trebui,
iar uneori este o problemă și cu sunetul. La prețul acesta nu găsiți ceva mai bun, doar că livrarea a durat
mult. Ce film frumos, mi-ar plăcea să îl mai văd o dată.""",
    "pl": """Przeczytałem tę książkę w jeden wieczór, bo historia jest wciągająca i bardzo dobrze napisana.
Nie wszystko działa tak, jak powinno, ale za tę cenę nie ma nic lepszego. Polecam każdemu, kto lubi takie
gry, choć można się znudzić.""",
    "tr": """Bu kitabı bir akşamda okudum, çünkü hikâye çok sürükleyici ve güzel yazılmış. Bence son biraz
hızlı oldu ama sorun değil. Oyun her zaman olması gerektiği gibi çalışmıyor, bazen ses de gidiyor. Bu fiyata
daha iyisini bulamazsınız.""",
    "vi": """Tôi đã đọc cuốn sách này trong một buổi tối, vì câu chuyện rất hấp dẫn và được viết rất hay.
Theo tôi thì kết thúc hơi nhanh, nhưng không sao. Bạn sẽ yêu quý các nhân vật và muốn biết họ sẽ ra sao.
Chúng tôi không hối hận khi đã mua nó. Trò chơi không phải lúc nào cũng chạy như ý, đôi khi âm thanh cũng có
vấn đề. Với giá này thì bạn không thể tìm được cái nào tốt hơn, chỉ có điều giao hàng lâu.""",
    "uk": """Цю книгу я прочитав за один вечір, бо історія захоплює і дуже добре написана. Як на мене,
кінець трохи швидкий, але це не страшно. Героїв можна полюбити, і хочеться знати, що з ними буде. Ми не
шкодуємо, що її купили. Гра не завжди працює так, як повинна, а іноді є проблеми зі звуком. За ці гроші
нічого кращого ви не знайдете, тільки доставка була довга. Який гарний фільм, я хотів би подивитися його ще
раз. Багато чого не пояснюють, тому все треба шукати самому. Раджу всім, хто любить такі речі.""",
    "bg": """Прочетох тази книга за една вечер, защото историята е увлекателна и много добре написана.
Според мен краят беше малко бърз, но това не е проблем. Човек обиква героите и иска да знае какво ще стане с
тях. Не съжаляваме, че я купихме. Играта не винаги работи така, както трябва, а понякога има нещо нередно и
със звука. За тази цена няма да намерите нищо по-добро, само че доставката отне дълго време. Какъв хубав
филм, бих искал да го гледам още веднъж. Много неща не са обяснени и трябва сами да разберете всичко.""",
    "sr": """Ову књигу сам прочитао за једно вече, јер је прича узбудљива и веома добро написана. Мени је
крај био мало пребрз, али то није страшно. Човек заволи ликове и жели да зна шта ће бити са њима. Није нам
жао што смо је купили. Игра не ради увек онако како би требало, а понекад нешто није у реду ни са звуком. За
ту цену нећете наћи ништа боље, само је достава дуго трајала.""",
    "mk": """Оваа книга ја прочитав за една вечер, бидејќи приказната е возбудлива и многу добро напишана.
Според мене крајот беше малку брз, но тоа не е проблем. Човек ги засакува ликовите и сака да знае што ќе
биде со нив. Не се каеме што ја купивме. Играта не секогаш работи како што треба, а понекогаш има нешто и со
звукот. За оваа цена нема да најдете ништо подобро, само што испораката траеше долго.""",
    "fa": """این کتاب را در یک شب خواندم، چون داستان خیلی جذاب است و خوب نوشته شده است. به نظر من پایان آن
کمی سریع بود، ولی مهم نیست. آدم شخصیت‌ها را دوست دارد و می‌خواهد بداند چه می‌شود. از خرید آن پشیمان نیستیم.
بازی همیشه آن طور که باید کار نمی‌کند و گاهی صدا هم مشکل دارد. با این قیمت چیزی بهتر پیدا نمی‌کنید، فقط
ارسال خیلی طول کشید. چه فیلم قشنگی بود، دوست دارم یک بار دیگر ببینم. خیلی چیزها توضیح داده نمی‌شود و باید
خودتان پیدا کنید. به همه کسانی که این کتاب‌ها را دوست دارند پیشنهاد می‌کنم.""",
    "ur": """میں نے یہ کتاب ایک ہی شام میں پڑھ لی کیونکہ کہانی بہت دلچسپ ہے اور اچھی طرح لکھی گئی ہے۔ میرے
خیال میں اختتام کچھ جلدی ہو گیا، لیکن کوئی بات نہیں۔ آپ کو کردار پسند آئیں گے اور آپ جاننا چاہیں گے کہ ان کے
ساتھ کیا ہوتا ہے۔ ہمیں اسے خریدنے پر افسوس نہیں۔ کھیل ہمیشہ ویسا نہیں چلتا جیسا چلنا چاہیے، اور کبھی آواز
بھی خراب ہوتی ہے۔ اس قیمت پر اس سے بہتر چیز نہیں ملے گی، بس ترسیل میں دیر لگی۔""",
    "hi": """मैंने यह किताब एक ही शाम में पढ़ ली क्योंकि कहानी बहुत रोचक है और अच्छी तरह लिखी गई है। मुझे
लगा कि अंत थोड़ा जल्दी हो गया, लेकिन कोई बात नहीं। आपको पात्र पसंद आएँगे और आप जानना चाहेंगे कि उनके साथ
क्या होता है। हमें इसे खरीदने का कोई अफ़सोस नहीं है। खेल हमेशा वैसा नहीं चलता जैसा चलना चाहिए, और कभी-कभी
आवाज़ में भी दिक्कत होती है। इस दाम पर इससे बेहतर चीज़ नहीं मिलेगी, बस डिलीवरी में देर हुई।""",
    "mr": """हे पुस्तक मी एका संध्याकाळी वाचून काढले, कारण कथा खूप रंजक आहे आणि छान लिहिली आहे. मला शेवट
थोडा घाईचा वाटला, पण हरकत नाही. तुम्हाला पात्रे आवडतील आणि त्यांचे पुढे काय होते ते जाणून घ्यायचे असेल.
आम्हाला ते विकत घेतल्याचा पश्चात्ताप नाही. खेळ नेहमी जसा चालायला हवा तसा चालत नाही आणि कधी कधी आवाजही नीट
येत नाही. या किमतीत यापेक्षा चांगले काही मिळणार नाही, फक्त पोहोचायला वेळ लागला.""",
    "ne": """यो किताब मैले एकै साँझमा पढेर सकें, किनभने कथा धेरै रोचक छ र राम्रोसँग लेखिएको छ। मलाई अन्त्य
अलि छिटो भयो जस्तो लाग्यो, तर केही फरक पर्दैन। तपाईंलाई पात्रहरू मन पर्नेछन् र उनीहरूलाई के हुन्छ भनेर जान्न
चाहनुहुन्छ। हामीलाई यो किनेकोमा पछुतो छैन। खेल सधैं जस्तो चल्नुपर्ने हो त्यस्तो चल्दैन, र कहिलेकाहीं आवाज
पनि आउँदैन। यो मूल्यमा यसभन्दा राम्रो केही पाइँदैन, तर आइपुग्न धेरै समय लाग्यो।""",
}
# Frequent words, drawn in bags, for Latin languages of which the data holds little or one kind.
WORDS = {
    "sv": """jag du han hon vi ni de dem mig dig sig min din sin ett en och men eller för att så som om när
där här hur vad vem varför inte ingen inget också bara redan igen aldrig alltid ofta mycket mer mest mindre
bra bättre bäst dålig dåligt fin rolig kul stor liten nya gammal första sista annan andra denna detta dessa
är var varit blir blev har hade kan kunde ska skulle måste vill ville får fick gör gjorde göra går gick
kommer kom ser såg säger tycker tror vet ger tar på av med till från under över mellan utan mot efter""",
    "da": """jeg du han hun vi I de dem mig dig sig min din sin et en og men eller for at så som om når hvor
her hvordan hvad hvem hvorfor ikke ingen intet også kun bare allerede igen aldrig altid ofte meget mere mest
mindre god bedre bedst dårlig dårligt flot sjov sjovt stor lille nye gammel første sidste anden andre denne
dette disse er var været bliver blev har havde kan kunne skal skulle må måtte vil ville får fik gør gjorde
gøre går gik kommer kom ser så siger synes tror ved giver tager på af med til fra under over mellem uden""",
    "no": """jeg du han hun vi dere de dem meg deg seg min din sin et en ei og men eller for å at så som om
når hvor her hvordan hva hvem hvorfor ikke ingen ingenting også bare allerede igjen aldri alltid ofte mye
mer mest mindre god bra bedre best dårlig fin gøy morsom stor liten nye gammel første siste annen andre
denne dette disse er var vært blir ble har hadde kan kunne skal skulle må måtte vil ville får fikk gjør
gjorde gjøre går gikk kommer kom ser så sier synes tror vet gir tar på av med til fra under over mellom""",
}

# numpy is not there where types are checked.
Array: TypeAlias = Any
Words = list[str]
Texts = dict[str, list[Words]]


class Group(NamedTuple):
    """The languages of one script, with the number of buckets their model has."""

    script: str
    codes: list[str]
    buckets: int


def gather(rng: random.Random) -> tuple[dict[str, Texts], dict[str, Texts]]:
    """Sort the data by script and site label: texts to begin with, and texts to adopt later.

    The label "" stands for none.
    """
    trusted: dict[str, Texts] = {script: defaultdict(list) for script in SCRIPTS}
    others: dict[str, Texts] = {script: defaultdict(list) for script in SCRIPTS}
    for code, text in read(TRAIN):
        sample = normalise(text)
        script, letters, share = main_script(sample)
        if script in SCRIPTS and letters >= 10 and share > 0.7:
            place = trusted if code in SCRIPTS[script][1].split() else others
            place[script][code or ""].append(words(sample, script))
    for script, (codes, _, _) in SCRIPTS.items():
        for code in codes.split():
            rng.shuffle(trusted[script][code])
            del trusted[script][code][MOST_TEXTS:]
            trusted[script][code] += seeds(code, script)
    return trusted, others


def seeds(code: str, script: str) -> list[Words]:
    """Cut our own sentences in a language into words, where they are in `script`."""
    sentences = (normalise(sentence) for sentence in re.split(r"(?<=[.!?।۔])\s", SEEDS.get(code, "")))
    return [words(sentence, script) for sentence in sentences if main_script(sentence)[0] == script]


def draw(group: Group, texts: Texts, rng: random.Random, share: float) -> Iterator[tuple[Words, int]]:
    """Draw stretches of 1 to 45 words, some without diacritics, as many of each language as `DRAWS` says.

    A quarter comes from the bags of frequent words where a language has one.
    """
    for label, code in enumerate(group.codes):
        frequent = WORDS.get(code, "").lower().split() if group.script == "latin" else []
        for turn in range(int(share * DRAWS.get(code, USUAL_DRAWS))):
            if frequent and rng.random() < 0.25:
                stretch = rng.sample(frequent, rng.randrange(4, 14))
            else:
                text = texts[code][turn % len(texts[code])]
                size = min(len(text), int(2 ** rng.uniform(0.6, 5.5)))
                start = rng.randrange(len(text) - size + 1)
                stretch = text[start : start + size]
            yield [bare(word) for word in stretch] if rng.random() < 0.12 else stretch, label


def bare(word: str) -> str:
    """Take the diacritics off, as people in a hurry do."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def row(stretch: Words, buckets: int) -> Array:
    """Count the hashed n-grams of a stretch as `buckets` float32, over the root of their number."""
    hashed = np.array([each for word in stretch for each in features(word)], dtype=np.int64) % buckets
    counts = np.bincount(hashed, minlength=buckets)
    return (counts / np.sqrt(max(1, len(hashed)))).astype(np.float32)


def softmax(scores: Array) -> Array:
    """Turn rows of scores into rows of probabilities."""
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def fit(group: Group, drawn: list[tuple[Words, int]], epochs: int = 6) -> tuple[Array, Array]:
    """Fit weights (buckets by languages) and biases by softmax regression with Adam (Kingma and Ba 2015)."""
    parts = [np.zeros((group.buckets, len(group.codes)), np.float32), np.zeros(len(group.codes), np.float32)]
    means = [np.zeros_like(part) for part in parts]
    squares = [np.zeros_like(part) for part in parts]
    order, step = np.random.default_rng(SEED), 0
    steps = epochs * -(-len(drawn) // 256)
    for _ in range(epochs):
        turn = order.permutation(len(drawn))
        for at in range(0, len(drawn), 256):
            batch = [drawn[i] for i in turn[at : at + 256]]
            seen = np.stack([row(stretch, group.buckets) for stretch, _ in batch])
            error = softmax(seen @ parts[0] + parts[1])
            error[np.arange(len(batch)), [label for _, label in batch]] -= 1
            error /= len(batch)
            rate, step = 0.02 * (1 - step / steps) + 1e-4, step + 1
            slopes = (seen.T @ error + np.float32(1e-6) * parts[0], error.sum(0))
            for i, slope in enumerate(slopes):
                means[i] += 0.1 * (slope - means[i])
                squares[i] += 0.001 * (slope * slope - squares[i])
                root = np.sqrt(squares[i] / (1 - 0.999**step)) + 1e-8
                parts[i] -= rate * (means[i] / (1 - 0.9**step)) / root
    return parts[0], parts[1]


def clean(group: Group, weights: tuple[Array, Array], trusted: Texts, others: Texts) -> Texts:
    """Keep the texts whose label the first model confirms; adopt unlabelled and English ones.

    Self-training in the manner of Yarowsky (1995): site labels are noisy and for some languages few.
    """
    kept: Texts = defaultdict(list)
    for labelled in (trusted, others):
        for site, texts in labelled.items():
            for text in texts:
                chances = softmax((row(text, group.buckets) @ weights[0] + weights[1])[None, :])[0]
                code = group.codes[int(chances.argmax())]
                sure = chances.max() > 0.9 and (not site or code == "en")
                if code == site or sure:
                    kept[code].append(text)
    return kept


def packed(group: Group, weights: tuple[Array, Array]) -> bytes:
    """Write a model as one section of the weights file, each weight a byte with 128 for zero."""
    scale = float(np.abs(weights[0]).max()) / 127
    table = (np.rint(weights[0] / scale) + 128).astype(np.uint8)
    head = struct.pack("<12sHIf", group.script.encode(), len(group.codes), group.buckets, scale)
    biases = struct.pack(f"<{len(group.codes)}f", *weights[1])
    return head + "".join(group.codes).encode() + biases + bytes(table.ravel())


def main() -> int:
    """Train every script's model twice, the second time on clean labels, and write the weights file."""
    if not present(TRAIN):
        print("The reference data is not there: nothing trained.")
        return 0
    rng = random.Random(SEED)
    trusted, others = gather(rng)
    data = MAGIC
    for script, (codes, _, buckets) in SCRIPTS.items():
        group = Group(script, codes.split(), buckets)
        first = fit(group, list(draw(group, trusted[script], rng, 0.4)))
        texts = clean(group, first, trusted[script], others[script])
        data += packed(group, fit(group, list(draw(group, texts, rng, 1.0))))
        print(script, {code: len(texts[code]) for code in group.codes})
    data += zlib.crc32(data).to_bytes(4, "little")
    WEIGHTS.write_bytes(data)
    print(len(data), "bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
