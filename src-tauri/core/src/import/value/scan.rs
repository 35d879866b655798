//! The pieces a date is made of: numbers, words, separators.

/// One of the three parts of a date.
#[derive(Clone, Copy, Default)]
pub(super) struct Part {
    pub(super) value: u32,
    pub(super) digits: usize,
    /// It was a month's name.
    pub(super) named: bool,
}

/// A place in a cell.
#[derive(Clone, Copy)]
pub(super) struct Scan<'c> {
    pub(super) bytes: &'c [u8],
}

impl<'c> Scan<'c> {
    fn take(&mut self, while_: impl Fn(&u8) -> bool) -> &'c [u8] {
        let n = self.bytes.iter().take_while(|b| while_(b)).count();
        let (taken, rest) = self.bytes.split_at(n);
        self.bytes = rest;
        taken
    }

    pub(super) fn number(&mut self) -> Option<Part> {
        let digits = self.take(u8::is_ascii_digit);
        let in_reach = (1..=9).contains(&digits.len());
        let value = digits.iter().take(9).fold(0, |n, d| n * 10 + u32::from(d - b'0'));
        in_reach.then_some(Part { value, digits: digits.len(), named: false })
    }

    /// The separator between two parts of a date, with the spaces around it.
    pub(super) fn separator(&mut self) -> Option<u8> {
        self.spaces();
        let by = *self.bytes.first()?;
        if !b"-/.,:".contains(&by) {
            return None;
        }
        self.bytes = &self.bytes[1..];
        self.spaces();
        Some(by)
    }

    pub(super) fn part(&mut self) -> Option<Part> {
        if self.bytes.first()?.is_ascii_digit() {
            let number = self.number();
            let ordinal = [&b"st"[..], b"nd", b"rd", b"th"];
            if let Some(rest) = ordinal.iter().find_map(|end| self.bytes.strip_prefix(*end)) {
                self.bytes = rest;
            }
            return number;
        }
        Some(Part { value: month(self.word())?, digits: 0, named: true })
    }

    pub(super) fn word(&mut self) -> &'c [u8] {
        self.take(u8::is_ascii_alphabetic)
    }

    /// Goes past a day of the week: `Mon, 2 Jan 2025`.
    pub(super) fn weekday(&mut self) {
        let before = *self;
        let word = self.take(|b| b.is_ascii_alphabetic() || *b >= 0x80).to_ascii_lowercase();
        self.take(|b| matches!(b, b',' | b'.' | b' '));
        let known = word.len() > 1 && WEEKDAYS.iter().any(|day| word.starts_with(day.as_bytes()));
        if !known || self.bytes.is_empty() || month(&word).is_some() {
            *self = before;
        }
    }

    pub(super) fn spaces(&mut self) {
        self.take(|b| *b == b' ');
    }

    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let is = self.bytes.first() == Some(&byte);
        if is {
            self.bytes = &self.bytes[1..];
        }
        is
    }
}

/// How days of the week begin in English, Dutch and Swedish.
const WEEKDAYS: [&str; 19] = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "ma", "di", "wo", "do", "vr", "za", "zo",
    "mån", "tis", "ons", "tor", "fre",
];

/// First letters of the months in English, Dutch, Swedish and their neighbours' tongues.
const MONTHS: [(&[u8], u32); 23] = [
    (b"mai", 5),
    (b"dez", 12),
    (b"dic", 12),
    (b"ene", 1),
    (b"avr", 4),
    (b"abr", 4),
    (b"ago", 8),
    (b"jan", 1),
    (b"feb", 2),
    (b"mar", 3),
    (b"mrt", 3),
    (b"maa", 3),
    (b"apr", 4),
    (b"may", 5),
    (b"mei", 5),
    (b"maj", 5),
    (b"jun", 6),
    (b"jul", 7),
    (b"aug", 8),
    (b"sep", 9),
    (b"oct", 10),
    (b"okt", 10),
    (b"nov", 11),
];

fn month(word: &[u8]) -> Option<u32> {
    let head = word.get(..3)?.to_ascii_lowercase();
    if word.len() > 9 {
        return None;
    }
    if head == b"dec" {
        return Some(12);
    }
    MONTHS.iter().find(|(name, _)| *name == head).map(|(_, month)| *month)
}
