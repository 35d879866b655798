# Measures and amounts
loyalty-points = { $count ->
    [one] 1 poäng
   *[other] { $text } poäng
}
loyalty-visits = { $count ->
    [one] 1 besök
   *[other] { $text } besök
}
loyalty-months = { $count ->
    [one] 1 månad
   *[other] { $text } månader
}
loyalty-members = { $count ->
    [one] medlem
   *[other] medlemmar
}
loyalty-worth = { $points }, värda { $money }

# Tiers
loyalty-lowest = alla
loyalty-tick = streck: mål { $target }
loyalty-from = från { $measure }
loyalty-mrr = { $mrr } MRR
loyalty-kept = { $rate } kvar efter 12 månader
loyalty-nps = NPS { $score } (n = { $answers })
loyalty-no-nps = inga NPS-svar
loyalty-spend = { $money } betalt var på 12 månader

# Who moves
loyalty-moved-up = Gått upp { $month }
loyalty-moved-down = Gått ner { $month }
loyalty-nobody-moved-up = Ingen har gått upp i { $month }.
loyalty-nobody-moved-down = Ingen har gått ner i { $month }.
loyalty-up = Upp { $month }
loyalty-down = Ner { $month }
loyalty-nobody-up = Ingen är på väg till en högre nivå i { $month }.
loyalty-nobody-down = Ingen går ner i { $month }.
loyalty-to-go = { $measure } kvar
loyalty-down-on = den { $day }

# Points
loyalty-liability-sub = { $month }, { $cost }
loyalty-liability-formula = { $points } ÷ { $per } × { $amount } × { $share } väntas lösas in =
loyalty-liability-owed = Kunderna är skyldiga { $points }: det som löstes in har betalats tillbaka eller importen har ångrats. Senare poäng täcker det först. Det kostar ingenting:
loyalty-breakage = Väntad breakage: { $expected }
loyalty-breakage-observed = Väntad breakage: { $expected }, hittills { $observed }
loyalty-ending = Förfaller inom { $days } dagar:
loyalty-negative = Saldon under noll:
loyalty-end-of = Slutet av { $month }
loyalty-earned = Intjänat
loyalty-adjusted = Justerat
loyalty-redeemed = Inlöst
loyalty-expired = Förfallet
loyalty-reversed = Återfört
loyalty-outstanding = Utestående
loyalty-chart = Utestående poäng per månad, nu { $points }
loyalty-adjusted-for = Justerat: { $reason }

# Columns
loyalty-column-tier = Nivå
loyalty-column-balance = Saldo
loyalty-column-counted = Räknat
loyalty-column-missing = Till nästa nivå
loyalty-column-ending = Förfaller snart
loyalty-column-points = Poäng
loyalty-column-month = Månad
loyalty-column-start = Början
loyalty-column-earned = Intjänat
loyalty-column-adjusted = Justerat
loyalty-column-redeemed = Inlöst
loyalty-column-expired = Förfallet
loyalty-column-reversed = Återfört
loyalty-column-end = Slut
loyalty-column-liability = Skuld
loyalty-column-issued = Intjänade poäng
loyalty-column-cost = Kostnad
loyalty-column-points-cost = Poängens kostnad
loyalty-column-benefits-cost = Förmånernas kostnad
loyalty-column-issued-now = Intjänat, nuvarande regler
loyalty-column-cost-now = Kostnad, nuvarande regler
loyalty-column-liability-now = Skuld, nuvarande regler
loyalty-column-figure = Mått
loyalty-column-members = Medlemmar
loyalty-column-others = Andra som liknar dem
loyalty-column-difference = Skillnad
loyalty-column-interval = 95 %-intervall
loyalty-column-group = Kunder
loyalty-column-customers = Antal
loyalty-column-mrr-each = MRR var
loyalty-column-paid-each = Betalt var på 3 månader
loyalty-column-kept = Kvar efter 12 månader
loyalty-column-spend-each = Betalt var på 12 månader
loyalty-column-referrer = Kund
loyalty-column-brought = Värvade
loyalty-column-brought-mrr = Deras MRR
loyalty-column-day = Dag
loyalty-column-what = Vad som hände

