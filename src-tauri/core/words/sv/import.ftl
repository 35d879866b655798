error-not-csv = ”{ $file }” är ingen CSV: den innehåller något annat än text. Exportera listan igen och välj CSV.
error-workbook = ”{ $file }” är en gammal Excel-arbetsbok, eller ett arkiv av ett slag som inte öppnas här. Spara bladet som ”CSV UTF-8” eller .xlsx, eller packa upp arkivet, och importera det.
error-broken-archive = ”{ $file }” går inte att packa upp: det är skadat eller avbrutet. Hämta det igen, eller packa upp det själv och importera innehållet.
error-locked-archive = ”{ $file }” är låst med ett lösenord. Packa upp det och importera filerna i det.
error-no-csv-inside = ”{ $file }” innehåller ingen CSV. Exportera listan igen och välj CSV.
error-several-inside = ”{ $file }” innehåller flera listor: { $inside }. Packa upp det, eller spara varje blad som en egen fil, och importera dem en och en.
error-not-a-file = ”{ $file }” är ingen fil. Välj en CSV-fil.
error-empty-file = ”{ $file }” är tom. Exportera listan igen; nedladdningen kan ha avbrutits.
error-headers-only = ”{ $file }” har kolumnnamn men inga rader. Vidga exportens filter och försök igen.
error-json = ”{ $file }” innehåller JSON, ingen tabell. Välj CSV som exportens format.
error-unknown-kind = Kolumnerna i ”{ $file }” kan vara vad som helst. Säg vad raderna är och vilken kolumn som betyder vad.
error-wrong-columns = ”{ $file }” lästes som { $kind }, men kolumner saknas: { $missing }. Välj kolumner för dem, eller en annan sorts fil.
error-unknown-field = Den här sortens fil har inget fält ”{ $field }”. Den har: { $known }.
error-unknown-column = ”{ $file }” har ingen kolumn ”{ $column }”. Den har: { $known }.
error-bad-value = ”{ $value }” kan inte läsas som { $field }. Till exempel väntas: { $example }.
error-stray-quote = I ”{ $file }” står på rad { $line } ett citattecken utan motsvarighet som skulle sluka raderna efter. Inget har importerats. Rätta den raden eller exportera listan igen.
error-file-too-large = ”{ $file }” är större än 2 GB. Dela upp exporten i kortare perioder.
error-field-too-long = En cell på rad { $line } i ”{ $file }” är längre än 64 kB. Inget har importerats. Se efter om ett citattecken eller en radbrytning saknas där.
error-record-too-long = Raden på rad { $line } i ”{ $file }” är längre än 1 MB. Inget har importerats. Se efter om en radbrytning saknas där.
error-too-many-columns = Rad { $line } i ”{ $file }” har fler än 512 kolumner. Inget har importerats. Exportera färre kolumner.
error-too-many-rows = ”{ $file }” har fler än 20 miljoner rader; rad { $line } är en för mycket. Dela upp exporten i kortare perioder.
error-too-many-entries = ”{ $file }” innehåller fler än 1 000 filer. Packa upp det och importera dem du behöver.
error-archive-too-large = ”{ $file }” skulle bli större än 4 GB när det packas upp. Inget har packats upp. Importera filerna en och en.
error-archive-bomb = ”{ $file }” skulle bli mer än 300 gånger så stort när det packas upp, vilket ingen export blir. Inget har packats upp. Ta reda på var det kommer ifrån.
error-workbook-too-large = ”{ $file }” är för stor för en arbetsbok, som måste läsas i sin helhet: 50 MB, och 200 MB uppackad. Spara bladet som ”CSV UTF-8”, som får vara 2 GB.

