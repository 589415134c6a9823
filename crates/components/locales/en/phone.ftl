# The mentor's app.

## Everywhere

page-title = { $screen } · Daymark
tab-today = Today
tab-door = Door
tab-students = Students
tabs = Screens
undo = Undo
try-again = Try again
back = Back
opening = Opening Daymark …
loading = Loading …
no-such-page = There is no such page.
to-today = Go to Today

## How things stand, top right of every screen

sync-all-saved = all saved
sync-saved-here = { $n } saved here
sync-sending = sending …
sync-sent-at = sent { $time }
sync-sent-on = sent { $day }, { $time }
sync-no-connection = no network
sync-server = server has a problem
sync-pair-again = pair again
sync-not-genuine = this was not your school’s server · tell your coordinator
sync-out-of-step = not the same as at school · tell your coordinator
sync-says = { $state }. Tap to send now.

## Failures, each with a way out

failure-not-paired = This phone is not paired with a mentor yet.
failure-code-refused = That code is wrong, already used, or older than ten minutes. Ask your coordinator for a new one.
failure-words-differ = Your coordinator did not let this phone in, or nobody compared the words within ten minutes. Ask for a new code.
failure-no-connection = The school's server cannot be reached from here. Check the network and try again.
failure-server = The school's server could not answer: { $detail }
failure-not-saved = Nothing was saved: { $detail }
failure-unreadable = What this phone has stored could not be read: { $detail }
failure-no-storage = This browser cannot keep data safely: { $detail }
failure-open-elsewhere = Daymark is open in another window. It keeps the data; close it there, or go on there.
failure-no-such-match = This student is not, or no longer, on this phone.
failure-no-such-entry = That entry is no longer there.
failure-invalid = That cannot be saved: { $detail }
# The page's own words, for when the app cannot say anything: they stand in mobile/web/index.html too.
failure-not-started = Daymark could not start in this browser. Bring the browser up to date, or open Daymark in another one. Nothing that was saved is lost.
failure-no-javascript = Daymark keeps your students' records on this phone and needs JavaScript for it. Please switch it on for this page.
failure-app-stopped = Daymark stopped. What was saved is safe. Open it again.
trouble-title = Something is in the way
trouble-elsewhere-title = Open in another window
trouble-pair-again = The school's server does not know this phone any more. Your entries are kept. Ask your coordinator for a new code.
trouble-pair-again-do = Pair again
trouble-refused = { $n ->
    [one] 1 entry was not taken by the school's server. It is kept word for word under This phone.
   *[other] { $n } entries were not taken by the school's server. They are kept word for word under This phone.
}
trouble-refused-do = Look at it

## Pairing

pair-title = Pair this phone
pair-lead = Your coordinator opens the team's page, chooses your name and taps "Pair a phone". A picture and a code of ten characters appear. Scan the picture with this phone's camera, or type the code here.
pair-code = Pairing code
pair-code-hint = Ten letters and digits. It works once, for ten minutes.
pair-code-incomplete = { $n ->
    [one] 1 character so far; the code has ten.
   *[other] { $n } characters so far; the code has ten.
}
pair-code-wrong-character = A code has letters and digits only, without the letter U. Please look again at: { $what }
pair-server = School's server
pair-server-hint = The address on your coordinator's page, such as https://daymark.example.org
pair-server-missing = Type the address of the school's server, beginning with https://
pair-submit = Pair
pair-working = Pairing …
pair-was-cleared = Daymark's data on this phone is gone: the browser cleared it because it was short of room, or somebody cleared it. What was sent is safe at the school and comes back when this phone is paired again. Entries that were not sent yet are lost.
pair-already = This phone is paired with { $mentor }. Pairing it again keeps what is saved.
agreement-title = Confidentiality agreement
agreement-read = Read the agreement
agreement-name = You are { $name }. Your school keeps your answer with today's date.
agreement-accept = I have read and accept
pair-school-cleared = Your school has taken this phone out of the programme. The students and everything you recorded are gone from it. If this is a mistake, ask your coordinator for a new code.
pair-words-title = Compare three words
pair-words-lead = Your coordinator's page shows three words. Read these to each other:
pair-words-wait = Waiting for your coordinator to tap "These are the words" …
pair-words-offline = No connection just now. This phone goes on asking by itself.
pair-give-up = Use another code
pair-privacy = Only your own students come to this phone. What you record is saved here first and sent when there is a network.

## Today

