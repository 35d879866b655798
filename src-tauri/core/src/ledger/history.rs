//! The phases of a subscription with a change log (metrics.md 2).
//!
//! A row is the whole state of its subscription from its day on; of several rows of a day the last
//! one counts. What the list of subscriptions says of the same one is woven in as dated moments:
//! before the first row it pays today's terms since its start (or the end of its trial), and its
//! end, its pause and its unpaid day take effect on their days, after the rows of that day. A later
//! row speaks again: active after an end is a return.

use super::build::Sources;
use super::life::{self, first_paying_day};
use super::log::Moment;
use super::prices::{Monthly, NoRate};
use super::rows::SubscriptionRow;
use super::spans::{Span, mark};
use super::trials::Trial;
use crate::model::{Day, Policy, Status};

/// What a history comes to.
#[derive(Debug, Default)]
pub(super) struct History {
    /// Its stretches in order of time.
    pub(super) spans: Vec<Span>,
    /// Trials it began.
    pub(super) trials: Vec<Trial>,
}

/// What happens to a subscription on a day.
#[derive(Clone, Copy)]
enum Event {
    /// The whole state from now on.
    State { status: Status, mrr: Monthly, plan: u32, seats: u32 },
    /// The trial is over: pays, if it was in one.
    TrialOver,
    /// A payment is due since this day.
    Due,
    /// Paused.
    Pause,
    /// Known to end.
    Wish,
    /// Over.
    End,
}

/// The phases of one subscription: from its row in the list, where there is one, and its log
/// (which may be empty only with a row).
pub(super) fn phases(
    sources: &Sources,
    customer: u32,
    row: Option<&SubscriptionRow>,
    log: &[Moment],
) -> Result<History, NoRate> {
    if let Some(currency) = log.iter().find_map(Moment::missing) {
        return Err(NoRate(currency));
    }
    let events = events(sources, row, log)?;
    let start = events.first().map_or(Day::MIN, |(day, ..)| *day);
    let mut walk = Walk::new(customer, start, sources.policy);
    for day in events.chunk_by(|a, b| a.0 == b.0) {
        let today = day[0].0;
        walk.lapse_before(today);
        day.iter().for_each(|&(_, _, event)| walk.apply(today, event));
        walk.settle(today);
    }
    walk.lapse_before(Day::NEVER);
    let mut history = walk.history;
    if let Some((begins, ends)) = row.and_then(life::trial) {
        let plan = row.map_or(0, |row| sources.prices.plan(&row.terms));
        history.trials.push(Trial { customer, begins, ends, plan, converts: Day::NEVER });
    }
    Ok(history)
}

/// Everything that happens, in order: what begins, the rows of the log, what the list adds.
fn events(
    sources: &Sources,
    row: Option<&SubscriptionRow>,
    log: &[Moment],
) -> Result<Vec<(Day, u8, Event)>, NoRate> {
    let mut events = Vec::with_capacity(log.len() + 4);
    for moment in log {
        let mrr = moment.mrr.unwrap_or_default();
        let (plan, seats) = (moment.plan, moment.seats);
        events.push((moment.day, 1, Event::State { status: moment.status, mrr, plan, seats }));
    }
    let Some(row) = row else {
        return Ok(events);
    };
    let first = log.first().map_or(Day::NEVER, |moment| moment.day);
    let end = life::end(row).unwrap_or(Day::NEVER);
    if row.start < first.min(end) && row.status != Status::Pending {
        let in_trial = first_paying_day(row).is_none_or(|day| day > row.start);
        let status = if in_trial { Status::Trialing } else { Status::Active };
        let mrr = sources.prices.monthly(&row.terms)?;
        let (plan, seats) = (sources.prices.plan(&row.terms), row.terms.quantity);
        events.push((row.start, 0, Event::State { status, mrr, plan, seats }));
    }
    let mut add = |day: Option<Day>, order, event| {
        events.extend(day.filter(|day| *day != Day::NEVER).map(|day| (day, order, event)));
    };
    // Nothing of it takes effect before it pays (or begins), nor once it is over.
    let pays = first_paying_day(row).unwrap_or(row.start);
    let while_it_runs =
        |day: Option<Day>, from: Day| day.map(|day| day.max(from)).filter(|day| *day <= end);
    add(row.trial_end, 0, Event::TrialOver);
    add(while_it_runs(life::unpaid_from(row), pays), 2, Event::Due);
    add(while_it_runs(life::paused_from(row), row.start), 3, Event::Pause);
    add(while_it_runs(life::wished_on(row, end), row.start), 4, Event::Wish);
    add(Some(end), 5, Event::End);
    // Stable: rows of one day keep the order of the log.
    events.sort_by_key(|&(day, order, _)| (day, order));
    Ok(events)
}

