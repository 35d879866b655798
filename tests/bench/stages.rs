//! What is measured, and the bars.

use super::{Outcome, answers, foreign, imports, loyalty, loyalty_file, machine};
use holdfast_core::book::Book;
use holdfast_core::metrics::{Against, Measure, Scope, Triangle, figures};
use holdfast_core::model::{Day, Grain};
use holdfast_core::views::{self, CohortRate, Query};
use holdfast_core::voice::{Language, Region, Voice};
use std::fmt;
use std::path::Path;
use std::time::Instant;

/// The files every stage finds in its directory.
pub(crate) const SUBSCRIPTIONS: &str = "subscriptions.csv";
pub(crate) const CUSTOMERS: &str = "customers.csv";
pub(crate) const INVOICES: &str = "invoices.csv";
/// The workspace the first stage leaves behind for the second.
pub(crate) const WORKSPACE: &str = "bench.holdfast";

/// The last day of the files, 20 November 2026, and a moment of it.
pub(crate) const TODAY: Day = Day(20_777);
pub(crate) const NOW: i64 = 20_777 * 86_400 + 36_000;

/// One process's work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    /// Subscriptions and customers into a workspace.
    Import,
    /// Twelve invoices for each customer into a workspace of their own, and out of it again.
    Invoices,
    /// The workspace opened after the import, as no image is there yet.
    OpenFirst,
    /// The workspace opened again, and clicked through.
    Click,
    /// The same where most customers pay in other currencies, with a rate for every day.
    Foreign,
    /// Survey answers typed in, the customer found by part of his name.
    Answers,
    /// The loyalty programme, from deeds in memory.
    Loyalty,
    /// The same from a workspace file, as the window uses it.
    LoyaltyFile,
}

/// A figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    ImportSubscriptions,
    ImportAgain,
    ImportCustomers,
    ImportMemory,
    PreviewInvoices,
    CancelInvoices,
    ImportInvoices,
    ProgressPause,
    CommitInvoices,
    InvoicesAgain,
    UndoInvoices,
    InvoicesMemory,
    OpenFirst,
    FirstMemory,
    Open,
    Compute,
    ClickOverview,
    ClickRetention,
    Click,
    OpenMemory,
    ForeignCompute,
    ForeignClick,
    ReadNames,
    Find,
    FindSlowest,
    SaveAnswer,
    ShowAnswer,
    OpenAnswered,
    LoyaltyFacts,
    LoyaltyStandings,
    LoyaltyPreview,
    LoyaltySimulation,
    LoyaltyMemory,
    LoyaltyRead,
    LoyaltyRebuilt,
    LoyaltyPage,
    LoyaltyPageAgain,
    LoyaltyPast,
    LoyaltyPastAgain,
    LoyaltyTier,
    LoyaltyBefore,
    LoyaltyEarned,
    LoyaltyEarnedAgain,
    LoyaltyRedeem,
    LoyaltyBuy,
    LoyaltyShow,
    LoyaltyFileMemory,
}

/// A figure with its value in its own unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) what: What,
    pub(crate) value: f64,
}

impl Stage {
    pub(crate) const ALL: [Self; 8] = [
        Self::Import,
        Self::Invoices,
        Self::OpenFirst,
        Self::Click,
        Self::Foreign,
        Self::Answers,
        Self::Loyalty,
        Self::LoyaltyFile,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Invoices => "invoices",
            Self::OpenFirst => "open",
            Self::Click => "click",
            Self::Foreign => "foreign",
            Self::Answers => "answers",
            Self::Loyalty => "loyalty",
            Self::LoyaltyFile => "loyalty-file",
        }
    }

    /// Whether it is measured at this many customers: loyalty has a size of its own.
    pub(crate) fn is_for(self, customers: u32) -> bool {
        !matches!(self, Self::Loyalty | Self::LoyaltyFile) || customers == loyalty::CUSTOMERS
    }

    pub(crate) fn run(self, directory: &Path) -> Outcome<Vec<Measured>> {
        match self {
            Self::Import => imports::customers(directory),
            Self::Invoices => imports::invoices(directory),
            Self::OpenFirst => open_first(directory),
            Self::Click => click(directory),
            Self::Foreign => foreign::click(directory),
            Self::Answers => answers::typed_in(directory),
            Self::Loyalty => loyalty::measure(),
            Self::LoyaltyFile => loyalty_file::measure(directory),
        }
    }
}

