//! The words names are made of, by language. All of them invented for the sample; a name that
//! belongs to somebody is a coincidence.

use super::market::Tongue;

/// What a company does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Industry {
    Building,
    Design,
    Education,
    Finance,
    Food,
    Health,
    Works,
    Law,
    Logistics,
    Media,
    Shop,
    Software,
    Sport,
    Travel,
}

impl Industry {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Building => "Construction",
            Self::Design => "Design",
            Self::Education => "Education",
            Self::Finance => "Finance",
            Self::Food => "Food and drink",
            Self::Health => "Health",
            Self::Works => "Industry",
            Self::Law => "Legal",
            Self::Logistics => "Logistics",
            Self::Media => "Media",
            Self::Shop => "Retail",
            Self::Software => "Software",
            Self::Sport => "Sport",
            Self::Travel => "Travel",
        }
    }
}

use Industry::{
    Building, Design, Education, Finance, Food, Health, Law, Logistics, Media, Shop, Software,
    Sport, Travel, Works,
};

/// A trade in English, which companies everywhere like to carry: `Tidal Interiors`.
#[rustfmt::skip]
pub(super) const TRADES: [(&str, Industry); 46] = [
    ("Interiors", Design), ("Architects", Design), ("Design", Design), ("Studio", Design),
    ("Publishing", Media), ("Media", Media), ("Films", Media), ("Translations", Media),
    ("Fitness", Sport), ("Climbing", Sport), ("Sailing", Sport), ("Cycles", Shop),
    ("Books", Shop), ("Ceramics", Shop), ("Outfitters", Shop), ("Optics", Shop),
    ("Energy", Works), ("Greenhouses", Works), ("Robotics", Works), ("Instruments", Works),
    ("Legal", Law), ("Notaries", Law), ("Analytics", Software), ("Labs", Software),
    ("Systems", Software), ("Software", Software), ("Logistics", Logistics),
    ("Couriers", Logistics), ("Charter", Travel), ("Travel", Travel), ("Retreats", Travel),
    ("Physio", Health), ("Dental", Health), ("Clinics", Health), ("Health", Health),
    ("Veterinary", Health), ("Accounting", Finance), ("Consulting", Finance), ("Coffee", Food),
    ("Foods", Food), ("Catering", Food), ("Brewing", Food), ("Academy", Education),
    ("Tutors", Education), ("Joinery", Building), ("Surveyors", Building),
];

/// What names are made of in one language.
#[derive(Debug)]
pub(super) struct Words {
    /// Places, birds, weather: the first word of a company.
    pub(super) roots: &'static [&'static str],
    /// How a trade is said there; `{}` is a root or a family name.
    pub(super) trades: &'static [(&'static str, Industry)],
    /// What follows the name of some companies.
    pub(super) legal: &'static str,
    pub(super) first: &'static [&'static str],
    pub(super) last: &'static [&'static str],
    pub(super) cities: &'static [&'static str],
}

impl Tongue {
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::Dutch => &DUTCH,
            Self::Swedish => &SWEDISH,
            Self::German => &GERMAN,
            Self::French => &FRENCH,
            Self::English => &ENGLISH,
            Self::Danish => &DANISH,
            Self::Finnish => &FINNISH,
        }
    }
}

