error-cancelled = Cancelled. Nothing was changed.
error-not-a-workspace = “{ $file }” is not a Holdfast workspace. Choose a file that ends in .holdfast, or import it if it is a CSV.
error-newer-workspace = This workspace was written by a newer Holdfast (format { $version }, this one knows { $known }). Nothing was changed. Install the newer Holdfast to open it.
error-workspace-busy = “{ $file }” is open in another Holdfast window. Close it there first.
error-damaged = The workspace file is damaged: { $details }. Nothing was deleted. Restore a copy, or keep the file for a repair.
error-file-exists = “{ $file }” exists already. Choose another name.
error-no-such-file = “{ $file }” is not there any more. It may have been moved or renamed.
error-disk-full = The disk is full. Nothing was lost. Make room and try again.
error-disk-full-missing = The disk is full. Nothing was lost. About { $size } more are needed. Make room and try again.
error-write-busy = An import is still running. Try again when it is done, or cancel it.
error-no-such-change = There is no change { $change } that could be undone or redone. It may have been undone already.
error-cannot-redo = This cannot be done again: something later touched the same rows, or it was too large to keep. Import the file again instead.
error-io = “{ $file }” could not be read or written: { $details }.
error-unexpected = Something went wrong that should not: { $details }. Your data is as it was.
error-bad-setting = { $field ->
    [survey_name] A survey needs a name of at most 80 letters.
    [survey_kind] “{ $value }” is no kind of survey.
    [survey_scale] “{ $value }” is no scale for this survey. Choose whole numbers from 0 to 10.
    [item_name] A question needs words of at most 80 letters.
    [wave_name] A wave needs a name of at most 80 letters.
    [wave_days] A wave cannot end before it begins: “{ $value }”.
    [theme_name] A theme needs a name of at most 80 letters.
    [feature_name] A feature needs a name of at most 80 letters.
    [feature_state] “{ $value }” is no state of a feature.
    [points] “{ $value }” is no number of points. Type a whole number above 0.
    [adjustment] “{ $value }” is no adjustment. Type a whole number other than 0, with a minus to take points away.
    [adjustment_reason] An adjustment needs a reason of at most 200 letters.
    [redeemed_for] Say what the points are redeemed for, in at most 200 letters.
    [reward_name] A reward needs a name of at most 80 letters.
    [reward_points] “{ $value }” is no price for a reward. Type a whole number of points above 0.
    [reward_worth] A reward cannot cost less than nothing.
    [day_ahead] “{ $value }” lies ahead. Points are redeemed today or on a day before.
    [joined] This customer was a member on { $value } already.
    [asking] “{ $value }” days make no sense. People are due after more days than they are left in peace for, 3,650 at most.
    [name] A workspace needs a name. Nothing was changed.
    [currency] “{ $value }” is not a currency. Type a code such as EUR or SEK.
    [time_zone] “{ $value }” is not a time zone. Choose one such as Europe/Amsterdam.
    [rate] “{ $value }” is not a rate. Type a number above 0, such as 0.0875.
    [day] “{ $value }” is not a day. Type it as 2026-02-01, or leave it empty for a rate that holds from the beginning.
    [grace_days] “{ $value }” days is too long. Choose 0 to 90.
   *[target] A target lies between 0 and 100 percent.
}
error-no-such-survey = There is no survey “{ $survey }”. Choose one of the list, or make a new one.
error-no-such-answer = That answer is not there any more. It may have been undone.
error-bad-answer = “{ $value }” is not an answer. Type a whole number from { $low } to { $high }.
error-bad-day = “{ $value }” is not a date. Write it like 2026-11-20.
error-name-taken = There is one called “{ $name }” already. Choose another name.
error-no-programme = There is no loyalty programme yet. Set one up first.
error-unsound-programme = { $why ->
    [tiers] A programme needs two to six tiers.
    [thresholds] The lowest tier begins at 0, and every other one above the one before it.
    [names] Every tier needs a name of its own.
    [amount] Points are given for an amount paid that is above 0.
    [cost] Say for how many points, more than 0, the cost holds.
    [redemption] No more than 100 percent of the points can be redeemed.
   *[expiry] Points that expire must be good for at least one month.
}
error-no-such-reward = That reward is not offered any more. Choose another one.
error-not-a-member = This customer was no member of the programme on { $day }. Points are for members.
error-short-of-points = { $state ->
    [negative] The balance is { $balance } points, because payments were refunded or an import was undone. Nothing can be redeemed until new points have filled it.
   *[short] The balance is { $balance } points, and { $points } are needed. Nothing was redeemed.
}
error-no-workspace = No workspace is open. Open one, or make a new one.
error-no-such-customer = There is no such customer any more. An import may have been undone.
error-no-such-list = There is no list “{ $list }”.
error-segment-syntax = The segment cannot be read from character { $position } on. Write it like plan = "Pro" and country in ("NL", "BE").
error-unknown-attribute = Character { $position } of the segment: no customer has an attribute “{ $value }”. Use plan, mrr, cohort, country or a column you imported.
error-segment-number = Character { $position } of the segment: “{ $value }” is not an amount. Compare mrr with whole minor units, such as mrr >= 5000.
error-segment-period = Character { $position } of the segment: “{ $value }” is not a period. Write a cohort like "2026-03", "2026-Q1" or "2026".
error-no-such-figure = There is no figure “{ $metric }” for “{ $period }”. Periods look like 2026-03, 2026-Q1, 2026 or 2026-W14.
finding-damage = The file is damaged: { $details }
finding-reference = Row { $row } of “{ $table }” refers to a row of “{ $parent }” that is not there.
finding-value = “{ $table }” holds values in “{ $column }” that Holdfast never writes (rows: { $rows }).
finding-changes = The list of changes does not fit the rows of “{ $table }”. Undoing older changes could leave rows behind.
finding-keys = Not every row of “{ $table }” would be known again. Importing its file once more could add rows twice.
