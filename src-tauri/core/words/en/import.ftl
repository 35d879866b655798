error-not-csv = “{ $file }” is not a CSV: it holds something other than text. Export the list again and choose CSV.
error-workbook = “{ $file }” is an old Excel workbook, or an archive of a kind that is not opened here. Save the sheet as “CSV UTF-8” or .xlsx, or unpack the archive, and import that.
error-broken-archive = “{ $file }” cannot be unpacked: it is damaged or was cut off. Download it again, or unpack it and import what is inside.
error-locked-archive = “{ $file }” is locked with a password. Unpack it, then import the files inside.
error-no-csv-inside = “{ $file }” holds no CSV. Export the list again and choose CSV.
error-several-inside = “{ $file }” holds several lists: { $inside }. Unpack it, or save each sheet as a file of its own, and import them one by one.
error-not-a-file = “{ $file }” is not a file. Choose a CSV file.
error-empty-file = “{ $file }” is empty. Export the list again; the download may have been cut off.
error-headers-only = “{ $file }” has column names but no rows. Widen the filter of the export, then try again.
error-json = “{ $file }” holds JSON, not a table. Choose CSV as the format of the export.
error-unknown-kind = The columns of “{ $file }” could be anything. Say what its rows are, and which column means what.
error-wrong-columns = “{ $file }” was read as { $kind }, but some columns are missing: { $missing }. Choose the columns for them, or another kind of file.
error-unknown-field = There is no field “{ $field }” in this kind of file. It has: { $known }.
error-unknown-column = “{ $file }” has no column “{ $column }”. It has: { $known }.
error-bad-value = “{ $value }” cannot be read as { $field }. Expected for example: { $example }.
error-stray-quote = In “{ $file }” a quotation mark on line { $line } has no partner and would swallow the lines after it. Nothing was imported. Correct that line, or export the list again.
error-file-too-large = “{ $file }” is larger than 2 GB. Split the export into shorter periods.
error-field-too-long = A cell on line { $line } of “{ $file }” is longer than 64 kB. Nothing was imported. Look for a missing quotation mark or line break there.
error-record-too-long = The row on line { $line } of “{ $file }” is longer than 1 MB. Nothing was imported. Look for a missing line break there.
error-too-many-columns = Line { $line } of “{ $file }” has more than 512 columns. Nothing was imported. Export fewer columns.
error-too-many-rows = “{ $file }” has more than 20 million rows; line { $line } is one too many. Split the export into shorter periods.
error-too-many-entries = “{ $file }” holds more than 1,000 files. Unpack it and import the ones you need.
error-archive-too-large = “{ $file }” would be larger than 4 GB once unpacked. Nothing was unpacked. Import the files inside one by one.
error-archive-bomb = “{ $file }” would become more than 300 times its size once unpacked, which no export does. Nothing was unpacked. Ask where it comes from.
error-workbook-too-large = “{ $file }” is too large for a workbook, which has to be read as a whole: 50 MB, and 200 MB once unpacked. Save the sheet as “CSV UTF-8”, which may be 2 GB.

