//! What the fuzz targets of `tests/fuzz` run, and this crate's tests from a fixed seed: whatever the
//! bytes, nothing panics, and what is read lies where it may.

use super::map::{MappingRequest, map as make_mapping};
use super::records::{Dialect, Quote, Records};
use super::value::{
    DateOrder, Decimals, Number, SourceZone, Stamp, Zones, interval, interval_in_name, status,
};
use super::{Input, Kind, sniff as sniff_input};
use crate::Result;

/// Finds out how a file is written.
pub fn sniff(bytes: &[u8]) {
    if let Ok(input) = Input::bytes("t.csv", bytes) {
        sniff_input(&input).ok();
    }
}

/// Reads records to the end or the first error. The first byte chooses among the dialects.
pub fn parse(bytes: &[u8]) {
    let Some((choice, text)) = bytes.split_first() else { return };
    let quotes =
        [Quote::Double, Quote::DoubleEscaped, Quote::Single, Quote::SingleEscaped, Quote::None];
    let dialect = Dialect {
        quote: quotes[usize::from(choice >> 2) % quotes.len()],
        line_end: if choice & 64 == 0 { b'\n' } else { b'\r' },
        nuls: choice & 128 != 0,
        ..Dialect::of(b",;\t|"[usize::from(choice & 3)])
    };
    let read = || -> Result<()> {
        let mut records = Records::new("t.csv", Box::new(text), dialect)?;
        let mut line = 1;
        while let Some(record) = records.next()? {
            // Where CR ends a record among lines that LF ends, two stand on one.
            assert!(record.line >= line, "lines go on");
            line = record.line;
            assert_eq!(record.fields().count(), record.len());
        }
        Ok(())
    };
    read().ok();
}

/// Maps the columns of a file, as what it seems to be and as every kind there is.
pub fn map(bytes: &[u8]) {
    let Ok(input) = Input::bytes("t.csv", bytes) else { return };
    let Ok(sniffed) = sniff_input(&input) else { return };
    for kind in std::iter::once(None).chain(Kind::ALL.iter().map(|kind| Some(*kind))) {
        let request = MappingRequest { kind, ..MappingRequest::default() };
        if let Ok(mapping) = make_mapping(&sniffed, &request) {
            mapping.check("t.csv").ok();
        }
    }
}

/// Reads a cell as a date in every order.
pub fn dates(cell: &[u8]) {
    let mut zones = Zones::new(chrono_tz::America::New_York);
    for order in DateOrder::ALL {
        if let Ok(Some(stamp)) = Stamp::read(cell, order) {
            let named = SourceZone::Named(chrono_tz::Europe::Amsterdam);
            zones.local(stamp, Some(named));
            zones.local(stamp, None);
            assert!((1800..2300).contains(&stamp.day.year()), "{}", stamp.day);
        }
    }
    Stamp::hint(cell);
    SourceZone::read(cell);
}

/// Reads a cell as a number, and as the words that stand where numbers do.
pub fn numbers(cell: &[u8]) {
    for decimals in [Decimals::Unknown, Decimals::Point, Decimals::Comma] {
        if let Some(number) = Number::read(cell, decimals) {
            for exponent in 0..4 {
                number.minor(exponent);
            }
            number.whole();
        }
    }
    Number::read_fine(cell);
    Number::hint(cell);
    interval(cell);
    interval_in_name(&String::from_utf8_lossy(cell));
    status(cell);
}
