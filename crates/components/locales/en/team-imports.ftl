## Importing a school's export

imports-title = Imports
imports-title-says = From your school's records into Daymark. Nothing is stored before you have seen what it would do.
imports-back = All imports
imports-new = Import a file
imports-kind = { $kind ->
    [oneroster] Students and families
    [calendar] School calendar
    [attendance] Attendance
    [contacts] Family contacts
    [indicators] Behavior and courses
   *[students] Student groups
}
imports-kind-says = { $kind ->
    [oneroster] A OneRoster set, version 1.1 or 1.2, as one zip file. It comes first.
    [calendar] School days and days off: a CSV file, or a calendar of events (ICS).
    [attendance] What the school recorded each day, as a CSV file.
    [contacts] Who may be called, when, and in which order, as a CSV file.
    [indicators] Referrals, suspensions and course failures by period, as a CSV file.
   *[students] What reports group students by, such as learning English, as a CSV file.
}
imports-file = File
imports-through = Last day that the file covers, if it is not the latest date in it
imports-reporting = Students without a row
imports-reporting-as-before = as until now
imports-reporting-yes = were present
imports-reporting-no = are unknown
imports-whole = The file has every absence from its first day to its last: take back what it no longer has
imports-map = The file has other columns or codes
imports-map-says = How your school writes attendance (TOML)
imports-map-where = Ask whoever keeps the server: the guide has a sample to start from.
imports-events = Only for a calendar of events (ICS)
imports-events-says = It counts for { $school }, Monday to Friday, between these two days.
imports-first = First day of school
imports-last = Last day of school
imports-event-words = The calendar uses words of its own
imports-event-words-says = What the words of the calendar mean (TOML)
imports-try-says = Daymark reads the file and shows what would change. Nothing is stored yet.
imports-try = Look at the file

## A file that was not taken

imports-refused-no-file = No file came, or it is empty. Choose a file.
imports-refused-too-large = The file is larger than 200 megabytes. Export one school, or one year.
imports-refused-date = A date could not be read. Write it as 2026-10-14.
imports-refused-words = The mapping could not be read.
imports-refused-busy = Another file is being worked on. Wait until it is done, then try again.
imports-refused-no-room = This server takes no files on the web. Import on its command line.

## While it works, and after

imports-state-trying = Reading the file
imports-state-tried = What the file would do
imports-state-importing = Importing
imports-state-imported = Imported
imports-state-refused = Not imported
imports-state-undoing = Undoing
imports-state-undone = Undone
imports-state-not-undone = Not undone
imports-state-broken = Something went wrong
imports-size = { $kilobytes } KB
imports-lead = { $kind }, { $size }
imports-number = Number { $n } in the history
imports-waiting = Work under way
imports-waiting-percent = { $percent } % of the file is read
imports-waiting-since = Since { $moment }
imports-waiting-says = A large file takes a minute or two. This page shows the result by itself; you can also come back to it.
imports-gone = This file is not here any more
imports-gone-says = It was left for an hour, another file took its place, or the server started again. What was not under "Imported" was not stored. The history shows what was. Upload the file again.
imports-tried-says = Nothing is stored yet. Look at the counts and at what could not be read, then import.
imports-would = What would change
imports-did = What changed
imports-agree = Please agree to this first
imports-agree-skip = { $n ->
    [one] Import without the 1 row that could not be used
   *[other] Import without the { $n } rows that could not be used
}
imports-agree-withdrawals = { $says } They have really ended.
imports-confirm = Import
imports-nothing-to-do = There is nothing to import: everything is here already, or no row can be used.
imports-imported-says = Imported. Phones have it at their next sync.
imports-again = Choose another file
imports-to-week = To the team's week
imports-to-history = To all imports
imports-undone-says = Undone. Rows as they were before: { $back }. Added rows that are ended: { $ended }. Phones have it at their next sync.

## Why nothing was stored

