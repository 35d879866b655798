//! What is measured, and the bars.

use super::{Outcome, machine};
use holdfast_core::book::Book;
use holdfast_core::import::{self, Input, MappingRequest, Options};
use holdfast_core::metrics::{Against, Measure, Scope, Triangle, figures};
use holdfast_core::model::{Currency, Day, Grain};
use holdfast_core::segment::Filter;
use holdfast_core::store::{Founding, Store};
use holdfast_core::task::Cancel;
use holdfast_core::views::{self, CohortRate, Query};
use holdfast_core::voice::{Language, Region, Voice};
use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// The files every stage finds in its directory.
pub(crate) const SUBSCRIPTIONS: &str = "subscriptions.csv";
pub(crate) const CUSTOMERS: &str = "customers.csv";
/// The workspace the first stage leaves behind for the second.
const WORKSPACE: &str = "bench.holdfast";

/// The last day of the files, 20 November 2026, and a moment of it.
const TODAY: Day = Day(20_777);
const NOW: i64 = 20_777 * 86_400 + 36_000;

/// One process's work.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stage {
    /// Both files into a workspace.
    Import,
    /// The workspace opened after the import, as no image is there yet.
    OpenFirst,
    /// The workspace opened again, and clicked through.
    Click,
}

/// A figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum What {
    ImportSubscriptions,
    ImportAgain,
    ImportCustomers,
    ImportMemory,
    OpenFirst,
    FirstMemory,
    Open,
    Compute,
    ClickOverview,
    ClickRetention,
    Click,
    OpenMemory,
}

/// A figure with its value in its own unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured {
    pub(crate) what: What,
    pub(crate) value: f64,
}

impl Stage {
    pub(crate) const ALL: [Self; 3] = [Self::Import, Self::OpenFirst, Self::Click];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::OpenFirst => "open",
            Self::Click => "click",
        }
    }

    pub(crate) fn run(self, directory: &Path) -> Outcome<Vec<Measured>> {
        match self {
            Self::Import => import(directory),
            Self::OpenFirst => open_first(directory),
            Self::Click => click(directory),
        }
    }
}

impl What {
    pub(crate) const ALL: [Self; 12] = [
        Self::ImportSubscriptions,
        Self::ImportAgain,
        Self::ImportCustomers,
        Self::ImportMemory,
        Self::OpenFirst,
        Self::FirstMemory,
        Self::Open,
        Self::Compute,
        Self::ClickOverview,
        Self::ClickRetention,
        Self::Click,
        Self::OpenMemory,
    ];

    fn words(self) -> &'static str {
        match self {
            Self::ImportSubscriptions => "import of subscriptions",
            Self::ImportAgain => "the same file again, all unchanged",
            Self::ImportCustomers => "import of customers",
            Self::ImportMemory => "peak memory of importing",
            Self::OpenFirst => "opening after a change, from the tables",
            Self::FirstMemory => "peak memory of that",
            Self::Open => "opening to the first figures",
            Self::Compute => "another segment: figures and cohorts alone",
            Self::ClickOverview => "another segment: Overview",
            Self::ClickRetention => "another segment: Retention with cohorts",
            Self::Click => "both, the whole click",
            Self::OpenMemory => "peak memory, open and clicked",
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Self::ImportSubscriptions | Self::ImportAgain | Self::ImportCustomers => "rows/s",
            Self::ImportMemory | Self::FirstMemory | Self::OpenMemory => "MB",
            Self::OpenFirst
            | Self::Open
            | Self::Compute
            | Self::ClickOverview
            | Self::ClickRetention
            | Self::Click => "ms",
        }
    }

    /// What it must reach; rates at least, times and memory at most.
    fn bar(self, customers: u32) -> Option<f64> {
        let (large, middle) = (customers > 100_000, customers > 10_000);
        match self {
            Self::ImportSubscriptions => Some(200_000.0),
            Self::Open if large => Some(600.0),
            Self::Open if middle => Some(100.0),
            Self::Click if large => Some(25.0),
            Self::Click if middle => Some(4.0),
            Self::ImportMemory => Some(200.0),
            Self::FirstMemory | Self::OpenMemory if large => Some(300.0),
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

fn import(directory: &Path) -> Outcome<Vec<Measured>> {
    let size = fs::metadata(directory.join(SUBSCRIPTIONS))?.len();
    let times = if size > 100_000_000 { 2 } else { 5 };
    let mut rates = Vec::new();
    for n in 0..times {
        let store = workspace(&directory.join(format!("{n}.holdfast")))?;
        rates.push(bring(&store, &directory.join(SUBSCRIPTIONS))?);
        drop(store);
        fs::remove_file(directory.join(format!("{n}.holdfast")))?;
    }
    let store = workspace(&directory.join(WORKSPACE))?;
    rates.push(bring(&store, &directory.join(SUBSCRIPTIONS))?);
    let again = bring(&store, &directory.join(SUBSCRIPTIONS))?;
    let customers = bring(&store, &directory.join(CUSTOMERS))?;
    let mut measured = vec![
        Measured { what: What::ImportSubscriptions, value: median(rates) },
        Measured { what: What::ImportAgain, value: again },
        Measured { what: What::ImportCustomers, value: customers },
    ];
    measured
        .extend(machine::peak_memory().map(|value| Measured { what: What::ImportMemory, value }));
    Ok(measured)
}

fn workspace(path: &Path) -> Outcome<Store> {
    let name = "Bench".to_owned();
    let time_zone = chrono_tz::UTC;
    Ok(Store::create(path, &Founding { name, currency: Currency::EUR, time_zone })?)
}

/// Imports a file as the window does, validation and identity included; rows a second.
fn bring(store: &Store, path: &Path) -> Outcome<f64> {
    let options = Options { now: NOW, ..Options::default() };
    let (request, cancel) = (MappingRequest::default(), Cancel::default());
    let begun = Instant::now();
    let input = Input::file(path)?;
    let done = import::run(store, &input, &request, &options, &voice(), &cancel, &mut |_| {})?;
    let seconds = begun.elapsed().as_secs_f64();
    if done.skipped > 0 || done.rows == 0 {
        return Err(format!("{} of {} rows were left out", done.skipped, done.rows).into());
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
    Ok(done.rows as f64 / seconds)
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
    let book = Book::open(&path, TODAY, 1, directory)?;
    let (mut alone, mut first, mut second, mut both) = (vec![], vec![], vec![], vec![]);
    for query in segments(&book)? {
        let begun = Instant::now();
        overview(&book, &query)?;
        let middle = milliseconds(begun);
        retention(&book, &query)?;
        let end = milliseconds(begun);
        compute(&book, &query)?;
        alone.push(milliseconds(begun) - end);
        first.push(middle);
        second.push(end - middle);
        both.push(end);
    }
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
    let filter = Filter::of_lists(&query.plans, &query.countries);
    let mask = filter.mask(&book.ledger).map_err(|fault| format!("{fault:?}"))?;
    let everyone = Scope::new(&book.ledger, book.as_of);
    let scope = everyone.within((!filter.is_everyone()).then_some(&mask));
    let months = figures(&scope, Grain::Month, None, None);
    let triangle = Triangle::new(&scope, Grain::Month, Measure::NetMrr);
    let customers = triangle.table(Measure::Customers, Against::Start);
    Ok(months.len() + customers.cohorts.len())
}

fn voice() -> Voice {
    Voice::new(Language::En, Region::default())
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1_000.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
