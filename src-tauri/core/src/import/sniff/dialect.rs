//! How a file is cut into cells: every dialect is tried on the head, and the one whose rows are
//! most alike, with the fewest breaches of its own grammar, is taken.

use super::super::records::{Dialect, Quote};
use super::super::strict::{Ended, Strict};
use super::header;
use rustc_hash::FxHashMap;

/// Delimiters in the order they win ties.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How much of the head is looked at.
const SAMPLE: usize = 64 << 10;
/// Rows of it.
const ROWS: usize = 200;

/// The dialect of a text; `whole` says that nothing comes after `bytes`, `said` what somebody has
/// said stands between its cells.
pub(super) fn dialect(bytes: &[u8], whole: bool, said: Option<u8>) -> Dialect {
    let line_end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let told = sep_line(bytes);
    let plain = Dialect { line_end, nuls: bytes.contains(&0), ..Dialect::of(b',') };
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let sample = if told.is_some() { after_line(sample) } else { sample };
    let whole = whole && bytes.len() <= SAMPLE;
    let known = DELIMITERS.iter().copied().filter(|d| told.is_none_or(|told| told == *d));
    let delimiters: Vec<u8> = said.map_or_else(|| known.collect(), |said| vec![said]);
    let candidates = delimiters.into_iter().flat_map(|delimiter| {
        quotes(sample).map(move |quote| Dialect { delimiter, quote, ..plain })
    });
    // Strictly better: of equals the first.
    let mut best = (i64::MIN, 0);
    let mut chosen = Dialect { delimiter: said.or(told).unwrap_or(b','), ..plain };
    for candidate in candidates {
        let score = score(sample, whole, candidate);
        if score > best {
            (best, chosen) = (score, candidate);
        }
    }
    Dialect { sep_line: told.is_some(), ..chosen }
}

/// The delimiter of a first line `sep=;`, which Excel writes and reads.
fn sep_line(bytes: &[u8]) -> Option<u8> {
    let line = bytes.split(|b| matches!(b, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").and_then(|l| l.strip_suffix(b"\"")).unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] => {
            DELIMITERS.contains(delimiter).then_some(*delimiter)
        }
        _ => None,
    }
}

fn after_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(bytes.len());
    bytes[end..].trim_ascii_start()
}

/// The ways of quoting that are worth trying on this text.
fn quotes(sample: &[u8]) -> impl Iterator<Item = Quote> + use<> {
    let double = sample.contains(&b'"');
    let single = sample.contains(&b'\'');
    let escape = sample.contains(&b'\\');
    let all = [
        (Quote::Double, true),
        (Quote::DoubleEscaped, double && escape),
        (Quote::Single, single),
        (Quote::SingleEscaped, single && escape),
        (Quote::None, double),
    ];
    all.into_iter().filter(|(_, worth)| *worth).map(|(quote, _)| quote)
}

/// Rows as a dialect cuts them.
#[derive(Default)]
struct Cut<'s> {
    rows: Vec<Vec<&'s [u8]>>,
    breaches: usize,
    quoted: usize,
}

fn cut<'s>(sample: &'s [u8], whole: bool, dialect: Dialect) -> Cut<'s> {
    let mut strict = Strict::new(dialect);
    let mut cut = Cut::default();
    let (mut row, mut begin) = (Vec::new(), 0);
    let end = [b'\n'];
    for (at, byte) in sample.iter().chain(if whole { &end[..] } else { &[] }).enumerate() {
        let ended = strict.byte(*byte);
        if ended == Ended::Nothing {
            continue;
        }
        row.push(&sample[begin.min(sample.len())..at.min(sample.len())]);
        begin = at + 1;
        if ended == Ended::Record {
            let row = std::mem::take(&mut row);
            if row.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                cut.rows.push(row);
            }
            if cut.rows.len() == ROWS {
                break;
            }
        }
    }
    // Quotes that never close swallow what comes after them.
    let swallowed = sample.get(begin..).map_or(0, |rest| {
        if strict.is_open() { rest.iter().filter(|b| **b == dialect.line_end).count() } else { 0 }
    });
    let open = strict.is_open() && (whole || swallowed > 50);
    cut.breaches = strict.breaches + if open { 1 + swallowed } else { 0 };
    cut.quoted = strict.quoted;
    cut
}

