# Wie één klant is
account-source-files = Andere bestanden
question-shared = Meerdere klanten van één systeem hebben dit adres.
question-desk = Dit is het adres van een afdeling, dat meerdere mensen kunnen delen.
question-names = Eén adres, maar de namen verschillen.
import-notice-joined = { $count ->
    [one] Eén account is bij een ander gevoegd: beide hebben hetzelfde mailadres.
   *[other] { $text } accounts zijn bij andere gevoegd: ze hebben dezelfde mailadressen.
}
import-notice-doubtful = { $count ->
    [one] Eén mailadres laat open wie één klant is. Er is niets op samengevoegd.
   *[other] { $text } mailadressen laten open wie één klant is. Er is niets op samengevoegd.
}
import-notice-doubtful-link = Beantwoorden

# Wat er ontbreekt
list-without-facts = Klanten zonder abonnement
health-ended = { $count ->
    [one] Eén abonnementenlijst laat weg wie vertrokken is, dus de retentie lijkt beter dan ze is. Importeer de volledige lijst.
   *[other] { $text } abonnementenlijsten laten weg wie vertrokken is, dus de retentie lijkt beter dan ze is. Importeer de volledige lijsten.
}
health-rates = { $count ->
    [one] Eén abonnement heeft geen wisselkoers en blijft buiten de totalen.
   *[other] { $text } abonnementen hebben geen wisselkoers en blijven buiten de totalen.
}
health-dates = { $count ->
    [one] Eén abonnement is voorbij maar heeft geen datum. Het blijft buiten de cijfers.
   *[other] { $text } abonnementen zijn voorbij maar hebben geen datum. Ze blijven buiten de cijfers.
}
health-gaps = { $count ->
    [one] In één maand veranderde er helemaal niets. Misschien ontbreekt een bestand van die maand.
   *[other] In { $text } maanden veranderde er helemaal niets. Misschien ontbreken bestanden van die maanden.
}
health-doubts = { $count ->
    [one] Eén mailadres laat open wie één klant is.
   *[other] { $text } mailadressen laten open wie één klant is.
}
health-customers = { $count ->
    [one] Van één klant is geen abonnement bekend waarmee de cijfers iets kunnen.
   *[other] Van { $text } klanten is geen abonnement bekend waarmee de cijfers iets kunnen.
}
health-kinds = { $count ->
    [one] Eén soort bestand is nooit geïmporteerd. Het zou meer vragen beantwoorden.
   *[other] { $text } soorten bestanden zijn nooit geïmporteerd. Ze zouden meer vragen beantwoorden.
}
health-to-import = Importeren
health-to-settings = Koersen invullen
