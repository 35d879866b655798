//! Headers in English, Dutch and Swedish, and the field each one speaks of.

use super::super::{Field as F, Kind};
use super::question;

/// For each field what its column is called, surest first. Names are as
/// [`Header::name`](super::Header) gives them.
#[rustfmt::skip]
const WORDS: &[(F, &[&str])] = &[
    (F::Customer, &["customer id", "customer", "customer key", "customerid", "account id",
        "account code", "account", "client id", "client", "user id", "distinct id", "$distinct id", "customer external id",
        "company id", "klant", "klantnummer", "klant id", "klantid", "klantcode", "debiteur",
        "debiteurnummer", "relatienummer", "kund", "kundnummer", "kund id", "kundid", "kundnr",
        "klantnr", "member", "member id", "member #", "member number", "lid", "lidnummer", "lidnr",
        "lid nr", "lidmaatschapsnummer",
        "medlem", "medlemsnummer", "medlemsnr"]),
    (F::Subscription, &["subscription id", "subscription", "subscription key",
        "subscription uuid", "subscription external id", "abonnement", "abonnement id",
        "abonnementsnummer", "abonnemang", "abonnemangs id", "abonnemangsnummer",
        "prenumeration", "prenumerations id", "prenumerationsnummer"]),
    (F::Name, &["name", "customer name", "full name", "client name", "account name", "naam",
        "klantnaam", "namn", "kundnamn", "contact name", "contact person", "contactpersoon",
        "account company", "naam lid", "member name", "medlemsnamn",
        "kontaktperson"]),
    (F::Email, &["email", "e mail", "email address", "customer email", "mail", "e mailadres",
        "emailadres", "mailadres", "e post", "epost", "e postadress", "account email"]),
    (F::Company, &["company", "company name", "organization", "organisation", "business name",
        "bedrijf", "bedrijfsnaam", "organisatie", "företag", "företagsnamn"]),
    (F::Country, &["country", "country code", "customer country", "billing country", "land",
        "landcode", "landskod"]),
    (F::Created, &["created", "created at", "created date", "created on", "create date",
        "customer since", "signup date", "signed up", "registered", "aangemaakt",
        "aangemaakt op", "klant sinds", "skapad", "skapades", "kund sedan", "registrerad"]),
    (F::Birthday, &["birthday", "birth date", "date of birth", "geboortedatum", "födelsedatum",
        "födelsedag"]),
    (F::Tags, &["tags", "labels", "tag", "etiketten", "etiketter", "taggar"]),
    (F::CardExpires, &["card expires", "card expiry", "card exp", "card expiration",
        "card expiration date", "kaart verloopt", "vervaldatum kaart", "kortet går ut",
        "kort giltigt till"]),
    (F::Plan, &["plan", "plan name", "plan code", "plan id", "product", "product name",
        "package", "tier", "subscription plan", "pakket", "formule", "paket", "abonnemangstyp",
        "abonnementsvorm", "produkt", "artikel", "membership", "membership plan", "plan type",
        "lidmaatschap", "medlemskap"]),
    (F::Quantity, &["quantity", "qty", "seats", "users", "units", "licences", "licenses",
        "aantal", "gebruikers", "antal", "användare", "platser",
        "seat count", "number of seats", "aantal gebruikers", "licenties", "antal platser",
        "antal användare", "licenser"]),
    (F::Currency, &["currency", "currency code", "valuta", "munteenheid", "munt", "valutakod",
        "order currency"]),
    (F::Interval, &["interval", "billing period", "billing interval", "billing cycle", "period",
        "interval unit", "frequency", "plan interval", "periode", "termijn", "frequentie",
        "betaalperiode", "faktureringsperiod", "intervall", "frekvens"]),
    (F::IntervalCount, &["interval count", "period count", "interval length",
        "plan interval length", "interval antal"]),
    (F::Amount, &["amount", "price", "unit amount", "unit price", "plan amount", "fee", "rate",
        "bedrag", "prijs", "tarief", "stukprijs", "belopp", "pris", "avgift"]),
    (F::AmountMinor, &["amount minor", "amount in cents", "amount cents", "unit amount in cents",
        "price cents", "price in cents"]),
    (F::Mrr, &["mrr", "monthly recurring revenue", "monthly amount", "monthly revenue",
        "monthly price", "price per month", "monthly fee", "maandbedrag",
        "bedrag per maand", "bedrag p m", "prijs per maand", "per maand", "maandcontributie",
        "maandomzet", "månadsbelopp",
        "belopp per månad", "pris per månad", "månadsavgift", "månadsintäkt"]),
    (F::MrrMinor, &["mrr minor", "mrr cents", "mrr in cents"]),
    (F::Status, &["status", "state", "subscription status", "subscription state", "toestand",
        "tillstånd", "membership status"]),
    (F::Date, &["date", "change date", "changed on", "changed at", "effective date",
        "effective from", "effective", "from", "valid from", "event date", "datum",
        "wijzigingsdatum", "gewijzigd op", "ingangsdatum", "vanaf", "ändringsdatum", "ändrad",
        "gäller från", "från"]),
    (F::Start, &["start date", "start", "started", "started at", "started on",
        "subscription start", "begin", "begin date", "activated at", "since", "startdatum",
        "begindatum", "gestart", "gestart op", "begonnen", "startade", "startdag", "första dag",
        "ingangsdatum", "join date", "joined", "joined on", "contract start",
        "contract start date", "subscribed on", "ingångsdatum", "avtalsstart",
        "member since", "lid sinds", "inschrijfdatum", "ingeschreven op", "medlem sedan"]),
    (F::TrialStart, &["trial start", "trial started at", "trial start date",
        "start proefperiode", "provstart"]),
    (F::TrialEnd, &["trial end", "trial ends at", "trial end date", "einde proefperiode",
        "provslut"]),
    (F::PeriodStart, &["period start", "current period start", "current period started at",
        "current term start", "periode start", "periodstart"]),
    (F::PeriodEnd, &["period end", "current period end", "current period ends at",
        "current term end", "next payment date", "next billing date", "renewal date",
        "renews on", "periode einde", "verlengt op", "periodslut", "förnyas", "next billed at",
        "next payment", "next invoice date", "volgende betaling", "nästa betalning"]),
    (F::AtPeriodEnd, &["at period end", "cancel at period end", "cancels at period end"]),
    (F::CancelRequested, &["cancel requested", "cancel requested on", "canceled at",
        "cancelled at", "canceled on", "cancelled on", "cancelled date", "canceled date",
        "cancellation date", "cancellation requested", "opgezegd op", "opzegdatum",
        "uppsagd den", "uppsägningsdatum", "cancel date"]),
    (F::Ended, &["ended", "ended at", "ended on", "end date", "end", "expires at", "expired at",
        "expiry date", "churned on", "churn date", "einddatum", "geëindigd", "beëindigd op",
        "eindigt op", "slutdatum", "avslutad", "avslutades", "sista dag",
        "contract end", "contract end date", "termination date", "avtalsslut",
        "opgezegd per", "beëindigd per", "uitschrijfdatum", "uitgeschreven op", "uppsagd till"]),
    (F::PastDueSince, &["past due since", "unpaid since", "overdue since", "achterstallig sinds",
        "obetald sedan"]),
    (F::PausedOn, &["paused on", "paused at", "pause date", "gepauzeerd op", "pausad den"]),
    (F::CancelReason, &["cancel reason", "cancellation reason", "reason", "churn reason",
        "expiration reason", "reason code", "opzegreden", "reden", "reden opzegging",
        "uppsägningsorsak", "orsak", "anledning"]),
    (F::DiscountPercent, &["discount percent", "discount", "discount pct", "korting",
        "kortingspercentage", "rabatt", "rabatt procent"]),
    (F::Invoice, &["invoice", "invoice id", "invoice number", "invoice no", "factuur",
        "factuurnummer", "faktura", "fakturanummer", "fakturanr"]),
    (F::Tax, &["tax", "tax amount", "vat", "vat amount", "btw", "btw bedrag", "moms",
        "momsbelopp"]),
    (F::Discount, &["discount", "total discount amount", "discount amount", "discount total",
        "korting", "rabatt"]),
    (F::Refunded, &["amount refunded", "refunded", "refunded amount", "refund amount", "refund",
        "terugbetaald", "återbetalt", "återbetalat"]),
    (F::RefundedOn, &["refunded date", "refunded on", "refunded at", "refund date", "date refunded",
        "terugbetaald op", "datum terugbetaling", "återbetald den", "återbetalningsdatum"]),
    (F::Failure, &["failure", "failure reason", "failure message", "failure code",
        "decline reason", "decline code", "error", "error message", "reden mislukt", "felorsak"]),
    (F::Kind, &["event", "event name", "event type", "action", "activity", "type", "kind",
        "category", "gebeurtenis", "actie", "activiteit", "soort", "categorie", "händelse",
        "aktivitet", "typ", "kategori"]),
    (F::Detail, &["detail", "details", "feature", "page", "url", "object", "functie", "pagina",
        "funktion", "sida"]),
    (F::Opened, &["opened", "opened at", "opened on", "created", "created at", "created on",
        "date opened", "submitted", "geopend", "geopend op", "aangemaakt", "aangemaakt op",
        "öppnad", "öppnades", "skapad"]),
    (F::Closed, &["closed", "closed at", "closed on", "date closed", "resolved", "resolved at",
        "solved at", "gesloten", "gesloten op", "opgelost", "stängd", "stängdes", "löst"]),
    (F::Priority, &["priority", "urgency", "severity", "prioriteit", "prioritet"]),
    (F::Subject, &["subject", "title", "summary", "onderwerp", "titel", "ämne", "rubrik"]),
    (F::Reason, &["reason", "cancellation reason", "cancel reason", "churn reason",
        "cancellation feedback", "reason code", "opzegreden", "reden", "reden opzegging",
        "uppsägningsorsak", "orsak", "anledning"]),
    (F::Comment, &["comment", "comments", "feedback", "notes", "remarks", "explanation",
        "cancellation reason comments", "cancellation comment", "open ended response", "why", "waarom", "varför",
        "opmerking", "opmerkingen", "toelichting", "kommentar", "kommentarer", "fritext"]),
    (F::Survey, &["survey", "survey name", "questionnaire", "enquête", "vragenlijst", "enkät"]),
    (F::Wave, &["wave", "round", "ronde", "meting", "omgång", "mätning"]),
    (F::Score, &["score", "nps", "nps score", "nps category", "nps group", "nps segment",
        "nps categorie", "nps groep", "nps kategori", "nps grupp", "rating", "likelihood to recommend", "recommend",
        "answer", "cijfer", "aanbeveling", "beoordeling", "poäng", "betyg"]),
    (F::Quality, &["quality", "product quality", "kwaliteit", "productkwaliteit", "kvalitet",
        "produktkvalitet"]),
    (F::Service, &["service", "customer service", "klantenservice", "kundservice"]),
    (F::Experience, &["experience", "overall experience", "overall", "ervaring",
        "totale ervaring", "upplevelse", "helhet"]),
    (F::Visits, &["visits", "visit count", "number of visits", "bezoeken", "aantal bezoeken",
        "besök", "antal besök"]),
    (F::Referrer, &["referrer", "referrer id", "referred by", "recommended by", "advocate",
        "aanbrenger", "aangebracht door", "värvare", "värvad av"]),
    (F::Referred, &["referred", "referred id", "referred customer", "friend", "new customer",
        "invitee", "aangebrachte klant", "nieuwe klant", "värvad", "ny kund"]),
    (F::Joined, &["joined", "joined on", "member since", "joined programme", "enrolled", "enrolled on",
        "lid sinds", "ingeschreven op", "medlem sedan", "gick med"]),
    (F::LeftOn, &["left", "left on", "left programme", "member until", "lid tot", "medlem till"]),
    (F::Opening, &["opening", "points balance", "opening points", "loyalty points", "points", "balance",
        "puntensaldo", "spaarpunten", "punten", "saldo", "poängsaldo", "poäng"]),
    (F::OpeningOn, &["balance date", "balance on", "saldodatum", "saldo per", "saldodag"]),
    (F::Rate, &["rate", "exchange rate", "fx rate", "currency rate", "obs value", "koers",
        "wisselkoers", "kurs", "växelkurs", "valutakurs"]),
    (F::Direction, &["direction"]),
    (F::Base, &["base", "base currency", "basisvaluta", "basvaluta"]),
    (F::Period, &["period", "month", "quarter", "year", "maand", "kwartaal", "jaar", "periode",
        "månad", "kvartal", "år"]),
];

