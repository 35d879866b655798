//! Words of the field as exporters and people write them, in English, Dutch and Swedish.

use crate::model::{Interval, Status, Unit};

/// Lower case, with one `_` for anything between words: `Past due` is `past_due`.
pub(in crate::import) fn folded(cell: &[u8]) -> String {
    let text = super::decoded(cell).to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join("_")
}

/// The state a trimmed cell names, in words an exporter has of its own first (spelled like
/// `past_due`).
pub(in crate::import) fn status_said(cell: &[u8], own: &[(&str, Status)]) -> Option<Status> {
    let word = folded(cell);
    let said = own.iter().find(|(known, _)| *known == word).map(|(_, status)| *status);
    said.or_else(|| status(cell))
}

/// The state a trimmed cell names; `None` for a word nobody taught us.
pub(in crate::import) fn status(cell: &[u8]) -> Option<Status> {
    let word = folded(cell);
    let word = word.strip_prefix("wc_").unwrap_or(&word);
    Some(match word {
        "active" | "live" | "paying" | "current" | "assessing" | "paid" | "ok" | "actief"
        | "lopend" | "betalend" | "aktiv" | "aktivt" | "betalande" | "reactivated" | "new"
        | "enabled" | "subscribed" | "renewing" | "actieve" | "lopende" | "betaald" | "nieuw"
        | "aktiva" | "pågående" | "löpande" | "betald" | "ny" | "in_force" | "activated"
        | "renewed" | "started" | "new_biz" | "new_business" | "expansion" | "contraction"
        | "reactivation" | "upgrade" | "downgrade" => Status::Active,
        "trialing" | "trialling" | "trial" | "in_trial" | "on_trial" | "trial_period" | "proef"
        | "proefperiode" | "in_proef" | "prov" | "provperiod" | "testperiod" | "trialled"
        | "free_trial" | "in_proefperiode" | "proefabonnement" | "op_proef" | "på_prov"
        | "provar" | "gratisperiod" | "evaluation" => Status::Trialing,
        "past_due"
        | "pastdue"
        | "unpaid"
        | "on_hold"
        | "overdue"
        | "soft_failure"
        | "dunning"
        | "delinquent"
        | "suspended"
        | "achterstallig"
        | "onbetaald"
        | "obetald"
        | "förfallen"
        | "payment_failed"
        | "failed"
        | "in_arrears"
        | "arrears"
        | "grace_period"
        | "in_grace"
        | "in_grace_period"
        | "late"
        | "hold"
        | "niet_betaald"
        | "openstaand"
        | "betaling_mislukt"
        | "försenad"
        | "betalning_misslyckades"
        | "obetalt"
        | "wanbetaling"
        | "in_gebreke"
        | "in_dunning"
        | "påmind"
        | "betalningspåminnelse" => Status::PastDue,
        "paused" | "on_pause" | "pause" | "gepauzeerd" | "pauze" | "pausad" | "pausat"
        | "frozen" | "freeze" | "in_pause" | "op_pauze" | "bevroren" | "vilande" | "fryst" => {
            Status::Paused
        }
        "non_renewing"
        | "nonrenewing"
        | "pending_cancel"
        | "pending_cancellation"
        | "cancel_at_period_end"
        | "cancels_at_period_end"
        | "will_cancel"
        | "cancelling"
        | "canceling"
        | "scheduled_to_cancel"
        | "pending_cancelled"
        | "pending_canceled"
        | "active_non_renewing"
        | "not_renewing"
        | "expiring"
        | "cancels"
        | "ending"
        | "cancel_pending"
        | "cancellation_scheduled"
        | "subscription_cancellation_scheduled"
        | "loopt_af"
        | "aflopend"
        | "eindigt"
        | "wordt_opgezegd"
        | "wordt_beëindigd"
        | "avslutas"
        | "upphör"
        | "sägs_upp" => Status::NonRenewing,
        "canceled"
        | "cancelled"
        | "cancel"
        | "churned"
        | "churn"
        | "inactive"
        | "terminated"
        | "deleted"
        | "closed"
        | "stopped"
        | "opgezegd"
        | "geannuleerd"
        | "gestopt"
        | "inactief"
        | "uppsagd"
        | "uppsagt"
        | "avbruten"
        | "inaktiv"
        | "inaktivt"
        | "cancellation"
        | "disabled"
        | "unsubscribed"
        | "lost"
        | "transferred"
        | "switched"
        | "trash"
        | "revoked"
        | "deactivated"
        | "left"
        | "churn_delinquent"
        | "new_cancelled"
        | "subscription_cancelled"
        | "subscription_canceled"
        | "stopgezet"
        | "gedeactiveerd"
        | "verloren"
        | "vertrokken"
        | "ontbonden"
        | "sagt_upp"
        | "uppsägning"
        | "avbrutet"
        | "avstängd"
        | "förlorad"
        | "lämnat" => Status::Canceled,
        "expired" | "ended" | "end" | "finished" | "completed" | "trial_ended" | "verlopen"
        | "beëindigd" | "afgelopen" | "avslutad" | "avslutat" | "utgången" | "lapsed"
        | "beeindigd" | "geëindigd" | "vervallen" | "upphörd" | "upphört" | "utgånget"
        | "utgått" => Status::Expired,
        "incomplete" | "incomplete_expired" | "pending" | "future" | "draft" | "not_started"
        | "awaiting_signup" | "in_afwachting" | "toekomstig" | "väntande" | "framtida" | "lead"
        | "scheduled" | "upcoming" | "created" | "not_paying" | "free" | "open" | "prospect"
        | "gepland" | "in_behandeling" | "wachtend" | "planerad" | "kommande" | "ej_startad" => {
            Status::Pending
        }
        _ => return None,
    })
}

