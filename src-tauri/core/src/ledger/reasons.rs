//! Reasons for leaving: which of them nobody chose (metrics.md 4, voluntary / involuntary).

use super::Reason;
use rustc_hash::FxHashMap;

/// Words that, in any spelling, say that a payment failed rather than that somebody wanted to go.
const INVOLUNTARY: [&str; 19] = [
    "unpaid",
    "not paid",
    "nonpayment",
    "non payment",
    "no card",
    "card expired",
    "expired card",
    "card declined",
    "payment declined",
    "uncollectible",
    "payment failed",
    "payment failure",
    "failed payment",
    "insufficient funds",
    "past due",
    "niet betaald",
    "betaling mislukt",
    "obetald",
    "betalning misslyckades",
];

/// The distinct reasons with their places; 0 is "no reason given".
#[derive(Debug)]
pub(super) struct Reasons {
    codes: FxHashMap<String, u32>,
    all: Vec<Reason>,
}

impl Default for Reasons {
    fn default() -> Self {
        Self { codes: FxHashMap::default(), all: vec![Reason::default()] }
    }
}

impl Reasons {
    /// The place of this text; 0 for an empty one.
    pub(super) fn code(&mut self, text: &str) -> u32 {
        let text = text.trim();
        if text.is_empty() {
            return 0;
        }
        if let Some(&code) = self.codes.get(text) {
            return code;
        }
        let code = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.codes.insert(text.to_owned(), code);
        self.all.push(Reason { text: text.to_owned(), involuntary: is_involuntary(text) });
        code
    }

    /// Takes in another list and gives, for each of its places, the place here.
    pub(super) fn absorb(&mut self, other: &Self) -> Vec<u32> {
        other.all.iter().map(|reason| self.code(&reason.text)).collect()
    }

    /// The reasons in order of their places.
    pub(super) fn into_list(self) -> Vec<Reason> {
        self.all
    }
}

/// Whether a reason says that he left without having wanted to.
fn is_involuntary(text: &str) -> bool {
    let plain = |c: char| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let words = text.chars().map(plain).collect::<String>();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    INVOLUNTARY.iter().any(|known| words.contains(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_chose_is_involuntary() {
        for text in ["Card-expired", "No Card", "nonpayment_trial", "Not Paid", "payment_failed"] {
            assert!(is_involuntary(text), "{text}");
        }
        for text in ["Too expensive", "switched_service", "cancellation_requested", "Price"] {
            assert!(!is_involuntary(text), "{text}");
        }
    }
}