problem-too-many-cells = More cells than the header has columns, beginning with “{ $value }”. A cell with a delimiter in it needs quotation marks.
problem-no-customer = No customer key. Without one nobody knows whose row this is.
problem-no-date = No date. Without one the change belongs to no day.
problem-no-day = No date ({ $field }). Without one the row belongs to no month.
problem-no-plan = Neither a key nor a name. Without one nobody knows which plan this is.
problem-amount-missing = The amount is empty. Expected a number such as 29.00.
problem-bad-state = The status “{ $value }” is not known. Expected a word such as paid, open, failed or refunded.
problem-bad-rating = “{ $value }” is not an answer on this scale ({ $field }). The row is taken without it.
problem-no-start = No first day. Without one the subscription belongs to no month.
problem-bad-date = “{ $value }” is not a date ({ $field }). Expected a day such as 2026-03-31.
problem-bad-period = “{ $value }” is not a month, quarter or year ({ $column }). Expected a period such as 2026-03, 2026-Q1 or 2026.
problem-bad-amount = “{ $value }” is not an amount ({ $field }). Expected a number such as 29.00.
problem-no-amount = The amount is empty, and the plan has no price.
problem-bad-currency = “{ $value }” is not a currency. Expected a code such as EUR or USD.
problem-bad-rate = “{ $value }” is not an exchange rate ({ $field }). Expected a number above 0 such as 0.0875.
problem-own-currency = { $value } is the workspace’s own currency and needs no rate.
problem-no-cross = The rates are against { $value }, and nothing on this line leads from it to the workspace’s currency.
problem-bad-interval = “{ $value }” is not a billing interval. Expected day, week, month or year, or a number of them.
problem-zero-interval = A billing interval of “{ $value }” has no length. Expected 1 or more.
problem-bad-quantity = “{ $value }” is not a quantity. Expected a whole number from 0 up.
problem-bad-discount = “{ $value }” is not a discount. Expected a percentage from 0 to 100.
problem-bad-status = The status “{ $value }” is not known. Expected a word such as active, trialing, past due or cancelled.
problem-bad-flag = “{ $value }” is neither yes nor no ({ $field }).
problem-total-row = A row of totals (“{ $value }”): it is left out.
problem-header-again = The column names once more: this row is left out.
problem-remark = A remark, not a row (“{ $value }”): it is left out.
problem-aside = “{ $value }” under { $other }: not what this file is imported for. The row is left out.
problem-rounded-key = A spreadsheet has shortened the key to “{ $value }”, so it may stand for several. Export the list again and import that file without opening it in a spreadsheet first.
problem-same-row = The same row as line { $other }. It is counted once.
problem-superseded = Line { $other } has the same key and other values. That later line is taken.
problem-still-deleted = “{ $value }” was deleted by hand, and this row says what it said then, so it stays deleted. Undo the deletion to have it again.
problem-back-again = “{ $value }” was deleted by hand, but this row says something else than it did then, so it is here again.
problem-bad-detail = “{ $value }” is not a date ({ $field }). The row is taken without it.
problem-ended-before-start = Ended on { $value }, on or before its first day: it never was active.
problem-below-zero = “{ $value }” is below zero: it counts as paying nothing.
problem-price-gone = It is over and its monthly amount is 0, so what was paid before is not known. Map the price, or import the price list first.
problem-no-end = Over, but no date says since when. It is kept and stays out of the figures.
problem-same-moment = Line { $other } says something else about the same subscription and moment. The later line counts.
problem-interval-guessed = The plan “{ $value }” is read as paid every { $other }, because of its name. Map a billing interval if that is wrong.
problem-sign-differs = “{ $value }” has the sign of another currency than the { $other } of its column. It is read as { $other }.
problem-sign-guessed = The sign in “{ $value }” belongs to several currencies; it is read as { $other }. Give the currency for all rows if that is wrong.

