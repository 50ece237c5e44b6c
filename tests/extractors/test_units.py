"""Every unit of measure has its line: how it is written, and what the fact table carries."""

from __future__ import annotations

import pytest

from extractors.model import Kind
from extractors.units import UNITS
from tests.extractors.reading import marked_figure, read

LENGTHS = [
    ("a road of «7,500 km»", 7500, "km"),
    ("«12 kms» of track", 12, "km"),
    ("some «85 kilometres» of track", 85, "km"),
    ("an «800-kilometer» pipe", 800, "km"),
    ("stands «37 m» tall", 37, "m"),
    ("a «55m» drop", 55, "m"),
    ("«120 metres» of cloth", 120, "m"),
    ("rose by «23 cm»", 23, "cm"),
    ("pipes of «1,420 mm»", 1420, "mm"),
    ("grains of «10 microns»", 10, "micrometre"),
    ("chips of «65 nm»", 65, "nanometre"),
    ("«4,750 miles» long", 4750, "mile"),
    ("«12 nautical miles» off", 12, "nautical_mile"),
    ("a «40-foot» container", 40, "foot"),
    ("«30 yards» away", 30, "yard"),
    ("«9 inches» of snow", 9, "inch"),
    ("winds of «28 m/s»", 28, "m/second"),
    ("flew at «7.9 km/s»", 7.9, "km/second"),
    ("«4.2 light years» away", 4.2, "light_year"),
    ("«20 versts» from town", 20, "verst"),
]
AREAS = [
    ("«2,724,900 sq km» of steppe", 2_724_900, "km2"),
    ("«2.7 million square kilometres»", 2.7e6, "km2"),
    ("«640 km²» of reserve", 640, "km2"),
    ("a flat of «75 sq. m»", 75, "m2"),
    ("«1.5 million square meters» of housing", 1.5e6, "m2"),
    ("«500 square miles» burnt", 500, "mile2"),
    ("«900 square feet» each", 900, "foot2"),
    ("«15.9 million hectares» sown", 15.9e6, "ha"),
    ("«300 acres» of land", 300, "acre"),
    ("«3 square centimetres» of skin", 3, "cm2"),
    ("«80 square yards» of lawn", 80, "yard2"),
    ("«12 square inches» of film", 12, "inch2"),
    ("plots of «10 sotkas»", 1000, "m2"),
    ("«50 dunams» of orchard", 50, "dunam"),
]
MASSES = [
    ("«9.4 mn tons» of oil", 9.4e6, "tonne"),
    ("«81 million tonnes» went through", 81e6, "tonne"),
    ("«3.9m tonnes» of steel", 3.9e6, "tonne"),
    ("«64.3 mln t» of oil", 64.3e6, "tonne"),
    ("«450 metric tons» of fish", 450, "tonne"),
    ("«320 Mt» of carbon", 320e6, "tonne"),
    ("«12 kilotons» of yield", 12e3, "tonne"),
    ("«2 gigatonnes» of ice", 2e9, "tonne"),
    ("«14 centners» of rye", 1.4, "tonne"),
    ("«40 quintals» of rice", 4, "tonne"),
    ("capacity of «67 mtpa»", 67e6, "tonne"),
    ("«5 kg» of meat", 5, "kg"),
    ("weighs «80 kilos»", 80, "kg"),
    ("«300 grams» of bread", 300, "g"),
    ("«20 mg» of salt", 20, "mg"),
    ("«15 micrograms» of iodine", 15, "microgram"),
    ("«150 pounds» of flour", 150, "pound"),
    ("«7 lb» of flour", 7, "pound"),
    ("«1.2 million ounces» in reserve", 1.2e6, "ounce"),
    ("«400 troy ounces» a bar", 400, "troy_ounce"),
    ("diamonds of «12 carats»", 12, "carat"),
    ("weighs «11 stone»", 11, "stone"),
    ("«30 poods» of grain", 30, "pood"),
    ("«3 million tons of oil equivalent»", 3e6, "tonne_oil_equivalent"),
    ("«250 mtoe» in all", 250e6, "tonne_oil_equivalent"),
]
VOLUMES = [
    ("«45 bcm» of gas", 45, "bcm"),
    ("«15 billion cubic metres» of gas", 15, "bcm"),
    ("«2.5 million cubic meters» of gas", 0.0025, "bcm"),
    ("«300 cubic metres» of timber", 300, "m3"),
    ("«40 mcm» of gas", 0.04, "bcm"),
    ("«2.3 cubic kilometres» of water", 2.3, "bcm"),
    ("«5 cubic feet» of space", 5, "foot3"),
    ("«35 million barrels» of oil", 35e6, "barrel"),
    ("«1.8 million barrels per day»", 1.8e6, "barrel/day"),
    ("«90,000 bpd» of crude", 90e3, "barrel/day"),
    ("«400 kbpd» of crude", 400e3, "barrel/day"),
    ("«1.3 mbpd» of crude", 1.3e6, "barrel/day"),
    ("«500 litres» of milk", 500, "litre"),
    ("«12 hectolitres» of wine", 1200, "litre"),
    ("«3 decalitres» of wine", 30, "litre"),
    ("«250 ml» of milk", 250, "millilitre"),
    ("«60 gallons» of milk", 60, "gallon"),
    ("«2 pints» of beer", 2, "pint"),
    ("«3 quarts» of oil", 3, "quart"),
    ("«900 bushels» of corn", 900, "bushel"),
    ("«8 fluid ounces» of juice", 8, "fluid_ounce"),
    ("an engine of «1,600 cc»", 1600, "cm3"),
    ("«61 cubic inches» each", 61, "inch3"),
    ("«40 cubic yards» of soil", 40, "yard3"),
    ("«700 acre-feet» of water", 700, "acre-foot"),
    ("«2 cups» of flour", 2, "cup"),
]
ENERGIES = [
    ("«7.5 billion kWh a month»", 7.5e9, "kWh/month"),
    ("«12 kilowatt-hours» used", 12, "kWh"),
    ("«5 MWh» stored", 5000, "kWh"),
    ("«35 gigawatt hours» lost", 35e6, "kWh"),
    ("«1.4 TWh» sold", 1.4e9, "kWh"),
    ("«40 watts» each", 40e-6, "MW"),
    ("«300 kW» of heat", 0.3, "MW"),
    ("«1,320 MW» of capacity", 1320, "MW"),
    ("a «2.4 GW» plant", 2400, "MW"),
    ("«90 joules» of work", 90, "joule"),
    ("«15 kilojoules» of work", 15e3, "joule"),
    ("«15 megajoules» of work", 15e6, "joule"),
    ("«15 gigajoules» of heat", 15e9, "joule"),
    ("«700 gigacalories» of heat", 700, "gigacalorie"),
    ("«90 calories a day»", 90, "calorie/day"),
    ("«250 kilocalories» each", 250e3, "calorie"),
    ("«3 million MMBtu» of gas", 3e6, "mmbtu"),
    ("«9,000 BTU» of cooling", 9000, "btu"),
    ("«300 horsepower» each", 300, "horsepower"),
    ("«300 bhp» each", 300, "brake_horsepower"),
    ("a «630 kVA» transformer", 630, "kVA"),
    ("a «25 MVA» transformer", 25e3, "kVA"),
]
OTHERS = [
    ("«312 billion tonne-kilometers» of freight", 312e9, "tonne-km"),
    ("«18 billion passenger-kilometres» in all", 18e9, "passenger-km"),
    ("«1.2 million TEUs» handled", 1.2e6, "TEU"),
    ("at «60 mph»", 60, "mile/hour"),
    ("at «120 km/h»", 120, "km/hour"),
    ("at «20 knots»", 20, "knot"),
    ("does «40 mpg»", 40, "mile/gallon"),
    ("«-20 °C» in Astana", -20, "celsius"),
    ("«38 degrees Celsius» in Atyrau", 38, "celsius"),
    ("«90 degrees Fahrenheit» in Texas", 90, "fahrenheit"),
    ("«300 kelvins» or so", 300, "kelvin"),
    ("turned by «45 degrees»", 45, "degree"),
    ("«50 Hz» in the grid", 50, "hertz"),
    ("«30 kHz» of band", 30, "kilohertz"),
    ("«800 MHz» of band", 800, "megahertz"),
    ("«3.5 GHz» of band", 3.5, "gigahertz"),
    ("«640 kilobytes» free", 640, "kilobyte"),
    ("«20 MB» free", 20, "megabyte"),
    ("«54GB» of data", 54, "gigabyte"),
    ("«4 terabytes» of data", 4, "terabyte"),
    ("«2 petabytes» of data", 2, "petabyte"),
    ("«20 megabits» of data", 20, "megabit"),
    ("«2 gigabits» of data", 2, "gigabit"),
    ("at «100 Mbps»", 100, "megabit/second"),
    ("at «10 Gbps»", 10, "gigabit/second"),
    ("«64 bits» wide", 64, "bit"),
    ("«70 dB» of noise", 70, "decibel"),
    ("«220 volts» in the wall", 220, "volt"),
    ("a «500 kV» line", 500, "kilovolt"),
    ("«16 amperes» of current", 16, "ampere"),
    ("«20 milliamps» of current", 20, "milliampere"),
    ("«5,000 mAh» each", 5000, "mAh"),
    ("«2 farads» each", 2, "farad"),
    ("«400 Nm» of torque", 400, "newton-metre"),
    ("«300 lb-ft» of torque", 300, "foot-pound"),
    ("«12 gigapascals» inside", 12, "gigapascal"),
    ("«5 megapascals» inside", 5, "megapascal"),
    ("«101 kilopascals» outside", 101, "kilopascal"),
    ("«1,013 hPa» outside", 1013, "hectopascal"),
    ("«90 pascals» of pressure", 90, "pascal"),
    ("«750 mmHg» outside", 750, "mmHg"),
    ("«3 atmospheres» inside", 3, "atmosphere"),
    ("«30 psi» inside", 30, "psi"),
    ("at «3,000 rpm»", 3000, "rpm"),
    ("«400 ppm» of carbon dioxide", 400, "ppm"),
    ("«15 ppb» of lead", 15, "ppb"),
    ("«0.2 microsieverts» each", 0.2, "microsievert"),
    ("«5 millisieverts» in all", 5, "millisievert"),
    ("«100 becquerels» each", 100, "becquerel"),
    ("«2 million SWU» of enrichment", 2e6, "SWU"),
    ("«900 man-hours» of work", 900, "person-hour"),
]
CASES = LENGTHS + AREAS + MASSES + VOLUMES + ENERGIES + OTHERS


