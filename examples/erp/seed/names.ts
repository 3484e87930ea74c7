/** Where a recipient lives, which decides names, addresses and the spelling of numbers. */
export type Country = 'NL' | 'BE' | 'DE';

/** What people and places are called, per country. */
export interface Names {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly streets: readonly string[];
  /** Postcode and town. */
  readonly towns: readonly (readonly [postcode: string, town: string])[];
  readonly companies: readonly string[];
}

const dutch: Names = {
  first:
    'Aïsha Anouk Bas Bram Chantal Daan Dirk Eline Esmée Femke Fleur Gijs Hanneke Ilse Jaap Jeroen Joris Karin Koen Lars Lisa Maaike Marieke Mehmet Mirjam Naomi Niels Noor Pieter Rachid Rianne Roel Ruben Sanne Sjoerd Soraya Stijn Tess Thijs Tim Wouter Yasmin Youssef Zoë'.split(
      ' ',
    ),
  last: 'de Vries|Jansen|van den Berg|Bakker|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|El Amrani|Yılmaz|van ’t Hof|Schouten|Kuipers|Postma|Hoekstra|Willemsen|van Beek|Ramdin|Pinas|Veenstra|Koster|Prins|Blom|Huisman'.split(
    '|',
  ),
  streets:
    'Maliebaan|Lange Nieuwstraat|Amsterdamsestraatweg|Biltstraat|Croeselaan|Kanaalstraat|Nachtegaalstraat|Adelaarstraat|Vleutenseweg|Burgemeester Reigerstraat|Laan van Chartroise|Prins Hendriklaan|Oudegracht|Springweg|Merelstraat|Zonstraat|Homeruslaan|Rijnlaan'.split(
      '|',
    ),
  towns: [
    ['3511', 'Utrecht'],
    ['3524', 'Utrecht'],
    ['3581', 'Utrecht'],
    ['3707', 'Zeist'],
    ['3731', 'De Bilt'],
    ['3991', 'Houten'],
    ['3431', 'Nieuwegein'],
    ['3811', 'Amersfoort'],
    ['3401', 'IJsselstein'],
    ['3601', 'Maarssen'],
    ['6511', 'Nijmegen'],
    ['5211', '’s-Hertogenbosch'],
  ],
  companies:
    'Bakkerij Van Beek|VvE Zonnehof|Kapsalon Lisa|Camping De Vuursche|Basisschool De Regenboog|Tandartspraktijk Oost|Hotel De Witte Zwaan|Garage Postma|Kinderopvang Pippeloentje|Drukkerij Meijer|Sportschool Fitplus|Woningbeheer Domstad|Fysiotherapie Biltstraat|Restaurant Amaryllis|Bloemisterij De Tulp'.split(
      '|',
    ),
};

const belgian: Names = {
  first:
    'An Arne Axelle Bart Céline Dries Els Emma Fien Gert Griet Hilde Jef Joke Kaat Koen Laure Leen Liesbeth Lore Luc Margaux Marc Nele Pieter-Jan Sofie Stef Tine Tom Veerle Wim Yves'.split(
      ' ',
    ),
  last: 'Peeters|Janssens|Maes|Jacobs|Mertens|Willems|Claes|Goossens|Wouters|De Smet|Vermeulen|Van Damme|Dubois|Lambert|De Clercq|Vandenberghe|Desmet|Leclercq|Verhoeven|Van den Broeck|Segers|Hermans|De Backer'.split(
    '|',
  ),
  streets:
    'Meir|Mechelsesteenweg|Turnhoutsebaan|Belgiëlei|Plantin en Moretuslei|Lange Leemstraat|Statiestraat|Grotesteenweg|Boomsesteenweg|Kerkstraat|Dorpsstraat|Stationsstraat|Nieuwstraat'.split(
      '|',
    ),
  towns: [
    ['2000', 'Antwerpen'],
    ['2018', 'Antwerpen'],
    ['2600', 'Berchem'],
    ['2100', 'Deurne'],
    ['2800', 'Mechelen'],
    ['2500', 'Lier'],
    ['2640', 'Mortsel'],
    ['1000', 'Brussel'],
    ['9100', 'Sint-Niklaas'],
  ],
  companies:
    'Brasserie De Kathedraal|Apotheek Claes|Syndicus Schelde|Garage Segers|Bakkerij Goossens|Crèche Les Petits|Hotel Van Eyck|Notariaat Wouters|Cultuurhuis Deurne|Frituur ’t Hoekske'.split(
      '|',
    ),
};

const german: Names = {
  first:
    'Andrea Bernd Carsten Claudia Dieter Elke Frank Gabriele Günter Heike Jörg Jürgen Katrin Klaus Lena Markus Monika Sabine Stefan Ulrike Uwe Wolfgang'.split(
      ' ',
    ),
  last: 'Müller|Schmidt|Schneider|Fischer|Weber|Becker|Hoffmann|Schäfer|Koch|Richter|Klein|Schröder|Neumann|Küppers|Janßen|Terhorst|Völker'.split(
    '|',
  ),
  streets: 'Bahnhofstraße|Hauptstraße|Gartenweg|Lindenallee|Emmericher Straße|Schulstraße|Am Stadtpark'.split('|'),
  towns: [
    ['46446', 'Emmerich'],
    ['47533', 'Kleve'],
    ['48599', 'Gronau'],
    ['46395', 'Bocholt'],
    ['52062', 'Aachen'],
  ],
  companies: ['Gasthof zur Post', 'Bäckerei Terhorst', 'Autohaus Küppers', 'Hausverwaltung Niederrhein'],
};

/** Names by country. */
export const names: Readonly<Record<Country, Names>> = { NL: dutch, BE: belgian, DE: german };
