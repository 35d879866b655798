# Measures and amounts
loyalty-points = { $count ->
    [one] 1 punt
   *[other] { $text } punten
}
loyalty-visits = { $count ->
    [one] 1 bezoek
   *[other] { $text } bezoeken
}
loyalty-months = { $count ->
    [one] 1 maand
   *[other] { $text } maanden
}
loyalty-members = { $count ->
    [one] lid
   *[other] leden
}
loyalty-worth = { $points }, waard { $money }

# Tiers
loyalty-lowest = iedereen
loyalty-tick = streep: doel { $target }
loyalty-from = vanaf { $measure }
loyalty-mrr = { $mrr } MRR
loyalty-kept = { $rate } gebleven in 12 maanden
loyalty-nps = NPS { $score } (n = { $answers })
loyalty-no-nps = geen NPS-antwoorden
loyalty-spend = { $money } elk betaald in 12 maanden

# Who moves
loyalty-moved-up = Omhooggegaan { $month }
loyalty-moved-down = Omlaaggegaan { $month }
loyalty-nobody-moved-up = Niemand is omhooggegaan in { $month }.
loyalty-nobody-moved-down = Niemand is omlaaggegaan in { $month }.
loyalty-up = Omhoog { $month }
loyalty-down = Omlaag { $month }
loyalty-nobody-up = Niemand is op weg naar een hoger niveau in { $month }.
loyalty-nobody-down = Niemand zakt in { $month }.
loyalty-to-go = nog { $measure }
loyalty-down-on = op { $day }

# Points
loyalty-liability-sub = { $month }, { $cost }
loyalty-liability-formula = { $points } ÷ { $per } × { $amount } × { $share } naar verwachting ingewisseld =
loyalty-liability-owed = Klanten staan { $points } in het krijt: wat werd ingewisseld is terugbetaald of de import ervan is ongedaan gemaakt. Latere punten vullen dat eerst aan. Het kost niets:
loyalty-breakage = Verwachte breakage: { $expected }
loyalty-breakage-observed = Verwachte breakage: { $expected }, tot nu toe { $observed }
loyalty-ending = Vervallen binnen { $days } dagen:
loyalty-negative = Saldi onder nul:
loyalty-end-of = Eind { $month }
loyalty-earned = Verdiend
loyalty-adjusted = Aangepast
loyalty-redeemed = Ingewisseld
loyalty-expired = Vervallen
loyalty-reversed = Teruggenomen
loyalty-outstanding = Uitstaand
loyalty-chart = Uitstaande punten per maand, nu { $points }
loyalty-adjusted-for = Aangepast: { $reason }

# Columns
loyalty-column-tier = Niveau
loyalty-column-balance = Saldo
loyalty-column-counted = Geteld
loyalty-column-missing = Tot volgende niveau
loyalty-column-ending = Vervalt binnenkort
loyalty-column-points = Punten
loyalty-column-month = Maand
loyalty-column-start = Begin
loyalty-column-earned = Verdiend
loyalty-column-adjusted = Aangepast
loyalty-column-redeemed = Ingewisseld
loyalty-column-expired = Vervallen
loyalty-column-reversed = Teruggenomen
loyalty-column-end = Eind
loyalty-column-liability = Verplichting
loyalty-column-issued = Punten verdiend
loyalty-column-cost = Kosten
loyalty-column-points-cost = Kosten van punten
loyalty-column-benefits-cost = Kosten van voordelen
loyalty-column-issued-now = Verdiend, huidige regels
loyalty-column-cost-now = Kosten, huidige regels
loyalty-column-liability-now = Verplichting, huidige regels
loyalty-column-figure = Cijfer
loyalty-column-members = Leden
loyalty-column-others = Vergelijkbare anderen
loyalty-column-difference = Verschil
loyalty-column-interval = 95%-interval
loyalty-column-group = Klanten
loyalty-column-customers = Aantal
loyalty-column-mrr-each = MRR elk
loyalty-column-paid-each = Elk betaald in 3 maanden
loyalty-column-kept = 12 maanden gebleven
loyalty-column-spend-each = Elk betaald in 12 maanden
loyalty-column-referrer = Klant
loyalty-column-brought = Aangebracht
loyalty-column-brought-mrr = Hun MRR
loyalty-column-day = Dag
loyalty-column-what = Wat er gebeurde