imports-why-bad-rows = Nothing was imported: { $skipped } of { $rows } rows could not be used. Correct them and export again, or agree to import the others.
imports-why-withdrawals = { $ended } of { $before } would end: { $what }. That is more than one in ten. Check that the export is whole.
imports-why-time-zone = Nothing was imported: the school's time zone is not known. Ask whoever keeps the server.
imports-why-not-yet = Nothing was imported: attendance cannot be complete through { $through }, because today is { $today }.
imports-why-no-school-days = Nothing was imported: this is a calendar of events. Say the first and the last day of school.
imports-why-no-school = Nothing was imported: the file does not fit this school. Import students and families first.
imports-why-other-schools = Nothing was imported: the file changes another school too. Export your school alone, or ask whoever keeps the server to import the district's file.
imports-why-file = Nothing was imported: the file could not be read to its end.

## What a report says

imports-nothing = No rows.
imports-counts = Counts
imports-rows = { $rows ->
    [one] 1 row read, { $skipped } left out
   *[other] { $rows } rows read, { $skipped } left out
}
imports-what = What
imports-added = New
imports-corrected = Changed
imports-ended = Ended
imports-unchanged = As before
imports-noun = { $noun ->
    [school] Schools
    [student] Students
    [enrollment] Enrollments
    [attributes] Students' groups
    [guardian] Guardians
    [guardian_link] Guardians of students
    [attendance_record] Attendance records
    [calendar_day] Calendar days
    [school_setting] School settings
    [match] Matches
   *[indicator] Indicators
}
imports-noun-one = { $noun ->
    [school] school
    [student] student
    [enrollment] enrollment
    [attributes] student's groups
    [guardian] guardian
    [guardian_link] guardian of a student
    [attendance_record] attendance record
    [calendar_day] calendar day
    [school_setting] school setting
    [match] match
   *[indicator] indicator
}
imports-done = { $done ->
    [added] New
    [corrected] Changed
   *[withdrawn] Ended
}
imports-problems = Rows that could not be used
imports-problems-says = Correct them where the file comes from, and export it again.
imports-problem-file = File
imports-problem-line = Line
imports-problem-column = Column
imports-problem-expected = Expected
imports-problem-found = Found
imports-problem-row = whole row
imports-problem-nothing = nothing
imports-problems-more = { $n ->
    [one] And 1 more.
   *[other] And { $n } more.
}
imports-notes = Noticed
imports-readings = How the file's words were read
imports-readings-says = Check that each means what it should. A mapping can say otherwise.
imports-reading-found = In the file
imports-reading-as = Read as
imports-reading-times = Times
imports-sample = The first changes
imports-sample-says = Five of each kind, by the export's own numbers.

## The history

imports-history = What was imported
imports-history-none = Nothing was imported yet.
imports-older = Older imports
imports-when = When
imports-who = Who
imports-outcome = Outcome
imports-changes = Changes
imports-skipped = Rows left out
imports-by-district = Command line
imports-by-other-school = Another school
imports-outcome-undoes = Undid number { $n }
imports-outcome-undone = Imported, undone since
imports-outcome-same = Nothing new
imports-outcome-applied = Imported
imports-outcome-tried = Only looked at
imports-outcome-refused = Refused
imports-entry-title = { $kind }: one import
imports-entry = { $outcome } · { $by } · { $moment }
imports-undo = Undo this import
imports-undo-says = What it changed goes back to what it was, what it added is ended. Only the last import can be undone.
imports-undo-do = Undo
imports-undo-nothing = That import stored nothing, so there is nothing to undo.
imports-undo-undoing = Undoing cannot be undone. Import the file again.
imports-undo-already = That import was undone already.
imports-undo-built-on = Nothing was undone: import number { $later } came after it and builds on it. Only the last import can be undone.
imports-undo-not-kept = Nothing was undone: that import is too old. Import a corrected file instead.
imports-undo-matched = { $n ->
    [one] Nothing was undone: a student of this import has a mentor by now. End that match first.
   *[other] Nothing was undone: { $n } students of this import have a mentor by now. End those matches first.
}
