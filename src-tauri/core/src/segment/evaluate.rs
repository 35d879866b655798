//! From a filter to the mask of a book.

use super::fault::{Fault, Problem};
use super::filter::{Filter, Is, Relation, Test, Value};
use super::mask::Mask;
use crate::ledger::{Attribute, Ledger};
use crate::model::{Day, Grain, Period};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::ops::Range;

/// States below which a second thread costs more than it brings.
const SMALL: usize = 40_000;

impl Filter {
    /// Who belongs to it and when, in this book. `plan` and `mrr` are those of each state; cohort,
    /// country and what the files brought belong to the customer.
    ///
    /// # Errors
    /// An attribute nobody has, an amount that is no number, a cohort that is no period: with its
    /// position.
    pub fn mask(&self, ledger: &Ledger) -> Result<Mask, Fault> {
        let node = Node::new(self, ledger)?;
        let customers = u32::try_from(ledger.len()).unwrap_or(u32::MAX);
        let runs = u32::try_from(rayon::current_num_threads() * 4).unwrap_or(1);
        let parts = if ledger.states.day.len() < SMALL {
            vec![part(&node, ledger, 0..customers)]
        } else {
            let step = customers.div_ceil(runs).max(1);
            let run = |run| part(&node, ledger, run * step..customers.min((run + 1) * step));
            (0..customers.div_ceil(step)).into_par_iter().map(run).collect()
        };
        let states = node.moves().then(|| {
            let mut all = Vec::with_capacity(ledger.states.day.len());
            parts.iter().for_each(|(_, states)| all.extend_from_slice(states));
            all
        });
        let mut all = Vec::with_capacity(ledger.len());
        parts.iter().for_each(|(customers, _)| all.extend_from_slice(customers));
        let trial =
            |trial: &crate::ledger::Trial| u8::from(node.is(ledger, trial.customer, trial.plan, 0));
        Ok(Mask { customers: all, states, trials: ledger.trials.iter().map(trial).collect() })
    }
}

/// The mask of a run of customers: by customer, and by state where it moves.
fn part(node: &Node, ledger: &Ledger, run: Range<u32>) -> (Vec<u8>, Vec<u8>) {
    match node.column(ledger, &run) {
        Column::Fixed(customers) => (customers, Vec::new()),
        Column::Moving(states) => {
            let base = ledger.customers.offsets[run.start as usize] as usize;
            let bounds = &ledger.customers.offsets[run.start as usize..=run.end as usize];
            let any = |own: &[u32]| {
                let own = own[0] as usize - base..own[1] as usize - base;
                u8::from(states[own].iter().any(|is| *is != 0))
            };
            (bounds.windows(2).map(any).collect(), states)
        }
    }
}

/// One byte for each customer, or for each state of theirs.
enum Column {
    Fixed(Vec<u8>),
    Moving(Vec<u8>),
}

