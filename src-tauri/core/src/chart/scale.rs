//! The vertical axis: 4 to 7 lines in steps of 1, 2, 2.5 or 5.

use crate::model::{Currency, Ratio};
use crate::voice::Voice;

/// What the numbers of a chart are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// Customers.
    Count,
    /// Amounts in minor units: "€20k".
    Money(Currency),
    /// Gains and losses in minor units: "+1.5k".
    Movement(Currency),
    /// Hundredths: 98.9 is "98.9%".
    Percent,
    /// Points of a score with a sign: "+40".
    Score,
}

impl Unit {
    /// The smallest step that its labels can tell apart.
    fn finest(self) -> f64 {
        match self {
            Self::Count | Self::Score => 1.0,
            Self::Money(currency) | Self::Movement(currency) => currency.scale() as f64,
            Self::Percent => 0.1,
        }
    }

    /// How far an axis reaches that has nothing to show: lines without numbers but at zero.
    fn least_span(self) -> f64 {
        match self {
            Self::Count | Self::Percent | Self::Score => 4.0,
            Self::Money(_) | Self::Movement(_) => self.finest() * 4.0,
        }
    }
}

/// From where to where, in which steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    unit: Unit,
    step: f64,
    /// First and last line, counted in steps.
    first: i64,
    last: i64,
    /// Whether there is anything to measure.
    empty: bool,
}

/// Lines closer than this cannot each have a label.
const LABEL_HEIGHT: f64 = 24.0;

impl Scale {
    /// Starts at zero, as bars must.
    pub(super) fn from_zero(unit: Unit, low: f64, high: f64, height: f64) -> Self {
        let (low, high) = (low.min(0.0), high.max(0.0));
        // Less than a line apart is still something: a cent has its bar, if a low one.
        let empty = high == low;
        let high = if high - low < unit.finest() { low + unit.least_span() } else { high };
        Self { empty, ..Self::over(unit, low, high, height) }
    }

    /// Near the values, as lines of rates may; never so near that noise looks like news.
    pub(super) fn near(unit: Unit, low: f64, high: f64, height: f64) -> Self {
        let missing = (unit.least_span() - (high - low)).max(0.0);
        // Room is made below, where rates of retention have it; the lowest value keeps off the floor.
        let floor = low - missing - (high - low) * 0.02;
        Self::over(unit, if low < 0.0 { floor } else { floor.max(0.0) }, high, height)
    }

    fn over(unit: Unit, low: f64, high: f64, height: f64) -> Self {
        let most = (height / LABEL_HEIGHT).floor().clamp(2.0, 6.0) as i64;
        let mut power =
            10_f64.powf(((high - low) / most as f64).max(unit.finest()).log10().floor());
        loop {
            for step in [1.0, 2.0, 2.5, 5.0].map(|factor| factor * power) {
                let is_whole = (step / unit.finest()).fract() == 0.0 || unit == Unit::Percent;
                let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
                if is_whole && step >= unit.finest() && last.saturating_sub(first) <= most {
                    let last = last.max(first + 1);
                    return Self { unit, step, first, last, empty: false };
                }
            }
            power *= 10.0;
        }
    }

    pub(super) fn low(&self) -> f64 {
        self.first as f64 * self.step
    }

    pub(super) fn high(&self) -> f64 {
        self.last as f64 * self.step
    }

    /// The values of its lines, lowest first.
    pub(super) fn lines(self) -> impl Iterator<Item = f64> {
        (self.first..=self.last).map(move |line| line as f64 * self.step)
    }

    /// The number beside a line; none where only the zero is more than an invention.
    pub(super) fn label(&self, value: f64, voice: Voice) -> String {
        if self.empty && value != 0.0 {
            return String::new();
        }
        let top = self.high().abs().max(self.low().abs()) as i64;
        match self.unit {
            Unit::Count => voice.count(value as i64),
            Unit::Score => voice.signed_count(value as i64),
            Unit::Money(currency) => voice.axis_money(value as i64, top, currency),
            Unit::Movement(currency) => voice.axis_movement(value as i64, top, currency),
            Unit::Percent => {
                let decimals = u32::from(self.step.fract() != 0.0);
                let thousandths = (value * 10.0).round() as i64;
                Ratio::of(thousandths, 1000)
                    .map_or_else(String::new, |ratio| voice.percent(ratio, decimals))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOVEMENT: Unit = Unit::Movement(Currency::EUR);

    fn lines(scale: Scale) -> Vec<f64> {
        scale.lines().collect()
    }

    #[test]
    fn movements_have_seven_lines_through_zero() {
        let scale = Scale::from_zero(MOVEMENT, -93_000.0, 195_000.0, 260.0);
        let expected = [-1000.0, -500.0, 0.0, 500.0, 1000.0, 1500.0, 2000.0];
        assert_eq!(lines(scale), expected.map(|units| units * 100.0));
        assert_eq!(scale.label(150_000.0, Voice::default()), "+1.5k");
        assert_eq!(scale.label(0.0, Voice::default()), "€0");
    }

    #[test]
    fn where_nothing_happened_only_the_zero_has_a_number() {
        for unit in [MOVEMENT, Unit::Money(Currency::EUR), Unit::Count] {
            let scale = Scale::from_zero(unit, 0.0, 0.0, 160.0);
            let labels = scale.lines().map(|line| scale.label(line, Voice::default()));
            let said: Vec<String> = labels.filter(|label| !label.is_empty()).collect();
            assert_eq!(said, [if unit == Unit::Count { "0" } else { "€0" }]);
        }
    }

    #[test]
    fn customers_are_not_halved() {
        assert_eq!(lines(Scale::from_zero(Unit::Count, 0.0, 3.0, 100.0)), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(lines(Scale::from_zero(Unit::Count, 0.0, 14.0, 90.0)), [0.0, 5.0, 10.0, 15.0]);
        assert_eq!(lines(Scale::from_zero(Unit::Count, 0.0, 0.0, 100.0)).len(), 5);
    }

    #[test]
    fn rates_may_start_above_zero_but_never_closer_than_four_points() {
        let scale = Scale::near(Unit::Percent, 90.0, 99.6, 190.0);
        assert_eq!(lines(scale), [88.0, 90.0, 92.0, 94.0, 96.0, 98.0, 100.0]);
        let calm = Scale::near(Unit::Percent, 99.0, 99.2, 190.0);
        assert!(calm.high() - calm.low() >= 4.0);
    }

    #[test]
    fn huge_and_tiny_amounts_have_a_scale() {
        for high in [0.0, 1.0, 99.0, 1e6, 9.2e18] {
            for height in [0.0, 60.0, 1000.0] {
                let count = lines(Scale::from_zero(MOVEMENT, -high, high, height)).len();
                assert!((2..=7).contains(&count), "{high} {height}: {count}");
            }
        }
    }
}
