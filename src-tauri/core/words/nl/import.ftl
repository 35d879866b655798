error-not-csv = “{ $file }” is geen CSV: er staat iets anders in dan tekst. Exporteer de lijst opnieuw en kies CSV.
error-workbook = “{ $file }” is een oude Excel-werkmap, of een archief van een soort dat hier niet wordt geopend. Sla het blad op als “CSV UTF-8” of .xlsx, of pak het archief uit, en importeer dat.
error-broken-archive = “{ $file }” kan niet worden uitgepakt: het is beschadigd of afgebroken. Download het opnieuw, of pak het zelf uit en importeer wat erin zit.
error-locked-archive = “{ $file }” zit op slot met een wachtwoord. Pak het uit en importeer de bestanden die erin zitten.
error-no-csv-inside = In “{ $file }” zit geen CSV. Exporteer de lijst opnieuw en kies CSV.
error-several-inside = In “{ $file }” zitten meerdere lijsten: { $inside }. Pak het uit, of sla elk blad op als een eigen bestand, en importeer ze een voor een.
error-not-a-file = “{ $file }” is geen bestand. Kies een CSV-bestand.
error-empty-file = “{ $file }” is leeg. Exporteer de lijst opnieuw; misschien is de download afgebroken.
error-headers-only = “{ $file }” heeft kolomnamen maar geen rijen. Maak het filter van de export ruimer en probeer het opnieuw.
error-json = “{ $file }” bevat JSON, geen tabel. Kies CSV als formaat van de export.
error-unknown-kind = De kolommen van “{ $file }” kunnen van alles zijn. Zeg wat de rijen zijn en welke kolom wat betekent.
error-wrong-columns = “{ $file }” is gelezen als { $kind }, maar er ontbreken kolommen: { $missing }. Kies er kolommen voor, of een ander soort bestand.
error-unknown-field = Dit soort bestand heeft geen veld “{ $field }”. Wel: { $known }.
error-unknown-column = “{ $file }” heeft geen kolom “{ $column }”. Het heeft: { $known }.
error-bad-value = “{ $value }” kan niet worden gelezen als { $field }. Verwacht wordt bijvoorbeeld: { $example }.
error-stray-quote = In “{ $file }” staat op regel { $line } een aanhalingsteken zonder partner, dat de regels erna zou opslokken. Er is niets geïmporteerd. Verbeter die regel of exporteer de lijst opnieuw.
error-file-too-large = “{ $file }” is groter dan 2 GB. Splits de export in kortere perioden.
error-field-too-long = Een cel op regel { $line } van “{ $file }” is langer dan 64 kB. Er is niets geïmporteerd. Kijk of daar een aanhalingsteken of regeleinde ontbreekt.
error-record-too-long = De rij op regel { $line } van “{ $file }” is langer dan 1 MB. Er is niets geïmporteerd. Kijk of daar een regeleinde ontbreekt.
error-too-many-columns = Regel { $line } van “{ $file }” heeft meer dan 512 kolommen. Er is niets geïmporteerd. Exporteer minder kolommen.
error-too-many-rows = “{ $file }” heeft meer dan 20 miljoen rijen; regel { $line } is er een te veel. Splits de export in kortere perioden.
error-too-many-entries = In “{ $file }” zitten meer dan 1.000 bestanden. Pak het uit en importeer de bestanden die je nodig hebt.
error-archive-too-large = “{ $file }” zou uitgepakt groter zijn dan 4 GB. Er is niets uitgepakt. Importeer de bestanden een voor een.
error-archive-bomb = “{ $file }” zou uitgepakt meer dan 300 keer zo groot worden, en dat doet geen export. Er is niets uitgepakt. Vraag na waar het vandaan komt.
error-workbook-too-large = “{ $file }” is te groot voor een werkmap, die in haar geheel wordt gelezen: 50 MB, en 200 MB uitgepakt. Sla het blad op als “CSV UTF-8”, dat mag 2 GB zijn.