# Lists
loyalty-list-members = Leden op { $day }
loyalty-list-tier = { $tier } op { $day }
loyalty-list-before = { $tier } op { $day }, twaalf maanden eerder
loyalty-list-moved-up = Omhooggegaan in { $month }
loyalty-list-moved-down = Omlaaggegaan in { $month }
loyalty-list-up = Omhoog in { $month }
loyalty-list-down = Omlaag in { $month }
loyalty-list-ending = Punten die binnenkort vervallen, op { $day }
loyalty-list-negative = Saldi onder nul op { $day }
loyalty-list-balance = Saldi op { $day }
loyalty-list-draft = { $tier } met de conceptregels
loyalty-list-earned = Punten verdiend in { $month }
loyalty-list-redeemed = Punten ingewisseld in { $month }
loyalty-list-expired = Punten vervallen in { $month }
loyalty-list-reversed = Punten teruggenomen in { $month }
loyalty-list-adjusted = Punten aangepast in { $month }
loyalty-list-points = { $customers }, { $points } punten
loyalty-list-tenure-long = Klanten van meer dan drie jaar
loyalty-list-tenure-new = Klanten van minder dan zes maanden
loyalty-list-referrers = Wie iemand aanbeval
loyalty-list-referred = Aangebrachte klanten
loyalty-list-referred-there = Aangebrachte klanten die er zijn
loyalty-list-referred-kept = Aangebrachte klanten die 12 maanden bleven
loyalty-list-promoters = Promotors die niemand aanbevalen
loyalty-list-brought = Aangebracht door { $name }

# Filters
loyalty-filter-all = Alle
loyalty-filter-up = Gaan omhoog
loyalty-filter-down = Gaan omlaag
loyalty-filter-ending = Vervallend
loyalty-filter-negative = Onder nul

# Draft rules
loyalty-now = Nu
loyalty-then = Dan
loyalty-preview-of = { $count ->
    [one] op 1 lid van vandaag
   *[other] op de { $text } leden van vandaag
}
loyalty-nobody-moves = Niemand wisselt van niveau.
loyalty-move-up = { $count ->
    [one] 1 klant gaat omhoog.
   *[other] { $text } klanten gaan omhoog.
}
loyalty-move-down = { $count ->
    [one] 1 klant gaat omlaag.
   *[other] { $text } klanten gaan omlaag.
}
loyalty-cost-then = Kost ongeveer { $all } per maand: { $points } aan punten, { $benefits } aan voordelen.
loyalty-cost-more = Dat is { $money } meer.
loyalty-cost-less = Dat is { $money } minder.
loyalty-ready-spend = Punten voor wat ze betalen
loyalty-ready-spend-say = Eén punt per betaalde eenheid van je munt; vier niveaus naar de punten van de laatste twaalf maanden. Past bij meer besteding en langer blijven.
loyalty-ready-visits = Punten voor elk bezoek
loyalty-ready-visits-say = Vijf punten per bezoek, meer op de hogere niveaus; drie niveaus naar de punten van de laatste twaalf maanden. Past bij meer bezoeken.
loyalty-not-begun = Het programma begint op { $day }. Tot dan verdient niemand punten.
loyalty-rules-since = van kracht sinds { $day }
loyalty-rules-to-come = vanaf { $day }
loyalty-drops =
    { $count ->
        [one] De regels die vanaf { $days } zouden gelden, vervallen.
       *[other] De regels die vanaf deze dagen zouden gelden, vervallen: { $days }.
    }
loyalty-simulated = { $points } punten verdiend in deze maanden, kosten { $cost }; met de huidige regels { $before } en { $costbefore }.
loyalty-simulated-first = { $points } punten verdiend in deze maanden, kosten { $cost }.

