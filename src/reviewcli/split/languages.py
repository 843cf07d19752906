"""List, language by language, the words by which reviews open, go on and close."""

from reviewcli.split.english import ENGLISH
from reviewcli.split.lexicon import Lexicon, phrases

_SPANISH = Lexicon(
    common=phrases(
        "el|la|de|que|y|en|los|las|un|una|es|por|con|para|no|se|del|lo|como|pero|muy|al|su|más|este|me"
    ),
    back=phrases(
        "pero|y|además|también|sin embargo|por otro lado|por ejemplo|entonces|así que|aunque|otro|otra"
        "|luego|después|no obstante|incluso|por otra parte|ahora|o|porque|primero|segundo|asimismo"
        "|ahora bien|pros|contras"
    ),
    pronouns=phrases("él|ella|ellos|ellas|su|sus|eso|esto|se|lo"),
    rounding=phrases(
        "en resumen|en conclusión|en fin|en definitiva|por último|finalmente|al final|conclusión"
        "|en general|resumiendo|lo recomiendo|recomendado|recomiendo|si te|si buscas"
    ),
    writer=phrases(
        "he|leí|me|mi|acabo de|vi|compré|cuando|después de|no|llevo|he jugado|qué|que|bueno|siempre"
    ),
    this=phrases("este|esta|esto|es un|es una"),
    the=phrases("el|la|los|las|lo"),
    a=phrases("un|una|uno de los|una de las"),
    praise=phrases(
        "muy|gran|excelente|bueno|buen|increíble|genial|mejor|malo|peor|aburrido|interesante|juegazo"
        "|divertido|recomendado|hermoso|maravilloso|buenísimo|bonito"
    ),
    verdict=phrases(
        "recomiendo|recomendado|pena|recomendable|estrellas|nota|merece|gracias|vale|comprar|disfrutar"
    ),
    parts=phrases(
        "la historia|los personajes|gráficos|los gráficos|la música|jugabilidad|la jugabilidad|historia"
        "|música"
    ),
    setting=phrases("en|con|desde|durante|antes|entre|hasta|mientras|bajo|sobre|por|sin|tras|hacia|según"),
    met=phrases("compré|leí|vi|jugado|libro|juego|película|mejores|años|mejor|favorito|visto|leído"),
    inside=phrases("personajes|además|también|escena|final|capítulo|aunque|sin embargo|cada|hay"),
)

_FRENCH = Lexicon(
    common=phrases(
        "le|la|de|et|les|des|un|une|est|que|qui|dans|pour|ce|pas|en|du|il|au|sur|plus|je|avec|mais|très"
    ),
    back=phrases(
        "mais|et|aussi|cependant|de plus|en plus|par contre|en revanche|toutefois|donc|puis|ensuite"
        "|alors|par exemple|néanmoins|pourtant|ainsi|enfin|or|ou|car|autre|malheureusement|d'autre part"
        "|d'ailleurs|bref|certes|certains"
    ),
    pronouns=phrases("il|elle|ils|elles|son|sa|ses|leur|leurs|cela|ça|on"),
    rounding=phrases(
        "en conclusion|en résumé|pour conclure|au final|finalement|en bref|bref|conclusion|globalement"
        "|en somme|je recommande|je conseille|si vous|si tu|à recommander"
    ),
    writer=phrases("j'ai|je|mon|ma|après|quand|quel|quelle|pas|je n'ai|je suis"),
    this=phrases("ce|cet|cette|c'est|ce livre|ce jeu|ce film|voici|voilà"),
    the=phrases("le|la|les|l'"),
    a=phrases("un|une|l'un des|des"),
    praise=phrases(
        "très|excellent|excellente|superbe|magnifique|bon|bonne|super|génial|meilleur|mauvais|décevant"
        "|nul|intéressant|parfait|incroyable|belle|beau|grand|sympa"
    ),
    verdict=phrases(
        "recommande|conseille|vaut|étoiles|note|achetez|acheter|peine|foncez|dommage|plaisir|découvrir"
    ),
    parts=phrases(
        "l'histoire|les personnages|les graphismes|graphismes|la musique|le gameplay|musique|histoire"
        "|l'auteur"
    ),
    setting=phrases(
        "dans|en|avec|depuis|pendant|avant|entre|jusqu'à|sous|sur|par|sans|au|aux|chez|durant|selon|lors"
    ),
    met=phrases("acheté|lu|vu|joué|livre|jeu|film|ans|meilleur|meilleurs|premier|découvert"),
    inside=phrases("personnages|aussi|scène|fin|chapitre|cependant|chaque|également|niveau|niveaux"),
)

