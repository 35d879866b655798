# Metrics: names of figures
metric-mrr_end = MRR
metric-mrr_start = MRR at the start
metric-customers_end = Customers
metric-retention_rate = Retention
metric-retention_12 = Retention, 12 months
metric-churn_rate = Customer churn
metric-gross_mrr_churn = Gross MRR churn
metric-net_mrr_churn = Net MRR churn
metric-nrr = NRR
metric-grr = GRR
metric-nrr_12 = NRR, 12 months
metric-grr_12 = GRR, 12 months
metric-arpa = ARPA
metric-asp = ASP
metric-quick_ratio = Quick ratio
metric-arr = ARR
metric-committed_mrr = Committed MRR
metric-customers_churned = Customers lost
metric-churn = MRR lost
metric-involuntary = Lost without wanting to
metric-at = { $metric }, { $period }
metric-end-of = { $metric }, end of { $period }

# Movements
movement-new = New
movement-expansion = Expansion
movement-reactivation = Reactivation
movement-contraction = Contraction
movement-churn = Churn
movement-entered = Entered
movement-left = Moved out
movement-fx = Exchange effect
movement-net = Net
movement-kept = Kept
movement-joined = Joined and left
period-start = { $period } start
period-end = { $period } end

# Roles of customers in a figure
role-start = at the start
role-end = at the end
role-new = new
role-reactivation = came back
role-expansion = expansion
role-contraction = contraction
role-churn = left
role-entered = entered the segment
role-left = moved out of the segment
role-fx = exchange rates
role-kept = kept
role-gained = gained
role-lost = left
role-then = then
role-now = now
role-customers = customers
role-mrr = MRR
role-committed = committed
role-paused = paused

# Around figures
figure-today = { $value } today, { $day }
figure-over = { $above } ÷ { $below }
figure-arr-note = MRR × 12
figure-committed-note = { $difference } against MRR, asked to cancel
figure-vs = { $direction ->
    [up] up { $change } from { $period }
    [down] down { $change } from { $period }
   *[flat] as in { $period }
}
goal-above = target above { $target }
goal-below = target below { $target }
goal-met = Met
goal-missed-above = Below
goal-missed-below = Above
target-line = Target { $target }
none-yet = Not known yet
no-base = Nothing to compare with: nobody was there at the start
no-new = Nobody joined
no-loss = Nothing was lost

# The choices at the top
bar-all = All customers
bar-before = { $grain ->
    [week] the week before
    [quarter] the quarter before
    [year] the year before
   *[month] the month before
}
bar-year = a year before

# Charts
chart-movements = MRR movements by period. { $period }: net { $net }, MRR at the end { $mrr }.
chart-retention = Retention by period. { $period }: { $rate }.
chart-mrr = MRR by plan. { $period }: { $mrr }.
chart-churned = Customers lost by period. { $period }: { $count }.
chart-churned-mrr = MRR lost by period. { $period }: { $mrr }.
chart-customer = MRR of this customer over time. Now { $mrr }.
chart-spark = { $metric }: { $first } to { $last }.
chart-year-before = Year before
chart-other = Other plans
chart-unfinished = { $period }, not finished
chart-axis-from = axis starts at { $value }
kind-voluntary = Wanted to go
kind-involuntary = Payment failed
kind-unknown = No reason recorded

# Tables
column-period = Period
column-customer = Customer
column-key = Key
column-email = Mail
column-country = Country
column-plan = Plan
column-mrr = MRR
column-since = Since
column-status = Status
column-kind = Movement
column-day = Day
column-from = From
column-to = To
column-change = Change
column-reason = Reason
column-customers = Customers
column-lost = MRR lost
column-rate = Rate
column-price = Price
column-quantity = Quantity
column-tenure = Customer for
column-month = Month
total-customers = { $count ->
    [one] 1 customer
   *[other] { $text } customers
}

