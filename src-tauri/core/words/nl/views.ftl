# Maatstaven: namen van cijfers
metric-mrr_end = MRR
metric-mrr_start = MRR aan het begin
metric-customers_end = Klanten
metric-retention_rate = Retentie
metric-retention_12 = Retentie, 12 maanden
metric-churn_rate = Klantverloop
metric-gross_mrr_churn = Bruto MRR-verloop
metric-net_mrr_churn = Netto MRR-verloop
metric-nrr = NRR
metric-grr = GRR
metric-nrr_12 = NRR, 12 maanden
metric-grr_12 = GRR, 12 maanden
metric-arpa = ARPA
metric-asp = ASP
metric-quick_ratio = Quick ratio
metric-arr = ARR
metric-committed_mrr = Toegezegde MRR
metric-customers_churned = Klanten verloren
metric-churn = MRR verloren
metric-involuntary = Ongewild vertrokken
metric-at = { $metric }, { $period }
metric-end-of = { $metric }, eind { $period }

# Bewegingen
movement-new = Nieuw
movement-expansion = Uitbreiding
movement-reactivation = Terugkeer
movement-contraction = Inkrimping
movement-churn = Verloop
movement-entered = Binnengekomen
movement-left = Overgegaan
movement-fx = Koerseffect
movement-net = Netto
movement-kept = Behouden
movement-joined = Gekomen en gegaan
period-start = Begin { $period }
period-end = Eind { $period }

# Rollen van klanten in een cijfer
role-start = aan het begin
role-end = aan het eind
role-new = nieuw
role-reactivation = teruggekomen
role-expansion = uitbreiding
role-contraction = inkrimping
role-churn = vertrokken
role-entered = in het segment gekomen
role-left = uit het segment gegaan
role-fx = wisselkoersen
role-kept = behouden
role-gained = gewonnen
role-lost = vertrokken
role-then = toen
role-now = nu
role-customers = klanten
role-mrr = MRR
role-committed = toegezegd
role-paused = gepauzeerd

# Rond cijfers
figure-today = { $value } vandaag, { $day }
figure-over = { $above } ÷ { $below }
figure-arr-note = MRR × 12
figure-committed-note = { $difference } ten opzichte van MRR, opzegging gevraagd
figure-vs = { $direction ->
    [up] { $change } hoger dan in { $period }
    [down] { $change } lager dan in { $period }
   *[flat] als in { $period }
}
goal-above = doel boven { $target }
goal-below = doel onder { $target }
goal-met = Gehaald
goal-missed-above = Eronder
goal-missed-below = Erboven
target-line = Doel { $target }
none-yet = Nog niet bekend
no-base = Niets om mee te vergelijken: er was niemand aan het begin
no-new = Niemand kwam erbij
no-loss = Er ging niets verloren

# De keuzes bovenaan
bar-all = Alle klanten
bar-before = { $grain ->
    [week] de week ervoor
    [quarter] het kwartaal ervoor
    [year] het jaar ervoor
   *[month] de maand ervoor
}
bar-year = een jaar eerder

# Grafieken
chart-movements = MRR-bewegingen per periode. { $period }: netto { $net }, MRR aan het eind { $mrr }.
chart-retention = Retentie per periode. { $period }: { $rate }.
chart-mrr = MRR per plan. { $period }: { $mrr }.
chart-churned = Verloren klanten per periode. { $period }: { $count }.
chart-churned-mrr = Verloren MRR per periode. { $period }: { $mrr }.
chart-customer = MRR van deze klant in de tijd. Nu { $mrr }.
chart-spark = { $metric }: { $first } tot { $last }.
chart-year-before = Jaar ervoor
chart-other = Andere plannen
chart-unfinished = { $period }, niet afgelopen
chart-axis-from = as begint bij { $value }
kind-voluntary = Wilde weg
kind-involuntary = Betaling mislukt
kind-unknown = Geen reden bekend

