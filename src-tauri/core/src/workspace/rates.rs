//! Exchange rates as Settings shows them, and what somebody types there.

use super::Workspace;
use crate::model::{Currency, Day, Ratio};
use crate::store::rate::{self, Rate};
use crate::store::{Act, Transaction, change, deleted, setting, subscription, trace};
use crate::voice::Voice;
use crate::{Error, Result};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The day of a rate that is typed without one: before all data.
const FIRST_DAY: Day = Day(0);
/// Days shown of a currency; how many more there are is said.
const LISTED: usize = 60;
/// More decimals than these say nothing about money.
const DECIMALS: u32 = 15;

/// The rates of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct RatesView {
    /// ISO 4217 code of what everything is converted to.
    pub currency: String,
    /// Every other currency in which anybody pays, or of which there is a rate.
    pub currencies: Vec<CurrencyRates>,
}

/// What one unit of a currency is worth, by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CurrencyRates {
    /// ISO 4217 code.
    pub currency: String,
    /// Subscriptions in this currency.
    pub subscriptions: u32,
    /// The newest first.
    pub rates: Vec<DayRate>,
    /// "And 6,912 earlier days."
    pub more: Option<String>,
}

/// The rate from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct DayRate {
    /// `2026-02-01`; empty for a rate without a day, which holds from the beginning.
    pub day: String,
    /// "1 Feb 2026"
    pub from: String,
    /// Decimal number to correct it from: `0.0875`.
    pub rate: String,
    /// "0.0875" as the region writes it.
    pub text: String,
}

/// A rate somebody typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, rename_all = "camelCase")]
#[ts(export)]
pub struct TypedRate {
    /// ISO 4217 code.
    pub currency: String,
    /// `2026-02-01`; empty for one that holds from the beginning.
    pub day: String,
    /// `0.0875` or `0,0875`.
    pub rate: String,
    /// The day of the rate it takes the place of; none for a new one.
    pub instead_of: Option<String>,
}

impl Workspace {
    /// The rates of every currency that needs one or has some.
    ///
    /// # Errors
    /// What SQLite gives; `Damaged` where something stored makes no sense.
    pub fn rates(&self, voice: &Voice) -> Result<RatesView> {
        let conn = self.store.reader()?;
        let home = setting::read(&conn)?.currency;
        let rates = rate::all(&conn)?;
        let mut used = subscription::currencies(&conn)?;
        for rate in &rates {
            if used.iter().all(|(currency, _)| *currency != rate.currency) {
                used.push((rate.currency, 0));
            }
        }
        used.retain(|(currency, _)| *currency != home);
        // What somebody pays in first: those have to have rates.
        used.sort_unstable_by_key(|(currency, count)| (*count == 0, *currency));
        let currencies = used.into_iter().map(|(currency, subscriptions)| {
            let own = rates.iter().rev().filter(|rate| rate.currency == currency);
            let more = own.clone().count().saturating_sub(LISTED);
            CurrencyRates {
                currency: currency.to_string(),
                subscriptions,
                rates: own.take(LISTED).map(|rate| shown(rate, voice)).collect(),
                more: (more > 0).then(|| earlier(more, voice)),
            }
        });
        Ok(RatesView { currency: home.to_string(), currencies: currencies.collect() })
    }

    /// Sets a rate as one act by hand. The number to undo it by; `None` where it was so already.
    ///
    /// # Errors
    /// `BadSetting` names what makes no sense; nothing is changed then.
    pub fn save_rate(&self, typed: &TypedRate, at: i64, today: Day) -> Result<Option<i64>> {
        let (currency, day) = (currency(&typed.currency)?, day(&typed.day)?);
        let before = typed.instead_of.as_deref().map(self::day).transpose()?;
        let rate = Rate { currency, day, rate: number(&typed.rate)? };
        self.alter_rates(at, today, |tx| {
            if let Some(before) = before.filter(|before| *before != day) {
                take(tx, currency, before)?;
            }
            rate::set(tx, rate)
        })
    }

    /// Takes a rate away as one act by hand; what was before it then goes on. The number to undo it
    /// by.
    ///
    /// # Errors
    /// As [`Workspace::save_rate`].
    pub fn remove_rate(&self, code: &str, from: &str, at: i64, today: Day) -> Result<Option<i64>> {
        let (currency, day) = (currency(code)?, day(from)?);
        self.alter_rates(at, today, |tx| take(tx, currency, day))
    }

