## Looking after matches and mentors: what the pages share

keep-near = Looking after matches and mentors
keep-page = { $page ->
    [support] Support for mentors
    [thanks] Thanks and good news
    [reviews] Two-month reviews
    [substitutes] Substitutes
    [closing] Endings
   *[rollover] New school year
}
keep-of-match = { $page ->
    [reviews] Review
    [substitutes] Substitute
   *[closing] End this match
}
keep-to-student = Student's page
keep-to-mentor = Mentor's page
keep-pair = { $student } with { $mentor }
keep-since = since { $day }
keep-overdue = overdue since { $day }
keep-ended-on = ended on { $day }
keep-no-matches = No match runs. Matches begin on the mentor's page or on the matching board.
keep-match-over = This match does not run any more.
keep-choose = Choose
keep-save = Keep
keep-note = Note
keep-noted-by = written down by { $by }
keep-written-by = { $by }, { $moment }
keep-mentor-students = { $n ->
    [0] { $name } · no student now
    [one] { $name } · 1 student now
   *[other] { $name } · { $n } students now
}
keep-students-now = { $n ->
    [0] no student now
    [one] 1 student now
   *[other] { $n } students now
}
keep-col-student = Student
keep-col-mentor = Mentor
keep-col-since = Since
keep-col-reason = Reason
keep-col-last-day = Last day
keep-col-next-step = Next step
keep-col-due = Due
keep-col-asked = To ask
keep-col-stands-in = Stands in
keep-col-for = For
keep-col-until = Until
keep-col-papers = Mentor's papers
keep-col-goes-on = New year
keep-col-students = Students
keep-col-last-talk = Last check-in
keep-col-next-talk = Next check-in
keep-col-weeks = Weeks with three contacts
keep-col-reached = Days reached
keep-col-hours = One to one
keep-col-thanked = Last thanked
keep-col-thank = Say thank you
keep-wrong = { $word ->
    [no_day] Choose a day.
    [day_to_come] That day is still to come. Choose today or an earlier day.
    [day_over] That day is over. Choose today or a later day.
    [choose] Choose one of the answers.
    [empty] Write something here.
    [too_long] This text is too long. Shorten it and try again.
    [tick_one] Tick at least one.
    [say_why] Write why it could not be done.
    [steps_first] First note that it was told ahead and that they met a last time, or why that could not be. Where somebody may not be safe, or the family says no, choose that reason: then it ends at once.
    [ends_before] It would end before it begins. Choose a later day.
    [already_matched] These two have an open match already. Choose another mentor.
    [no_room] This mentor has as many students as they want to take. Write why this mentor all the same, or choose another.
    [family_not_asked] Up to grade 5 the family is asked as well. Choose what they said.
    [what_changes] Write what changes.
    [against_the_student] The student wants to end it. Write why it goes on all the same, or choose to end it.
    [stands_in_too_long] Somebody stands in for 30 days at most. Choose an earlier day; you can renew it later.
   *[tell_the_family] Tell the family first who comes instead, then tick this.
}

## Endings

