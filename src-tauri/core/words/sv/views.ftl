# Mått: siffrornas namn
metric-mrr_end = MRR
metric-mrr_start = MRR vid början
metric-customers_end = Kunder
metric-retention_rate = Kvarhållning
metric-retention_12 = Kvarhållning, 12 månader
metric-churn_rate = Kundbortfall
metric-gross_mrr_churn = Bruttobortfall av MRR
metric-net_mrr_churn = Nettobortfall av MRR
metric-nrr = NRR
metric-grr = GRR
metric-nrr_12 = NRR, 12 månader
metric-grr_12 = GRR, 12 månader
metric-arpa = ARPA
metric-asp = ASP
metric-quick_ratio = Quick ratio
metric-arr = ARR
metric-committed_mrr = Säkrad MRR
metric-customers_churned = Förlorade kunder
metric-churn = Förlorad MRR
metric-involuntary = Lämnade ofrivilligt
metric-at = { $metric }, { $period }
metric-end-of = { $metric }, slutet av { $period }

# Rörelser
movement-new = Nya
movement-expansion = Utökning
movement-reactivation = Återkomst
movement-contraction = Minskning
movement-churn = Bortfall
movement-entered = Kom in
movement-left = Flyttade ut
movement-fx = Kurseffekt
movement-net = Netto
movement-kept = Kvar
movement-joined = Kom och gick
period-start = Början av { $period }
period-end = Slutet av { $period }

# Kundernas roller i en siffra
role-start = vid början
role-end = vid slutet
role-new = nya
role-reactivation = återkom
role-expansion = utökning
role-contraction = minskning
role-churn = lämnade
role-entered = kom in i segmentet
role-left = flyttade ut ur segmentet
role-fx = växelkurser
role-kept = kvar
role-gained = vunna
role-lost = lämnade
role-then = då
role-now = nu
role-customers = kunder
role-mrr = MRR
role-committed = säkrad
role-paused = pausade

# Kring siffrorna
figure-today = { $value } i dag, { $day }
figure-over = { $above } ÷ { $below }
figure-arr-note = MRR × 12
figure-committed-note = { $difference } mot MRR, har sagt upp
figure-vs = { $direction ->
    [up] upp { $change } från { $period }
    [down] ned { $change } från { $period }
   *[flat] som i { $period }
}
goal-above = mål över { $target }
goal-below = mål under { $target }
goal-met = Nått
goal-missed-above = Under
goal-missed-below = Över
target-line = Mål { $target }
none-yet = Inte känt ännu
no-base = Inget att jämföra med: ingen fanns vid början
no-new = Ingen tillkom
no-loss = Inget gick förlorat

# Valen högst upp
bar-all = Alla kunder
bar-before = { $grain ->
    [week] veckan före
    [quarter] kvartalet före
    [year] året före
   *[month] månaden före
}
bar-year = ett år tidigare

# Diagram
chart-movements = MRR-rörelser per period. { $period }: netto { $net }, MRR vid slutet { $mrr }.
chart-retention = Kvarhållning per period. { $period }: { $rate }.
chart-mrr = MRR per plan. { $period }: { $mrr }.
chart-churned = Förlorade kunder per period. { $period }: { $count }.
chart-churned-mrr = Förlorad MRR per period. { $period }: { $mrr }.
chart-customer = Kundens MRR över tid. Nu { $mrr }.
chart-spark = { $metric }: { $first } till { $last }.
chart-year-before = Året före
chart-other = Andra planer
chart-unfinished = { $period }, inte avslutad
chart-axis-from = axeln börjar vid { $value }
kind-voluntary = Ville lämna
kind-involuntary = Betalning misslyckades
kind-unknown = Ingen orsak känd

# Tabeller
column-period = Period
column-customer = Kund
column-key = Nyckel
column-email = E-post
column-country = Land
column-plan = Plan
column-mrr = MRR
column-since = Sedan
column-status = Status
column-kind = Rörelse
column-day = Dag
column-from = Från
column-to = Till
column-change = Skillnad
column-reason = Orsak
column-customers = Kunder
column-lost = Förlorad MRR
column-rate = Andel
column-price = Pris
column-quantity = Antal
column-tenure = Kund i
column-month = Månad
total-customers = { $count ->
    [one] 1 kund
   *[other] { $text } kunder
}

# Listor
list-customers = Kunder
list-all = Alla
list-there = Kunder
list-paused = Pausade
list-left = Har lämnat
list-never = Aldrig betalat
list-gained = Vunna
list-lost = Förlorade
list-moved = Vilka som rörde sig i { $period }
list-churned = Vilka som lämnade i { $period }
list-revalued = Vilkas pengar ändrade värde i { $period }
rate-from-the-beginning = från början
rate-earlier = { $count ->
    [one] Och en tidigare dag.
   *[other] Och { $text } tidigare dagar.
}
list-cohort = Började i { $cohort }, period { $k }
list-cohort-here = Kvar
list-cohort-gone = Borta
list-input = { $figure }: { $role }
list-subtitle = { $customers }, { $mrr }
status-paying = Betalar
status-paused = Pausad
status-left = Har lämnat
status-never = Aldrig betalat
no-reason = Ingen orsak känd
unknown-plan = Ingen plan angiven
unknown-country = Okänt land