    fn alter_rates(
        &self,
        at: i64,
        today: Day,
        alter: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<Option<i64>> {
        let act = Act { kind: "edit", label: "rates", at };
        let change = self.write(&act, today, |tx, change| alter(tx).map(|()| change))?;
        // A change that changes nothing leaves no trace.
        Ok(change::by_id(&self.store.reader()?, change)?.map(|change| change.id))
    }
}

/// Takes a rate away, also from the file that brought it.
fn take(tx: &Transaction<'_>, currency: Currency, day: Day) -> Result<()> {
    if let Some(id) = rate::id(tx, currency, day)? {
        let mut old = trace::row(tx, "rate", id)?.unwrap_or_default();
        old.extend(trace::corrected(tx, "rate", id)?);
        deleted::add(tx, "rate", deleted::rate_identity(currency, day), &old)?;
    }
    rate::remove(tx, currency, day)
}

fn shown(rate: &Rate, voice: &Voice) -> DayRate {
    let plain = rate.rate.normalize();
    let scale = plain.scale();
    let ratio = Ratio::of(plain.mantissa(), 10_i128.pow(scale));
    let (day, from) = if rate.day == FIRST_DAY {
        (String::new(), voice.say("rate-from-the-beginning", &[]))
    } else {
        (rate.day.to_string(), voice.day(rate.day))
    };
    DayRate {
        day,
        from,
        rate: plain.to_string(),
        text: ratio.map_or_else(|| plain.to_string(), |ratio| voice.decimal(ratio, scale)),
    }
}

fn earlier(more: usize, voice: &Voice) -> String {
    let text = voice.count(i64::try_from(more).unwrap_or(i64::MAX));
    voice.say("rate-earlier", &[("count", more.into()), ("text", text.into())])
}

fn bad(field: &'static str, value: &str) -> Error {
    Error::BadSetting { field, value: value.to_owned() }
}

fn currency(code: &str) -> Result<Currency> {
    Currency::parse(code).ok_or_else(|| bad("currency", code))
}

fn day(text: &str) -> Result<Day> {
    match text.trim() {
        "" => Ok(FIRST_DAY),
        text => Day::parse(text).ok_or_else(|| bad("day", text)),
    }
}

/// A number above 0. A decimal comma is as good as a point: a rate has no thousands.
fn number(text: &str) -> Result<Decimal> {
    let plain = text.trim().replace(',', ".");
    let number: Option<Decimal> = plain.parse().ok();
    let fits = |rate: &Decimal| *rate > Decimal::ZERO && rate.normalize().scale() <= DECIMALS;
    number.filter(fits).map(|rate| rate.normalize()).ok_or_else(|| bad("rate", text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Founding;
    use crate::voice::{Language, Region};

    const TODAY: Day = Day(20_600);

    fn desk() -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().unwrap();
        let founding = Founding {
            name: "Rates".to_owned(),
            currency: Currency::EUR,
            time_zone: chrono_tz::UTC,
        };
        let path = folder.path().join("rates.holdfast");
        let workspace = Workspace::create(&path, &founding, TODAY).unwrap();
        (folder, workspace)
    }

    fn typed(day: &str, rate: &str, instead_of: Option<&str>) -> TypedRate {
        let (day, rate) = (day.to_owned(), rate.to_owned());
        let instead_of = instead_of.map(str::to_owned);
        TypedRate { currency: "usd".to_owned(), day, rate, instead_of }
    }

    /// `2026-02-01 0.95`, newest first.
    fn listed(workspace: &Workspace) -> Vec<String> {
        let voice = Voice::new(Language::En, Region::Nl);
        let rates = workspace.rates(&voice).unwrap();
        let all = rates.currencies.iter().flat_map(|one| &one.rates);
        all.map(|rate| format!("{} {}", rate.day, rate.text)).collect()
    }

    #[test]
    fn rates_are_added_corrected_moved_and_taken_away_and_every_act_taken_back() {
        let (_folder, workspace) = desk();
        let save = |typed: &TypedRate| workspace.save_rate(typed, 0, TODAY).unwrap();
        let mut states = vec![listed(&workspace)];
        let mut acts = Vec::new();
        let mut step = |act: Option<i64>, expected: &[&str]| {
            assert_eq!(listed(&workspace), expected);
            acts.extend(act);
            states.push(listed(&workspace));
        };
        step(save(&typed("", "0,9", None)), &[" 0,9"]);
        step(save(&typed("2026-02-01", "0.950", None)), &["2026-02-01 0,95", " 0,9"]);
        let correct = typed("2026-02-01", "0.96", Some("2026-02-01"));
        step(save(&correct), &["2026-02-01 0,96", " 0,9"]);
        let moved = typed("2026-02-03", "0.96", Some("2026-02-01"));
        step(save(&moved), &["2026-02-03 0,96", " 0,9"]);
        let gone = workspace.remove_rate("USD", "2026-02-03", 0, TODAY).unwrap();
        step(gone, &[" 0,9"]);
        assert_eq!(save(&typed("", "0.90", None)), None, "it was so already");
        for (act, before) in acts.into_iter().zip(&states).rev() {
            workspace.undo(Some(act), TODAY).unwrap();
            assert_eq!(&listed(&workspace), before);
        }
    }

    #[test]
    fn what_makes_no_sense_is_said_and_nothing_changes() {
        let (_folder, workspace) = desk();
        for (day, rate) in [("2026-02-31", "1"), ("soon", "1"), ("", "0"), ("", "-1"), ("", "one")]
        {
            let refused = workspace.save_rate(&typed(day, rate, None), 0, TODAY);
            assert!(matches!(refused, Err(Error::BadSetting { .. })), "{day} {rate}");
        }
        assert_eq!(listed(&workspace), Vec::<String>::new());
    }
}
