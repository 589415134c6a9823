# The school's plan, its checklist of the year, its kick-off and what is printed for it.

## The plan

plan-title = The school's plan
plan-lead = Thirteen questions, to answer together. Write as much as you know now: each save is kept as a version of its own.
plan-part = { $n }. { $part ->
    [begin] Before you begin
    [run] Running the programme
   *[learn] Looking back and learning
}
plan-prompt = { $letter }. { $prompt ->
    [point_person] Who leads the mentors?
    [data] What do your figures say?
    [students] Which students first?
    [mentors] Who could be a mentor?
    [announce] How does everybody hear of it?
    [recruit] How do you win mentors?
    [resources] Who helps with what stands in the way?
    [training] What do mentors learn?
    [matching] How do student and mentor find each other?
    [support] How do you stand by the mentors?
    [review] Is it working?
    [revise] What do you change?
   *[celebrate] How do you celebrate?
}
plan-help = { $prompt ->
    [point_person] Somebody of the attendance team who sees the good in every family, has time for mentors, and brings to the team what keeps coming back. Name a stand-in too.
    [data] Last year's chronically absent students; this year's early signals: two days missed in the first month, four in the first two. Look by grade and by group of students, and where they live if you know.
    [students] Weigh the need, where a mentor can change most (a new school, a new grade), and which adults are there. Whoever is almost never at school needs another kind of help first.
    [mentors] Staff who see the student every day anyway, a partner, a youth programme, older students. Who gets on with these students already?
    [announce] Families hear of it before the first meeting, in their language. Staff hear what mentors do and do not do. Who says it, when, and how?
    [recruit] A word at the staff meeting, a personal question, a letter. How many students for each mentor? One or two is a good number for staff.
    [resources] Health, transport, child care, housing, food, safety on the way. Who in the school and the neighbourhood helps, and how does a mentor reach them? What do after-school partners take on?
    [training] What a mentor does, keeping confidences, what to do at once when a student may not be safe, whom to ask for help. How do you go on learning during the year?
    [matching] Who decides, and what counts: an existing good relationship, language, time of day. What does the mentor get to know, and who keeps phone numbers right?
    [support] Mentors are a fixed point at the team's meeting. Who talks with each mentor, and how often? Two talks in the first month are a good start.
    [review] At least once a month: days missed of the students with mentors, contacts made, what mentors, families and students say. Which causes come back?
    [revise] Which students need something else? What will you do differently, from when on, and how will you know that it helped?
   *[celebrate] Day, time and place. Thank students, families, mentors, partners. Getting better counts, not being perfect. What does it begin for next year?
}
plan-open = Not answered yet.
plan-do = Save as a new version
plan-saved = Saved. This is version { $n }.
plan-too-long = Nothing was saved: an answer is longer than { $max } characters. What you wrote is still here.
plan-newer = Nothing was saved yet: somebody saved version { $n } while you wrote. What you wrote is still here. Read the other version, take over what you want to keep, and save again.
plan-newer-read = Read the other version
plan-history = Versions
plan-history-none = None yet. The first save is version 1.
plan-version = Version { $n }
plan-version-title = { $school } · plan, version { $n }
plan-by = { $name }, { $moment }

## The checklist

