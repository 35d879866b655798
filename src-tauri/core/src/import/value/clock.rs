//! What follows a date: the time of day and its zone.

use super::date::NotADate;
use super::scan::Scan;
use super::zone::SourceZone;
use chrono_tz::Tz;

/// What follows the date: `T10:00:59.123Z`, ` 8:05 PM`, ` 17:18:46 PDT`, ` +0200`, or nothing.
pub(super) fn time(scan: &mut Scan<'_>) -> Result<(Option<u32>, Option<SourceZone>), NotADate> {
    if let [b'T' | b't', rest @ ..] = scan.bytes {
        scan.bytes = rest;
    }
    if scan.eat(b',') {
        scan.spaces();
    }
    scan.spaces();
    for word in [&b"kl. "[..], b"kl ", b"om ", b"at "] {
        scan.bytes = scan.bytes.strip_prefix(word).unwrap_or(scan.bytes);
    }
    let mut second = None;
    if scan.bytes.first().is_some_and(u8::is_ascii_digit) {
        second = Some(clock(scan)?);
    }
    scan.spaces();
    let zone = zone(scan)?;
    scan.spaces();
    // JavaScript spells the zone out once more: `GMT+0100 (Central European Standard Time)`.
    let spelled = scan.bytes.starts_with(b"(") && scan.bytes.ends_with(b")");
    if scan.bytes.is_empty() || spelled { Ok((second, zone)) } else { Err(NotADate) }
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

/// A zone alone in its cell or in the header of a column: `PDT`, `GMT+2`, `Europe/Paris`.
pub(super) fn alone(cell: &[u8]) -> Option<SourceZone> {
    let mut scan = Scan { bytes: cell };
    zone(&mut scan).ok().flatten().filter(|_| scan.bytes.is_empty())
}

fn zone(scan: &mut Scan<'_>) -> Result<Option<SourceZone>, NotADate> {
    if scan.bytes.contains(&b'/') {
        let name = std::str::from_utf8(scan.bytes).map_err(|_| NotADate)?;
        let zone: Tz = name.trim().parse().map_err(|_| NotADate)?;
        scan.bytes = &[];
        return Ok(Some(SourceZone::Named(zone)));
    }
    Ok(offset(scan)?.map(SourceZone::Offset))
}

fn offset(scan: &mut Scan<'_>) -> Result<Option<i32>, NotADate> {
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
