//! How sure a net promoter score is (metrics.md 8).
//!
//! Each answer scores +1, 0 or -1. Variance = p + d - (p - d)^2 with the shares p of promoters and d
//! of detractors, divided by n and not by n - 1. The interval shown is adjusted Wald: three answers
//! are added, 3/4 promoter, 3/4 detractor, 3/2 passive; 95 % (z 1.96); its ends are clamped to
//! [-100, 100]. So it moves towards zero from the score itself, the more so the fewer answers there
//! are, and has a width also where all answers agree. Without answers it is absent.

use super::nps::Tally;
use crate::model::Ratio;

/// 95 % of a normal distribution lie within so many standard deviations.
pub(super) const Z: f64 = 1.96;

/// Where the score of everybody probably lies, in points from -100 to 100.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// Its middle before clamping.
    pub center: Ratio,
    /// Half of its width before clamping.
    pub margin: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Tally {
    /// p + d - (p - d)^2, from 0 to 1: what one answer adds to the doubt.
    pub fn variance(&self) -> Option<Ratio> {
        variance(self.promoters().into(), self.detractors().into(), self.answers().into())
    }

    /// The adjusted Wald interval of 95 %.
    pub fn interval(&self) -> Option<Interval> {
        if self.answers() == 0 {
            return None;
        }
        // Counted in quarters of answers: 3/4 is a whole number then.
        let quarters = |count: i64| i128::from(count) * 4 + 3;
        let (promoters, detractors) = (quarters(self.promoters()), quarters(self.detractors()));
        let answers = (i128::from(self.answers()) + 3) * 4;
        let center = Ratio::of((promoters - detractors) * 100, answers)?;
        let spread = variance(promoters, detractors, answers)?;
        let margin = Z * (spread.value() * 4.0 / answers as f64).sqrt() * 100.0;
        let middle = center.value();
        Some(Interval {
            center,
            margin,
            low: (middle - margin).max(-100.0),
            high: (middle + margin).min(100.0),
        })
    }
}

fn variance(promoters: i128, detractors: i128, answers: i128) -> Option<Ratio> {
    let difference = promoters - detractors;
    let spread = (promoters + detractors) * answers - difference * difference;
    Ratio::of(spread, answers * answers)
}

#[cfg(test)]
mod tests {
    use super::super::nps::tests::tally;
    use super::*;

    fn shown(promoters: u32, passives: u32, detractors: u32) -> (String, String) {
        let interval = tally(promoters, passives, detractors).interval().unwrap();
        (format!("{:.1}", interval.center.value()), format!("{:.1}", interval.margin))
    }

    #[test]
    fn three_answers_are_added() {
        let pair = |center: &str, margin: &str| (center.to_owned(), margin.to_owned());
        assert_eq!(shown(50, 30, 20), pair("29.1", "15.1"));
        assert_eq!(shown(8, 1, 1), pair("53.8", "39.1"));
        assert_eq!(shown(6, 0, 0), pair("66.7", "40.7"));
    }

    #[test]
    fn the_ends_are_clamped() {
        let all_happy = tally(6, 0, 0).interval().unwrap();
        assert!((all_happy.high - 100.0).abs() < f64::EPSILON);
        assert!((all_happy.low - 26.0).abs() < 0.1);
        let all_sour = tally(0, 0, 6).interval().unwrap();
        assert!((all_sour.low + 100.0).abs() < f64::EPSILON);
    }

    #[test]
    fn without_answers_there_is_no_interval() {
        assert_eq!(tally(0, 0, 0).interval(), None);
        assert_eq!(tally(0, 0, 0).variance(), None);
    }

    #[test]
    fn the_variance_is_divided_by_n() {
        // p .5, d .2: .7 - .09
        assert_eq!(tally(50, 30, 20).variance(), Ratio::of(61, 100));
        assert_eq!(tally(4, 0, 0).variance(), Ratio::of(0, 1));
    }
}