impl What {
    pub(crate) const ALL: [Self; 47] = [
        Self::ImportSubscriptions,
        Self::ImportAgain,
        Self::ImportCustomers,
        Self::ImportMemory,
        Self::PreviewInvoices,
        Self::CancelInvoices,
        Self::ImportInvoices,
        Self::ProgressPause,
        Self::CommitInvoices,
        Self::InvoicesAgain,
        Self::UndoInvoices,
        Self::InvoicesMemory,
        Self::OpenFirst,
        Self::FirstMemory,
        Self::Open,
        Self::Compute,
        Self::ClickOverview,
        Self::ClickRetention,
        Self::Click,
        Self::OpenMemory,
        Self::ForeignCompute,
        Self::ForeignClick,
        Self::ReadNames,
        Self::Find,
        Self::FindSlowest,
        Self::SaveAnswer,
        Self::ShowAnswer,
        Self::OpenAnswered,
        Self::LoyaltyFacts,
        Self::LoyaltyStandings,
        Self::LoyaltyPreview,
        Self::LoyaltySimulation,
        Self::LoyaltyMemory,
        Self::LoyaltyRead,
        Self::LoyaltyRebuilt,
        Self::LoyaltyPage,
        Self::LoyaltyPageAgain,
        Self::LoyaltyPast,
        Self::LoyaltyPastAgain,
        Self::LoyaltyTier,
        Self::LoyaltyBefore,
        Self::LoyaltyEarned,
        Self::LoyaltyEarnedAgain,
        Self::LoyaltyRedeem,
        Self::LoyaltyBuy,
        Self::LoyaltyShow,
        Self::LoyaltyFileMemory,
    ];