checklist-title = Checklist of the year
checklist-year = { $first }–{ $second }
checklist-lead = What the programme needs, by role and by month. A tick says when it was done and what shows it. A tick can be taken back; the history stays.
checklist-role = { $role ->
    [principal] Principal
    [coordinator] Coordinator
   *[captain] District captain
}
checklist-count = { $done } of { $all } done
checklist-due = Until { $day }
checklist-overdue = Overdue: it was for { $day }
checklist-done = Done { $day } · { $name }
checklist-evidence-of = { $said } · { $evidence }
checklist-taken-back = Tick taken back · { $name }
checklist-tick = Tick
checklist-tick-do = It is done
checklist-take-back = Take the tick back
checklist-take-back-do = Take back
checklist-day = When was it done?
checklist-evidence = What shows it? (a link, a folder, a sentence; no student's name)
checklist-why = Why? (no student's name)
checklist-history = History
checklist-wrong = Nothing was changed. The day must be today or earlier, and the note at most { $max } characters. What you typed is still at the step.
step = { $word ->
    [name_lead] Name who leads the mentors, and make them part of the attendance team
    [meeting] Set day, time and room of the team's weekly meeting, and lead it
    [tell_staff] Tell all staff what mentors do, and ask for their help
    [free_time] Give mentors of the staff time for three contacts a week
    [welcome_families] Welcome the families at the kick-off yourself
    [half_year] Look with the team at the first half of the year, and change the plan where it does not help
    [thank_mentors] Thank every mentor in person
    [next_year] Decide how it goes on next year
    [last_year_list] List who was chronically absent last year
    [calendar] Have students and the school's calendar imported, and look whether they are right
    [early_signals] Look each week for early signals: two days missed in the first month
    [choose_students] Decide for every student on the list: a mentor, wait, or other help
    [find_mentors] Ask people to be mentors, and look at who they are as your district asks
    [train_mentors] Train the mentors: their tasks, confidences, what to do when a student may not be safe
    [agreements] Have every mentor's confidentiality agreement signed before any student's name is given out
    [tell_families] Tell the families before the first meeting, in their language
    [match] Match students and mentors, and write down why these two
    [kick_off] Hold the kick-off: invite, print, welcome
    [resources] Keep a list of who helps with what: health, transport, child care, housing
    [check_ins] Talk twice with each mentor in the first month, then every month
    [first_review] Look with the team at the first months: contacts, days missed, causes that come back
    [day_60] Ask each student after sixty days whether to go on like this
    [mentors_meet] Bring the mentors together to hear how they are
    [second_review] Look again with the team, and change what does not help
    [celebrate] Celebrate with students, families and mentors
    [close_matches] End the matches with a good goodbye, and write down what should go on
    [next_list] Draw up the first list for next year
    [data_arrives] See to it that each school's attendance arrives every day
    [partners] Agree with partners in writing on what they may see and what they do
    [training_offer] Offer training to coordinators and mentors of all schools
    [compare_schools] Look at the schools side by side: where are students absent, where are mentors?
    [share_learning] Bring the coordinators together to share what helped
    [needs] Count for next year: how many students, how many mentors, what gap
    [invite_schools] Invite schools for next year and say what they need for it
   *[year_report] Tell the district what the year brought, with the caution that belongs to it
}

## The kick-off

kick-off-title = Kick-off
kick-off-lead = Families, students and mentors meet for the first time. Say here when and where, and print what you need.
kick-off-event = When and where
kick-off-day = Day
kick-off-time = Time (if it is known)
kick-off-place = Place
kick-off-note = What families should know: food, child care, interpreter
kick-off-do = Save
kick-off-saved = Saved. The invitation has it.
kick-off-wrong = Nothing was saved. A day and a place are needed, and no text may be too long. What you typed is still here.
kick-off-none = Day and place are not set yet. The invitation has lines to write them by hand.
kick-off-when-where = { $day }, { $time }, { $place }
kick-off-day-where = { $day }, { $place }
kick-off-sheets = To print
kick-off-sheets-say = Each in English or Spanish, on Letter or A4. Names are written by hand: none is kept here.
sheet-name = { $word ->
    [invitation] Golden ticket
    [information] Information sheet
    [starters] Conversation starters
    [tips] Tips for families
    [month] Calendar of a month
    [year] Calendar of the year
   *[certificates] Certificates
}
sheet-about = { $word ->
    [invitation] The invitation for a family, with a strip that comes back.
    [information] How mentor and family reach each other, and what the family agrees to.
    [starters] Cards to cut out, a table for each age.
    [tips] One page for the refrigerator door.
    [month] A large month, for a sun on each day at school.
    [year] All months of the school year on one page.
   *[certificates] For a student, a family and a mentor.
}
sheet-back = Back to the kick-off
sheet-choices = Language and paper
sheet-how-to-print = To print, use your browser's menu. This part stays off the paper.
sheet-paper = { $word ->
    [letter] Letter
   *[a4] A4
}
sheet-no-calendar = The school's calendar is not imported yet: every weekday is shown as a school day.
sheet-family-of = Family of
sheet-language = Our language
sheet-interpreter = We would like an interpreter
sheet-signature = Signature
sheet-date = Date
ticket-title = Golden ticket
ticket-lead = { $school } invites you to celebrate the start of something good.
ticket-for = For
ticket-why = Come and meet your success mentor: an adult at school who is glad every day that you are there. We get to know each other, talk, and mark the first suns on your calendar.
ticket-bring = Bring this ticket, and whoever gets you to school in the morning.
ticket-from = Your mentor
ticket-answer = Please give this part back to school
ticket-come = We come
ticket-not-come = We cannot come; please call us
ticket-how-many = How many people
information-lead = So that { $school } and your family can reach each other easily.
information-ours = From us to you
information-mentor = Mentor's name
information-phone = Phone
information-phone-two = Second phone
information-hours = Best hours
information-languages = Languages
information-what = The mentor greets your child in the morning, calls when your child is missed, and writes down that a contact took place. The school's team may read it, and so may you: ask any time.
information-office = Office of the school, for questions or worries
information-yours = From you to us
information-student = Student
information-adult = Name of a family adult
information-may-call = You may call me
information-may-text = You may send me texts
information-neither = Please write or speak to me at school only
information-rights = You can change this or take it back at any time; tell the mentor or the office.
tips-call = Whom to call at { $school }
starters-say = Cut out the cards and lay them on the tables. Whoever likes may answer; whoever asks tells something too.
starters-band = { $band ->
    [k2] Kindergarten to grade 2
    [g35] Grades 3 to 5
    [g68] Grades 6 to 8
   *[g912] Grades 9 to 12
}
sheet-certificate-title = { $whom ->
    [student] Well done!
    [family] Thank you, family!
   *[mentor] Thank you, mentor!
}
certificate-to = This goes to
certificate-name = { $whom ->
    [student] Student
    [family] Family
   *[mentor] Mentor
}
sheet-certificate-for = { $whom ->
    [student] You kept going and got better. We saw it, and we are glad that you are here.
    [family] You made the mornings work. It makes a difference every day.
   *[mentor] You were there, week after week. Somebody came to school because of you.
}
certificate-what = Especially for
month-sheet-title = { $school } · calendar
month-of = This calendar belongs to
month-sheet-say = Put a sun on each day that you are at school. Striped days have no school.
year-sheet-title = { $school } · { $years }
