//! Counts, amounts, rates. Rounded once, here, half away from zero.

use super::formats::{self, Sign};
use super::{Arg, Voice};
use crate::model::{Money, Ratio, round_div};

impl Voice {
    /// "–": there is no value (the reason stands beside it).
    pub fn absent(&self) -> String {
        self.say("absent", &[])
    }

    /// "1,284"
    pub fn count(&self, count: i64) -> String {
        self.plain(Sign::of(count), count, 0)
    }

    /// The size of a file: "312 kB", "1,284 MB"
    pub fn size(&self, bytes: u64) -> String {
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
        match bytes {
            ..1_000 => format!("{} B", self.count(bytes)),
            1_000..1_000_000 => format!("{} kB", self.count(bytes / 1_000)),
            _ => format!("{} MB", self.count(bytes / 1_000_000)),
        }
    }

    /// "+12", "−7", "0"
    pub fn signed_count(&self, count: i64) -> String {
        self.plain(Sign::always(count), count, 0)
    }

    /// A ratio as a number: "3.7". Negative with U+2212.
    pub fn decimal(&self, ratio: Ratio, decimals: u32) -> String {
        let value = ratio.scaled(power(decimals));
        self.plain(Sign::of(value), value, decimals)
    }

    /// "€47,910": whole units, for tables and figures.
    pub fn money(&self, money: Money) -> String {
        self.with_symbol(money, whole(money), 0, Sign::of)
    }

    /// "€75.93": with its minor units, for averages, invoices and sums that need them.
    pub fn money_cents(&self, money: Money) -> String {
        self.with_symbol(money, money.minor, money.currency.exponent(), Sign::of)
    }

    /// "+€1,208", "−€437", "€0": whole units with a sign.
    pub fn signed_money(&self, money: Money) -> String {
        self.with_symbol(money, whole(money), 0, Sign::always)
    }

    /// "+€2,569.51", "−€409.13": with minor units and a sign.
    pub fn signed_money_cents(&self, money: Money) -> String {
        self.with_symbol(money, money.minor, money.currency.exponent(), Sign::always)
    }

    /// "47,910": whole units without a symbol, for sums and columns that name their currency.
    pub fn money_plain(&self, money: Money) -> String {
        self.count(whole(money))
    }

    /// "75.93": with minor units, without a symbol.
    pub fn money_plain_cents(&self, money: Money) -> String {
        self.plain(Sign::of(money.minor), money.minor, money.currency.exponent())
    }

    /// "+1,208", "−437", "0": whole units with a sign, without a symbol.
    pub fn signed_money_plain(&self, money: Money) -> String {
        self.signed_count(whole(money))
    }

    /// "98.9%" of 0.989: one decimal in cards, two in formulas.
    pub fn percent(&self, ratio: Ratio, decimals: u32) -> String {
        self.percent_with(ratio, decimals, Sign::of)
    }

    /// "+2.6%", "−0.4%", "0.0%"
    pub fn signed_percent(&self, ratio: Ratio, decimals: u32) -> String {
        self.percent_with(ratio, decimals, Sign::always)
    }

    /// "3 of 7" under ten customers, otherwise their share in percent; "–" of none.
    pub fn share(&self, part: i64, whole: i64, decimals: u32) -> String {
        match Ratio::of(part, whole) {
            None => self.absent(),
            Some(_) if whole < 10 => self.part_of(part, whole),
            Some(ratio) => self.percent(ratio, decimals),
        }
    }

    /// "3 of 7"
    pub fn part_of(&self, part: i64, whole: i64) -> String {
        let args = [("part", Arg::Text(self.count(part))), ("whole", self.count(whole).into())];
        self.say("part-of-whole", &args)
    }

    /// "0.3 pts": how far two rates lie apart, without a sign (the arrow says which way).
    /// Rounded after the difference is taken, to one decimal.
    pub fn points(&self, now: Ratio, before: Ratio) -> String {
        let tenths = point_tenths(now, before);
        self.say("points", &[("value", self.plain(Sign::None, tenths, 1).into())])
    }

