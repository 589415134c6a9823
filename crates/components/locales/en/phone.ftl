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
sync-says = { $state }. Tap to send now.

## Failures, each with a way out

failure-not-paired = This phone is not paired with a mentor yet.
failure-code-refused = That code is wrong, already used, or older than ten minutes. Ask your coordinator for a new one.
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
    [one] 1 entry was not taken by the school's server. It is kept here; tell your coordinator.
   *[other] { $n } entries were not taken by the school's server. They are kept here; tell your coordinator.
}

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
pair-already = This phone is paired with { $mentor }. Pairing it again keeps what is saved.
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
today-then = Then
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
door-refused = not taken by the server
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
student-row-week = { $done } of { $wanted } this week
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
student-note-long = { $n } characters; 2000 is the most.
student-log = What was done
student-log-empty = Nothing yet. What you do at the door, on the phone and together is listed here.
student-toast-void = Taken back
student-write-failed = Not saved. { $why }
log-door-greeted = Greeted at the door
log-door-late = Late, greeted
log-door-not-seen = Not seen at the door
log-call = Wake-up call: { $outcome }
log-one-on-one = One-on-one, { $n } min
log-note-match = Note, for you and the coordinator
log-note-team = Note, for the team
log-unknown = Written by a newer Daymark
log-when = { $day }, { $time } · { $state }
log-saved = saved here
log-sent = sent
log-refused = not taken by the server
log-voided = taken back
log-void-says = Undo: { $what }
