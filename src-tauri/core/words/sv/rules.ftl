# Regler för hur ett tal beräknas, utöver vyernas
rule-compare = Varje kund så som läget var vid slutet av { $start } och vid slutet av { $end }.
rule-on-day = Läget vid slutet av { $day }.
rule-trials = Varje kunds första provperiod räknas, men inte för den som redan betalar. Den som har betalat senast { $day } har blivit kund.
rule-first-paid = Ny är den som betalar för första gången. Den som har betalat förut är återvunnen, hur länge sedan det än var.
rule-six-months = Bortfallet är medelvärdet av de sex senaste avslutade månaderna, eller av dem som finns.
rule-lifetime-capped = Livslängden är begränsad till { $months } månader, eftersom så få lämnar.
rule-not-the-sum = Periodens början och slut jämförs, så talet är inte summan av månaderna om någon har ändrats flera gånger.
rule-fx = Bara kunder som finns kvar vid slutet och betalar i en valuta vars kurs har ändrats. Varje abonnemang räknas om och avrundas för sig.
rule-start-rates = Belopp i andra valutor jämförs till kurserna vid början, så en kurs som ändras flyttar ingen. Vad kurserna gjorde står för sig som kurseffekten.
rule-then-rates = Båda beloppen är räknade till kurserna då.
rule-no-rate = { $count } abonnemang är inte med: deras valuta saknar kurs i inställningarna.
rule-no-end = { $count } abonnemang är inte med: de är avslutade men saknar datum.
