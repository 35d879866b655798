# Vem som är en kund
account-source-files = Andra filer
question-shared = Flera kunder i ett system har den här adressen.
question-desk = Det här är en avdelnings adress, som flera personer kan dela.
question-names = En adress, men namnen skiljer sig.
import-notice-joined = { $count ->
    [one] Ett konto fördes ihop med ett annat: båda har samma e-postadress.
   *[other] { $text } konton fördes ihop med andra: de har samma e-postadresser.
}
import-notice-doubtful = { $count ->
    [one] En e-postadress lämnar öppet vem som är en kund. Inget slogs ihop utifrån den.
   *[other] { $text } e-postadresser lämnar öppet vem som är en kund. Inget slogs ihop utifrån dem.
}
import-notice-doubtful-link = Svara

# Vad som saknas
list-without-facts = Kunder utan prenumeration
health-ended = { $count ->
    [one] En prenumerationslista utelämnar dem som har lämnat, så retentionen ser bättre ut än den är. Importera hela listan.
   *[other] { $text } prenumerationslistor utelämnar dem som har lämnat, så retentionen ser bättre ut än den är. Importera hela listorna.
}
health-rates = { $count ->
    [one] En prenumeration saknar växelkurs och står utanför summorna.
   *[other] { $text } prenumerationer saknar växelkurs och står utanför summorna.
}
health-dates = { $count ->
    [one] En prenumeration är slut men saknar datum. Den står utanför siffrorna.
   *[other] { $text } prenumerationer är slut men saknar datum. De står utanför siffrorna.
}
health-gaps = { $count ->
    [one] Under en månad hände ingenting alls. En fil från den månaden kanske saknas.
   *[other] Under { $text } månader hände ingenting alls. Filer från de månaderna kanske saknas.
}
health-doubts = { $count ->
    [one] En e-postadress lämnar öppet vem som är en kund.
   *[other] { $text } e-postadresser lämnar öppet vem som är en kund.
}
health-customers = { $count ->
    [one] För en kund finns ingen prenumeration som siffrorna kan använda.
   *[other] För { $text } kunder finns ingen prenumeration som siffrorna kan använda.
}
health-kinds = { $count ->
    [one] En sorts fil har aldrig importerats. Den skulle ge svar på fler frågor.
   *[other] { $text } sorters filer har aldrig importerats. De skulle ge svar på fler frågor.
}
health-to-import = Importera
health-to-settings = Fyll i kurser