problem-too-many-cells = Fler celler än rubriken har kolumner, med början vid ”{ $value }”. En cell med ett skiljetecken i behöver citattecken.
problem-no-customer = Ingen kundnyckel. Utan den vet ingen vems rad detta är.
problem-no-date = Inget datum. Utan det hör ändringen inte till någon dag.
problem-no-day = Inget datum ({ $field }). Utan datum hör raden inte till någon månad.
problem-no-plan = Varken nyckel eller namn. Utan något av dem vet ingen vilken prisplan det är.
problem-amount-missing = Beloppet är tomt. Ett tal som 29,00 väntades.
problem-bad-state = Statusen ”{ $value }” är inte känd. Ett ord som betald, öppen, misslyckad eller återbetald väntades.
problem-bad-rating = ”{ $value }” är inget svar på den här skalan ({ $field }). Raden tas med utan det svaret.
problem-no-start = Ingen första dag. Utan den hör abonnemanget inte till någon månad.
problem-bad-date = ”{ $value }” är inget datum ({ $field }). Väntade en dag som 2026-03-31.
problem-bad-period = ”{ $value }” är ingen månad, kvartal eller år ({ $column }). En period som 2026-03, 2026-Q1 eller 2026 väntas.
problem-bad-amount = ”{ $value }” är inget belopp ({ $field }). Väntade ett tal som 29,00.
problem-no-amount = Beloppet är tomt och planen har inget pris.
problem-bad-currency = ”{ $value }” är ingen valuta. Väntade en kod som EUR eller SEK.
problem-bad-rate = ”{ $value }” är ingen växelkurs ({ $field }). Väntade ett tal över 0, till exempel 0,0875.
problem-own-currency = { $value } är arbetsytans egen valuta och behöver ingen kurs.
problem-no-cross = Kurserna är mot { $value }, och inget på raden leder därifrån till arbetsytans valuta.
problem-bad-interval = ”{ $value }” är ingen betalningsperiod. Väntade dag, vecka, månad eller år, eller ett antal av dem.
problem-zero-interval = En betalningsperiod på ”{ $value }” har ingen längd. Väntade 1 eller mer.
problem-bad-quantity = ”{ $value }” är inget antal. Väntade ett heltal från 0.
problem-bad-discount = ”{ $value }” är ingen rabatt. Väntade en procentsats från 0 till 100.
problem-bad-status = Statusen ”{ $value }” är okänd. Väntade ett ord som aktiv, provperiod, obetald eller uppsagd.
problem-bad-flag = ”{ $value }” är varken ja eller nej ({ $field }).
problem-total-row = En summarad (”{ $value }”): den är utelämnad.
problem-header-again = Kolumnnamnen en gång till: den här raden är utelämnad.
problem-remark = En anmärkning, ingen rad (”{ $value }”): den är utelämnad.
problem-aside = ”{ $value }” under { $other }: filen importeras inte för det. Raden lämnas utanför.
problem-rounded-key = Ett kalkylprogram har kortat nyckeln till ”{ $value }”, så den kan stå för flera. Exportera listan igen och importera den filen utan att först öppna den i ett kalkylprogram.
problem-same-row = Samma rad som rad { $other }. Den räknas en gång.
problem-superseded = Rad { $other } har samma nyckel och andra värden. Den senare raden gäller.
problem-still-deleted = ”{ $value }” har tagits bort för hand och raden säger vad den sade då, så den förblir borttagen. Ångra borttagningen för att få den tillbaka.
problem-back-again = ”{ $value }” har tagits bort för hand, men raden säger nu något annat, så den finns här igen.
problem-bad-detail = ”{ $value }” är inget datum ({ $field }). Raden tas med utan det.
problem-ended-before-start = Slutade { $value }, på eller före sin första dag: det var aldrig aktivt.
problem-below-zero = ”{ $value }” är under noll: det räknas som att inget betalas.
problem-price-gone = Det är slut och månadsbeloppet är 0, så vad som betalades innan är okänt. Välj priset, eller importera prislistan först.
problem-no-end = Slut, men inget datum säger sedan när. Raden sparas och räknas inte in i siffrorna.
problem-same-moment = Rad { $other } säger något annat om samma abonnemang och tidpunkt. Den senare raden gäller.
problem-interval-guessed = Planen ”{ $value }” läses som betald per { $other }, på grund av namnet. Koppla en betalningsperiod om det är fel.
problem-sign-differs = ”{ $value }” har ett annat valutatecken än kolumnens { $other }. Det läses som { $other }.
problem-sign-guessed = Tecknet i ”{ $value }” hör till flera valutor; det läses som { $other }. Ange valutan för alla rader om det är fel.