    fn words(self) -> &'static str {
        match self {
            Self::ImportSubscriptions => "import of subscriptions",
            Self::ImportAgain => "the same file again, all unchanged",
            Self::ImportCustomers => "import of customers",
            Self::ImportMemory => "peak memory of importing",
            Self::ImportInvoices => "import of twelve invoices for each",
            Self::PreviewInvoices => "preview of a file of them",
            Self::CancelInvoices => "cancelled (middle, saving), until it ended",
            Self::ProgressPause => "longest pause between steps of progress",
            Self::CommitInvoices => "from the last row to the end: keys, commit",
            Self::InvoicesAgain => "the same file again, all unchanged",
            Self::UndoInvoices => "taking them back",
            Self::InvoicesMemory => "peak memory of all that",
            Self::OpenFirst => "opening after a change, from the tables",
            Self::FirstMemory => "peak memory of that",
            Self::Open => "opening to the first figures",
            Self::Compute => "another segment: figures and cohorts alone",
            Self::ClickOverview => "another segment: Overview",
            Self::ClickRetention => "another segment: Retention with cohorts",
            Self::Click => "both, the whole click",
            Self::OpenMemory => "peak memory, open and clicked",
            Self::ForeignCompute => "rates a day for most: figures and cohorts",
            Self::ForeignClick => "rates a day for most: the whole click",
            Self::ReadNames => "reading the names, while nobody waits",
            Self::Find => "a customer by part of his name",
            Self::FindSlowest => "the slowest of 300 of these",
            Self::SaveAnswer => "a survey answer, until it is on disk",
            Self::ShowAnswer => "the page to enter the next one",
            Self::OpenAnswered => "opening again after 300 answers",
            Self::LoyaltyFacts => "five million deeds, sorted by customer",
            Self::LoyaltyStandings => "everybody's points and tier from them",
            Self::LoyaltyPreview => "what another threshold would do",
            Self::LoyaltySimulation => "another programme over three years",
            Self::LoyaltyMemory => "peak memory of all that",
            Self::LoyaltyRead => "five million purchases from the file",
            Self::LoyaltyRebuilt => "the same and everybody's points and tier",
            Self::LoyaltyPage => "the page of the programme, the first time",
            Self::LoyaltyPageAgain => "the same again",
            Self::LoyaltyPast => "the page on a past day, the first time",
            Self::LoyaltyPastAgain => "the same again",
            Self::LoyaltyTier => "who was in a tier on that day",
            Self::LoyaltyBefore => "who was in a tier a year before",
            Self::LoyaltyEarned => "who earned points in a month",
            Self::LoyaltyEarnedAgain => "the same again",
            Self::LoyaltyRedeem => "a redemption, until it is on disk",
            Self::LoyaltyBuy => "a purchase by hand, until it is on disk",
            Self::LoyaltyShow => "the page after each",
            Self::LoyaltyFileMemory => "peak memory of all that",
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Self::ImportSubscriptions
            | Self::ImportAgain
            | Self::ImportCustomers
            | Self::ImportInvoices
            | Self::InvoicesAgain => "rows/s",
            Self::ImportMemory
            | Self::InvoicesMemory
            | Self::FirstMemory
            | Self::OpenMemory
            | Self::LoyaltyMemory
            | Self::LoyaltyFileMemory => "MB",
            Self::PreviewInvoices
            | Self::CancelInvoices
            | Self::ProgressPause
            | Self::CommitInvoices
            | Self::UndoInvoices
            | Self::OpenFirst
            | Self::Open
            | Self::Compute
            | Self::ClickOverview
            | Self::ClickRetention
            | Self::Click
            | Self::ForeignCompute
            | Self::ForeignClick
            | Self::ReadNames
            | Self::Find
            | Self::FindSlowest
            | Self::SaveAnswer
            | Self::ShowAnswer
            | Self::OpenAnswered
            | Self::LoyaltyFacts
            | Self::LoyaltyStandings
            | Self::LoyaltyPreview
            | Self::LoyaltySimulation
            | Self::LoyaltyRead
            | Self::LoyaltyRebuilt
            | Self::LoyaltyPage
            | Self::LoyaltyPageAgain
            | Self::LoyaltyPast
            | Self::LoyaltyPastAgain
            | Self::LoyaltyTier
            | Self::LoyaltyBefore
            | Self::LoyaltyEarned
            | Self::LoyaltyEarnedAgain
            | Self::LoyaltyRedeem
            | Self::LoyaltyBuy
            | Self::LoyaltyShow => "ms",
        }
    }

    /// What it must reach; rates at least, times and memory at most.
    fn bar(self, customers: u32) -> Option<f64> {
        let (large, middle) = (customers > 100_000, customers > 10_000);
        match self {
            Self::ImportSubscriptions => Some(200_000.0),
            Self::Open | Self::OpenAnswered if large => Some(600.0),
            Self::Open | Self::OpenAnswered if middle => Some(100.0),
            Self::Click if large => Some(25.0),
            Self::Click if middle => Some(4.0),
            Self::ImportMemory | Self::InvoicesMemory => Some(200.0),
            Self::UndoInvoices if middle && !large => Some(3_000.0),
            Self::PreviewInvoices => Some(1_000.0),
            Self::CancelInvoices => Some(500.0),
            Self::ProgressPause => Some(200.0),
            Self::LoyaltyStandings | Self::LoyaltyRebuilt => Some(2_000.0),
            // A frame on a click.
            Self::LoyaltyPage
            | Self::LoyaltyPageAgain
            | Self::LoyaltyPastAgain
            | Self::LoyaltyShow => Some(16.0),
            Self::LoyaltyRedeem | Self::LoyaltyBuy => Some(100.0),
            Self::LoyaltyPreview => Some(100.0),
            Self::FirstMemory | Self::OpenMemory if large => Some(300.0),
            Self::Find | Self::FindSlowest if !large => Some(50.0),
            // 300 a minute, with the page after each.
            Self::SaveAnswer | Self::ShowAnswer if !large => Some(100.0),
            _ => None,
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// One line of the table: words, value, bar, and a word where the bar is not reached.
pub(crate) fn line(what: What, customers: u32, value: f64) -> String {
    let digits = if what.unit() == "ms" { 2 } else { 0 };
    let measured = format!("{value:.digits$} {}", what.unit());
    let Some(bar) = what.bar(customers) else {
        return format!("{:<44} {measured:>12}", what.words());
    };
    let more_is_better = what.unit() == "rows/s";
    let reached = if more_is_better { value >= bar } else { value <= bar };
    let bar = format!("{bar} {}", what.unit());
    let verdict = if reached { "" } else { "  not reached" };
    format!("{:<44} {measured:>12}  {bar:>12}{verdict}", what.words())
}

/// From the tables, and as the window does an image is left behind.
fn open_first(directory: &Path) -> Outcome<Vec<Measured>> {
    let path = directory.join(WORKSPACE);
    let mut memory = None;
    let mut reading = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        let book = Book::load(&path, TODAY, 1)?;
        overview(&book, &Query::default())?;
        reading.push(milliseconds(begun));
        memory = memory.or_else(machine::peak_memory);
    }
    Book::open(&path, TODAY, 1, directory)?.keep_image()?;
    let mut measured = vec![Measured { what: What::OpenFirst, value: median(reading) }];
    measured.extend(memory.map(|value| Measured { what: What::FirstMemory, value }));
    Ok(measured)
}

fn click(directory: &Path) -> Outcome<Vec<Measured>> {
    let path = directory.join(WORKSPACE);
    let mut opening = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        let book = Book::open(&path, TODAY, 1, directory)?;
        overview(&book, &Query::default())?;
        opening.push(milliseconds(begun));
    }
    let Clicks { alone, first, second, both } = clicks(&Book::open(&path, TODAY, 1, directory)?)?;
    let mut measured = vec![
        Measured { what: What::Open, value: median(opening) },
        Measured { what: What::Compute, value: median(alone) },
        Measured { what: What::ClickOverview, value: median(first) },
        Measured { what: What::ClickRetention, value: median(second) },
        Measured { what: What::Click, value: median(both) },
    ];
    measured.extend(machine::peak_memory().map(|value| Measured { what: What::OpenMemory, value }));
    Ok(measured)
}

