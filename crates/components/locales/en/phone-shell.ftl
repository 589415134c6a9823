# This phone: what it keeps, reminders, room, clock, another window.

skip-to-screen = Skip to the screen

## This phone

this-phone = This phone
this-phone-lead = What waits here, reminders, room, language
this-phone-more = More
this-phone-help = What helps
this-phone-help-lead = Scripts, tips and activities; they work without a network
this-phone-pair = Pair this phone again
this-phone-pair-lead = With a new code from your coordinator; what is saved stays
kept-title = What is kept here
kept-paired = Paired with
kept-waiting = Waiting to be sent
kept-nothing-waits = nothing
kept-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
kept-refused = Not taken by the server
kept-sent = Last sent
kept-never = not yet
kept-when = { $day }, { $time }
kept-build = Daymark
kept-send-now = Send now
kept-note = Entries go by themselves as soon as there is a network. Until then they are safe on this phone.

## What the server did not take, and damage

set-aside-title = Not taken by the server
set-aside-lead = Everything else goes on and is sent. These entries are only on this phone, word for word, until you decide. Of a student who has left this phone they stay 30 days at most.
set-aside-what = { $student }, { $day }: { $what }
set-aside-unreadable = { $student }: an entry that cannot be read any more
set-aside-gone = A student who is no longer on this phone
set-aside-taking-back = taking an entry back; the entry stands again
set-aside-not-shown = an entry of another mentor
set-aside-sun = a sun on the calendar
set-aside-no-sun = a sun taken off the calendar
set-aside-not-your-student = The school's server says that this student is not yours any more, or that the match ended more than 30 days ago. If the entry matters, copy the text and give it to your coordinator. Then discard it.
set-aside-anothers = Another mentor wrote this on this phone before it was yours. What it says is not shown here. Tell your coordinator: when this phone is paired for that mentor again, it is sent. Otherwise discard it.
set-aside-too-long = It is longer than the server takes. Copy the text, write it again in two parts, then discard this one.
set-aside-not-understood = The server could not understand how it was written. Write it again. If it is not taken again, copy the text, tell your coordinator, then discard it.
set-aside-again = Write again
set-aside-discard = Discard
set-aside-discard-sure = Really discard it? Tap again
damaged = The data on this phone was damaged when Daymark was opened ({ $at }). It was put aside, and your students come again from the school at the next sync.
damaged-rescued = { $n ->
    [0] Nothing was waiting to be sent, so nothing is lost.
    [one] The 1 entry that was not sent yet was saved. Nothing is lost.
   *[other] The { $n } entries that were not sent yet were saved. Nothing is lost.
}
damaged-lost = { $n ->
    [one] 1 entry that was not sent yet could not be saved. Please look at your students' pages after the next sync and write again what is missing.
   *[other] { $n } entries that were not sent yet could not be saved. Please look at your students' pages after the next sync and write again what is missing.
}
damaged-pair-again = Not even the pairing could be read. Ask your coordinator for a new code. What was sent is safe at the school; what was not sent yet may be lost.
damaged-read = I have read this

## Room

room-title = Room for entries
room-folder = Entries are kept in a folder of this computer. Nothing clears it but a person.
room-promised = This browser has promised not to clear what is saved here by itself.
room-may-be-cleared = This browser may clear what is saved here when the phone runs short of room. What was sent is safe at the school.
room-unknown = This browser does not say whether it may clear what is saved here. What was sent is safe at the school.
room-free = { $n } MB free for Daymark
room-install = Put Daymark on the home screen: browsers keep what belongs to an app that is there.
room-ask = Ask the browser to keep it
notice-storage-full = This phone is nearly full: { $n } MB are left for Daymark. Send what waits, then delete some photos, films or apps. Please do not delete the browser's data.
notice-storage-full-unknown = This phone is nearly full. Send what waits, then delete some photos, films or apps. Please do not delete the browser's data.
notice-unsent = Entries from an earlier day are only on this phone, and this browser may clear them when it runs short of room. Please open Daymark where there is a network.

## Clock and build

notice-clock-ahead = This phone's clock is { $span } ahead, so entries would get a wrong time. Set it to automatic in the phone's settings.
notice-clock-behind = This phone's clock is { $span } behind, so entries would get a wrong time. Set it to automatic in the phone's settings.
span-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
span-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
span-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
notice-new-version = A new version of Daymark is ready. It comes the next time you close Daymark and open it again.

## Another window

trouble-elsewhere = Daymark is open in another window of this browser, which keeps the data. You can go on in this one instead.
trouble-was-closed = You went on in another window, so this one was closed. Everything that was saved is there.
trouble-no-answer = The other window does not answer. Please close it; Daymark then opens here.
trouble-go-on-here = Go on here
trouble-go-on-note = The other window finishes what it is saving, then closes. Nothing is lost.

## Reminders

reminders-title = Reminders
reminders-lead = For the calendar of your phone. They name no student, so anybody may see them.
reminder-wake-up = Wake-up calls
reminder-wake-up-says = Open Daymark: it shows whom to call before the bell.
reminder-door = At the school door
reminder-door-says = Open the door list in Daymark and greet your students.
reminder-week = A look at my week
reminder-week-when = Wednesdays, while there is time to mend it
reminder-week-says = Open My week in Daymark: who still waits for you this week?
reminder-title = { $what } · Daymark
reminder-time = Time: { $what }
reminders-days-school = On school days by your school's calendar, until { $until }. When the calendar changes, make the file again.
reminders-days-week = Your school's calendar is not on this phone yet, so these are all weekdays until { $until }, holidays too. Make the file again later.
reminders-file = Put them in my calendar
reminders-notices = Also show a notice here
reminders-notices-note = Only while Daymark is open
reminders-notices-refused = This browser was told not to show notices of Daymark. You can change that in the browser's settings for this page.
given-shared = Handed to the app that you chose. There, add all events.
given-downloaded = The file daymark-reminders.ics is in your downloads. Open it and add all events.
given-saved-as = Saved as { $path }. Open it and add all events.
given-failed = The file could not be made here. { $detail }

## An empty phone

waits-title = Your students are not on this phone yet
waits-for = Your school is waiting for:
# A word of `ClearanceGap`.
waits-for-word = { $word ->
    [agreement] the confidentiality agreement, signed within a year
    [background_check] the background check
    [suitability] the talk about the work
    [training] the first training
   *[other] one more thing
}
waits-decided = { $word ->
    [left] Your school has written down that you no longer mentor.
   *[pause] Your school has paused your work as a mentor.
}
waits-ask = Ask { $school }. What you recorded is kept, and your students come to this phone by themselves when everything is there.
