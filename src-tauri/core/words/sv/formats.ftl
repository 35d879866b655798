# Delar av meningar kring tal och datum.
points = { $value } p.e.
part-of-whole = { $part } av { $whole }
period-week = vecka { $week }, { $year }
period-week-tick = v{ $week }
period-quarter = K{ $quarter } { $year }
period-quarter-tick = K{ $quarter }
day-today = i dag
day-yesterday = i går
day-tomorrow = i morgon
day-ago = { $days ->
    [one] för { $text } dag sedan
   *[other] för { $text } dagar sedan
}
day-ahead = { $days ->
    [one] om { $text } dag
   *[other] om { $text } dagar
}