# Lists
list-customers = Customers
list-all = All
list-there = Customers
list-paused = Paused
list-left = Left
list-never = Never paid
list-gained = Gained
list-lost = Lost
list-moved = Who moved in { $period }
list-churned = Who left in { $period }
list-revalued = Whose money changed in value in { $period }
rate-from-the-beginning = from the beginning
rate-earlier = { $count ->
    [one] And one earlier day.
   *[other] And { $text } earlier days.
}
list-cohort = Started in { $cohort }, period { $k }
list-cohort-here = Still here
list-cohort-gone = Gone
list-input = { $figure }: { $role }
list-subtitle = { $customers }, { $mrr }
status-paying = Pays
status-paused = Paused
status-left = Left
status-never = Never paid
no-reason = No reason recorded
unknown-plan = No plan named
unknown-country = Country not known

# Retention
fraction-times = × 100 =
fraction-retention = Retention, { $period }
fraction-retention-12 = Retention, 12 months to { $period }
fraction-sentence = { $end } at the end, { $gained } of them gained, { $start } at the start. { $lost } left.
cohorts-customers = % still customers, by period since the start
cohorts-net-mrr = % of MRR, by period since the start
cohorts-started = Started in
cohorts-size-customers = Customers
cohorts-size-mrr = MRR
cohorts-mean = Weighted mean
cohorts-sum = Sum of finished
cohorts-cell = { $cohort }, period { $k }: { $rate }, { $value } of { $size }
cohorts-cell-unfinished = { $cohort }, period { $k }, not finished: { $rate }, { $value } of { $size }
cohorts-under = under { $value }
cohorts-all = all kept

# Notices
notice-no-ended = “{ $file }” holds no subscription that has ended. Such a list leaves out who has left, so retention, churn and cohorts look better than they are. In Stripe, choose “All” instead of the default list and import it again.
notice-no-ended-link = Import the full list
notice-invoices-until = The newest invoice is of { $day }. Customers known only by their invoices are taken to have stayed since then; who has left is not known, so retention may look better than it is.
notice-invoices-until-link = Import newer invoices
notice-no-rate = { $count ->
    [one] One subscription in { $currency } has no exchange rate and stays out of the totals.
   *[other] { $text } subscriptions in { $currency } have no exchange rate and stay out of the totals.
}
notice-no-rate-link = Enter the rate
notice-no-end = { $count ->
    [one] One subscription is over but has no date. It stays out of the figures.
   *[other] { $text } subscriptions are over but have no date. They stay out of the figures.
}
notice-nobody = Nobody was in the segment “{ $segment }” in these periods. Choose another one at the top.
notice-short = There is less than one finished period. Rates appear when the first one is over.

# One customer
customer-since = Customer since { $day }
customer-never = Has never paid
customer-left = Left on { $day }
customer-tenure = { $months ->
    [one] one month
   *[other] { $text } months
}
customer-card = { $plan }, { $interval }
interval-month = monthly
interval-months = every { $count } months
interval-year = yearly
interval-years = every { $count } years
interval-week = weekly
interval-weeks = every { $count } weeks
interval-day = daily
interval-days = every { $count } days
phase-now = now
phase-active = pays
phase-trialing = trial
phase-past_due = past due
phase-paused = paused
phase-non_renewing = cancelled, paid until the end of the period
phase-canceled = cancelled
phase-expired = over
phase-pending = not started
fact-email = Mail
fact-company = Company
fact-country = Country
fact-created = First seen
fact-birthday = Birthday
fact-card = Card valid to
fact-tags = Labels
fact-keys = Keys

# How it is computed: formulas in words
formula-mrr_end = MRR at the start + new + expansion + reactivation − contraction − churn + exchange effect
formula-customers_end = at the start + new + came back − left
formula-retention_rate = (at the end − gained) ÷ at the start × 100
formula-retention_12 = (at the end − gained) ÷ at the start × 100, over twelve months
formula-churn_rate = left ÷ at the start × 100
formula-gross_mrr_churn = (churn + contraction) ÷ MRR at the start × 100
formula-net_mrr_churn = (churn + contraction − expansion − reactivation) ÷ MRR at the start × 100
formula-nrr = MRR now of who was there at the start ÷ their MRR then × 100
formula-grr = the smaller of MRR then and now of who was there at the start ÷ their MRR then × 100
formula-nrr_12 = MRR now of who was there twelve months before ÷ their MRR then × 100
formula-grr_12 = the smaller of MRR then and now of who was there twelve months before ÷ their MRR then × 100
formula-arpa = MRR ÷ customers
formula-asp = new MRR ÷ new customers
formula-quick_ratio = (new + expansion + reactivation) ÷ (contraction + churn)
formula-arr = MRR × 12
formula-committed_mrr = MRR − MRR of subscriptions whose cancellation is asked for
formula-customers_churned = customers at the start who are not there at the end
formula-churn = MRR at the start of who is not there at the end

