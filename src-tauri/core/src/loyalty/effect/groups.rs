//! Who is compared with whom: groups of one plan, tenure and MRR.

use super::Subject;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

pub(super) const MEMBERS: usize = 0;
pub(super) const OTHERS: usize = 1;

/// Members and others of one plan, tenure and MRR.
pub(super) type Group = [Side; 2];

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    pub(super) n: i64,
    pub(super) kept: i64,
    pub(super) spend: i128,
    pub(super) spend_squares: i128,
}

#[expect(clippy::cast_precision_loss, reason = "means and their intervals")]
impl Side {
    fn add(&mut self, subject: &Subject) {
        let spend = i128::from(subject.spend);
        self.n += 1;
        self.kept += i64::from(subject.kept);
        self.spend += spend;
        self.spend_squares = self.spend_squares.saturating_add(spend * spend);
    }

    pub(super) fn kept_mean(&self) -> f64 {
        self.kept as f64 / self.n as f64
    }

    pub(super) fn spend_mean(&self) -> f64 {
        self.spend as f64 / self.n as f64
    }

    /// Sum of squares about the mean.
    pub(super) fn spread(&self) -> f64 {
        let scaled = self.spend_squares * i128::from(self.n) - self.spend * self.spend;
        scaled as f64 / self.n as f64
    }
}

/// Everybody by plan, tenure and MRR.
pub(super) fn groups(subjects: &[Subject]) -> BTreeMap<(u32, u8, u8), Group> {
    let quarters = quarters(subjects);
    let mut groups: FxHashMap<(u32, u8, u8), Group> = FxHashMap::default();
    for subject in subjects {
        let band = quarters.iter().filter(|limit| subject.mrr > **limit).count();
        let band = u8::try_from(band).unwrap_or(u8::MAX);
        let group = groups.entry((subject.plan, tenure_band(subject.tenure), band)).or_default();
        group[if subject.member { MEMBERS } else { OTHERS }].add(subject);
    }
    // In an order of their own: sums of shares are the same from one time to the next.
    groups.into_iter().collect()
}

/// The MRR a quarter, a half and three quarters of them do not exceed.
fn quarters(subjects: &[Subject]) -> [i64; 3] {
    let mut mrr: Vec<i64> = subjects.iter().map(|subject| subject.mrr).collect();
    [1, 2, 3].map(|part| {
        let at = (mrr.len() * part).div_ceil(4).saturating_sub(1);
        if mrr.is_empty() { 0 } else { *mrr.select_nth_unstable(at).1 }
    })
}

/// Under 6 months, under 12, under 36, longer.
fn tenure_band(days: i32) -> u8 {
    match days {
        ..183 => 0,
        183..365 => 1,
        365..1_096 => 2,
        _ => 3,
    }
}
