//! Which row names the columns. Exports put titles and dates above it, and instructions or a
//! second row of names below it.

use super::super::map::{known_names, needs_its_group};
use super::super::value::{DateOrder, Decimals, Number, Stamp, trim};

/// Rows among which the header is looked for.
const REACH: usize = 60;
/// Words of rows that explain columns.
const EXPLAINING: [&str; 16] = [
    "required",
    "optional",
    "yyyy",
    "jjjj",
    "åååå",
    "format",
    "e.g.",
    "max.",
    "response",
    "verplicht",
    "optioneel",
    "bijv",
    "valfri",
    "obligatorisk",
    "t.ex.",
    "string",
];

/// Where the header stands among the first records, and how many records right below it explain
/// columns instead of being rows.
pub(super) fn find(records: &[Vec<String>]) -> (usize, usize) {
    let at = header_at(records);
    (at, explaining_below(&records[at..]))
}

fn header_at(records: &[Vec<String>]) -> usize {
    let mut filled: Vec<usize> = records.iter().map(|row| filled(row)).filter(|n| *n > 0).collect();
    filled.sort_unstable();
    let usual = filled.get(filled.len() / 2).copied().unwrap_or(1);
    let enough = (usual * 3).div_ceil(5);
    let fits = |at: &usize| {
        let row = &records[*at];
        let n = self::filled(row);
        n >= enough.max(if *at == 0 { 1 } else { 2 }) && is_header(row)
    };
    let candidates: Vec<usize> = (0..records.len().min(REACH)).filter(fits).collect();
    let Some(&first) = candidates.first() else { return 0 };
    let known = |at: usize| known_names(&records[at]);
    // A title of several cells, or a row of groups, knows fewer words than the names below it.
    let best = candidates.iter().copied().rev().max_by_key(|at| known(*at)).unwrap_or(first);
    if known(best) > known(first) + 1 { best } else { first }
}

fn filled(row: &[impl AsRef<[u8]>]) -> usize {
    row.iter().filter(|cell| !trim(cell.as_ref()).is_empty()).count()
}

/// Names, not values: nearly every cell has letters and is neither date, number nor address.
pub(super) fn is_header(row: &[impl AsRef<[u8]>]) -> bool {
    let cells = row.iter().map(|cell| unquoted(cell.as_ref())).filter(|cell| !cell.is_empty());
    let (mut all, mut labels) = (0, 0);
    for cell in cells {
        all += 1;
        labels += usize::from(is_label(cell));
    }
    all > 0 && labels * 5 >= all * 4
}

/// A cell without its quotes: candidates of a dialect are raw.
fn unquoted(cell: &[u8]) -> &[u8] {
    let cell = trim(cell);
    let bare = |quote: &[u8]| cell.strip_prefix(quote).and_then(|c| c.strip_suffix(quote));
    trim(bare(b"\"").or_else(|| bare(b"'")).unwrap_or(cell))
}

fn is_label(cell: &[u8]) -> bool {
    let letters = cell.iter().any(|b| b.is_ascii_alphabetic() || *b >= 0x80);
    let short = cell.len() <= 300;
    letters && short && !cell.contains(&b'@') && Shape::of(cell) == Shape::Text
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Text,
    Number,
    Date,
    Mail,
}

impl Shape {
    fn of(cell: &[u8]) -> Self {
        let date = |order| Stamp::read(cell, order).is_ok();
        if Number::read(cell, Decimals::Unknown).is_some() {
            Self::Number
        } else if DateOrder::ALL.into_iter().any(date) {
            Self::Date
        } else if cell.contains(&b'@') {
            Self::Mail
        } else {
            Self::Text
        }
    }
}

/// How many of the records after the first explain columns: names or instructions where all other
/// rows have numbers, dates or addresses.
fn explaining_below(records: &[Vec<String>]) -> usize {
    let reach = records.len().min(4);
    let explains = |at: usize| {
        let rest = &records[at + 1..records.len().min(at + 100)];
        let of_survey = at == 1 && is_below_questions(&records[0], &records[at]);
        let told = of_survey || only_explains(&records[at]);
        at < reach && (told || (rest.len() >= 3 && explains(&records[at], rest)))
    };
    (1..reach).take_while(|at| explains(*at)).count()
}

