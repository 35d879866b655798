//! What a header no list of names holds probably speaks of, by the words it is made of.

use super::super::{Field as F, Kind};
use super::roots::{Root as R, Spoken};

/// How sure one notion makes a field, and each more.
const SURE: f64 = 0.66;
const MORE: f64 = 0.08;
/// What a notion that does not belong to the field takes off, and a word nobody knows.
const OTHER: f64 = 0.12;
const UNKNOWN: f64 = 0.07;
/// Below this it says nothing.
const LEAST: f64 = 0.5;

/// For a field the groups of notions that speak of it.
type Groups = &'static [&'static [R]];

const WHO: Groups = &[&[R::Who], &[R::Who, R::Key], &[R::Person, R::Key]];
const KEY: Groups = &[&[R::Key]];
const MAIL: Groups = &[&[R::Mail], &[R::Who, R::Mail], &[R::Person, R::Mail]];
const NAME: Groups = &[&[R::Name], &[R::Who, R::Name], &[R::Person, R::Name], &[R::Person]];
/// Where no column is for the company, it is what the customer is called.
const HOLDER: Groups = &[
    &[R::Name],
    &[R::Who, R::Name],
    &[R::Person, R::Name],
    &[R::Person],
    &[R::Firm],
    &[R::Firm, R::Name],
];
const PLAN: Groups = &[
    &[R::Plan],
    &[R::Plan, R::Sort],
    &[R::Plan, R::Name],
    &[R::Subscription, R::Sort],
    &[R::Subscription, R::Name],
];
const EVERY: Groups =
    &[&[R::Every], &[R::Invoice, R::Every], &[R::Subscription, R::Every], &[R::Payment, R::Every]];
const MONTHLY: Groups = &[&[R::Monthly, R::Price]];
const PRICE: Groups =
    &[&[R::Price], &[R::Price, R::Seats], &[R::Subscription, R::Price], &[R::Plan, R::Price]];
const SUM: Groups = &[
    &[R::Price],
    &[R::Gross],
    &[R::Gross, R::Price],
    &[R::Invoice, R::Price],
    &[R::Payment, R::Price],
    &[R::Order, R::Price],
];
const WHY: Groups = &[&[R::Why], &[R::Quit, R::Why], &[R::End, R::Why]];
const STATE: Groups =
    &[&[R::State], &[R::Subscription, R::State], &[R::Payment, R::State], &[R::Invoice, R::State]];
const BEGIN: Groups = &[
    &[R::Begin],
    &[R::Begin, R::Day],
    &[R::Begin, R::From],
    &[R::State, R::From],
    &[R::First, R::Day],
    &[R::First],
    &[R::Subscription, R::Begin],
    &[R::Subscription, R::Begin, R::Day],
    &[R::Who, R::Begin],
];
const END: Groups = &[
    &[R::End],
    &[R::End, R::Day],
    &[R::Closed, R::Day],
    &[R::Closed],
    &[R::Subscription, R::End],
    &[R::Subscription, R::End, R::Day],
    &[R::State, R::To],
    &[R::Subscription, R::To],
];
const QUIT: Groups = &[&[R::Quit], &[R::Quit, R::Day]];
const AHEAD: Groups = &[
    &[R::Renewal],
    &[R::Renewal, R::Day],
    &[R::Next, R::Payment],
    &[R::Next, R::Invoice],
    &[R::Next, R::Payment, R::Day],
    &[R::Next, R::Invoice, R::Day],
];
const MADE: Groups =
    &[&[R::Made], &[R::Made, R::Day], &[R::Who, R::Begin], &[R::Begin], &[R::Begin, R::Day]];
const SEATS: Groups = &[&[R::Seats], &[R::Count], &[R::Count, R::Seats], &[R::Count, R::Who]];
const NONE: Groups = &[];

