# Recording contacts, groups, notes, asking the team, safety.

## Forms

form-less = Less: { $what }
form-more = More: { $what }

## A text that was begun

draft-kept = Kept on this phone as you write.
draft-begun = Begun { $day } { $time }
draft-discard = Throw away
draft-count = { $n } of 2,000 characters
draft-too-long = { $n } characters: { $over } too many. 2,000 is the most. All of it stays here until you shorten it.
draft-far-too-long = { $n } characters: { $over } too many. If Daymark closes now, only the first 8,000 are kept.
draft-not-kept = This text stands on the screen only: it could not be kept. { $why }
draft-of = { $word ->
    [note] A note
    [ask] A request to the team
    [private] For me alone
   *[other] { $word }
}

## A contact of any kind

record-title = Record a contact
record-element = { $word ->
    [one_on_one] Time together
    [call_home] Calls
    [family_outreach] Family
    [work_with_staff] School staff
    [celebrate] Celebrate
   *[other] { $word }
}
record-group-link = With several students at once
record-change = Change
record-ended = How did it end?
record-which-number = Which number was it?
record-wrong-number = Daymark will not offer that number again until the office has changed it.
record-length = How long?
record-length-other = Minutes
record-when = When: { $day }
record-day = Which day?
record-today = Today
record-yesterday = Yesterday
record-other-day = Another day
record-follow-up = Come back to it?
record-follow-up-day = Come back to it on
record-follow-up-says = It comes up on Today that day. What you want to say then goes into a note.
record-follow = { $name } · { $day }
record-tomorrow = Tomorrow
record-next-school-day = Next school day
record-in-three = In 3 school days
record-next-week = Next week
record-more = Say more, if you like
record-with = With whom?
record-where = Where?
record-activity = What did you do?
record-activity-none = Nothing special
record-save = Save: { $what }
record-say-end = Tap how the call ended
record-saved = { $what }, { $name }: saved here
record-another = Record another
record-then-note = Write a note about it
record-to-student = To the student's page

## A group

group-title = Group
group-sub = One entry, saved for each student
group-again = The same group again
group-who = Who was there
group-kind = What was it?
group-choose = { $n ->
    [0] Tap two names or more
    [1] Tap one more name
   *[other] { $n } chosen
}
group-save = Save: { $kind }, { $n } students
group-saved = Saved here for { $n } students
group-taken-back = Taken back for all of them

## A note

note-kept = Who is it for?
note-shareable = The school
note-sensitive = The school, personal
note-private = Only me
note-sensitive-says = Only you and the coordinator can read it. It is on no list, no printed page and in no export.
note-private-label = For me alone
note-private-hint = It stays on this phone and is never sent. When the phone is lost or the match ends, it is gone.
note-danger = Is a child in danger? Do not write it here.
note-for-school = Make it a note for the school
note-begun = Also begun, on this phone only
note-go-on = Go on

## Asking the team

ask-title = Ask the team
ask-when-read = The team reads this at its next meeting. Someone answers here.
ask-danger = Is a child in danger? Not here.
ask-danger-link = Whom to phone now
ask-what = What is needed?
ask-by-when = By when?
ask-text = A few words for the team
ask-text-hint = You may leave this empty. Families may ask to read it.
ask-choose = Tap what is needed
ask-save = Ask the team
ask-saved = Asked, saved here
ask-earlier = Asked before
ask-none = Nothing yet.
ask-no-answer = No answer yet.
ask-status = { $word ->
    [accepted] Somebody took it
    [in_progress] Being worked on
    [on_hold] Waiting for something
    [completed] Done
    [rejected] Not possible
    [cancelled] No longer needed
   *[other] { $word }
}
ask-read = I have read it

## A child who may not be safe

safety-title = A child may not be safe
safety-lead = Phone now. Daymark calls nobody, and nobody is watching it.
safety-phone = Phone now
safety-emergency-number = 911
safety-emergency = In danger right now: call { $number }
safety-call = Call { $name }
safety-call-role = Call { $name }, { $role }
safety-no-contacts = Your school has not entered its numbers here. Phone the school office or the principal now, and ask for the person who looks after child safety. Later, ask your coordinator to enter the numbers.
safety-do = Do this
safety-do-not = Leave this
safety-point = { $word ->
    [listen] Listen, stay calm, believe. “Thank you for telling me. It is not your fault.”
    [paper] Write the student's own words on paper, with day and time, for those you report to.
    [report] Ask on the phone who makes the report, and when. State law may oblige you to report yourself: telling the school may not be enough.
    [stay] Do not leave a student in danger alone.
    [secret] Do not promise to keep it secret. Say: “I have to tell people who can help.”
    [investigate] Do not investigate: no questions for details, no call to the family, no talk with whom it is about.
    [app] Do not write about it in Daymark, in a text or in an e-mail.
   *[other] { $word }
}
safety-after = After the call
safety-after-says = Only this is kept here: that you raised a concern, and when. Nothing of what it was.
safety-phoned = I have phoned
safety-recorded = Recorded: you raised a concern by phone
safety-raised = You raised a concern on { $day } at { $time }.

## Wake-up calls

wake-title = Wake-up calls
wake-now = The plan now
wake-none = No plan for this student yet.
wake-since = since { $day }
wake-over = The calls have come to their end. Well done, both of you.
wake-end = End the calls
wake-ended = No more wake-up calls, saved here
wake-plan = A new plan
wake-days = On which mornings?
wake-days-says = On days without school nobody is called.
wake-from = Not before
wake-to = Not after
wake-whom = Whom?
wake-until = Until when?
wake-until-changed = until I change it
wake-present-days = Days at school in a row
wake-last-day = No more calls from
wake-save = Save the plan
wake-saved = Plan saved here

## The family

family-people = Whom to call
family-known = Good to know
family-language-unknown = Language: ask
family-texts-off = Your school does not allow texts
family-texts-welcome = Texts are welcome
family-texts-unwelcome = No texts, please
family-texts-unknown = Texts: nobody has asked yet
family-hours-unknown = Best hours: ask
family-reached = The family was last reached on { $day }.
family-repair-says = Does no number work? The office looks for another one.
family-repair = Ask the office for a number
family-repair-asked = The office was asked, saved here
family-repair-waits = The office was asked for a number on { $day }. Its answer comes here.
family-first = First contact
family-notice-first = Up to grade 2 the family comes first: the school tells them about you before you meet the student.
family-ticked = Ticked, saved here
family-ticked-on = done { $day }
family-first-call = The first call
family-first-call-says = Two minutes, with something good in it. Not about absences.
family-script = { $line ->
    [hello] “Hello, this is { $mentor } from { $school }. I am the adult at school who looks out for { $name } this year. Do you have two minutes?”
    [good] “I am calling with something good.” Now one thing that you saw yourself.
    [call] “I say hello to { $name } in the morning. When { $name } is missing I will call, to ask if you need anything.”
    [reach] “Which number is best, and when? In which language? May I send a text?”
    [thanks] “Is there something that I should know about { $name }? Thank you. You can always reach me through the school.”
   *[other] { $line }
}
family-record-call = Record the call