_GERMAN = Lexicon(
    common=phrases(
        "der|die|das|und|ist|nicht|ein|eine|zu|den|es|mit|auf|für|man|sich|ich|im|von|auch|sehr|aber|wie|so"
    ),
    back=phrases(
        "aber|und|auch|außerdem|jedoch|allerdings|trotzdem|dennoch|zudem|dann|danach|dazu|dabei"
        "|zum beispiel|doch|weiterhin|so|daher|deshalb|oder|denn|leider|darüber hinaus|andererseits|zwar"
        "|ebenso|erstens|zweitens|natürlich|positiv|negativ"
    ),
    pronouns=phrases("er|sie|es|sein|seine|ihr|ihre|diese|dieser|das|man"),
    rounding=phrases(
        "fazit|insgesamt|alles in allem|zusammenfassend|zum schluss|schließlich|letztendlich|kurz gesagt"
        "|im großen und|wer|klare empfehlung|kaufempfehlung"
    ),
    writer=phrases("ich|habe|ich habe|mein|meine|nach|als ich|nachdem|endlich|was für|also|hab"),
    this=phrases("dieses|dieser|diese|das spiel|das buch|der film|dies"),
    the=phrases("der|die|das"),
    a=phrases("ein|eine|eines der|einer der"),
    praise=phrases(
        "sehr|gut|gutes|toll|tolles|super|bestes|genial|geil|langweilig|schlecht|wunderbar|hervorragend"
        "|schön|schönes|geniales|großartig|großartiges|cooles"
    ),
    verdict=phrases(
        "empfehlen|empfehlung|empfehlenswert|sterne|wert|kaufen|lohnt|punkte|finger|fazit|spaß|hoffe"
    ),
    parts=phrases(
        "die grafik|grafik|die story|story|der sound|sound|die steuerung|steuerung|die charaktere"
        "|gameplay|das gameplay|preis"
    ),
    setting=phrases("in|im|mit|seit|während|vor|zwischen|bis|unter|auf|durch|ohne|bei|an|am|gegen|von|zu"),
    met=phrases("gekauft|gelesen|gesehen|gespielt|buch|spiel|film|jahre|jahren|beste|besten|erste|lange"),
    inside=phrases("charaktere|auch|szene|ende|kapitel|jedoch|jeder|jede|level|gibt|dazu"),
)

_ITALIAN = Lexicon(
    common=phrases(
        "il|di|che|e|la|è|un|una|non|per|in|con|del|della|sono|si|gli|le|ma|più|come|questo|molto|ho|da"
    ),
    back=phrases(
        "ma|e|anche|inoltre|però|tuttavia|poi|quindi|così|per esempio|ad esempio|invece|eppure|oppure"
        "|perché|purtroppo|altro|altra|allora|infatti|certo|dopo|d'altra parte|pro|contro"
    ),
    pronouns=phrases("lui|lei|loro|suo|sua|essi|ciò|quello"),
    rounding=phrases(
        "in conclusione|insomma|in sintesi|infine|alla fine|nel complesso|concludendo|per concludere"
        "|consigliato|lo consiglio|se vi|se ti"
    ),
    writer=phrases("ho|mi|il mio|dopo|quando|avevo|che|non"),
    this=phrases("questo|questa|questi|è un|è una|si tratta"),
    the=phrases("il|la|lo|i|gli|le|l'"),
    a=phrases("un|una|uno dei|uno|un'"),
    praise=phrases(
        "molto|bello|bellissimo|ottimo|ottima|stupendo|capolavoro|bella|noioso|brutto|pessimo|fantastico"
        "|divertente|meraviglioso|interessante|grande|buon"
    ),
    verdict=phrases("consiglio|consigliato|consigliatissimo|stelle|voto|vale|leggerlo|pena|peccato|comprare"),
    parts=phrases(
        "la storia|i personaggi|la grafica|grafica|la musica|il gameplay|la trama|trama|lo stile|l'autore"
    ),
    setting=phrases("in|nel|con|da|durante|prima|tra|fra|fino|mentre|sotto|su|per|senza|nella|verso|secondo"),
    met=phrases("comprato|letto|visto|giocato|libro|gioco|film|anni|migliore|migliori|primo"),
    inside=phrases("personaggi|anche|scena|finale|capitolo|tuttavia|ogni|inoltre|livelli"),
)

