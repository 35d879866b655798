//! Programmes to start from, with names in the user's language.

use crate::loyalty::{self, Names, Programme};
use crate::model::Currency;
use crate::voice::Voice;

/// Five points a visit, more for those who come often.
pub fn by_visit(currency: Currency, voice: &Voice) -> Programme {
    let say = |key: &str| voice.say(key, &[]);
    let tiers = [say("tier-green"), say("tier-gold"), say("tier-reserve")];
    let programme = say("programme-by-visit");
    let names = Names { programme: &programme, tiers: tiers.each_ref().map(String::as_str) };
    loyalty::by_visit(names, unit(currency))
}

/// A point for each unit of the currency paid, whatever for.
pub fn by_spend(currency: Currency, voice: &Voice) -> Programme {
    let say = |key: &str| voice.say(key, &[]);
    let tiers = [say("tier-bronze"), say("tier-silver"), say("tier-gold"), say("tier-platinum")];
    let programme = say("programme-by-spend");
    let names = Names { programme: &programme, tiers: tiers.each_ref().map(String::as_str) };
    loyalty::by_spend(names, unit(currency))
}

/// One unit of a currency in minor units.
fn unit(currency: Currency) -> u32 {
    u32::try_from(currency.scale()).unwrap_or(1)
}
