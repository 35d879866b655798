//! Answers on a scale, as survey tools write them.

use super::words::folded;
use crate::model::NpsCategory;

/// Cells longer than this are sentences.
const SHORT: usize = 48;

/// The number of an answer: `10` of `10 - extremely likely`, `Extremely likely - 10` or `10`. `None`
/// where neither its first nor its last word is one.
pub(in crate::import) fn rating(cell: &[u8]) -> Option<&[u8]> {
    let text = std::str::from_utf8(cell).ok().filter(|text| text.len() <= SHORT)?;
    if text.starts_with('-') {
        return Some(cell);
    }
    let between =
        |c: char| matches!(c, ' ' | '-' | ':' | '(' | ')' | '=' | '\u{2013}' | '\u{2014}');
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let words = || text.split(between).filter(|word| !word.is_empty());
    let first = words().next().filter(is_number);
    first.or_else(|| words().next_back().filter(is_number)).map(str::as_bytes)
}

/// The group of an answer whose score nobody kept.
pub(in crate::import) fn category(cell: &[u8]) -> Option<NpsCategory> {
    if cell.len() > SHORT || !cell.first()?.is_ascii_alphabetic() {
        return None;
    }
    Some(match folded(cell).as_str() {
        "promoter" | "promoters" | "promotor" | "promotors" | "promotoren" | "ambassadör"
        | "ambassadörer" | "promotorer" => NpsCategory::Promoter,
        "passive" | "passives" | "passief" | "passieven" | "passief_tevreden" | "neutral"
        | "neutrals" | "neutraal" | "passiv" | "passiva" | "neutrala" => NpsCategory::Passive,
        "detractor" | "detractors" | "criticaster" | "criticasters" | "kritiker" | "belackare" => {
            NpsCategory::Detractor
        }
        _ => return None,
    })
}

/// The group a recoded score stands for: -100, 0, 100, or -1, 0, 1.
pub(in crate::import) fn recoded(cell: &[u8]) -> Option<NpsCategory> {
    match cell {
        b"100" | b"1" | b"+100" | b"+1" => Some(NpsCategory::Promoter),
        b"0" => Some(NpsCategory::Passive),
        b"-100" | b"-1" => Some(NpsCategory::Detractor),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_read_from_its_words() {
        let read = |cell: &'static str| rating(cell.as_bytes()).map(|n| String::from_utf8_lossy(n));
        assert_eq!(read("10 - extremely likely").as_deref(), Some("10"));
        assert_eq!(read("Extremely likely - 10").as_deref(), Some("10"));
        assert_eq!(read("Not at all likely (0)").as_deref(), Some("0"));
        assert_eq!(read("7").as_deref(), Some("7"));
        assert_eq!(read("-1").as_deref(), Some("-1"));
        assert_eq!(read("0 (not at all)").as_deref(), Some("0"));
        assert_eq!(read("Likely"), None);
    }

    #[test]
    fn groups_are_read_in_three_languages_and_from_a_recode() {
        for word in ["Promoter", "PROMOTERS", "promotors", "Ambassadör"] {
            assert_eq!(category(word.as_bytes()), Some(NpsCategory::Promoter), "{word}");
        }
        assert_eq!(category(b"criticaster"), Some(NpsCategory::Detractor));
        assert_eq!(category(b"Passief tevreden"), Some(NpsCategory::Passive));
        assert_eq!(category(b"9"), None);
        assert_eq!(recoded(b"-100"), Some(NpsCategory::Detractor));
        assert_eq!(recoded(b"0"), Some(NpsCategory::Passive));
        assert_eq!(recoded(b"50"), None);
    }
}
