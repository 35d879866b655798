# Stukken van zinnen rond getallen en datums.
points = { $value } pp
part-of-whole = { $part } van { $whole }
period-week = week { $week }, { $year }
period-week-tick = W{ $week }
period-quarter = K{ $quarter } { $year }
period-quarter-tick = K{ $quarter }
day-today = vandaag
day-yesterday = gisteren
day-tomorrow = morgen
day-ago = { $days ->
    [one] { $text } dag geleden
   *[other] { $text } dagen geleden
}
day-ahead = { $days ->
    [one] over { $text } dag
   *[other] over { $text } dagen
}
