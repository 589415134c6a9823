# What phone and team pages both say: dates, figures, calendar signs.
# Kind, short words. "Not seen", never "absent", for what a mentor observed.

app-name = Daymark

## Languages

# This language's name in itself: what the switch shows to whoever needs it.
own-name = English
languages = Language

## Dates and times

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-1-short = Jan
month-2-short = Feb
month-3-short = Mar
month-4-short = Apr
month-5-short = May
month-6-short = Jun
month-7-short = Jul
month-8-short = Aug
month-9-short = Sep
month-10-short = Oct
month-11-short = Nov
month-12-short = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-1-short = Mon
weekday-2-short = Tue
weekday-3-short = Wed
weekday-4-short = Thu
weekday-5-short = Fri
weekday-6-short = Sat
weekday-7-short = Sun
weekday-1-letter = M
weekday-2-letter = T
weekday-3-letter = W
weekday-4-letter = T
weekday-5-letter = F
weekday-6-letter = S
weekday-7-letter = S

# Tuesday 14 October
day-long = { $weekday } { $day } { $month }
# Tue 14 Oct
day-short = { $weekday } { $day } { $month }
# 14 October
day-plain = { $day } { $month }
# October 2026
month-of-year = { $month } { $year }
# 7:05
time-of-day = { $hour }:{ $minute }

## Figures

# 12.9 %
rate = { $whole }.{ $tenth } %
rate-none = –
grade = Grade { $n }
# The codes of CEDS; anything else is shown as the school writes it.
grade-named = { $code ->
    [K] Kindergarten
    [KG] Kindergarten
    [PK] Pre-kindergarten
    [TK] Transitional kindergarten
    [UG] Ungraded
   *[other] { $code }
}

## What a date is for the school

day-type-instructional = School day
day-type-make-up = Make-up day
day-type-holiday = Holiday
day-type-weather = Weather day
day-type-emergency = Emergency day
day-type-strike = Strike
day-type-teacher-only = Teachers only
day-type-non-instructional = No school

## How much of school was missed

tier-not-applicable = no school day yet
tier-not-enough-data = not enough recorded to say
tier-satisfactory = on track
tier-at-risk = at risk
tier-moderate = chronic
tier-severe = severe, chronic
tier-provisional = too early to say
absence-badge = { $rate } · { $tier }
absence-none-yet = No school day recorded yet
absence-days = { $n ->
    [one] { $missed } of { $enrolled } day missed
   *[other] { $missed } of { $enrolled } days missed
}
absence-working-chronic = { $days ->
    [one] 1 school day present brings it
   *[other] { $days } school days in a row bring it
} { $rule ->
    [more_than] to { $limit } % or less.
   *[at_least] below { $limit } %.
}
absence-working-below = { $rule ->
    [more_than] { $limit } % or less: { $missed } ÷ { $enrolled } = { $rate }. Chronic begins above { $limit } %.
   *[at_least] Below { $limit } %: { $missed } ÷ { $enrolled } = { $rate }. Chronic begins at { $limit } %.
}
absence-working-provisional = From { $days } school days only; a rate counts from { $least } days on.
absence-record-to = School record complete to { $day }.
absence-record-none = No school record has been imported yet.

## The month's calendar

calendar-of = Calendar, { $month }
calendar-previous = Month before
calendar-next = Month after
calendar-legend-sun = marked together
calendar-legend-official = { $present } present, { $late } late, { $part } part of the day, { $absent } absent: the school's record
calendar-sign-present = ✓
calendar-sign-late = L
calendar-sign-part = ½
calendar-sign-absent = A
calendar-sign-two-answers = ?
calendar-says-present = school's record: present
calendar-says-late = school's record: late
calendar-says-part = school's record: part of the day
calendar-says-absent = school's record: absent
calendar-says-sun = sun, marked together
calendar-says-two-answers = two phones disagree about the sun
calendar-says-today = today
calendar-cell = { $day }: { $facts }
calendar-cell-nothing = nothing marked

## A week's cells

week-cell-met = ✓
week-cell-called = ☎
week-cell-absent = A
week-says-greeted = greeted
week-says-met = met
week-says-called = called
week-says-called-family = called the family
week-says-absent = absent by the school's record
week-says-none = no contact
week-says-closed = no school
week-says-ahead = still to come
week-cell = { $day }: { $facts }
rate-says = { $rate } missed; the line stands at 10 %

## Fields of a student that are granted, and what a school counts in them

grant-field = { $word ->
    [birthday] Birthday
    [attendance_reasons] Why days were missed, as the school wrote it
    [discipline] Behaviour: referrals, detentions, suspensions
   *[courses] Courses: failures, grades, credits
}
file-indicator = { $word ->
    [behaviour_referrals] Behaviour: referrals
    [behaviour_mark] Behaviour: unsatisfactory marks
    [detentions] Behaviour: detentions
    [suspensions_in_school] Behaviour: suspensions in school
    [suspension_days_out] Behaviour: days suspended out of school
    [classes_missed] Courses: classes missed
    [classes_held] Courses: classes held
    [tardies] Courses: times late
    [course_failures_math] Courses: mathematics failed
    [course_failures_english] Courses: English failed
    [ds] Courses: grades of D
    [fs] Courses: grades of F
    [credits_earned] Courses: credits earned
   *[credits_possible] Courses: credits possible
}