# Lists
loyalty-list-members = Medlemmar den { $day }
loyalty-list-tier = { $tier } den { $day }
loyalty-list-before = { $tier } den { $day }, tolv månader tidigare
loyalty-list-moved-up = Gått upp i { $month }
loyalty-list-moved-down = Gått ner i { $month }
loyalty-list-up = Upp i { $month }
loyalty-list-down = Ner i { $month }
loyalty-list-ending = Poäng som snart förfaller, den { $day }
loyalty-list-negative = Saldon under noll den { $day }
loyalty-list-balance = Saldon den { $day }
loyalty-list-draft = { $tier } med utkastets regler
loyalty-list-earned = Poäng intjänade i { $month }
loyalty-list-redeemed = Poäng inlösta i { $month }
loyalty-list-expired = Poäng förfallna i { $month }
loyalty-list-reversed = Poäng återförda i { $month }
loyalty-list-adjusted = Poäng justerade i { $month }
loyalty-list-points = { $customers }, { $points } poäng
loyalty-list-tenure-long = Kunder sedan över tre år
loyalty-list-tenure-new = Kunder sedan under sex månader
loyalty-list-referrers = Vem som har värvat någon
loyalty-list-referred = Värvade kunder
loyalty-list-referred-there = Värvade kunder som är kvar
loyalty-list-referred-kept = Värvade kunder kvar efter 12 månader
loyalty-list-promoters = Ambassadörer som inte har värvat någon
loyalty-list-brought = Värvade av { $name }

# Filters
loyalty-filter-all = Alla
loyalty-filter-up = På väg upp
loyalty-filter-down = På väg ner
loyalty-filter-ending = Förfaller
loyalty-filter-negative = Under noll

# Draft rules
loyalty-now = Nu
loyalty-then = Då
loyalty-preview-of = { $count ->
    [one] på dagens enda medlem
   *[other] på dagens { $text } medlemmar
}
loyalty-nobody-moves = Ingen byter nivå.
loyalty-move-up = { $count ->
    [one] 1 kund går upp.
   *[other] { $text } kunder går upp.
}
loyalty-move-down = { $count ->
    [one] 1 kund går ner.
   *[other] { $text } kunder går ner.
}
loyalty-cost-then = Kostar omkring { $all } i månaden: { $points } i poäng, { $benefits } i förmåner.
loyalty-cost-more = Det är { $money } mer.
loyalty-cost-less = Det är { $money } mindre.
loyalty-ready-spend = Poäng för det de betalar
loyalty-ready-spend-say = En poäng per betald enhet av din valuta; fyra nivåer efter poängen de senaste tolv månaderna. Passar större köp och längre kundrelation.
loyalty-ready-visits = Poäng för varje besök
loyalty-ready-visits-say = Fem poäng per besök, fler på de högre nivåerna; tre nivåer efter poängen de senaste tolv månaderna. Passar fler besök.
loyalty-not-begun = Programmet börjar den { $day }. Till dess tjänar ingen poäng.
loyalty-rules-since = gäller sedan { $day }
loyalty-rules-to-come = från { $day }
loyalty-drops =
    { $count ->
        [one] Reglerna som skulle gälla från { $days } utgår.
       *[other] Reglerna som skulle gälla från dessa dagar utgår: { $days }.
    }
loyalty-simulated = { $points } poäng intjänade dessa månader, kostnad { $cost }; med nuvarande regler { $before } och { $costbefore }.
loyalty-simulated-first = { $points } poäng intjänade dessa månader, kostnad { $cost }.

