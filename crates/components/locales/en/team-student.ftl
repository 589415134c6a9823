# A student's page for staff: what it holds beside the figure, and the record that is taken along.

file-late = came in after the match had ended
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
file-indicator = { $word ->
    [behaviour_referrals] Behaviour: referrals
    [behaviour_mark] Behaviour: unsatisfactory marks
    [detentions] Behaviour: detentions
    [suspensions_in_school] Behaviour: suspensions in school
    [suspension_days_out] Behaviour: days suspended out of school
    [classes_missed] Courses: classes missed
    [classes_held] Courses: classes held
    [tardies] Courses: times late
    [course_failures_math] Courses: mathematics failed
    [course_failures_english] Courses: English failed
    [ds] Courses: grades of D
    [fs] Courses: grades of F
    [credits_earned] Courses: credits earned
   *[credits_possible] Courses: credits possible
}
file-written = What staff wrote and decided
file-written-what = { $what ->
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
export-format = As
export-csv = table (CSV)
export-json = data for another system (JSON)
export-do = Save the file
