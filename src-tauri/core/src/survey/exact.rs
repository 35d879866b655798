//! Sums and means of shares without a float.

use crate::model::Ratio;

/// The sum, reduced: denominators stay as small as they can.
pub fn sum(ratios: impl IntoIterator<Item = Ratio>) -> Option<Ratio> {
    ratios.into_iter().try_fold(Ratio::of(0, 1)?, |sum, one| {
        let num = sum.num() * one.den() + one.num() * sum.den();
        let den = sum.den() * one.den();
        let common = common(num.unsigned_abs(), den.unsigned_abs());
        let common = i128::try_from(common).ok()?;
        Ratio::of(num / common, den / common)
    })
}

/// The mean; absent of nothing.
pub fn mean(ratios: impl IntoIterator<Item = Ratio>) -> Option<Ratio> {
    let mut count = 0_i64;
    let sum = sum(ratios.into_iter().inspect(|_| count += 1))?;
    Ratio::of(sum.num(), sum.den() * i128::from(count))
}

/// The greatest common divisor; 1 of nothing.
fn common(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_and_halves_add_up_exactly() {
        let ratios = [(1, 3), (1, 2), (1, 6)].map(|(num, den)| Ratio::of(num, den).unwrap());
        assert_eq!(sum(ratios), Ratio::of(1, 1));
        assert_eq!(mean(ratios), Ratio::of(1, 3));
        assert_eq!(mean([]), None);
    }

    #[test]
    fn a_hundred_thousand_thirds_do_not_grow() {
        let third = Ratio::of(25, 3).unwrap();
        assert_eq!(mean(std::iter::repeat_n(third, 100_000)), Some(third));
    }
}