/// What the day of something that happened is called besides, surest first.
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "created", "created at", "created date", "timestamp", "time", "submitted at", "submit date",
    "submitted on", "responded at", "response date", "end date", "day", "dag", "tijdstempel",
    "tidsstämpel", "tidpunkt", "invoice date", "issued on", "issue date", "finalized at",
    "factuurdatum", "fakturadatum", "payment date", "paid at", "betaaldatum", "betalningsdatum",
    "order date", "purchase date", "visit date", "besteldatum", "aankoopdatum", "orderdatum",
    "köpdatum", "canceled at", "cancelled at", "cancellation date", "canceled on",
    "cancelled on", "opzegdatum", "opgezegd op", "uppsägningsdatum", "occurred at", "logged in at",
    "last login", "ingelogd op", "inloggad", "referred on", "referral date", "time period",
];

/// What the amount of something that is no subscription is called besides.
#[rustfmt::skip]
const SUMS: &[&str] = &[
    "total", "amount due", "amount paid", "invoice total", "invoice amount", "order total",
    "grand total", "total amount", "totaal", "totaalbedrag", "factuurbedrag", "orderbedrag",
    "summa", "totalt", "totalbelopp", "fakturabelopp", "cost", "costs", "spend", "revenue",
    "marketing spend", "acquisition cost", "cac", "marketing cost", "kosten", "marketingkosten",
    "wervingskosten", "kostnad", "kostnader", "marknadsföringskostnad", "omzet", "sum",
];