/// The state of a subscription while its events are applied.
struct Walk {
    history: History,
    policy: Policy,
    customer: u32,
    start: Day,
    status: Status,
    mrr: Monthly,
    plan: u32,
    seats: u32,
    /// First unpaid day.
    due: Option<Day>,
    /// Stayed unpaid beyond the grace and has not paid since.
    lapsed: bool,
    /// Known to end since this day.
    wish: Day,
    /// Whether the last span is still open.
    open: bool,
}

impl Walk {
    fn new(customer: u32, start: Day, policy: Policy) -> Self {
        Self {
            history: History::default(),
            policy,
            customer,
            start,
            status: Status::Pending,
            mrr: Monthly::default(),
            plan: 0,
            seats: 0,
            due: None,
            lapsed: false,
            wish: Day::NEVER,
            open: false,
        }
    }

    fn apply(&mut self, today: Day, event: Event) {
        match event {
            Event::State { status, mrr, plan, seats } => {
                (self.status, self.mrr, self.plan, self.seats) = (status, mrr, plan, seats);
                self.wish = if status == Status::NonRenewing { today } else { Day::NEVER };
            }
            Event::TrialOver if self.status == Status::Trialing => self.status = Status::Active,
            Event::TrialOver => {}
            Event::Due => self.status = Status::PastDue,
            Event::Pause => self.status = Status::Paused,
            Event::Wish => self.wish = today,
            Event::End => self.status = Status::Expired,
        }
        match self.status {
            Status::PastDue => self.due = self.due.or(Some(today)),
            // Over while due: the end of the span still has to know.
            Status::Canceled | Status::Expired => {}
            Status::Trialing => {
                self.due = None;
                self.begin_trial(today);
            }
            Status::Active | Status::Paused | Status::NonRenewing | Status::Pending => {
                self.due = None;
            }
        }
    }

    fn begin_trial(&mut self, today: Day) {
        let (customer, plan) = (self.customer, self.plan);
        let known = self.history.trials.iter().any(|trial| trial.ends == Day::NEVER);
        if !known {
            let trial =
                Trial { customer, begins: today, ends: Day::NEVER, plan, converts: Day::NEVER };
            self.history.trials.push(trial);
        }
    }

    /// Ends the span where the grace runs out before this day.
    fn lapse_before(&mut self, today: Day) {
        let Some(due) = self.due.filter(|_| self.status == Status::PastDue && self.open) else {
            return;
        };
        let over = life::lapses(due, &self.policy);
        if over < today {
            self.close(over, true);
            self.lapsed = true;
        }
    }

    /// What the day's events come to: the open span goes on, or ends and another begins.
    fn settle(&mut self, today: Day) {
        let past_grace = self.due.is_some_and(|due| today >= life::lapses(due, &self.policy));
        let pays = match self.status {
            Status::Active | Status::NonRenewing => self.mrr.amount > 0,
            Status::PastDue => self.mrr.amount > 0 && !past_grace,
            Status::Trialing
            | Status::Paused
            | Status::Canceled
            | Status::Expired
            | Status::Pending => false,
        };
        let paused = self.status == Status::Paused && !self.history.spans.is_empty();
        if !pays && !paused {
            if self.open {
                self.lapsed = self.status == Status::PastDue;
                self.close(today, self.due.is_some());
            }
            return;
        }
        let next = self.span(today, paused);
        let same = |last: &Span| {
            (last.mrr, last.rate, last.plan, last.seats, last.marks & mark::PAUSED)
                == (next.mrr, next.rate, next.plan, next.seats, next.marks & mark::PAUSED)
        };
        match self.history.spans.last_mut().filter(|last| self.open && same(last)) {
            // Taken back, a wish leaves the days before it as they were known then.
            Some(last) if last.committed_to == Day::NEVER || self.wish != Day::NEVER => {
                last.committed_to = last.committed_to.min(self.wish);
            }
            _ => {
                self.close(today, false);
                self.history.spans.push(next);
                self.open = true;
            }
        }
        self.lapsed = false;
    }

    fn span(&self, from: Day, paused: bool) -> Span {
        let recovered = if self.lapsed { mark::RECOVERED } else { 0 };
        Span {
            mrr: if paused { 0 } else { self.mrr.amount },
            rate: if paused { 0 } else { self.mrr.rate },
            customer: self.customer,
            from,
            to: Day::NEVER,
            committed_to: self.wish,
            start: self.start,
            seats: if paused { 0 } else { self.seats },
            plan: self.plan,
            reason: 0,
            marks: if paused { mark::PAUSED } else { recovered },
        }
    }

    fn close(&mut self, day: Day, unpaid: bool) {
        if let Some(last) = self.history.spans.last_mut().filter(|_| self.open) {
            last.to = day;
            if unpaid {
                last.marks |= mark::UNPAID;
            }
        }
        self.open = false;
    }
}