/// Milliseconds of each click.
#[derive(Debug, Default)]
pub(crate) struct Clicks {
    /// What both views rest on, without words and drawings.
    pub(crate) alone: Vec<f64>,
    first: Vec<f64>,
    second: Vec<f64>,
    pub(crate) both: Vec<f64>,
}

/// Clicks through every segment.
pub(crate) fn clicks(book: &Book) -> Outcome<Clicks> {
    let mut clicks = Clicks::default();
    for query in segments(book)? {
        let begun = Instant::now();
        overview(book, &query)?;
        let middle = milliseconds(begun);
        retention(book, &query)?;
        let end = milliseconds(begun);
        compute(book, &query)?;
        clicks.alone.push(milliseconds(begun) - end);
        clicks.first.push(middle);
        clicks.second.push(end - middle);
        clicks.both.push(end);
    }
    Ok(clicks)
}

/// Every month there is, not only the twelve a view begins with.
fn all_months() -> Query {
    Query { span: Some(0), ..Query::default() }
}

/// Many segments, each of them asked for once: everyone, each plan, each country, some of both.
fn segments(book: &Book) -> Outcome<Vec<Query>> {
    let bar = overview(book, &Query::default())?.bar;
    let keys = |choices: Vec<views::Choice>| choices.into_iter().map(|one| one.key);
    let (plans, countries) = (keys(bar.plans), keys(bar.countries).collect::<Vec<_>>());
    let mut all = vec![all_months()];
    for country in &countries {
        all.push(Query { countries: vec![country.clone()], ..all_months() });
    }
    for plan in plans {
        all.push(Query { plans: vec![plan.clone()], ..all_months() });
        for country in countries.iter().take(3) {
            let (plans, countries) = (vec![plan.clone()], vec![country.clone()]);
            all.push(Query { plans, countries, ..all_months() });
        }
    }
    Ok(all)
}

fn overview(book: &Book, query: &Query) -> Outcome<views::OverviewView> {
    Ok(views::overview(book, query, &voice())?)
}

fn retention(book: &Book, query: &Query) -> Outcome<views::RetentionView> {
    let (measure, rate) = (Measure::Customers, CohortRate::default());
    Ok(views::retention(book, query, None, measure, rate, &voice())?)
}

/// What both views rest on, without words and drawings.
fn compute(book: &Book, query: &Query) -> Outcome<usize> {
    let filter = query.filter();
    let mask = filter.mask(&book.ledger).map_err(|fault| format!("{fault:?}"))?;
    let everyone = Scope::new(&book.ledger, book.as_of);
    let scope = everyone.within((!filter.is_everyone()).then_some(&mask));
    let months = figures(&scope, Grain::Month, None, None);
    let triangle = Triangle::new(&scope, Grain::Month, Measure::NetMrr);
    let customers = triangle.table(Measure::Customers, Against::Start);
    Ok(months.len() + customers.cohorts.len())
}

pub(crate) fn voice() -> Voice {
    Voice::new(Language::En, Region::default())
}

pub(crate) fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1_000.0
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