/// What the service period of an invoice is called besides.
const SERVICE_FROM: &[&str] = &[
    "minimum line item period start",
    "service period start",
    "line item period start",
    "service start",
    "period from",
    "van",
    "periode van",
    "period från",
];
const SERVICE_TO: &[&str] = &[
    "maximum line item period end",
    "service period end",
    "line item period end",
    "service end",
    "period to",
    "tot",
    "periode tot",
    "period till",
];

/// What a key is called where nothing says whose it is.
const ID: &[&str] = &["id", "key", "uuid", "nummer", "record id"];

const PLAN_KEYS: &[&str] = &["plan id", "plan code", "plan key", "price id", "code", "plancode"];
const INVOICE_KEYS: &[&str] = &[
    "invoice id",
    "invoice number",
    "invoice no",
    "invoice",
    "number",
    "factuurnummer",
    "factuurnr",
    "factuur",
    "fakturanummer",
    "fakturanr",
    "faktura",
];
const PAYMENT_KEYS: &[&str] = &[
    "payment id",
    "charge id",
    "transaction id",
    "transaction",
    "payment",
    "betaling",
    "betaalnummer",
    "betalning",
    "betalnings id",
    // A list of purchases with what was paid back is one of payments.
    "purchase id",
    "order id",
    "order number",
    "receipt number",
    "bestelnummer",
    "ordernummer",
];
const TICKET_KEYS: &[&str] = &[
    "ticket id",
    "ticket",
    "ticket number",
    "case number",
    "case id",
    "ticketnummer",
    "ärende",
    "ärendenummer",
];
const PURCHASE_KEYS: &[&str] = &[
    "order id",
    "order number",
    "order",
    "purchase id",
    "receipt",
    "receipt number",
    "bestelnummer",
    "kassabon",
    "ordernummer",
    "kvitto",
];
const ANSWER_KEYS: &[&str] = &["respondent id", "response id", "submission id", "#"];

