"""Countries, what their people are called, their capitals, and the buildings that stand for their governments.

One row a country: ISO 3166 code | names | adjectives | people | capital(s) | seats of government.
Alternatives are separated by "/", the first is the usual one. Standard knowledge, no list of people.
"""

from __future__ import annotations

from dataclasses import dataclass

_ROWS = """
AF|Afghanistan|Afghan|Afghans|Kabul|
AL|Albania|Albanian|Albanians|Tirana|
DZ|Algeria|Algerian|Algerians|Algiers|
AD|Andorra|Andorran|Andorrans|Andorra la Vella|
AO|Angola|Angolan|Angolans|Luanda|
AG|Antigua and Barbuda|Antiguan|Antiguans||
AR|Argentina|Argentine/Argentinian|Argentines/Argentinians|Buenos Aires|Casa Rosada
AM|Armenia|Armenian|Armenians|Yerevan|
AU|Australia|Australian|Australians|Canberra|
AT|Austria|Austrian|Austrians|Vienna|
AZ|Azerbaijan|Azerbaijani/Azeri|Azerbaijanis/Azeris|Baku|
BS|Bahamas|Bahamian|Bahamians|Nassau|
BH|Bahrain|Bahraini|Bahrainis|Manama|
BD|Bangladesh|Bangladeshi|Bangladeshis|Dhaka|
BB|Barbados|Barbadian|Barbadians|Bridgetown|
BY|Belarus|Belarusian/Belarussian|Belarusians/Belarussians|Minsk|
BE|Belgium|Belgian|Belgians|Brussels|
BZ|Belize|Belizean|Belizeans|Belmopan|
BJ|Benin|Beninese||Porto-Novo|
BT|Bhutan|Bhutanese||Thimphu|
BO|Bolivia|Bolivian|Bolivians|La Paz/Sucre|
BA|Bosnia and Herzegovina/Bosnia|Bosnian|Bosnians|Sarajevo|
BW|Botswana|Botswanan|Botswanans|Gaborone|
BR|Brazil|Brazilian|Brazilians|Brasilia/Brasília|Planalto
BN|Brunei|Bruneian|Bruneians|Bandar Seri Begawan|
BG|Bulgaria|Bulgarian|Bulgarians|Sofia|
BF|Burkina Faso|Burkinabe|Burkinabes|Ouagadougou|
BI|Burundi|Burundian|Burundians|Bujumbura/Gitega|
KH|Cambodia|Cambodian|Cambodians|Phnom Penh|
CM|Cameroon|Cameroonian|Cameroonians|Yaounde/Yaoundé|
CA|Canada|Canadian|Canadians|Ottawa|
CV|Cape Verde/Cabo Verde|Cape Verdean|Cape Verdeans|Praia|
CF|Central African Republic|Central African||Bangui|
TD|Chad|Chadian|Chadians|N'Djamena/N’Djamena|
CL|Chile|Chilean|Chileans|Santiago|La Moneda
CN|China/People's Republic of China|Chinese||Beijing/Peking|Zhongnanhai/Great Hall of the People
CO|Colombia|Colombian|Colombians|Bogota/Bogotá|
KM|Comoros|Comorian|Comorians|Moroni|
CG|Republic of Congo|Congolese||Brazzaville|
CD|Democratic Republic of Congo/Democratic Republic of the Congo/Congo/DR Congo/DRC|Congolese||Kinshasa|
CR|Costa Rica|Costa Rican|Costa Ricans|San Jose|
CI|Ivory Coast/Côte d'Ivoire|Ivorian|Ivorians|Yamoussoukro/Abidjan|
HR|Croatia|Croatian/Croat|Croatians/Croats|Zagreb|
CU|Cuba|Cuban|Cubans|Havana|
CY|Cyprus|Cypriot|Cypriots|Nicosia|
CZ|Czech Republic/Czechia|Czech|Czechs|Prague|Prague Castle
DK|Denmark|Danish|Danes|Copenhagen|
DJ|Djibouti|Djiboutian|Djiboutians||
DO|Dominican Republic|Dominican|Dominicans|Santo Domingo|
EC|Ecuador|Ecuadorian/Ecuadorean|Ecuadorians/Ecuadoreans|Quito|
EG|Egypt|Egyptian|Egyptians|Cairo|
SV|El Salvador|Salvadoran|Salvadorans|San Salvador|
GQ|Equatorial Guinea|Equatoguinean||Malabo|
ER|Eritrea|Eritrean|Eritreans|Asmara|
EE|Estonia|Estonian|Estonians|Tallinn|
SZ|Eswatini/Swaziland|Swazi|Swazis|Mbabane|
ET|Ethiopia|Ethiopian|Ethiopians|Addis Ababa|
FJ|Fiji|Fijian|Fijians|Suva|
FI|Finland|Finnish|Finns|Helsinki|
FR|France|French|Frenchmen|Paris|Elysee/Élysée/Elysee Palace/Élysée Palace/Quai d'Orsay/Quai d’Orsay/Matignon
GA|Gabon|Gabonese||Libreville|
GM|Gambia|Gambian|Gambians|Banjul|
GE|Georgia|Georgian|Georgians|Tbilisi|
DE|Germany/West Germany|German/West German|Germans|Berlin/Bonn|Federal Chancellery
GH|Ghana|Ghanaian|Ghanaians|Accra|
GR|Greece|Greek|Greeks|Athens|Maximos Mansion
GD|Grenada|Grenadian|Grenadians||
GT|Guatemala|Guatemalan|Guatemalans|Guatemala City|
GN|Guinea|Guinean|Guineans|Conakry|
GW|Guinea-Bissau|||Bissau|
GY|Guyana|Guyanese||Georgetown|
HT|Haiti|Haitian|Haitians|Port-au-Prince|
VA|Holy See/Vatican City|||Vatican|Vatican
HN|Honduras|Honduran|Hondurans|Tegucigalpa|
HU|Hungary|Hungarian|Hungarians|Budapest|
IS|Iceland|Icelandic|Icelanders|Reykjavik|
IN|India|Indian|Indians|New Delhi/Delhi|South Block
ID|Indonesia|Indonesian|Indonesians|Jakarta|Merdeka Palace
IR|Iran/Islamic Republic of Iran/Islamic Republic|Iranian|Iranians|Tehran/Teheran|
IQ|Iraq|Iraqi|Iraqis|Baghdad|Green Zone
IE|Ireland|Irish||Dublin|
IL|Israel|Israeli|Israelis|Jerusalem|Knesset
IT|Italy|Italian|Italians|Rome|Palazzo Chigi/Quirinal Palace/Farnesina
JM|Jamaica|Jamaican|Jamaicans|Kingston|
JP|Japan|Japanese||Tokyo|Kantei
JO|Jordan|Jordanian|Jordanians|Amman|
KZ|Kazakhstan|Kazakh/Kazakhstani|Kazakhs|Astana/Nur-Sultan|Akorda
KE|Kenya|Kenyan|Kenyans|Nairobi|
KI|Kiribati|||Tarawa|
XK|Kosovo|Kosovan/Kosovar|Kosovans/Kosovars|Pristina|
KW|Kuwait|Kuwaiti|Kuwaitis|Kuwait City|
KG|Kyrgyzstan|Kyrgyz||Bishkek|
LA|Laos|Lao/Laotian|Laotians|Vientiane|
LV|Latvia|Latvian|Latvians|Riga|
LB|Lebanon|Lebanese||Beirut|Baabda Palace
LS|Lesotho|||Maseru|
LR|Liberia|Liberian|Liberians|Monrovia|
LY|Libya|Libyan|Libyans|Tripoli|
LI|Liechtenstein|||Vaduz|
LT|Lithuania|Lithuanian|Lithuanians|Vilnius|
LU|Luxembourg|Luxembourgish|Luxembourgers||
MG|Madagascar|Malagasy||Antananarivo|
MW|Malawi|Malawian|Malawians|Lilongwe|
MY|Malaysia|Malaysian|Malaysians|Kuala Lumpur/Putrajaya|
MV|Maldives|Maldivian|Maldivians|Male|
ML|Mali|Malian|Malians|Bamako|
MT|Malta|Maltese||Valletta|
MH|Marshall Islands|Marshallese||Majuro|
MR|Mauritania|Mauritanian|Mauritanians|Nouakchott|
MU|Mauritius|Mauritian|Mauritians|Port Louis|
MX|Mexico|Mexican|Mexicans|Mexico City|Los Pinos
FM|Micronesia|Micronesian|Micronesians|Palikir|
MD|Moldova|Moldovan|Moldovans|Chisinau/Chișinău|
MC|Monaco|Monegasque|||
MN|Mongolia|Mongolian|Mongolians|Ulaanbaatar/Ulan Bator|
ME|Montenegro|Montenegrin|Montenegrins|Podgorica|
MA|Morocco|Moroccan|Moroccans|Rabat|
MZ|Mozambique|Mozambican|Mozambicans|Maputo|
MM|Myanmar/Burma|Burmese||Naypyidaw/Yangon|
NA|Namibia|Namibian|Namibians|Windhoek|
NR|Nauru|Nauruan|Nauruans||
NP|Nepal|Nepali/Nepalese|Nepalis|Kathmandu|
NL|Netherlands/Holland|Dutch||The Hague/Amsterdam|Binnenhof
NZ|New Zealand||New Zealanders|Wellington|Beehive
NI|Nicaragua|Nicaraguan|Nicaraguans|Managua|
NE|Niger|Nigerien|Nigeriens|Niamey|
NG|Nigeria|Nigerian|Nigerians|Abuja|Aso Rock
KP|North Korea/DPRK|North Korean|North Koreans|Pyongyang|
MK|North Macedonia/Macedonia|Macedonian|Macedonians|Skopje|
NO|Norway|Norwegian|Norwegians|Oslo|
OM|Oman|Omani|Omanis|Muscat|
PK|Pakistan|Pakistani|Pakistanis|Islamabad|
PW|Palau|Palauan|Palauans||
PS|Palestine/Palestinian Authority|Palestinian|Palestinians|Ramallah|Muqata
PA|Panama|Panamanian|Panamanians|Panama City|
PG|Papua New Guinea|Papua New Guinean||Port Moresby|
PY|Paraguay|Paraguayan|Paraguayans|Asuncion/Asunción|
PE|Peru|Peruvian|Peruvians|Lima|
PH|Philippines|Philippine/Filipino|Filipinos|Manila|Malacanang/Malacañang
PL|Poland|Polish|Poles|Warsaw|
PT|Portugal|Portuguese||Lisbon|
QA|Qatar|Qatari|Qataris|Doha|Amiri Diwan
RO|Romania|Romanian|Romanians|Bucharest|Cotroceni
RU|Russia/Russian Federation/Soviet Union/USSR|Russian/Soviet|Russians/Soviets|Moscow|Kremlin/Duma/State Duma
RW|Rwanda|Rwandan|Rwandans|Kigali|
WS|Samoa|Samoan|Samoans|Apia|
SM|San Marino||||
SA|Saudi Arabia/Kingdom of Saudi Arabia|Saudi/Saudi Arabian|Saudis|Riyadh|Royal Court
SN|Senegal|Senegalese||Dakar|
RS|Serbia/Yugoslavia|Serbian/Serb|Serbs/Serbians|Belgrade|
SC|Seychelles|Seychellois||Victoria|
SL|Sierra Leone|Sierra Leonean|Sierra Leoneans|Freetown|
SG|Singapore|Singaporean|Singaporeans||Istana
SK|Slovakia|Slovak|Slovaks|Bratislava|
SI|Slovenia|Slovenian|Slovenians|Ljubljana|
SB|Solomon Islands|||Honiara|
SO|Somalia|Somali|Somalis|Mogadishu|
ZA|South Africa|South African|South Africans|Pretoria/Cape Town|Union Buildings
KR|South Korea/Republic of Korea|South Korean|South Koreans|Seoul|Blue House
SS|South Sudan|South Sudanese||Juba|
ES|Spain|Spanish|Spaniards|Madrid|Moncloa
LK|Sri Lanka|Sri Lankan|Sri Lankans|Colombo|
SD|Sudan|Sudanese||Khartoum/Port Sudan|
SR|Suriname|Surinamese||Paramaribo|
SE|Sweden|Swedish|Swedes|Stockholm|Rosenbad
CH|Switzerland|Swiss||Bern/Berne|
SY|Syria|Syrian|Syrians|Damascus|
TW|Taiwan|Taiwanese||Taipei|
TJ|Tajikistan|Tajik|Tajiks|Dushanbe|
TZ|Tanzania|Tanzanian|Tanzanians|Dodoma/Dar es Salaam|
TH|Thailand|Thai|Thais|Bangkok|Government House
TL|East Timor/Timor-Leste|Timorese||Dili|
TG|Togo|Togolese||Lome/Lomé|
TO|Tonga|Tongan|Tongans||
TT|Trinidad and Tobago|Trinidadian|Trinidadians|Port of Spain|
TN|Tunisia|Tunisian|Tunisians|Tunis|Carthage Palace
TR|Turkey/Türkiye/Turkiye|Turkish|Turks|Ankara|Bestepe/Beştepe
TM|Turkmenistan|Turkmen|Turkmens|Ashgabat|
TV|Tuvalu|Tuvaluan|Tuvaluans||
UG|Uganda|Ugandan|Ugandans|Kampala|
UA|Ukraine|Ukrainian|Ukrainians|Kyiv/Kiev|Bankova/Verkhovna Rada/Mariinskyi Palace
AE|United Arab Emirates/UAE/U.A.E./Emirates|Emirati|Emiratis|Abu Dhabi|
GB|United Kingdom/Britain/Great Britain/UK/U.K./England|British/English|Britons/British|London|Downing Street/10 Downing Street/Number 10/No 10/No. 10/Whitehall/Westminster/Foreign Office/Buckingham Palace
US|United States/U.S./US/USA/U.S.A./America/United States of America|American/U.S./US|Americans|Washington/Washington, D.C./Washington DC|White House/Oval Office/Pentagon/State Department/Capitol/Capitol Hill/Foggy Bottom
UY|Uruguay|Uruguayan|Uruguayans|Montevideo|
UZ|Uzbekistan|Uzbek|Uzbeks|Tashkent|
VU|Vanuatu|||Port Vila|
VE|Venezuela|Venezuelan|Venezuelans|Caracas|Miraflores/Miraflores Palace
VN|Vietnam/Viet Nam|Vietnamese||Hanoi|
YE|Yemen|Yemeni|Yemenis|Sanaa/Sana'a/Aden|
ZM|Zambia|Zambian|Zambians|Lusaka|
ZW|Zimbabwe|Zimbabwean|Zimbabweans|Harare|
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A country with the words that stand for it, its people and its government."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


def _cut(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("/") if part)


def _read(row: str) -> Country:
    code, names, adjectives, people, capitals, seats = row.split("|")
    return Country(code, _cut(names), _cut(adjectives), _cut(people), _cut(capitals), _cut(seats))


COUNTRIES: tuple[Country, ...] = tuple(_read(row) for row in _ROWS.strip().splitlines())

#: Name, adjective or people, as printed → ISO code of the country.
COUNTRY_NAMES = {name: country.code for country in COUNTRIES for name in country.names}
ADJECTIVES = {word: country.code for country in COUNTRIES for word in country.adjectives}
PEOPLES = {word: country.code for country in COUNTRIES for word in country.people}
#: Capitals and seats of government stand for the government where they act: word → ISO code.
CAPITALS = {word: country.code for country in COUNTRIES for word in country.capitals}
SEATS = {word: country.code for country in COUNTRIES for word in country.seats}

#: Adjectives of larger parts of the world, which describe parties but name no country.
REGIONAL_ADJECTIVES = {
    "European", "Arab", "African", "Asian", "Western", "Gulf", "Latin American", "Nordic", "Baltic", "Balkan",
    "Kurdish", "Muslim", "Christian", "Jewish", "Islamic", "Catholic", "Sunni", "Shiite", "Shia", "Scandinavian",
    "Central Asian", "Middle Eastern", "Transatlantic", "Eurasian", "Caribbean", "Sikh", "Hindu", "Buddhist",
}  # fmt: skip
REGIONAL_PEOPLES = {
    "Europeans", "Arabs", "Africans", "Asians", "Westerners", "Kurds", "Muslims", "Christians", "Jews", "Catholics",
    "Sunnis", "Shiites", "Houthis", "Republicans", "Democrats", "Conservatives", "Liberals", "Socialists", "Tories",
    "Communists", "Greens", "Islamists", "Bosniaks", "Tatars", "Latinos", "Hispanics",
}  # fmt: skip
#: Of these, the ones that are parties under a name rather than a people.
PARTY_PEOPLES = {
    "Republicans", "Democrats", "Conservatives", "Liberals", "Socialists", "Tories", "Communists", "Greens",
    "Houthis",
}  # fmt: skip
#: Of these, the ones that in lower case are people of a mind.
PLAIN_PEOPLES = {"Conservatives", "Liberals", "Socialists", "Communists", "Greens"}
REGIONS = {
    "Europe", "Asia", "Africa", "Middle East", "Western Europe", "Eastern Europe", "Central Asia", "Balkans",
    "Caucasus", "Gulf", "Persian Gulf", "Black Sea", "Mediterranean", "Latin America", "South America",
    "North America", "Central America", "Caribbean", "Arctic", "Antarctica", "Scandinavia", "Pacific", "Atlantic",
    "West Bank", "Gaza", "Gaza Strip", "Golan Heights", "Crimea", "Donbas", "Donbass", "Kashmir", "Tibet",
    "Xinjiang", "Hong Kong", "Macau", "Kurdistan", "Chechnya", "Transnistria", "Abkhazia", "Nagorno-Karabakh",
    "Western Sahara", "Strait of Hormuz", "Suez Canal", "Red Sea", "South China Sea", "Scotland", "Wales",
    "Northern Ireland", "Catalonia", "Quebec", "Greenland", "Siberia",
}  # fmt: skip
