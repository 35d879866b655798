# Het loyaliteitsprogramma
programme-by-visit = Punten per bezoek
programme-by-spend = Punten per besteding
tier-green = Groen
tier-gold = Goud
tier-reserve = Reserve
tier-bronze = Brons
tier-silver = Zilver
tier-platinum = Platina
