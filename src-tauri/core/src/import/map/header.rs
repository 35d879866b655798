//! A header as names are compared.

/// The name of a column without its dress: `Created (UTC)` is `created`, in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Header {
    /// Lower case, single spaces for anything between words; brackets stay.
    pub(in crate::import) name: String,
    /// Times of this column are UTC.
    pub(in crate::import) utc: bool,
}

impl Header {
    /// Of a column's name in the file.
    pub(in crate::import) fn new(shown: &str) -> Self {
        let lower = shown.to_lowercase();
        let is_word = |c: char| c.is_alphanumeric() || c == '(' || c == ')' || c == '%' || c == '#';
        let words: Vec<&str> = lower.split(|c| !is_word(c)).filter(|w| !w.is_empty()).collect();
        let name = words.join(" ");
        for mark in ["(utc)", "(gmt)"] {
            if let Some(rest) = name.strip_suffix(mark) {
                let rest = rest.trim_end();
                // The one that was renamed in 2024.
                let rest = if rest == "created date" { "created" } else { rest };
                return Self { name: rest.to_owned(), utc: true };
            }
        }
        Self { name, utc: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dress_comes_off() {
        let cases = [
            ("Created (UTC)", "created", true),
            ("Created date (UTC)", "created", true),
            (" customer_ID ", "customer id", false),
            ("E-mail", "e mail", false),
            ("region (metadata)", "region (metadata)", false),
            ("Deal - Title", "deal title", false),
        ];
        for (shown, name, utc) in cases {
            assert_eq!(Header::new(shown), Header { name: name.into(), utc }, "{shown}");
        }
    }
}