problem-too-many-cells = Meer cellen dan de kop kolommen heeft, te beginnen met “{ $value }”. Een cel met een scheidingsteken erin heeft aanhalingstekens nodig.
problem-no-customer = Geen klantsleutel. Zonder weet niemand van wie deze rij is.
problem-no-date = Geen datum. Zonder hoort de wijziging bij geen dag.
problem-no-day = Geen datum ({ $field }). Zonder datum hoort de rij bij geen maand.
problem-no-plan = Geen sleutel en geen naam. Zonder een van beide is niet te zien welke abonnementsvorm dit is.
problem-amount-missing = Het bedrag is leeg. Verwacht een getal als 29,00.
problem-bad-state = De status “{ $value }” is niet bekend. Verwacht een woord als betaald, open, mislukt of terugbetaald.
problem-bad-rating = “{ $value }” is geen antwoord op deze schaal ({ $field }). De rij wordt zonder dit antwoord overgenomen.
problem-no-start = Geen eerste dag. Zonder hoort het abonnement bij geen maand.
problem-bad-date = “{ $value }” is geen datum ({ $field }). Verwacht wordt een dag zoals 2026-03-31.
problem-bad-period = “{ $value }” is geen maand, kwartaal of jaar ({ $column }). Verwacht wordt een periode zoals 2026-03, 2026-Q1 of 2026.
problem-bad-amount = “{ $value }” is geen bedrag ({ $field }). Verwacht wordt een getal zoals 29,00.
problem-no-amount = Het bedrag is leeg en het plan heeft geen prijs.
problem-bad-currency = “{ $value }” is geen valuta. Verwacht wordt een code zoals EUR of USD.
problem-bad-rate = “{ $value }” is geen wisselkoers ({ $field }). Verwacht wordt een getal boven 0, zoals 0,0875.
problem-own-currency = { $value } is de eigen valuta van de werkruimte en heeft geen koers nodig.
problem-no-cross = De koersen staan tegen { $value }, en niets op deze regel leidt daarvan naar de valuta van de werkruimte.
problem-bad-interval = “{ $value }” is geen betaalperiode. Verwacht wordt dag, week, maand of jaar, of een aantal daarvan.
problem-zero-interval = Een betaalperiode van “{ $value }” heeft geen lengte. Verwacht wordt 1 of meer.
problem-bad-quantity = “{ $value }” is geen aantal. Verwacht wordt een geheel getal vanaf 0.
problem-bad-discount = “{ $value }” is geen korting. Verwacht wordt een percentage van 0 tot 100.
problem-bad-status = De status “{ $value }” is onbekend. Verwacht wordt een woord zoals actief, proefperiode, achterstallig of opgezegd.
problem-bad-flag = “{ $value }” is geen ja en geen nee ({ $field }).
problem-total-row = Een rij met totalen (“{ $value }”): die is weggelaten.
problem-header-again = De kolomnamen nog een keer: deze rij is weggelaten.
problem-remark = Een opmerking, geen rij (“{ $value }”): die is weggelaten.
problem-aside = “{ $value }” bij { $other }: daarvoor wordt dit bestand niet geïmporteerd. De rij blijft buiten.
problem-rounded-key = Een rekenblad heeft de sleutel ingekort tot “{ $value }”, zodat die voor meerdere kan staan. Exporteer de lijst opnieuw en importeer dat bestand zonder het eerst in een rekenblad te openen.
problem-same-row = Dezelfde rij als regel { $other }. Ze telt één keer.
problem-superseded = Regel { $other } heeft dezelfde sleutel en andere waarden. Die latere regel telt.
problem-still-deleted = “{ $value }” is met de hand verwijderd en deze rij zegt wat ze toen zei, dus het blijft verwijderd. Maak het verwijderen ongedaan om het terug te hebben.
problem-back-again = “{ $value }” is met de hand verwijderd, maar deze rij zegt nu iets anders, dus staat het er weer.
problem-bad-detail = “{ $value }” is geen datum ({ $field }). De rij is zonder overgenomen.
problem-ended-before-start = Geëindigd op { $value }, op of voor de eerste dag: het is nooit actief geweest.
problem-below-zero = “{ $value }” is minder dan nul: dat telt als niets betalen.
problem-price-gone = Het is voorbij en het maandbedrag is 0, dus wat er eerder werd betaald is niet bekend. Wijs de prijs aan, of importeer eerst de prijslijst.
problem-no-end = Voorbij, maar geen datum zegt sinds wanneer. De rij blijft bewaard en telt niet mee in de cijfers.
problem-same-moment = Regel { $other } zegt iets anders over hetzelfde abonnement en moment. De latere regel telt.
problem-interval-guessed = Het plan “{ $value }” is gelezen als betaald per { $other }, vanwege de naam. Koppel een betaalperiode als dat niet klopt.
problem-sign-differs = “{ $value }” heeft het teken van een andere valuta dan de { $other } in de kolom. Het is gelezen als { $other }.
problem-sign-guessed = Het teken in “{ $value }” hoort bij verschillende valuta’s; het is gelezen als { $other }. Geef de valuta voor alle rijen op als dat niet klopt.

