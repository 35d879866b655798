//! How the characters of a file are written, from its first bytes.

use super::super::FileTrouble;
use crate::Result;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// How characters are written. A cell that is not valid UTF-8 is read as Windows-1252 by itself,
/// so a file of that code needs no decoding of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// Western Europe of old Excel files.
    Windows1252,
    /// "Unicode text" of Excel.
    Utf16Le,
    /// The same, most significant byte first.
    Utf16Be,
    /// Any other code of the web's list: Central Europe, Cyrillic, Greek, Turkish, Japanese ...
    Other(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// Two bytes for most characters.
    pub(in crate::import) fn is_wide(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// What turns it into UTF-8; `None` where the bytes can be cut into cells as they are.
    pub(in crate::import) fn decoder(self) -> Option<&'static encoding_rs::Encoding> {
        match self {
            Self::Utf8 | Self::Windows1252 => None,
            Self::Utf16Le => Some(encoding_rs::UTF_16LE),
            Self::Utf16Be => Some(encoding_rs::UTF_16BE),
            Self::Other(encoding) => Some(encoding),
        }
    }

    /// Its name, as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Other(encoding) => encoding.name(),
        }
    }
}

/// First bytes of files people mistake for a CSV, and whether Excel or an unpacker opens them.
const MAGIC: [(&[u8], bool); 14] = [
    (b"PK\x03\x04", true),
    (b"PK\x05\x06", true),
    (b"\xD0\xCF\x11\xE0", true),
    (b"\x1F\x8B", true),
    (b"7z\xBC\xAF", true),
    (b"Rar!", true),
    (b"%PDF", false),
    (b"SQLite format 3\0", false),
    (b"\x89PNG", false),
    (b"\xFF\xD8\xFF", false),
    (b"GIF8", false),
    (b"\x7FELF", false),
    (b"<!DOCTYPE", false),
    (b"<html", false),
];

/// The code of a file that begins with `raw`. Fails on what is no text.
pub(super) fn encoding(file: &str, raw: &[u8]) -> Result<Encoding> {
    let file = || file.to_owned();
    if let Some((_, packed)) = MAGIC.iter().find(|(magic, _)| raw.starts_with(magic)) {
        let workbook = FileTrouble::Workbook { file: file() };
        let other = FileTrouble::NotCsv { file: file() };
        return Err(if *packed { workbook } else { other }.into());
    }
    if is_json(raw) {
        return Err(FileTrouble::Json { file: file() }.into());
    }
    let sample = &raw[..raw.len().min(4096)];
    if let Some(wide) = wide(raw, sample) {
        return Ok(wide);
    }
    if !is_text(sample) {
        return Err(FileTrouble::NotCsv { file: file() }.into());
    }
    Ok(match std::str::from_utf8(raw) {
        Ok(_) => Encoding::Utf8,
        // Cut inside a character: that is the end of the head, not another code.
        Err(error) if error.error_len().is_none() => Encoding::Utf8,
        // Here and there a foreign byte among much UTF-8: those cells are read by themselves.
        Err(_) if mostly_utf8(raw) => Encoding::Utf8,
        Err(_) => old(raw),
    })
}

/// An object, or an array of objects or arrays: no header begins like that.
fn is_json(raw: &[u8]) -> bool {
    let text = raw.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(raw).trim_ascii_start();
    let inside = |open: u8| text.strip_prefix(&[open]).map(<[u8]>::trim_ascii_start);
    let object = inside(b'{').is_some_and(|rest| rest.starts_with(b"\"") || rest.starts_with(b"}"));
    object || inside(b'[').is_some_and(|rest| rest.starts_with(b"{") || rest.starts_with(b"["))
}

/// UTF-16 by its mark, or by zeros in every second byte.
fn wide(raw: &[u8], sample: &[u8]) -> Option<Encoding> {
    if raw.starts_with(b"\xFF\xFE") {
        return Some(Encoding::Utf16Le);
    }
    if raw.starts_with(b"\xFE\xFF") {
        return Some(Encoding::Utf16Be);
    }
    let nuls = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), sample.len() / 2);
    if half > 4 && odd * 10 > half * 7 && even * 20 < half {
        return Some(Encoding::Utf16Le);
    }
    (half > 4 && even * 10 > half * 7 && odd * 20 < half).then_some(Encoding::Utf16Be)
}