cause-too-many-cells = Rader med för många celler
cause-no-customer = Rader utan kundnyckel
cause-no-date = Ändringar utan datum
cause-no-day = Rader utan datum
cause-no-plan = Prisplaner utan namn
cause-amount-missing = Rader utan belopp
cause-bad-state = Okända statusar för fakturor eller betalningar
cause-bad-rating = Svar utanför skalan
cause-no-start = Abonnemang utan första dag
cause-bad-date = Celler som inte är datum
cause-bad-period = Ingen period
cause-bad-amount = Celler som inte är belopp
cause-no-amount = Rader utan belopp
cause-bad-currency = Okända valutor
cause-bad-rate = Celler som inte är växelkurser
cause-own-currency = Kurser för den egna valutan
cause-no-cross = Kurser som inte leder till arbetsytans valuta
cause-bad-interval = Okända betalperioder
cause-zero-interval = Betalperioder utan längd
cause-bad-quantity = Celler som inte är antal
cause-bad-discount = Celler som inte är rabatt
cause-bad-status = Okända statusar
cause-bad-flag = Varken ja eller nej
cause-total-row = Summarader
cause-header-again = Kolumnnamnen en gång till
cause-remark = Anmärkningar bland raderna
cause-aside = Rader av annat slag
cause-rounded-key = Nycklar kortade av ett kalkylprogram
cause-same-row = Samma rad mer än en gång
cause-superseded = Nycklar med en senare rad
cause-still-deleted = Rader som har tagits bort för hand
cause-back-again = Rader som har tagits bort för hand och är tillbaka
cause-bad-detail = Uppgifter som inte är datum
cause-ended-before-start = Avslutade innan de började
cause-below-zero = Priser under noll
cause-price-gone = Slut, med beloppet 0
cause-no-end = Slut, utan sista dag
cause-same-moment = Flera tillstånd vid ett ögonblick
cause-interval-guessed = Betalperioder från planens namn
cause-sign-differs = Tecken och valuta skiljer sig
cause-sign-guessed = Belopp vars tecken hör till flera valutor

kind-customers = kunder
kind-subscriptions = abonnemang
kind-plan-changes = planändringar
kind-plans = prisplaner
kind-invoices = fakturor
kind-payments = betalningar
kind-events = användning och händelser
kind-tickets = supportärenden
kind-cancellations = uppsägningar
kind-answers = enkätsvar
kind-purchases = köp och besök
kind-referrals = rekommendationer
kind-members = medlemmar i lojalitetsprogrammet
kind-costs = värvningskostnader
kind-rates = växelkurser

field-id = Nyckel
field-customer = Kundnyckel
field-subscription = Abonnemangsnyckel
field-name = Namn
field-email = E-post
field-company = Företag
field-country = Land
field-created = Kund sedan
field-birthday = Födelsedag
field-tags = Etiketter
field-card-expires = Kortet går ut
field-plan = Plan
field-quantity = Antal
field-currency = Valuta
field-interval = Betalningsperiod
field-interval-count = Antal betalningsperioder
field-amount = Pris
field-amount-minor = Pris i ören
field-mrr = Månadsbelopp
field-mrr-minor = Månadsbelopp i ören
field-status = Status
field-date = Datum
field-start = Startdatum
field-trial-start = Provperioden börjar
field-trial-end = Provperioden slutar
field-period-start = Perioden börjar
field-period-end = Perioden slutar
field-at-period-end = Slutar med perioden
field-cancel-requested = Uppsägning begärd
field-ended = Avslutat
field-past-due-since = Obetalt sedan
field-paused-on = Pausat den
field-cancel-reason = Orsak till att lämna
field-discount-percent = Rabatt i procent
field-invoice = Fakturans nyckel
field-tax = Moms
field-discount = Rabatt
field-refunded = Återbetalt
field-refunded-on = Återbetalt den
field-failure = Orsak till felet
field-kind = Vad som hände
field-detail = Detalj
field-opened = Öppnat den
field-closed = Stängt den
field-priority = Prioritet
field-subject = Ämne
field-reason = Orsak till uppsägning
field-comment = Kommentar
field-survey = Enkät
field-wave = Mätning
field-score = Sannolikhet att rekommendera, 0 till 10
field-quality = Produktkvalitet, 1 till 10
field-service = Kundservice, 1 till 10
field-experience = Helhetsupplevelse, 1 till 10
field-visits = Besök
field-joined = Gick med
field-left-on = Lämnade programmet
field-opening = Medförda poäng
field-opening-on = De börjar
field-referrer = Nyckel för den som rekommenderade
field-referred = Nyckel för den som kom
field-period = Period
field-rate = Växelkurs
field-direction = Riktning
field-base = Basvaluta
nps-promoter = ambassadör
nps-passive = passiv
nps-detractor = kritiker

import-attribute = Behåll som etikett ”{ $name }”
import-read-as = { $field }, som { $read }
import-not-read = Läses inte
import-order-told = avgörs av värdena
import-order-day-first = dag först: { $cell } är { $read }
import-order-month-first = månad först: { $cell } är { $read }
import-order-year-first = år först: { $cell } är { $read }
import-source-own = filens egna nycklar
import-source-hint = Nycklarna ser ut att komma från { $source }. Välj det, så hamnar raderna hos de kunder du redan har därifrån.
import-sure = säkert
import-likely = troligt
import-look = titta gärna
import-comma = komma
import-semicolon = semikolon
import-tab = tabb
import-bar = lodstreck
import-direction-worth = Vad en enhet av den är värd i basvalutan
import-direction-buys = Hur många av den en enhet av basvalutan köper
import-rows = { $n ->
    [one] { $count } rad
   *[other] { $count } rader
}
import-rows-about = omkring { $count } rader
import-dates-utc = datum i UTC
import-decimal-comma = belopp med decimalkomma
import-interval-days = { $n ->
    [one] dag
   *[other] { $count } dagar
}
import-interval-weeks = { $n ->
    [one] vecka
   *[other] { $count } veckor
}
import-interval-months = { $n ->
    [one] månad
   *[other] { $count } månader
}
import-interval-years = { $n ->
    [one] år
   *[other] { $count } år
}