/// Yes or no; an empty cell is no.
pub(in crate::import) fn flag(cell: &[u8]) -> Option<bool> {
    match folded(cell).as_str() {
        "true" | "yes" | "y" | "1" | "t" | "ja" | "j" | "waar" | "sant" => Some(true),
        "" | "false" | "no" | "n" | "0" | "f" | "nee" | "nej" | "onwaar" | "falskt" => Some(false),
        _ => None,
    }
}

/// A billing interval, and whether the cell itself says how many units: `every 3 months` does,
/// `month` does not. `None` for a word that is no interval or a count of 0.
pub(in crate::import) fn interval(cell: &[u8]) -> Option<(Interval, bool)> {
    let text = super::decoded(cell);
    let word = match beside_brackets(&text) {
        Some(rest) => folded(rest.as_bytes()),
        None => folded(cell),
    };
    match word.as_str() {
        "p_a" => Some((Interval { unit: Unit::Year, count: 1 }, false)),
        "p_m" => Some((Interval::MONTH, false)),
        word => in_words(without_period_mark(word)),
    }
}

/// What stands beside words in parentheses that say nothing of an interval: `Annual (prepaid)`,
/// `month(s)`. None where there are no such words, or nothing beside them.
fn beside_brackets(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('(')?;
    let (aside, after) = rest.split_once(')')?;
    let says =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || unit_word(word).is_some();
    let aside = folded(aside.as_bytes());
    let beside = format!("{before} {after}");
    let is_left = !aside.split('_').any(says) && beside.contains(char::is_alphanumeric);
    is_left.then_some(beside)
}

