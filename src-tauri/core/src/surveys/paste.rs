//! A column or a table of answers from a spreadsheet, pasted.
//!
//! Cells are parted by tabs, or by semicolons where there are none. Columns of numbers on the scale
//! are the score and then the items, in the order of the survey; of the others the one that names
//! most customers (by key, mail address or whole name) is the customer, and the longest of the rest
//! the comment. A first line without any number is a heading.

use super::enter::AnswerEntry;
use crate::Result;
use crate::book::{Book, Directory};
use crate::survey::{Scale, Survey};
use rustc_hash::FxHashMap;
use serde::Serialize;
use ts_rs::TS;

/// The most lines one paste may have.
const MOST: usize = 10_000;

/// One line as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasteLine {
    /// Its number, from 1.
    pub line: usize,
    /// What would be saved; nothing of a line that cannot be.
    pub entry: Option<AnswerEntry>,
    /// The customer's name; empty for an anonymous one.
    pub name: String,
    /// What cannot be used, as it stands there.
    pub wrong: Option<Wrong>,
}

/// Why a line cannot be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not on the scale.
    Score(String),
    /// Nobody, or several, are called so.
    Customer(String),
}

/// What was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Line by line, without blank ones and the heading.
    pub lines: Vec<PasteLine>,
    /// Lines beyond the most that are taken.
    pub too_many: usize,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct PastedAnswers {
    /// How many answers were saved.
    #[ts(type = "number")]
    pub saved: usize,
    /// The change, to undo it by; absent where nothing was saved.
    pub change: Option<i64>,
}

impl Pasted {
    /// What would be saved.
    pub fn entries(&self) -> impl Iterator<Item = &AnswerEntry> {
        self.lines.iter().filter_map(|line| line.entry.as_ref())
    }
}

/// Understands what was pasted as answers to a survey.
///
/// # Errors
/// Those of reading names.
pub fn paste(book: &Book, survey: &Survey, wave: Option<&str>, text: &str) -> Result<Pasted> {
    let rows = rows(text);
    let names = Names::new(book.directory()?, book.ledger.len());
    let layout = Layout::of(&rows, survey, &names);
    let mut pasted = Pasted::default();
    for (line, cells) in rows.iter().skip(usize::from(layout.heading)) {
        if pasted.lines.len() == MOST {
            pasted.too_many += 1;
            continue;
        }
        let read = layout.read(*line, cells, survey, &names, book);
        pasted.lines.extend(read.map(|mut line| {
            if let Some(entry) = &mut line.entry {
                survey.name.clone_into(&mut entry.survey);
                entry.wave = wave.map(str::to_owned);
            }
            line
        }));
    }
    Ok(pasted)
}

type Cells = Vec<String>;

/// Line number and cells of every line that is not blank.
fn rows(text: &str) -> Vec<(usize, Cells)> {
    let parting = if text.contains('\t') { '\t' } else { ';' };
    let cells = |line: &str| line.split(parting).map(|cell| plain(cell).to_owned()).collect();
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| (number, cells(line)))
        .collect()
}

/// A cell without the quotation marks a spreadsheet puts around it.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

/// Who is called how.
struct Names(FxHashMap<String, Option<u32>>);

impl Names {
    fn new(directory: &Directory, count: usize) -> Self {
        let mut names: FxHashMap<String, Option<u32>> = FxHashMap::default();
        for customer in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            let person = directory.person(customer);
            let called = [person.key, person.email, person.name].map(str::to_lowercase);
            for (at, name) in called.iter().enumerate() {
                if name.is_empty() || called[..at].contains(name) {
                    continue;
                }
                // Two of one name are nobody.
                names
                    .entry(name.clone())
                    .and_modify(|known| *known = None)
                    .or_insert(Some(customer));
            }
        }
        Self(names)
    }

    fn find(&self, name: &str) -> Option<u32> {
        self.0.get(&name.to_lowercase()).copied().flatten()
    }
}

/// Which column is what.
#[derive(Debug, Default, PartialEq, Eq)]
struct Layout {
    heading: bool,
    /// The score, where the survey has one, then its items.
    numbers: Vec<usize>,
    customer: Option<usize>,
    comment: Option<usize>,
}

