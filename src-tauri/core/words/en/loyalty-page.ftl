# Measures and amounts
loyalty-points = { $count ->
    [one] 1 point
   *[other] { $text } points
}
loyalty-visits = { $count ->
    [one] 1 visit
   *[other] { $text } visits
}
loyalty-months = { $count ->
    [one] 1 month
   *[other] { $text } months
}
loyalty-members = { $count ->
    [one] member
   *[other] members
}
loyalty-worth = { $points }, worth { $money }

# Tiers
loyalty-lowest = everybody
loyalty-tick = tick: { $target } target
loyalty-from = from { $measure }
loyalty-mrr = { $mrr } MRR
loyalty-kept = { $rate } kept in 12 months
loyalty-nps = NPS { $score } (n = { $answers })
loyalty-no-nps = no NPS answers
loyalty-spend = { $money } paid each in 12 months

# Who moves
loyalty-moved-up = Moved up { $month }
loyalty-moved-down = Moved down { $month }
loyalty-nobody-moved-up = Nobody has moved up in { $month }.
loyalty-nobody-moved-down = Nobody has moved down in { $month }.
loyalty-up = Up { $month }
loyalty-down = Down { $month }
loyalty-nobody-up = Nobody is on the way to a higher tier in { $month }.
loyalty-nobody-down = Nobody comes down in { $month }.
loyalty-to-go = { $measure } to go
loyalty-down-on = on { $day }

# Points
loyalty-liability-sub = { $month }, { $cost }
loyalty-liability-formula = { $points } ÷ { $per } × { $amount } × { $share } expected to be redeemed =
loyalty-liability-owed = Customers owe { $points }: what was redeemed was given back or its import undone. Later points fill that first. It costs nothing:
loyalty-breakage = Breakage expected: { $expected }
loyalty-breakage-observed = Breakage expected: { $expected }, so far { $observed }
loyalty-ending = Expire within { $days } days:
loyalty-negative = Balances below zero:
loyalty-end-of = End of { $month }
loyalty-earned = Earned
loyalty-adjusted = Adjusted
loyalty-redeemed = Redeemed
loyalty-expired = Expired
loyalty-reversed = Reversed
loyalty-outstanding = Outstanding
loyalty-chart = Points outstanding by month, { $points } now
loyalty-adjusted-for = Adjusted: { $reason }

# Columns
loyalty-column-tier = Tier
loyalty-column-balance = Balance
loyalty-column-counted = Counted
loyalty-column-missing = To next tier
loyalty-column-ending = Expiring soon
loyalty-column-points = Points
loyalty-column-month = Month
loyalty-column-start = Start
loyalty-column-earned = Earned
loyalty-column-adjusted = Adjusted
loyalty-column-redeemed = Redeemed
loyalty-column-expired = Expired
loyalty-column-reversed = Reversed
loyalty-column-end = End
loyalty-column-liability = Liability
loyalty-column-issued = Points earned
loyalty-column-cost = Cost
loyalty-column-points-cost = Points cost
loyalty-column-benefits-cost = Benefits cost
loyalty-column-issued-now = Earned, present rules
loyalty-column-cost-now = Cost, present rules
loyalty-column-liability-now = Liability, present rules
loyalty-column-figure = Figure
loyalty-column-members = Members
loyalty-column-others = Others like them
loyalty-column-difference = Difference
loyalty-column-interval = 95% interval
loyalty-column-group = Customers
loyalty-column-customers = Number
loyalty-column-mrr-each = MRR each
loyalty-column-paid-each = Paid each in 3 months
loyalty-column-kept = Kept 12 months
loyalty-column-spend-each = Paid each in 12 months
loyalty-column-referrer = Customer
loyalty-column-brought = Brought
loyalty-column-brought-mrr = Their MRR
loyalty-column-day = Day
loyalty-column-what = What happened

# Lists
loyalty-list-members = Members on { $day }
loyalty-list-tier = { $tier } on { $day }
loyalty-list-before = { $tier } on { $day }, twelve months before
loyalty-list-moved-up = Moved up in { $month }
loyalty-list-moved-down = Moved down in { $month }
loyalty-list-up = Up in { $month }
loyalty-list-down = Down in { $month }
loyalty-list-ending = Points that expire soon, on { $day }
loyalty-list-negative = Balances below zero on { $day }
loyalty-list-balance = Balances on { $day }
loyalty-list-draft = { $tier } with the draft rules
loyalty-list-earned = Points earned in { $month }
loyalty-list-redeemed = Points redeemed in { $month }
loyalty-list-expired = Points expired in { $month }
loyalty-list-reversed = Points reversed in { $month }
loyalty-list-adjusted = Points adjusted in { $month }
loyalty-list-points = { $customers }, { $points } points
loyalty-list-tenure-long = Customers of over three years
loyalty-list-tenure-new = Customers of under six months
loyalty-list-referrers = Who referred somebody
loyalty-list-referred = Customers who were referred
loyalty-list-referred-there = Referred customers who are here
loyalty-list-referred-kept = Referred customers kept for 12 months
loyalty-list-promoters = Promoters who have not referred anybody
loyalty-list-brought = Brought by { $name }

# Filters
loyalty-filter-all = All
loyalty-filter-up = Going up
loyalty-filter-down = Coming down
loyalty-filter-ending = Expiring
loyalty-filter-negative = Below zero

