ui-problems-error = Left out
ui-problems-warning = Worth a look
ui-problems-guess = Guessed
ui-problem-lines = All lines
ui-problem-more = The first { $kept } of { $count } lines are listed.
ui-no-value = empty
ui-problems-none = Nothing wrong was found { $where }.