# Does it work?
loyalty-aim-visits = Mål: medlemmar kommer oftare
loyalty-aim-spend = Mål: medlemmar köper mer
loyalty-aim-stay = Mål: medlemmar stannar längre
loyalty-aim-referrals = Mål: medlemmar värvar andra
loyalty-answer-yes = Ja
loyalty-answer-no = Nej
loyalty-answer-unsure = Inte visat
loyalty-answer-cannot = Går inte att säga
loyalty-works-yes = { $figure ->
    [stay] Medlemmar stannar längre än andra som liknar dem: { $difference }, mellan { $low } och { $high }.
   *[spend] Medlemmar köper mer än andra som liknar dem: { $difference } var på 12 månader, mellan { $low } och { $high }.
}
loyalty-works-no = { $figure ->
    [stay] Medlemmar lämnar oftare än andra som liknar dem: { $difference }, mellan { $low } och { $high }.
   *[spend] Medlemmar köper mindre än andra som liknar dem: { $difference } var på 12 månader, mellan { $low } och { $high }.
}
loyalty-works-unsure = { $figure ->
    [stay] Skillnaden i hur många som stannar ({ $difference }) ryms inom slumpen: mellan { $low } och { $high }.
   *[spend] Skillnaden i köp ({ $difference } var på 12 månader) ryms inom slumpen: mellan { $low } och { $high }.
}
loyalty-doubt-no-members = Ingen var medlem för tolv månader sedan. Jämförelsen börjar när programmet är ett år gammalt.
loyalty-doubt-no-others = Alla var medlemmar: det finns ingen att jämföra med. Låt kunder gå med, eller gör ett segment till medlemmar, för att kunna säga.
loyalty-doubt-no-overlap = Ingen medlem har någon med samma abonnemang, tid och MRR bredvid sig som inte var medlem.
loyalty-doubt-few = Få kunde matchas: läs med försiktighet.
loyalty-doubt-little = Färre än hälften av medlemmarna har någon som liknar dem.
loyalty-matched = { $matched } av { $members } medlemmar för tolv månader sedan bredvid { $others } andra med samma abonnemang, tid och MRR.
loyalty-match = Medlemmar för tolv månader sedan jämförs med andra med samma abonnemang, tid och MRR.
loyalty-between = { $low } till { $high }
loyalty-figure-kept = Kvar efter 12 månader
loyalty-figure-spend = Betalt på 12 månader
loyalty-tenure-long = Över tre år
loyalty-tenure-new = Under sex månader

# Rewards and statements
loyalty-free-month = Gratis månad
loyalty-discount = Rabatt
loyalty-early-access = Tidig tillgång
loyalty-gift = Gåva
loyalty-fact-next = Nästa nivå
loyalty-to-tier = { $measure } till { $tier }
loyalty-fact-down = Utan mer
loyalty-comes-down = { $tier } från { $day }
loyalty-fact-pending = Inte användbara än
loyalty-fact-ending = Förfaller
loyalty-ends-on = { $points } den { $day }
loyalty-what-expired = Förfallna, intjänade den { $day }
loyalty-what-reversed = Återförda, betalt den { $day }
loyalty-what-opened = Medförda från ett tidigare program
loyalty-what-redeemed = Inlöst: { $what }
loyalty-what-visit = Besök
loyalty-what-payment = Betalning
loyalty-what-month = En månad som kund
loyalty-what-brought = Värvade { $name }
loyalty-what-was-brought = Värvad av { $name }
loyalty-what-birthday = Födelsedag
loyalty-what-anniversary = Årsdag

# Referrals
loyalty-referral-referrers = Kunder som har värvat
loyalty-referral-referred = Kom genom en värvning
loyalty-referral-referred-there = Deras MRR i dag
loyalty-referral-referred-kept = Kvar efter 12 månader
loyalty-referral-viral = Viral koefficient
loyalty-referral-promoters = Ambassadörer att fråga
loyalty-viral-formula = { $each } värvningar per kund × { $converted } som blev kunder = { $viral }
loyalty-viral-none = Ingen värvning är känd än. Importera dem, eller lägg till en för hand.
loyalty-were-referred = Värvade
loyalty-came-alone = Alla andra

# A segment while it is put together
loyalty-segment-plan = Plan
loyalty-segment-mrr = MRR
loyalty-segment-cohort = Första betalning
loyalty-segment-country = Land
loyalty-segment-of = { $text } av { $all } kunder i dag
loyalty-list-segment = Kunder i segmentet den { $day }
