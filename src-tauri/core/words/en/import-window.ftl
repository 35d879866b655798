import-as-found = { $found } (found)
import-remembered = Read as you mapped it on { $day } ({ $file }).
import-yes = yes
import-no = no
import-status-active = Active
import-status-trialing = In a trial
import-status-past-due = Payment is late
import-status-paused = Paused
import-status-non-renewing = Ends with its period
import-status-canceled = Cancelled
import-status-expired = Over
import-status-pending = Never started
import-other-entries = other entries
import-rows-of = { $first } to { $last } of { $count }
import-list-who = Customer or name
import-list-what = What
import-list-values = Values
import-list-line = Line
import-list-column = Column
import-list-value = Value
import-list-cause = Why
import-row-deleted = Deleted since
import-mapping-about = { $kind }, { $n ->
    [one] { $count } column
   *[other] { $count } columns
}, { $day }