fn words_of(field: F) -> &'static [&'static str] {
    WORDS.iter().find(|(known, _)| *known == field).map_or(&[], |(_, words)| words)
}

/// Whether it is the name of a column for some field.
pub(super) fn is_known(name: &str) -> bool {
    ID.contains(&name)
        || [DAYS, SUMS].iter().any(|words| words.contains(&name))
        || WORDS.iter().any(|(_, words)| words.contains(&name))
}

/// Whether it is the name of a key that does not say whose.
pub(super) fn is_bare_key(name: &str) -> bool {
    ID.contains(&name)
}

/// What may be a country, or a part of one: the cells tell.
pub(super) fn may_be_country(name: &str) -> bool {
    ["region", "sales region", "market", "territory", "regio", "markt", "marknad"].contains(&name)
}

/// What is a name where its key stands beside it, and else the key itself.
pub(super) fn may_be_title(name: &str) -> bool {
    [
        "account", "customer", "client", "member", "user", "klant", "relatie", "debiteur", "lid",
        "kund", "medlem",
    ]
    .contains(&name)
}

/// Whether a header is the key of what another one names: "account id" of "account".
pub(super) fn is_key_of(header: &str, name: &str) -> bool {
    let end = header.strip_prefix(name).map(str::trim_start);
    end.is_some_and(|end| {
        ["id", "key", "code", "number", "no", "nr", "#", "nummer", "uuid"].contains(&end)
    })
}

