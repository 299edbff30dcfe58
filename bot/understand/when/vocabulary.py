"""The words of time in English, Spanish and office slang, each with its one canonical form.

Canonical weekdays are `wdmon` … `wdsun`, months `mojan` … `modec`; everything else keeps a plain English
word. Accents are stripped before these tables are asked.
"""

from __future__ import annotations

DAY_CODES = ("wdmon", "wdtue", "wdwed", "wdthu", "wdfri", "wdsat", "wdsun")
MONTH_CODES = (
    "mojan", "mofeb", "momar", "moapr", "momay", "mojun", "mojul", "moaug", "mosep", "mooct", "monov",
    "modec",
)  # fmt: skip

FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_WRITTEN = {
    "wdmon": "monday mon mondays monday's mon's lunes munday mondy moday monady mnday",
    "wdtue": "tuesday tue tues tuesdays tuesday's tue's martes tusday teusday tuseday tuesdy tuesay "
    "tuesd toosday",
    "wdwed": "wednesday wed weds wednesdays wednesday's wed's miercoles mier wensday wendsday wednsday "
    "wedsday "
    "wednesdy wenesday wedesday",
    "wdthu": "thursday thu thur thurs thursdays thursday's thurs's jueves thrusday thursdy thurday thirsday "
    "thusday thrsday",
    "wdfri": "friday fri fridays friday's fri's viernes firday fryday fridy frday friady",
    "wdsat": "saturday saturdays saturday's sabado sabados saterday satuday saturdy satruday satday sabdo",
    "wdsun": "sunday sundays sunday's domingo domingos sundy suday sunady",
    "mojan": "january jan january's enero januray janurary janury",
    "mofeb": "february feb february's febrero feburary febuary februrary febuary's",
    "momar": "march march's marzo",
    "moapr": "april apr april's abril abr",
    "momay": "mayo",
    "mojun": "june jun june's junio",
    "mojul": "july jul july's julio",
    "moaug": "august aug august's agosto",
    "mosep": "september sept sep september's septiembre setiembre septmber setember septembre",
    "mooct": "october oct october's octubre ocotber octobre",
    "monov": "november nov november's noviembre novemeber novembre novmber",
    "modec": "december dec december's diciembre dic decmber decembre dicimbre deciembre",
    "today": "today tody 2day tday todya todau toaday hoy ohy todays today's",
    "yesterday": "yesterday yest yday y'day ystrday yestrday yesterdy yestaday yesturday ystd ystdy yesteday "
    "yesterady ayer aller ayr yesterday's yesterdays",
    "tomorrow": "tomorrow tmrw tmw tmr tmrrw tomorow tommorow tommorrow tomorro 2moro 2morrow "
    "tomorrow's tomm "
    "tomorrows",
    "tonight": "tonight tonite 2nite tonght tonigt tonight's tn tnite",
    "lastnight": "anoche anoxe",
    "dby night": "anteanoche antenoche antanoche",
    "dby": "anteayer antier antiayer antealler antes_de_ayer",
    "now": "now ahora ahorita rn",
    "morning": "morning mornin morn mornign moring mornng",
    "afternoon": "afternoon aftrnoon afternon aft afternn arvo",
    "evening": "evening evenin eve evning eveing",
    "night": "night nite nght noche noches",
    "dawn": "madrugada",
    "noon": "noon midday mediodia noontime noonish",
    "midnight": "midnight medianoche midnite",
    "at": "at @",
    "going": "goin",
    "seeing": "seein",
    "coming": "comin",
    "heading": "headin",
    "stopping": "stoppin",
    "visiting": "visitin",
    "last": "last lst pasado pasada",
    "this": "this este esta ths",
    "next": "next nxt proximo proxima prox",
    "week": "week wk semana wk's week's",
    "weeks": "weeks wks semanas",
    "weekend": "weekend wknd wkend weeknd wkd weekend's",
    "month": "month mes mo mnth month's",
    "end of month": "eom",
    "end of week": "eow",
    "months": "months mos meses",
    "day": "day dia",
    "days": "days dias",
    "year": "year yr ano year's",
    "years": "years yrs anos",
    "quarter": "quarter qtr trimestre",
    "min": "min mins minute minutes minuto minutos minutitos minutico minuticos minuts minits mn minuites",
    "hour": "hour hours hr hrs hora horas horita horitas houre hous",
    "ago": "ago atras",
    "since": "since desde",
    "until": "until till til 'til hasta untill until's",
    "thru": "thru through",
    "about": "about round arround abt around arnd aprox approx approximately roughly circa bout",
    "there": "there ther",
    "stayed": "stayed stayd",
    "oclock": "oclock o'clock o'clk",
    "and": "and y",
    "between": "between btwn betw btween",
    "from": "from frm",
    "after": "after",
    "afterwards": "afterwards afterward despues",
}

WORDS: dict[str, str] = {word: code for code, words in _WRITTEN.items() for word in words.split()}

# Never bent into a weekday or a day word by the spelling rule.
SPELLED_RIGHT = frozenset(
    [
        "midday",
        "birthday",
        "holiday",
        "someday",
        "everyday",
        "weekday",
        "payday",
        "workday",
        "noonday",
        "heyday",
        "mayday",
        "faraday",
        "halladay",
        "halliday",
        "holliday",
        "holidays",
        "birthdays",
        "weekdays",
        "saturated",
        "sundae",
        "money",
        "sundry",
        "tuesdays",
    ]
)

NUMBERS: dict[str, int] = {
    word: value
    for value, words in {
        0: "zero",
        1: "one uno",
        2: "two dos",
        3: "three tres",
        4: "four cuatro",
        5: "five cinco",
        6: "six seis",
        7: "seven siete",
        8: "eight ocho",
        9: "nine nueve",
        10: "ten diez",
        11: "eleven",
        12: "twelve doce",
        13: "thirteen trece",
        14: "fourteen catorce",
        15: "fifteen quince",
        16: "sixteen dieciseis",
        17: "seventeen diecisiete",
        18: "eighteen dieciocho",
        19: "nineteen diecinueve",
        20: "twenty veinte",
        21: "veintiuno veintiun",
        22: "veintidos",
        23: "veintitres",
        24: "veinticuatro",
        25: "veinticinco",
        26: "veintiseis",
        27: "veintisiete",
        28: "veintiocho",
        29: "veintinueve",
        30: "thirty treinta",
        40: "forty fourty cuarenta",
        50: "fifty cincuenta",
        60: "sixty sesenta",
        70: "seventy setenta",
        80: "eighty ochenta",
        90: "ninety noventa",
    }.items()
    for word in words.split()
}

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "primero": 1}