#[rustfmt::skip]
const DUTCH: Words = Words {
    roots: &[
        "Nieuwland", "Polder", "Duinrand", "Zilver", "Waterkant", "Kievit", "Lindehof", "Oostwal",
        "Grutto", "Veldzicht", "Molenwiek", "Rietkraag", "Havenlicht", "Koolmees", "Meerzicht",
        "Zonnedauw", "Vlinderslag", "Kastanje", "Ruigoord", "Wilgenroos", "Brughuis",
        "Sterrenwacht", "IJzerhof", "Hazelaar", "Schelphoek", "Eikenlaan", "Lepelaar", "Noordwind",
        "Kroonland",
    ],
    trades: &[
        ("Bakkerij {}", Food), ("Koffiebranderij {}", Food), ("{} Installatietechniek", Building),
        ("{} Bouwadvies", Building), ("Praktijk {}", Health), ("Huisartsen {}", Health),
        ("{} Tandzorg", Health), ("Drukkerij {}", Media), ("Uitgeverij {}", Media),
        ("{} Vastgoed", Finance), ("Administratiekantoor {}", Finance), ("Hoveniers {}", Building),
        ("Kwekerij {}", Works), ("{} Techniek", Works), ("Rijschool {}", Education),
        ("Muziekschool {}", Education), ("Fietsen {}", Shop), ("Boekhandel {}", Shop),
        ("Advocaten {}", Law), ("{} Transport", Logistics), ("Zeilschool {}", Sport),
        ("{} Reizen", Travel), ("Atelier {}", Design),
    ],
    legal: "BV",
    first: &[
        "Sanne", "Maud", "Ivo", "Femke", "Joris", "Lotte", "Bram", "Noor", "Thijs", "Anouk",
        "Wessel", "Yara", "Ruben", "Fleur", "Gijs", "Marit", "Sem", "Hidde", "Roos", "Teun",
    ],
    last: &[
        "Bakker", "de Wit", "Brandt", "van Dalen", "Hoekstra", "Mulder", "van der Laan", "Kuiper",
        "Verhoeven", "Postma", "Claes", "Peeters", "Dekker", "Vermeer", "Zijlstra", "Maes",
        "Schipper", "ter Horst", "Goossens", "Wouters",
    ],
    cities: &[
        "Utrecht", "Gent", "Zwolle", "Leiden", "Breda", "Groningen", "Antwerpen", "Deventer",
        "Haarlem", "Arnhem", "Leuven", "Delft",
    ],
};

#[rustfmt::skip]
const SWEDISH: Words = Words {
    roots: &[
        "Skärgård", "Grönsta", "Solbacken", "Björkliden", "Havsörn", "Norrvik", "Kvarnholm",
        "Älvdal", "Snöflinga", "Granhult", "Lingon", "Fyrsken", "Vinterhamn", "Ängsvik", "Hjortron",
        "Tallmo", "Ripa", "Stenudden", "Sjöboda", "Rönnäng", "Blåklocka", "Lövsta", "Isfågel",
        "Mälarsken",
    ],
    trades: &[
        ("{} Bygg", Building), ("{} Snickeri", Building), ("{} El", Building),
        ("{} Redovisning", Finance), ("Tandläkarna {}", Health), ("{} Friskvård", Health),
        ("Veterinärerna {}", Health), ("Kafé {}", Food), ("Bageri {}", Food), ("{} Förlag", Media),
        ("{} Tryckeri", Media), ("{} Trädgård", Shop), ("{} Cykel", Shop),
        ("Arkitekterna {}", Design), ("{} Form", Design), ("{} Åkeri", Logistics),
        ("{} Juristbyrå", Law), ("{} Mekaniska", Works), ("{} Trafikskola", Education),
        ("{} Gym", Sport), ("{} Resor", Travel),
    ],
    legal: "AB",
    first: &[
        "Elin", "Oskar", "Maja", "Nils", "Astrid", "Viktor", "Ebba", "Albin", "Saga", "Linus",
        "Tuva", "Anton", "Signe", "Emil", "Freja", "Hugo", "Moa", "Axel",
    ],
    last: &[
        "Ekström", "Lindqvist", "Hallberg", "Sjögren", "Nyström", "Åkesson", "Dahlgren", "Björk",
        "Wallin", "Forsberg", "Öberg", "Lundell", "Sandström", "Hedlund", "Strand", "Falk",
    ],
    cities: &[
        "Uppsala", "Lund", "Umeå", "Gävle", "Visby", "Kalmar", "Örebro", "Luleå", "Borås", "Växjö",
    ],
};

