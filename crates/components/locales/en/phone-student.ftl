# One student's page, the calendar, marking together; the mentor's week and month; the list of students.

## How the year may still end

absence-pace = This year of { $year } school days can bear { $n ->
    [one] 1 more absence
   *[other] { $n } more absences
} and stay { $rule ->
    [more_than] at { $limit } % or less.
   *[at_least] below { $limit } %.
}
absence-pace-last = One more day missed, and this year of { $year } school days ends { $rule ->
    [more_than] above { $limit } %.
   *[at_least] at { $limit } % or more.
}
absence-pace-lost = This year ends { $rule ->
    [more_than] above { $limit } %.
   *[at_least] at { $limit } % or more.
} Each day at school still counts, and next year starts from zero.

## The brief

brief-title = In short
brief-others = Another mentor today
brief-other = { $kind }, { $time }
brief-answer = The team answered
brief-begun = Begun, not saved
brief-begun-what = { $word ->
    [note] a note, { $day }, { $time }
    [ask] a request to the team, { $day }, { $time }
   *[other] { $word }, { $day }, { $time }
}
brief-family = Family
brief-family-reached = last reached { $day }
brief-family-not-yet = not reached yet
brief-language = Spoken at home
brief-interpreter = with an adult interpreter
brief-goal = Goal
brief-goal-none = no goal agreed yet
brief-barriers = In the way
brief-barriers-none = nothing known

## When school is missed

pattern-title = When school is missed
pattern-figure = { $missed } of { $held } days
pattern-day = { $day } ({ $figure })
pattern-most = Missed most often: { $days }
pattern-even = No day of the week stands out.
pattern-latest = Week of { $day }: { $figure } missed.
pattern-week = Week of { $day }
pattern-more = Day by day, week by week
pattern-by-weekday = Days missed by day of the week, this year
pattern-by-week = Days missed in the last weeks

## Two phones that disagree

two-answers-title = { $day }: two answers
two-answers-lead = One phone has a sun on this day, another took it off. Choose what is right. Both answers stay in the history.
two-answers-sun = With a sun
two-answers-no-sun = Without a sun

## What can be done

do-title = For this student
do-contact = Record a contact
do-note = Note
do-goals = Goals
do-praise = Praise
do-barriers = In the way
do-ask = Ask the team
do-starters = To talk about
do-steps = Steps
do-wake-up = Wake-up calls
do-family = Family
do-together = Mark together
do-year = School year
do-log = What was done
do-safety = Worried that a child is not safe?
student-calendar = Calendar

## The log

student-log-all = All { $n } entries
log-filter = Show
log-filter-kind = { $word ->
    [all] Everything
    [contacts] Contacts
    [notes] Notes
    [goals] Goals and steps
    [praise] Praise
    [barriers] In the way
    [team] With the team
    [plans] Plans and checks
   *[other] { $word }
}
log-month-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
log-when-of-day = { $time } · { $state }
log-when-later = for { $day }, written { $made }, { $time } · { $state }

## The calendar in the student's hands: said to the student

together-title = { $name }'s calendar
together-streak = { $n ->
    [one] You were here on the last school day, { $name }. Good that you came!
   *[other] You were here { $n } school days in a row, { $name }. That took something!
}
together-new-start = Good to see you, { $name }. Each day is a new start.
together-suns = { $n ->
    [0] No sun this month yet.
    [one] 1 sun this month
   *[other] { $n } suns this month
}
together-done = Done
print-month = Print this month
paper-school = { $school }

## The year

year-title = { $name }'s school year { $years }
year-suns = { $n ->
    [one] 1 sun
   *[other] { $n } suns
}
year-absent = { $n ->
    [one] 1 day absent by the school's record
   *[other] { $n } days absent by the school's record
}
year-legend = { $absent } absent by the school's record
year-empty = The school's calendar is not on this phone yet. It comes when there is a network.
year-month = Month by month
print-year = Print the year

## My week and my month

my-week-previous = Week before
my-week-next = Week after
my-week-waiting = Waiting for you, and there is time
my-week-others = The others
my-week-was = { $met } of { $all } students had all their days. What was missing then is over; this week counts anew.
my-month = My month
my-month-weeks = { $met } of { $all } weeks met the model
my-month-weeks-why = A week of one student meets it with three school days with contact, or with all days of a short week.
my-month-no-weeks = No week of this month is over yet.
my-month-elements = What the work was made of
my-month-nothing = Nothing recorded this month yet.
my-month-times = { $n ->
    [one] once
   *[other] { $n } times
}
element = { $word ->
    [meet_and_greet] Greeting at the door
    [family_outreach] Reaching out to the family
    [call_home] Calls home and wake-up calls
    [one_on_one] One-on-one and small groups
    [tracking] Attendance, goals, what is in the way
    [celebrate] Celebrating
    [work_with_staff] Work with the team and staff
   *[other] { $word }
}

## All students

students-group = Group
students-library = What helps
students-letters = First letter of the name
students-all = All

## What the school granted this mentor beyond what every mentor sees

student-granted-until = The school shows you this until { $day }. Keep it to yourself.
student-granted-nothing = The school has written nothing here.
student-granted-value = { $day }: { $what }: { $value }
student-granted-line = { $day }: { $what }