# Does it work?
loyalty-aim-visits = Doel: leden komen vaker
loyalty-aim-spend = Doel: leden besteden meer
loyalty-aim-stay = Doel: leden blijven langer
loyalty-aim-referrals = Doel: leden brengen anderen aan
loyalty-answer-yes = Ja
loyalty-answer-no = Nee
loyalty-answer-unsure = Niet aangetoond
loyalty-answer-cannot = Niet te zeggen
loyalty-works-yes = { $figure ->
    [stay] Leden blijven langer dan vergelijkbare anderen: { $difference }, tussen { $low } en { $high }.
   *[spend] Leden besteden meer dan vergelijkbare anderen: elk { $difference } in 12 maanden, tussen { $low } en { $high }.
}
loyalty-works-no = { $figure ->
    [stay] Leden vertrekken vaker dan vergelijkbare anderen: { $difference }, tussen { $low } en { $high }.
   *[spend] Leden besteden minder dan vergelijkbare anderen: elk { $difference } in 12 maanden, tussen { $low } en { $high }.
}
loyalty-works-unsure = { $figure ->
    [stay] Het verschil in hoeveel er blijven ({ $difference }) valt binnen het toeval: tussen { $low } en { $high }.
   *[spend] Het verschil in besteding (elk { $difference } in 12 maanden) valt binnen het toeval: tussen { $low } en { $high }.
}
loyalty-doubt-no-members = Twaalf maanden geleden was niemand lid. De vergelijking begint als het programma een jaar oud is.
loyalty-doubt-no-others = Iedereen was lid: er is niemand om mee te vergelijken. Laat klanten zich aanmelden, of maak een segment lid, om het te kunnen zeggen.
loyalty-doubt-no-overlap = Geen lid heeft iemand van hetzelfde abonnement, dezelfde duur en MRR naast zich die geen lid was.
loyalty-doubt-few = Weinigen konden worden gekoppeld: lees met zorg.
loyalty-doubt-little = Minder dan de helft van de leden heeft een vergelijkbare ander.
loyalty-matched = { $matched } van { $members } leden van twaalf maanden geleden naast { $others } anderen van hetzelfde abonnement, dezelfde duur en MRR.
loyalty-match = Leden van twaalf maanden geleden worden vergeleken met anderen van hetzelfde abonnement, dezelfde duur en MRR.
loyalty-between = { $low } tot { $high }
loyalty-figure-kept = Gebleven in 12 maanden
loyalty-figure-spend = Betaald in 12 maanden
loyalty-tenure-long = Meer dan drie jaar
loyalty-tenure-new = Minder dan zes maanden

# Rewards and statements
loyalty-free-month = Gratis maand
loyalty-discount = Korting
loyalty-early-access = Vroege toegang
loyalty-gift = Cadeau
loyalty-fact-next = Volgend niveau
loyalty-to-tier = nog { $measure } tot { $tier }
loyalty-fact-down = Zonder meer
loyalty-comes-down = { $tier } vanaf { $day }
loyalty-fact-pending = Nog niet bruikbaar
loyalty-fact-ending = Vervalt
loyalty-ends-on = { $points } op { $day }
loyalty-what-expired = Vervallen, verdiend op { $day }
loyalty-what-reversed = Teruggenomen, betaald op { $day }
loyalty-what-opened = Meegebracht uit een eerder programma
loyalty-what-redeemed = Ingewisseld: { $what }
loyalty-what-visit = Bezoek
loyalty-what-payment = Betaling
loyalty-what-month = Een maand als klant
loyalty-what-brought = { $name } aangebracht
loyalty-what-was-brought = Aangebracht door { $name }
loyalty-what-birthday = Verjaardag
loyalty-what-anniversary = Jaardag

# Referrals
loyalty-referral-referrers = Klanten die aanbevalen
loyalty-referral-referred = Kwamen door een aanbeveling
loyalty-referral-referred-there = Hun MRR vandaag
loyalty-referral-referred-kept = 12 maanden gebleven
loyalty-referral-viral = Virale coëfficiënt
loyalty-referral-promoters = Promotors om te vragen
loyalty-viral-formula = { $each } aanbevelingen per klant × { $converted } die klant werden = { $viral }
loyalty-viral-none = Er is nog geen aanbeveling bekend. Importeer ze, of voeg er een toe.
loyalty-were-referred = Aangebracht
loyalty-came-alone = Alle anderen

# A segment while it is put together
loyalty-segment-plan = Plan
loyalty-segment-mrr = MRR
loyalty-segment-cohort = Eerste betaling
loyalty-segment-country = Land
loyalty-segment-of = { $text } van { $all } klanten vandaag
loyalty-list-segment = Klanten van dit segment op { $day }
