# From candidates to active matches: pages for the team and the coordinator, and two letters home.

## Candidates

matching-candidates = Candidates
matching-candidates-lead = Students whose absences ask for somebody. Decide about each: a mentor, wait, or other help first.
matching-candidates-about = { $school } · record to { $day } · { $open } of { $all } to decide
matching-candidates-count = { $n ->
    [one] 1 student, greatest need first
   *[other] { $n } students, greatest need first
}
matching-candidates-none = No rule has fired for any student of this school.
matching-candidates-no-match = No student fits this choice. Choose "All" to see everybody on the list.
matching-no-record = No attendance is recorded yet, so nobody can be on the list.
matching-to-imports = Import attendance
matching-show = Show
matching-show-do = Show
matching-show-word = { $word ->
    [open] To decide
    [undecided] Nobody has decided
    [look_again] Look again
    [match] Decided: mentor
    [wait] Decided: wait
    [other_intervention] Decided: other help
    [mentored] Has a mentor
   *[all] All
}
matching-priority-grades = Priority grades (K, 1, 6, 9)
matching-priority-grade = priority grade
matching-priority-grade-says = In a grade in which schools change or begin: a mentor can turn the year.
matching-rule = Rule
matching-rule-any = All rules
matching-rule-word = { $rule ->
    [chronic_now] Chronically absent this year
    [two_in_ten] First signal (first 10 days)
    [two_in_twenty] Second signal (first 20 days)
    [four_in_forty] Third signal (first 40 days)
    [september] September
    [prior_year_chronic] Chronically absent last year
    [concern] Behavior or courses
   *[almost_never] Almost never attends
}
matching-col-missed = Missed this year
matching-col-why = Why on the list
matching-col-decision = Decision
matching-figure = { $missed } of { $enrolled } days = { $rate } %
matching-because-chronic = Missed { $figure }: chronically absent ({ $percent } % or more)
matching-because-signal = { $rule ->
    [prior_year_chronic] Last year { $missed } of { $enrolled } days missed: chronically absent
    [september] { $missed } days missed in September (limit { $n }), on { $day }
   *[other] { $missed } of { $enrolled } days missed on { $day } (limit { $n } in the first { $of })
}
matching-because-concern = { $concern ->
    [attendance] Attendance
    [absences] Days missed
    [tardies] Times late
    [missed_classes] Classes missed
    [behaviour] Behavior marks
    [behaviour_referrals] Behavior referrals
    [detentions] Detentions
    [suspension] Days suspended
    [in_school_suspension] In-school suspensions
    [out_of_school_suspension] Days suspended out of school
    [mathematics] Mathematics failed
    [english] English failed
    [course_failure] Grades of D and F
   *[credits] Credits earned
}: { $seen }
matching-almost-never = almost never attends: missed { $figure }
matching-almost-never-says = Almost never attends: of the last school days missed { $figure }. A mentor is not the help that is needed first: bring in social work.
matching-state = { $word ->
    [undecided] nobody has decided
    [look_again] look again
   *[decided] decided
}
matching-has-mentor = mentor: { $mentor }
matching-decision = { $word ->
    [match] Mentor
    [wait] Wait
   *[other_intervention] Other help first
}
matching-decision-reason = { $word ->
    [need] somebody must be there now
    [transition_grade] a year of change
    [mentor_available] a mentor who fits has room
    [grade_hot_spot] many absences in this grade
    [family_asks] family or student asked for one
    [cause_is_over] the cause is over
    [improving] getting better without help
    [no_mentor_yet] no mentor has room yet
    [family_waits] the family wants to wait
    [almost_never_attends] almost never attends: social work
    [helped_already] others help already
    [health_first] health care first
    [family_declines] the family does not want a mentor
   *[other] something else (say it in the note)
}
matching-decided = { $decision }: { $reason }, { $day }
matching-decision-and-reason = { $decision }: { $reason }
matching-candidate-title = Candidate
matching-to-candidates = To the candidates
matching-to-student = Student's page
matching-not-listed = No rule has fired for this student. You can decide all the same.
matching-is-preparing = A match is being prepared.
matching-decide = Decide
matching-choice = Decision and reason
matching-choose = Choose …
matching-look-again = Look again on (when you wait)
matching-look-again-says = Something new was found since the last decision, or its day has come. Please look again.
matching-look-again-on = Look again on { $day }
matching-note = Note
matching-decide-do = Save decision
matching-decisions = Decisions
matching-in-force = in force
matching-by = { $by }, { $moment }
matching-profile = What a mentor should know
matching-profile-says = Ask the student. Families may read this.
matching-home-language = Spoken at home
matching-not-known = not known
matching-interests = Interests
matching-strengths = Good at
matching-preferences = Wishes for a mentor
matching-availability = Has time
matching-time = { $part ->
    [mon_before] Mon before school
    [mon_during] Mon during school
    [mon_after] Mon after school
    [tue_before] Tue before school
    [tue_during] Tue during school
    [tue_after] Tue after school
    [wed_before] Wed before school
    [wed_during] Wed during school
    [wed_after] Wed after school
    [thu_before] Thu before school
    [thu_during] Thu during school
    [thu_after] Thu after school
    [fri_before] Fri before school
    [fri_during] Fri during school
   *[fri_after] Fri after school
}
matching-profile-do = Save

