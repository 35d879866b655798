//! Months and quarters as people write them: `Feb 2026`, `02/2026`, `2026 Q1`, `kwartaal 1 2026`.

use super::scan::Scan;
use crate::model::Period;

/// A month or quarter; `None` for anything else, a whole date among it.
pub(in crate::import) fn period(cell: &[u8]) -> Option<Period> {
    let text = super::decoded(cell).to_lowercase();
    let between = |c: char| matches!(c, ' ' | '-' | '/' | '.' | ',' | '\'' | '\u{2019}');
    let words: Vec<&str> = text.split(between).filter(|word| !word.is_empty()).collect();
    let year = words.iter().position(|word| is_year(word))?;
    let rest: Vec<&str> =
        words.iter().enumerate().filter(|(at, _)| *at != year).map(|(_, word)| *word).collect();
    let part = match rest.as_slice() {
        ["q" | "quarter" | "kwartaal" | "kvartal", n] | [n, "quarter" | "kwartaal" | "kvartal"] => {
            format!("Q{}", quarter(n)?)
        }
        [one] => match (quarter_code(one), one.parse::<u32>()) {
            (Some(quarter), _) => format!("Q{quarter}"),
            (None, Ok(month)) => format!("{month:02}"),
            (None, Err(_)) => format!("{:02}", month(one)?),
        },
        _ => return None,
    };
    Period::parse(&format!("{}-{part}", words[year]))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1900..=2199).contains(&year))
}

fn month(word: &str) -> Option<u32> {
    let mut scan = Scan { bytes: word.as_bytes() };
    scan.part().filter(|part| part.named && scan.bytes.is_empty()).map(|part| part.value)
}

/// `q1`, `k1`, `1q`
fn quarter_code(word: &str) -> Option<u32> {
    let bare = word.strip_prefix(['q', 'k']).or_else(|| word.strip_suffix(['q', 'k']))?;
    quarter(bare)
}

fn quarter(word: &str) -> Option<u32> {
    let bare = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    bare.parse().ok().filter(|n| (1..=4).contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_quarters_in_three_languages() {
        let read = |cell: &str| period(cell.as_bytes()).map(|period| period.to_string());
        for cell in ["Feb 2026", "februari 2026", "02/2026", "2026/2", "feb-2026", "2026.02"] {
            assert_eq!(read(cell).as_deref(), Some("2026-02"), "{cell}");
        }
        for cell in
            ["Q1 2026", "2026 Q1", "2026/Q1", "1e kwartaal 2026", "kvartal 1 2026", "K1 2026"]
        {
            assert_eq!(read(cell).as_deref(), Some("2026-Q1"), "{cell}");
        }
        for cell in ["2026-02-01", "13/2026", "soon", "Q5 2026", "2026", "02/26", "dag 2 2026"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
