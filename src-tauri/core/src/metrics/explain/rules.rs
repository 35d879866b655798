//! The rules a figure was counted by, with their values.

use super::super::figures::PeriodFigures;
use super::super::scope::Scope;
use super::super::walk::bounds;
use super::metric::Metric;
use crate::model::{Day, Grain, Period};

/// A rule: its sentence is `rule-<key>` in the catalogue (`rule-segment` is told the segment too).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `grace`
    pub key: &'static str,
    /// What goes into the sentence, by name.
    pub values: Vec<(&'static str, RuleValue)>,
}

/// Something put into the sentence of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleValue {
    /// A date.
    Day(Day),
    /// A number.
    Count(i64),
}

fn rule(key: &'static str) -> Rule {
    Rule { key, values: Vec::new() }
}

fn with(key: &'static str, name: &'static str, value: RuleValue) -> Rule {
    Rule { key, values: vec![(name, value)] }
}

/// The rules of a metric in a period, the most telling first.
pub(super) fn of(
    scope: &Scope,
    metric: Metric,
    period: Period,
    figures: Option<&PeriodFigures>,
) -> Vec<Rule> {
    let mut rules = vec![days(scope, metric, period)];
    if !period.is_finished(scope.as_of) {
        rules.push(with("unfinished", "day", RuleValue::Day(scope.as_of)));
    }
    rules.extend(own(metric, figures));
    let trial = matches!(metric, Metric::TrialsStarted | Metric::TrialConversion);
    if !trial {
        rules.push(rule("per-customer"));
        rules.push(rule("half-open"));
        let grace = i64::from(scope.ledger.policy.grace_days);
        rules.push(with("grace", "days", RuleValue::Count(grace)));
        rules.push(rule("paused"));
    }
    if !scope.ledger.foreign.is_empty() {
        rules.extend(exchange(metric));
    }
    if scope.members.is_some() && !trial {
        rules.push(rule("segment"));
    }
    if period.grain() != Grain::Month && is_movement(metric) {
        rules.push(rule("not-the-sum"));
    }
    let left_out = &scope.ledger.left_out;
    let no_rate = left_out.no_rate.iter().map(|(_, count)| *count).sum::<usize>();
    for (key, count) in [("no-rate", no_rate), ("no-end", left_out.no_end)] {
        if count > 0 {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            rules.push(with(key, "count", RuleValue::Count(count)));
        }
    }
    rules
}

/// The days that are compared.
fn days(scope: &Scope, metric: Metric, period: Period) -> Rule {
    let (start, end) = bounds(scope, period).unwrap_or((scope.as_of, scope.as_of));
    let start = match metric {
        Metric::Nrr12 | Metric::Grr12 | Metric::Retention12 => end.minus_months(12),
        Metric::Arpa | Metric::Arr | Metric::CommittedMrr | Metric::Ltv => {
            return with("on-day", "day", RuleValue::Day(end));
        }
        Metric::TrialsStarted | Metric::TrialConversion => {
            return with("trials", "day", RuleValue::Day(scope.as_of));
        }
        _ => start,
    };
    let values = vec![("start", RuleValue::Day(start)), ("end", RuleValue::Day(end))];
    Rule { key: "compare", values }
}

/// What is special to a metric.
fn own(metric: Metric, figures: Option<&PeriodFigures>) -> Vec<Rule> {
    match metric {
        Metric::New
        | Metric::Reactivation
        | Metric::CustomersNew
        | Metric::CustomersReactivated
        | Metric::Asp => vec![rule("first-paid")],
        Metric::RetentionRate | Metric::ChurnRate => vec![rule("joined")],
        Metric::Nrr | Metric::Nrr12 => vec![rule("nrr")],
        Metric::Grr | Metric::Grr12 => vec![rule("nrr"), rule("grr")],
        Metric::MrrStart | Metric::MrrEnd | Metric::Arpa | Metric::Arr => {
            vec![rule("normalised"), rule("rates")]
        }
        Metric::Fx => vec![rule("fx")],
        Metric::Churn | Metric::CustomersChurned => vec![rule("scheduled")],
        Metric::Ltv => {
            let capped = figures.is_some_and(|figures| figures.behind.value.capped);
            let cap = capped.then(|| with("lifetime-capped", "months", RuleValue::Count(60)));
            [rule("six-months")].into_iter().chain(cap).collect()
        }
        _ => Vec::new(),
    }
}

/// Which exchange rates count, where they matter.
fn exchange(metric: Metric) -> Option<Rule> {
    match metric {
        Metric::Nrr12 | Metric::Grr12 => Some(rule("then-rates")),
        Metric::New
        | Metric::Expansion
        | Metric::Reactivation
        | Metric::Contraction
        | Metric::Churn
        | Metric::Entered
        | Metric::Left
        | Metric::MrrEnd
        | Metric::GrossMrrChurn
        | Metric::NetMrrChurn
        | Metric::Nrr
        | Metric::Grr
        | Metric::Asp
        | Metric::QuickRatio => Some(rule("start-rates")),
        _ => None,
    }
}

fn is_movement(metric: Metric) -> bool {
    matches!(
        metric,
        Metric::New
            | Metric::Expansion
            | Metric::Reactivation
            | Metric::Contraction
            | Metric::Churn
            | Metric::MrrEnd
            | Metric::CustomersNew
            | Metric::CustomersReactivated
            | Metric::CustomersChurned
            | Metric::CustomersEnd
    )
}
