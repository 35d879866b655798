# Rules of how a figure is computed, beside those of the views
rule-compare = Each customer as of the end of { $start } and as of the end of { $end }.
rule-on-day = As of the end of { $day }.
rule-trials = Each customer’s first trial counts, and none of one who pays already. Paid by { $day } counts as converted.
rule-first-paid = New is who pays for the first time ever. Who paid before is a reactivation, however long ago.
rule-six-months = The churn is the mean of the last six finished months, or of those there are.
rule-lifetime-capped = The lifetime is cut to { $months } months, because so few leave.
rule-not-the-sum = Start and end of this period are compared, so it is not the sum of its months where somebody changed more than once.
rule-fx = Only customers who are there at the end and pay in a currency whose rate changed. Each subscription is converted and rounded by itself.
rule-start-rates = Amounts in other currencies are compared at the exchange rates of the start, so a rate that changes moves nobody. What rates did stands apart as the exchange effect.
rule-then-rates = Both amounts are taken at the exchange rates of then.
rule-no-rate = { $count } subscriptions are left out: their currency has no rate in the settings.
rule-no-end = { $count } subscriptions are left out: they are over but have no date.