cause-too-many-cells = Rijen met te veel cellen
cause-no-customer = Rijen zonder klantsleutel
cause-no-date = Wijzigingen zonder datum
cause-no-day = Rijen zonder datum
cause-no-plan = Abonnementsvormen zonder naam
cause-amount-missing = Rijen zonder bedrag
cause-bad-state = Onbekende statussen van facturen of betalingen
cause-bad-rating = Antwoorden buiten de schaal
cause-no-start = Abonnementen zonder eerste dag
cause-bad-date = Cellen die geen datum zijn
cause-bad-period = Geen periode
cause-bad-amount = Cellen die geen bedrag zijn
cause-no-amount = Rijen zonder bedrag
cause-bad-currency = Onbekende valuta
cause-bad-rate = Cellen die geen wisselkoers zijn
cause-own-currency = Koersen van de eigen valuta
cause-no-cross = Koersen die niet naar de valuta van de werkruimte leiden
cause-bad-interval = Onbekende betaalperiodes
cause-zero-interval = Betaalperiodes zonder lengte
cause-bad-quantity = Cellen die geen aantal zijn
cause-bad-discount = Cellen die geen korting zijn
cause-bad-status = Onbekende statussen
cause-bad-flag = Geen ja en geen nee
cause-total-row = Rijen met totalen
cause-header-again = De kolomnamen nog een keer
cause-remark = Opmerkingen tussen de rijen
cause-aside = Rijen van een andere soort
cause-rounded-key = Sleutels ingekort door een rekenblad
cause-same-row = Dezelfde rij meer dan eens
cause-superseded = Sleutels met een latere rij
cause-still-deleted = Rijen die met de hand zijn verwijderd
cause-back-again = Rijen die met de hand zijn verwijderd en terug zijn
cause-bad-detail = Bijzonderheden die geen datum zijn
cause-ended-before-start = Geëindigd voordat ze begonnen
cause-below-zero = Prijzen onder nul
cause-price-gone = Voorbij, met een bedrag van 0
cause-no-end = Voorbij, zonder laatste dag
cause-same-moment = Meer toestanden op één moment
cause-interval-guessed = Betaalperiodes uit de naam van het plan
cause-sign-differs = Teken en valuta verschillen
cause-sign-guessed = Bedragen met een teken van verschillende valuta’s

kind-customers = klanten
kind-subscriptions = abonnementen
kind-plan-changes = planwijzigingen
kind-plans = abonnementsvormen
kind-invoices = facturen
kind-payments = betalingen
kind-events = gebruik en gebeurtenissen
kind-tickets = supportvragen
kind-cancellations = opzeggingen
kind-answers = enquêteantwoorden
kind-purchases = aankopen en bezoeken
kind-referrals = aanbevelingen
kind-members = leden van het loyaliteitsprogramma
kind-costs = wervingskosten
kind-rates = wisselkoersen