# Rules named in an explanation
rule-half-open = What ends on a day is not counted on that day; the start of a period is the day before its first day.
rule-per-customer = Counted per customer, not per subscription, by comparing start and end of the period.
rule-grace = A subscription past due counts for { $days } days more; then it is churn that nobody wanted.
rule-paused = Who is paused stays a customer and counts 0 MRR.
rule-scheduled = A scheduled cancellation counts on the day it ends, not on the day it is asked for.
rule-joined = Who joined and left within the period is in neither number.
rule-unfinished = The period is not finished: counted up to { $day }.
rule-rates = Other currencies are converted at the rate of the day: the latest on or before it, otherwise the earliest there is.
rule-segment = Only { $segment }. Who moves to another plan stays retained; moving is not leaving.
rule-normalised = Prices are divided down to a month: a year by 12, a quarter by 3; one-off charges and trials are left out.
rule-grr = Counted customer by customer: growth of one never hides the loss of another.
rule-nrr = Who left and came back counts with what is paid now; who was not there at the start does not count.

# Dialogs of the system
file-workspace = Holdfast workspace
file-open-workspace = Open a workspace
file-csv = CSV file
file-import = Choose a file to import
file-save-rejects = Save the skipped rows
workspace-new-name = My business
column-plan-or-reason = Plan or reason
subscription-ends = Ends on { $day }
subscription-ended = Ended on { $day }

# Names of numbers in formulas, roles and metrics of the lists
input-mrr_start = MRR at the start
input-mrr_end = MRR at the end
input-new = new
input-expansion = expansion
input-reactivation = came back
input-contraction = contraction
input-churn = churn
input-entered = entered the segment
input-left = moved out of the segment
input-fx = exchange effect
input-customers_start = customers at the start
input-customers_new = new customers
input-customers_reactivated = customers who came back
input-customers_churned = customers who left
input-customers_entered = entered the segment
input-customers_left = moved out of the segment
input-customers_end = customers at the end
input-joined_and_left = joined and left
input-N = gained
input-E = at the end
input-B = at the start
input-churned = left
input-now = MRR now
input-then = MRR then
input-lesser = the smaller of then and now
input-kept = kept
input-committed_mrr = committed MRR
input-started = trials begun
input-converted = converted
role-lesser = kept
role-joined_and_left = joined and left
role-converted = converted
role-still_open = still open
role-not_converted = did not convert
role-churned_in_6_months = left in six months
role-there_in_6_months = there in six months
metric-new = New MRR
metric-expansion = Expansion
metric-reactivation = Reactivation
metric-contraction = Contraction
metric-entered = Entered the segment
metric-left = Moved out of the segment
metric-fx = Exchange effect
metric-customers_start = Customers at the start
metric-customers_new = New customers
metric-customers_reactivated = Customers who came back
metric-customers_entered = Customers who entered
metric-customers_left = Customers who moved out
metric-joined_and_left = Joined and left
metric-ltv = Lifetime value
metric-trials_started = Trials begun
metric-trial_conversion = Trial conversion
formula-mrr_start = MRR of the day before the first day
formula-new = MRR of who pays for the first time
formula-expansion = what customers pay more than at the start
formula-reactivation = MRR of who came back
formula-contraction = what customers pay less than at the start
formula-entered = MRR of who came from another segment
formula-left = MRR of who went to another segment
formula-fx = MRR at the end at the exchange rates of the end − the same at the rates of the start
formula-customers_start = customers of the day before the first day
formula-customers_new = who pays for the first time
formula-customers_reactivated = who came back
formula-customers_entered = who came from another segment
formula-customers_left = who went to another segment
formula-joined_and_left = there in between, but neither at the start nor at the end
formula-ltv = ARPA ÷ mean monthly churn
formula-trials_started = customers whose trial began in the period
formula-trial_conversion = converted ÷ trials begun × 100
column-tier = Tier
column-points = Points
