//! Which column means what.

mod content;
mod country;
mod guess;
mod header;
mod make;
mod order;
mod private;
pub(super) mod question;
mod roots;
mod sense;
mod shades;
mod words;

pub(super) use header::Header;
pub use make::map;
pub(super) use order::{look_through, settle};

pub use super::exporters::Part;
pub(super) use super::exporters::{Mark, Means};
use super::value::{DateOrder, Decimals, SourceZone};
use super::{Dress, Field, FileTrouble, Kind};
use crate::Result;
use crate::model::{Currency, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Before the name of a label, where fields and labels stand together.
pub(super) const ATTRIBUTE: &str = "attribute.";

/// What the user says about a file; everything left open is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct MappingRequest {
    /// What its rows are.
    pub kind: Option<Kind>,
    /// (field, header of the column it is read from); beats every guess. `attribute.NAME` keeps a
    /// column of a customer file as the label NAME.
    pub map: Vec<(String, String)>,
    /// (field, value for every row).
    pub set: Vec<(String, String)>,
    /// Guess nothing: columns not named are not read.
    pub map_only: bool,
    /// Headers of columns not to be read at all.
    pub leave_out: Vec<String>,
    /// How dates like 03/04/2025 are read; decided by all values of the column when open.
    pub date_order: Option<DateOrder>,
    /// Name of the source its keys belong to; the exporter's when open.
    pub source: Option<String>,
    /// How it is written, where that was not found out rightly.
    pub dress: Dress,
    /// What was said of the same columns before is not to be used.
    pub fresh: bool,
}

/// Where the cells of a field come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One column.
    Column(usize),
    /// Two columns with a character between them.
    Joined(usize, usize, char),
    /// The first of several columns that holds something.
    Either(Vec<usize>),
    /// A part of a column.
    Part(usize, Part),
    /// An amount and what is taken off it.
    Less(usize, Vec<usize>),
    /// One column for each currency.
    ByCurrency(Vec<(usize, Currency)>),
    /// The same value in every row.
    Constant(String),
}

impl Origin {
    /// The columns it reads, the one that stands for it first.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Self::Column(at) | Self::Part(at, _) => vec![*at],
            Self::Joined(a, b, _) => vec![*a, *b],
            Self::Either(all) => all.clone(),
            Self::Less(at, less) => [&[*at], less.as_slice()].concat(),
            Self::ByCurrency(all) => all.iter().map(|(at, _)| *at).collect(),
            Self::Constant(_) => Vec::new(),
        }
    }
}

/// How the cells of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Style {
    /// The zone of times without one of their own.
    pub zone: Option<SourceZone>,
    /// The column that names it for each row.
    pub zone_column: Option<usize>,
    /// Order of numeric dates; `None` while no cell has told.
    pub order: Option<DateOrder>,
    /// Some cells could be read in both orders.
    pub either: bool,
    /// The order that puts its cells into a row from day to day, as most exports are sorted; no proof.
    pub leans: Option<DateOrder>,
    /// What stands before the decimals.
    pub decimals: Decimals,
    /// Scores are recoded: -100 detractor, 0 passive, 100 promoter (or -1, 0, 1).
    pub recoded: bool,
}

/// A file understood: what each column means and how it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// What the rows are.
    pub kind: Kind,
    /// The exporter the file comes from; empty for any other.
    pub exporter: &'static str,
    /// The source its keys belong to.
    pub source: String,
    /// Where each field is read from.
    pub origins: BTreeMap<Field, Origin>,
    /// How sure each is, 0 to 1.
    pub confidence: BTreeMap<Field, f64>,
    /// Columns kept as attributes of a customer: (name, column), sorted by name.
    pub attributes: Vec<(String, usize)>,
    /// One for each column.
    pub styles: Vec<Style>,
    /// The amount is for all units together.
    pub whole_amount: bool,
    /// Statuses that mean something else in files of this exporter.
    pub says: &'static [(&'static str, Status)],
    /// Columns whose words change how a row is read.
    pub(in crate::import) marks: Vec<(usize, &'static Mark)>,
    /// The column of the rate of the tax that the amount holds.
    pub taxed: Option<usize>,
    /// Amounts beside the price are in minor units, too.
    pub in_cents: bool,
    /// Columns about a person that no figure needs: not read unless asked for.
    pub private: Vec<usize>,
    /// What to do where something required is missing.
    pub remedy: Option<&'static str>,
    /// The price is in whole numbers that look like cents.
    pub maybe_cents: bool,
    /// The currency the first rows name, to show amounts in.
    pub first_currency: Option<Currency>,
}

