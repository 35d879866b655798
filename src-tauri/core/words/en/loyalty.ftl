# The loyalty programme
programme-by-visit = Points by visit
programme-by-spend = Points by spend
tier-green = Green
tier-gold = Gold
tier-reserve = Reserve
tier-bronze = Bronze
tier-silver = Silver
tier-platinum = Platinum
