error-cancelled = Avbrutet. Inget har ändrats.
error-not-a-workspace = ”{ $file }” är ingen Holdfast-arbetsyta. Välj en fil som slutar på .holdfast, eller importera den om det är en CSV.
error-newer-workspace = Arbetsytan är skriven av ett nyare Holdfast (format { $version }, detta känner till { $known }). Inget har ändrats. Installera det nyare Holdfast för att öppna den.
error-workspace-busy = ”{ $file }” är öppen i ett annat Holdfast-fönster. Stäng den där först.
error-damaged = Arbetsytans fil är skadad: { $details }. Inget har raderats. Återställ en kopia eller behåll filen för reparation.
error-file-exists = ”{ $file }” finns redan. Välj ett annat namn.
error-no-such-file = ”{ $file }” finns inte längre. Den kan ha flyttats eller bytt namn.
error-disk-full = Disken är full. Inget har gått förlorat. Frigör utrymme och försök igen.
error-disk-full-missing = Disken är full. Inget har gått förlorat. Det behövs omkring { $size } till. Frigör utrymme och försök igen.
error-write-busy = En import pågår fortfarande. Försök igen när den är klar, eller avbryt den.
error-no-such-change = Det finns ingen ändring { $change } som kan ångras eller göras om. Den kan redan ha ångrats.
error-cannot-redo = Det här kan inte göras om: något senare rörde samma rader, eller så var det för stort för att behålla. Importera filen igen i stället.
error-io = ”{ $file }” kunde inte läsas eller skrivas: { $details }.
error-unexpected = Något gick fel som inte får gå fel: { $details }. Dina uppgifter är som de var.
error-bad-setting = { $field ->
    [survey_name] En enkät behöver ett namn på högst 80 tecken.
    [survey_kind] ”{ $value }” är ingen sorts enkät.
    [survey_scale] ”{ $value }” är ingen skala för den här enkäten. Välj heltal från 0 till 10.
    [item_name] En fråga behöver ord, högst 80 tecken.
    [wave_name] En omgång behöver ett namn på högst 80 tecken.
    [wave_days] En omgång kan inte sluta innan den börjar: ”{ $value }”.
    [theme_name] Ett tema behöver ett namn på högst 80 tecken.
    [feature_name] En funktion behöver ett namn på högst 80 tecken.
    [feature_state] ”{ $value }” är inget läge för en funktion.
    [points] ”{ $value }” är inget antal poäng. Skriv ett heltal över 0.
    [adjustment] ”{ $value }” är ingen justering. Skriv ett heltal som inte är 0, med minus för att dra av poäng.
    [adjustment_reason] En justering behöver en orsak på högst 200 tecken.
    [redeemed_for] Skriv vad poängen löses in mot, med högst 200 tecken.
    [reward_name] En belöning behöver ett namn på högst 80 tecken.
    [reward_points] ”{ $value }” är inget pris för en belöning. Skriv ett helt antal poäng över 0.
    [reward_worth] En belöning kan inte kosta mindre än ingenting.
    [day_ahead] ”{ $value }” ligger framåt i tiden. Poäng löses in i dag eller en tidigare dag.
    [joined] Kunden var redan medlem den { $value }.
    [asking] ”{ $value }” dagar går inte ihop. Man står på tur efter fler dagar än man lämnas i fred, högst 3 650.
    [name] En arbetsyta behöver ett namn. Inget har ändrats.
    [currency] ”{ $value }” är ingen valuta. Skriv en kod som EUR eller SEK.
    [time_zone] ”{ $value }” är ingen tidszon. Välj en som Europe/Amsterdam.
    [rate] ”{ $value }” är ingen kurs. Skriv ett tal över 0, till exempel 0,0875.
    [day] ”{ $value }” är ingen dag. Skriv den som 2026-02-01, eller lämna fältet tomt för en kurs som gäller från början.
    [grace_days] ”{ $value }” dagar är för långt. Välj 0 till 90.
   *[target] Ett mål ligger mellan 0 och 100 procent.
}
error-no-such-survey = Det finns ingen enkät ”{ $survey }”. Välj en i listan eller skapa en ny.
error-no-such-answer = Svaret finns inte längre. Det kan ha ångrats.
error-bad-answer = ”{ $value }” är inget svar. Skriv ett heltal från { $low } till { $high }.
error-bad-day = ”{ $value }” är inget datum. Skriv det som 2026-11-20.
error-name-taken = Det finns redan en som heter ”{ $name }”. Välj ett annat namn.
error-no-programme = Det finns inget lojalitetsprogram än. Skapa ett först.
error-unsound-programme = { $why ->
    [tiers] Ett program behöver två till sex nivåer.
    [thresholds] Den lägsta nivån börjar på 0, och varje annan ovanför den före.
    [names] Varje nivå behöver ett eget namn.
    [amount] Poäng ges för ett betalt belopp över 0.
    [cost] Ange för hur många poäng, fler än 0, kostnaden gäller.
    [redemption] Högst 100 procent av poängen kan lösas in.
   *[expiry] Poäng som förfaller måste gälla minst en månad.
}
error-no-such-reward = Den belöningen erbjuds inte längre. Välj en annan.
error-not-a-member = Kunden var inte medlem i programmet den { $day }. Poäng är till för medlemmar.
error-short-of-points = { $state ->
    [negative] Saldot är { $balance } poäng, eftersom betalningar har återbetalats eller en import har ångrats. Inget kan lösas in förrän nya poäng har fyllt det.
   *[short] Saldot är { $balance } poäng, och { $points } behövs. Inget löstes in.
}
error-no-workspace = Ingen arbetsyta är öppen. Öppna en eller skapa en ny.
error-no-such-customer = Kunden finns inte längre. En import kan ha ångrats.
error-no-such-list = Det finns ingen lista ”{ $list }”.
error-segment-syntax = Segmentet går inte att läsa från tecken { $position }. Skriv det som plan = "Pro" and country in ("NL", "BE").
error-unknown-attribute = Tecken { $position } i segmentet: ingen kund har en egenskap ”{ $value }”. Använd plan, mrr, cohort, country eller en kolumn du har importerat.
error-segment-number = Tecken { $position } i segmentet: ”{ $value }” är inget belopp. Jämför mrr med hela ören, till exempel mrr >= 5000.
error-segment-period = Tecken { $position } i segmentet: ”{ $value }” är ingen period. Skriv en kohort som "2026-03", "2026-Q1" eller "2026".
error-no-such-figure = Det finns ingen siffra ”{ $metric }” för ”{ $period }”. Perioder skrivs som 2026-03, 2026-Q1, 2026 eller 2026-W14.
finding-damage = Filen är skadad: { $details }
finding-reference = Rad { $row } i ”{ $table }” hänvisar till en rad i ”{ $parent }” som inte finns.
finding-value = ”{ $table }” har värden i ”{ $column }” som Holdfast aldrig skriver (rader: { $rows }).
finding-changes = Listan över ändringar stämmer inte med raderna i ”{ $table }”. Att ångra äldre ändringar kan lämna rader kvar.
finding-keys = Alla rader i ”{ $table }” skulle inte kännas igen. Att importera samma fil en gång till kan lägga till rader dubbelt.
