//! The means of both sides, weighted alike, and how far chance could have moved their difference.

use super::Compared;
use super::groups::{Group, MEMBERS, OTHERS, Side};

/// 95 % of a normal distribution lie within so many standard deviations.
const Z: f64 = 1.96;

pub(super) fn compared(
    both: &[&Group],
    members: i64,
    mean: impl Fn(&Side) -> f64,
) -> Option<Compared> {
    let of = |side: usize| -> f64 {
        both.iter().map(|group| weight(group, members) * mean(&group[side])).sum()
    };
    (members > 0).then(|| {
        let (members, others) = (of(MEMBERS), of(OTHERS));
        Compared { members, others, difference: members - others, interval: None }
    })
}

#[expect(clippy::cast_precision_loss, reason = "shares")]
fn weight(group: &Group, members: i64) -> f64 {
    group[MEMBERS].n as f64 / members as f64
}

/// Of one customer's staying, over all matched of a side.
#[expect(clippy::cast_precision_loss, reason = "shares")]
pub(super) fn kept_variance(both: &[&Group], side: usize) -> f64 {
    let total = |of: fn(&Side) -> i64| both.iter().map(|group| of(&group[side])).sum::<i64>();
    let share = (total(|side| side.kept) + 1) as f64 / (total(|side| side.n) + 2) as f64;
    share * (1.0 - share)
}

/// Of one customer's spend, within the groups of a side; none where no group has two.
#[expect(clippy::cast_precision_loss, reason = "means and their intervals")]
pub(super) fn spend_variance(both: &[&Group], side: usize) -> Option<f64> {
    let spread: f64 = both.iter().map(|group| group[side].spread()).sum();
    let free: i64 = both.iter().map(|group| group[side].n - 1).sum();
    (free > 0).then(|| spread / free as f64)
}

/// Of the difference, by that of one customer of each side.
#[expect(clippy::cast_precision_loss, reason = "means and their intervals")]
pub(super) fn of_difference(both: &[&Group], members: i64, variances: [f64; 2]) -> f64 {
    let of = |group: &&Group| {
        let means = variances.iter().zip(group.iter()).map(|(variance, it)| variance / it.n as f64);
        weight(group, members).powi(2) * means.sum::<f64>()
    };
    both.iter().map(of).sum()
}

impl Compared {
    /// The same with its interval, which ends at these ends.
    pub(super) fn within(self, variance: Option<f64>, (low, high): (f64, f64)) -> Self {
        let interval = variance.filter(|variance| *variance > 0.0).map(|variance| {
            let margin = Z * variance.sqrt();
            ((self.difference - margin).max(low), (self.difference + margin).min(high))
        });
        Self { interval, ..self }
    }
}
