//! How wide text will be. Plotters guesses 0.7 em a byte without fonts; a table of Inter's widths
//! is near enough to keep labels apart.

/// Width in CSS pixels of text in Inter at this size, a little on the large side.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| size * em(c)).sum()
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | ':' | '|' => 0.29,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '-' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' => 0.9,
        '0'..='9' | '+' | '\u{2212}' | '€' | '$' => 0.64,
        'A'..='Z' => 0.7,
        _ => 0.6,
    }
}

/// The text shortened with "…" to fit.
pub(super) fn fitted(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut used = width("…", size);
    let kept = text.chars().take_while(|c| {
        used += size * em(*c);
        used <= room
    });
    let mut short: String = kept.collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_where_the_room_ends() {
        assert_eq!(fitted("Team", 11.0, 60.0), "Team");
        let cut = fitted("Enterprise plan for a whole province", 11.0, 80.0);
        assert!(cut.ends_with('…') && width(&cut, 11.0) <= 80.0, "{cut}");
    }
}
