//! Everything of a period at once, under the names of `metrics --json`.

use super::exchange::RatesOn;
use super::flows::Flows;
use super::kept_revenue::{Kept, OverYear, grr, nrr};
use super::movements::{Flow, Movements, calendar, movements, table};
use super::mrr_churn::{gross_mrr_churn, net_mrr_churn};
use super::per_customer::{arpa, arr, asp};
use super::quick_ratio::quick_ratio;
use super::retention::{churn_rate, retention_rate};
use super::scope::Scope;
use super::sweep::sweep;
use super::trials::{self, Trials};
use super::value::{Value, lifetime_value};
use crate::model::{Currency, Grain, Period, Ratio};
use serde::Serialize;

/// The figures of one period. Amounts are minor units of `currency`, contraction, churn and left
/// positive; rates are fractions, absent without a base.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are the contract; their meaning stands in the files of \
                                 the metrics"
)]
pub struct PeriodFigures {
    pub period: Period,
    pub finished: bool,
    pub currency: Currency,
    pub mrr_start: i64,
    pub new: i64,
    pub expansion: i64,
    pub reactivation: i64,
    pub contraction: i64,
    pub churn: i64,
    pub entered: i64,
    pub left: i64,
    /// Exchange effect: what stands at the end at the rates of the end, less the same at those of
    /// the start.
    pub fx: i64,
    pub mrr_end: i64,
    pub customers_start: i64,
    pub customers_new: i64,
    pub customers_reactivated: i64,
    pub customers_churned: i64,
    pub customers_entered: i64,
    pub customers_left: i64,
    pub customers_end: i64,
    pub joined_and_left: i64,
    pub retention_rate: Option<Ratio>,
    pub churn_rate: Option<Ratio>,
    pub gross_mrr_churn: Option<Ratio>,
    pub net_mrr_churn: Option<Ratio>,
    pub nrr: Option<Ratio>,
    pub grr: Option<Ratio>,
    pub nrr_12: Option<Ratio>,
    pub grr_12: Option<Ratio>,
    /// Customers of twelve months before the end who are there at the end.
    pub retention_12: Option<Ratio>,
    pub arpa: Option<i64>,
    pub asp: Option<i64>,
    pub quick_ratio: Option<Ratio>,
    pub arr: i64,
    pub committed_mrr: i64,
    pub ltv: Option<i64>,
    pub trials_started: i64,
    pub trial_conversion: Option<Ratio>,
    /// The part of `expansion` that came out of a pause.
    pub expansion_paused: i64,
    /// The part of `contraction` that went into a pause.
    pub contraction_paused: i64,
    /// The part of `reactivation` that paid what was overdue.
    pub recovered: i64,
    /// Those of the reactivated who paid what was overdue.
    pub customers_recovered: i64,
    /// What the figures were worked out from.
    #[serde(skip)]
    pub behind: Behind,
}

/// The sums behind the rates of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Behind {
    /// Movements.
    pub flow: Flow,
    /// Twelve months before the end against the end.
    pub over_year: Kept,
    /// Lifetime value.
    pub value: Value,
    /// Trials.
    pub trials: Trials,
}

/// The figures of every period from `from` to `to`, both included; without them from the first
/// paying day to the as-of date. Bounds of another grain stand for all periods they touch. Periods
/// that begin after the as-of date are left out.
pub fn figures(
    scope: &Scope,
    grain: Grain,
    from: Option<Period>,
    to: Option<Period>,
) -> Vec<PeriodFigures> {
    let from = from.map(Period::first);
    let Some(calendar) = calendar(scope, grain, from) else {
        return Vec::new();
    };
    let year_before = calendar.year_before();
    let rates_then = RatesOn::new(&scope.ledger.foreign.rates, year_before.days());
    let (flows, over_year) = sweep(scope, &calendar, || {
        (Flows::new(calendar.len()), OverYear::new(&calendar, &year_before, &rates_then))
    });
    let flows = table(&calendar, flows.finish());
    let over_year = over_year.finish();
    let trials = trials::by_period(scope, &calendar);
    let by_month = (grain != Grain::Month).then(|| movements(scope, Grain::Month, None));
    let months = by_month.as_deref().unwrap_or(&flows);

    let rows = flows.iter().zip(over_year).zip(trials);
    let rows = rows.filter(|((row, _), _)| {
        from.is_none_or(|from| row.period.last() >= from)
            && to.is_none_or(|to| row.period.first() <= to.last())
    });
    let row = |((row, over_year), trials): ((&Movements, Kept), Trials)| {
        let value = lifetime_value(&row.flow, row.period.last().min(scope.as_of), months);
        let behind = Behind { flow: row.flow, over_year, value, trials };
        of_period(row, scope.ledger.currency, behind)
    };
    rows.map(row).collect()
}

fn of_period(row: &Movements, currency: Currency, behind: Behind) -> PeriodFigures {
    let flow = &row.flow;
    PeriodFigures {
        period: row.period,
        finished: row.finished,
        currency,
        mrr_start: flow.mrr_start,
        new: flow.new,
        expansion: flow.expansion,
        reactivation: flow.reactivation,
        contraction: flow.contraction,
        churn: flow.churn,
        entered: flow.entered,
        left: flow.left,
        fx: flow.fx,
        mrr_end: flow.mrr_end,
        customers_start: flow.customers_start,
        customers_new: flow.customers_new,
        customers_reactivated: flow.customers_reactivated,
        customers_churned: flow.customers_churned,
        customers_entered: flow.customers_entered,
        customers_left: flow.customers_left,
        customers_end: flow.customers_end,
        joined_and_left: flow.joined_and_left,
        retention_rate: retention_rate(flow),
        churn_rate: churn_rate(flow),
        gross_mrr_churn: gross_mrr_churn(flow),
        net_mrr_churn: net_mrr_churn(flow),
        nrr: nrr(flow),
        grr: grr(flow),
        nrr_12: behind.over_year.nrr(),
        grr_12: behind.over_year.grr(),
        retention_12: behind.over_year.retention(),
        arpa: arpa(flow),
        asp: asp(flow),
        quick_ratio: quick_ratio(flow),
        arr: arr(flow),
        committed_mrr: flow.committed_end,
        ltv: behind.value.amount,
        trials_started: behind.trials.started,
        trial_conversion: behind.trials.conversion(),
        expansion_paused: flow.expansion_paused,
        contraction_paused: flow.contraction_paused,
        recovered: flow.recovered,
        customers_recovered: flow.customers_recovered,
        behind,
    }
}