_PORTUGUESE = Lexicon(
    common=phrases(
        "o|de|que|e|a|do|da|em|um|uma|é|não|para|com|os|no|na|se|por|mais|muito|jogo|mas|como|eu|você"
    ),
    back=phrases(
        "mas|e|também|além disso|porém|contudo|entretanto|depois|então|assim|por exemplo|outro|outra"
        "|no entanto|ou|porque|infelizmente|por outro lado|ainda|já|agora|prós|contras"
    ),
    pronouns=phrases("ele|ela|eles|elas|seu|sua|isso|seus"),
    rounding=phrases(
        "em resumo|resumindo|em conclusão|enfim|por fim|finalmente|no geral|no fim|concluindo|conclusão"
        "|recomendo|recomendado|se você"
    ),
    writer=phrases("eu|li|comprei|meu|minha|quando|depois de|acabei|que|não|nunca|joguei"),
    this=phrases("este|esta|esse|essa|é um|é uma|isto"),
    the=phrases("o|a|os|as"),
    a=phrases("um|uma|um dos"),
    praise=phrases(
        "muito|ótimo|ótima|excelente|bom|incrível|melhor|ruim|pior|maravilhoso|lindo|chato|interessante"
        "|legal|jogo|top|simplesmente|divertido|perfeito"
    ),
    verdict=phrases("recomendo|recomendado|pena|estrelas|nota|vale|comprar|compre|compra|preço"),
    parts=phrases(
        "a história|os personagens|gráficos|os gráficos|a música|jogabilidade|a jogabilidade|a trilha"
        "|história|o autor"
    ),
    setting=phrases("em|no|na|com|desde|durante|antes|entre|até|enquanto|sob|sobre|por|sem|segundo"),
    met=phrases("comprei|li|vi|joguei|livro|jogo|filme|anos|melhor|melhores|primeiro"),
    inside=phrases("personagens|também|cena|final|capítulo|porém|cada|além|fases"),
)

_RUSSIAN = Lexicon(
    common=phrases(
        "и|в|не|на|что|с|я|это|как|но|по|за|из|так|у|для|же|все|то|от|очень|бы|игра|книга|он|если|есть"
    ),
    back=phrases(
        "но|и|а|также|однако|кроме того|ещё|еще|потом|затем|поэтому|например|зато|впрочем|тем не менее"
        "|хотя|так|или|другой|во-первых|во-вторых|конечно|теперь|далее|к сожалению|плюсы|минусы"
        "|к тому же"
    ),
    pronouns=phrases("он|она|они|оно|его|её|ее|их|этот|эта|тот"),
    rounding=phrases(
        "в общем|в итоге|итог|итого|вывод|наконец|в целом|короче|подводя итог|таким образом|рекомендую"
        "|если вы|оценка"
    ),
    writer=phrases(
        "я|купил|прочитал|прочитала|прошел|мне|мой|моя|когда|после|наконец-то|не|как|сыграл|недавно"
    ),
    this=phrases("это|эта игра|эта книга|этот фильм|эта|этот|данная|данный"),
    the=phrases("сама"),
    a=phrases("один из|одна из"),
    praise=phrases(
        "очень|отличная|отличный|хорошая|хороший|лучшая|лучший|прекрасная|шикарная|интересная|скучно"
        "|шедевр|классная|супер|плохая|великолепная|замечательная|игра|крутая|неплохая|годная"
    ),
    verdict=phrases("рекомендую|советую|стоит|оценка|спасибо|покупать|купить|звёзд|баллов|брать|денег"),
    parts=phrases("графика|музыка|сюжет|геймплей|управление|персонажи|звук|сама игра|цена"),
    setting=phrases("в|во|с|со|на|от|до|перед|между|под|над|через|без|при|по|из|за|у"),
    met=phrases("купил|прочитал|посмотрел|играл|книга|игра|фильм|лет|лучшая|лучших|первый|давно"),
    inside=phrases("персонажи|также|сцена|конец|глава|однако|каждый|уровни|есть"),
)