# Tabellen
column-period = Periode
column-customer = Klant
column-key = Sleutel
column-email = Mail
column-country = Land
column-plan = Plan
column-mrr = MRR
column-since = Sinds
column-status = Status
column-kind = Beweging
column-day = Dag
column-from = Van
column-to = Naar
column-change = Verschil
column-reason = Reden
column-customers = Klanten
column-lost = MRR verloren
column-rate = Percentage
column-price = Prijs
column-quantity = Aantal
column-tenure = Klant gedurende
column-month = Maand
total-customers = { $count ->
    [one] 1 klant
   *[other] { $text } klanten
}

# Lijsten
list-customers = Klanten
list-all = Alle
list-there = Klant
list-paused = Gepauzeerd
list-left = Vertrokken
list-never = Nooit betaald
list-gained = Gewonnen
list-lost = Verloren
list-moved = Wie bewoog in { $period }
list-churned = Wie vertrok in { $period }
list-revalued = Wiens geld van waarde veranderde in { $period }
rate-from-the-beginning = vanaf het begin
rate-earlier = { $count ->
    [one] En één eerdere dag.
   *[other] En { $text } eerdere dagen.
}
list-cohort = Begonnen in { $cohort }, periode { $k }
list-cohort-here = Nog hier
list-cohort-gone = Weg
list-input = { $figure }: { $role }
list-subtitle = { $customers }, { $mrr }
status-paying = Betaalt
status-paused = Gepauzeerd
status-left = Vertrokken
status-never = Nooit betaald
no-reason = Geen reden bekend
unknown-plan = Geen plan genoemd
unknown-country = Land niet bekend

# Retentie
fraction-times = × 100 =
fraction-retention = Retentie, { $period }
fraction-retention-12 = Retentie, 12 maanden tot en met { $period }
fraction-sentence = { $end } aan het eind, { $gained } daarvan gewonnen, { $start } aan het begin. { $lost } vertrokken.
cohorts-customers = % nog klant, per periode sinds het begin
cohorts-net-mrr = % van de MRR, per periode sinds het begin
cohorts-started = Begonnen in
cohorts-size-customers = Klanten
cohorts-size-mrr = MRR
cohorts-mean = Gewogen gemiddelde
cohorts-sum = Som van afgeronde
cohorts-cell = { $cohort }, periode { $k }: { $rate }, { $value } van { $size }
cohorts-cell-unfinished = { $cohort }, periode { $k }, niet afgelopen: { $rate }, { $value } van { $size }
cohorts-under = onder { $value }
cohorts-all = allen behouden

# Meldingen
notice-no-ended = “{ $file }” bevat geen enkel beëindigd abonnement. Zo'n lijst laat weg wie is vertrokken, dus retentie, verloop en cohorten lijken beter dan ze zijn. Kies in Stripe “All” in plaats van de standaardlijst en importeer opnieuw.
notice-no-ended-link = Importeer de volledige lijst
notice-invoices-until = De nieuwste factuur is van { $day }. Van klanten die alleen uit facturen bekend zijn, wordt aangenomen dat ze sindsdien zijn gebleven; wie is vertrokken is niet bekend, dus retentie kan beter lijken dan ze is.
notice-invoices-until-link = Importeer nieuwere facturen
notice-no-rate = { $count ->
    [one] Eén abonnement in { $currency } heeft geen wisselkoers en blijft buiten de totalen.
   *[other] { $text } abonnementen in { $currency } hebben geen wisselkoers en blijven buiten de totalen.
}
notice-no-rate-link = Vul de koers in
notice-no-end = { $count ->
    [one] Eén abonnement is voorbij maar heeft geen datum. Het blijft buiten de cijfers.
   *[other] { $text } abonnementen zijn voorbij maar hebben geen datum. Ze blijven buiten de cijfers.
}
notice-nobody = Niemand zat in deze periodes in het segment “{ $segment }”. Kies bovenaan een ander.
notice-short = Er is nog geen hele periode voorbij. Percentages verschijnen zodra de eerste is afgelopen.

