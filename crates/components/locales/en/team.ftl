# The school team's and the coordinator's pages, rendered by the server.

## Everywhere

team-skip = Skip to the page
team-steps = Pages
team-sign-out = Sign out
team-signed-in-as = Signed in as { $name }

## Signing in

sign-in-title = Sign in
sign-in-lead = For the school's team and coordinators.
sign-in-name = User name
sign-in-password = Password
sign-in-do = Sign in
sign-in-refused = User name and password do not fit together.
sign-in-too-often = { $minutes ->
    [one] Too many attempts. Try again in a minute.
   *[other] Too many attempts. Try again in { $minutes } minutes.
}

## The week

week-title = { $school } · week
week-title-this = { $school } · this week
week-of = Week of { $day }
week-record-to = school record complete to { $day }
week-record-none = no school record imported yet
week-calendar-none = no school calendar for this week
week-phones-silent = { $of ->
    [one] { $n } of 1 phone not heard from today
   *[other] { $n } of { $of } phones not heard from today
}
week-before = ‹ { $day }
week-after = { $day } ›
week-this = This week
week-tiles = The school in figures
week-tile-chronic = chronically absent: { $n } of { $of } students
week-was-chronic = { $rate } 4 weeks ago
week-tile-met = of matches met 3 contacts, to date: { $n } of { $of }
week-was-met = last week { $rate }
week-tile-no-contact = of { $of } matched students without contact this week
week-matches = Matches of this week
week-col-student = Student
week-col-contacts = Contacts
week-col-missed = Missed this year
week-col-phone = Mentor's phone
week-contacts = { $done } of { $wanted }
week-no-contact = no contact this week
week-no-school = no school
week-missed = { $missed } of { $enrolled } days · { $tier }
week-not-enrolled = not enrolled any more
week-phone-today = sent today { $time }
week-phone-since = not heard from since { $day }
week-phone-none = no phone paired
week-phone-never = not heard from yet
week-legend-met = greeted or met
week-legend-called = called
week-legend-absent = absent by the school's record
week-legend-closed = no school
week-legend-line = dark line: 10 %
week-empty = No student is matched with a mentor in this week.

## The coordinator's pages

coordinate-add-mentor = Add a mentor
coordinate-mentor-name = Mentor's name
coordinate-add = Add
coordinate-col-heard = Last heard from
coordinate-moment = { $day } { $time }
coordinate-never = never
coordinate-match = Match a student
coordinate-match-student = Student
coordinate-match-find = Find
coordinate-match-do = Match
coordinate-match-end = End match
coordinate-pair = Pair a phone
mentor-students = Students
mentor-students-none = No student yet.
mentor-phones = Phones
mentor-phones-none = No phone is paired yet.
mentor-col-since = Since
mentor-col-wake-up = Wake-up calls
mentor-col-end = End
mentor-col-phone = Phone
mentor-col-paired = Paired
mentor-phone = { $tag } · { $platform ->
    [web] web app
    [desktop] desktop
   *[other] { $platform }
}
mentor-wake-up-yes = yes
mentor-wake-up-no = no
mentor-wake-up-start = Start
mentor-wake-up-stop = Stop
mentor-end-reason = Reason
mentor-ended = ended { $day }
mentor-revoke = Shut out
mentor-revoked = shut out { $moment }
mentor-leaving = { $how ->
    [left] Left the programme
   *[lost] Lost or stolen
}
mentor-leaving-says = { $how ->
    [left] The phone first hands in what it has not sent, then clears itself.
   *[lost] The phone clears itself at once. What it has not sent is lost.
}
# Beside a phone. `$moment`: when the last of them came.
mentor-clock-off = { $n ->
    [one] 1 entry came with a clock that was off by more than a day ({ $moment }). Its time is not certain.
   *[other] { $n } entries came with a clock that was off by more than a day (the last: { $moment }). Their times are not certain.
}
mentor-handed-in = { $n ->
    [0] nothing was unsent
    [one] 1 unsent entry handed in
   *[other] { $n } unsent entries handed in
}
mentor-wiped = cleared { $moment }
mentor-not-wiped = clears itself at its next contact
match-title = Match a student with { $mentor }
match-back = Back to the mentor
match-name = Part of the name
match-grade = Grade
match-grade-any = All grades
match-found-none = No student of this school fits.
match-found-more = The first { $n } are shown. Type more of the name to find the others.
match-has-mentor = has a mentor
match-start = First day
match-wake-up = The mentor calls before the bell
end-goals-met = Goals met
end-year-end = End of the year
end-pupil-moved = Student moved
end-mentor-left = Mentor left
end-rematch = Another mentor
end-family-withdrew = Family withdrew
end-safety = Safety
end-programme-end = Programme ended
end-substitute-over = The substitute's last day is over
end-not-begun = Proposed, and did not begin
pairing-title = Pair { $mentor }'s phone
pairing-lead = Let { $mentor } scan the picture with the phone's camera, or open { $address } and type the code. It works once, for ten minutes.
pairing-code = Code
pairing-picture = The pairing code as a picture
pairing-until = Good until { $time }
pairing-back = Back to the mentor
pairing-compare = The phone of { $mentor } shows three words. Are they these?
pairing-same = These are the words
pairing-differ = They differ
pairing-why = Nothing reaches the phone before you have compared. If somebody else used the code, their words are other ones.
pairing-done = The phone of { $mentor } is paired.
pairing-refused = The words differed, or the code was tried with another phone. No phone was let in, and the code does not work any more.
pairing-no-code = There is no code that works.
pairing-elsewhere = A code for { $mentor } was made and still waits for its phone. It cannot be shown here. When a phone uses it, its words appear on this page.
pairing-again = Make a new code

## What went wrong

page-not-found = There is no such page.
page-not-yours = This page is not open to your account.
page-went-wrong = Something went wrong on our side. Nothing was changed. Try again.
page-expired = This form was open too long, or came from elsewhere. Nothing was changed. Please try again from the page.
page-bad-form = Something in this form is missing or too long. Nothing was changed. Go back and try again.
page-to-start = To the first page

## What mentors ask

asks-title = Questions from mentors
asks-lead = What you answer here is on the mentor's phone at its next sync. Urgent requests come by phone.
asks-open = Open
asks-open-none = Nothing is open.
asks-done = Closed
asks-who = { $student } · { $grade }
asks-what = { $kind } · { $urgency }
asks-from = { $mentor }, { $moment }
asks-answered = { $status } · { $by }, { $moment }
asks-status = How far is it?
asks-status-word = { $word ->
    [accepted] Accepted
    [in_progress] In progress
    [on_hold] Waiting
    [completed] Done
    [rejected] Not possible
   *[cancelled] No longer needed
}
asks-text = Answer to the mentor
asks-text-hint = Families may ask to read it. When something is not possible, say why.
asks-do = Send answer
asks-again = Answer again

## The school's help for mentors

help-title = Help for mentors
help-lead = Mentors see this on their phones, also without a network.
help-safety = Whom to call when a student may not be safe
help-safety-says = In this order. Mentors call at once and do not write to the app first. Empty lines are left out.
help-safety-contact = Contact { $n }
help-safety-name = Name or office
help-safety-role = Role
help-safety-phone = Phone
help-safety-wrong = Each contact needs a name and a phone number.
help-texting = Whom may mentors text?
help-texting-says = From their own phones, with the texts that the app offers.
help-texting-word = { $word ->
    [guardians] Guardians who agreed to it
    [students_with_guardian] Students too, with a guardian in copy
   *[off] Nobody
}
help-do = Save
help-saved = Saved. Phones have it at their next sync.