today-morning = Good morning, { $name }
today-afternoon = Good afternoon, { $name }
today-evening = Good evening, { $name }
today-school-day = { $day } · school day { $n }
today-plain = { $day }
today-no-school = { $day } · no school today: { $what }
today-calls = Calls before the bell
today-calls-none = No calls this morning.
today-door = { $n ->
    [one] Door, 1 student
   *[other] Door, { $n } students
}
today-bell = bell { $time }
today-absent = { $n } absent yesterday
today-greeted = { $n } greeted
today-no-students-title = No students yet
today-no-students = Your coordinator matches students with you. They come to this phone by themselves when it has a network.
today-look-again = Look again

## Calls

absent-one = absent yesterday
absent-more = absent { $n } days
call = Call
call-person = Call { $phone }, { $name }
call-no-number = no number that works
call-nobody = The school has no adult to call for { $name }. Tell your coordinator.
call-restriction = Before you call: { $text }
call-how = How did it end?
call-reached-student = Spoke to { $name }
call-reached-guardian = Spoke to family
call-no-answer = No answer
call-wrong-number = Wrong number
call-left-message = Left a message
call-declined = Did not want to talk
call-language-barrier = No common language
call-done = { $outcome } · { $time }
call-again = Call again
call-saving = Saving …
say-call = Call to { $name }: { $outcome }

## Family: who somebody is, and what is spoken at home. Anything else is shown as the school writes it

relation = { $word ->
    [mother] Mother
    [father] Father
    [parent] Parent
    [stepmother] Stepmother
    [stepfather] Stepfather
    [grandmother] Grandmother
    [grandfather] Grandfather
    [grandparent] Grandparent
    [aunt] Aunt
    [uncle] Uncle
    [sister] Sister
    [brother] Brother
    [guardian] Guardian
    [foster-parent] Foster parent
   *[other] { $written }
}
home-language = { $tag ->
    [ar] Arabic
    [en] English
    [es] Spanish
    [fr] French
    [ht] Haitian Creole
    [ko] Korean
    [pt] Portuguese
    [ru] Russian
    [so] Somali
    [tl] Tagalog
    [vi] Vietnamese
    [zh] Chinese
   *[other] { $written }
}

## Door

door-title = Door
door-bell = { $day } · bell { $time }
door-day = { $day }
door-no-school = { $day } · { $what }
door-list = Students to greet
door-greeted = Greeted { $time }
door-late = Late, greeted { $time }
door-not-seen = Not seen · tap to change
door-saving-greeted = Greeted
door-saving-late = Late, greeted
door-saving-not-seen = Not seen
door-saving-clear = Taking back …
door-week = { $done } of { $wanted } this week
door-back = back today?
door-choose = { $name }: change what you saw
door-choice-greeted = Greeted
door-choice-late = Late
door-choice-not-seen = Not seen
door-choice-clear = Nothing yet
door-count = { $greeted } of { $total } greeted
door-rest = { $n } to go
door-unseen = { $n } not seen
door-hint = Tap a name to greet. Tap again to change.
door-toast-greeted = { $name } greeted, saved here
door-toast-late = { $name } late, saved here
door-toast-not-seen = { $name } not seen, saved here
door-toast-clear = { $name }: taken back
door-toast-saving = Saving { $name } …
door-toast-failed = { $name } was not saved. { $why }
door-say = { $name }: { $what }. { $greeted } of { $total }.

## Students

students-title = Students
students-count = { $n ->
    [one] 1 student
   *[other] { $n } students
}
students-list = Your students
student-together = { $n ->
    [one] your first school day together
   *[other] { $n } school days together
}
student-in-a-row = { $n } days in a row
student-mark-today = Mark today together
student-unmark-today = Take today's sun off
student-no-school-today = No school today
student-marked = { $day }: sun put on, saved here
student-unmarked = { $day }: sun taken off, saved here
student-one-on-one = One-on-one today
student-one-on-one-minutes = { $n } min
student-one-on-one-saved = { $n } minutes with { $name }, saved here
student-people = Family
student-note = Note
student-note-label = A short note about today
student-note-hint = Write what you would say to the family: they may ask to read it.
student-note-who = Who may read it at school
student-note-match = You and the coordinator
student-note-team = The school's team
student-note-save = Save note
student-note-saved = Note saved here
student-log = What was done
student-log-empty = Nothing yet. What you do at the door, on the phone and together is listed here.
student-toast-void = Taken back
student-write-failed = Not saved. { $why }
log-door-greeted = Greeted at the door
log-door-late = Late, greeted
log-door-not-seen = Not seen at the door
log-note-match = Note, for you and the coordinator
log-note-team = Note, for the team
log-unknown = Written by a newer Daymark
log-when = { $day }, { $time } · { $state }
log-saved = saved here
log-sent = sent
log-seen = seen by the team
log-voided = taken back
log-void-says = Undo: { $what }