fn groups(kind: Kind, field: F) -> Groups {
    match (kind, field) {
        (Kind::Customers, F::Id) => &[&[R::Who, R::Key], &[R::Who], &[R::Key]],
        (Kind::Subscriptions, F::Id) => &[&[R::Subscription, R::Key], &[R::Key]],
        (Kind::Invoices, F::Id) => &[&[R::Invoice, R::Key], &[R::Invoice], &[R::Key]],
        (Kind::Payments, F::Id) => &[&[R::Payment, R::Key], &[R::Payment], &[R::Key]],
        (Kind::Tickets, F::Id) => &[&[R::Ticket, R::Key], &[R::Ticket], &[R::Key]],
        (Kind::Purchases, F::Id) => &[&[R::Order, R::Key], &[R::Order], &[R::Key]],
        (_, F::Id) => KEY,
        (_, F::Customer) => WHO,
        (_, F::Email) => MAIL,
        (Kind::Subscriptions, F::Name) => HOLDER,
        (_, F::Name) => NAME,
        (_, F::Company) => &[&[R::Firm], &[R::Firm, R::Name]],
        (_, F::Country) => &[&[R::Country], &[R::Country, R::Key], &[R::Country, R::Name]],
        (_, F::Created) => MADE,
        (_, F::Plan) => PLAN,
        (_, F::Quantity) => SEATS,
        (_, F::Currency) => &[&[R::Currency], &[R::Currency, R::Key]],
        (_, F::Interval) => EVERY,
        (_, F::Mrr) => MONTHLY,
        (Kind::Invoices | Kind::Payments | Kind::Purchases, F::Amount) => SUM,
        (_, F::Amount) => PRICE,
        (Kind::Invoices, F::Status) => {
            &[&[R::State], &[R::Payment], &[R::Payment, R::State], &[R::Invoice, R::State]]
        }
        (_, F::Status) => STATE,
        (Kind::Subscriptions, F::Start) => BEGIN,
        (Kind::Subscriptions, F::Ended) => END,
        (_, F::CancelRequested) => QUIT,
        (_, F::CancelReason | F::Reason) => WHY,
        (Kind::Subscriptions, F::PeriodEnd) => AHEAD,
        (Kind::Invoices, F::PeriodStart) => {
            &[&[R::Period, R::From], &[R::Period, R::Begin], &[R::From]]
        }
        (Kind::Invoices, F::PeriodEnd) => &[&[R::Period, R::To], &[R::Period, R::End], &[R::To]],
        (_, F::Tax) => &[&[R::Tax], &[R::Tax, R::Price]],
        (_, F::Invoice) => &[&[R::Invoice], &[R::Invoice, R::Key]],
        (_, F::Refunded) => &[&[R::Back], &[R::Back, R::Price]],
        (_, F::Failure) => &[&[R::Failed], &[R::Failed, R::Why], &[R::Failed, R::Say]],
        (Kind::Events, F::Kind) => &[&[R::Event], &[R::Event, R::Name], &[R::Event, R::Sort]],
        (Kind::Tickets, F::Kind) => &[&[R::Sort], &[R::Ticket, R::Sort]],
        (_, F::Detail) => &[&[R::Page], &[R::Page, R::Name]],
        (_, F::Opened) => &[
            &[R::Opened],
            &[R::Opened, R::Day],
            &[R::Made],
            &[R::Made, R::Day],
            &[R::Begin, R::Day],
        ],
        (_, F::Closed) => &[&[R::Closed], &[R::Closed, R::Day], &[R::End], &[R::End, R::Day]],
        (_, F::Priority) => &[&[R::Urgency]],
        (_, F::Subject) => &[&[R::Topic]],
        (_, F::Comment) => &[&[R::Say]],
        (_, F::Score) => &[&[R::Score]],
        (_, F::Visits) => &[&[R::Visit], &[R::Count, R::Visit]],
        (_, F::Date) => day(kind),
        _ => NONE,
    }
}

/// The day of something that happened.
fn day(kind: Kind) -> Groups {
    match kind {
        Kind::Invoices => &[&[R::Day], &[R::Invoice, R::Day], &[R::Made], &[R::Made, R::Day]],
        Kind::Payments => &[&[R::Day], &[R::Payment, R::Day], &[R::Made, R::Day]],
        Kind::Purchases => &[&[R::Day], &[R::Order, R::Day], &[R::Visit, R::Day]],
        Kind::Cancellations => &[&[R::Day], &[R::Quit, R::Day], &[R::End, R::Day], &[R::Quit]],
        Kind::Events => &[&[R::Day], &[R::Event, R::Day]],
        Kind::Answers => &[&[R::Day], &[R::Made], &[R::Made, R::Day]],
        _ => &[&[R::Day]],
    }
}

/// How surely a header speaks of a field, 0 to 1; less than a name that is on a list.
pub(super) fn likeness(kind: Kind, field: F, spoken: &Spoken) -> f64 {
    let of = |group: &&[R]| {
        spoken.has(group).then(|| {
            let more = count(group.len() - 1);
            let other = count(spoken.roots.len() - group.len());
            SURE + MORE * more - OTHER * other - UNKNOWN * count(spoken.unknown)
        })
    };
    let best = groups(kind, field).iter().filter_map(of).fold(0.0, f64::max);
    if best >= LEAST { best } else { 0.0 }
}

/// Groups of notions of which a file of a kind has a column.
pub(super) fn tells(kind: Kind, spoken: &Spoken) -> bool {
    let groups: Groups = match kind {
        Kind::Invoices => &[
            &[R::Invoice, R::Key],
            &[R::Invoice, R::Day],
            &[R::Invoice, R::Price],
            &[R::Gross],
            &[R::Period, R::From],
        ],
        Kind::Payments => &[
            &[R::Payment, R::Key],
            &[R::Payment, R::State],
            &[R::Payment],
            &[R::Back],
            &[R::Failed, R::Why],
            &[R::Failed, R::Say],
        ],
        Kind::Tickets => &[&[R::Ticket], &[R::Ticket, R::Key], &[R::Urgency]],
        Kind::Events => &[&[R::Event], &[R::Event, R::Name]],
        Kind::Cancellations => &[&[R::Why], &[R::Quit, R::Why]],
        Kind::Answers => &[&[R::Score]],
        Kind::Purchases => {
            &[&[R::Order, R::Key], &[R::Order, R::Day], &[R::Visit], &[R::Visit, R::Day]]
        }
        _ => NONE,
    };
    let says = |group: &&[R]| spoken.has(group) && spoken.roots.len() == group.len();
    groups.iter().any(says)
}

#[expect(clippy::cast_precision_loss, reason = "a handful of words")]
fn count(n: usize) -> f64 {
    n as f64
}
