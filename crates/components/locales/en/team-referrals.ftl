# Referrals, the resource directory, and a student's page for staff.

## Referrals

referrals-title = Referrals
referrals-count = { $n } shown, { $overdue } overdue
referrals-new = New referral
referrals-resources = Where to find help
referrals-filter = Show
referrals-filter-do = Show
referrals-filter-word = { $word ->
    [open] Open
    [all] All
    [draft] Being prepared
    [requested] Asked for
    [accepted] Accepted
    [rejected] Turned down
    [in_progress] Under way
    [on_hold] Waiting
    [failed] Not carried out
    [completed] Done
    [cancelled] No longer wanted
   *[entered_in_error] Entered by mistake
}
asks-refer = Make a referral of it
referrals-none = No referral here.
referral-col-what = What for
referral-col-student = Student
referral-col-status = How far
referral-owner = Who sees to it
referral-due = Due
referral-due-none = no day set
referral-overdue = overdue since { $day }
referral-kind = { $word ->
    [health] Health or school nurse
    [mental_health] Mental health
    [social_work] Social work
    [attendance_outreach] Attendance outreach
    [housing] Housing
    [food] Food
    [transport] Transport
    [child_care] Child care
    [legal] Legal help
    [academic_support] Tutoring
    [evaluation] Special-education evaluation
    [enrichment] After-school activity
    [language] Interpreter or translation
   *[other] Something else
}
referral-status = { $word ->
    [draft] Being prepared
    [requested] Asked for
    [accepted] Accepted
    [rejected] Turned down
    [in_progress] Under way
    [on_hold] Waiting
    [failed] Not carried out
    [completed] Done
    [cancelled] No longer wanted
   *[entered_in_error] Entered by mistake
}
referral-outcome = What came of it
referral-outcome-none = Nothing yet
referral-outcome-word = { $word ->
    [need_met] Need met
    [partly] Partly met
    [not_met] Not met
    [family_declined] The family did not want it
    [no_capacity] They had no room
   *[lost_contact] Nobody could be reached
}
referral-consent = What allows us to share
referral-consent-hint = Nobody outside hears of the student before there is consent. Share only what they need for this.
referral-consent-word = { $word ->
    [school_official] Stays in the school, with staff whose work it is
    [written] Signed by the family: date, records, purpose, recipient
    [family_itself] The family goes there itself, nothing is passed on
    [emergency] Health or safety is in danger now
   *[awaited] No consent yet
}
referral-back = All referrals
referral-to-student = To the student's page
referral-to = To
referral-urgency = By when help is needed
referral-reason = Why
referral-reason-hint = One or two facts. Families may ask to read it. About health write only that it is health.
referral-asked = Mentor
referral-asked-says = Asked for by the mentor. Each step is an answer on the mentor's phone.
referral-ask-waits = { $mentor } asked for this student: { $kind }.
referral-ask-answer = Answer the request with this referral
referral-from-ask = { $mentor } asks
referral-new-title = Referral for { $student }
referral-what = What for
referral-choose = Choose
referral-resource = From the directory
referral-resource-none = Somebody else
referral-suggested = Fits what is in the way
referral-others = Others
referral-to-other = Or somebody else: name or office
referral-begin = Begin with
referral-begin-word = { $word ->
    [requested] They have been asked
   *[draft] Being prepared: nobody has been asked yet
}
referral-add = Save referral
referral-step = Next step
referral-step-status = How far is it?
referral-step-do = Save step
referral-step-by = { $by }, { $moment } · seen to by { $owner }
referral-note = What was done
referral-answer = What the mentor reads
referral-answer-hint = On the mentor's phone at its next sync. When something is not possible, say why.
referral-history = History
referral-wrong = { $word ->
    [no_recipient] To whom? Choose from the directory or write a name. Nothing was saved.
    [too_long] A text is too long. Nothing was saved.
    [no_reason] The mentor asked for this: say why it is not possible. Nothing was saved.
    [not_next] That step does not follow from here. Nothing was saved.
    [no_consent] Nobody may be asked before there is consent. Say what allows it, or keep it in preparation. Nothing was saved.
    [no_outcome] Say what came of it before it is closed. Nothing was saved.
    [other_outcome] That outcome does not go with this step. Nothing was saved.
    [moved] Somebody took another step in between: look at the history below. Nothing was saved.
   *[unreadable] Something is missing. Nothing was saved.
}

## A child in danger

danger-not-here = May a child be in danger? That is no referral.
danger-whom = Whom to call now
staff-safety-title = A child may be in danger
staff-safety-call = Call now, in this order. Whoever suspects it reports it; nobody else can do it for you.
danger-none = Nobody is entered yet. Call the school office or the principal now, or 911. Then enter the contacts under Help.
danger-not-written = Nothing is written here but that this page was opened.

## Where help is to be had

resources-title = Where to find help
resources-lead = Services that help with what keeps students away. Call before you refer: numbers change.
resources-new = Add a service
resources-none = No service yet. Begin with the two or three that you call most.
resource-retired = no longer offered
resource-for = For: { $whom }
resource-verified = Last checked { $day }
resource-not-verified = Nobody has checked this yet
resource-change = Change a service
resource-back = All services
resource-wrong = A service needs a name, and no line more than { $max } characters. Nothing was saved.
resource-name = Name
resource-factors = Helps with
resource-eligibility = For whom
resource-hours = When open
resource-phone = Phone
resource-verified-day = Last checked on
resource-retire = No longer offer it. Referrals to it stay.
resource-save = Save service
resource-history = Earlier versions
resource-saved-by = { $by }, { $moment }

