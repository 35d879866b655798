//! The words headers are made of, in English, Dutch and Swedish, and what each stands for. Dutch and
//! Swedish write them together: `lidmaatschapsvorm`, `leveransintervall`.

use Root as R;

/// What a word stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Root {
    /// Who pays.
    Who,
    /// A person.
    Person,
    /// A company.
    Firm,
    /// A number or code.
    Key,
    /// What somebody or something is called.
    Name,
    Mail,
    Country,
    /// What is subscribed to.
    Plan,
    Subscription,
    /// A sort of something.
    Sort,
    Seats,
    Count,
    Currency,
    /// What is asked for it.
    Price,
    /// The tax in it.
    Tax,
    /// With tax.
    Gross,
    Monthly,
    Every,
    Begin,
    End,
    Quit,
    Why,
    State,
    Day,
    First,
    Next,
    Renewal,
    From,
    To,
    Period,
    Invoice,
    Payment,
    Back,
    Failed,
    Ticket,
    Opened,
    Closed,
    Urgency,
    Topic,
    Event,
    Page,
    Score,
    Say,
    Order,
    Visit,
    Made,
}

/// For each notion its words. Of those that stand inside others the longer one is found first.
#[rustfmt::skip]
const WORDS: &[(Root, &[&str])] = &[
    (R::Who, &["customer", "client", "account", "user", "member", "subscriber", "payer", "buyer",
        "tenant", "workspace", "debtor", "guest", "patient", "student", "donor", "bill to",
        "requester", "participant", "attendee", "resident", "holder", "policyholder", "sponsor", "patron",
        "klant", "klanten", "lid", "leden", "debiteur", "relatie", "gebruiker", "abonnee", "betaler", "koper",
        "gast", "donateur", "afnemer", "deelnemer", "huurder", "verzekerde", "aanvrager", "cursist",
        "kund", "kunder", "medlem", "medlems", "konto", "användare", "användar", "prenumerant", "betalare", "köpare",
        "gäst", "abonnent", "deltagare", "hyresgäst", "försäkrad", "beställare", "elev"]),
    (R::Person, &["contact", "person", "owner", "parent", "guardian", "representative", "contactpersoon", "persoon", "eigenaar",
        "kontakt", "kontaktperson", "ägare"]),
    (R::Firm, &["company", "organisation", "organization", "business", "firm", "bedrijf", "organisatie",
        "firma", "zaak", "företag", "organisations", "bolag"]),
    (R::Key, &["id", "key", "code", "no", "nr", "number", "num", "ref", "reference", "uuid", "guid",
        "nummer", "kenmerk", "sleutel", "referentie", "kod", "referens", "nyckel"]),
    (R::Name, &["name", "naam", "namn"]),
    (R::Mail, &["email", "mail", "e mail", "mailadres", "emailadres", "epost", "e post", "epostadress", "mejl",
        "postadress", "mailadress"]),
    (R::Country, &["country", "nation", "land"]),
    (R::Plan, &["plan", "tier", "package", "product", "membership", "edition", "licence", "license", "bundle", "box", "course", "class",
        "dienst", "tjänst",
        "pakket", "formule", "cursus", "lidmaatschap", "licentie", "produkt", "artikel", "paket", "medlemskap", "licens"]),
    (R::Subscription, &["subscription", "contract", "abonnement", "abonnementen", "abonnemang",
        "prenumeration", "prenumerations", "avtal", "agreement", "overeenkomst"]),
    (R::Sort, &["type", "kind", "sort", "form", "category", "level", "soort", "vorm", "categorie", "niveau",
        "typ", "kategori", "nivå"]),
    (R::Seats, &["seats", "seat", "users", "licences", "licenses", "units", "qty", "quantity", "gebruikers",
        "licenties", "plaatsen", "stuks", "platser", "licenser", "enheter"]),
    (R::Count, &["count", "number of", "aantal", "antal"]),
    (R::Currency, &["currency", "ccy", "curr", "cur", "valuta", "munt", "munteenheid"]),
    (R::Price, &["price", "amount", "fee", "cost", "charge", "sum", "rate", "dues", "total", "value", "revenue",
        "tuition", "premium", "rent", "instalment", "installment", "donation",
        "prijs", "bedrag", "tarief", "contributie", "kosten", "som", "totaal", "waarde", "omzet", "premie", "huur", "donatie",
        "pris", "belopp", "avgift", "kostnad", "summa", "totalt", "värde", "intäkt", "hyra", "gåva"]),
    (R::Tax, &["tax", "vat", "btw", "belasting", "moms", "skatt"]),
    (R::Gross, &["gross", "bruto", "brutto"]),
    (R::Monthly, &["monthly", "per month", "p month", "p mnd", "pm", "month", "mnd", "maandelijks", "maand", "per maand",
        "p m", "månad", "månads", "månatlig", "per månad", "mån"]),
    (R::Every, &["interval", "frequency", "cycle", "billed", "every", "recurrence", "cadence", "term",
        "frequentie", "cyclus", "termijn", "per", "betaalritme", "ritme",
        "intervall", "frekvens", "cykel", "periodicitet"]),
    (R::Begin, &["start", "started", "begin", "began", "joined", "join", "since", "live", "onboard", "onboarded",
        "activated", "activation", "signup", "registered", "subscribed", "enrolled", "enrolment", "enrollment", "entry", "intake", "commenced", "purchased",
        "begonnen", "gestart", "ingeschreven", "inschrijf", "inschrijving", "aanvang", "ingang", "ingangs", "sinds",
        "aangemeld", "aanmeld", "geactiveerd", "lopend",
        "startad", "inträde", "inträdes", "börjar", "började", "börjad", "inskriven", "ansluten", "sedan", "aktiverad", "tecknad"]),
    (R::End, &["end", "ended", "ends", "until", "expires", "expired", "expiry", "expiration", "left", "leave",
        "terminated", "termination", "exit", "withdrawal", "withdrawn", "departure", "dropped", "out", "moved out", "stopped", "stop", "churned", "churn", "lapsed", "finished",
        "eind", "einde", "eindigt", "geëindigd", "beëindigd", "uitgeschreven", "uitschrijf", "uitschrijving", "gestopt",
        "vertrek", "vertrokken", "afloop", "verloopt", "afgelopen",
        "slut", "slutar", "slutade", "avslut", "avslutad", "avslutat", "upphör", "upphörde", "utgång", "utskriven",
        "lämnade", "utträde", "utträdes"]),
    (R::Quit, &["cancel", "canceled", "cancelled", "cancellation", "cancelation", "opzeg", "opzegging", "opgezegd",
        "annulering", "geannuleerd", "uppsägning", "uppsägnings", "uppsagt", "uppsagd"]),
    (R::Why, &["reason", "reasons", "why", "cause", "motive", "reden", "waarom", "oorzaak", "orsak", "anledning",
        "varför", "skäl"]),
    (R::State, &["status", "state", "outcome", "result", "active", "phase", "toestand", "stand", "uitkomst",
        "resultaat", "actief", "fase", "tillstånd", "läge", "resultat", "aktiv", "utfall", "fas"]),
    (R::Day, &["date", "day", "when", "on", "at", "time", "datetime", "timestamp", "datum", "dag", "dd", "tijd",
        "tijdstip", "op", "moment", "tid", "tidpunkt", "den", "dagen"]),
    (R::First, &["first", "eerste", "första"]),
    (R::Next, &["next", "volgende", "nästa", "coming"]),
    (R::Renewal, &["renewal", "renews", "renew", "verlenging", "verlengt", "verleng", "förnyelse", "förnyas", "förnya"]),
    (R::From, &["from", "van", "vanaf", "från", "fr o m"]),
    (R::To, &["to", "till", "through", "tot", "until", "tm", "t o m", "tom"]),
    (R::Period, &["period", "covers", "coverage", "service", "periode", "dekking", "tidsperiod", "täcker"]),
    (R::Invoice, &["invoice", "bill", "doc", "document", "factuur", "nota", "rekening", "faktura", "räkning"]),
    (R::Payment, &["payment", "paid", "settled", "txn", "transaction", "charge", "deposit", "betaling", "betaal", "betaald", "voldaan", "transactie",
        "incasso", "betalning", "betalnings", "betald", "transaktion", "transaktions", "inbetalning"]),
    (R::Back, &["refund", "refunded", "refunds", "terugbetaling", "terugbetaald", "retour", "återbetalning",
        "återbetalt", "återbetald"]),
    (R::Failed, &["failed", "failure", "decline", "declined", "error", "mislukt", "weigering", "geweigerd", "fout",
        "misslyckad", "nekad", "fel"]),
    (R::Ticket, &["ticket", "case", "issue", "complaint", "request", "inquiry", "enquiry", "melding", "klacht", "verzoek", "ärende", "ärenden", "klagomål", "förfrågan"]),
    (R::Opened, &["opened", "submitted", "raised", "reported", "received", "logged", "geopend", "gemeld", "ontvangen", "ingediend",
        "öppnad", "öppnat", "inkommen", "inkom", "anmäld"]),
    (R::Closed, &["closed", "resolved", "solved", "completed", "gesloten", "opgelost", "afgehandeld", "afgerond",
        "stängd", "stängt", "löst", "åtgärdad", "avklarad"]),
    (R::Urgency, &["priority", "urgency", "severity", "impact", "prioriteit", "urgentie", "prioritet", "brådska"]),
    (R::Topic, &["subject", "topic", "title", "headline", "description", "summary", "onderwerp", "titel", "omschrijving",
        "beschrijving", "ämne", "ämnesrad", "rubrik", "beskrivning"]),
    (R::Event, &["event", "action", "activity", "gebeurtenis", "actie", "activiteit", "handeling", "händelse",
        "aktivitet", "åtgärd"]),
    (R::Page, &["page", "feature", "detail", "details", "screen", "pagina", "functie", "scherm", "sida", "funktion",
        "detalj"]),
    (R::Score, &["score", "nps", "rating", "grade", "mark", "cijfer", "beoordeling", "rapportcijfer", "betyg", "poäng",
        "omdöme"]),
    (R::Say, &["comment", "comments", "remark", "remarks", "feedback", "explanation", "text", "opmerking",
        "opmerkingen", "toelichting", "uitleg", "kommentar", "kommentarer", "fritext", "fritextsvar", "synpunkter"]),
    (R::Order, &["order", "purchase", "sale", "receipt", "bestelling", "bestel", "aankoop", "bon", "beställning",
        "köp", "kvitto"]),
    (R::Visit, &["visit", "visits", "checkin", "bezoek", "bezoeken", "besök"]),
    (R::Made, &["created", "added", "made", "issued", "generated", "aangemaakt", "toegevoegd", "uitgegeven", "gemaakt",
        "ingevuld", "skapad", "tillagd", "utfärdad", "upprättad"]),
];

