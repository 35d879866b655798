//! What is written in one cell: text, dates, numbers, words of the field.

mod amount;
mod clock;
mod date;
mod period;
mod rating;
mod scan;
mod sign;
mod words;
mod zone;

pub use amount::Decimals;
pub(super) use amount::Number;
pub use date::DateOrder;
pub(super) use date::{OrderHint, Stamp};
pub(super) use period::period;
pub(super) use rating::{category, rating, recoded};
pub(super) use sign::SharedSign;
pub(super) use words::{flag, folded, interval, interval_in_name, status, status_said};
pub use zone::SourceZone;
pub(super) use zone::{Moment, Zones};

use std::borrow::Cow;

/// What programs write where there is no value, in lower case.
const NOTHING: [&str; 27] = [
    "null",
    "(null)",
    "\\n",
    "none",
    "(none)",
    "nil",
    "nan",
    "n/a",
    "#n/a",
    "na",
    "n.a.",
    "undefined",
    "(blank)",
    "(leeg)",
    "-",
    "--",
    "–",
    "—",
    ".",
    "never",
    "nooit",
    "aldrig",
    "n.v.t.",
    "nvt",
    "geen",
    "saknas",
    "ingen",
];

/// Whether a trimmed cell stands for no value.
#[cold]
pub(super) fn is_nothing(cell: &[u8]) -> bool {
    cell.len() < 12 && NOTHING.contains(&decoded(cell).to_lowercase().as_str())
}

/// A cell as text: UTF-8, or Windows-1252 where it is not; without the spaces around it and what
/// spreadsheets put there (see [`trim`]).
pub(super) fn text(cell: &[u8]) -> String {
    decoded(trim(cell)).into_owned()
}

/// A trimmed cell as text.
#[inline]
pub(super) fn decoded(cell: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0,
    }
}

/// Takes off spaces (no-break and zero-width ones too), the apostrophe that keeps a spreadsheet
/// from counting with a cell, and the `="..."` that does the same.
#[inline]
pub(super) fn trim(cell: &[u8]) -> &[u8] {
    let plain = |b: u8| b.is_ascii_alphanumeric();
    match (cell.first(), cell.last()) {
        (None, _) | (_, None) => cell,
        (Some(first), Some(last)) if plain(*first) && plain(*last) => cell,
        _ => trim_odd(cell),
    }
}

fn trim_odd(cell: &[u8]) -> &[u8] {
    let cell = spaces(cell);
    if let Some(inner) = cell.strip_prefix(b"=\"").and_then(|c| c.strip_suffix(b"\"")) {
        return spaces(inner);
    }
    match cell {
        [b'\'', next, ..] if next.is_ascii_digit() || b"=+-@\t\r\n".contains(next) => &cell[1..],
        // Full-width forms of = + - @.
        [b'\'', 0xEF, 0xBC, 0x9D | 0x8B | 0x8D | 0xA0, ..] => &cell[1..],
        _ => cell,
    }
}

/// No-break space, narrow no-break space, zero-width space, byte order mark; the first also in
/// Windows-1252.
const ODD_SPACES: [&[u8]; 5] = [
    "\u{A0}".as_bytes(),
    "\u{202F}".as_bytes(),
    "\u{200B}".as_bytes(),
    "\u{FEFF}".as_bytes(),
    b"\0",
];

fn spaces(mut cell: &[u8]) -> &[u8] {
    loop {
        cell = cell.trim_ascii();
        let shorter = ODD_SPACES
            .iter()
            .find_map(|odd| cell.strip_prefix(*odd).or_else(|| cell.strip_suffix(*odd)));
        match shorter {
            Some(rest) => cell = rest,
            None => return cell,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_put_around_a_cell_comes_off() {
        let cases = [
            ("  a b ", "a b"),
            ("\u{FEFF}\u{A0}id\u{202F} ", "id"),
            ("'0012", "0012"),
            ("'+31612345678", "+31612345678"),
            ("=\"00123\"", "00123"),
            ("'t Hoekje", "'t Hoekje"),
            ("", ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(text(cell.as_bytes()), expected);
        }
        assert_eq!(text(b"Zo\xEB \x80"), "Zo\u{EB} \u{20AC}");
    }
}