# Kvarhållning
fraction-times = × 100 =
fraction-retention = Kvarhållning, { $period }
fraction-retention-12 = Kvarhållning, 12 månader till { $period }
fraction-sentence = { $end } vid slutet, { $gained } av dem vunna, { $start } vid början. { $lost } lämnade.
cohorts-customers = % fortfarande kunder, per period sedan starten
cohorts-net-mrr = % av MRR, per period sedan starten
cohorts-started = Började i
cohorts-size-customers = Kunder
cohorts-size-mrr = MRR
cohorts-mean = Vägt medelvärde
cohorts-sum = Summa av avslutade
cohorts-cell = { $cohort }, period { $k }: { $rate }, { $value } av { $size }
cohorts-cell-unfinished = { $cohort }, period { $k }, inte avslutad: { $rate }, { $value } av { $size }
cohorts-under = under { $value }
cohorts-all = alla kvar

# Meddelanden
notice-no-ended = ”{ $file }” innehåller ingen prenumeration som har avslutats. En sådan lista utelämnar dem som har lämnat, så kvarhållning, bortfall och kohorter ser bättre ut än de är. Välj ”All” i Stripe i stället för standardlistan och importera igen.
notice-no-ended-link = Importera hela listan
notice-invoices-until = Den senaste fakturan är från { $day }. Kunder som bara är kända från fakturor antas ha stannat sedan dess; vilka som har lämnat är inte känt, så kvarhållningen kan se bättre ut än den är.
notice-invoices-until-link = Importera nyare fakturor
notice-no-rate = { $count ->
    [one] En prenumeration i { $currency } saknar växelkurs och står utanför summorna.
   *[other] { $text } prenumerationer i { $currency } saknar växelkurs och står utanför summorna.
}
notice-no-rate-link = Ange kursen
notice-no-end = { $count ->
    [one] En prenumeration är över men saknar datum. Den står utanför siffrorna.
   *[other] { $text } prenumerationer är över men saknar datum. De står utanför siffrorna.
}
notice-nobody = Ingen fanns i segmentet ”{ $segment }” under de här perioderna. Välj ett annat högst upp.
notice-short = Ingen hel period har gått ännu. Andelar visas när den första är över.

# En kund
customer-since = Kund sedan { $day }
customer-never = Har aldrig betalat
customer-left = Lämnade { $day }
customer-tenure = { $months ->
    [one] en månad
   *[other] { $text } månader
}
customer-card = { $plan }, { $interval }
interval-month = per månad
interval-months = var { $count }:e månad
interval-year = per år
interval-years = vart { $count }:e år
interval-week = per vecka
interval-weeks = var { $count }:e vecka
interval-day = per dag
interval-days = var { $count }:e dag
phase-now = nu
phase-active = betalar
phase-trialing = provperiod
phase-past_due = betalning sen
phase-paused = pausad
phase-non_renewing = uppsagd, betald till periodens slut
phase-canceled = uppsagd
phase-expired = över
phase-pending = inte börjat
fact-email = E-post
fact-company = Företag
fact-country = Land
fact-created = Först sedd
fact-birthday = Födelsedag
fact-card = Kort giltigt till
fact-tags = Etiketter
fact-keys = Nycklar

# Hur det beräknas: formler i ord
formula-mrr_end = MRR vid början + nya + utökning + återkomst − minskning − bortfall + kurseffekt
formula-customers_end = vid början + nya + återkomna − som lämnade
formula-retention_rate = (vid slutet − vunna) ÷ vid början × 100
formula-retention_12 = (vid slutet − vunna) ÷ vid början × 100, över tolv månader
formula-churn_rate = som lämnade ÷ vid början × 100
formula-gross_mrr_churn = (bortfall + minskning) ÷ MRR vid början × 100
formula-net_mrr_churn = (bortfall + minskning − utökning − återkomst) ÷ MRR vid början × 100
formula-nrr = MRR nu för dem som fanns vid början ÷ deras MRR då × 100
formula-grr = det minsta av MRR då och nu för dem som fanns vid början ÷ deras MRR då × 100
formula-nrr_12 = MRR nu för dem som fanns tolv månader tidigare ÷ deras MRR då × 100
formula-grr_12 = det minsta av MRR då och nu för dem som fanns tolv månader tidigare ÷ deras MRR då × 100
formula-arpa = MRR ÷ kunder
formula-asp = ny MRR ÷ nya kunder
formula-quick_ratio = (nya + utökning + återkomst) ÷ (minskning + bortfall)
formula-arr = MRR × 12
formula-committed_mrr = MRR − MRR för prenumerationer som är uppsagda
formula-customers_churned = kunder vid början som inte finns vid slutet
formula-churn = MRR vid början för dem som inte finns vid slutet

