ui-problems-error = Utelämnade
ui-problems-warning = Värt en titt
ui-problems-guess = Gissade
ui-problem-lines = Alla rader
ui-problem-more = De första { $kept } av { $count } rader visas här.
ui-no-value = tomt
ui-problems-none = Inget fel hittades { $where }.