/// How well a dialect fits: (alikeness of the rows in thousandths and what speaks against it,
/// columns).
fn score(sample: &[u8], whole: bool, dialect: Dialect) -> (i64, usize) {
    let cut = cut(sample, whole, dialect);
    let Some(width) = usual_width(&cut.rows) else { return (-10_000, 0) };
    let like: Vec<_> = cut.rows.iter().filter(|row| row.len() == width).collect();
    let share = i64::try_from(like.len() * 1_000 / cut.rows.len()).unwrap_or(0);
    let quoting = match dialect.quote {
        Quote::Double => unlikely_single(&cut),
        Quote::DoubleEscaped => 1 + unlikely_single(&cut),
        Quote::Single | Quote::SingleEscaped if cut.quoted == 0 => 1_000,
        Quote::Single => 5,
        Quote::SingleEscaped => 6,
        Quote::None if is_unquoted(sample, whole, dialect) => wrapped(&cut, b'"'),
        Quote::None => 1_000,
    };
    let breaches = i64::try_from(cut.breaches + quoting).unwrap_or(i64::MAX).min(400);
    let labels = like.first().is_some_and(|row| header::is_header(row));
    let narrow = if width < 2 { 5_000 } else { 0 };
    (share - 10 * breaches - narrow + if labels { 100 } else { 0 }, width)
}

/// Databases write tab-separated text without any quoting. In other files a quote that does not
/// close is a mistake, which is said.
fn is_unquoted(sample: &[u8], whole: bool, dialect: Dialect) -> bool {
    let quoted = cut(sample, whole, Dialect { quote: Quote::Double, ..dialect });
    dialect.delimiter == b'\t' && quoted.quoted == 0 && quoted.breaches > 0
}

/// Cells between two of this quote, which a dialect without it would keep.
fn wrapped(cut: &Cut<'_>, quote: u8) -> usize {
    let is =
        |cell: &&[u8]| cell.len() > 1 && cell.first() == Some(&quote) && cell.ends_with(&[quote]);
    cut.rows.iter().flatten().filter(|cell| is(cell)).count()
}

/// Apostrophes around cells are quotes where nothing else is.
fn unlikely_single(cut: &Cut<'_>) -> usize {
    if cut.quoted > 0 { 0 } else { wrapped(cut, b'\'') }
}

/// The width most rows have; of equals the larger.
fn usual_width(rows: &[Vec<&[u8]>]) -> Option<usize> {
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for row in rows {
        *counts.entry(row.len()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map(|(width, _)| width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (char, Quote) {
        let found = dialect(text.as_bytes(), true, None);
        (char::from(found.delimiter), found.quote)
    }

    #[test]
    fn the_dialect_is_the_one_whose_rows_are_alike() {
        assert_eq!(of("id,name\n1,Ann\n2,\"Ek, Bo\"\n"), (',', Quote::Double));
        assert_eq!(of("id;amount\n1;12,50\n2;13,00\n"), (';', Quote::Double));
        assert_eq!(of("My report\n\nid;amount\n1;12,50\n2;13,00\n"), (';', Quote::Double));
        assert_eq!(of("id|name\n1|a;b\n2|c;d\n"), ('|', Quote::Double));
        assert_eq!(of("id\tname\n1\t24\" screen\n2\t\"x\n3\t\"y\n4\tz\n"), ('\t', Quote::None));
    }

    #[test]
    fn quotes_and_escapes_of_other_programs() {
        assert_eq!(of("'id','name'\n'1','Ek, Bo'\n'2','it''s'\n"), (',', Quote::Single));
        assert_eq!(
            of("id,name\n1,\"12\\\" pipe, long\"\n2,\"a \\\"b\\\" c\"\n"),
            (',', Quote::DoubleEscaped)
        );
        // What keeps a spreadsheet from counting is no quote.
        assert_eq!(of("id,phone\n'721,'+31\n'722,'+32\n"), (',', Quote::Double));
        assert_eq!(of("id,name\n1,'t Hoekje\n2,rock 'n' roll\n"), (',', Quote::Double));
    }
}