# Eén klant
customer-since = Klant sinds { $day }
customer-never = Heeft nooit betaald
customer-left = Vertrokken op { $day }
customer-tenure = { $months ->
    [one] één maand
   *[other] { $text } maanden
}
customer-card = { $plan }, { $interval }
interval-month = maandelijks
interval-months = elke { $count } maanden
interval-year = jaarlijks
interval-years = elke { $count } jaar
interval-week = wekelijks
interval-weeks = elke { $count } weken
interval-day = dagelijks
interval-days = elke { $count } dagen
phase-now = nu
phase-active = betaalt
phase-trialing = proef
phase-past_due = betaling te laat
phase-paused = gepauzeerd
phase-non_renewing = opgezegd, betaald tot het eind van de periode
phase-canceled = opgezegd
phase-expired = voorbij
phase-pending = niet begonnen
fact-email = Mail
fact-company = Bedrijf
fact-country = Land
fact-created = Eerst gezien
fact-birthday = Verjaardag
fact-card = Kaart geldig tot
fact-tags = Labels
fact-keys = Sleutels

# Hoe het wordt berekend: formules in woorden
formula-mrr_end = MRR aan het begin + nieuw + uitbreiding + terugkeer − inkrimping − verloop + koerseffect
formula-customers_end = aan het begin + nieuw + teruggekomen − vertrokken
formula-retention_rate = (aan het eind − gewonnen) ÷ aan het begin × 100
formula-retention_12 = (aan het eind − gewonnen) ÷ aan het begin × 100, over twaalf maanden
formula-churn_rate = vertrokken ÷ aan het begin × 100
formula-gross_mrr_churn = (verloop + inkrimping) ÷ MRR aan het begin × 100
formula-net_mrr_churn = (verloop + inkrimping − uitbreiding − terugkeer) ÷ MRR aan het begin × 100
formula-nrr = MRR nu van wie er aan het begin was ÷ hun MRR toen × 100
formula-grr = de kleinste van MRR toen en nu van wie er aan het begin was ÷ hun MRR toen × 100
formula-nrr_12 = MRR nu van wie er twaalf maanden eerder was ÷ hun MRR toen × 100
formula-grr_12 = de kleinste van MRR toen en nu van wie er twaalf maanden eerder was ÷ hun MRR toen × 100
formula-arpa = MRR ÷ klanten
formula-asp = nieuwe MRR ÷ nieuwe klanten
formula-quick_ratio = (nieuw + uitbreiding + terugkeer) ÷ (inkrimping + verloop)
formula-arr = MRR × 12
formula-committed_mrr = MRR − MRR van abonnementen waarvan de opzegging is gevraagd
formula-customers_churned = klanten aan het begin die er aan het eind niet zijn
formula-churn = MRR aan het begin van wie er aan het eind niet is

# Regels die een uitleg noemt
rule-half-open = Wat op een dag eindigt, telt die dag niet mee; het begin van een periode is de dag voor haar eerste dag.
rule-per-customer = Geteld per klant, niet per abonnement, door begin en eind van de periode te vergelijken.
rule-grace = Een abonnement met te late betaling telt nog { $days } dagen mee; daarna is het ongewild verloop.
rule-paused = Wie pauzeert blijft klant en telt voor 0 MRR.
rule-scheduled = Een geplande opzegging telt op de dag dat ze ingaat, niet op de dag dat ze wordt gevraagd.
rule-joined = Wie in de periode kwam en weer ging, zit in geen van beide getallen.
rule-unfinished = De periode is niet afgelopen: geteld tot en met { $day }.
rule-rates = Andere valuta zijn omgerekend tegen de koers van de dag: de laatste op of voor die dag, anders de vroegste die er is.
rule-segment = Alleen { $segment }. Wie naar een ander plan gaat, blijft behouden; overgaan is niet vertrekken.
rule-normalised = Prijzen zijn teruggerekend naar een maand: een jaar door 12, een kwartaal door 3; eenmalige kosten en proefperiodes tellen niet mee.
rule-grr = Klant voor klant geteld: de groei van de een verbergt nooit het verlies van de ander.
rule-nrr = Wie vertrok en terugkwam telt met wat hij nu betaalt; wie er aan het begin niet was, telt niet mee.