# Draft rules
loyalty-now = Now
loyalty-then = Then
loyalty-preview-of = { $count ->
    [one] on 1 member of today
   *[other] on today’s { $text } members
}
loyalty-nobody-moves = Nobody changes tier.
loyalty-move-up = { $count ->
    [one] 1 customer moves up.
   *[other] { $text } customers move up.
}
loyalty-move-down = { $count ->
    [one] 1 customer moves down.
   *[other] { $text } customers move down.
}
loyalty-cost-then = Costs about { $all } a month: { $points } of points, { $benefits } of benefits.
loyalty-cost-more = That is { $money } more.
loyalty-cost-less = That is { $money } less.
loyalty-ready-spend = Points for what they pay
loyalty-ready-spend-say = One point for each unit of your currency paid; four tiers by the points of the last twelve months. Suits more spend and a longer stay.
loyalty-ready-visits = Points for each visit
loyalty-ready-visits-say = Five points a visit, more in the higher tiers; three tiers by the points of the last twelve months. Suits more visits.
loyalty-not-begun = The programme begins on { $day }. Until then nobody earns points.
loyalty-rules-since = in force since { $day }
loyalty-rules-to-come = from { $day }
loyalty-drops =
    { $count ->
        [one] The rules that were to hold from { $days } are dropped.
       *[other] The rules that were to hold from these days are dropped: { $days }.
    }
loyalty-simulated = { $points } points earned in these months, cost { $cost }; by the present rules { $before } and { $costbefore }.
loyalty-simulated-first = { $points } points earned in these months, cost { $cost }.

# Does it work?
loyalty-aim-visits = Aim: members come more often
loyalty-aim-spend = Aim: members spend more
loyalty-aim-stay = Aim: members stay longer
loyalty-aim-referrals = Aim: members bring others
loyalty-answer-yes = Yes
loyalty-answer-no = No
loyalty-answer-unsure = Not shown
loyalty-answer-cannot = Cannot be told
loyalty-works-yes = { $figure ->
    [stay] Members stay longer than others like them: { $difference }, between { $low } and { $high }.
   *[spend] Members spend more than others like them: { $difference } each in 12 months, between { $low } and { $high }.
}
loyalty-works-no = { $figure ->
    [stay] Members leave more often than others like them: { $difference }, between { $low } and { $high }.
   *[spend] Members spend less than others like them: { $difference } each in 12 months, between { $low } and { $high }.
}
loyalty-works-unsure = { $figure ->
    [stay] The difference in how many stay ({ $difference }) is within what chance gives: between { $low } and { $high }.
   *[spend] The difference in spend ({ $difference } each in 12 months) is within what chance gives: between { $low } and { $high }.
}
loyalty-doubt-no-members = Nobody was a member twelve months ago. The comparison begins when the programme is a year old.
loyalty-doubt-no-others = Everybody was a member: there is nobody to compare with. Let customers join, or make a segment members, to be able to tell.
loyalty-doubt-no-overlap = No member has anybody of his plan, tenure and MRR beside him who was none.
loyalty-doubt-few = Few could be matched: read with care.
loyalty-doubt-little = Fewer than half of the members have somebody like them.
loyalty-matched = { $matched } of { $members } members of twelve months ago beside { $others } others of the same plan, tenure and MRR.
loyalty-match = Members of twelve months ago are compared with others of the same plan, tenure and MRR.
loyalty-between = { $low } to { $high }
loyalty-figure-kept = Kept in 12 months
loyalty-figure-spend = Paid in 12 months
loyalty-tenure-long = Over three years
loyalty-tenure-new = Under six months

# Rewards and statements
loyalty-free-month = Free month
loyalty-discount = Discount
loyalty-early-access = Early access
loyalty-gift = Gift
loyalty-fact-next = Next tier
loyalty-to-tier = { $measure } to { $tier }
loyalty-fact-down = Without more
loyalty-comes-down = { $tier } from { $day }
loyalty-fact-pending = Not usable yet
loyalty-fact-ending = Expires
loyalty-ends-on = { $points } on { $day }
loyalty-what-expired = Expired, earned on { $day }
loyalty-what-reversed = Reversed, paid on { $day }
loyalty-what-opened = Brought from an earlier programme
loyalty-what-redeemed = Redeemed: { $what }
loyalty-what-visit = Visit
loyalty-what-payment = Payment
loyalty-what-month = A month as a customer
loyalty-what-brought = Brought { $name }
loyalty-what-was-brought = Brought by { $name }
loyalty-what-birthday = Birthday
loyalty-what-anniversary = Anniversary

# Referrals
loyalty-referral-referrers = Customers who referred
loyalty-referral-referred = Came by a referral
loyalty-referral-referred-there = Their MRR today
loyalty-referral-referred-kept = Kept 12 months
loyalty-referral-viral = Viral coefficient
loyalty-referral-promoters = Promoters to ask
loyalty-viral-formula = { $each } referrals a customer × { $converted } who became customers = { $viral }
loyalty-viral-none = No referral is known yet. Import them, or add one by hand.
loyalty-were-referred = Referred
loyalty-came-alone = Everybody else

# A segment while it is put together
loyalty-segment-plan = Plan
loyalty-segment-mrr = MRR
loyalty-segment-cohort = First payment
loyalty-segment-country = Country
loyalty-segment-of = { $text } of { $all } customers today
loyalty-list-segment = Customers of this segment on { $day }