/// How surely a header of this name speaks of a field, 0 to 1.
pub(super) fn likeness(kind: Kind, field: F, name: &str) -> f64 {
    let (words, more): (&[&str], &[&str]) = match (field, kind) {
        (F::Id, Kind::Customers) => (ID, words_of(F::Customer)),
        (F::Id, Kind::Subscriptions) => (ID, words_of(F::Subscription)),
        (F::Id, Kind::Plans) => (ID, PLAN_KEYS),
        (F::Name, Kind::Plans) => (words_of(field), &["plan name", "plan", "title", "plannaam"]),
        (F::Id, Kind::Invoices) => (ID, INVOICE_KEYS),
        (F::Id, Kind::Payments) => (ID, PAYMENT_KEYS),
        (F::Id, Kind::Tickets) => (ID, TICKET_KEYS),
        (F::Id, Kind::Purchases) => (ID, PURCHASE_KEYS),
        (F::Id, Kind::Answers) => (ID, ANSWER_KEYS),
        (F::Date, Kind::PlanChanges) => (words_of(field), &[][..]),
        // A column of ends says that a list of subscriptions is one.
        (F::Ended, Kind::PlanChanges) => (&[][..], &[][..]),
        (F::Date, _) => (words_of(field), DAYS),
        (F::Amount, Kind::Invoices | Kind::Payments | Kind::Purchases | Kind::Costs) => {
            (words_of(field), SUMS)
        }
        (F::PeriodStart, Kind::Invoices) => (words_of(field), SERVICE_FROM),
        (F::PeriodEnd, Kind::Invoices) => (words_of(field), SERVICE_TO),
        (field, _) => (words_of(field), &[][..]),
    };
    let all = words.iter().chain(more);
    let named = all.map(|word| compare(name, word)).fold(0.0, f64::max);
    if kind == Kind::Answers { named.max(question::likeness(field, name)) } else { named }
}

/// Names of a column that may hold the key of a subscription or its plan.
pub(super) fn may_be_plan(name: &str) -> bool {
    ["subscription", "abonnement", "abonnemang", "prenumeration"].contains(&name)
}

/// The same words: sure. The header holds the word among others: perhaps.
fn compare(name: &str, word: &str) -> f64 {
    if name == word {
        return 0.97;
    }
    let held = name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
        || name.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '));
    // A long word held says more than a short one.
    match (held, word.len()) {
        (true, 8..) => 0.68,
        (true, 5..) => 0.62,
        (true, 4..) => 0.5,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_twice_for_the_fields_of_one_kind() {
        for kind in Kind::ALL {
            for field in kind.fields() {
                for word in words_of(*field) {
                    let others = kind.fields().iter().filter(|f| **f != *field && **f != F::Id);
                    let twice = others.filter(|f| words_of(**f).contains(word)).count();
                    assert_eq!(twice, 0, "{word} in {kind:?}");
                }
            }
        }
    }

    #[test]
    fn three_languages_name_the_same_column() {
        for name in ["amount", "bedrag", "belopp"] {
            assert!(likeness(Kind::Subscriptions, F::Amount, name) > 0.9, "{name}");
        }
        assert!(likeness(Kind::Customers, F::Id, "klantnummer") > 0.9);
        assert!(likeness(Kind::Subscriptions, F::Customer, "klantnummer") > 0.9);
        assert_eq!(likeness(Kind::Subscriptions, F::Amount, "colour"), 0.0);
    }
}
