# A student's page for staff: what it holds beside the figure, and the record that is taken along.

file-late = came in after the match had ended
file-time-uncertain = time not certain: the phone’s clock was off by more than a day
file-handed-in = came from the phone after the mentor had left
file-goal-counted = { $n } of { $aim } by { $day }
file-match-status = { $word ->
    [proposed] proposed
    [family_notified] family told, not begun
    [active] active
    [paused] paused
   *[closed] closed
}
file-match-stands-in = stands in for another mentor
file-match-until = meant to last until { $day }
file-number-change = Change or check this number
file-number-past = { $n ->
    [one] What became of this number: 1 entry
   *[other] What became of this number: { $n } entries
}
file-marks = Days marked together
file-disagree = The two calendars do not agree
file-disagree-day = school's record: { $status }; marked together as present
file-replaced = Marks that the school changed later
file-replaced-gone = taken back
file-replaced-when = recorded { $first }, changed { $last }
file-indicators = Behaviour and courses
file-indicators-none = No file has brought any. They come with Imports, indicators.
file-indicator-what = What
file-indicator-period = When
file-indicator-value = How much
file-indicator-replaced = corrected since
file-written = What staff wrote and decided
file-written-what = { $what ->
    [grant] More granted to the mentor's phone
    [candidate] Decision about a mentor
    [profile] What the student told before the match
    [notice] What the family was told or signed
    [step] Step of the match
    [review] Review after two months
    [closing] Step of closing a match
    [hand_over] Hand-over to the next mentor
    [decision] Decision of the team
    [action] Action of the team
   *[celebration] Celebration
}
record-by = Shown to { $by }, { $moment }
record-others = Before you hand it over, read what was written freely: names of other students must be made unreadable. Contacts in a group name nobody else.

## The record as a file

export-title = Take the record along
export-open = Save everything as a file
export-says = Everything that the printed record holds. Your name, the time and the reason stand in the file and in the record of access.
export-purpose = For what
export-purpose-word = { $word ->
    [family_inspection] the family asked to see it
    [other_school] the school to which the student moves
    [school_official] staff whose work it is
    [court] a court's order
   *[emergency] health or safety is in danger now
}
export-recipient = To whom: the school, the court, the office (not needed for the family and for staff)
record-disclosures = To whom this record was given
record-disclosures-none = To nobody outside of the school.
export-format = As
export-csv = table (CSV)
export-json = data for another system (JSON)
export-do = Save the file

## Breaking the glass

glass-link = A student of another school, in an emergency
glass-title = A student of another school
glass-lead = You can open a student of another school for some hours when you have to act and cannot wait. The other school's principal sees who opened whom and why, and so does the family. It closes by itself.
glass-key = The student's key in the district's export
glass-reason = Why it cannot wait
glass-hours = For how long
glass-for = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
glass-break = Open, and let the other school know
glass-refused = Nothing was opened. Nobody is enrolled under that key, or the key or the reason is missing or too long.
glass-own = What you opened
glass-into = Our students whom others opened
glass-none = Nothing yet.
glass-number = Number { $n }, closed
glass-period = { $from } to { $until }
glass-back = All that was opened
glass-open-until = This is not a student of your school. The page closes { $moment }. Each look is written down at both schools.
glass-mend = Close it now