## Which mentors fit

matching-to-mentors = See which mentors fit
matching-to-candidate = Back to the student
matching-suggestions = Mentors for { $student }
matching-suggestions-title = Mentors who fit
matching-suggestions-lead = Each mentor with room, and what speaks for these two. You decide.
matching-no-mentor = No mentor has room.
matching-to-mentor-list = To the mentors
matching-to-rules = Change what counts
matching-points = { $points } of { $of } points
matching-look = Look at { $mentor }
matching-full = { $n ->
    [one] 1 mentor has no room and is not shown.
   *[other] { $n } mentors have no room and are not shown.
}
matching-factor = { $factor ->
    [existing_relationship] They know and like each other
    [seen_in_the_day] They see each other in the normal day
    [family_language] The mentor speaks the family's language
    [known_to_family] The family knows the mentor
   *[similar_experience] Their lives have something in common
}
matching-factor-is = { $holds ->
    [yes] yes: { $points } points
    [no] no (would be { $points })
   *[unknown] not known (would be { $points })
}
matching-time-unknown = Time together: not known. Ask both when they have time.
matching-time-never = They never have time at the same hour.
matching-time-shared = Time together: { $times }
matching-room = Room for { $room } of { $capacity } students
matching-room-unknown = Room: not known, there is no application
matching-mentor-likes = Likes: { $interests }
matching-mentor-lacks = Phone stays empty: { $gaps }
matching-gap = { $gap ->
    [agreement] agreement not signed
    [background_check] background check missing or out of date
    [suitability] suitability screen missing or out of date
    [training] training missing
    [pause] mentor rests
   *[left] mentor has left
}
matching-pair = { $student } with { $mentor }
matching-pair-title = A possible match
matching-to-suggestions = Back to the mentors
matching-known = What you know of these two
matching-known-says = It counts at once, and only for these two.
matching-holds = { $holds ->
    [yes] Yes
    [no] No
   *[unknown] Not known
}
matching-known-do = Save
matching-propose = Propose this match
matching-propose-says = Where nothing is missing, the match is active at once. Otherwise it waits, and the next page says for what.
matching-propose-do = Propose

## A proposal

matching-why = Why these two
matching-why-words = In a sentence
matching-rationale = { $code ->
    [existing_relationship] Know and like each other
    [seen_in_the_day] Meet in the normal day
    [family_language] Family's language
    [known_to_family] Known to the family
    [similar_experience] Something in common
    [shared_interests] Same interests
    [needs] Can help with what is needed
    [availability] Time at the same hours
    [location] Near each other
    [student_asked] Student asked
   *[family_asked] Family asked
}
matching-expected-end = Expected last day
matching-because = Why the mentor may know of the student
matching-because-later = Not clear yet, or by consent
matching-because-word = { $word ->
    [staff] Works for the school
    [under_school_control] Does a job of the school, under its control, as the annual notice says
   *[partner_agreement] The same, by a written agreement with the partner
}
matching-because-hint = Without a reason or a signed consent no student is on the mentor's phone.
matching-told = The family was told
matching-told-not-yet = Not told yet
matching-channel = How
matching-channel-word = { $word ->
    [letter] Letter
    [call] Call
    [in_person] In person
    [text] Text message
   *[email] E-mail
}
matching-notice-language = Language
matching-notice-day = On
matching-answer = The family's answer
matching-answer-word = { $word ->
    [agrees] Agrees
    [no_answer] Told, no answer yet
    [questions] Has questions first
   *[declines] Does not want it
}
matching-answered-by = Who answered

## The board

