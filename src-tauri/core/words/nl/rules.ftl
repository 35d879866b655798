# Regels van hoe een cijfer wordt berekend, naast die van de schermen
rule-compare = Elke klant zoals hij er aan het einde van { $start } en aan het einde van { $end } voor stond.
rule-on-day = Naar de stand aan het einde van { $day }.
rule-trials = Van elke klant telt de eerste proefperiode, en niet die van wie al betaalt. Wie op { $day } heeft betaald, is klant geworden.
rule-first-paid = Nieuw is wie voor het eerst betaalt. Wie eerder betaalde, is teruggekeerd, hoe lang geleden ook.
rule-six-months = Het verloop is het gemiddelde van de laatste zes afgelopen maanden, of van zoveel als er zijn.
rule-lifetime-capped = De looptijd is beperkt tot { $months } maanden, omdat er zo weinig klanten vertrekken.
rule-not-the-sum = Begin en einde van deze periode worden vergeleken. Het is dus niet de som van de maanden als iemand vaker veranderde.
rule-fx = Alleen klanten die er aan het einde zijn en betalen in een valuta waarvan de koers veranderde. Elk abonnement wordt apart omgerekend en afgerond.
rule-start-rates = Bedragen in andere valuta worden vergeleken tegen de koersen van het begin, dus een koers die verandert beweegt niemand. Wat koersen deden staat apart als het koerseffect.
rule-then-rates = Beide bedragen staan tegen de koersen van toen.
rule-no-rate = { $count } abonnementen tellen niet mee: hun valuta heeft geen koers in de instellingen.
rule-no-end = { $count } abonnementen tellen niet mee: ze zijn voorbij maar hebben geen datum.