_GREEK = Lexicon(
    common=phrases(
        "και|το|να|η|του|της|με|για|που|από|ο|την|τα|τον|στο|ένα|δεν|είναι|σε|οι|μου|θα|στην|των|τη|μια"
    ),
    back=phrases(
        "αλλά|και|επίσης|όμως|ωστόσο|επιπλέον|έπειτα|μετά|άρα|για παράδειγμα|παρόλα αυτά|ή|γιατί|ακόμα"
        "|ακόμη|άλλο|δυστυχώς|αντίθετα|βέβαια|έτσι|πρώτον|δεύτερον|τώρα|εξάλλου"
    ),
    pronouns=phrases("αυτός|αυτή|αυτοί|αυτό|εκείνος|εκείνη|τους"),
    rounding=phrases("συνολικά|τελικά|συμπερασματικά|εν κατακλείδι|γενικά|τέλος|εν ολίγοις|το συνιστώ|αν"),
    writer=phrases("διάβασα|το διάβασα|μου|όταν|έχω|αγόρασα|είδα|δεν|μόλις|τι"),
    this=phrases("αυτό το|αυτή η|πρόκειται|το βιβλίο|το παιχνίδι|η ταινία"),
    the=phrases("ο|η|το|οι|τα"),
    a=phrases("ένα|μια|μία|ένας|ένα από"),
    praise=phrases(
        "πολύ|εξαιρετικό|υπέροχο|καταπληκτικό|καλό|κακό|βαρετό|ωραίο|αριστούργημα|τέλειο|εκπληκτικό"
    ),
    verdict=phrases("συνιστώ|προτείνω|αξίζει|αστέρια|διαβάστε|οπωσδήποτε|συστήνω"),
    parts=phrases("η ιστορία|οι χαρακτήρες|τα γραφικά|η μουσική|η πλοκή|ο συγγραφέας|η γραφή"),
    setting=phrases("σε|στο|στη|στην|στον|με|από|κατά|πριν|μεταξύ|μέχρι|ενώ|υπό|χωρίς|προς|ανάμεσα"),
    met=phrases("αγόρασα|διάβασα|είδα|έπαιξα|βιβλίο|παιχνίδι|ταινία|χρόνια|καλύτερα|πρώτη"),
    inside=phrases("χαρακτήρες|επίσης|σκηνή|τέλος|κεφάλαιο|ωστόσο|κάθε|επιπλέον"),
)

_CHINESE = Lexicon(
    common=phrases("的|了|是|不|在"),
    back=phrases(
        "但|不过|而且|另外|然后|其次|还有|此外|同时|所以|因此|例如|比如|当然|虽然|优点|缺点|第二|接着|至于|并且|而|可是|其实|更新|首先"
    ),
    pronouns=phrases("他|她|它"),
    rounding=phrases("总之|总的来说|总体|最后|综上|结论|推荐|总结|打分|评分|建议|总而言之|综合"),
    writer=phrases("我|买|刚|玩了|通关|本人|第一次|终于|一开始|等了|作为|入手"),
    this=phrases("这|本作|该游戏|本书|此|游戏|一款|一个|一部"),
    the=phrases("整个|其中|主角"),
    a=phrases("一款|一个|一部|一本"),
    praise=phrases("好玩|不错|很|非常|挺|超|太|神作|良心|垃圾|可爱|有趣|真|最|好游戏|好看|还行|有意思"),
    verdict=phrases("推荐|值得|建议|好评|差评|入手|打折|支持|希望|期待|购买"),
    parts=phrases("画面|音乐|剧情|操作|战斗|系统|音效|美术|人物|游戏性|价格|画风|配乐|难度"),
    setting=phrases("在|从|随着|当|对于|关于|除了"),
    met=phrases("买|通关|小时|第一|朋友|评测|以前|小时候|最近"),
    inside=phrases("也|还|关卡|角色|敌人|武器|技能|道具|怪物|如果|可以"),
)

LEXICONS = {
    "en": ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "it": _ITALIAN,
    "pt": _PORTUGUESE,
    "ru": _RUSSIAN,
    "el": _GREEK,
    "zh": _CHINESE,
}
LANGUAGE_NAMES = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "el": "Greek",
    "zh": "Chinese",
}