matching-board = Matches
matching-board-about = { $waiting } waiting for a mentor, { $preparing } being prepared, { $active } active
matching-waiting = Students who wait for a mentor: { $n }
matching-waiting-none = Nobody waits. Decide about the candidates first.
matching-best = Best fit: { $mentor }, { $points } of { $of } points
matching-free = Mentors with room: { $n }
matching-free-none = No mentor has room. Add mentors, or ask for more room.
matching-preparing = Being prepared
matching-paused = Resting
matching-active = Active
matching-col-mentor = Mentor
matching-col-next = What is next
matching-col-end = Expected last day
matching-status = { $word ->
    [proposed] proposed
    [family_notified] family told
    [active] active
    [paused] resting
   *[closed] over
}
matching-can-begin = Nothing is missing: it can begin.
matching-rules = What counts
matching-rules-say = How much each of these counts, from 0 to { $most }. The list of mentors follows at once; no match changes.
matching-family-first = The family is told before the first meeting
matching-family-first-word = { $grade ->
    [none] in no grade
    [0] up to kindergarten
   *[other] up to grade { $grade }
}
matching-family-first-hint = Up to this grade a match cannot begin before the family was told.
matching-rules-do = Save

## One match

matching-case-title = Match
matching-to-board = To the matches
matching-to-mentor = Mentor's page
matching-to-case = Back to the match
matching-ended = Over since
matching-basis = The mentor may know because
matching-basis-none = nothing says so yet
matching-basis-official = school official
matching-basis-consent = the family's signed consent
matching-basis-until = { $basis }, until { $day }
matching-family = Family
matching-activate = Activate this match
matching-resume = Go on
matching-waits-for = Before this match can begin:
matching-block = { $word ->
    [family_not_told] In this grade the family is told first. Write down below how it was told.
    [family_declines] The family does not want it. Talk with the family, or withdraw the match.
    [no_basis] Say why the mentor may know of the student, or write down the family's consent.
    [basis_later] The consent begins later.
    [basis_over] The consent has run out. Ask the family to sign again.
    [not_screened] The mentor's screening is missing or out of date. Complete it on the mentor's page.
   *[mentor_away] The mentor rests or has left. Choose another, or wait.
}
matching-on-phone = on the mentor's phone
matching-no-phone = ready; the mentor has no phone paired
matching-not-on-phone = not on any phone
matching-family-title = The family
matching-letter-notice = Letter: who the mentor is
matching-letter-consent = Consent to sign
matching-notice-new = The family was told
matching-notice-do = Save
matching-told-by = Told by
matching-consent-new = The family signed a consent
matching-consent-says = A written consent names the records, what for, to whom, and has a signature and a date. From its first day on it is what allows the mentor to know.
matching-consent-do = Save consent
matching-signed-by = Signed by
matching-scope = Records
matching-scope-word = { $word ->
    [attendance_and_contacts] Days present and absent, and how to reach the family
   *[attendance] Days present and absent only
}
matching-purpose = What for
matching-purpose-usual = Mentoring, so that the student is in school every day
matching-recipient = To whom
matching-from = From
matching-until = Until
matching-signed = Signed
matching-signed-word = { $word ->
    [on_paper] on paper
   *[electronically] electronically, in a way that shows who signed
}
matching-withdrawal-new = The family takes it back
matching-withdrawal-says = The student is taken off the mentor's phone at once, and the match rests.
matching-withdrawn-by = Who said so
matching-withdrawal-do = Take off the phone
matching-others = Changes
matching-basis-set = The mentor counts as a school official
matching-basis-do = Save
matching-pause = Let this match rest
matching-pause-says = The student is taken off the mentor's phone until the match goes on.
matching-pause-do = Rest
matching-pause-reason = { $word ->
    [mentor_away] Mentor is away
    [student_away] Student is away
    [family_asked] Family asked for it
    [to_be_cleared] Something is to be cleared up
    [consent_withdrawn] Family took it back
   *[other] Something else (say it in the note)
}
matching-end-change = Expect another last day
matching-end-do = Save
matching-end-on = until { $day }
matching-withdraw = Withdraw the proposal
matching-withdraw-says = Nobody has met yet. The proposal stays in the history.
matching-withdraw-do = Withdraw
matching-history = What happened
matching-full-warning = This mentor has as many students as they want to take.
matching-full-why = Why this mentor all the same
matching-variant = What this match tries (may stay empty)
matching-variant-hint = Of the learning agenda. Matches with the same words are compared.
matching-step = { $word ->
    [proposed] Proposed
    [activate] Activated
    [pause] Rests
    [resume] Goes on
    [withdraw] Withdrawn
    [wake_up_calls_begin] The mentor calls before the bell from now on
    [wake_up_calls_end] The mentor no longer calls before the bell
   *[end_expected] Another last day is expected
}
matching-basis-event = { $word ->
    [school_official] The mentor may know as a school official
    [consent] The mentor may know by consent
   *[none] The mentor may no longer know
}
matching-notice-event = { $kind ->
    [notice] The family was told
    [consent] The family signed
   *[withdrawal] The family took it back
}
matching-notice-how = { $channel }, in { $language }, by { $by }
matching-consent-to = to { $recipient }
matching-consent-days = { $from } to { $until }

