# Enquêtes: soorten, vragen, onderdelen
survey-kind-nps = NPS
survey-kind-cli = Loyaliteitsindex
survey-kind-csat = Tevredenheid
survey-kind-ces = Gemak
survey-kind-own = Eigen vraag
question-nps = Hoe waarschijnlijk is het dat je ons aanbeveelt bij een vriend of collega?
question-nps-low = helemaal niet waarschijnlijk
question-nps-high = zeer waarschijnlijk
question-cli = Hoe beoordeel je ons?
question-cli-low = zeer slecht
question-cli-high = uitstekend
question-csat = Hoe tevreden ben je over ons?
question-csat-low = zeer ontevreden
question-csat-high = zeer tevreden
question-ces = Het was makkelijk om gedaan te krijgen wat ik wilde.
question-ces-low = oneens
question-ces-high = eens
question-own = Hoe beoordeel je dit?
question-own-low = laagst
question-own-high = hoogst
item-quality = Kwaliteit van het product
item-service = Klantenservice
item-experience = Algehele ervaring
anonymous = anoniem

# Wat een enquête oplevert
survey-answers = { $count ->
    [one] 1 antwoord
   *[other] { $text } antwoorden
}
survey-invitations = { $count ->
    [one] 1 uitnodiging
   *[other] { $text } uitnodigingen
}
survey-waves = { $count ->
    [one] 1 ronde
   *[other] { $text } rondes
}
answers-all = alle antwoorden
answers-latest = laatste per klant
survey-response = { $rate } van { $invited } uitgenodigd
survey-between = { $low } tot { $high }
survey-nps-formula = ({ $promoters } − { $detractors }) ÷ { $answers } × 100 = { $score }
survey-csat-formula = { $part } van { $answers } gaven { $from } of { $to }
survey-mean-formula = { $sum } ÷ { $answers }; { $share } boven het midden van de schaal
survey-cli-formula = het gemiddelde van wat elk antwoord oplevert: { $score }
survey-few = Minder dan 10 antwoorden: die tonen een bereik, geen score.
survey-few-plain = Minder dan 10 antwoorden: te weinig voor een score.
survey-weighted = { $score } gewogen naar wat ze betalen ({ $mrr })
survey-few-group = { $answers } antwoorden in { $group } zijn weinig: lees met zorg
survey-score = Score { $score }
survey-bar = Score { $score }: { $answers }
survey-by-plan = Per plan
survey-by-country = Per land
survey-by-tier = Per niveau
survey-by-tenure = Naar tijd als klant
tenure-new = korter dan 6 maanden
tenure-months = 6 tot 12 maanden
tenure-years = 1 tot 3 jaar
tenure-long = langer dan 3 jaar
class-promoters = promotors
class-passives = passieven
class-detractors = criticasters
one-of-promoters = promotor
one-of-passives = passief
one-of-detractors = criticaster
chart-distribution = Hoeveel welk antwoord gaven: { $answers } in totaal.
chart-waves = Score van ronde tot ronde. { $wave }: { $score }.
verdict-rise = { $change } sinds { $wave }: de stijging is aangetoond.
verdict-fall = { $change } sinds { $wave }: de daling is aangetoond.
verdict-unsure = { $change } sinds { $wave } valt binnen de marges: niet aangetoond dat er echt iets is veranderd.
verdict-none = { $change } sinds { $wave }. In elke ronde zijn alle antwoorden gelijk, dus over toeval valt niets te zeggen.
column-survey = Enquête
column-wave = Ronde
column-measure = Maat
column-view = Antwoorden geteld
column-answers = Antwoorden
column-score = Score
column-interval = 95% tussen
column-response = Respons
column-item = Onderdeel
column-scale = Schaal
column-mean = Gemiddelde
column-class = Groep
column-left-3 = Weg binnen 3 maanden
column-left-6 = binnen 6 maanden
column-left-12 = binnen 12 maanden
column-mrr-today = MRR vandaag
column-said = Antwoord
column-comment = In hun woorden
column-asked = Laatst gevraagd
column-after = De keer ervoor
notice-no-answers = Er zijn nog geen antwoorden in deze ronde.
notice-no-answers-link = Antwoorden typen

# Lijsten met antwoorden
list-answers = { $kind }, { $wave }
list-answers-of = { $kind }, { $wave }: { $what }
list-paying-class = { $class } die nog betalen
list-followed = Wat er van { $class } werd in { $months } maanden
followed-left = weg
followed-here = nog hier
list-detractors = Criticasters die nog betalen
list-due = { $kind }: aan de beurt voor een enquête
list-often = { $kind }: te vaak gevraagd
list-wish = Wie om “{ $feature }” vroeg
said-cancelled = opgezegd
said-cancelled-on = opgezegd op { $day }
said-score-on = gaf { $score } op { $day }
asked-never = nooit
asked-after = { $days } dagen eerder

# Opvolgen
follow-gone = { $count ->
    [one] Nog één criticaster betaalt niets meer.
   *[other] Nog { $text } criticasters betalen niets meer.
}
follow-words = { $part } van { $whole } in deze ronde schreven iets
theme-support = Ondersteuning
theme-price = Prijs
theme-ease = Gemak
theme-speed = Snelheid
theme-reliability = Betrouwbaarheid
theme-getting-started = Aan de slag
theme-links = Koppelingen en exports
theme-features = Ontbrekende functies
feature-asked = gevraagd
feature-planned = gepland
feature-shipped = geleverd { $day }
feature-all-told = geleverd { $day }, iedereen weet het
feature-told = { $told } ingelicht, { $waiting } te gaan

# Invoeren
person-mrr = { $mrr } MRR
person-last = vorige keer { $score } in { $wave }
answer-entered = ingevoerd
answer-corrected = verbeterd
answer-corrected-from = verbeterd; ervoor: { $before }
paste-score = “{ $value }” staat niet op de schaal
paste-customer = niemand, of meer dan één, heet “{ $value }”
paste-all = { $good }. Er wordt niets weggelaten.
paste-some = { $good }; weggelaten regels: { $wrong }
