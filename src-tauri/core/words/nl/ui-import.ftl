ui-problems-error = Weggelaten
ui-problems-warning = De moeite van het bekijken waard
ui-problems-guess = Aangenomen
ui-problem-lines = Alle regels
ui-problem-more = De eerste { $kept } van { $count } regels staan hier.
ui-no-value = leeg
ui-problems-none = Er is niets mis gevonden { $where }.