keep-closing-count = { $planned ->
    [one] 1 planned
   *[other] { $planned } planned
}, { $open ->
    [one] 1 with steps still to do
   *[other] { $open } with steps still to do
}
keep-closing-lead = A good ending is told ahead, said goodbye to, and written down. Nobody learns of it by an empty door.
keep-closing-planned = Will end
keep-closing-planned-none = No ending is planned.
keep-closing-open = Ended, with steps still to do
keep-closing-begin = Matches that run: choose one to plan its ending
keep-reason = { $word ->
    [goals_met] Goals met
    [year_end] End of the year
    [pupil_moved] Student moved
    [mentor_left] Mentor left
    [rematch] Another mentor
    [family_withdrew] Family does not want it any longer
    [safety] Safety
   *[programme_end] End of the programme
}
keep-steps = Steps of the ending
keep-steps-done = All steps are done
keep-steps-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}
keep-step = { $word ->
    [notice] Told ahead
    [final_meeting] Last meeting
    [mentor_talk] Talk with the mentor
    [student_talk] Talk with the student
    [family_talk] Talk with the family
    [contact_rules] Rules for contact afterwards
   *[documented] Written down
}
keep-step-about = { $word ->
    [notice] Mentor, student and family know the day, at least two weeks ahead where that can be.
    [final_meeting] The two look back, say what was good, and say goodbye.
    [mentor_talk] What went well, what was hard, and whether they will mentor again.
    [student_talk] What helped, what did not, and what they want next.
    [family_talk] What the family noticed, and whom they call from now on.
    [contact_rules] Everybody knows whether and how the two may be in touch afterwards.
   *[documented] What the school should keep is written down. With this the ending is complete.
}
keep-step-open = Still to do
keep-step-note-do = Note: { $step }
keep-step-state = What became of it
keep-step-state-word = { $word ->
    [done] Done
    [not_possible] Could not be done
   *[reopened] Noted by mistake; still to do
}
keep-step-day = When
keep-step-who = Who did it
keep-step-note = Note
keep-step-note-hint = { $word ->
    [contact_rules] Write the rule, in words that student and family would understand.
   *[other] Only what the school needs to keep. If it could not be done, write why.
}
keep-step-taken = { $state } · { $day } · { $who } · written down by { $by }
keep-plan-title = Plan the ending
keep-plan-last-day = They meet for the last time on
keep-plan-hint = The match goes on until you end it below.
keep-plan-do = Plan the ending
keep-plan-call-off = It goes on after all
keep-plan-says = { $reason }, last meeting on { $day }. Planned by { $by }, { $moment }.
keep-end-title = End the match today
keep-end-says = The mentor's phone loses the student at its next sync. What was recorded stays with the school, and what the phone has not sent yet still arrives.
keep-end-at-once = If somebody may not be safe, or the family says no: choose that reason and end it now. The steps can follow.
keep-end-safety = Whom to call
keep-end-do = End it today
keep-print-title = To print
keep-print-certificate = Certificate for the student
keep-print-thank-you = Thank-you for the mentor
keep-continued = These two go on together in the new school year.
keep-continued-as = Their new match
keep-next-title = Another mentor for this student
keep-next-says = This proposes a new match with a new record. The new mentor's phone gets nothing of the old one: what they should know, you write here.
keep-next-mentor = New mentor
keep-next-start = First day
keep-next-expected = Meant to last until
keep-next-rationale = Why these two
keep-next-do = Propose this match
keep-hand-over = Hand-over for the new mentor
keep-hand-over-hint = In your own words: what the student likes, what helps in the morning, whom to call. Nothing that was told in confidence.
keep-hand-over-print = Print the hand-over
keep-hand-over-anew = Write it anew
keep-hand-over-keep-close = For this mentor only. Please keep it where nobody else reads it.
keep-together = With { $mentor }, { $first } to { $last }
keep-sheet-back = Back

## Two-month reviews

keep-reviews-count = { $n ->
    [one] 1 due or soon due
   *[other] { $n } due or soon due
}, { $overdue } overdue
keep-reviews-lead = Sixty days after its start everybody is asked whether the match should go on. The student decides; ending it then is nobody's fault.
keep-reviews-due = Due
keep-reviews-none = No review is due in the next two weeks.
keep-reviews-held = Reviews held
keep-review-none = None yet.
keep-review-due-on = The first review is due on
keep-asked-student = the student
keep-asked-family-too = the student and the family
keep-review-title = Keep a review
keep-review-says = Ask without the mentor in the room. Begin with the student.
keep-review-student = What the student says
keep-review-family = What the family says
keep-wish = { $whom ->
    [student] { $word ->
        [keep] Student: keep it as it is
        [change] Student: keep it, and change something
        [end] Student: end it, or another mentor
       *[unsure] Student: not sure yet
    }
   *[family] { $word ->
        [keep] Family: keep it as it is
        [change] Family: keep it, and change something
        [end] Family: end it, or another mentor
       *[unsure] Family: not sure yet
    }
}
keep-review-works = What goes well
keep-review-decision = Decision
keep-decision = { $word ->
    [go_on] It goes on
    [change] It goes on, with a change
   *[end_without_fault] It ends, and nobody is to blame
}
keep-review-change = What changes, or why it goes on
keep-review-change-hint = Needed when something changes, or when it goes on although the student wants to end it.
keep-review-day = Asked on
keep-review-do = Keep this review

## Substitutes