/// A filter whose attributes have been looked up.
enum Node<'a> {
    All(Vec<Node<'a>>),
    Any(Vec<Node<'a>>),
    Not(Box<Node<'a>>),
    /// By code of the attribute.
    Known(&'a Attribute, Vec<u8>),
    /// By code of the plan.
    Plan(Vec<u8>),
    Mrr(Vec<(Relation, i64)>),
    Cohort(Vec<(Relation, Day, Day)>),
    NeverPaid,
}

impl<'a> Node<'a> {
    fn new(filter: &Filter, ledger: &'a Ledger) -> Result<Self, Fault> {
        let each = |parts: &[Filter]| -> Result<Vec<Self>, Fault> {
            parts.iter().map(|part| Self::new(part, ledger)).collect()
        };
        Ok(match filter {
            Filter::All(parts) => Self::All(each(parts)?),
            Filter::Any(parts) => Self::Any(each(parts)?),
            Filter::Not(inner) => Self::Not(Box::new(Self::new(inner, ledger)?)),
            Filter::Test(test) => Self::test(test, ledger)?,
        })
    }

    fn test(test: &Test, ledger: &'a Ledger) -> Result<Self, Fault> {
        match test.attribute.to_lowercase().as_str() {
            "plan" => Ok(Self::Plan(codes(&ledger.plans, &test.is))),
            "mrr" => Ok(Self::Mrr(amounts(test)?)),
            "cohort" if test.is == Is::Empty => Ok(Self::NeverPaid),
            "cohort" => Ok(Self::Cohort(periods(test)?)),
            _ => {
                let unknown = || {
                    let problem = Problem::UnknownAttribute(test.attribute.clone());
                    Fault { position: test.position, problem }
                };
                let attribute = ledger.attribute(&test.attribute).ok_or_else(unknown)?;
                Ok(Self::Known(attribute, codes(&attribute.values, &test.is)))
            }
        }
    }

    /// Whether membership can change from state to state.
    fn moves(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::moves),
            Self::Not(inner) => inner.moves(),
            Self::Plan(_) | Self::Mrr(_) => true,
            Self::Known(..) | Self::Cohort(_) | Self::NeverPaid => false,
        }
    }

    fn column(&self, ledger: &Ledger, run: &Range<u32>) -> Column {
        let customers = run.start as usize..run.end as usize;
        let offsets = &ledger.customers.offsets;
        let states = || offsets[customers.start] as usize..offsets[customers.end] as usize;
        let first_paid = &ledger.customers.first_paid[customers.clone()];
        match self {
            Self::All(parts) => join(parts, ledger, run, 1, |one, other| one & other),
            Self::Any(parts) => join(parts, ledger, run, 0, |one, other| one | other),
            Self::Not(inner) => match inner.column(ledger, run) {
                Column::Fixed(all) => Column::Fixed(all.iter().map(|is| is ^ 1).collect()),
                Column::Moving(all) => Column::Moving(all.iter().map(|is| is ^ 1).collect()),
            },
            Self::Known(attribute, is) => {
                let codes = &attribute.codes[customers.clone()];
                Column::Fixed(codes.iter().map(|code| is[*code as usize]).collect())
            }
            Self::Plan(is) => {
                let plans = &ledger.states.plan[states()];
                Column::Moving(plans.iter().map(|plan| is[*plan as usize]).collect())
            }
            Self::Mrr(tests) => {
                let amounts = &ledger.states.mrr[states()];
                Column::Moving(amounts.iter().map(|mrr| u8::from(pays(tests, *mrr))).collect())
            }
            Self::Cohort(tests) => {
                Column::Fixed(first_paid.iter().map(|day| u8::from(began(tests, *day))).collect())
            }
            Self::NeverPaid => {
                let never = |day: &Day| u8::from(*day == Day::NEVER);
                Column::Fixed(first_paid.iter().map(never).collect())
            }
        }
    }

    /// The same for one customer with this plan and amount.
    fn is(&self, ledger: &Ledger, customer: u32, plan: u32, mrr: i64) -> bool {
        let at = customer as usize;
        match self {
            Self::All(parts) => parts.iter().all(|part| part.is(ledger, customer, plan, mrr)),
            Self::Any(parts) => parts.iter().any(|part| part.is(ledger, customer, plan, mrr)),
            Self::Not(inner) => !inner.is(ledger, customer, plan, mrr),
            Self::Known(attribute, is) => is[attribute.codes[at] as usize] != 0,
            Self::Plan(is) => is[plan as usize] != 0,
            Self::Mrr(tests) => pays(tests, mrr),
            Self::Cohort(tests) => began(tests, ledger.customers.first_paid[at]),
            Self::NeverPaid => ledger.customers.first_paid[at] == Day::NEVER,
        }
    }
}

/// All parts put together; those of customers first, so that they are spread over states once.
fn join(
    parts: &[Node],
    ledger: &Ledger,
    run: &Range<u32>,
    empty: u8,
    both: impl Fn(u8, u8) -> u8 + Copy,
) -> Column {
    let mut fixed: Option<Vec<u8>> = None;
    let mut moving: Option<Vec<u8>> = None;
    let add = |all: &mut Vec<u8>, more: &[u8]| {
        all.iter_mut().zip(more).for_each(|(one, other)| *one = both(*one, *other));
    };
    for part in parts {
        match (part.column(ledger, run), &mut moving) {
            (Column::Fixed(more), _) => match &mut fixed {
                Some(all) => add(all, &more),
                None => fixed = Some(more),
            },
            (Column::Moving(more), Some(all)) => add(all, &more),
            (Column::Moving(more), none) => *none = Some(more),
        }
    }
    let (mut states, fixed) = match (moving, fixed) {
        (None, fixed) => return Column::Fixed(fixed.unwrap_or_else(|| vec![empty; run.len()])),
        (Some(states), None) => return Column::Moving(states),
        (Some(states), Some(fixed)) => (states, fixed),
    };
    let mut rest = states.as_mut_slice();
    for (customer, is) in run.clone().zip(fixed) {
        let (own, later) = rest.split_at_mut(ledger.states_of(customer).len());
        own.iter_mut().for_each(|state| *state = both(*state, is));
        rest = later;
    }
    Column::Moving(states)
}

fn pays(tests: &[(Relation, i64)], mrr: i64) -> bool {
    tests.iter().any(|(relation, amount)| relation.holds(mrr.cmp(amount)))
}

fn began(tests: &[(Relation, Day, Day)], day: Day) -> bool {
    let place = |first: Day, last: Day| match (day < first, day > last) {
        (true, _) => Ordering::Less,
        (_, true) => Ordering::Greater,
        (false, false) => Ordering::Equal,
    };
    day != Day::NEVER
        && tests.iter().any(|&(relation, first, last)| relation.holds(place(first, last)))
}

/// For each value of a dictionary whether it is like that; place 0 is the empty text.
fn codes(values: &[String], is: &Is) -> Vec<u8> {
    let one = |value: &String| match is {
        Is::Compared(relation, to) => compared(*relation, value, to),
        Is::In(all) => all.iter().any(|to| compared(Relation::Equal, value, to)),
        Is::Contains(part) => value.to_lowercase().contains(&part.to_lowercase()),
        Is::Empty => value.is_empty(),
    };
    values.iter().map(|value| u8::from(one(value))).collect()
}

/// Numbers compare as numbers, everything else as text; what is not known is neither less nor more.
fn compared(relation: Relation, value: &str, to: &Value) -> bool {
    let text = to.text();
    let order = match (value.parse::<f64>(), text.parse::<f64>()) {
        (Ok(one), Ok(other)) => one.partial_cmp(&other).unwrap_or(Ordering::Less),
        _ => value.cmp(&text),
    };
    let orders =
        matches!(relation, Relation::Less | Relation::AtMost | Relation::More | Relation::AtLeast);
    !(orders && value.is_empty()) && relation.holds(order)
}

fn amounts(test: &Test) -> Result<Vec<(Relation, i64)>, Fault> {
    let amount = |value: &Value| match value {
        Value::Number(number) => Ok(*number),
        Value::Text(text) => text.trim().parse().map_err(|_| Fault {
            position: test.position,
            problem: Problem::NotANumber(text.clone()),
        }),
    };
    match &test.is {
        Is::Compared(relation, value) => Ok(vec![(*relation, amount(value)?)]),
        Is::In(values) => {
            values.iter().map(|value| Ok((Relation::Equal, amount(value)?))).collect()
        }
        Is::Contains(text) => {
            Err(Fault { position: test.position, problem: Problem::NotANumber(text.clone()) })
        }
        Is::Empty => Ok(vec![(Relation::Equal, 0)]),
    }
}

fn periods(test: &Test) -> Result<Vec<(Relation, Day, Day)>, Fault> {
    let period = |relation: Relation, text: String| {
        let fault = |text| Fault { position: test.position, problem: Problem::NotAPeriod(text) };
        let day = |text: &str| Day::parse(text).map(|day| (day, day));
        let span = |period: Period| (period.first(), period.last());
        let found =
            Period::parse(&text).filter(|one| one.grain() != Grain::Year || text.len() == 4);
        let (first, last) = found.map(span).or_else(|| day(&text)).ok_or_else(|| fault(text))?;
        Ok((relation, first, last))
    };
    match &test.is {
        Is::Compared(relation, value) => Ok(vec![period(*relation, value.text())?]),
        Is::In(values) => {
            values.iter().map(|value| period(Relation::Equal, value.text())).collect()
        }
        Is::Contains(text) => Ok(vec![period(Relation::Equal, text.clone())?]),
        Is::Empty => Ok(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::model::Status;

    fn business() -> Business {
        Business::new()
            .change("ann", "2025-03-01", Status::Active, "Pro", 5_000)
            .change("ann", "2025-06-01", Status::Active, "Basic", 2_000)
            .on("bob", "Pro", 9_000, "2025-04-10")
            .on("eve", "Basic", 2_000, "2026-01-01")
            .in_country("ann", "NL")
            .in_country("bob", "BE")
            .known("bob", "Team size", "12")
            .known("eve", "Team size", "7")
    }

    /// Who belongs to a segment on a day.
    fn members(text: &str, on: &str) -> String {
        let business = business();
        let book = business.book();
        let mask = parse(text).unwrap().mask(&book).unwrap();
        let names = ["ann", "bob", "eve"].into_iter().filter(|name| {
            let customer = business.dense(&book, name);
            let state = book.state_on(customer, day(on));
            let is = state.is_some_and(|state| mask.has(customer, state));
            assert!(!is || mask.has_customer(customer), "a member at all");
            is
        });
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_known_of_a_customer_and_what_he_has_today_can_be_asked_for() {
        let now = "2026-02-01";
        assert_eq!(members("", now), "ann bob eve");
        assert_eq!(members("country = 'NL'", now), "ann");
        assert_eq!(members("country is empty or country = 'BE'", now), "bob eve");
        assert_eq!(members("not country in ('NL', 'BE')", now), "eve");
        assert_eq!(members("plan = 'Pro'", now), "bob");
        assert_eq!(members("plan = 'Pro'", "2025-05-01"), "ann bob");
        assert_eq!(members("mrr >= 5000", "2025-05-01"), "ann bob");
        assert_eq!(members("mrr >= 5000 and country = 'NL'", "2025-05-01"), "ann");
        assert_eq!(members("mrr >= 5000 and country = 'NL'", now), "");
        assert_eq!(members("plan contains 'PR' or country = 'NL'", now), "ann bob");
        assert_eq!(members("'team SIZE' > 7", now), "bob", "as numbers");
        assert_eq!(members("'Team size' < 100", now), "bob eve", "not who is not known");
        assert_eq!(members("cohort = '2025-Q1' or cohort >= '2026'", now), "ann eve");
        assert_eq!(members("cohort in ('2025-03', '2025-04')", now), "ann bob");
    }

    #[test]
    fn a_fault_says_where() {
        let book = business().book();
        let fault = |text: &str| parse(text).unwrap().mask(&book).unwrap_err();
        let unknown = fault("plan = 'Pro' and colour = 'red'");
        let colour = Problem::UnknownAttribute("colour".to_owned());
        assert_eq!((unknown.position, unknown.problem), (18, colour));
        assert_eq!(fault("mrr = 'lots'").problem, Problem::NotANumber("lots".to_owned()));
        assert_eq!(fault("cohort = 'May'").problem, Problem::NotAPeriod("May".to_owned()));
    }

    #[test]
    fn the_lists_of_the_window_are_a_filter() {
        let list = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let filter = Filter::of_lists(&list(&["Pro", "Basic"]), &list(&["NL"]));
        assert_eq!(filter.to_string(), r#"plan in ("Pro", "Basic") and country in ("NL")"#);
        assert!(Filter::of_lists(&[], &[]).is_everyone());
    }
}