## The log: every kind of entry in words

contact-kind = { $kind ->
    [door_greeting] Greeting at the door
    [wake_up_call] Wake-up call
    [absence_call] Call home about the absence
    [good_news_call] Call home with good news
    [text] Text message
    [one_on_one] One-on-one
    [small_group] Small group
    [classroom_visit] Visit in class
    [family_meeting] Meeting with the family
    [home_visit] Home visit
    [team_consult] Talk with staff
    [event] Event together
    [letter] Letter
   *[other] { $kind }
}
log-call = { $kind }: { $outcome }
log-minutes = { $kind }, { $n } min
session-outcome = { $word ->
    [held] took place
    [shortened] shorter than planned
    [student_absent] the student did not come
    [mentor_absent] you could not come
    [cancelled_by_school] the school needed the time
   *[other] { $word }
}
contact-party = { $word ->
    [student] with the student
    [guardian] with the family
    [other] with somebody else
   *[other] { $word }
}
contact-place = { $word ->
    [school] at school
    [classroom] in class
    [break] at breakfast, lunch or recess
    [after_school] after school
    [home] at home
    [community] close to home
    [online] by video
   *[other] { $word }
}
log-they-began = they began it
reported-reason = { $word ->
    [health] Health
    [family_emergency] Family emergency
    [family_activity] Family plans
    [transport] No way to get here
    [work] Work
    [religious] Religious day
    [legal] Court or office
    [discipline] Sent home
    [school_activity] Away with the school
    [skipping] Did not want to come
    [unknown] Not known
   *[other] { $word }
}
log-reason = reason as told: { $reason }
log-follow-up = to come back to on { $day }
log-came-back = came back to an earlier contact
log-group = in a group
log-goal = Goal: { $goal }
goal-measure = { $word ->
    [days_present] Days at school
    [days_on_time] Days on time
    [days_checked_in] Days with a check-in
    [mornings_up_alone] Mornings up alone
   *[other] { $word }
}
goal-from-to = { $measure }: { $from } before, try { $to }
goal-to = { $measure }: try { $to }
goal-by-day = by { $day }
goal-by-week = in the week of { $day }
log-goal-check = Goal looked at: { $result }
goal-result = { $word ->
    [reached] Reached
    [partly] On the way
    [not_reached] Not this time
    [changed] Another goal instead
   *[other] { $word }
}
log-goal-counted = { $n } counted
log-recognition = Recognition: { $reason }
recognition-reason = { $word ->
    [fewer_absences] fewer days missed
    [days_in_a_row] days at school in a row
    [goal_reached] a goal reached
    [came_back] came back
    [on_time] on time more often
    [effort] tried hard
   *[other] { $word }
}
recognition-form = { $word ->
    [words] in words
    [note_home] a note home
    [call_home] a call home
    [certificate] a certificate
    [treat] a small thing, or time together
   *[other] { $word }
}
log-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
log-for-family = for the family
log-barrier = In the way: { $factor }
log-barrier-resolved = No longer in the way: { $factor }
log-barrier-over = No longer in the way
barrier-factor = { $word ->
    [health] health
    [transport] the way to school
    [unsafe_route] a way that is not safe
    [housing] housing
    [food] food
    [clothing] clothes or laundry
    [child_care] looking after the small ones
    [family_duties] duties in the family
    [family_trouble] trouble in the family
    [system_involvement] courts or agencies
    [academic_struggle] schoolwork is too hard
    [peers] bullying or trouble with others
    [unwelcome] does not feel welcome
    [discipline] suspensions
    [parents_schooling] the parents' own school years
    [bored] bored
    [no_adult] no adult at school to go to
    [no_enrichment] nothing beyond lessons
    [credits_behind] too few credits
    [job] a job
    [only_unexcused_counts] thinks that only unexcused days count
    [two_days_are_fine] thinks that two days a month are fine
    [early_grades_do_not_matter] thinks that early grades do not matter
    [losing_count] nobody counts the days
   *[other] { $word }
}
barrier-source = { $word ->
    [student] the student said so
    [family] the family said so
    [staff] staff said so
    [mentor] seen by you
   *[other] { $word }
}
barrier-confidence = { $word ->
    [sure] sure
    [likely] likely
    [guess] a guess
   *[other] { $word }
}
log-ask = Asked the team: { $kind }
ask-kind = { $word ->
    [question] a question
    [contact_details] a number or address that works
    [health] the nurse or other health help
    [counselling] somebody to talk to
    [social_work] social work
    [attendance_outreach] the attendance office
    [housing] help with housing
    [food] help with food
    [transport] a bus pass or a ride
    [child_care] child care
    [legal] legal help
    [academic_support] tutoring
    [evaluation] an evaluation
    [enrichment] a club or a team
    [language] an interpreter or a translation
    [other] something else
   *[other] { $word }
}
ask-urgency = { $word ->
    [next_meeting] for the next meeting
    [this_week] needed this week
    [today] needed today
   *[other] { $word }
}
log-safety-concern = Safety concern raised, by phone
log-milestone = Step done: { $step }
milestone = { $word ->
    [knows_an_adult] knows an adult to go to
    [evening_routine] gets ready the evening before
    [reads_daily] reads every day
    [walks_with_a_friend] comes with a friend
    [gets_up_alone] gets up alone
    [knows_teachers] knows all teachers by name
    [joined_a_club] joined a club or a team
    [keeps_a_list] keeps a list of what is due
    [asked_for_help] asked a teacher for help
    [visited_next_school] visited the next school
    [knows_credits] knows which credits are done
    [ninth_grade_on_track] on track after ninth grade
    [saw_college_or_work] saw a college or a workplace
    [has_a_plan] has a plan for after school
    [sent_an_application] sent an application
   *[other] { $word }
}
log-plan = Wake-up calls: { $days }, { $from } to { $to }
log-plan-ended = No more wake-up calls
plan-whom = { $word ->
    [student] calling the student
    [guardian] calling the family
    [other] calling somebody else
   *[other] { $word }
}
plan-until-days = { $n ->
    [one] until 1 day at school
   *[other] until { $n } days at school in a row
}
plan-until-day = until { $day }
log-checklist = First contact: { $item }
first-contact = { $word ->
    [family_noticed] the school told the family about you
    [letter_sent] a letter with your picture went home
    [good_first_call] a first call with something good
    [household_known] who lives at home and who decides
    [language_known] the language of the family
    [interpreter_arranged] an interpreter is arranged
    [numbers_checked] the numbers work
    [best_hours_known] when to call
    [texts_agreed] whether texts are welcome
    [way_to_school_known] the way to school
   *[other] { $word }
}
log-note-sensitive = Sensitive note, for you and the coordinator
log-voided-at = taken back { $day }, { $time }

