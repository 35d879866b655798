//! The numbers put in, and who stands behind each of them.

use super::super::figures::{Behind, PeriodFigures};
use super::super::movements::{Kind, movements};
use super::super::retention;
use super::super::scope::Scope;
use super::super::trials::{self, Outcome};
use super::super::value::months_for;
use super::super::walk::{Seen, bounds, seen};
use super::metric::{Metric, Number};
use crate::model::{Grain, Period};
use rustc_hash::FxHashMap;

/// A number put into a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// As the formula names it.
    pub name: &'static str,
    /// What was put in.
    pub number: Number,
    /// The roles of the customers it is made of.
    pub roles: &'static [&'static str],
    /// How it is made of them.
    pub by: By,
}

/// How a number is made of the customers behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// How many they are.
    Count,
    /// The sum of their amounts.
    Sum,
}

/// A customer behind a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Dense number.
    pub customer: u32,
    /// What he is to the formula.
    pub role: &'static str,
    /// What he adds, where amounts are added.
    pub amount: Option<i64>,
}

impl Input {
    /// What the customers in its roles come to; always its number.
    pub fn adds_up(&self, customers: &[Listed]) -> i64 {
        let own = customers.iter().filter(|one| self.roles.contains(&one.role));
        match self.by {
            By::Count => own.count().try_into().unwrap_or(i64::MAX),
            By::Sum => own.filter_map(|one| one.amount).sum(),
        }
    }
}

/// Inputs and customers of a metric.
pub(super) fn of(
    scope: &Scope,
    metric: Metric,
    period: Period,
    figures: Option<&PeriodFigures>,
) -> (Vec<Input>, Vec<Listed>) {
    let behind = figures.map(|figures| figures.behind).unwrap_or_default();
    let inputs = inputs(metric, &behind);
    let mut list = List { scope, period, customers: Vec::new() };
    let mut listed: Vec<&str> = Vec::new();
    for input in &inputs {
        for role in input.roles {
            if !listed.contains(role) {
                listed.push(role);
                list.role(metric, role);
            }
        }
    }
    (inputs, list.customers)
}

