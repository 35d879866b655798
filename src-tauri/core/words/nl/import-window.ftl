import-as-found = { $found } (gevonden)
import-remembered = Gelezen zoals je het op { $day } hebt ingedeeld ({ $file }).
import-yes = ja
import-no = nee
import-status-active = Actief
import-status-trialing = In een proefperiode
import-status-past-due = Betaling is te laat
import-status-paused = Gepauzeerd
import-status-non-renewing = Stopt na de periode
import-status-canceled = Opgezegd
import-status-expired = Voorbij
import-status-pending = Nooit begonnen
import-other-entries = andere gegevens
import-rows-of = { $first } tot { $last } van { $count }
import-list-who = Klant of naam
import-list-what = Wat
import-list-values = Waarden
import-list-line = Regel
import-list-column = Kolom
import-list-value = Waarde
import-list-cause = Waarom
import-row-deleted = Inmiddels verwijderd
import-mapping-about = { $kind }, { $n ->
    [one] { $count } kolom
   *[other] { $count } kolommen
}, { $day }