/// Words that say nothing of their own.
const EMPTY: [&str; 24] = [
    "the",
    "a",
    "of",
    "for",
    "in",
    "and",
    "de",
    "het",
    "een",
    "voor",
    "en",
    "incl",
    "excl",
    "inkl",
    "exkl",
    "av",
    "för",
    "i",
    "och",
    "is",
    "was",
    "s",
    "e",
    "purchased",
];

/// Letters Dutch and Swedish put between two words.
const JOINTS: [&str; 5] = ["", "s", "e", "en", "n"];

/// What a header says: the notions of its words, and how many words it has besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Each once.
    pub(super) roots: Vec<Root>,
    /// Words nobody knows.
    pub(super) unknown: usize,
}

/// Reads the name of a header, as [`Header::name`](super::Header) gives it.
pub(super) fn spoken(name: &str) -> Spoken {
    let bare: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = bare.split_whitespace().collect();
    let mut spoken = Spoken::default();
    let mut at = 0;
    while at < words.len() {
        // What is written in two or three words is one notion: `bill to`, `e mail`.
        let phrase = [3, 2]
            .into_iter()
            .filter(|n| at + n <= words.len())
            .find_map(|n| Some((exactly(&words[at..at + n].join(" "))?, n)));
        let (roots, used) = match phrase {
            Some((root, n)) => (Some(vec![root]), n),
            None if EMPTY.contains(&words[at]) => (Some(Vec::new()), 1),
            None if words[at].bytes().all(|b| b.is_ascii_digit()) => (Some(Vec::new()), 1),
            None => (of_word(words[at]), 1),
        };
        match roots {
            Some(roots) => spoken.add(roots),
            None => {
                spoken.unknown += 1;
                spoken.add(head_of(words[at]).into_iter().collect());
            }
        }
        at += used;
    }
    spoken
}

