error-cancelled = Geannuleerd. Er is niets gewijzigd.
error-not-a-workspace = “{ $file }” is geen Holdfast-werkruimte. Kies een bestand dat eindigt op .holdfast, of importeer het als het een CSV is.
error-newer-workspace = Deze werkruimte is geschreven door een nieuwere Holdfast (formaat { $version }, deze kent { $known }). Er is niets gewijzigd. Installeer de nieuwere Holdfast om haar te openen.
error-workspace-busy = “{ $file }” is open in een ander Holdfast-venster. Sluit het daar eerst.
error-damaged = Het werkruimtebestand is beschadigd: { $details }. Er is niets verwijderd. Zet een kopie terug of bewaar het bestand voor herstel.
error-file-exists = “{ $file }” bestaat al. Kies een andere naam.
error-no-such-file = “{ $file }” is er niet meer. Misschien is het verplaatst of hernoemd.
error-disk-full = De schijf is vol. Er is niets verloren. Maak ruimte en probeer het opnieuw.
error-disk-full-missing = De schijf is vol. Er is niets verloren. Er is ongeveer { $size } meer nodig. Maak ruimte en probeer het opnieuw.
error-write-busy = Er loopt nog een import. Probeer het opnieuw als die klaar is, of annuleer hem.
error-no-such-change = Er is geen wijziging { $change } die ongedaan gemaakt of opnieuw gedaan kan worden. Misschien is dat al gebeurd.
error-cannot-redo = Dit kan niet opnieuw worden gedaan: iets van later raakte dezelfde rijen, of het was te groot om te bewaren. Importeer het bestand opnieuw.
error-io = “{ $file }” kon niet worden gelezen of geschreven: { $details }.
error-unexpected = Er ging iets mis dat niet mis mag gaan: { $details }. Je gegevens zijn ongewijzigd.
error-bad-setting = { $field ->
    [survey_name] Een enquête heeft een naam nodig van hoogstens 80 letters.
    [survey_kind] “{ $value }” is geen soort enquête.
    [survey_scale] “{ $value }” is geen schaal voor deze enquête. Kies hele getallen van 0 tot en met 10.
    [item_name] Een vraag heeft woorden nodig, hoogstens 80 letters.
    [wave_name] Een ronde heeft een naam nodig van hoogstens 80 letters.
    [wave_days] Een ronde kan niet eindigen voor ze begint: “{ $value }”.
    [theme_name] Een thema heeft een naam nodig van hoogstens 80 letters.
    [feature_name] Een functie heeft een naam nodig van hoogstens 80 letters.
    [feature_state] “{ $value }” is geen stand van een functie.
    [points] “{ $value }” is geen aantal punten. Typ een heel getal boven 0.
    [adjustment] “{ $value }” is geen correctie. Typ een heel getal anders dan 0, met een min om punten af te nemen.
    [adjustment_reason] Een correctie heeft een reden nodig van hoogstens 200 tekens.
    [redeemed_for] Zeg waarvoor de punten worden ingewisseld, in hoogstens 200 tekens.
    [reward_name] Een beloning heeft een naam nodig van hoogstens 80 tekens.
    [reward_points] “{ $value }” is geen prijs voor een beloning. Typ een heel aantal punten boven 0.
    [reward_worth] Een beloning kan niet minder dan niets kosten.
    [day_ahead] “{ $value }” ligt in de toekomst. Punten worden vandaag of op een eerdere dag ingewisseld.
    [joined] Deze klant was op { $value } al lid.
    [asking] “{ $value }” dagen kan niet. Mensen zijn aan de beurt na meer dagen dan ze met rust worden gelaten, hoogstens 3.650.
    [name] Een werkruimte heeft een naam nodig. Er is niets gewijzigd.
    [currency] “{ $value }” is geen valuta. Typ een code zoals EUR of SEK.
    [time_zone] “{ $value }” is geen tijdzone. Kies er een zoals Europe/Amsterdam.
    [rate] “{ $value }” is geen koers. Typ een getal boven 0, zoals 0,0875.
    [day] “{ $value }” is geen dag. Typ die als 2026-02-01, of laat het veld leeg voor een koers die vanaf het begin geldt.
    [grace_days] “{ $value }” dagen is te lang. Kies 0 tot 90.
   *[target] Een doel ligt tussen 0 en 100 procent.
}
error-no-such-survey = Er is geen enquête “{ $survey }”. Kies er een uit de lijst of maak een nieuwe.
error-no-such-answer = Dat antwoord is er niet meer. Misschien is het ongedaan gemaakt.
error-bad-answer = “{ $value }” is geen antwoord. Typ een heel getal van { $low } tot en met { $high }.
error-bad-day = “{ $value }” is geen datum. Schrijf die als 2026-11-20.
error-name-taken = Er is er al een die “{ $name }” heet. Kies een andere naam.
error-no-programme = Er is nog geen loyaliteitsprogramma. Stel er eerst een in.
error-unsound-programme = { $why ->
    [tiers] Een programma heeft twee tot zes niveaus nodig.
    [thresholds] Het laagste niveau begint bij 0, en elk ander boven het vorige.
    [names] Elk niveau heeft een eigen naam nodig.
    [amount] Punten worden gegeven voor een betaald bedrag boven 0.
    [cost] Zeg voor hoeveel punten, meer dan 0, de kosten gelden.
    [redemption] Er kan niet meer dan 100 procent van de punten worden ingewisseld.
   *[expiry] Punten die vervallen moeten minstens een maand geldig zijn.
}
error-no-such-reward = Die beloning wordt niet meer aangeboden. Kies een andere.
error-not-a-member = Deze klant was op { $day } geen lid van het programma. Punten zijn voor leden.
error-short-of-points = { $state ->
    [negative] Het saldo is { $balance } punten, omdat betalingen zijn terugbetaald of een import ongedaan is gemaakt. Er kan niets worden ingewisseld tot nieuwe punten het hebben aangevuld.
   *[short] Het saldo is { $balance } punten, en er zijn er { $points } nodig. Er is niets ingewisseld.
}
error-no-workspace = Er is geen werkruimte open. Open er een of maak een nieuwe.
error-no-such-customer = Deze klant is er niet meer. Misschien is een import ongedaan gemaakt.
error-no-such-list = Er is geen lijst “{ $list }”.
error-segment-syntax = Het segment is vanaf teken { $position } niet te lezen. Schrijf het als plan = "Pro" and country in ("NL", "BE").
error-unknown-attribute = Teken { $position } van het segment: geen klant heeft een kenmerk “{ $value }”. Gebruik plan, mrr, cohort, country of een kolom die je hebt geïmporteerd.
error-segment-number = Teken { $position } van het segment: “{ $value }” is geen bedrag. Vergelijk mrr met hele centen, zoals mrr >= 5000.
error-segment-period = Teken { $position } van het segment: “{ $value }” is geen periode. Schrijf een cohort als "2026-03", "2026-Q1" of "2026".
error-no-such-figure = Er is geen cijfer “{ $metric }” voor “{ $period }”. Periodes zien eruit als 2026-03, 2026-Q1, 2026 of 2026-W14.
finding-damage = Het bestand is beschadigd: { $details }
finding-reference = Rij { $row } van “{ $table }” verwijst naar een rij van “{ $parent }” die er niet is.
finding-value = “{ $table }” bevat in “{ $column }” waarden die Holdfast nooit schrijft (rijen: { $rows }).
finding-changes = De lijst met wijzigingen past niet bij de rijen van “{ $table }”. Oudere wijzigingen ongedaan maken kan rijen laten staan.
finding-keys = Niet elke rij van “{ $table }” zou herkend worden. Hetzelfde bestand opnieuw importeren kan rijen dubbel toevoegen.