cause-too-many-cells = Rows with too many cells
cause-no-customer = Rows without a customer key
cause-no-date = Changes without a date
cause-no-day = Rows without a date
cause-no-plan = Plans without a name
cause-amount-missing = Rows without an amount
cause-bad-state = Unknown statuses of invoices or payments
cause-bad-rating = Answers that are not on the scale
cause-no-start = Subscriptions without a first day
cause-bad-date = Cells that are no date
cause-bad-period = Not a period
cause-bad-amount = Cells that are no amount
cause-no-amount = Rows without an amount
cause-bad-currency = Unknown currencies
cause-bad-rate = Cells that are no exchange rate
cause-own-currency = Rates of the workspace’s own currency
cause-no-cross = Rates that do not lead to the workspace’s currency
cause-bad-interval = Unknown billing periods
cause-zero-interval = Billing periods without a length
cause-bad-quantity = Cells that are no quantity
cause-bad-discount = Cells that are no discount
cause-bad-status = Unknown statuses
cause-bad-flag = Neither yes nor no
cause-total-row = Rows of totals
cause-header-again = The column names once more
cause-remark = Remarks among the rows
cause-aside = Rows of another sort
cause-rounded-key = Keys shortened by a spreadsheet
cause-same-row = The same row more than once
cause-superseded = Keys with a later row
cause-still-deleted = Rows that were deleted by hand
cause-back-again = Rows that were deleted by hand and are back
cause-bad-detail = Details that are no date
cause-ended-before-start = Ended before they began
cause-below-zero = Prices below zero
cause-price-gone = Over, with an amount of 0
cause-no-end = Over, without a last day
cause-same-moment = Several states of one moment
cause-interval-guessed = Billing periods taken from the plan’s name
cause-sign-differs = Sign and currency differ
cause-sign-guessed = Amounts whose sign belongs to several currencies

kind-customers = customers
kind-subscriptions = subscriptions
kind-plan-changes = plan changes
kind-plans = plans
kind-invoices = invoices
kind-payments = payments
kind-events = usage and events
kind-tickets = support tickets
kind-cancellations = cancellations
kind-answers = survey answers
kind-purchases = purchases and visits
kind-referrals = referrals
kind-members = members of the loyalty programme
kind-costs = acquisition costs
kind-rates = exchange rates

field-id = Key
field-customer = Customer key
field-subscription = Subscription key
field-name = Name
field-email = E-mail
field-company = Company
field-country = Country
field-created = Customer since
field-birthday = Birthday
field-tags = Labels
field-card-expires = Card expires
field-plan = Plan
field-quantity = Quantity
field-currency = Currency
field-interval = Billing period
field-interval-count = Number of billing periods
field-amount = Price
field-amount-minor = Price in cents
field-mrr = Monthly amount
field-mrr-minor = Monthly amount in cents
field-status = Status
field-date = Date
field-start = Start date
field-trial-start = Trial starts
field-trial-end = Trial ends
field-period-start = Period starts
field-period-end = Period ends
field-at-period-end = Ends with the period
field-cancel-requested = Cancel requested
field-ended = Ended
field-past-due-since = Unpaid since
field-paused-on = Paused on
field-cancel-reason = Reason for leaving
field-discount-percent = Discount in percent
field-invoice = Invoice key
field-tax = Tax
field-discount = Discount
field-refunded = Refunded
field-refunded-on = Refunded on
field-failure = Reason of the failure
field-kind = What happened
field-detail = Detail
field-opened = Opened on
field-closed = Closed on
field-priority = Priority
field-subject = Subject
field-reason = Reason for leaving
field-comment = Comment
field-survey = Survey
field-wave = Wave
field-score = Likely to recommend, 0 to 10
field-quality = Product quality, 1 to 10
field-service = Customer service, 1 to 10
field-experience = Overall experience, 1 to 10
field-visits = Visits
field-joined = Joined
field-left-on = Left the programme
field-opening = Points brought along
field-opening-on = They begin on
field-referrer = Key of who recommended
field-referred = Key of who came
field-period = Period
field-rate = Exchange rate
field-direction = Direction
field-base = Base currency
nps-promoter = promoter
nps-passive = passive
nps-detractor = detractor