impl Spoken {
    fn add(&mut self, roots: Vec<Root>) {
        for root in roots {
            if !self.roots.contains(&root) {
                self.roots.push(root);
            }
        }
    }

    pub(super) fn has(&self, roots: &[Root]) -> bool {
        roots.iter().all(|root| self.roots.contains(root))
    }
}

fn exactly(word: &str) -> Option<Root> {
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(root, _)| *root)
}

/// A word of one notion, or one that is written together from several.
fn of_word(word: &str) -> Option<Vec<Root>> {
    if let Some(root) = exactly(word) {
        return Some(vec![root]);
    }
    compound(word, 3)
}

/// `lidnr`, `inschrijfdatum`, `avslutsorsak`: every part is known.
fn compound(word: &str, most: usize) -> Option<Vec<Root>> {
    if most == 0 || word.chars().count() < 5 {
        return None;
    }
    let all = WORDS.iter().flat_map(|(root, words)| words.iter().map(|known| (*root, *known)));
    let mut begins: Vec<(Root, &str)> =
        all.filter(|(_, known)| known.chars().count() > 2 && word.starts_with(known)).collect();
    begins.sort_by_key(|(_, known)| std::cmp::Reverse(known.len()));
    begins.into_iter().find_map(|(root, known)| {
        JOINTS.iter().find_map(|joint| {
            let rest = word[known.len()..].strip_prefix(joint).filter(|rest| !rest.is_empty())?;
            let rest = match exactly(rest) {
                Some(root) => vec![root],
                None => compound(rest, most - 1)?,
            };
            Some([vec![root], rest].concat())
        })
    })
}