## What is wrong in a form

matching-not-saved = Nothing was saved.
matching-wrong = { $why ->
    [choose] Choose one of the list.
    [no_words] Say it in words here.
    [no_day] Put in a day.
    [no_date] This is no date. Write it as 2025-10-14.
    [day_is_over] Choose a day after today.
    [day_to_come] This day has not come yet. Put in the day on which it was.
    [no_room] The mentor has no room. Say why you match them all the same, or choose another.
    [ends_before] The last day is not after the first. Choose a later one.
    [too_long] This is too long. Shorten it.
    [no_rationale] Tick at least one reason.
    [no_language] Put in the language in which it was said.
    [nobody_answered] Put in who of the family answered.
    [weights] Each weight is a whole number from 0 to 5.
    [already] These two are matched already, or a match is being prepared.
    [granted] This is granted already. End it first.
    [grant_days] Choose a day from today on, within 120 days.
    [moved] Somebody took another step in between. Look at where the match is now.
   *[blocked] The match cannot begin yet. The list says what is missing.
}

## What a mentor's phone gets beyond what every phone does

grant-title = More on the mentor's phone
grant-to-match = Back to the match
grant-to-grants = More on the mentor's phone
grant-lead = A mentor's phone has the student's name and grade, whom to call, and on which days the student was missing. More goes there only as you grant it here: one thing, with a reason, until a day. Afterwards it leaves the phone at its next contact.
grant-in-force = Granted now
grant-none = Nothing more goes to this phone.
grant-over = Over
grant-period = { $from } to { $until }
grant-by = granted by { $by }
grant-ended-by = ended by { $by }, { $moment }
grant-ran-out = ran out, { $moment }
grant-end = End it
grant-end-of = End: { $field }
grant-new = Grant one more
grant-what = What
grant-why = Why this mentor needs it
grant-until = Last day
grant-record-says = Who granted what is kept in the record of access. The family can ask to see it.
grant-do = Grant

## Letters home

letter-title = { $kind ->
    [consent] Consent to show school records
   *[notice] An adult in school who is there for your child
}
letter-dear = To the family of { $student }
letter-who = From { $day } on { $mentor } is to be { $student }'s Success Mentor at { $school }.
letter-why = Every day in school counts: a student who misses two days a month falls behind. A Success Mentor is an adult in school who notices when { $student } is there, and when not. It is help, not a punishment.
letter-does = What { $mentor } does:
letter-role = { $what ->
    [greets] says good morning to { $student } at school, at least three days a week
    [calls] calls you the same day when { $student } is missing, to ask whether all is well and how to help
    [talks] talks with { $student } and sets small goals
    [calendar] marks the days in school on a calendar together with { $student }
   *[helps] knows whom to ask at school when something stands in the way: health, the bus, clothes, worries
}
letter-knows = { $mentor } sees which days { $student } was in school and how to reach you, and nothing of grades, health or money. What { $mentor } writes down stays in the school, and you may read it at any time.
letter-choice = You decide. You can say no, now or at any later time, and nothing bad follows for { $student }.
letter-contact = If you have questions, ask { $coordinator }. You can talk with us in your language; we bring an adult interpreter.
letter-phone = Telephone
letter-thanks = Thank you for getting your child to school.
letter-answer = Please send this back
letter-agree = We are glad that { $mentor } is { $student }'s mentor.
letter-questions = We have questions. Please call us.
letter-decline = We do not want a mentor.
letter-best-way = The best way and time to reach us
letter-name = Name of parent or guardian
letter-signature = Signature
letter-date = Date
letter-consent-asks = { $school } asks for your consent to show these records to the mentor:
letter-consent-records = Records (tick one)
letter-consent-until = Until
letter-consent-free = You need not sign. Without your signature { $mentor } sees no records.
letter-consent-back = You can take this consent back at any time by telling { $school }. From then on the mentor sees no records.