    /// "+0.3 pts", "−0.3 pts", "0.0 pts"
    pub fn signed_points(&self, now: Ratio, before: Ratio) -> String {
        let tenths = point_tenths(now, before);
        self.say("points", &[("value", self.plain(Sign::always(tenths), tenths, 1).into())])
    }

    /// "Starter, Team and Business"
    pub fn list(&self, items: &[String]) -> String {
        formats::of(*self).list(items)
    }

    fn plain(&self, sign: Sign, value: i64, decimals: u32) -> String {
        sign.before(formats::of(*self).digits(value, decimals))
    }

    fn with_symbol(
        &self,
        money: Money,
        value: i64,
        decimals: u32,
        sign: impl Fn(i64) -> Sign,
    ) -> String {
        let formats = formats::of(*self);
        let digits = formats.digits(value, decimals);
        formats.money(money.currency).put(sign(value), &digits)
    }

    fn percent_with(&self, ratio: Ratio, decimals: u32, sign: impl Fn(i64) -> Sign) -> String {
        let formats = formats::of(*self);
        let value = ratio.scaled(100 * power(decimals));
        formats.percent().put(sign(value), &formats.digits(value, decimals))
    }
}

/// Whole units of an amount, rounded half away from zero.
fn whole(money: Money) -> i64 {
    round_div(money.minor.into(), money.currency.scale().into())
}

/// The difference of two rates in tenths of a point, rounded once. Shares of amounts whose product
/// passes 128 bits stand at the limit; no real business reaches it.
fn point_tenths(now: Ratio, before: Ratio) -> i64 {
    let cross = |a: i128, b: i128| a.saturating_mul(b);
    let num = cross(now.num(), before.den()).saturating_sub(cross(before.num(), now.den()));
    round_div(num.saturating_mul(1000), cross(now.den(), before.den()))
}

