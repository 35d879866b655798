//! Whether a score has really changed between two waves (metrics.md 8).
//!
//! z = (b - a) / sqrt(SEa^2 + SEb^2) with SE^2 = variance / n of each wave, unadjusted. A change is
//! shown to be real where |z| is more than 1.96. Where neither wave has any spread there is no z,
//! and nothing is said.

use super::margin::Z;
use super::nps::Tally;
use crate::model::Ratio;

/// What became of a score.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Change {
    /// Later less earlier, as a fraction: times 100 it is points.
    pub by: Ratio,
    /// The change in standard errors; absent where neither wave has any spread.
    pub z: Option<f64>,
}

impl Change {
    /// Whether it is shown to be real; absent where that cannot be told.
    pub fn is_shown(&self) -> Option<bool> {
        self.z.map(|z| z.abs() > Z)
    }
}

/// The change from one wave to a later one; absent where one of them has no answers.
pub fn change(earlier: &Tally, later: &Tally) -> Option<Change> {
    let (a, b) = (earlier.score()?, later.score()?);
    let by = Ratio::of(b.num() * a.den() - a.num() * b.den(), a.den() * b.den())?;
    let squared = squared_error(earlier)? + squared_error(later)?;
    let z = (squared > 0.0).then(|| by.value() / squared.sqrt());
    Some(Change { by, z })
}

fn squared_error(wave: &Tally) -> Option<f64> {
    Some(wave.variance()?.value() / wave.answers() as f64)
}

#[cfg(test)]
mod tests {
    use super::super::nps::tests::tally;
    use super::*;

    #[test]
    fn fifteen_points_of_a_hundred_answers_are_not_shown_to_be_real() {
        let change = change(&tally(50, 30, 20), &tally(60, 25, 15)).unwrap();
        assert_eq!(change.by.scaled(1_000), 150);
        assert_eq!(format!("{:.2}", change.z.unwrap()), "1.39");
        assert_eq!(change.is_shown(), Some(false));
    }

    #[test]
    fn of_four_times_as_many_they_are() {
        let change = change(&tally(200, 120, 80), &tally(240, 100, 60)).unwrap();
        assert_eq!(change.is_shown(), Some(true));
    }

    #[test]
    fn where_neither_wave_has_any_spread_nothing_is_said() {
        let change = change(&tally(5, 0, 0), &tally(0, 0, 4)).unwrap();
        assert_eq!((change.by.scaled(1), change.is_shown()), (-2, None));
        assert!(super::change(&tally(5, 0, 0), &tally(0, 0, 0)).is_none());
    }
}
