# The loyalty programme
programme-by-visit = Points by visit
programme-by-spend = Points by spend
tier-green = Green
tier-gold = Gold
tier-reserve = Reserve
tier-bronze = Bronze
tier-silver = Silver
tier-platinum = Platinum
customer-next-tier = { $measure ->
    [points] { $count ->
        [one] { $missing } point to { $tier }
       *[other] { $missing } points to { $tier }
    }
    [visits] { $count ->
        [one] { $missing } visit to { $tier }
       *[other] { $missing } visits to { $tier }
    }
    [months] { $count ->
        [one] { $missing } month to { $tier }
       *[other] { $missing } months to { $tier }
    }
   *[spend] { $missing } to { $tier }
}