/// What stands below a question that has one column.
const OPEN: [&str; 3] = ["response", "open-ended response", "open ended response"];

/// The second header of a survey: below each question what its column holds, nothing below what is
/// not asked.
fn is_below_questions(header: &[String], row: &[String]) -> bool {
    let blank = |row: &[String], at: usize| row.get(at).is_none_or(|cell| cell.trim().is_empty());
    let mut unnamed = (0..header.len()).filter(|at| blank(header, *at)).peekable();
    let options = unnamed.clone().count() > 1 && unnamed.all(|at| !blank(row, at));
    blank(row, 0) && !blank(header, 0) && (options || row.iter().any(|cell| is_open(cell)))
}

fn is_open(cell: &str) -> bool {
    OPEN.contains(&cell.trim().to_lowercase().as_str())
}

fn explains(row: &[String], rest: &[Vec<String>]) -> bool {
    let cells = row.iter().map(|cell| trim(cell.as_bytes()));
    let labels = cells.clone().filter(|cell| !cell.is_empty()).all(is_label);
    if !labels || filled(row) == 0 {
        return false;
    }
    let broken = cells.enumerate().filter(|(at, cell)| {
        !cell.is_empty() && shape_of_column(rest, *at).is_some_and(|shape| shape != Shape::of(cell))
    });
    broken.count() >= if explaining(row) > 0 { 1 } else { 2 }
}

/// How many cells of a row say what is expected in their column.
fn explaining(row: &[String]) -> usize {
    let says = |cell: &&String| {
        let cell = cell.to_lowercase();
        EXPLAINING.iter().any(|word| cell.contains(word))
    };
    row.iter().filter(says).count()
}

/// Whether all cells of a row say what is expected there, so that no rows are needed to tell.
fn only_explains(row: &[String]) -> bool {
    let n = filled(row);
    n > 1 && explaining(row) == n
}

/// What nearly all cells of a column are, where that is not text.
fn shape_of_column(rows: &[Vec<String>], at: usize) -> Option<Shape> {
    let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| trim(cell.as_bytes()));
    let shapes: Vec<Shape> = cells.filter(|cell| !cell.is_empty()).map(Shape::of).collect();
    let share = |shape: Shape| shapes.iter().filter(|s| **s == shape).count() * 10;
    [Shape::Number, Shape::Date, Shape::Mail]
        .into_iter()
        .find(|shape| shapes.len() >= 3 && share(*shape) >= shapes.len() * 8)
}

/// The name of the group each column stands in, where the row above the names is one of groups: some
/// have several columns, so that blanks follow.
fn groups(above: &[String], width: usize) -> Vec<&str> {
    let named = |at: usize| above.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let spread = (1..width).any(|at| named(at).is_none() && named(at - 1).is_some());
    if filled(above) < 2 || filled(above) >= width || !spread || !is_header(above) {
        return Vec::new();
    }
    let mut group = "";
    let of = |at| {
        group = named(at).unwrap_or(group);
        group
    };
    (0..width).map(of).collect()
}