/// ISO 8601 writes a `P` before a period: `P3M`.
fn without_period_mark(word: &str) -> &str {
    let bare = word.strip_prefix('p');
    bare.filter(|bare| bare.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(word)
}

/// Folded words that together are an interval.
fn in_words(word: &str) -> Option<(Interval, bool)> {
    let mut count = None;
    let mut unit = None;
    let mut parts = word.split('_');
    while let Some(part) = parts.next() {
        let said = match part {
            "every" | "per" | "each" | "elke" | "om" | "de" | "var" | "varje" | "once" | "a" => {
                continue;
            }
            "half" | "semi" | "halv" => format!("{part}{}", parts.next()?),
            part => part.to_owned(),
        };
        if let Some(nth) = nth(&said) {
            if count.replace(nth).is_some() {
                return None;
            }
            continue;
        }
        let digits = said.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = said.split_at(digits);
        if !number.is_empty() && count.replace(number.parse::<u32>().ok()?).is_some() {
            return None;
        }
        if !rest.is_empty() && unit.replace(unit_word(rest)?).is_some() {
            return None;
        }
    }
    let (base, several): (Interval, bool) = unit?;
    let told = several || count.is_some();
    let count = base.count.checked_mul(count.unwrap_or(1))?;
    Some((Interval::new(base.unit, count)?, told))
}

/// `every other month`, `varannan månad`, `elke derde maand`.
fn nth(word: &str) -> Option<u32> {
    Some(match word {
        "other" | "second" | "tweede" | "andere" | "varannan" | "vartannat" | "andra" => 2,
        "third" | "derde" | "tredje" => 3,
        "fourth" | "vierde" | "fjärde" => 4,
        "sixth" | "zesde" | "sjätte" => 6,
        _ => return None,
    })
}

/// What one word is: its interval, and whether it means more than one unit.
fn unit_word(word: &str) -> Option<(Interval, bool)> {
    let (unit, count) = match word {
        "d" | "day" | "days" | "daily" | "dag" | "dagen" | "dagelijks" | "dagar" | "daglig"
        | "dagligen" => (Unit::Day, 1),
        "w" | "week" | "weeks" | "weekly" | "weken" | "wekelijks" | "vecka" | "veckor"
        | "veckovis" | "weekabonnement" | "veckoabonnemang" => (Unit::Week, 1),
        "fortnight" | "fortnightly" | "biweekly" => (Unit::Week, 2),
        "m" | "mo" | "mon" | "month" | "months" | "monthly" | "maand" | "maanden"
        | "maandelijks" | "månad" | "månader" | "månadsvis" | "mth" | "mths" | "mnd" | "mån"
        | "maandabonnement" | "månadsabonnemang" => (Unit::Month, 1),
        "y" | "yr" | "year" | "years" | "yearly" | "annual" | "annually" | "annum" | "jaar"
        | "jaren" | "jaarlijks" | "år" | "årlig" | "årligen" | "årsvis" | "jr"
        | "jaarabonnement" | "årsabonnemang" => (Unit::Year, 1),
        "q" | "quarter" | "quarters" | "quarterly" | "kwartaal" | "kwartalen" | "kvartal"
        | "kvartalsvis" | "kv" | "kwartaalabonnement" | "kvartalsabonnemang" => (Unit::Month, 3),
        "tertial" | "tertials" | "tertialvis" => (Unit::Month, 4),
        "semester" | "halfyear" | "halfyearly" | "semiannual" | "semiannually" | "halfjaar"
        | "halfjaarlijks" | "halvår" | "halvårsvis" | "halfjaarabonnement"
        | "halvårsabonnemang" => (Unit::Month, 6),
        "biennial" | "biennially" | "tweejaarlijks" | "tvåårig" => (Unit::Year, 2),
        _ => return None,
    };
    Some((Interval { unit, count }, count > 1))
}

/// The interval a plan's name or code names in words: `pro-quarterly`, `Team (annual)`. Only
/// words that can mean nothing else; a `year` or a bare number does not count.
pub(in crate::import) fn interval_in_name(plan: &str) -> Option<Interval> {
    let folded = folded(plan.as_bytes());
    let words: Vec<&str> = folded.split('_').collect();
    let half = |pair: &[&str]| {
        matches!(
            pair,
            ["half" | "semi" | "halv", "year" | "yearly" | "annual" | "annually" | "jaar" | "år"]
        )
    };
    if words.windows(2).any(half) {
        return Some(Interval { unit: Unit::Month, count: 6 });
    }
    words.iter().find_map(|word| {
        let clear = matches!(
            *word,
            "weekly"
                | "wekelijks"
                | "veckovis"
                | "monthly"
                | "maandelijks"
                | "månadsvis"
                | "quarterly"
                | "quarter"
                | "kwartaal"
                | "kvartal"
                | "kvartalsvis"
                | "halfyear"
                | "halfyearly"
                | "semiannual"
                | "semiannually"
                | "halfjaar"
                | "halfjaarlijks"
                | "halvår"
                | "halvårsvis"
                | "annual"
                | "annually"
                | "yearly"
                | "jaarlijks"
                | "årlig"
                | "årligen"
                | "årsvis"
                | "biennial"
                | "biennially"
                | "tweejaarlijks"
                | "tvåårig"
        );
        clear.then(|| unit_word(word)).flatten().map(|(interval, _)| interval)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_in_the_words_of_many_exporters() {
        let cases = [
            ("Active", Status::Active),
            ("CANCELLED", Status::Canceled),
            ("canceled", Status::Canceled),
            ("wc-pending-cancel", Status::NonRenewing),
            ("Past due", Status::PastDue),
            ("on-hold", Status::PastDue),
            ("in_trial", Status::Trialing),
            ("incomplete_expired", Status::Pending),
            ("Opgezegd", Status::Canceled),
            ("Uppsagd", Status::Canceled),
            ("ended", Status::Expired),
        ];
        for (word, expected) in cases {
            assert_eq!(status(word.as_bytes()), Some(expected), "{word}");
        }
        assert_eq!(status(b"banana"), None);
    }

    #[test]
    fn intervals_with_and_without_their_count() {
        let read = |word: &str| interval(word.as_bytes());
        let is = |unit, count, told| Some((Interval { unit, count }, told));
        assert_eq!(read("month"), is(Unit::Month, 1, false));
        assert_eq!(read("Quarterly"), is(Unit::Month, 3, true));
        assert_eq!(read("every 3 months"), is(Unit::Month, 3, true));
        assert_eq!(read("varannan månad"), is(Unit::Month, 2, true));
        assert_eq!(read("elke derde maand"), is(Unit::Month, 3, true));
        assert_eq!(read("every other 2 weeks"), None);
        assert_eq!(read("6m"), is(Unit::Month, 6, true));
        assert_eq!(read("jaar"), is(Unit::Year, 1, false));
        assert_eq!(read("veckor"), is(Unit::Week, 1, false));
        assert_eq!(read("0 months"), None);
        assert_eq!(read("sometimes"), None);
    }

    #[test]
    fn intervals_as_people_shorten_them_and_as_machines_write_them() {
        let cases = [
            ("p.a.", Unit::Year, 1),
            ("p.m.", Unit::Month, 1),
            ("mth", Unit::Month, 1),
            ("mnd", Unit::Month, 1),
            ("mån", Unit::Month, 1),
            ("3 mnd", Unit::Month, 3),
            ("6 mån.", Unit::Month, 6),
            ("kv", Unit::Month, 3),
            ("kwartaal", Unit::Month, 3),
            ("tertial", Unit::Month, 4),
            ("semi-annual", Unit::Month, 6),
            ("Semi-annually", Unit::Month, 6),
            ("half-yearly", Unit::Month, 6),
            ("every half year", Unit::Month, 6),
            ("half jaar", Unit::Month, 6),
            ("once a year", Unit::Year, 1),
            ("P1M", Unit::Month, 1),
            ("P3M", Unit::Month, 3),
            ("P1Y", Unit::Year, 1),
            ("P1W", Unit::Week, 1),
            ("jaarabonnement", Unit::Year, 1),
            ("Maandabonnement", Unit::Month, 1),
            ("månadsabonnemang", Unit::Month, 1),
            ("Årsabonnemang", Unit::Year, 1),
            ("Annual (prepaid)", Unit::Year, 1),
            ("Monthly (auto-renew)", Unit::Month, 1),
            ("3 month(s)", Unit::Month, 3),
            ("(monthly)", Unit::Month, 1),
        ];
        for (word, unit, count) in cases {
            let read = interval(word.as_bytes()).map(|(interval, _)| interval);
            assert_eq!(read, Some(Interval { unit, count }), "{word}");
        }
        for word in
            ["Annual (billed monthly)", "Annual (12 months)", "P0M", "P1Y6M", "half", "pm", "a"]
        {
            assert_eq!(interval(word.as_bytes()), None, "{word}");
        }
    }

    #[test]
    fn a_word_in_the_plans_name_tells_its_interval() {
        let months = |count| Some(Interval { unit: Unit::Month, count });
        assert_eq!(interval_in_name("pro-quarterly"), months(3));
        assert_eq!(interval_in_name("Team (half-year)"), months(6));
        assert_eq!(interval_in_name("PRO_ANNUAL"), Some(Interval { unit: Unit::Year, count: 1 }));
        assert_eq!(interval_in_name("Biennial"), Some(Interval { unit: Unit::Year, count: 2 }));
        assert_eq!(interval_in_name("Yearbook basic"), None);
    }
}
