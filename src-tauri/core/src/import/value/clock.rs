//! What follows a date: the time of day and its zone.

use super::date::NotADate;
use super::scan::Scan;

/// What follows the date: `T10:00:59.123Z`, ` 8:05 PM`, ` 17:18:46 PDT`, ` +0200`, or nothing.
pub(super) fn time(scan: &mut Scan<'_>) -> Result<(Option<u32>, Option<i32>), NotADate> {
    if let [b'T' | b't', rest @ ..] = scan.bytes {
        scan.bytes = rest;
    }
    scan.spaces();
    let mut second = None;
    if scan.bytes.first().is_some_and(u8::is_ascii_digit) {
        second = Some(clock(scan)?);
    }
    scan.spaces();
    let offset = zone(scan)?;
    scan.spaces();
    if scan.bytes.is_empty() { Ok((second, offset)) } else { Err(NotADate) }
}

fn clock(scan: &mut Scan<'_>) -> Result<u32, NotADate> {
    let mut hour = scan.number().ok_or(NotADate)?.value;
    if !scan.eat(b':') && !scan.eat(b'.') {
        return Err(NotADate);
    }
    let minute = scan.number().ok_or(NotADate)?.value;
    let mut second = 0;
    if scan.eat(b':') || scan.eat(b'.') {
        second = scan.number().ok_or(NotADate)?.value;
        if scan.eat(b'.') || scan.eat(b',') {
            scan.number().ok_or(NotADate)?;
        }
    }
    let before = *scan;
    scan.spaces();
    let half = scan.word();
    if half.eq_ignore_ascii_case(b"am") || half.eq_ignore_ascii_case(b"pm") {
        if hour == 0 || hour > 12 {
            return Err(NotADate);
        }
        hour = hour % 12 + if half.eq_ignore_ascii_case(b"pm") { 12 } else { 0 };
    } else {
        *scan = before;
    }
    let valid = hour < 24 && minute < 60 && second <= 60;
    if valid { Ok(hour * 3600 + minute * 60 + second.min(59)) } else { Err(NotADate) }
}

/// Abbreviations exporters write, in hours east of UTC.
const ZONES: [(&[u8], i32); 19] = [
    (b"UTC", 0),
    (b"GMT", 0),
    (b"Z", 0),
    (b"WET", 0),
    (b"WEST", 1),
    (b"BST", 1),
    (b"CET", 1),
    (b"CEST", 2),
    (b"EET", 2),
    (b"EEST", 3),
    (b"EST", -5),
    (b"EDT", -4),
    (b"CST", -6),
    (b"CDT", -5),
    (b"MST", -7),
    (b"MDT", -6),
    (b"PST", -8),
    (b"PDT", -7),
    (b"AKST", -9),
];

fn zone(scan: &mut Scan<'_>) -> Result<Option<i32>, NotADate> {
    let word = scan.word();
    let mut offset = None;
    if !word.is_empty() {
        let known = ZONES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
        offset = Some(known.ok_or(NotADate)?.1 * 3600);
    }
    let sign = match scan.bytes.first() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return Ok(offset),
    };
    scan.bytes = &scan.bytes[1..];
    let number = scan.number().ok_or(NotADate)?;
    let (hours, minutes) = match number.digits {
        1 | 2 if scan.eat(b':') => (number.value, scan.number().ok_or(NotADate)?.value),
        1 | 2 => (number.value, 0),
        4 => (number.value / 100, number.value % 100),
        _ => return Err(NotADate),
    };
    if hours > 15 || minutes > 59 {
        return Err(NotADate);
    }
    let seconds = sign * (hours * 3600 + minutes * 60).cast_signed();
    Ok(Some(offset.unwrap_or(0) + seconds))
}
