# Het loyaliteitsprogramma
programme-by-visit = Punten per bezoek
programme-by-spend = Punten per besteding
tier-green = Groen
tier-gold = Goud
tier-reserve = Reserve
tier-bronze = Brons
tier-silver = Zilver
tier-platinum = Platina
customer-next-tier = { $measure ->
    [points] { $count ->
        [one] nog { $missing } punt tot { $tier }
       *[other] nog { $missing } punten tot { $tier }
    }
    [visits] { $count ->
        [one] nog { $missing } bezoek tot { $tier }
       *[other] nog { $missing } bezoeken tot { $tier }
    }
    [months] { $count ->
        [one] nog { $missing } maand tot { $tier }
       *[other] nog { $missing } maanden tot { $tier }
    }
   *[spend] nog { $missing } tot { $tier }
}
