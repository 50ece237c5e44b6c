"""Currencies of ISO 4217 that have a usual sign or name in news text: one row a currency.

``code | signs before or after the number | names`` (names in lower case, singular and plural).  A bare "$" or "dollar"
is the US dollar, a bare "rouble" the Russian one, as in agency style.  The letter signs ("A$", "Rs") are matched as
they stand.
"""

from __future__ import annotations

import regex

# fmt: off
_TABLE = """
USD | $ US$ $US U.S.$ US_$ $_US US$_   | dollar dollars buck bucks us_dollar us_dollars u.s._dollar u.s._dollars american_dollar american_dollars
RUB | ₽                          | ruble rubles rouble roubles russian_ruble russian_rubles russian_rouble russian_roubles rur rub.
KZT | ₸                          | tenge tenges kazakh_tenge kazakhstani_tenge
EUR | €                          | euro euros
GBP | £ PS                       | pound_sterling pounds_sterling pound pounds sterling quid british_pound british_pounds
CNY | CN¥ RMB                    | yuan yuans renminbi chinese_yuan rmb
JPY | ¥ JP¥ Y=                   | yen japanese_yen
UZS |                            | soum soums uzbek_soum uzbek_soums uzbek_sum uzbek_sums uzbekistani_soums
KGS |                            | kyrgyz_som kyrgyz_soms
TJS |                            | somoni somonis
TMT |                            | manat_of_turkmenistan turkmen_manat turkmen_manats
AZN | ₼                          | manat manats azerbaijani_manat azerbaijani_manats
AMD | ֏                          | dram drams armenian_dram armenian_drams
GEL | ₾                          | lari laris georgian_lari
BYN | Br                         | belarusian_ruble belarusian_rubles belarusian_rouble belarusian_roubles
UAH | ₴                          | hryvnia hryvnias hryvnya hryvna
TRY | ₺                          | lira liras turkish_lira turkish_liras
INR | ₹ Rs Rs.                   | rupee rupees indian_rupee indian_rupees
PKR |                            | pakistani_rupee pakistani_rupees
KRW | ₩                          | won south_korean_won korean_won
IRR |                            | rial rials iranian_rial iranian_rials
AED |                            | dirham dirhams uae_dirham uae_dirhams
SAR |                            | riyal riyals saudi_riyal saudi_riyals
QAR |                            | qatari_riyal qatari_riyals
ILS | ₪ NIS                      | shekel shekels israeli_shekel israeli_shekels
AUD | A$ $A AU$ $AU              | australian_dollar australian_dollars
CAD | C$ CA$ $C $CAN             | canadian_dollar canadian_dollars
NZD | NZ$ $NZ                    | new_zealand_dollar new_zealand_dollars
HKD | HK$ HK_$ $HK               | hong_kong_dollar hong_kong_dollars
SGD | S$                         | singapore_dollar singapore_dollars singaporean_dollars
TWD | NT$                        | taiwan_dollar taiwan_dollars
CHF |                            | franc francs swiss_franc swiss_francs
SEK |                            | swedish_krona swedish_kronor swedish_crown swedish_crowns
NOK |                            | norwegian_krone norwegian_kroner norwegian_crowns
DKK |                            | krone kroner danish_krone danish_kroner danish_crown danish_crowns
CZK |                            | czech_koruna czech_crowns koruna korunas
PLN | zł                         | zloty zlotys zlotych polish_zloty
HUF |                            | forint forints
RON |                            | leu lei romanian_lei
MDL |                            | moldovan_lei moldovan_leu
RSD |                            | dinar dinars serbian_dinar serbian_dinars
BGN |                            | lev leva bulgarian_lev
HRK |                            | kuna kunas kn
BRL | R$                         | real reais brazilian_real brazilian_reais
MXN |                            | mexican_peso mexican_pesos
ARS |                            | peso pesos argentine_peso argentine_pesos
ZAR |                            | rand rands
EGP |                            | egyptian_pound egyptian_pounds
NGN | ₦                          | naira nairas
THB | ฿                          | baht bahts
VND | ₫                          | dong dongs vietnamese_dong
IDR | Rp                         | rupiah rupiahs
MYR | RM                         | ringgit ringgits malaysian_ringgit
PHP | ₱                          | philippine_peso philippine_pesos
MNT | ₮                          | tugrik tugriks togrog
AFN | ؋                          | afghani afghanis
BTC | ₿                          | bitcoin bitcoins
"""
# fmt: on

SUBUNITS = {
    "cent": ("USD", 0.01),
    "cents": ("USD", 0.01),
    "kopeck": ("RUB", 0.01),
    "kopecks": ("RUB", 0.01),
    "pence": ("GBP", 0.01),
    "p": ("GBP", 0.01),
    "sen": ("MYR", 0.01),
}
"""Hundredths of a currency; they are given in the currency."""

SIGNS: dict[str, str] = {}
NAMES: dict[str, str] = {}
CODES: frozenset[str]


def _read_table() -> frozenset[str]:
    codes = set()
    for row in _TABLE.strip().splitlines():
        code, signs, names = (cell.strip() for cell in row.split("|"))
        codes.add(code)
        SIGNS.update({sign.replace("_", " "): code for sign in signs.split()})
        NAMES.update({name.replace("_", " "): code for name in names.split()})
        NAMES[code.lower()] = code
    return frozenset(codes)


CODES = _read_table()

_SIGN = "|".join(regex.escape(sign) for sign in sorted({*SIGNS, *CODES}, key=len, reverse=True))
BEFORE = regex.compile(rf"(?r)(?<![\p{{L}}\p{{N}}])(?P<sign>{_SIGN})[ ]?(?P<minus>-)?")
"""A sign or code right before a number, matched backwards from it: "US$", "USD ", "$-50"."""
AFTER = regex.compile(rf"[ ]?(?P<sign>{_SIGN})(?![\p{{L}}\p{{N}}])")
"""A sign or code right after a number: "35 USD", "100 ₽"."""


def code_of(sign: str) -> str:
    """The ISO 4217 code of a sign or code as written."""
    return SIGNS.get(sign) or sign
