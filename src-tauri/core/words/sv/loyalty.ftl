# Lojalitetsprogrammet
programme-by-visit = Poäng per besök
programme-by-spend = Poäng per köp
tier-green = Grön
tier-gold = Guld
tier-reserve = Reserv
tier-bronze = Brons
tier-silver = Silver
tier-platinum = Platina
customer-next-tier = { $measure ->
    [points] { $count ->
        [one] { $missing } poäng kvar till { $tier }
       *[other] { $missing } poäng kvar till { $tier }
    }
    [visits] { $count ->
        [one] { $missing } besök kvar till { $tier }
       *[other] { $missing } besök kvar till { $tier }
    }
    [months] { $count ->
        [one] { $missing } månad kvar till { $tier }
       *[other] { $missing } månader kvar till { $tier }
    }
   *[spend] { $missing } kvar till { $tier }
}