field-id = Sleutel
field-customer = Klantsleutel
field-subscription = Abonnementssleutel
field-name = Naam
field-email = E-mail
field-company = Bedrijf
field-country = Land
field-created = Klant sinds
field-birthday = Geboortedatum
field-tags = Labels
field-card-expires = Kaart verloopt
field-plan = Plan
field-quantity = Aantal
field-currency = Valuta
field-interval = Betaalperiode
field-interval-count = Aantal betaalperioden
field-amount = Prijs
field-amount-minor = Prijs in centen
field-mrr = Maandbedrag
field-mrr-minor = Maandbedrag in centen
field-status = Status
field-date = Datum
field-start = Startdatum
field-trial-start = Proefperiode begint
field-trial-end = Proefperiode eindigt
field-period-start = Periode begint
field-period-end = Periode eindigt
field-at-period-end = Eindigt met de periode
field-cancel-requested = Opzegging gevraagd
field-ended = Geëindigd
field-past-due-since = Onbetaald sinds
field-paused-on = Gepauzeerd op
field-cancel-reason = Reden van vertrek
field-discount-percent = Korting in procenten
field-invoice = Sleutel van de factuur
field-tax = Btw
field-discount = Korting
field-refunded = Terugbetaald
field-refunded-on = Terugbetaald op
field-failure = Reden van mislukken
field-kind = Wat er gebeurde
field-detail = Detail
field-opened = Geopend op
field-closed = Gesloten op
field-priority = Prioriteit
field-subject = Onderwerp
field-reason = Reden van vertrek
field-comment = Opmerking
field-survey = Enquête
field-wave = Meting
field-score = Kans op aanbeveling, 0 tot 10
field-quality = Productkwaliteit, 1 tot 10
field-service = Klantenservice, 1 tot 10
field-experience = Totale ervaring, 1 tot 10
field-visits = Bezoeken
field-joined = Lid sinds
field-left-on = Programma verlaten
field-opening = Meegebrachte punten
field-opening-on = Die beginnen op
field-referrer = Sleutel van wie aanbeval
field-referred = Sleutel van wie kwam
field-period = Periode
field-rate = Wisselkoers
field-direction = Richting
field-base = Basisvaluta
nps-promoter = promotor
nps-passive = passief
nps-detractor = criticaster

import-attribute = Bewaren als label “{ $name }”
import-read-as = { $field }, als { $read }
import-not-read = Niet gelezen
import-order-told = bepaald door de waarden
import-order-day-first = dag eerst: { $cell } is { $read }
import-order-month-first = maand eerst: { $cell } is { $read }
import-order-year-first = jaar eerst: { $cell } is { $read }
import-source-own = eigen sleutels van dit bestand
import-source-hint = De sleutels lijken op die van { $source }. Kies dat, dan komen de rijen bij de klanten die je daarvandaan al hebt.
import-sure = zeker
import-likely = waarschijnlijk
import-look = kijk dit na
import-comma = komma
import-semicolon = puntkomma
import-tab = tab
import-bar = verticale streep
import-direction-worth = Wat één eenheid ervan waard is in de basisvaluta
import-direction-buys = Hoeveel ervan je krijgt voor één eenheid van de basisvaluta
import-rows = { $n ->
    [one] { $count } rij
   *[other] { $count } rijen
}
import-rows-about = ongeveer { $count } rijen
import-dates-utc = datums in UTC
import-decimal-comma = bedragen met een decimale komma
import-interval-days = { $n ->
    [one] dag
   *[other] { $count } dagen
}
import-interval-weeks = { $n ->
    [one] week
   *[other] { $count } weken
}
import-interval-months = { $n ->
    [one] maand
   *[other] { $count } maanden
}
import-interval-years = { $n ->
    [one] jaar
   *[other] { $count } jaar
}

import-notice-no-ended = In deze lijst is niets geëindigd: opgezegde abonnementen ontbreken. De retentie zou 100% zijn en niet kloppen. Exporteer “alle” abonnementen, ook de opgezegde.
import-notice-no-ended-column = Deze lijst heeft geen kolom die zegt wanneer een abonnement eindigde. Opgezegde abonnementen ontbreken of hebben geen datum, dus verloop is niet te bepalen. Exporteer alle kolommen, ook van opgezegde abonnementen.
import-notice-date-order = Datums zoals 03/04/2025 zijn op twee manieren te lezen, en geen waarde in het bestand geeft de doorslag. { $order ->
    [month_first] Ze worden gelezen als maand, dan dag
   *[other] Ze worden gelezen als dag, dan maand
 } ({ $columns }). Kies de andere volgorde als dat niet klopt.
