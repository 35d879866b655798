# Who is one customer
account-source-files = Other files
question-shared = Several customers of one system have this address.
question-desk = This is the address of a desk that several people may share.
question-names = One address, but the names differ.
import-notice-joined = { $count ->
    [one] One account was joined to another: both have the same mail address.
   *[other] { $text } accounts were joined to others: they have the same mail addresses.
}
import-notice-doubtful = { $count ->
    [one] One mail address leaves open who is one customer. Nothing was joined by it.
   *[other] { $text } mail addresses leave open who is one customer. Nothing was joined by them.
}
import-notice-doubtful-link = Answer

# What is missing
list-without-facts = Customers without a subscription
health-ended = { $count ->
    [one] One list of subscriptions leaves out who has left, so retention looks better than it is. Import the full list.
   *[other] { $text } lists of subscriptions leave out who has left, so retention looks better than it is. Import the full lists.
}
health-rates = { $count ->
    [one] One subscription has no exchange rate and stays out of the totals.
   *[other] { $text } subscriptions have no exchange rate and stay out of the totals.
}
health-dates = { $count ->
    [one] One subscription is over but has no date. It stays out of the figures.
   *[other] { $text } subscriptions are over but have no date. They stay out of the figures.
}
health-gaps = { $count ->
    [one] In one month nothing moved at all. A file of that month may be missing.
   *[other] In { $text } months nothing moved at all. Files of those months may be missing.
}
health-doubts = { $count ->
    [one] One mail address leaves open who is one customer.
   *[other] { $text } mail addresses leave open who is one customer.
}
health-customers = { $count ->
    [one] Of one customer no subscription is known that figures can use.
   *[other] Of { $text } customers no subscription is known that figures can use.
}
health-kinds = { $count ->
    [one] One kind of file was never imported. It would answer more questions.
   *[other] { $text } kinds of files were never imported. They would answer more questions.
}
health-to-import = Import
health-to-settings = Enter the rates