fn power(decimals: u32) -> i64 {
    10_i64.pow(decimals.min(15))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::voice::{Language, Region};

    const GB: Voice = Voice { language: Language::En, region: Region::Gb };
    const NL: Voice = Voice { language: Language::Nl, region: Region::Nl };
    const SE: Voice = Voice { language: Language::Sv, region: Region::Se };

    fn in_all(say: impl Fn(Voice) -> String) -> [String; 3] {
        [GB, NL, SE].map(|voice| say(voice).replace('\u{a0}', "_"))
    }

    fn euros(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    fn rate(num: i64, den: i64) -> Ratio {
        Ratio::of(num, den).unwrap()
    }

    // Fixed spaces (U+00A0) stand as _ below.

    #[test]
    fn counts_are_grouped_as_the_region_does() {
        assert_eq!(in_all(|v| v.count(1284)), ["1,284", "1.284", "1_284"]);
        assert_eq!(in_all(|v| v.count(-1284)), ["−1,284", "−1.284", "−1_284"]);
        assert_eq!(in_all(|v| v.signed_count(12)), ["+12", "+12", "+12"]);
        assert_eq!(GB.signed_count(0), "0");
        assert_eq!(GB.count(i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn money_stands_as_the_region_writes_it() {
        assert_eq!(in_all(|v| v.money(euros(4_791_000))), ["€47,910", "€_47.910", "47_910_€"]);
        assert_eq!(in_all(|v| v.money_cents(euros(7593))), ["€75.93", "€_75,93", "75,93_€"]);
        assert_eq!(in_all(|v| v.money_cents(euros(5))), ["€0.05", "€_0,05", "0,05_€"]);
        assert_eq!(in_all(|v| v.money_plain(euros(4_791_000))), ["47,910", "47.910", "47_910"]);
        assert_eq!(in_all(|v| v.money_plain_cents(euros(7590))), ["75.90", "75,90", "75,90"]);
        assert_eq!(GB.money(euros(-50)), "−€1");
        assert_eq!(GB.money(euros(-49)), "€0", "no minus before a nought");
    }

    #[test]
    fn signs_are_never_hyphens() {
        assert_eq!(in_all(|v| v.signed_money(euros(-43_700))), ["−€437", "€_−437", "−437_€"]);
        assert_eq!(in_all(|v| v.signed_money(euros(120_800))), ["+€1,208", "€_+1.208", "+1_208_€"]);
        assert_eq!(
            in_all(|v| v.signed_money_cents(euros(256_951))),
            ["+€2,569.51", "€_+2.569,51", "+2_569,51_€"]
        );
        assert_eq!(in_all(|v| v.signed_money_plain(euros(-1000))), ["−10", "−10", "−10"]);
        let minus = |v: Voice| v.percent(rate(-4, 1000), 1);
        assert_eq!(in_all(minus), ["−0.4%", "−0,4%", "−0,4_%"]);
    }

    #[test]
    fn currencies_keep_their_own_minor_units() {
        let yen = Money::new(1999, Currency::parse("JPY").unwrap());
        assert_eq!(GB.money_cents(yen), "JP¥1,999");
        let dinar = Money::new(1999, Currency::parse("KWD").unwrap());
        assert_eq!(GB.money_cents(dinar), "KWD\u{a0}1.999");
        let kronor = Money::new(100_000, Currency::parse("SEK").unwrap());
        assert_eq!(in_all(|v| v.money(kronor)), ["SEK_1,000", "SEK_1.000", "1_000_kr"]);
        let us = Voice::new(Language::En, Region::Us);
        assert_eq!(us.money(Money::new(4_791_000, Currency::parse("USD").unwrap())), "$47,910");
    }

    #[test]
    fn rates_are_rounded_once_half_away_from_zero() {
        assert_eq!(in_all(|v| v.percent(rate(612, 619), 1)), ["98.9%", "98,9%", "98,9_%"]);
        assert_eq!(in_all(|v| v.percent(rate(612, 619), 2)), ["98.87%", "98,87%", "98,87_%"]);
        assert_eq!(GB.percent(rate(1, 1), 1), "100.0%");
        assert_eq!(GB.signed_percent(rate(26, 1000), 1), "+2.6%");
        assert_eq!(in_all(|v| v.decimal(rate(37, 10), 1)), ["3.7", "3,7", "3,7"]);
    }

    #[test]
    fn changes_of_rates_are_points_of_the_language() {
        let (now, before) = (rate(9887, 10_000), rate(9917, 10_000));
        assert_eq!(in_all(|v| v.points(now, before)), ["0.3 pts", "0,3 pp", "0,3 p.e."]);
        assert_eq!(GB.signed_points(now, before), "−0.3 pts");
        // 98.94 and 98.96: rounded before, the difference would be 0.1.
        assert_eq!(GB.points(rate(9896, 10_000), rate(9894, 10_000)), "0.0 pts");
    }

    #[test]
    fn few_customers_are_counted_not_divided() {
        assert_eq!(in_all(|v| v.share(3, 7, 1)), ["3 of 7", "3 van 7", "3 av 7"]);
        assert_eq!(GB.share(3, 10, 1), "30.0%");
        assert_eq!(GB.share(0, 0, 1), "–");
    }

    #[test]
    fn lists_end_in_and() {
        let plans = ["Starter", "Team", "Business"].map(str::to_owned);
        let said = in_all(|v| v.list(&plans));
        assert_eq!(
            said,
            [
                "Starter, Team and Business",
                "Starter, Team en Business",
                "Starter, Team och Business"
            ]
        );
        assert_eq!(GB.list(&plans[..1]), "Starter");
    }

    #[test]
    fn words_follow_the_language_and_numbers_the_region() {
        let mixed = Voice::new(Language::En, Region::Nl);
        assert_eq!(mixed.points(rate(3, 1000), rate(0, 1)), "0,3 pts");
        assert_eq!(mixed.money(euros(4_791_000)), "€\u{a0}47.910");
    }

    #[test]
    fn formatters_are_made_once_not_for_every_cell() {
        let write = |rows: i64| (0..rows).map(|n| GB.money(euros(n * 12_345)).len()).sum::<usize>();
        write(1);
        let best = (0..10).map(|_| {
            let began = std::time::Instant::now();
            assert!(write(500) > 2_000);
            began.elapsed()
        });
        let best = best.min().unwrap();
        // An optimised build takes less than half a millisecond; the bound is for a busy machine
        // and nothing optimised.
        assert!(best.as_millis() < 40, "{best:?}");
    }
}
