# Lojalitetsprogrammet
programme-by-visit = Poäng per besök
programme-by-spend = Poäng per köp
tier-green = Grön
tier-gold = Guld
tier-reserve = Reserv
tier-bronze = Brons
tier-silver = Silver
tier-platinum = Platina