/// Text, even where NULs stand among it: they are dropped. Other control characters are not.
fn is_text(sample: &[u8]) -> bool {
    let nuls = sample.iter().filter(|b| **b == 0).count();
    let control = |b: &&u8| **b < 0x20 && !matches!(**b, 0 | b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    let odd = sample.iter().filter(control).count();
    nuls * 2 <= sample.len() && odd * 100 <= sample.len()
}

/// Whether nearly all that is not ASCII is good UTF-8.
fn mostly_utf8(raw: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in raw.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 20 * bad
}

/// What Western European names and prices are written with besides ASCII. Other codes, read as this
/// one, give letters that these languages hardly use.
const WESTERN: &str = "åäöÅÄÖéÉëËïÏüÜßèêçÇæøÆØñÑáíóúàâôûÁ€£‘’“”–—…©®°·\u{A0}";

/// A code from before Unicode. Western Europe unless the letters clearly speak of another.
fn old(raw: &[u8]) -> Encoding {
    let read_as_western = encoding_rs::WINDOWS_1252.decode_without_bom_handling(raw).0;
    if read_as_western.chars().all(|c| c.is_ascii() || WESTERN.contains(c)) {
        return Encoding::Windows1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(raw, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let foreign = raw.iter().filter(|b| **b >= 0x80).count();
    if guess == encoding_rs::WINDOWS_1252 || foreign < 8 {
        return western(raw);
    }
    Encoding::Other(guess)
}

/// ISO-8859-15 has the euro where Windows-1252 has a sign nobody writes, and nothing from 0x80 to
/// 0x9F.
fn western(raw: &[u8]) -> Encoding {
    let euro = raw.contains(&0xA4) && !raw.iter().any(|b| (0x80..0xA0).contains(b));
    if euro { Encoding::Other(encoding_rs::ISO_8859_15) } else { Encoding::Windows1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, code: &'static encoding_rs::Encoding) -> Encoding {
        encoding("t.csv", &code.encode(text).0).unwrap()
    }

    #[test]
    fn the_code_is_told_by_its_letters() {
        let western = "naam;plaats\nZoë;Malmö\nBjörn Åkesson;Göteborg\nCafé Noël;Århus\n";
        assert_eq!(of(western, encoding_rs::WINDOWS_1252), Encoding::Windows1252);
        assert_eq!(of(western, encoding_rs::UTF_8), Encoding::Utf8);
        let polish =
            "nazwa;miasto\nŁódzka Kawiarnia;Łódź\nŻółw i Spółka;Gdańsk\nŚwięta Księgarnia;Poznań\n";
        assert_eq!(
            of(polish, encoding_rs::WINDOWS_1250),
            Encoding::Other(encoding_rs::WINDOWS_1250)
        );
        assert_eq!(of(polish, encoding_rs::ISO_8859_2), Encoding::Other(encoding_rs::ISO_8859_2));
        let russian = "имя;город\nАнна Иванова;Москва\nПекарня Хлеб;Казань\n";
        assert_eq!(
            of(russian, encoding_rs::WINDOWS_1251),
            Encoding::Other(encoding_rs::WINDOWS_1251)
        );
        // Letters in an order no language has them in are Western all the same.
        assert_eq!(of("a öååëëåë\nb åëöëåëöå\n", encoding_rs::WINDOWS_1252), Encoding::Windows1252);
        let euro = "naam;prijs\nCafé;€ 29,00\n";
        assert_eq!(of(euro, encoding_rs::ISO_8859_15), Encoding::Other(encoding_rs::ISO_8859_15));
        assert_eq!(of(euro, encoding_rs::WINDOWS_1252), Encoding::Windows1252);
    }

    #[test]
    fn one_foreign_byte_in_much_utf8_does_not_change_the_code() {
        let mut bytes = "naam\n".to_owned() + &"Zoë de Vries\n".repeat(30);
        bytes += "x";
        let mut bytes = bytes.into_bytes();
        bytes.extend(b"Caf\xE9\n");
        assert_eq!(encoding("t.csv", &bytes).unwrap(), Encoding::Utf8);
    }
}