# Regler som en förklaring nämner
rule-half-open = Det som slutar en dag räknas inte den dagen; periodens början är dagen före dess första dag.
rule-per-customer = Räknat per kund, inte per prenumeration, genom att jämföra periodens början och slut.
rule-grace = En obetald prenumeration räknas i { $days } dagar till; sedan är det ofrivilligt bortfall.
rule-paused = Den som är pausad är kvar som kund och räknas som 0 MRR.
rule-scheduled = En planerad uppsägning räknas den dag den träder i kraft, inte den dag den görs.
rule-joined = Den som kom och gick inom perioden finns i inget av talen.
rule-unfinished = Perioden är inte avslutad: räknad till och med { $day }.
rule-rates = Andra valutor räknas om till dagens kurs: den senaste på eller före dagen, annars den tidigaste som finns.
rule-segment = Endast { $segment }. Den som byter plan är kvar; att byta är inte att lämna.
rule-normalised = Priser räknas om till en månad: ett år delas med 12, ett kvartal med 3; engångsavgifter och provperioder räknas inte.
rule-grr = Räknat kund för kund: den enes tillväxt döljer aldrig den andres förlust.
rule-nrr = Den som lämnade och kom tillbaka räknas med vad den betalar nu; den som inte fanns vid början räknas inte.

# Dialogs of the system
file-workspace = Holdfast-arbetsyta
file-open-workspace = Öppna en arbetsyta
file-csv = CSV-fil
file-import = Välj en fil att importera
file-save-rejects = Spara de överhoppade raderna
workspace-new-name = Mitt företag
column-plan-or-reason = Plan eller orsak
subscription-ends = Slutar { $day }
subscription-ended = Slutade { $day }

# Names of numbers in formulas, roles and metrics of the lists
input-mrr_start = MRR vid början
input-mrr_end = MRR vid slutet
input-new = nya
input-expansion = utökning
input-reactivation = återkomst
input-contraction = minskning
input-churn = bortfall
input-entered = kom in i segmentet
input-left = flyttade ut ur segmentet
input-fx = kurseffekt
input-customers_start = kunder vid början
input-customers_new = nya kunder
input-customers_reactivated = återkomna kunder
input-customers_churned = kunder som lämnade
input-customers_entered = kom in i segmentet
input-customers_left = flyttade ut ur segmentet
input-customers_end = kunder vid slutet
input-joined_and_left = kom och gick
input-N = vunna
input-E = vid slutet
input-B = vid början
input-churned = lämnade
input-now = MRR nu
input-then = MRR då
input-lesser = det minsta av då och nu
input-kept = kvar
input-committed_mrr = säkrad MRR
input-started = påbörjade provperioder
input-converted = blev kunder
role-lesser = kvar
role-joined_and_left = kom och gick
role-converted = blev kund
role-still_open = pågår
role-not_converted = blev inte kund
role-churned_in_6_months = lämnade på sex månader
role-there_in_6_months = fanns under sex månader
metric-new = Ny MRR
metric-expansion = Utökning
metric-reactivation = Återkomst
metric-contraction = Minskning
metric-entered = Kom in i segmentet
metric-left = Flyttade ut ur segmentet
metric-fx = Kurseffekt
metric-customers_start = Kunder vid början
metric-customers_new = Nya kunder
metric-customers_reactivated = Återkomna kunder
metric-customers_entered = Kunder som kom in
metric-customers_left = Kunder som flyttade ut
metric-joined_and_left = Kom och gick
metric-ltv = Kundvärde
metric-trials_started = Påbörjade provperioder
metric-trial_conversion = Konvertering av provperioder
formula-mrr_start = MRR dagen före den första dagen
formula-new = MRR för dem som betalar första gången
formula-expansion = vad kunder betalar mer än vid början
formula-reactivation = MRR för dem som kom tillbaka
formula-contraction = vad kunder betalar mindre än vid början
formula-entered = MRR för dem som kom från ett annat segment
formula-left = MRR för dem som gick till ett annat segment
formula-fx = MRR vid slutet till slutets kurser − detsamma till kurserna vid början
formula-customers_start = kunder dagen före den första dagen
formula-customers_new = de som betalar första gången
formula-customers_reactivated = de som kom tillbaka
formula-customers_entered = de som kom från ett annat segment
formula-customers_left = de som gick till ett annat segment
formula-joined_and_left = fanns däremellan, men varken vid början eller slutet
formula-ltv = ARPA ÷ genomsnittligt månatligt bortfall
formula-trials_started = kunder vars provperiod började i perioden
formula-trial_conversion = blev kunder ÷ påbörjade provperioder × 100
column-tier = Nivå
column-points = Poäng