/// What a word that is written together is one of, where its beginning is not known: the end says it,
/// `leveransintervall` is an interval.
fn head_of(word: &str) -> Option<Root> {
    let all = WORDS.iter().flat_map(|(root, words)| words.iter().map(|known| (*root, *known)));
    let ends = all.filter(|(_, known)| {
        let before = word.strip_suffix(known).map_or(0, |before| before.chars().count());
        known.chars().count() >= 4 && before >= 3
    });
    ends.max_by_key(|(_, known)| known.len()).map(|(root, _)| root)
}

#[cfg(test)]
mod tests {
    use super::super::Header;
    use super::*;

    #[test]
    fn words_are_known_alone_and_written_together() {
        let read = |shown: &str| spoken(&Header::new(shown).name);
        let all = |shown: &str| {
            let read = read(shown);
            (read.unknown == 0).then_some(read.roots)
        };
        assert_eq!(all("Lidnr"), Some(vec![R::Who, R::Key]));
        assert_eq!(all("Lidmaatschapsvorm"), Some(vec![R::Plan, R::Sort]));
        assert_eq!(all("Contributie p/mnd"), Some(vec![R::Price, R::Monthly]));
        assert_eq!(all("Reden vertrek"), Some(vec![R::Why, R::End]));
        assert_eq!(all("Avslutsorsak"), Some(vec![R::End, R::Why]));
        assert_eq!(all("Användarkonto"), Some(vec![R::Who]));
        assert_eq!(all("Bill-to mail"), Some(vec![R::Who, R::Mail]));
        assert_eq!(all("Invoice No."), Some(vec![R::Invoice, R::Key]));
        assert_eq!(all("Uitschrijfdatum"), Some(vec![R::End, R::Day]));
        let interval = Spoken { roots: vec![R::Every], unknown: 1 };
        assert_eq!(read("Leveransintervall"), interval);
        assert_eq!(read("Favourite colour"), Spoken { roots: Vec::new(), unknown: 2 });
    }

    #[test]
    fn what_only_looks_like_a_word_is_none() {
        // `land` begins it and `op` ends it, and what is between is nothing.
        for name in ["landscaping", "optional", "lidocaine", "datumless", "planet"] {
            assert_eq!(spoken(name).roots, [], "{name}");
        }
    }
}
