//! Every metric the views show: how it is read off the figures of a period.

use super::figure::{Metric, Value};

macro_rules! metrics {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $up:literal, $absent:literal, $list:literal, $of:expr;)*) => {
        $($(#[$doc])* pub(super) const $name: Metric =
            Metric { key: $key, of: $of, up_is_good: $up, absent: $absent, list: $list };)*
    };
}

metrics! {
    /// MRR at the end.
    MRR = "mrr_end", true, "none-yet", "input:mrr_end:*:mrr_end",
        |f| Some(Value::Money(f.mrr_end));
    /// Customers at the end.
    CUSTOMERS = "customers_end", true, "none-yet", "input:customers_end:*:customers_end",
        |f| Some(Value::Count(f.customers_end));
    /// Customer retention of the period.
    RETENTION = "retention_rate", true, "no-base", "input:retention_rate:*:E",
        |f| f.retention_rate.map(Value::Rate);
    /// Customer churn of the period.
    CHURN = "churn_rate", false, "no-base", "input:churn_rate:*:churned",
        |f| f.churn_rate.map(Value::Rate);
    /// Gross MRR churn of the period.
    GROSS_CHURN = "gross_mrr_churn", false, "no-base", "input:gross_mrr_churn:*:churn",
        |f| f.gross_mrr_churn.map(Value::Rate);
    /// Net MRR churn of the period; below zero is growth.
    NET_CHURN = "net_mrr_churn", false, "no-base", "input:net_mrr_churn:*:churn",
        |f| f.net_mrr_churn.map(Value::Rate);
    /// Net revenue retention of the period.
    NRR = "nrr", true, "no-base", "input:nrr:*:mrr_start",
        |f| f.nrr.map(Value::Rate);
    /// Gross revenue retention of the period.
    GRR = "grr", true, "no-base", "input:grr:*:mrr_start",
        |f| f.grr.map(Value::Rate);
    /// Net revenue retention over twelve months.
    NRR_12 = "nrr_12", true, "no-base", "input:nrr_12:*:now",
        |f| f.nrr_12.map(Value::Rate);
    /// MRR of an average customer.
    ARPA = "arpa", true, "no-base", "input:arpa:*:customers_end",
        |f| f.arpa.map(Value::Cents);
    /// MRR of an average new customer.
    ASP = "asp", true, "no-new", "input:asp:*:customers_new",
        |f| f.asp.map(Value::Cents);
    /// Gained over lost MRR.
    QUICK_RATIO = "quick_ratio", true, "no-loss", "moved:*",
        |f| f.quick_ratio.map(Value::Times);
    /// Twelve times MRR.
    ARR = "arr", true, "none-yet", "input:arr:*:mrr_end",
        |f| Some(Value::Money(f.arr));
    /// MRR without what has asked to cancel.
    COMMITTED = "committed_mrr", true, "none-yet", "input:committed_mrr:*:committed_mrr",
        |f| Some(Value::Money(f.committed_mrr));
    /// Customers lost in the period.
    CHURNED = "customers_churned", false, "none-yet", "churned:*",
        |f| Some(Value::Count(f.customers_churned));
    /// MRR lost with them.
    CHURNED_MRR = "churn", false, "none-yet", "churned:*",
        |f| Some(Value::Money(f.churn));
}