/// Names of the columns, each different: a second `vat` is `vat (2)`, a blank one takes the name
/// of the row below or `(3)`. In a survey a blank one goes on with the question to its left:
/// `Please rate us - Service`. A name that says too little takes that of its group in the row above:
/// `Klant Nummer`.
pub(super) fn names(
    cells: &[String],
    above: Option<&Vec<String>>,
    below: Option<&Vec<String>>,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let asks = below.is_some_and(|row| is_below_questions(cells, row));
    let groups = above.map(|above| groups(above, cells.len())).unwrap_or_default();
    let mut question = "";
    for (index, cell) in cells.iter().enumerate() {
        let second = below.and_then(|row| row.get(index)).map_or("", |cell| cell.trim());
        if !cell.trim().is_empty() {
            question = cell.trim();
        }
        let base = match cell.trim() {
            "" if second.is_empty() => format!("({})", index + 1),
            _ if asks && !second.is_empty() && !is_open(second) => format!("{question} - {second}"),
            "" if asks => format!("{question} ({second})"),
            "" => second.to_owned(),
            name => match groups.get(index) {
                Some(group) if needs_its_group(group, name) => format!("{group} {name}"),
                _ => name.to_owned(),
            },
        };
        let mut name = base.clone();
        let mut nth = 2;
        while names.contains(&name) {
            name = format!("{base} ({nth})");
            nth += 1;
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(csv: &str) -> (usize, usize) {
        let rows: Vec<Vec<String>> =
            csv.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        find(&rows)
    }

    #[test]
    fn titles_above_the_names_are_not_the_names() {
        let table = "id,customer,amount,start date\n1,a,9,2025-01-01\n2,b,9,2025-01-01\n";
        assert_eq!(found(table), (0, 0));
        assert_eq!(
            found(&format!("Subscriptions,,,\nExported,2025-11-01,,\n,,,\n{table}")),
            (3, 0)
        );
        assert_eq!(found(&format!("Exported by,Anna Ek,,\n{table}")), (1, 0));
        assert_eq!(found(&format!("Account,,Billing,\n{table}")), (1, 0));
        // Nothing but words: the first row names them.
        assert_eq!(found("name,city,plan\nAnn,Malmö,Pro\nBo,Lund,Basic\n"), (0, 0));
        // Nothing but values: the first row is all there is to go by.
        assert_eq!(found("1,2\n3,4\n"), (0, 0));
    }

    #[test]
    fn what_explains_columns_is_no_row() {
        let rows =
            "1,a@a.example,9,2025-01-01\n2,b@b.example,9,2025-01-02\n3,c@c.example,9,2025-01-03\n";
        let header = "id,mail,amount,start date\n";
        assert_eq!(found(&format!("{header}Response,Response,Open-Ended,Date\n{rows}")), (0, 1));
        assert_eq!(found(&format!("{header},,,Required (YYYY-MM-DD)\n{rows}")), (0, 1));
        let few = "1,a@a.example,9,2025-01-01\n";
        let all = "(required),(optional),e.g. 12.00,YYYY-MM-DD\n";
        assert_eq!(found(&format!("{header}{all}{few}")), (0, 1));
        assert_eq!(found(&format!("{header}9,x@x.example,9,soon\n{rows}")), (0, 0), "a bad row");
    }

    #[test]
    fn the_second_header_of_a_survey_is_no_row_however_few_there_are() {
        let header = "Respondent ID,Start Date,How likely?,Why?\n";
        let rows = "118,06/10/2025,Extremely likely - 10,Fine\n";
        assert_eq!(found(&format!("{header},,Response,Open-Ended Response\n{rows}")), (0, 1));
        assert_eq!(found(&format!("{header}{rows}")), (0, 0));
    }

    #[test]
    fn every_column_gets_a_name_of_its_own() {
        let cells = ["vat", "vat", "", "id", ""].map(str::to_owned);
        assert_eq!(names(&cells, None, None), ["vat", "vat (2)", "(3)", "id", "(5)"]);
        let asked = ["Respondent ID", "Please rate us", "", "Why?", ""].map(str::to_owned);
        let answers = ["", "Product", "Service", "Open-Ended Response", "Other"];
        let below = answers.map(str::to_owned).to_vec();
        let expected =
            ["Please rate us - Product", "Please rate us - Service", "Why?", "Why? - Other"];
        assert_eq!(names(&asked, None, Some(&below))[1..], expected);
        let below = ["", "", "Mail", "", ""].map(str::to_owned).to_vec();
        assert_eq!(names(&cells, None, Some(&below)), ["vat", "vat (2)", "Mail", "id", "(5)"]);
    }

    #[test]
    fn a_name_that_says_too_little_takes_that_of_its_group() {
        let row = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
        let above = row(["Klant", "", "Abonnement", "", "", ""]);
        let cells = row(["Nummer", "Naam", "Pakket", "Prijs per maand", "Start", "Einde"]);
        let expected =
            ["Klant Nummer", "Naam", "Pakket", "Prijs per maand", "Start", "Abonnement Einde"];
        assert_eq!(names(&cells, Some(&above), None), expected);
        let title = row(["Exported by", "Anna Ek", "", "", "", ""]);
        assert_eq!(names(&cells, Some(&title), None), cells);
    }
}