#[rustfmt::skip]
const GERMAN: Words = Words {
    roots: &[
        "Lindenhof", "Falkenberg", "Morgenrot", "Silbersee", "Auenland", "Kranich", "Sonnenfels",
        "Mühlbach", "Weidengrund", "Eisvogel", "Rosenstein", "Nordlicht", "Hirschtal", "Kornblume",
        "Steinadler", "Ahorn", "Moosbach", "Sternwald", "Wiesengrund", "Habicht", "Grünfeld",
        "Bergahorn", "Schilfrohr", "Tannhöhe",
    ],
    trades: &[
        ("Praxis {}", Health), ("Zahnärzte {}", Health), ("Apotheke {}", Shop),
        ("{} Maschinenbau", Works), ("{} Messtechnik", Works), ("Schreinerei {}", Building),
        ("{} Holzbau", Building), ("Kanzlei {}", Law), ("Notariat {}", Law),
        ("{} Druckerei", Media), ("{} Verlag", Media), ("Bäckerei {}", Food), ("Rösterei {}", Food),
        ("Gärtnerei {}", Shop), ("Steuerbüro {}", Finance), ("{} Beratung", Finance),
        ("{} Spedition", Logistics), ("Fahrschule {}", Education), ("Kletterhalle {}", Sport),
        ("{} Reisen", Travel), ("{} Werkstatt", Design), ("{} Datentechnik", Software),
    ],
    legal: "GmbH",
    first: &[
        "Lena", "Jonas", "Greta", "Moritz", "Klara", "Felix", "Hannah", "Tobias", "Mira", "Lukas",
        "Svenja", "Johannes", "Paula", "Matthias", "Ida", "Benedikt", "Thea", "Konrad",
    ],
    last: &[
        "Lindner", "Brückner", "Vogt", "Hartwig", "Seidel", "Keller", "Reimann", "Albrecht",
        "Thalheim", "Bergmann", "Hofstetter", "Winkler", "Rüdiger", "Ebner", "Pfeiffer", "Lorenz",
    ],
    cities: &[
        "Leipzig", "Freiburg", "Kassel", "Bremen", "Münster", "Ulm", "Jena", "Graz", "Lübeck",
        "Regensburg", "Linz", "Rostock",
    ],
};

#[rustfmt::skip]
const FRENCH: Words = Words {
    roots: &[
        "Bellerive", "Hirondelle", "Clairval", "Rivebois", "Les Tilleuls", "Montclair",
        "Coquelicot", "Vent d'Ouest", "La Garenne", "Aubépine", "Sable Blanc", "Roseraie",
        "Mésange", "Grand Large", "Belle Étoile", "Chantemerle", "Pont Vieux", "Martinet",
        "Val d'Or", "Les Glycines",
    ],
    trades: &[
        ("Atelier {}", Design), ("{} Architecture", Design), ("Cabinet {}", Law), ("Étude {}", Law),
        ("Boulangerie {}", Food), ("Traiteur {}", Food), ("Torréfaction {}", Food),
        ("Éditions {}", Media), ("Imprimerie {}", Media), ("{} Conseil", Finance),
        ("Comptables {}", Finance), ("Clinique {}", Health), ("Kinés {}", Health),
        ("Librairie {}", Shop), ("Cycles {}", Shop), ("Maison {}", Shop),
        ("Menuiserie {}", Building), ("{} Rénovation", Building), ("Transports {}", Logistics),
        ("École {}", Education), ("Voyages {}", Travel), ("{} Informatique", Software),
    ],
    legal: "SARL",
    first: &[
        "Camille", "Hugo", "Manon", "Théo", "Chloé", "Antoine", "Inès", "Baptiste", "Élise", "Rémi",
        "Margaux", "Julien", "Solène", "Mathis", "Agathe", "Noé",
    ],
    last: &[
        "Roussel", "Lemoine", "Faure", "Guérin", "Delcourt", "Marchand", "Perrin", "Vasseur",
        "Collin", "Berthier", "Lacombe", "Renaud", "Gosselin", "Baudry", "Charpentier", "Noël",
    ],
    cities: &[
        "Nantes", "Namur", "Lille", "Rennes", "Annecy", "Liège", "Angers", "Dijon", "Tours",
        "Brest",
    ],
};

