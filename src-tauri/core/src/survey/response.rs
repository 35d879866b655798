//! Response rate (metrics.md 8): answers / invitations. Absent without invitations. More answers
//! than invitations, where others answered too, is a rate above 1: the counts stand beside it.

use crate::model::Ratio;

/// Answers of so many invited.
pub fn response_rate(answers: i64, invited: i64) -> Option<Ratio> {
    Ratio::of(answers, invited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_absent_without_invitations() {
        assert_eq!(response_rate(147, 212).map(|rate| rate.scaled(100)), Some(69));
        assert_eq!(response_rate(12, 0), None);
    }
}
