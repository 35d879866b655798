//! Names of companies and people, and the addresses that go with them.

use super::dice::Dice;
use super::market::Tongue;
use super::words::{Industry, TRADES};
use rustc_hash::FxHashSet;

/// Who a customer is by name.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) email: String,
    pub(super) industry: Industry,
}

/// Gives names, each of them once.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: FxHashSet<String>,
    addresses: FxHashSet<String>,
}

/// The only domains addresses may have: they are kept for examples and reach nobody.
const DOMAINS: [&str; 3] = ["example.com", "example.org", "example.net"];

/// How often a name that is taken is drawn again before a town is added to it.
const DRAWS: usize = 6;

impl Names {
    /// A new name. `alone` asks for a person.
    pub(super) fn give(&mut self, tongue: Tongue, alone: bool, dice: &mut Dice) -> Name {
        let words = tongue.words();
        let (mut text, mut industry) = draw(tongue, alone, dice);
        for _ in 0..DRAWS {
            if !self.given.contains(&text) {
                break;
            }
            (text, industry) = draw(tongue, alone, dice);
        }
        if self.given.contains(&text) {
            let link = if alone { ", " } else { " " };
            text = format!("{text}{link}{}", dice.pick(words.cities));
        }
        let text = unused(&self.given, &text, " ");
        self.given.insert(text.clone());
        let first = plain(dice.pick(words.first));
        let domain = dice.pick(&DOMAINS);
        let (inbox, host) =
            if alone { ("mail", plain(&text)) } else { (first.as_str(), plain(&text)) };
        let host = unused(&self.addresses, &host, "-");
        let email = format!("{inbox}@{host}.{domain}");
        self.addresses.insert(host);
        Name { text, email, industry }
    }
}

/// The text, with the lowest number from 2 on that makes it new when it is taken.
fn unused(taken: &FxHashSet<String>, text: &str, link: &str) -> String {
    if !taken.contains(text) {
        return text.to_owned();
    }
    let mut n = 2;
    loop {
        let numbered = format!("{text}{link}{n}");
        if !taken.contains(&numbered) {
            return numbered;
        }
        n += 1;
    }
}

/// A name that may be taken: `Maud de Wit`, `Bakkerij Grutto`, `Kuiper & Postma`, `Tidal Interiors`.
fn draw(tongue: Tongue, alone: bool, dice: &mut Dice) -> (String, Industry) {
    let words = tongue.words();
    if alone {
        let trade = dice.pick(&TRADES).1;
        return (format!("{} {}", dice.pick(words.first), dice.pick(words.last)), trade);
    }
    let family = dice.chance(3_500);
    let head = if family { dice.pick(words.last) } else { dice.pick(words.roots) };
    match dice.below(20) {
        0..=8 => {
            let (form, industry) = dice.pick(words.trades);
            (form.replace("{}", head), industry)
        }
        9..=16 => {
            let (trade, industry) = dice.pick(&TRADES);
            (format!("{} {trade}", capital(head)), industry)
        }
        17 => {
            let (one, other) = (dice.pick(words.last), dice.pick(words.last));
            let (law, finance) = (Industry::Law, Industry::Finance);
            let industry = if dice.chance(5_000) { law } else { finance };
            if one == other {
                (format!("{} {}", capital(one), words.legal), industry)
            } else {
                (format!("{} & {}", capital(one), capital(other)), industry)
            }
        }
        _ => {
            let industry = dice.pick(&TRADES).1;
            (format!("{} {}", capital(head), words.legal), industry)
        }
    }
}

/// With a capital: `de Wit` begins a company as `De Wit`.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// Small letters, digits and hyphens only, for addresses: `Skärgård Fitness` -> `skargard-fitness`.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' | 'à' | 'â' => out.push('a'),
            'ö' | 'ø' | 'ô' => out.push('o'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'ü' | 'û' => out.push('u'),
            'ï' | 'î' => out.push('i'),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ç' => out.push('c'),
            'a'..='z' | '0'..='9' => out.push(letter),
            '\'' | ',' => {}
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::dice::Topic;
    use super::*;

    #[test]
    fn nobody_shares_a_name_or_an_address() {
        let mut names = Names::default();
        let mut dice = Dice::new(3, Topic::Profile, 0);
        let mut seen = FxHashSet::default();
        for n in 0..20_000 {
            let tongue = [Tongue::Finnish, Tongue::Dutch, Tongue::French][n % 3];
            let name = names.give(tongue, n % 9 == 0, &mut dice);
            assert!(seen.insert(name.text.clone()), "{}", name.text);
            assert!(seen.insert(name.email.clone()), "{}", name.email);
            let (inbox, host) = name.email.split_once('@').unwrap();
            assert!(DOMAINS.iter().any(|d| host.strip_suffix(d).is_some_and(|h| h.ends_with('.'))));
            let allowed =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            assert!(inbox.chars().all(allowed) && host.chars().all(allowed), "{}", name.email);
        }
    }

    #[test]
    fn addresses_are_written_in_plain_letters() {
        assert_eq!(plain("Skärgård Fitness"), "skargard-fitness");
        assert_eq!(plain("Vent d'Ouest & Noël"), "vent-douest-noel");
    }
}