# Dialogs of the system
file-workspace = Holdfast-werkruimte
file-open-workspace = Een werkruimte openen
file-csv = CSV-bestand
file-import = Kies een bestand om te importeren
file-save-rejects = De overgeslagen rijen bewaren
workspace-new-name = Mijn bedrijf
column-plan-or-reason = Plan of reden
subscription-ends = Eindigt op { $day }
subscription-ended = Geëindigd op { $day }

# Names of numbers in formulas, roles and metrics of the lists
input-mrr_start = MRR aan het begin
input-mrr_end = MRR aan het eind
input-new = nieuw
input-expansion = uitbreiding
input-reactivation = teruggekomen
input-contraction = inkrimping
input-churn = verloop
input-entered = in het segment gekomen
input-left = uit het segment gegaan
input-fx = koerseffect
input-customers_start = klanten aan het begin
input-customers_new = nieuwe klanten
input-customers_reactivated = teruggekomen klanten
input-customers_churned = vertrokken klanten
input-customers_entered = in het segment gekomen
input-customers_left = uit het segment gegaan
input-customers_end = klanten aan het eind
input-joined_and_left = gekomen en gegaan
input-N = gewonnen
input-E = aan het eind
input-B = aan het begin
input-churned = vertrokken
input-now = MRR nu
input-then = MRR toen
input-lesser = de kleinste van toen en nu
input-kept = behouden
input-committed_mrr = toegezegde MRR
input-started = begonnen proefperiodes
input-converted = omgezet
role-lesser = behouden
role-joined_and_left = gekomen en gegaan
role-converted = omgezet
role-still_open = nog open
role-not_converted = niet omgezet
role-churned_in_6_months = vertrokken in zes maanden
role-there_in_6_months = aanwezig in zes maanden
metric-new = Nieuwe MRR
metric-expansion = Uitbreiding
metric-reactivation = Terugkeer
metric-contraction = Inkrimping
metric-entered = In het segment gekomen
metric-left = Uit het segment gegaan
metric-fx = Koerseffect
metric-customers_start = Klanten aan het begin
metric-customers_new = Nieuwe klanten
metric-customers_reactivated = Teruggekomen klanten
metric-customers_entered = Binnengekomen klanten
metric-customers_left = Overgegane klanten
metric-joined_and_left = Gekomen en gegaan
metric-ltv = Klantwaarde
metric-trials_started = Begonnen proefperiodes
metric-trial_conversion = Conversie van proefperiodes
formula-mrr_start = MRR van de dag voor de eerste dag
formula-new = MRR van wie voor het eerst betaalt
formula-expansion = wat klanten meer betalen dan aan het begin
formula-reactivation = MRR van wie terugkwam
formula-contraction = wat klanten minder betalen dan aan het begin
formula-entered = MRR van wie uit een ander segment kwam
formula-left = MRR van wie naar een ander segment ging
formula-fx = MRR aan het einde tegen de koersen van het einde − hetzelfde tegen de koersen van het begin
formula-customers_start = klanten van de dag voor de eerste dag
formula-customers_new = wie voor het eerst betaalt
formula-customers_reactivated = wie terugkwam
formula-customers_entered = wie uit een ander segment kwam
formula-customers_left = wie naar een ander segment ging
formula-joined_and_left = er tussendoor, maar niet aan het begin en niet aan het eind
formula-ltv = ARPA ÷ gemiddeld maandelijks verloop
formula-trials_started = klanten wier proefperiode in de periode begon
formula-trial_conversion = omgezet ÷ begonnen proefperiodes × 100
column-tier = Niveau
column-points = Punten
