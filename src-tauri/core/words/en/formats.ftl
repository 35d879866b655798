# Pieces of sentences around numbers and dates.
points = { $value } pts
part-of-whole = { $part } of { $whole }
period-week = week { $week }, { $year }
period-week-tick = W{ $week }
period-quarter = Q{ $quarter } { $year }
period-quarter-tick = Q{ $quarter }
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-ago = { $days ->
    [one] { $text } day ago
   *[other] { $text } days ago
}
day-ahead = { $days ->
    [one] in { $text } day
   *[other] in { $text } days
}
