//! Cohorts (metrics.md 5).
//!
//! A cohort is the customers whose first paying day falls in one week, month, quarter or year; it
//! never changes afterwards. Period 0 is the cohort's own period. A cell counts customers there at
//! the end of period k (a returned customer counts again). Rates are taken of the cohort's size
//! (all of them, also who left within period 0) for customers; of the cohort's MRR (seats) at the
//! end of period 0 for revenue. Net MRR may exceed 100 %; gross uses min(now, at the end of period
//! 0) per customer. The mean is weighted: sum of values / sum of bases over the cohorts whose period
//! k is finished; unfinished cells are marked and left out of it. From the period before, a cell is
//! taken of the cell before it. In a segment, membership is that of the first paying day. All cells
//! of a cohort stand at the exchange rates of the end of its period 0: as NRR and GRR, its rates
//! tell what customers did, not what currencies did. So with rates that change the net MRR of a
//! month does not sum to its MRR; without them it does.

use super::movements::calendar;
use super::scope::Scope;
use super::sweep::sweep;
use super::triangle::{Row, Rows, Sum};
use crate::model::{Grain, Period, Ratio};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the cells of a triangle hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Measure {
    /// Customers there.
    #[default]
    Customers,
    /// Their MRR.
    NetMrr,
    /// Their MRR, at most what each paid at the end of period 0.
    GrossMrr,
    /// Their units.
    Seats,
}

/// What the rates of a triangle are taken of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Against {
    /// The cohort at its start.
    #[default]
    Start,
    /// The cell before.
    Previous,
}

/// A triangle as `cohorts --json` gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cohorts {
    /// How long a period is.
    pub by: Grain,
    /// What the cells hold.
    pub measure: Measure,
    /// Oldest first; periods in which nobody began are left out.
    pub cohorts: Vec<Cohort>,
    /// The weighted mean of the finished cells, by k.
    pub mean: Vec<Mean>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cohort {
    /// When they began.
    pub cohort: Period,
    /// How many they are.
    pub size: i64,
    /// What the rates are taken of, in the measure's unit.
    pub base: i64,
    /// Their MRR at the end of period 0, in minor units.
    pub mrr: i64,
    /// From k = 0 to the period of the as-of date.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// Periods since the cohort's own.
    pub k: usize,
    /// What is there at the end of the period (or on the as-of date), in the measure's unit.
    pub value: i64,
    /// Of the base, or of the cell before; absent without one.
    pub rate: Option<Ratio>,
    /// Whether the period is over; only then the cell enters the mean.
    pub finished: bool,
}

/// The mean over the cohorts whose period k is finished.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mean {
    /// Periods since the cohort's own.
    pub k: usize,
    /// Sum of the values / sum of what they are taken of; absent without one.
    pub rate: Option<Ratio>,
    /// Customers of the cohorts it is taken over.
    pub size: i64,
}

/// The triangle of one measure. Customers together with net MRR come from one [`Triangle`].
pub fn cohorts(scope: &Scope, by: Grain, measure: Measure, against: Against) -> Cohorts {
    Triangle::new(scope, by, measure).table(measure, against)
}

/// Customers and one amount of every cohort at the end of every period, from one sweep.
#[derive(Clone, Debug)]
pub struct Triangle {
    by: Grain,
    amount: Measure,
    rows: Vec<Row>,
}

impl Triangle {
    /// Adds up the customers and, beside them, the amount of this measure (net MRR for customers).
    pub fn new(scope: &Scope, by: Grain, amount: Measure) -> Self {
        let amount = if amount == Measure::Customers { Measure::NetMrr } else { amount };
        let Some(calendar) = calendar(scope, by, None) else {
            return Self { by, amount, rows: Vec::new() };
        };
        let rows = sweep(scope, &calendar, || Rows::new(&calendar, amount)).finish();
        Self { by, amount, rows }
    }

    /// The customers, or the amount that was added up.
    pub fn table(&self, measure: Measure, against: Against) -> Cohorts {
        let cohorts = self.rows.iter().map(|row| self.cohort(row, measure, against));
        let cohorts = cohorts.collect::<Vec<_>>();
        let width = cohorts.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mean = (0..width).map(|k| mean(&cohorts, k, against)).collect();
        Cohorts { by: self.by, measure, cohorts, mean }
    }

    fn cohort(&self, row: &Row, measure: Measure, against: Against) -> Cohort {
        let value = |sum: &Sum| match measure {
            Measure::Customers => sum.customers,
            Measure::NetMrr | Measure::GrossMrr | Measure::Seats => {
                debug_assert_eq!(measure, self.amount, "what was added up");
                sum.amount
            }
        };
        let base = match measure {
            Measure::Customers => row.size,
            Measure::NetMrr | Measure::GrossMrr | Measure::Seats => {
                row.cells.first().map_or(0, value)
            }
        };
        let values = row.cells.iter().map(value).collect::<Vec<_>>();
        let cell = |(k, sum): (usize, &Sum)| {
            let of = of(&values, base, k, against);
            Cell { k, value: values[k], rate: Ratio::of(values[k], of), finished: sum.finished }
        };
        let cells = row.cells.iter().enumerate().map(cell).collect();
        Cohort { cohort: row.cohort, size: row.size, base, mrr: row.mrr, cells }
    }
}

