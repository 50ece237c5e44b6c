"""Units of measure: one row a unit.  Adding a unit is adding a row.

``name | unit of the fact table | factor to it | kind | spellings``.  ``name`` is the unit as written ("terawatt hour"),
``unit`` what the fact table carries (kWh).  Spellings are matched in lower case except those with a capital, which are
matched as they stand ("MW" is not "mW").  Symbols marked ``'`` may only be glued to digits or follow one space after
digits, never after number words ("5 m", not "five m").
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written (``name``) and the fact table's unit it is converted to by ``factor``."""

    name: str
    code: str
    factor: float
    kind: Kind
    symbol: bool = False


# fmt: off
_TABLE = """
kilometre           | km             | 1      | length   | kilometer kilometers kilometre kilometres km' kms'
metre               | m              | 1      | length   | meter meters metre metres m'
centimetre          | cm             | 1      | length   | centimeter centimeters centimetre centimetres cm'
millimetre          | mm             | 1      | length   | millimeter millimeters millimetre millimetres mm'
micrometre          | micrometre     | 1      | length   | micrometer micrometers micrometre micrometres micron microns μm' µm'
nanometre           | nanometre      | 1      | length   | nanometer nanometers nanometre nanometres nm'
mile                | mile           | 1      | length   | mile miles mi'
nautical mile       | nautical_mile  | 1      | length   | nautical_mile nautical_miles
foot                | foot           | 1      | length   | foot feet ft'
yard                | yard           | 1      | length   | yard yards yd'
inch                | inch           | 1      | length   | inch inches ″'
square kilometre    | km2            | 1      | area     | square_kilometer square_kilometers square_kilometre square_kilometres sq_km sq_kms sq._km sqkm' km2' km²'
square metre        | m2             | 1      | area     | square_meter square_meters square_metre square_metres sq_m sq._m sqm' m2' m²'
square mile         | mile2          | 1      | area     | square_mile square_miles sq_mi sq_miles
square foot         | foot2          | 1      | area     | square_foot square_feet sq_ft sq._ft
hectare             | ha             | 1      | area     | hectare hectares ha'
acre                | acre           | 1      | area     | acre acres
tonne               | tonne          | 1      | mass     | tonne tonnes ton tons metric_ton metric_tons metric_tonne metric_tonnes t' tU' tpa' tpy' t/y' t/yr'
metric ton          | tonne          | 1      | mass     | mt' MT'
deadweight tonne    | tonne          | 1      | mass     | dwt' DWT' deadweight_tonnes deadweight_tons
kilotonne           | tonne          | 1e3    | mass     | kilotonne kilotonnes kiloton kilotons kt'
megatonne           | tonne          | 1e6    | mass     | megatonne megatonnes Mt'
gigatonne           | tonne          | 1e9    | mass     | gigaton gigatons gigatonne gigatonnes Gt'
centner             | tonne          | 0.1    | mass     | centner centners
kilogram            | kg             | 1      | mass     | kilogram kilograms kilogramme kilogrammes kilo kilos kg' kgs'
gram                | g              | 1      | mass     | gram grams gramme grammes g'
milligram           | mg             | 1      | mass     | milligram milligrams mg'
pound               | pound          | 1      | mass     | lb' lbs'
ounce               | ounce          | 1      | mass     | ounce ounces oz'
troy ounce          | troy_ounce     | 1      | mass     | troy_ounce troy_ounces
carat               | carat          | 1      | mass     | carat carats
cubic metre         | m3             | 1      | volume   | cubic_meter cubic_meters cubic_metre cubic_metres cubic_m cu_m cu._m cu_meters m3' m³' cbm'
billion cubic metre | bcm            | 1      | volume   | bcm' bcma'
million cubic metre | m3             | 1e6    | volume   | mcm'
cubic kilometre     | bcm            | 1      | volume   | cubic_kilometer cubic_kilometers cubic_kilometre cubic_kilometres cubic_km km3' km³'
cubic foot          | foot3          | 1      | volume   | cubic_foot cubic_feet cu_ft
barrel              | barrel         | 1      | volume   | barrel barrels bbl' bbls'
barrel per day      | barrel/day     | 1      | volume   | bpd' b/d'
litre               | litre          | 1      | volume   | liter liters litre litres l'
millilitre          | millilitre     | 1      | volume   | milliliter milliliters millilitre millilitres ml' mL'
gallon              | gallon         | 1      | volume   | gallon gallons
pint                | pint           | 1      | volume   | pint pints
quart               | quart          | 1      | volume   | quart quarts
kilowatt hour       | kWh            | 1      | energy   | kilowatt_hour kilowatt_hours kilowatt-hour kilowatt-hours kWh' kwh' KWh'
megawatt hour       | kWh            | 1e3    | energy   | megawatt_hour megawatt_hours megawatt-hour megawatt-hours MWh' mWh'
gigawatt hour       | kWh            | 1e6    | energy   | gigawatt_hour gigawatt_hours gigawatt-hour gigawatt-hours GWh' gWh'
terawatt hour       | kWh            | 1e9    | energy   | terawatt_hour terawatt_hours terawatt-hour terawatt-hours TWh' tWh'
watt                | MW             | 1e-6   | energy   | watt watts W'
kilowatt            | MW             | 1e-3   | energy   | kilowatt kilowatts kW' kw' KW'
megawatt            | MW             | 1      | energy   | megawatt megawatts MW' mW'
gigawatt            | MW             | 1e3    | energy   | gigawatt gigawatts GW' gW'
joule               | joule          | 1      | energy   | joule joules
gigacalorie         | gigacalorie    | 1      | energy   | gigacalorie gigacalories Gcal'
horsepower          | horsepower     | 1      | energy   | horsepower hp' PS'
brake horsepower    | brake_horsepower | 1    | energy   | bhp'
tonne-kilometre     | tonne-km       | 1      | count    | tonne-kilometer tonne-kilometers tonne-kilometre tonne-kilometres ton-kilometer ton-kilometers ton-kilometre ton-kilometres tonne_kilometers tonne_kilometres ton_kilometers ton-km tonne-km tkm'
passenger-kilometre | passenger-km   | 1      | count    | passenger-kilometer passenger-kilometers passenger-kilometre passenger-kilometres
TEU                 | TEU            | 1      | count    | TEU TEUs teu teus twenty-foot_equivalent_units
mile per hour       | mile/hour      | 1      | count    | mph' miles_per_hour
kilometre per hour  | km/hour        | 1      | count    | km/h' km/hr' kph' kmph' kilometers_per_hour kilometres_per_hour
mile per gallon     | mile/gallon    | 1      | count    | mpg' miles_per_gallon
degree celsius      | celsius        | 1      | count    | degrees_celsius degree_celsius degrees_c °c' °C' celsius C'
degree fahrenheit   | fahrenheit     | 1      | count    | degrees_fahrenheit degree_fahrenheit fahrenheit °f' °F'
degree              | degree         | 1      | count    | degree degrees °'
hertz               | hertz          | 1      | count    | hertz Hz' hz'
gigahertz           | gigahertz      | 1      | count    | gigahertz GHz'
megahertz           | megahertz      | 1      | count    | megahertz MHz'
gigabyte            | gigabyte       | 1      | count    | gigabyte gigabytes GB' Gb'
megabyte            | megabyte       | 1      | count    | megabyte megabytes MB'
terabyte            | terabyte       | 1      | count    | terabyte terabytes TB'
megabit per second  | megabit/second | 1      | count    | Mbps' mbps'
decibel             | decibel        | 1      | count    | decibel decibels dB' db'
volt                | volt           | 1      | count    | volt volts V'
kilovolt            | kilovolt       | 1      | count    | kilovolt kilovolts kV' kv'
ampere              | ampere         | 1      | count    | ampere amperes amp amps
farad               | farad          | 1      | count    | farad farads F'
bit                 | bit            | 1      | count    | bit bits b'
milliampere hour    | mAh            | 1      | count    | mAh'
newton metre        | newton-metre   | 1      | count    | Nm' newton_meters newton_metres
foot pound          | foot-pound     | 1      | count    | lb-ft' pound-feet pound-foot
gigapascal          | gigapascal     | 1      | count    | gigapascal gigapascals GPa'
megapascal          | megapascal     | 1      | count    | megapascal megapascals MPa'
revolution per minute | rpm          | 1      | count    | rpm'
part per billion    | ppb            | 1      | count    | ppb'
part per million    | ppm            | 1      | count    | ppm'
knot                | knot           | 1      | count    | knot knots kn'
metre per second    | m/second       | 1      | length   | m/s' m/sec'
kilometre per second | km/second     | 1      | length   | km/s' km/sec'
light year          | light_year     | 1      | length   | light_year light_years light-year light-years
verst               | verst          | 1      | length   | verst versts
square centimetre   | cm2            | 1      | area     | square_centimeter square_centimeters square_centimetre square_centimetres cm2' cm²'
square yard         | yard2          | 1      | area     | square_yard square_yards sq_yd sq_yards
square inch         | inch2          | 1      | area     | square_inch square_inches sq_in
sotka               | m2             | 100    | area     | sotka sotkas
dunam               | dunam          | 1      | area     | dunam dunams
stone               | stone          | 1      | mass     | stone'
pood                | pood           | 1      | mass     | pood poods
microgram           | microgram      | 1      | mass     | microgram micrograms µg' μg' mcg'
quintal             | tonne          | 0.1    | mass     | quintal quintals
bushel              | bushel         | 1      | volume   | bushel bushels
million tonnes a year | tonne        | 1e6    | mass     | mtpa' Mtpa'
tonne of oil equivalent | tonne_oil_equivalent | 1 | mass | toe' tons_of_oil_equivalent tonnes_of_oil_equivalent
million tonnes of oil equivalent | tonne_oil_equivalent | 1e6 | mass | mtoe' Mtoe'
thousand barrels per day | barrel/day | 1e3    | volume   | kbpd' kb/d'
million barrels per day | barrel/day  | 1e6    | volume   | mbpd' mb/d' mmbpd'
fluid ounce         | fluid_ounce    | 1      | volume   | fluid_ounce fluid_ounces fl_oz
cubic centimetre    | cm3            | 1      | volume   | cubic_centimeter cubic_centimeters cubic_centimetre cubic_centimetres cm3' cm³' cc'
cubic inch          | inch3          | 1      | volume   | cubic_inch cubic_inches
cubic yard          | yard3          | 1      | volume   | cubic_yard cubic_yards
acre-foot           | acre-foot      | 1      | volume   | acre-foot acre-feet
hectolitre          | litre          | 100    | volume   | hectoliter hectoliters hectolitre hectolitres
decalitre           | litre          | 10     | volume   | decalitre decalitres decaliter decaliters
cup                 | cup            | 1      | volume   | cup' cups'
kilojoule           | joule          | 1e3    | energy   | kilojoule kilojoules kJ'
megajoule           | joule          | 1e6    | energy   | megajoule megajoules MJ'
gigajoule           | joule          | 1e9    | energy   | gigajoule gigajoules GJ'
calorie             | calorie        | 1      | energy   | calorie calories
kilocalorie         | calorie        | 1e3    | energy   | kilocalorie kilocalories kcal'
million British thermal units | mmbtu | 1      | energy   | mmBtu' MMBtu' mmBTU' MMBTU'
British thermal unit | btu           | 1      | energy   | BTU' BTUs' british_thermal_unit british_thermal_units
kilovolt-ampere     | kVA            | 1      | energy   | kVA' kva'
megavolt-ampere     | kVA            | 1e3    | energy   | MVA'
separative work unit | SWU           | 1      | count    | SWU' SWUs' separative_work_units
kelvin              | kelvin         | 1      | count    | kelvin kelvins K'
kilohertz           | kilohertz      | 1      | count    | kilohertz kHz'
kilobyte            | kilobyte       | 1      | count    | kilobyte kilobytes KB' kB'
petabyte            | petabyte       | 1      | count    | petabyte petabytes PB'
gigabit             | gigabit        | 1      | count    | gigabit gigabits Gbit'
megabit             | megabit        | 1      | count    | megabit megabits Mbit'
gigabit per second  | gigabit/second | 1      | count    | Gbps' gbps' Gbit/s'
pascal              | pascal         | 1      | count    | pascal pascals Pa'
hectopascal         | hectopascal    | 1      | count    | hectopascal hectopascals hPa'
kilopascal          | kilopascal     | 1      | count    | kilopascal kilopascals kPa'
millimetre of mercury | mmHg         | 1      | count    | mmHg' mm_Hg millimeters_of_mercury
atmosphere          | atmosphere     | 1      | count    | atmosphere atmospheres atm'
pound per square inch | psi          | 1      | count    | psi' PSI' pounds_per_square_inch
milliampere         | milliampere    | 1      | count    | milliampere milliamperes milliamp milliamps mA'
microsievert        | microsievert   | 1      | count    | microsievert microsieverts μSv' µSv'
millisievert        | millisievert   | 1      | count    | millisievert millisieverts mSv'
becquerel           | becquerel      | 1      | count    | becquerel becquerels Bq'
person-hour         | person-hour    | 1      | count    | man-hour man-hours person-hour person-hours
"""
# fmt: on

DURATIONS = {
    "second": "second",
    "seconds": "second",
    "sec": "second",
    "secs": "second",
    "minute": "minute",
    "minutes": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hours": "hour",
    "hr": "hour",
    "hrs": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "yr": "year",
    "yrs": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
}
"""Words of duration and the fact table's unit for each."""


def _read_table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for row in _TABLE.strip().splitlines():
        name, code, factor, kind, spellings = (cell.strip() for cell in row.split("|"))
        for spelling in spellings.split():
            symbol = spelling.endswith("'")
            units[spelling.rstrip("'").replace("_", " ")] = Unit(name, code, float(factor), Kind(kind), symbol)
    return units


UNITS: dict[str, Unit] = _read_table()
"""Every spelling, with a plain space inside ("square kilometers"), to its unit."""

LONGEST = max(spelling.count(" ") for spelling in UNITS) + 1
"""How many words the longest spelling has."""


def unit_of(words: str) -> Unit | None:
    """The unit a spelling names, capitals respected where they matter ("MW" and "mw").

    >>> unit_of("Square kilometers").code, unit_of("TWh").factor, unit_of("people")
    ('km2', 1000000000.0, None)
    """
    return UNITS.get(words) or UNITS.get(words.lower())
