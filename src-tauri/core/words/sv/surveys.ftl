# Enkäter: slag, frågor, delar
survey-kind-nps = NPS
survey-kind-cli = Lojalitetsindex
survey-kind-csat = Nöjdhet
survey-kind-ces = Enkelhet
survey-kind-own = Egen fråga
question-nps = Hur troligt är det att du rekommenderar oss till en vän eller kollega?
question-nps-low = inte alls troligt
question-nps-high = mycket troligt
question-cli = Vilket betyg ger du oss?
question-cli-low = mycket dåligt
question-cli-high = utmärkt
question-csat = Hur nöjd är du med oss?
question-csat-low = mycket missnöjd
question-csat-high = mycket nöjd
question-ces = Det var lätt att få gjort det jag ville.
question-ces-low = håller inte med
question-ces-high = håller med
question-own = Vilket betyg ger du det här?
question-own-low = lägst
question-own-high = högst
item-quality = Produktens kvalitet
item-service = Kundtjänst
item-experience = Helhetsupplevelse
anonymous = anonym

# Vad en enkät ger
survey-answers = { $count ->
    [one] 1 svar
   *[other] { $text } svar
}
survey-invitations = { $count ->
    [one] 1 inbjudan
   *[other] { $text } inbjudningar
}
survey-waves = { $count ->
    [one] 1 omgång
   *[other] { $text } omgångar
}
answers-all = alla svar
answers-latest = senaste per kund
survey-response = { $rate } av { $invited } inbjudna
survey-between = { $low } till { $high }
survey-nps-formula = ({ $promoters } − { $detractors }) ÷ { $answers } × 100 = { $score }
survey-csat-formula = { $part } av { $answers } gav { $from } eller { $to }
survey-mean-formula = { $sum } ÷ { $answers }; { $share } över skalans mitt
survey-cli-formula = medelvärdet av vad varje svar ger: { $score }
survey-few = Färre än 10 svar: de visar ett intervall, inget betyg.
survey-few-plain = Färre än 10 svar: för få för ett betyg.
survey-weighted = { $score } vägt efter vad de betalar ({ $mrr })
survey-few-group = { $answers } svar i { $group } är få: läs med omsorg
survey-score = Betyg { $score }
survey-bar = Betyg { $score }: { $answers }
survey-by-plan = Per plan
survey-by-country = Per land
survey-by-tier = Per nivå
survey-by-tenure = Efter tid som kund
tenure-new = under 6 månader
tenure-months = 6 till 12 månader
tenure-years = 1 till 3 år
tenure-long = över 3 år
class-promoters = ambassadörer
class-passives = passiva
class-detractors = kritiker
one-of-promoters = ambassadör
one-of-passives = passiv
one-of-detractors = kritiker
chart-distribution = Hur många som gav vilket svar: { $answers } totalt.
chart-waves = Betyg från omgång till omgång. { $wave }: { $score }.
verdict-rise = { $change } sedan { $wave }: ökningen är säkerställd.
verdict-fall = { $change } sedan { $wave }: minskningen är säkerställd.
verdict-unsure = { $change } sedan { $wave } ligger inom marginalerna: ingen säkerställd förändring.
verdict-none = { $change } sedan { $wave }. Alla svar i varje omgång är lika, så om slumpen går inget att säga.
column-survey = Enkät
column-wave = Omgång
column-measure = Mått
column-view = Räknade svar
column-answers = Svar
column-score = Betyg
column-interval = 95 % mellan
column-response = Svarsandel
column-item = Del
column-scale = Skala
column-mean = Medel
column-class = Grupp
column-left-3 = Borta inom 3 månader
column-left-6 = inom 6 månader
column-left-12 = inom 12 månader
column-mrr-today = MRR i dag
column-said = Svar
column-comment = Med egna ord
column-asked = Senast tillfrågad
column-after = Gången före
notice-no-answers = Det finns inga svar i den här omgången än.
notice-no-answers-link = Skriv svar

# Listor med svar
list-answers = { $kind }, { $wave }
list-answers-of = { $kind }, { $wave }: { $what }
list-paying-class = { $class } som fortfarande betalar
list-followed = Vad som hände med { $class } på { $months } månader
followed-left = borta
followed-here = kvar
list-detractors = Kritiker som fortfarande betalar
list-due = { $kind }: på tur för en enkät
list-often = { $kind }: tillfrågade för ofta
list-wish = Vilka som bett om ”{ $feature }”
said-cancelled = sade upp
said-cancelled-on = sade upp { $day }
said-score-on = gav { $score } den { $day }
asked-never = aldrig
asked-after = { $days } dagar tidigare

# Uppföljning
follow-gone = { $count ->
    [one] Ytterligare en kritiker betalar inget längre.
   *[other] Ytterligare { $text } kritiker betalar inget längre.
}
follow-words = { $part } av { $whole } i omgången skrev något
theme-support = Support
theme-price = Pris
theme-ease = Enkelhet
theme-speed = Snabbhet
theme-reliability = Pålitlighet
theme-getting-started = Komma igång
theme-links = Kopplingar och export
theme-features = Saknade funktioner
feature-asked = efterfrågad
feature-planned = planerad
feature-shipped = levererad { $day }
feature-all-told = levererad { $day }, alla vet
feature-told = { $told } har fått veta, { $waiting } kvar

# Inmatning
person-mrr = { $mrr } MRR
person-last = förra gången { $score } i { $wave }
answer-entered = inmatat
answer-corrected = rättat
answer-corrected-from = rättat; före: { $before }
paste-score = ”{ $value }” finns inte på skalan
paste-customer = ingen, eller fler än en, heter ”{ $value }”
paste-all = { $good }. Inget utelämnas.
paste-some = { $good }; utelämnade rader: { $wrong }
