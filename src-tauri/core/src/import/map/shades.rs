//! Words beside a notion that change what it is: an old price is not the price, a price per seat is
//! not all that is paid, an amount without tax holds none, the end of a trial is no end.

use super::super::{Field as F, Kind};
use super::roots::{Root as R, Spoken};
use std::borrow::Cow;

const BEFORE: &[&str] = &[
    "old",
    "previous",
    "prev",
    "prior",
    "before",
    "former",
    "oud",
    "oude",
    "vorig",
    "vorige",
    "voorheen",
    "gammal",
    "gammalt",
    "gamla",
    "föregående",
    "tidigare",
    "from plan",
    "from price",
    "van plan",
    "från plan",
];
const AFTER: &[&str] = &[
    "new",
    "current",
    "after",
    "to",
    "nieuw",
    "nieuwe",
    "huidig",
    "huidige",
    "na",
    "naar",
    "ny",
    "nytt",
    "nya",
    "nuvarande",
    "efter",
    "till",
];
const TRIAL: &[&str] = &["trial", "proef", "provperiod"];
const NET: &[&str] = &[
    "excl",
    "exclusive",
    "excluding",
    "ex",
    "net",
    "nett",
    "exclusief",
    "netto",
    "exkl",
    "exklusive",
    "before tax",
    "without tax",
    "zonder btw",
    "utan moms",
];
const WITH_TAX: &[&str] = &[
    "incl",
    "inclusive",
    "including",
    "gross",
    "inclusief",
    "bruto",
    "inkl",
    "inklusive",
    "brutto",
];
const SHARE: &[&str] = &["%", "percent", "percentage", "pct", "rate", "procent", "sats", "tarief"];
const EACH: &[&str] = &[
    "per seat",
    "per user",
    "per unit",
    "per licence",
    "per license",
    "per member",
    "each",
    "unit price",
    "unit amount",
    "stukprijs",
    "per stuk",
    "per gebruiker",
    "per licentie",
    "per plaats",
    "styckpris",
    "à pris",
    "per styck",
    "per plats",
    "per användare",
    "per licens",
];
const MONEY: &[&str] = &["amount", "bedrag", "belopp", "eur", "euro", "sek", "usd", "kr", "value"];
const DISCOUNT: &[&str] = &["discount", "korting", "rabatt"];
/// What has a name and is nobody.
const THINGS: &[&str] =
    &["campaign", "coupon", "promotion", "campagne", "kampanj", "plan name", "plannaam"];
/// Price by the interval it is for, as a cell would say it.
const EVERY: &[(&str, &[&str])] = &[
    (
        "1 year",
        &[
            "per year",
            "yearly",
            "annual",
            "annually",
            "per annum",
            "per jaar",
            "jaarlijks",
            "jaarlijkse",
            "jaarprijs",
            "jaarbedrag",
            "per år",
            "årlig",
            "årspris",
            "årsavgift",
            "årsbelopp",
        ],
    ),
    (
        "3 month",
        &[
            "per quarter",
            "quarterly",
            "per kwartaal",
            "kwartaalprijs",
            "kwartaalbedrag",
            "per kvartal",
            "kvartalspris",
            "kvartalsavgift",
        ],
    ),
    (
        "1 week",
        &["per week", "weekly", "wekelijks", "weekprijs", "per vecka", "veckopris", "veckoavgift"],
    ),
];

/// Whether one of these stands in a name, from word to word.
fn says(name: &str, words: &[&str]) -> bool {
    let spaced = spaced(name);
    words.iter().any(|word| spaced.contains(&format!(" {word} ")))
}

/// `price (ex vat)` with a blank before and after each word.
fn spaced(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || c == '%' { c } else { ' ' };
    let name: String = name.chars().map(plain).collect();
    format!(" {} ", name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a word begins so: Dutch and Swedish write what follows together with it.
fn begins(name: &str, heads: &[&str]) -> bool {
    spaced(name).split(' ').any(|word| heads.iter().any(|head| word.starts_with(head)))
}

pub(super) fn is_trial(name: &str) -> bool {
    begins(name, TRIAL) || says(name, &["prov", "provtid", "provslut", "provstart"])
}

/// An amount without tax.
pub(super) fn is_net(name: &str) -> bool {
    says(name, NET) || begins(name, &["netto"])
}

/// A price for one unit.
pub(super) fn is_each(name: &str) -> bool {
    says(name, EACH)
}

/// An amount where a percentage could stand, too.
pub(super) fn is_money(name: &str) -> bool {
    says(name, MONEY)
}

/// A discount in money.
pub(super) fn is_discount(name: &str) -> bool {
    begins(name, DISCOUNT) && !says(name, SHARE)
}

/// Something of a single line of an invoice.
pub(super) fn is_line(name: &str) -> bool {
    begins(
        name,
        &[
            "line",
            "item",
            "description",
            "product",
            "regel",
            "omschrijving",
            "artikel",
            "rad",
            "beskrivning",
            "produkt",
        ],
    )
}

/// A number or code.
pub(super) fn is_key(name: &str) -> bool {
    says(name, &["id", "no", "nr", "number", "key", "nummer", "#"]) || name.ends_with("nummer")
}

/// How often a price of this name is paid, where the name says it.
pub(super) fn every(name: &str) -> Option<&'static str> {
    EVERY.iter().find(|(_, words)| says(name, words)).map(|(every, _)| *every)
}

/// The name of a column of a change log without the word for what is new.
pub(super) fn of_change(kind: Kind, name: &str) -> Cow<'_, str> {
    let first = name.split_once(' ').filter(|(first, _)| AFTER.contains(first));
    let last = name.rsplit_once(' ').filter(|(_, last)| AFTER.contains(last));
    match (first, last) {
        _ if kind != Kind::PlanChanges => name.into(),
        (Some((_, rest)), _) | (None, Some((rest, _))) => rest.into(),
        _ => name.into(),
    }
}