import-attribute = Keep as label “{ $name }”
import-read-as = { $field }, as { $read }
import-not-read = Not read
import-order-told = decided by the values
import-order-day-first = day first: { $cell } is { $read }
import-order-month-first = month first: { $cell } is { $read }
import-order-year-first = year first: { $cell } is { $read }
import-source-own = keys of this file’s own
import-source-hint = The keys look like those of { $source }. Choose it, and the rows join the customers you have from there.
import-sure = sure
import-likely = likely
import-look = please look
import-comma = comma
import-semicolon = semicolon
import-tab = tab
import-bar = vertical bar
import-direction-worth = What one unit of it is worth in the base currency
import-direction-buys = How many of it one unit of the base currency buys
import-rows = { $n ->
    [one] { $count } row
   *[other] { $count } rows
}
import-rows-about = about { $count } rows
import-dates-utc = dates in UTC
import-decimal-comma = amounts with comma decimals
import-interval-days = { $n ->
    [one] day
   *[other] { $count } days
}
import-interval-weeks = { $n ->
    [one] week
   *[other] { $count } weeks
}
import-interval-months = { $n ->
    [one] month
   *[other] { $count } months
}
import-interval-years = { $n ->
    [one] year
   *[other] { $count } years
}

import-notice-no-ended = Nothing in this list has ended: it leaves out cancelled subscriptions. Retention from it would be 100% and untrue. Export “All” subscriptions, cancelled ones included.
import-notice-no-ended-column = This list has no column that says when a subscription ended. Cancelled subscriptions are missing or have no date, so churn cannot be told. Export all columns, cancelled subscriptions included.
import-notice-date-order = Dates such as 03/04/2025 can be read in two ways, and no value of the file decides. { $order ->
    [month_first] They are read as month, then day
   *[other] They are read as day, then month
 } ({ $columns }). Choose the other order if that is wrong.
import-notice-lines-above = The column names stand on line { $line }. What is above them is not read.
import-notice-lines-below = Below the column names stands a row that explains them (line { $line }). It is not read as data.
import-private = Not read: about a person, and no figure needs it
import-notice-interval-assumed = No column says how often a price is paid. It is read as a month, unless the price list or the plan’s name says otherwise. Map a billing period if that is wrong.
import-notice-with-tax = “{ $column }” is a price with tax in it. MRR is made of it as it stands, so the tax counts as revenue. If the list has a column without tax, choose that one.
import-notice-short-scale = No answer under “{ $column }” is above { $top }, so its scale may end there. They are read as 0 to 10, which makes all of them detractors. Leave the column out if its scale is another.
import-notice-late-prices = { $count ->
    [one] One subscription of these plans came before this price list and was read without it, so its billing interval may be wrong. Import its list again.
   *[other] { $text } subscriptions of these plans came before this price list and were read without it, so their billing intervals may be wrong. Import their list again.
}
import-notice-maybe-cents = All prices are whole numbers such as 2900. If these are cents, choose “Price in cents” for that column.
import-notice-private = Not read, because they are about a person and no figure needs them: { $columns }. Choose a meaning for a column to read it all the same.
import-notice-rates-worth = Read as what one unit of each currency is worth in { $base }. Look at the first rows below, and choose the other direction if that is wrong.
import-notice-rates-buys = Read as how many units of each currency one { $base } buys, and turned round. Look at the first rows below, and choose the other direction if that is wrong.
import-notice-currency-assumed = No column names the currency. Amounts without a sign are read as { $currency }.
import-notice-no-key = No column holds the key of a subscription. When such a list is imported again later, a row that changed counts as another subscription.
import-notice-old-encoding = The file is not UTF-8; it is read as { $encoding }. Look whether names are spelled well.
remedy-chartmogul-lines = In this template the customer stands in the invoices, not in their lines. Add a column “Customer external ID” (and “Currency”) to the lines, or choose “Subscription external ID” as the customer where each customer has one subscription.
remedy-chartmogul-transactions = In this template the customer stands in the invoices, not in their transactions. Add a column “Customer external ID” to the transactions.
remedy-chartmogul-invoices = In this template the amounts stand in the lines of the invoices. Import those, with a column “Customer external ID” added to them.
remedy-hubspot-deals = Export the deals with the column “Associated Company” or “Associated Contact”, or choose the column that says whose they are.
import-notice-also-costs = This file also says what winning each customer cost. Import it once more and choose “acquisition costs” for its rows.