#[rustfmt::skip]
const ENGLISH: Words = Words {
    roots: &[
        "Tidal", "Quayside", "Brightwater", "Eider", "Tern", "Oakmere", "Juniper", "Hazelnut",
        "Lantern", "Umbra", "Wickham", "Plumbline", "Thistle", "Cobalt", "Millrace", "Calder",
        "Rookery", "Lumen", "Kitehouse", "Finch", "Northgate", "Pebble", "Vesper", "Bramble",
        "Windrush", "Mossback", "Saltmarsh", "Foxglove", "Harrow Hill", "Copperbeech", "Sandpiper",
        "Wren and Rye",
    ],
    trades: &[
        ("{} Bakery", Food), ("{} Roasters", Food), ("The {} Kitchen", Food),
        ("{} Builders", Building), ("{} Roofing", Building), ("{} Solicitors", Law),
        ("{} Bookkeeping", Finance), ("{} Partners", Finance), ("{} Opticians", Shop),
        ("{} Hardware", Shop), ("{} Press", Media), ("{} Pilates", Sport),
        ("{} Rowing Club", Sport), ("{} Haulage", Logistics), ("{} School of Music", Education),
        ("{} Nursery", Education), ("{} Surgery", Health), ("{} Holidays", Travel),
        ("{} Engineering", Works), ("{} Gardens", Building),
    ],
    legal: "Ltd",
    first: &[
        "Amelia", "Callum", "Priya", "Owen", "Niamh", "Marcus", "Beth", "Declan", "Zoe", "Theo",
        "Grace", "Samir", "Holly", "Elliot", "Maya", "Rhys", "Nora", "Caleb", "June", "Wyatt",
    ],
    last: &[
        "Ashdown", "Pemberton", "Okafor", "Whitlock", "Gallagher", "Rowe", "Sinclair", "Marlowe",
        "Patel", "Thornbury", "Kerr", "Lindley", "Hargreave", "Quinn", "Fairweather", "Osborne",
        "Delaney", "Vance",
    ],
    cities: &[
        "Bristol", "Leeds", "Cork", "Portland", "Bath", "Galway", "York", "Madison", "Exeter",
        "Boulder", "Dundee", "Norwich",
    ],
};

#[rustfmt::skip]
const DANISH: Words = Words {
    roots: &[
        "Solvang", "Bølgen", "Havblik", "Lærkedal", "Fjordbo", "Strandgaard", "Rødhals", "Nordhavn",
        "Egelund", "Kløver", "Skovly", "Mågen", "Tinden", "Fjellheim", "Vestavind", "Brennvik",
    ],
    trades: &[
        ("{} Byg", Building), ("{} Tømrer", Building), ("Bageri {}", Food), ("Kaffe {}", Food),
        ("{} Revision", Finance), ("Tandlægerne {}", Health), ("{} Fysioterapi", Health),
        ("{} Forlag", Media), ("{} Tegnestue", Design), ("{} Advokater", Law), ("{} Cykler", Shop),
        ("{} Transport", Logistics), ("{} Roklub", Sport), ("{} Rejser", Travel),
    ],
    legal: "ApS",
    first: &[
        "Freja", "Mikkel", "Ida", "Rasmus", "Silje", "Sander", "Laura", "Jonas", "Ingrid", "Magnus",
        "Emma", "Tobias",
    ],
    last: &[
        "Holm", "Bruun", "Kjær", "Østergaard", "Lund", "Vestergaard", "Haugen", "Solberg", "Moen",
        "Dahl", "Nygaard", "Bakke",
    ],
    cities: &[
        "Aarhus", "Odense", "Bergen", "Aalborg", "Trondheim", "Esbjerg",
    ],
};

#[rustfmt::skip]
const FINNISH: Words = Words {
    roots: &[
        "Koivula", "Revontuli", "Järvenranta", "Kaarna", "Saaristo", "Puolukka", "Tuulikki", "Lumo",
        "Kaisla", "Kuikka", "Pihlaja", "Utu",
    ],
    trades: &[
        ("{} Rakennus", Building), ("Leipomo {}", Food), ("Kahvila {}", Food),
        ("{} Tilit", Finance), ("Hammaslääkärit {}", Health), ("Kustannus {}", Media),
        ("{} Arkkitehdit", Design), ("{} Kuljetus", Logistics), ("{} Pyörä", Shop),
        ("{} Ohjelmistot", Software),
    ],
    legal: "Oy",
    first: &[
        "Aino", "Eero", "Helmi", "Onni", "Venla", "Juhani", "Siiri", "Mikko",
    ],
    last: &[
        "Laine", "Korhola", "Niemelä", "Rantanen", "Salmi", "Heikkilä", "Mäkelä", "Virta", "Harju",
        "Lehto",
    ],
    cities: &[
        "Tampere", "Turku", "Oulu", "Kuopio", "Porvoo",
    ],
};