keep-substitutes-count = { $n ->
    [0] nobody stands in now
    [one] 1 stands in now
   *[other] { $n } stand in now
}
keep-substitutes-lead = When a mentor cannot come, somebody else stands in for 30 days at most. It ends by itself on its last day, and neither sees what the other wrote.
keep-substitutes-now = Standing in now
keep-substitutes-none = Nobody stands in. Choose below whose mentor cannot come.
keep-substitutes-for-whom = Whose mentor cannot come?
keep-substitutes-before = Before
keep-is-substitute = stands in for a while
keep-stands-in-because = { $word ->
    [illness] Mentor ill
    [family] Mentor's family
    [leave] Travel or leave
    [papers] Mentor's papers out of date
    [mentor_left] Mentor left, none found yet
   *[other] Something else
}
keep-stands-in-now = { $mentor } stands in until { $day }.
keep-stands-in-open = Renew or end
keep-substitute-title = Let somebody stand in from today
keep-substitute-says = A match of its own with its own record. The phone gets the student only if the mentor's papers are in order.
keep-substitute-last-day = Last day
keep-substitute-longest = At most until { $day }
keep-substitute-do = Let them stand in
keep-basis = Why they may know of the student
keep-basis-word = { $word ->
    [school_official] They do a job of the school, under its control
   *[consent] The family signed for this person
}
keep-family-told = The family knows who comes instead
keep-family-told-first = The family knows who comes instead (needed up to grade 5)
keep-ends-itself = It ends by itself after { $day }.
keep-renew-title = Renew it
keep-renew-do = Renew it
keep-terms = What was decided
keep-term = { $reason }, until { $day }

## The turn of the school year

keep-year-from = school year from { $day }
keep-year-lead = A record is of one school year. Whoever goes on together does so in a new match; the old one is closed and stays with the school.
keep-year-nothing = { $n ->
    [0] Nothing is left of the year before, and no match runs yet. From { $day } on, matches that began earlier would stand here.
    [one] Nothing is left of the year before. 1 match runs in the year that began on { $day }.
   *[other] Nothing is left of the year before. { $n } matches run in the year that began on { $day }.
}
keep-year-count = { $n ->
    [one] 1 match began last school year
   *[other] { $n } matches began last school year
}: proposed are { $on } to go on and { $ended } to end. Change it by the boxes.
keep-year-caption = Nothing happens until you press the button at the end.
keep-year-says = Ticked matches go on as new ones from today. All others end today, and their steps wait under Endings. Phones change over at their next sync; nothing that is still unsent is lost.
keep-year-do = Begin the new year
keep-year-done = { $on ->
    [one] 1 match goes on
   *[other] { $on } matches go on
}, { $ended ->
    [one] 1 ended.
   *[other] { $ended } ended.
}
keep-year-done-steps = To the endings
keep-year-proposals = Proposals of last year
keep-year-proposals-say = { $n ->
    [one] 1 proposal of last year was never begun. It waits on the matching board.
   *[other] { $n } proposals of last year were never begun. They wait on the matching board.
}
keep-goes-on = goes on
keep-not-enrolled = not enrolled here any more
keep-papers-good = in order
keep-gap = { $word ->
    [agreement] confidentiality agreement
    [background_check] background check
    [suitability] suitability screen
    [training] training
    [pause] paused
   *[left] has left
}
keep-gap-now = { $what }: missing or run out
keep-gap-soon = { $what }: runs out before { $day }

## Support for mentors