## Today: whatever else the day holds

today-closed = No school today. No calls and no door; whatever can wait is kept.
today-absent-title = Absent today: call home
today-absent-none = No absence of today is known so far.
absent-official = absent today
absent-official-more = { $n ->
    [one] absent today
   *[other] absent today, day { $n }
}
absent-unconfirmed = not seen · unconfirmed
absent-unconfirmed-says = You did not see { $name } at the door. The school has not recorded today yet: ask, do not say “absent”.
absent-greeted-says = The school recorded an absence, and you greeted { $name } today. Ask the office before you call.
absent-called-already = The family was called already today:
absent-reason = What reason did they give? You may skip this.
absent-reason-apart = Kept as they told it. The school's own code stays as it is.
absent-reason-said = { $name }: { $reason }, saved here
call-number-wrong = A mentor found this number wrong. The office looks for another one.
due-say = { $name }: { $what }, saved here
due-sessions = Time together
due-absent-today = absent today by the school's record
due-goals = Goals to look at
due-follow-ups = To come back to
due-follow-up = { $what }, on { $day }
due-follow-up-done = Came back to it
due-celebrations = Celebrate
due-fewer-absences = { $n ->
    [one] 1 day fewer missed than the week before
   *[other] { $n } days fewer missed than the week before
}
due-two-weeks = { $this } of { $of } days missed; { $last } the week before
due-days-in-a-row = { $n ->
    [one] 1 day at school in a row
   *[other] { $n } days at school in a row
}
due-celebrate-words = Told them
due-celebrate-note = Note home
due-celebrate-call = Call home with the good news

## My week

my-week = My week
my-week-of = { $first } to { $last }
my-week-lead = Three school days with contact for each student
my-week-students-missing = { $n ->
    [one] 1 student is waiting for you this week.
   *[other] { $n } students are waiting for you this week.
}
my-week-all-met = Everybody had their days this week. Thank you.
my-week-no-school = No school this week.
my-week-suns = { $done } of { $wanted } days
my-week-met = all days done
my-week-to-go = { $n ->
    [one] 1 more day, and there is time: { $left } left
   *[other] { $n } more days, and there is time: { $left } left
}
my-week-short = not all days this week; each one still counts
my-week-attempts = { $n ->
    [one] 1 try
   *[other] { $n } tries
}
my-week-family = { $n ->
    [one] 1 family contact
   *[other] { $n } family contacts
}
my-week-hours = Time recorded: { $hours } h { $minutes } min
my-week-suns-legend = A sun is a school day with contact.