## A student's page

students-find-title = Find a student
student-title = Student
student-refer = Refer for help
student-record = Everything recorded, to print
student-attendance = Attendance
staff-student-calendar = Calendar
student-missing-refused = Too many days have no mark to say how much was missed.
staff-student-unmarked = Days without a mark: { $days }
contact-points-title = Whom to call
contact-points-none = The school has named nobody.
contact-point-restricted = Before you call: { $what }
contact-point-former = not named any more
contact-point-no-number = no number
contact-point-interpreter = with an interpreter, never the child
contact-point-hours = best { $hours }
contact-point-texts = texts are welcome
contact-point-no-texts = no texts
file-none = Nothing is recorded.
file-barriers = In the way
file-source = { $word ->
    [student] the student said so
    [family] the family said so
    [staff] staff said so
   *[mentor] seen by the mentor
}
file-over = over since { $day }
file-goals = Goals
file-matches = Mentors
file-from-to = { $first } to { $last }
file-since = since { $day }
file-timeline = What mentors recorded
file-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
file-outcome = { $word ->
    [reached_student] student reached
    [reached_guardian] family reached
    [left_message] message left
    [no_answer] no answer
    [wrong_number] wrong number
    [declined] did not want to talk
    [language_barrier] no common language
    [held] took place
    [shortened] shorter than planned
    [student_absent] the student did not come
    [mentor_absent] the mentor could not come
    [cancelled_by_school] the school needed the time
   *[other] { $word }
}
file-door = { $word ->
    [greeted] Greeted at the door
    [late] Late, greeted at the door
   *[not_seen] Not seen at the door
}
file-note = { $word ->
    [team] Note for the team
   *[match] Note for mentor and coordinator
}
file-note-sensitive = Sensitive note: only the coordinator sees it here
file-recognition = Praise: { $reason }, { $form }
file-ask = Asked the team: { $kind }
file-safety = A safety concern was raised; nothing more is written
file-taken-back = taken back
amendments-title = What the family adds to the record
amendment-new = Add a note for the family
amendment-says = A parent or an adult student may disagree with the record. Their words are kept and shown with it for as long as it is kept; the record itself is not changed.
amendment-by = From whom
amendment-day = Handed in on
amendment-text = In their words
amendment-do = Keep with the record
amendment-wrong = Name, day and text are needed. Nothing was saved.
amendment-from = { $who }, { $day } · written down by { $by }

## The record to print

staff-record-title = Record of { $student }
record-of = { $school } · as of { $day }
record-lead = Everything that Daymark holds about this student, sensitive notes included. Print it for the family's inspection only; that it was opened is noted.
record-name = Called
record-birthday = Born
record-language = Language at home
record-enrolled = Enrolled
record-official = The school's attendance record
record-status = { $word ->
    [present] present
    [tardy] late
    [early_departure] left early
    [partial] part of the day
    [absent_excused] absent, excused
    [absent_unexcused] absent, unexcused
    [absent_suspension] absent, suspended
   *[in_school_suspension] in-school suspension
}
record-accesses = Who looked at this record
record-access = { $word ->
    [student_viewed] page opened
    [student_record_printed] whole record opened
    [student_record_exported] whole record taken along
    [student_given_to_phone] went to the mentor's phone
    [student_taken_from_phone] left the mentor's phone
    [field_granted] one more field granted to the mentor's phone
    [field_grant_ended] grant to the mentor's phone ended
    [field_grant_ran_out] grant to the mentor's phone ran out
    [field_grants_viewed] grants to the mentor's phone looked at
    [glass_broken] opened by another school
    [glass_looked_behind] looked at by another school
    [glass_mended] closed by another school
    [number_viewed] number looked at
    [number_set] number checked or changed
    [referral_viewed] referral opened
    [referral_added] referral made
    [referral_step_taken] referral taken further
    [ask_answered] mentor's question answered
    [amendment_added] note of the family kept
    [match_added] matched with a mentor
    [match_ended] match ended
    [decision_added] decision of the team written down
    [decision_taken_back] decision taken back
    [action_added] action of the team written down
    [action_step_taken] action taken further
    [action_viewed] action opened
    [candidate_viewed] looked at as a candidate
    [candidate_decided] decided about as a candidate
    [mentee_profile_saved] profile for a mentor kept
    [mentors_suggested] mentors who fit looked at
    [pair_noted] what speaks for a mentor written down
    [match_viewed] match opened
    [match_proposed] match proposed
    [match_basis_set] said why the mentor may know
    [match_activated] match activated
    [match_paused] match rests
    [match_resumed] match goes on
    [wake_up_calls_set] wake-up calls begun or ended
    [match_end_expected] another last day of a match expected
    [proposal_withdrawn] proposed match withdrawn
    [family_told] told to the family
    [consent_recorded] consent written down
    [consent_withdrawn] consent taken back
    [family_letter_opened] letter to the family opened
    [closing_planned] ending planned
    [closing_step_noted] step of an ending noted
    [rematch_proposed] another mentor proposed
    [hand_over_written] hand-over written
    [match_reviewed] match reviewed
    [substitute_added] substitute found
    [substitute_renewed] substitute stays longer
    [match_carried_over] match taken into the new year
    [celebration_noted] celebrated
   *[other] { $word }
}
