//! Clicks where most customers pay in other currencies, each with a rate for every day.

use super::stages::{Measured, NOW, SUBSCRIPTIONS, TODAY, What, median};
use super::{Outcome, imports, stages};
use holdfast_core::book::Book;
use holdfast_core::import::{self, Input, MappingRequest, Options};
use holdfast_core::task::Cancel;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Code, and what one of it is worth in euros about, in millionths.
const CURRENCIES: [(&str, u32); 5] =
    [("usd", 920_000), ("gbp", 1_160_000), ("sek", 88_000), ("dkk", 134_000), ("chf", 1_040_000)];
/// Days back from the last one that have a rate.
const DAYS: i32 = 1_900;

/// Six customers of ten pay in one of the five.
pub(crate) fn click(directory: &Path) -> Outcome<Vec<Measured>> {
    let (list, rates) = (directory.join("foreign.csv"), directory.join("rates.csv"));
    fs::write(&list, foreign(&fs::read_to_string(directory.join(SUBSCRIPTIONS))?))?;
    fs::write(&rates, daily())?;
    let path = directory.join("foreign.holdfast");
    let store = imports::workspace(&path)?;
    for file in [&rates, &list] {
        let options = Options { now: NOW, ..Options::default() };
        let (request, cancel) = (MappingRequest::default(), Cancel::default());
        let input = Input::file(file)?;
        let voice = stages::voice();
        let done = import::run(&store, &input, &request, &options, &voice, &cancel, &mut |_| {})?;
        if done.new == 0 || done.skipped > 0 {
            return Err(format!("{}: {} skipped", done.file, done.skipped).into());
        }
    }
    drop(store);
    let book = Book::load(&path, TODAY, 1)?;
    let foreign = book.ledger.foreign.customers.len();
    if foreign == 0 {
        return Err("nobody pays in another currency".into());
    }
    let stages::Clicks { alone, both, .. } = stages::clicks(&book)?;
    for file in [list, rates, path] {
        fs::remove_file(file)?;
    }
    Ok(vec![
        Measured { what: What::ForeignCompute, value: median(alone) },
        Measured { what: What::ForeignClick, value: median(both) },
    ])
}

/// The list of subscriptions, with the currency of a customer chosen by his key.
fn foreign(list: &str) -> String {
    let mut text = String::with_capacity(list.len());
    for line in list.lines() {
        let owner = line.split(',').nth(1).unwrap_or_default();
        let sum: usize = owner.bytes().map(usize::from).sum();
        let currency = match sum % 10 {
            choice @ 0..6 => CURRENCIES[choice % CURRENCIES.len()].0,
            _ => "eur",
        };
        text += &line.replacen(",eur,", &format!(",{currency},"), 1);
        text.push('\n');
    }
    text
}

/// A rate of each currency for each day, up and down by a few percent.
fn daily() -> String {
    let mut text = "currency,date,rate\n".to_owned();
    for (currency, worth) in CURRENCIES {
        for back in 0..DAYS {
            let day = TODAY.plus(-back);
            let wave = u32::try_from(back % 97).unwrap_or_default();
            let rate = worth + worth / 4_000 * wave;
            let (whole, part) = (rate / 1_000_000, rate % 1_000_000);
            writeln!(text, "{currency},{day},{whole}.{part:06}").ok();
        }
    }
    text
}
