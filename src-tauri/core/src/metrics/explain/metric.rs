//! The figures that can be asked for, by the names of `metrics --json`.

use super::super::figures::PeriodFigures;
use crate::model::Ratio;

/// A number with what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Minor units of the workspace's currency.
    Money(i64),
    /// Customers, trials, months.
    Count(i64),
    /// A share, shown as a percentage.
    Rate(Ratio),
    /// How many times, shown as it is.
    Times(Ratio),
}

impl Number {
    /// As the CLI gives it: minor units, counts, fractions.
    #[expect(clippy::cast_precision_loss, reason = "for showing and for JSON")]
    pub fn value(self) -> f64 {
        match self {
            Self::Money(number) | Self::Count(number) => number as f64,
            Self::Rate(ratio) | Self::Times(ratio) => ratio.value(),
        }
    }

    /// The whole number; a share rounded to one.
    pub fn minor(self) -> i64 {
        match self {
            Self::Money(number) | Self::Count(number) => number,
            Self::Rate(ratio) | Self::Times(ratio) => ratio.scaled(1),
        }
    }
}

macro_rules! metrics {
    ($($variant:ident $name:literal $formula:literal $of:expr;)*) => {
        /// A figure of a period.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[expect(missing_docs, reason = "named as in the contract, defined in the metrics' files")]
        pub enum Metric { $($variant),* }

        impl Metric {
            /// Every metric.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// As the CLI names it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The formula in the names of its inputs.
            pub fn formula(self) -> &'static str {
                match self { $(Self::$variant => $formula),* }
            }

            /// Its value among the figures of a period; absent without a base.
            pub fn of(self, figures: &PeriodFigures) -> Option<Number> {
                match self { $(Self::$variant => { let of: fn(&PeriodFigures) -> Option<Number> = $of; of(figures) }),* }
            }
        }
    };
}

fn money(number: i64) -> Option<Number> {
    Some(Number::Money(number))
}

fn count(number: i64) -> Option<Number> {
    Some(Number::Count(number))
}

metrics! {
    MrrStart "mrr_start" "mrr_start" |f| money(f.mrr_start);
    New "new" "new" |f| money(f.new);
    Expansion "expansion" "expansion" |f| money(f.expansion);
    Reactivation "reactivation" "reactivation" |f| money(f.reactivation);
    Contraction "contraction" "contraction" |f| money(f.contraction);
    Churn "churn" "churn" |f| money(f.churn);
    Entered "entered" "entered" |f| money(f.entered);
    Left "left" "left" |f| money(f.left);
    Fx "fx" "fx" |f| money(f.fx);
    MrrEnd "mrr_end" "mrr_start + new + expansion + reactivation - contraction - churn + entered - left + fx" |f| money(f.mrr_end);
    CustomersStart "customers_start" "customers_start" |f| count(f.customers_start);
    CustomersNew "customers_new" "customers_new" |f| count(f.customers_new);
    CustomersReactivated "customers_reactivated" "customers_reactivated" |f| count(f.customers_reactivated);
    CustomersChurned "customers_churned" "customers_churned" |f| count(f.customers_churned);
    CustomersEntered "customers_entered" "customers_entered" |f| count(f.customers_entered);
    CustomersLeft "customers_left" "customers_left" |f| count(f.customers_left);
    CustomersEnd "customers_end" "customers_start + customers_new + customers_reactivated - customers_churned + customers_entered - customers_left" |f| count(f.customers_end);
    JoinedAndLeft "joined_and_left" "joined_and_left" |f| count(f.joined_and_left);
    RetentionRate "retention_rate" "(E - N) / B" |f| f.retention_rate.map(Number::Rate);
    ChurnRate "churn_rate" "churned / B" |f| f.churn_rate.map(Number::Rate);
    GrossMrrChurn "gross_mrr_churn" "(churn + contraction) / mrr_start" |f| f.gross_mrr_churn.map(Number::Rate);
    NetMrrChurn "net_mrr_churn" "(churn + contraction - expansion - reactivation) / mrr_start" |f| f.net_mrr_churn.map(Number::Rate);
    Nrr "nrr" "(mrr_start + expansion - contraction - churn) / mrr_start" |f| f.nrr.map(Number::Rate);
    Grr "grr" "(mrr_start - contraction - churn) / mrr_start" |f| f.grr.map(Number::Rate);
    Nrr12 "nrr_12" "now / then" |f| f.nrr_12.map(Number::Rate);
    Grr12 "grr_12" "lesser / then" |f| f.grr_12.map(Number::Rate);
    Retention12 "retention_12" "kept / B" |f| f.retention_12.map(Number::Rate);
    Arpa "arpa" "mrr_end / customers_end" |f| f.arpa.map(Number::Money);
    Asp "asp" "new / customers_new" |f| f.asp.map(Number::Money);
    QuickRatio "quick_ratio" "(new + expansion + reactivation) / (contraction + churn)" |f| f.quick_ratio.map(Number::Times);
    Arr "arr" "mrr_end x 12" |f| money(f.arr);
    CommittedMrr "committed_mrr" "committed_mrr" |f| money(f.committed_mrr);
    Ltv "ltv" "(mrr_end / customers_end) / (churned / B)" |f| f.ltv.map(Number::Money);
    TrialsStarted "trials_started" "started" |f| count(f.trials_started);
    TrialConversion "trial_conversion" "converted / started" |f| f.trial_conversion.map(Number::Rate);
}

impl Metric {
    /// The metric of this name; `mrr` and `customers` are those of the end.
    pub fn parse(name: &str) -> Option<Self> {
        let name = match name {
            "mrr" => "mrr_end",
            "customers" => "customers_end",
            other => other,
        };
        Self::ALL.iter().copied().find(|metric| metric.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_metric_reads_its_name_back() {
        for metric in Metric::ALL {
            assert_eq!(Metric::parse(metric.name()), Some(*metric));
        }
        assert_eq!(Metric::parse("mrr"), Some(Metric::MrrEnd));
        assert_eq!(Metric::parse("happiness"), None);
    }
}