impl Mapping {
    /// The required fields of which nothing is there.
    pub fn missing(&self) -> Vec<Field> {
        let has = |field: &Field| self.origins.contains_key(field);
        let groups = self.kind.required().iter().filter(|group| !group.iter().any(has));
        groups.map(|group| group[0]).collect()
    }

    /// The columns of a table of rates and their currencies; none where each row names its own.
    pub(in crate::import) fn currencies(&self) -> &[(usize, Currency)] {
        match self.origins.get(&Field::Rate) {
            Some(Origin::ByCurrency(all)) => all,
            _ => &[],
        }
    }

    /// `Err(WrongColumns)` when something required is missing.
    pub fn check(&self, file: &str) -> Result<()> {
        let missing = self.missing();
        if missing.is_empty() {
            return Ok(());
        }
        let (file, kind, remedy) = (file.to_owned(), self.kind, self.remedy);
        Err(FileTrouble::WrongColumns { file, kind, missing, remedy }.into())
    }

    /// The header a field is read from, as the summary shows it; a constant as `= value`.
    pub fn column_of(&self, field: Field, header: &[String]) -> Option<String> {
        let name = |at: &usize| header.get(*at).cloned().unwrap_or_default();
        self.origins.get(&field).map(|origin| match origin {
            Origin::Column(at) => name(at),
            Origin::Joined(a, b, by) => format!("{} {by} {}", name(a), name(b)),
            Origin::Either(all) => match all.as_slice() {
                // The answers of a scale.
                [first, _, .., last] => format!("{} \u{2026} {}", name(first), name(last)),
                few => few.iter().map(name).collect::<Vec<_>>().join(" / "),
            },
            Origin::Part(at, _) => name(at),
            Origin::Less(at, less) => {
                let less: Vec<String> = less.iter().map(name).collect();
                format!("{} - {}", name(at), less.join(" - "))
            }
            Origin::ByCurrency(all) => {
                all.iter().map(|(at, _)| name(at)).collect::<Vec<_>>().join(", ")
            }
            Origin::Constant(value) => format!("= {value}"),
        })
    }

    /// Field to column, as `import --json` gives it and the store keeps it.
    pub fn summary(&self, header: &[String]) -> BTreeMap<String, String> {
        let mut all: BTreeMap<String, String> = self
            .origins
            .keys()
            .filter_map(|f| Some((f.code().to_owned(), self.column_of(*f, header)?)))
            .collect();
        for (name, column) in &self.attributes {
            all.insert(format!("{ATTRIBUTE}{name}"), header[*column].clone());
        }
        all
    }
}

/// The name a column would be kept under as a label.
pub(in crate::import) fn label(header: &str) -> &str {
    header.strip_suffix("(metadata)").map_or(header, str::trim_end)
}

/// How many of these cells are names of columns we know, in any language or exporter.
pub(super) fn known_names(cells: &[String]) -> usize {
    cells.iter().filter(|cell| is_known(cell)).count()
}

fn is_known(name: &str) -> bool {
    words::is_known(&Header::new(name).name)
}

/// Whether the name of a column says more with that of its group before it: `Nummer` below `Klant`.
pub(super) fn needs_its_group(group: &str, name: &str) -> bool {
    if is_known(name) && !words::is_bare_key(&Header::new(name).name) {
        return false;
    }
    let both = format!("{group} {name}");
    let (alone, both) = (Header::new(name).name, Header::new(&both).name);
    let (alone, with) = (roots::spoken(&alone), roots::spoken(&both));
    words::is_known(&both) || (with.unknown == 0 && with.roots.len() > alone.roots.len())
}