import-notice-no-ended = Inget i listan har avslutats: uppsagda abonnemang saknas. Retentionen skulle bli 100 % och inte stämma. Exportera ”alla” abonnemang, även uppsagda.
import-notice-no-ended-column = Listan har ingen kolumn som säger när ett abonnemang avslutades. Uppsagda abonnemang saknas eller har inget datum, så bortfallet går inte att räkna ut. Exportera alla kolumner, även för uppsagda abonnemang.
import-notice-date-order = Datum som 03/04/2025 kan läsas på två sätt, och inget värde i filen avgör. { $order ->
    [month_first] De läses som månad, sedan dag
   *[other] De läses som dag, sedan månad
 } ({ $columns }). Välj den andra ordningen om det är fel.
import-notice-lines-above = Kolumnnamnen står på rad { $line }. Det som står ovanför läses inte.
import-notice-lines-below = Under kolumnnamnen står en rad som förklarar dem (rad { $line }). Den läses inte som data.
import-private = Läses inte: personligt, och ingen siffra behöver det
import-notice-interval-assumed = Ingen kolumn säger hur ofta ett pris betalas. Det läses som per månad, om inte prislistan eller planens namn säger något annat. Välj en betalperiod om det är fel.
import-notice-with-tax = ”{ $column }” är ett pris med moms. MRR räknas på det som det står, så momsen räknas som intäkt. Om listan har en kolumn utan moms, välj den.
import-notice-short-scale = Inget svar under ”{ $column }” är högre än { $top }, så skalan kan sluta där. De läses som 0 till 10, vilket gör alla till kritiker. Hoppa över kolumnen om skalan är en annan.
import-notice-late-prices = { $count ->
    [one] En prenumeration på de här planerna kom före prislistan och lästes utan den, så dess intervall kan vara fel. Importera listan igen.
   *[other] { $text } prenumerationer på de här planerna kom före prislistan och lästes utan den, så deras intervall kan vara fel. Importera listan igen.
}
import-notice-maybe-cents = Alla priser är heltal som 2900. Om de är i ören, välj ”Pris i ören” för den kolumnen.
import-notice-private = Läses inte, eftersom de är personliga och ingen siffra behöver dem: { $columns }. Välj en betydelse för en kolumn om du ändå vill läsa den.
import-notice-rates-worth = Läses som vad en enhet av varje valuta är värd i { $base }. Titta på de första raderna nedan och välj den andra riktningen om det är fel.
import-notice-rates-buys = Läses som hur många enheter av varje valuta en { $base } köper, och vänds om. Titta på de första raderna nedan och välj den andra riktningen om det är fel.
import-notice-currency-assumed = Ingen kolumn anger valutan. Belopp utan tecken läses som { $currency }.
import-notice-no-key = Ingen kolumn innehåller abonnemangets nyckel. Importeras en sådan lista igen senare räknas en ändrad rad som ett annat abonnemang.
import-notice-old-encoding = Filen är inte UTF-8; den läses som { $encoding }. Se efter om namnen är rättstavade.
remedy-chartmogul-lines = I den här mallen står kunden i fakturorna, inte i deras rader. Lägg till en kolumn ”Customer external ID” (och ”Currency”) i raderna, eller välj ”Subscription external ID” som kund om varje kund har en prenumeration.
remedy-chartmogul-transactions = I den här mallen står kunden i fakturorna, inte i deras transaktioner. Lägg till en kolumn ”Customer external ID” i transaktionerna.
remedy-chartmogul-invoices = I den här mallen står beloppen i fakturornas rader. Importera dem, med en kolumn ”Customer external ID” tillagd.
remedy-hubspot-deals = Exportera affärerna med kolumnen ”Associated Company” eller ”Associated Contact”, eller välj kolumnen som säger vems de är.
import-notice-also-costs = Filen säger också vad det kostade att vinna varje kund. Importera den en gång till och välj ”värvningskostnader” för raderna.
