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
CNY | CN¥ RMB Rmb                | yuan yuans renminbi chinese_yuan rmb
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
BGN |                            | lev leva bulgarian_lev bulgarian_leva
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
KWD |                            | kuwaiti_dinar kuwaiti_dinars
BHD |                            | bahraini_dinar bahraini_dinars
JOD |                            | jordanian_dinar jordanian_dinars
IQD |                            | iraqi_dinar iraqi_dinars
LYD |                            | libyan_dinar libyan_dinars
TND |                            | tunisian_dinar tunisian_dinars
DZD |                            | algerian_dinar algerian_dinars
MKD |                            | denar denars macedonian_denar macedonian_denars
OMR |                            | omani_rial omani_rials
YER |                            | yemeni_rial yemeni_rials
MAD |                            | moroccan_dirham moroccan_dirhams
SYP |                            | syrian_pound syrian_pounds
LBP |                            | lebanese_pound lebanese_pounds
SDG |                            | sudanese_pound sudanese_pounds
SSP |                            | south_sudanese_pound south_sudanese_pounds
LKR |                            | sri_lankan_rupee sri_lankan_rupees
NPR |                            | nepalese_rupee nepalese_rupees nepali_rupee nepali_rupees
MUR |                            | mauritian_rupee mauritian_rupees
SCR |                            | seychellois_rupee seychellois_rupees
MVR |                            | rufiyaa rufiyaas
BDT | ৳ Tk Tk.                   | taka takas bangladeshi_taka
MMK |                            | kyat kyats
KHR | ៛                          | riel riels
LAK | ₭                          | kip kips lao_kip
KPW |                            | north_korean_won
BTN |                            | ngultrum ngultrums
MOP | MOP$                       | pataca patacas
BND | B$                         | brunei_dollar brunei_dollars
FJD | FJ$                        | fijian_dollar fijian_dollars fiji_dollars
PGK |                            | kina kinas
JMD | J$                         | jamaican_dollar jamaican_dollars
TTD | TT$                        | trinidadian_dollars trinidad_and_tobago_dollars
BBD | Bds$                       | barbadian_dollar barbadian_dollars barbados_dollars
BSD |                            | bahamian_dollar bahamian_dollars
BZD | BZ$                        | belize_dollar belize_dollars
GYD | G$                         | guyanese_dollar guyanese_dollars
SRD |                            | surinamese_dollar surinamese_dollars
XCD | EC$                        | east_caribbean_dollar east_caribbean_dollars
NAD | N$                         | namibian_dollar namibian_dollars
LRD | L$                         | liberian_dollar liberian_dollars
ZWL | Z$                         | zimbabwean_dollar zimbabwean_dollars zimbabwe_dollars
CLP |                            | chilean_peso chilean_pesos
COP |                            | colombian_peso colombian_pesos
UYU |                            | uruguayan_peso uruguayan_pesos
CUP |                            | cuban_peso cuban_pesos
DOP | RD$                        | dominican_peso dominican_pesos
PEN | S/                         | peruvian_sol peruvian_soles nuevo_sol nuevos_soles
BOB |                            | boliviano bolivianos
PYG | ₲                          | guarani guaranis
CRC | ₡                          | colones costa_rican_colon costa_rican_colones
GTQ |                            | quetzal quetzals quetzales
HNL |                            | lempira lempiras
NIO |                            | cordoba cordobas nicaraguan_cordoba
PAB |                            | balboa balboas
VES |                            | bolivar bolivars bolivares venezuelan_bolivar venezuelan_bolivars
HTG |                            | gourde gourdes
ISK |                            | icelandic_krona icelandic_kronur icelandic_crowns
ALL |                            | albanian_lek albanian_leks
BAM |                            | convertible_mark convertible_marks
XOF | FCFA                       | cfa_franc cfa_francs west_african_cfa_franc west_african_cfa_francs
XAF |                            | central_african_cfa_franc central_african_cfa_francs
RWF |                            | rwandan_franc rwandan_francs
CDF |                            | congolese_franc congolese_francs
GNF |                            | guinean_franc guinean_francs
DJF |                            | djiboutian_franc djiboutian_francs
KES | KSh Ksh                    | kenyan_shilling kenyan_shillings
TZS | TSh Tsh                    | tanzanian_shilling tanzanian_shillings
UGX | USh Ush                    | ugandan_shilling ugandan_shillings
SOS |                            | somali_shilling somali_shillings
ETB |                            | birr birrs ethiopian_birr
GHS | GH₵ ₵                      | cedi cedis ghanaian_cedi ghanaian_cedis
ZMW |                            | zambian_kwacha kwacha kwachas
MWK |                            | malawian_kwacha malawi_kwacha
MZN |                            | metical meticais meticals
AOA |                            | kwanza kwanzas
BWP |                            | pula pulas
GMD |                            | dalasi dalasis
SLE |                            | leone leones
MGA |                            | ariary ariarys
MRU |                            | ouguiya ouguiyas
ERN |                            | nakfa nakfas
LSL |                            | loti maloti
SZL |                            | lilangeni emalangeni
BTC | ₿                          | bitcoin bitcoins
"""
# fmt: on

SUBUNITS = {
    "cent": ("USD", 0.01),
    "cents": ("USD", 0.01),
    "kopeck": ("RUB", 0.01),
    "kopecks": ("RUB", 0.01),
    "pence": ("GBP", 0.01),
    "penny": ("GBP", 0.01),
    "tiyn": ("KZT", 0.01),
    "eurocent": ("EUR", 0.01),
    "eurocents": ("EUR", 0.01),
    "euro cents": ("EUR", 0.01),
    "paise": ("INR", 0.01),
    "fen": ("CNY", 0.01),
    "jiao": ("CNY", 0.1),
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