keep-talks-count = { $n ->
    [one] 1 mentor with students
   *[other] { $n } mentors with students
}, { $overdue } overdue
keep-talks-lead = Two check-ins in the first month of each match, then one a month. Mentors who are not left alone stay.
keep-talks-due = Due now or within a week
keep-talks-none = No check-in is due within a week.
keep-talks-later = Later
keep-talk-never = never
keep-next-talk = Next check-in:
keep-talk-title = Keep a check-in
keep-talk-private = For the coordinator and the mentor only. It appears in no report. Worries about a student's safety do not belong here: call.
keep-talk-day = When
keep-talk-way = How
keep-talk-way-word = { $word ->
    [in_person] Face to face
    [phone] On the phone
    [video] By video
   *[message] In writing
}
keep-talk-topics = What about
keep-topic = { $word ->
    [relationship] How the two get along
    [attendance] What the attendance shows
    [contacts] Three contacts a week
    [family] The family
    [boundaries] Boundaries and confidentiality
    [barriers] Something in the student's way
    [tools] The app and the phone
    [wellbeing] How the mentor is
    [success] What went well
   *[ending] An ending, or next year
}
keep-talk-prompts = Questions you thought about together
keep-talk-needs = What the mentor needs
keep-need = { $word ->
    [time] time in the week
    [place] a place to meet
    [training] training
    [family_help] help with the family
    [team_help] help from the team
    [other_students] fewer or other students
   *[rest] a break
}
keep-needs = needs { $what }
keep-talk-note = What was said
keep-talk-next = What happens next
keep-talk-next-says = Next: { $what }
keep-talk-do = Keep this check-in
keep-talks = Check-ins
keep-talks-no = None yet. The first is due two weeks after the first match begins.
keep-prompt = { $word ->
    [best_moment] What was the best moment with your student this week, and what made it possible?
    [strength] What did your student do well lately that nobody has told them?
    [behind_it] Instead of "does not want to come": what might be in the way, and who could you ask?
    [absence_tells] If the last absence was a message, what would it say?
    [students_eyes] How would your student describe your last meeting to a friend?
    [family_right] What does this family already do right to get their child to school?
    [welcome_back] What were your first words after the last absence, and what would you say next time?
    [small_step] What is the smallest step that would make next week a little better?
    [took_home] What did you take home with you that is not yours to carry?
    [not_mine] Where does your task end, and who takes it from there?
    [try_again] What did you try that did not work, and what did you learn from it?
    [first_thought] What was your first thought when they were missing, and what else could be true?
    [who_else] Which adult in the building could know your student better than they do now?
   *[why_i_come] Why do you come, and what would keep you coming?
}
keep-pulse = Three questions
keep-pulse-none = Nobody has been asked yet.
keep-pulse-trend = The mentor's own answers by month, from 1 (no) to 5 (yes)
keep-pulse-trend-says = From { $first } in { $from } to { $last } in { $to }
keep-pulse-month = Month
keep-pulse-mean = Together
keep-pulse-times = Times answered
keep-pulse-new = Enter answers
keep-pulse-says = Answered by the mentor or by a student, on paper or in a talk, 1 to 5.
keep-pulse-of = Who answers
keep-pulse-of-word = { $word ->
    [mentor] The mentor
   *[student] A student
}
keep-pulse-which = Which student
keep-pulse-mentor = { $field ->
    [first] I know what to do next with my student.
    [second] I am not alone with it: somebody helps when I ask.
   *[third] What I do here is worth my time.
}
keep-pulse-student = { $field ->
    [first] I am glad when I see my mentor.
    [second] My mentor listens to me.
   *[third] Because of my mentor it is easier to come to school.
}
keep-pulse-both = Mentor: "{ $mentor }" Student: "{ $student }"
keep-pulse-score = { $score ->
    [1] 1 · not at all
    [2] 2 · a little
    [3] 3 · partly
    [4] 4 · mostly
   *[5] 5 · fully
}
keep-pulse-answer = { $question } { $score } of 5
keep-pulse-low = asks for a talk
keep-sheet-print = Questions to print
keep-sheet-title = Before our next talk
keep-sheet-for = For { $name }
keep-sheet-says = Think about one or two of these before we talk. What you write here is yours; only the three answers below are noted.
keep-sheet-scale = How much is this so today? 1 is not at all, 5 is fully.
keep-groups = Mentors among themselves
keep-group-new = Keep a meeting
keep-group-topic = What about
keep-group-came = Who came
keep-group-who = { $n ->
    [one] 1 came: { $names }
   *[other] { $n } came: { $names }
}
keep-groups-held = Meetings
keep-groups-none = None yet. A support group in winter keeps mentors: plan one for January.

## Thanks and good news

keep-thanks-count = { $mentors ->
    [one] 1 mentor to thank
   *[other] { $mentors } mentors to thank
}, { $students ->
    [one] 1 student to be glad of
   *[other] { $students } students to be glad of
}
keep-thanks-mentors = Thank mentors
keep-thanks-lead = Nobody goes six weeks without a thank-you. Name what they did.
keep-thanks-none = No mentor has a student yet.
keep-thanks-next = next:
keep-thanked-never = not yet
keep-weeks-met = { $met } of { $of }
keep-days-reached = { $n ->
    [one] 1 day
   *[other] { $n } days
}
keep-hours = { $hours } h { $minutes } min
keep-thank-open = Thank { $name }
keep-thank-way = How
keep-thank-way-word = { $word ->
    [words] In words
    [card] With a card or a letter
    [public] In front of others
    [treat] With a small thing
   *[to_employer] With a word to employer or college
}
keep-thank-do = Mark as thanked
keep-thank-card = Card to print
keep-celebrate = Be glad with students and families
keep-celebrate-lead = Each against their own past, by name and in no order of rank. Tell them soon, in person, and tell the family too.
keep-celebrate-no-attendance = No attendance has been imported yet.
keep-celebrate-none = Nobody stands here this week. Look again after the next import.
keep-celebrate-through = By the attendance record up to { $day }.
keep-language = language at home: { $language }
keep-fewer = { $now } days missed this week, { $before } in as many school days last week
keep-row = { $n } school days in a row
keep-row-at-least = at least { $n } school days in a row
keep-celebrated = { $whom ->
    [family] Family told
   *[student] Student told
}, { $form } · { $day } · { $by }
keep-celebrate-open = Mark { $name }
keep-celebrate-whom = Who was told
keep-celebrate-whom-word = { $word ->
    [family] The family
   *[student] The student
}
keep-celebrate-how = How
keep-celebrate-do = Mark as done