/// What the rate of cell k is taken of.
fn of(values: &[i64], base: i64, k: usize, against: Against) -> i64 {
    match (against, k) {
        (Against::Start, _) | (Against::Previous, 0) => base,
        (Against::Previous, _) => values[k - 1],
    }
}

fn mean(cohorts: &[Cohort], k: usize, against: Against) -> Mean {
    let finished = cohorts.iter().filter(|row| row.cells.get(k).is_some_and(|cell| cell.finished));
    let (mut value, mut whole, mut size) = (0, 0, 0);
    for row in finished {
        value += row.cells[k].value;
        whole += match (against, k) {
            (Against::Start, _) | (Against::Previous, 0) => row.base,
            (Against::Previous, _) => row.cells[k - 1].value,
        };
        size += row.size;
    }
    Mean { k, rate: Ratio::of(value, whole), size }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::model::Status;

    fn rates(row: &[Cell]) -> Vec<Option<i64>> {
        row.iter().map(|cell| cell.rate.map(|rate| rate.scaled(1_000))).collect()
    }

    #[test]
    fn the_mean_is_weighted_by_size() {
        let mut business = Business::new();
        for at in 0..10 {
            let end = if at < 2 { "2027-01-01" } else { "2026-02-10" };
            business = business.until(&format!("a{at}"), 100, "2026-01-05", end);
        }
        for at in 0..100 {
            business = business.until(&format!("b{at}"), 100, "2026-02-05", "2026-03-10");
        }
        let book = business.book();
        let scope = Scope::new(&book, day("2026-04-15"));
        let table = cohorts(&scope, Grain::Month, Measure::Customers, Against::Start);
        assert_eq!(rates(&table.cohorts[0].cells)[..2], [Some(1_000), Some(200)]);
        assert_eq!(rates(&table.cohorts[1].cells)[..2], [Some(1_000), Some(0)]);
        assert_eq!(table.mean[1].rate, Ratio::of(2, 110), "1.8 %, not 10 %");
        assert_eq!((table.mean[1].size, table.mean[2].size), (110, 10), "April is not over");
        assert!(!table.cohorts[1].cells[2].finished);
    }

    #[test]
    fn who_leaves_within_period_0_counts_in_the_size_but_not_in_the_mrr() {
        let business = Business::new().until("short", 500, "2026-01-05", "2026-01-20").on(
            "long",
            "Pro",
            1_000,
            "2026-01-05",
        );
        let book = business.book();
        let scope = Scope::new(&book, day("2026-02-28"));
        let customers = cohorts(&scope, Grain::Month, Measure::Customers, Against::Start);
        assert_eq!(rates(&customers.cohorts[0].cells), [Some(500), Some(500)]);
        let mrr = cohorts(&scope, Grain::Month, Measure::NetMrr, Against::Start);
        assert_eq!((mrr.cohorts[0].base, mrr.cohorts[0].mrr), (1_000, 1_000));
        assert_eq!(rates(&mrr.cohorts[0].cells), [Some(1_000), Some(1_000)]);
    }

    #[test]
    fn net_may_exceed_the_start_gross_may_not_and_the_step_before_may_be_asked_for() {
        let business = Business::new()
            .change("ann", "2026-01-05", Status::Active, "Pro", 1_000)
            .change("ann", "2026-02-05", Status::Active, "Pro", 1_500)
            .change("ann", "2026-03-05", Status::Active, "Pro", 600)
            .change("ann", "2026-04-05", Status::Canceled, "Pro", 600)
            .change("ann", "2026-05-05", Status::Active, "Pro", 900);
        let book = business.book();
        let scope = Scope::new(&book, day("2026-05-31"));
        let row = |measure, against| {
            rates(&cohorts(&scope, Grain::Month, measure, against).cohorts[0].cells)
        };
        let (net, gross) = (Measure::NetMrr, Measure::GrossMrr);
        let some = |all: [i64; 5]| all.map(Some).to_vec();
        assert_eq!(row(net, Against::Start), some([1_000, 1_500, 600, 0, 900]));
        assert_eq!(row(gross, Against::Start), some([1_000, 1_000, 600, 0, 900]));
        let steps = row(net, Against::Previous);
        assert_eq!(steps, [Some(1_000), Some(1_500), Some(400), Some(0), None]);
    }

    #[test]
    fn seats_are_units_that_pay() {
        let business = Business::new().pays("ann", "Pro", 100, "2026-01-05", |row| {
            row.terms.quantity = 7;
        });
        let book = business.book();
        let scope = Scope::new(&book, day("2026-01-31"));
        let table = cohorts(&scope, Grain::Year, Measure::Seats, Against::Start);
        let row = &table.cohorts[0];
        assert_eq!((row.size, row.base, row.mrr, row.cells[0].value), (1, 7, 700, 7));
    }

    #[test]
    fn a_book_without_anybody_has_no_cohorts() {
        let book = Business::new().book();
        let scope = Scope::new(&book, day("2026-01-31"));
        let table = cohorts(&scope, Grain::Month, Measure::Customers, Against::Start);
        assert_eq!(table.cohorts.len() + table.mean.len(), 0);
    }
}