fn money(name: &'static str, number: i64, roles: &'static [&'static str]) -> Input {
    Input { name, number: Number::Money(number), roles, by: By::Sum }
}

fn count(name: &'static str, number: i64, roles: &'static [&'static str]) -> Input {
    Input { name, number: Number::Count(number), roles, by: By::Count }
}

/// The numbers each formula names, with the roles behind them.
fn inputs(metric: Metric, behind: &Behind) -> Vec<Input> {
    let Behind { flow, over_year, value, trials } = behind;
    let mrr_start = || money("mrr_start", flow.mrr_start, &["start"]);
    let mrr_end = || money("mrr_end", flow.mrr_end, &["end"]);
    let new = || money("new", flow.new, &["new"]);
    let expansion = || money("expansion", flow.expansion, &["expansion"]);
    let reactivation = || money("reactivation", flow.reactivation, &["reactivation"]);
    let contraction = || money("contraction", flow.contraction, &["contraction"]);
    let churn = || money("churn", flow.churn, &["churn"]);
    let entered = || money("entered", flow.entered, &["entered"]);
    let left = || money("left", flow.left, &["left"]);
    let fx = || money("fx", flow.fx, &["fx"]);
    let customers_start = || count("customers_start", flow.customers_start, &["start"]);
    let customers_end = || count("customers_end", flow.customers_end, &["end"]);
    let customers_new = || count("customers_new", flow.customers_new, &["new"]);
    let reactivated =
        || count("customers_reactivated", flow.customers_reactivated, &["reactivation"]);
    let churned = || count("customers_churned", flow.customers_churned, &["churn"]);
    let customers_entered = || count("customers_entered", flow.customers_entered, &["entered"]);
    let customers_left = || count("customers_left", flow.customers_left, &["left"]);
    let base = || count("B", retention::base(flow), &["kept", "lost"]);
    let then = || money("then", over_year.then, &["then"]);
    let started =
        || count("started", trials.started, &["converted", "still_open", "not_converted"]);
    match metric {
        Metric::MrrStart => vec![mrr_start()],
        Metric::New => vec![new()],
        Metric::Expansion => vec![expansion()],
        Metric::Reactivation => vec![reactivation()],
        Metric::Contraction => vec![contraction()],
        Metric::Churn => vec![churn()],
        Metric::Entered => vec![entered()],
        Metric::Left => vec![left()],
        Metric::Fx => vec![fx()],
        Metric::MrrEnd => vec![
            mrr_start(),
            new(),
            expansion(),
            reactivation(),
            contraction(),
            churn(),
            entered(),
            left(),
            fx(),
            mrr_end(),
        ],
        Metric::CustomersStart => vec![customers_start()],
        Metric::CustomersNew => vec![customers_new()],
        Metric::CustomersReactivated => vec![reactivated()],
        Metric::CustomersChurned => vec![churned()],
        Metric::CustomersEntered => vec![customers_entered()],
        Metric::CustomersLeft => vec![customers_left()],
        Metric::CustomersEnd => vec![
            customers_start(),
            customers_new(),
            reactivated(),
            churned(),
            customers_entered(),
            customers_left(),
            customers_end(),
        ],
        Metric::JoinedAndLeft => {
            vec![count("joined_and_left", flow.joined_and_left, &["joined_and_left"])]
        }
        Metric::RetentionRate => vec![
            base(),
            count("N", retention::gained(flow), &["gained", "entered"]),
            count("E", retention::at_end(flow), &["kept", "gained", "entered"]),
        ],
        Metric::ChurnRate => {
            vec![count("churned", flow.customers_churned, &["lost"]), base()]
        }
        Metric::GrossMrrChurn => vec![churn(), contraction(), mrr_start()],
        Metric::NetMrrChurn => {
            vec![churn(), contraction(), expansion(), reactivation(), mrr_start()]
        }
        Metric::Nrr => vec![mrr_start(), expansion(), contraction(), churn()],
        Metric::Grr => vec![mrr_start(), contraction(), churn()],
        Metric::Nrr12 => vec![money("now", over_year.now, &["now"]), then()],
        Metric::Grr12 => vec![money("lesser", over_year.lesser, &["lesser"]), then()],
        Metric::Retention12 => vec![
            count("kept", over_year.customers_kept, &["kept"]),
            count("B", over_year.customers_then, &["kept", "lost"]),
        ],
        Metric::Arpa => vec![mrr_end(), customers_end()],
        Metric::Asp => vec![new(), customers_new()],
        Metric::QuickRatio => {
            vec![new(), expansion(), reactivation(), contraction(), churn()]
        }
        Metric::Arr => vec![mrr_end()],
        Metric::CommittedMrr => {
            vec![money("committed_mrr", flow.committed_end, &["committed"])]
        }
        Metric::Ltv => vec![
            mrr_end(),
            customers_end(),
            Input { by: By::Sum, ..count("churned", value.churned, &["churned_in_6_months"]) },
            Input { by: By::Sum, ..count("B", value.base, &["there_in_6_months"]) },
        ],
        Metric::TrialsStarted => vec![started()],
        Metric::TrialConversion => {
            vec![count("converted", trials.converted, &["converted"]), started()]
        }
    }
}

/// Customers by role.
struct List<'a> {
    scope: &'a Scope<'a>,
    period: Period,
    customers: Vec<Listed>,
}

impl List<'_> {
    /// Adds everyone who has this role.
    fn role(&mut self, metric: Metric, role: &'static str) {
        match role {
            "converted" | "still_open" | "not_converted" => self.trials(role),
            "churned_in_6_months" | "there_in_6_months" => self.months(role),
            _ => self.compared(metric, role),
        }
    }

    fn push(&mut self, customer: u32, role: &'static str, amount: Option<i64>) {
        self.customers.push(Listed { customer, role, amount });
    }

    /// Roles that come from comparing two days.
    fn compared(&mut self, metric: Metric, role: &'static str) {
        let Some((start, end)) = bounds(self.scope, self.period) else {
            return;
        };
        let over_year = matches!(metric, Metric::Nrr12 | Metric::Grr12 | Metric::Retention12);
        let start = if over_year { end.minus_months(12) } else { start };
        for one in seen(self.scope, start, end) {
            if let Some(amount) = has_role(&one, role) {
                self.push(one.customer, role, amount);
            }
        }
    }

    fn trials(&mut self, role: &'static str) {
        let (first, last) = (self.period.first(), self.period.last());
        let as_of = self.scope.as_of;
        let begun = trials::all(self.scope)
            .filter(|trial| first <= trial.begins && trial.begins <= last.min(as_of));
        for trial in begun {
            let is = match trials::outcome(trial, as_of) {
                Outcome::Converted => "converted",
                Outcome::Open => "still_open",
                Outcome::Lost => "not_converted",
            };
            if is == role {
                self.customers.push(Listed { customer: trial.customer, role, amount: None });
            }
        }
    }

    /// Each customer once, with the number of months he was there at the start of, or left in.
    fn months(&mut self, role: &'static str) {
        let end = self.period.last().min(self.scope.as_of);
        let months = movements(self.scope, Grain::Month, None);
        let mut times: FxHashMap<u32, i64> = FxHashMap::default();
        for month in months_for(end, &months) {
            let (start, end) = (month.period.first().plus(-1), month.period.last());
            for one in seen(self.scope, start, end) {
                let counts =
                    one.before.inside && (role == "there_in_6_months" || !one.after.present);
                if counts {
                    *times.entry(one.customer).or_default() += 1;
                }
            }
        }
        let mut times = times.into_iter().collect::<Vec<_>>();
        times.sort_unstable();
        for (customer, times) in times {
            self.push(customer, role, Some(times));
        }
    }
}

/// What a customer adds in a role; `None` when he does not have it.
fn has_role(one: &Seen, role: &str) -> Option<Option<i64>> {
    let (before, after) = (one.before, one.after);
    let is = |condition: bool, amount: Option<i64>| condition.then_some(amount);
    let kind = |wanted: Kind| {
        let mut found = None;
        one.each(|kind, amount| {
            if kind == wanted {
                found = Some(Some(amount));
            }
        });
        found
    };
    match role {
        "start" | "then" => is(before.inside, Some(before.mrr)),
        "end" => is(after.inside, Some(one.closing.mrr)),
        "now" => is(before.inside && after.present, Some(after.mrr)),
        "lesser" => is(before.inside && after.present, Some(after.mrr.min(before.mrr))),
        "committed" => {
            let committed = one.closing.committed;
            is(after.inside && committed > 0, Some(committed))
        }
        "fx" => is(one.effect() != 0, Some(one.effect())),
        "kept" => is(before.inside && after.present, None),
        "lost" => is(before.inside && !after.present, None),
        "gained" => is(!before.present && after.inside, None),
        "joined_and_left" => is(one.in_between.is_some(), None),
        "new" => kind(Kind::New),
        "expansion" => kind(Kind::Expansion),
        "reactivation" => kind(Kind::Reactivation),
        "contraction" => kind(Kind::Contraction),
        "churn" => kind(Kind::Churn),
        "entered" => kind(Kind::Entered),
        "left" => kind(Kind::Left),
        _ => None,
    }
}