import-notice-lines-above = De kolomnamen staan op regel { $line }. Wat erboven staat, wordt niet gelezen.
import-notice-lines-below = Onder de kolomnamen staat een rij die ze uitlegt (regel { $line }). Die wordt niet als gegevens gelezen.
import-private = Niet gelezen: persoonlijk, en geen cijfer heeft het nodig
import-notice-interval-assumed = Geen kolom zegt hoe vaak een prijs wordt betaald. Die wordt gelezen als per maand, tenzij de prijslijst of de naam van het plan iets anders zegt. Kies een betaalperiode als dat niet klopt.
import-notice-with-tax = “{ $column }” is een prijs met btw erin. MRR wordt daarvan gemaakt zoals die er staat, dus de btw telt als omzet. Heeft de lijst een kolom zonder btw, kies die dan.
import-notice-short-scale = Geen antwoord onder “{ $column }” is hoger dan { $top }, dus de schaal kan daar eindigen. Ze worden gelezen als 0 tot 10, waardoor iedereen criticaster is. Laat de kolom weg als de schaal een andere is.
import-notice-late-prices = { $count ->
    [one] Eén abonnement van deze plannen kwam vóór deze prijslijst en is zonder haar gelezen, dus de betaalperiode kan onjuist zijn. Importeer de lijst opnieuw.
   *[other] { $text } abonnementen van deze plannen kwamen vóór deze prijslijst en zijn zonder haar gelezen, dus hun betaalperiode kan onjuist zijn. Importeer hun lijst opnieuw.
}
import-notice-maybe-cents = Alle prijzen zijn hele getallen zoals 2900. Zijn dit centen, kies dan “Prijs in centen” voor die kolom.
import-notice-private = Niet gelezen, omdat ze persoonlijk zijn en geen cijfer ze nodig heeft: { $columns }. Kies een betekenis voor een kolom om die toch te lezen.
import-notice-rates-worth = Gelezen als wat één eenheid van elke valuta waard is in { $base }. Bekijk de eerste rijen hieronder en kies de andere richting als dat niet klopt.
import-notice-rates-buys = Gelezen als hoeveel eenheden van elke valuta je voor één { $base } krijgt, en omgekeerd. Bekijk de eerste rijen hieronder en kies de andere richting als dat niet klopt.
import-notice-currency-assumed = Geen kolom noemt de valuta. Bedragen zonder teken worden gelezen als { $currency }.
import-notice-no-key = Geen kolom bevat de sleutel van een abonnement. Wordt zo'n lijst later opnieuw geïmporteerd, dan telt een gewijzigde rij als een ander abonnement.
import-notice-old-encoding = Het bestand is geen UTF-8; het is gelezen als { $encoding }. Kijk of de namen goed gespeld zijn.
remedy-chartmogul-lines = In dit sjabloon staat de klant in de facturen en niet in hun regels. Voeg aan de regels een kolom “Customer external ID” (en “Currency”) toe, of kies “Subscription external ID” als klant als elke klant één abonnement heeft.
remedy-chartmogul-transactions = In dit sjabloon staat de klant in de facturen en niet in hun transacties. Voeg aan de transacties een kolom “Customer external ID” toe.
remedy-chartmogul-invoices = In dit sjabloon staan de bedragen in de regels van de facturen. Importeer die, met een kolom “Customer external ID” erbij.
remedy-hubspot-deals = Exporteer de deals met de kolom “Associated Company” of “Associated Contact”, of kies de kolom die zegt van wie ze zijn.
import-notice-also-costs = Dit bestand zegt ook wat het werven van elke klant kostte. Importeer het nog een keer en kies “wervingskosten” voor de rijen.