/// Whether the words of a name leave it possible that it is this field.
pub(super) fn allow(kind: Kind, field: F, name: &str) -> bool {
    let is_trial = || is_trial(name);
    match field {
        F::TrialStart | F::TrialEnd => true,
        F::Plan
        | F::Amount
        | F::AmountMinor
        | F::Mrr
        | F::MrrMinor
        | F::Quantity
        | F::Status
        | F::Subscription
            if kind == Kind::PlanChanges && says(name, BEFORE) =>
        {
            false
        }
        F::Mrr | F::MrrMinor => !is_each(name),
        // `discount` ends like `count`.
        F::Quantity => !begins(name, DISCOUNT),
        F::Tax => !(says(name, SHARE) || says(name, WITH_TAX) || is_net(name)),
        F::Discount => !says(name, &["%", "percent", "percentage", "pct", "procent"]),
        F::DiscountPercent => !is_money(name),
        F::Name if kind != Kind::Plans => !says(name, THINGS),
        field if field.is_date() => !is_trial(),
        _ => true,
    }
}

/// How surely these words speak of a field, where they do by themselves.
pub(super) fn likeness(kind: Kind, field: F, name: &str, spoken: &Spoken) -> f64 {
    let ends = || spoken.has(&[R::End]) || spoken.has(&[R::To]) || begins(name, &["provslut"]);
    let begin =
        || spoken.has(&[R::Begin]) || spoken.has(&[R::From]) || begins(name, &["provstart"]);
    match field {
        F::TrialEnd if is_trial(name) && ends() => 0.85,
        F::TrialStart if is_trial(name) && begin() && !ends() => 0.85,
        F::Amount if is_each(name) && !are_sums(kind) && spoken.has(&[R::Price]) => 0.8,
        _ => 0.0,
    }
}

/// What a field is worth at most: of an invoice with the price of a unit and the amount of a line the
/// amount counts.
pub(super) fn most(kind: Kind, field: F, name: &str) -> f64 {
    if field == F::Amount && are_sums(kind) && is_each(name) { 0.42 } else { 1.0 }
}

fn are_sums(kind: Kind) -> bool {
    matches!(kind, Kind::Invoices | Kind::Payments | Kind::Purchases)
}

#[cfg(test)]
mod tests {
    use super::super::Header;
    use super::*;

    #[test]
    fn words_beside_a_notion_change_it() {
        let name = |shown: &str| Header::new(shown).name;
        for shown in ["Amount excl. VAT", "Amount (ex VAT)", "Nettobelopp", "Prijs excl. btw"] {
            assert!(is_net(&name(shown)), "{shown}");
        }
        assert!(!is_net(&name("Network fee")));
        for shown in ["VAT %", "Tax rate", "BTW-percentage", "Amount incl. VAT"] {
            assert!(!allow(Kind::Invoices, F::Tax, &name(shown)), "{shown}");
        }
        assert!(allow(Kind::Invoices, F::Tax, &name("VAT amount")));
        for shown in ["Trial ends", "Proefperiode tot", "Einddatum proefperiode", "Provtid slutar"]
        {
            assert!(!allow(Kind::Subscriptions, F::Ended, &name(shown)), "{shown}");
        }
        assert!(allow(Kind::Subscriptions, F::Ended, &name("Provider left on")));
        assert_eq!(every(&name("Price per year (EUR)")), Some("1 year"));
        assert_eq!(every(&name("Kwartaalprijs")), Some("3 month"));
        assert_eq!(every(&name("Price per month")), None);
        assert_eq!(of_change(Kind::PlanChanges, "new price"), "price");
        assert_eq!(of_change(Kind::PlanChanges, "price"), "price");
        assert_eq!(of_change(Kind::Referrals, "new customer"), "new customer");
    }
}