impl Layout {
    fn of(rows: &[(usize, Cells)], survey: &Survey, names: &Names) -> Self {
        let is_number = |cell: &String| cell.parse::<i64>().is_ok();
        let heading = rows.len() > 1
            && rows.first().is_some_and(|(_, cells)| !cells.iter().any(is_number))
            && rows[1..].iter().any(|(_, cells)| cells.iter().any(is_number));
        let body = &rows[usize::from(heading)..];
        let width = body.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        let count = |column: usize, test: &dyn Fn(&String) -> bool| {
            let filled = body.iter().filter_map(|(_, cells)| cells.get(column));
            filled.filter(|cell| !cell.is_empty() && test(cell)).count()
        };
        let filled = |column| count(column, &|_| true);
        let wanted = usize::from(survey.has_score()) + survey.items.len();
        let numbers: Vec<usize> = (0..width)
            .filter(|column| {
                filled(*column) > 0 && count(*column, &is_number) * 2 > filled(*column)
            })
            // Keys of customers are numbers too.
            .filter(|column| width == 1 || on_scales(body, *column, survey))
            .take(wanted)
            .collect();
        let rest: Vec<usize> =
            (0..width).filter(|column| !numbers.contains(column) && filled(*column) > 0).collect();
        let known = |column: &usize| count(*column, &|cell| names.find(cell).is_some());
        let customer = rest.iter().copied().filter(|column| known(column) > 0).max_by_key(known);
        let letters = |column: &usize| {
            let cells = body.iter().filter_map(|(_, cells)| cells.get(*column));
            cells.map(String::len).sum::<usize>()
        };
        let comment =
            rest.iter().copied().filter(|column| Some(*column) != customer).max_by_key(letters);
        Self { heading, numbers, customer, comment }
    }

    fn read(
        &self,
        line: usize,
        cells: &Cells,
        survey: &Survey,
        names: &Names,
        book: &Book,
    ) -> Option<PasteLine> {
        let cell = |column: Option<usize>| {
            column.and_then(|column| cells.get(column)).map_or("", String::as_str)
        };
        let called = cell(self.customer);
        let found = (!called.is_empty()).then(|| names.find(called));
        let mut wrong = matches!(found, Some(None)).then(|| Wrong::Customer(called.to_owned()));
        let mut numbers = Vec::new();
        for (column, scale) in self.numbers.iter().zip(scales(survey)) {
            let text = cell(Some(*column));
            let number = text
                .parse::<i64>()
                .ok()
                .filter(|number| u8::try_from(*number).is_ok_and(|number| scale.has(number)));
            if number.is_none() && !text.is_empty() {
                wrong = wrong.or_else(|| Some(Wrong::Score(text.to_owned())));
            }
            numbers.push(number);
        }
        let comment = cell(self.comment);
        if wrong.is_none() && comment.is_empty() && numbers.iter().all(Option::is_none) {
            return None;
        }
        let customer = found.flatten();
        let mut numbers = numbers.into_iter();
        let score = if survey.has_score() { numbers.next().flatten() } else { None };
        let entry = AnswerEntry {
            customer: customer.map(|customer| book.ledger.customers.id[customer as usize]),
            score,
            items: numbers.collect(),
            comment: comment.to_owned(),
            ..AnswerEntry::default()
        };
        let name = match (customer, book.directory()) {
            (Some(customer), Ok(directory)) => directory.person(customer).name.to_owned(),
            _ => called.to_owned(),
        };
        Some(PasteLine { line, entry: wrong.is_none().then_some(entry), name, wrong })
    }
}

/// The scales of the score and of the items, in the order they are typed.
fn scales(survey: &Survey) -> impl Iterator<Item = Scale> + '_ {
    let score = survey.has_score().then_some(survey.scale);
    score.into_iter().chain(survey.items.iter().map(|item| item.scale))
}

/// Whether at least half of the numbers of a column lie on some scale of the survey.
fn on_scales(rows: &[(usize, Cells)], column: usize, survey: &Survey) -> bool {
    let numbers = rows.iter().filter_map(|(_, cells)| cells.get(column)?.parse::<i64>().ok());
    let (mut on, mut all) = (0, 0);
    for number in numbers {
        all += 1;
        let fits = |scale: Scale| u8::try_from(number).is_ok_and(|number| scale.has(number));
        on += usize::from(scales(survey).any(fits));
    }
    all > 0 && on * 2 >= all
}
