import-as-found = { $found } (hittad)
import-remembered = Läst så som du ordnade kolumnerna den { $day } ({ $file }).
import-yes = ja
import-no = nej
import-status-active = Aktiv
import-status-trialing = På prov
import-status-past-due = Betalningen är sen
import-status-paused = Pausad
import-status-non-renewing = Slutar med perioden
import-status-canceled = Uppsagd
import-status-expired = Över
import-status-pending = Aldrig påbörjad
import-other-entries = andra uppgifter
import-rows-of = { $first } till { $last } av { $count }
import-list-who = Kund eller namn
import-list-what = Vad
import-list-values = Värden
import-list-line = Rad
import-list-column = Kolumn
import-list-value = Värde
import-list-cause = Varför
import-row-deleted = Borttagen sedan dess
import-mapping-about = { $kind }, { $n ->
    [one] { $count } kolumn
   *[other] { $count } kolumner
}, { $day }