@pytest.mark.parametrize(("case", "value", "unit"), CASES)
def test_unit(case: str, value: float, unit: str) -> None:
    figure = marked_figure(case)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


def test_every_unit_has_its_line() -> None:
    written = {unit.split("/")[0] for _, _, unit in CASES} | {unit for _, _, unit in CASES}
    assert {unit.code for unit in UNITS.values()} - written == set()


@pytest.mark.parametrize(
    ("cases", "kinds"),
    [
        (LENGTHS, {Kind.LENGTH}),
        (AREAS, {Kind.AREA}),
        (MASSES, {Kind.MASS}),
        (VOLUMES, {Kind.VOLUME}),
        (ENERGIES, {Kind.ENERGY}),
        (OTHERS, {Kind.COUNT}),
    ],
)
def test_kind_of_measure(cases: list[tuple[str, float, str]], kinds: set[Kind]) -> None:
    assert {marked_figure(case).kind for case, _, _ in cases} == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The M5 is closed.",
        "He wore a size 5 shoe.",
        "Area 51 is shut.",
        "He is the number 7 of his team.",
        "Model T-34",
        "the KAMAZ-5490",
        "a B2 visa",
        "in 2021 tonnage fell",
        "vitamin B12",
        "Mi-8 helicopters",
        "the A4 sheet",
        "a kilometre from there",
        "several tons",
        "tons of snow",
        "thousands of kilometres",
        "metres deep",
    ],
)
def test_no_measure(text: str) -> None:
    assert [f for f in read(text) if f.rule.startswith("measure")] == []
