# Surveys: kinds, questions, items
survey-kind-nps = NPS
survey-kind-cli = Loyalty index
survey-kind-csat = Satisfaction
survey-kind-ces = Effort
survey-kind-own = Own question
question-nps = How likely are you to recommend us to a friend or colleague?
question-nps-low = not at all likely
question-nps-high = extremely likely
question-cli = How do you rate us?
question-cli-low = very poor
question-cli-high = excellent
question-csat = How satisfied are you with us?
question-csat-low = very dissatisfied
question-csat-high = very satisfied
question-ces = It was easy to get done what I wanted.
question-ces-low = I disagree
question-ces-high = I agree
question-own = How do you rate this?
question-own-low = lowest
question-own-high = highest
item-quality = Product quality
item-service = Customer service
item-experience = Overall experience
anonymous = anonymous

# What a survey comes to
survey-answers = { $count ->
    [one] 1 answer
   *[other] { $text } answers
}
survey-invitations = { $count ->
    [one] 1 invitation
   *[other] { $text } invitations
}
survey-waves = { $count ->
    [one] 1 wave
   *[other] { $text } waves
}
answers-all = all answers
answers-latest = latest of each customer
survey-response = { $rate } of { $invited } invited
survey-between = { $low } to { $high }
survey-nps-formula = ({ $promoters } − { $detractors }) ÷ { $answers } × 100 = { $score }
survey-csat-formula = { $part } of { $answers } gave { $from } or { $to }
survey-mean-formula = { $sum } ÷ { $answers }; { $share } above the middle of the scale
survey-cli-formula = the mean of what each answer comes to: { $score }
survey-few = Fewer than 10 answers: they show a range, no score.
survey-few-plain = Fewer than 10 answers: too few for a score.
survey-weighted = { $score } weighted by what they pay ({ $mrr })
survey-few-group = { $answers } answers in { $group } are few: read with care
survey-score = Score { $score }
survey-bar = Score { $score }: { $answers }
survey-by-plan = By plan
survey-by-country = By country
survey-by-tier = By tier
survey-by-tenure = By time as a customer
tenure-new = under 6 months
tenure-months = 6 to 12 months
tenure-years = 1 to 3 years
tenure-long = over 3 years
class-promoters = promoters
class-passives = passives
class-detractors = detractors
one-of-promoters = promoter
one-of-passives = passive
one-of-detractors = detractor
chart-distribution = How many gave which answer: { $answers } in all.
chart-waves = Score from wave to wave. { $wave }: { $score }.
verdict-rise = Up { $change } since { $wave }: the rise is shown to be real.
verdict-fall = { $change } since { $wave }: the fall is shown to be real.
verdict-unsure = { $change } since { $wave } is inside the margins: not shown to be a real change.
verdict-none = { $change } since { $wave }. All answers of each wave agree, so nothing can be said of chance.
column-survey = Survey
column-wave = Wave
column-measure = Measure
column-view = Answers counted
column-answers = Answers
column-score = Score
column-interval = 95% between
column-response = Response
column-item = Item
column-scale = Scale
column-mean = Mean
column-class = Group
column-left-3 = Left in 3 months
column-left-6 = in 6 months
column-left-12 = in 12 months
column-mrr-today = MRR today
column-said = Answer
column-comment = In their words
column-asked = Last asked
column-after = Time before
notice-no-answers = There are no answers in this wave yet.
notice-no-answers-link = Type answers

# Lists of answers
list-answers = { $kind }, { $wave }
list-answers-of = { $kind }, { $wave }: { $what }
list-paying-class = { $class } who still pay
list-followed = What became of { $class } in { $months } months
followed-left = left
followed-here = still here
list-detractors = Detractors who still pay
list-due = { $kind }: due for a survey
list-often = { $kind }: asked too often
list-wish = Who asked for “{ $feature }”
said-cancelled = cancelled
said-cancelled-on = cancelled on { $day }
said-score-on = gave { $score } on { $day }
asked-never = never
asked-after = { $days } days earlier

# Follow-up
follow-gone = { $count ->
    [one] One more detractor pays nothing any more.
   *[other] { $text } more detractors pay nothing any more.
}
follow-words = { $part } of { $whole } in this wave gave words
theme-support = Support
theme-price = Price
theme-ease = Ease of use
theme-speed = Speed
theme-reliability = Reliability
theme-getting-started = Getting started
theme-links = Links and exports
theme-features = Missing features
feature-asked = asked
feature-planned = planned
feature-shipped = shipped { $day }
feature-all-told = shipped { $day }, all told
feature-told = { $told } told, { $waiting } to go

# Entering
person-mrr = { $mrr } MRR
person-last = last time { $score } in { $wave }
answer-entered = entered
answer-corrected = corrected
answer-corrected-from = corrected; before: { $before }
paste-score = “{ $value }” is not on the scale
paste-customer = nobody, or more than one, is called “{ $value }”
paste-all = { $good }. Nothing is left out.
paste-some = { $good }; lines left out: { $wrong }
