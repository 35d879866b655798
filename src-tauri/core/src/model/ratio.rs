//! Exact shares.

use super::round_div;
use serde::{Serialize, Serializer};

/// A rate kept exact until it is shown: numerator over a denominator above 0.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    num: i128,
    den: i128,
}

impl Ratio {
    /// `num / den`; absent without a base, never 0 and never infinite.
    pub fn of(num: impl Into<i128>, den: impl Into<i128>) -> Option<Self> {
        let den = den.into();
        (den > 0).then(|| Self { num: num.into(), den })
    }

    /// As a fraction: 0.9308.
    #[expect(clippy::cast_precision_loss, reason = "for showing and for JSON")]
    pub fn value(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// The numerator as given.
    pub fn num(self) -> i128 {
        self.num
    }

    /// The denominator as given, above 0.
    pub fn den(self) -> i128 {
        self.den
    }

    /// One minus it.
    #[must_use]
    pub fn complement(self) -> Self {
        Self { num: self.den - self.num, den: self.den }
    }

    /// Times `factor`, rounded half away from zero: `scaled(10_000)` of 93.08 % is 9308.
    pub fn scaled(self, factor: i64) -> i64 {
        round_div(self.num * i128::from(factor), self.den)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.num * other.den == other.num * self.den
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (self.num * other.den).partial_cmp(&(other.num * self.den))
    }
}

impl Serialize for Ratio {
    /// As a fraction: 0.9308.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}
