//! How a figure is computed: formula, numbers put in, rules, and the customers behind them.
//!
//! Every number put in names the roles it is made of; the customers in those roles have exactly its
//! count or sum. Text is made by the views: a metric's formula is `formula-<name>` there, a rule
//! `rule-<key>`.

mod inputs;
mod metric;
mod rules;

use super::figures::figures;
use super::scope::Scope;
use crate::model::Period;

pub use inputs::{By, Input, Listed};
pub use metric::{Metric, Number};
pub use rules::{Rule, RuleValue};

/// A figure and everything that stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// Which figure.
    pub metric: Metric,
    /// Of which period.
    pub period: Period,
    /// Whether the period is over.
    pub finished: bool,
    /// What it is; absent without a base.
    pub value: Option<Number>,
    /// The formula in the names of the inputs: `(E - N) / B`.
    pub formula: &'static str,
    /// What was put in.
    pub inputs: Vec<Input>,
    /// What it was counted by.
    pub rules: Vec<Rule>,
    /// Who stands behind it, in order of the roles; one customer can have several.
    pub customers: Vec<Listed>,
}

/// How a figure of a period is computed; `None` for a period that begins after the as-of date.
pub fn explain(scope: &Scope, metric: Metric, period: Period) -> Option<Explained> {
    if period.first() > scope.as_of {
        return None;
    }
    let all = figures(scope, period.grain(), Some(period), Some(period));
    let of = all.first();
    let (inputs, customers) = inputs::of(scope, metric, period, of);
    Some(Explained {
        metric,
        period,
        finished: period.is_finished(scope.as_of),
        value: of.and_then(|figures| metric.of(figures)),
        formula: metric.formula(),
        inputs,
        rules: rules::of(scope, metric, period, of),
        customers,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};

    #[test]
    fn retention_is_explained_by_who_was_kept_gained_and_lost() {
        let mut business = Business::new();
        for at in 0..130 {
            let end = if at < 9 { "2026-03-10" } else { "2028-01-01" };
            business = business.until(&format!("old {at}"), 1_000, "2026-01-05", end);
        }
        for at in 0..23 {
            business = business.on(&format!("new {at}"), "Pro", 1_000, "2026-03-15");
        }
        let book = business.book();
        let scope = Scope::new(&book, day("2026-06-01"));
        let period = Period::parse("2026-03").unwrap();
        let explained = explain(&scope, Metric::RetentionRate, period).unwrap();
        assert_eq!(explained.formula, "(E - N) / B");
        let inputs = explained.inputs.iter().map(|input| (input.name, input.number.minor()));
        assert_eq!(inputs.collect::<Vec<_>>(), [("B", 130), ("N", 23), ("E", 144)]);
        let count = |role| explained.customers.iter().filter(|one| one.role == role).count();
        assert_eq!((count("kept"), count("gained"), count("lost")), (121, 23, 9));
        let Some(Number::Rate(rate)) = explained.value else { panic!("a rate") };
        assert_eq!(rate.scaled(10_000), 9_308);
    }

    #[test]
    fn a_period_that_has_not_begun_has_no_figures() {
        let book = Business::new().on("ann", "Pro", 1_000, "2026-01-01").book();
        let scope = Scope::new(&book, day("2026-02-10"));
        let explained = |text| explain(&scope, Metric::MrrEnd, Period::parse(text).unwrap());
        assert!(explained("2026-03").is_none());
        assert!(explained("2026-02").is_some_and(|one| !one.finished));
    }
}
