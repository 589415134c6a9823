# The school team's meeting: packet, heat map, decisions, actions, minutes.

## The packet

meet-title = { $school } · team meeting
meet-step = Meeting
meet-as-of = As of { $day }
meet-marked = { $rate } of days marked
meet-not-synced = { $n ->
    [one] 1 match whose phone was not heard from this week
   *[other] { $n } matches whose phones were not heard from this week
}
meet-empty = No attendance has been recorded yet, so there is nothing to talk about. Import the school's attendance first.
meet-empty-do = Import attendance
meet-day = As of
meet-day-do = Show that day
meet-csv = Table for a spreadsheet
meet-wall = On the wall
meet-names = { $word ->
    [full] Names
    [initials] Initials only
   *[none] No names
}
meet-number = Student { $n }
meet-hidden = Not shown on the wall
meet-begin-says = Begin the meeting to write down decisions and actions beside each student.
meet-begin = Begin today's meeting
meet-held = Meeting of { $day }
meet-came-to = { $decisions ->
    [one] 1 decision
   *[other] { $decisions } decisions
}, { $actions ->
    [one] 1 action
   *[other] { $actions } actions
}
meet-record-link = Who is here, checks, notes
meet-record = Back to the meeting
meet-packet = Packet
meet-minutes = Minutes
meet-agenda = Agenda
meet-agenda-item = { $word ->
    [freshness] How fresh the record is
    [open_actions] Still open from before
    [mentor_leads] Mentor leads: how the mentors are
    [school_picture] The school as a whole
    [students] Student by student
    [early_signals] Early signals without a mentor
    [matches] Matches that need help
    [causes] What is in the way
    [asks] What mentors ask for
   *[bright_spots] Bright spots
}
meet-leads-none = Nothing is written down yet. Each mentor lead tells how the mentors are and what they need.
meet-leads-do = Write it down
meet-for-school = For the whole school

## The school as a whole

meet-was-last-year = { $rate } a year ago
meet-was = { $rate } 4 weeks ago
meet-ada = { $word ->
    [rarely_a_problem] average daily attendance; above 97 % there is rarely much chronic absence
    [tells_nothing] average daily attendance; between 93 % and 97 % it tells nothing about chronic absence
    [nearly_always_a_problem] average daily attendance; below 93 % there is nearly always much chronic absence
   *[other] average daily attendance
}
meet-came-and-went = in a week: { $came ->
    [one] 1 student newly chronic
   *[other] { $came } students newly chronic
}, { $went } no longer
meet-tile-help = { $n ->
    [one] match needs help
   *[other] matches need help
}
meet-trend = Chronic absence, week by week
meet-trend-says = Chronically absent: { $first } by { $from }, { $last } by { $to }.
meet-as-table = The same as a table
meet-trend-week = Up to
meet-trend-chronic = Chronic
meet-trend-ada = Daily attendance
meet-of = { $n } of { $of }
meet-grades = By grade
meet-grade = Grade
meet-grade-none = not stated
meet-enrolled = Enrolled
meet-weekdays = By day of the week
meet-weekday = Day
meet-missed = Missed
meet-dips = Days on which many stayed away
meet-dip = { $day }: { $rate } missed
meet-dips-says = On these at least twice as much was missed as on an average day. What was that day?

## Student by student

meet-students = Students with a mentor
meet-students-none = No student has a mentor yet.
meet-sort = Sort by
meet-col = { $word ->
    [name] Student
    [quarter] Attendance last quarter
    [september] Missed in September
    [missed] Missed to date
    [mentor] Mentor
    [notes] Notes
    [supports] Other direct supports
    [on_track] On track
    [contacts] Contacts this week
    [family] Family last reached
   *[referrals] Open referrals
}
meet-col-ten = Last 10 days
meet-quarter-says = Last quarter: the quarter of the school year before this one
meet-none = –
meet-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
meet-actions-open = { $n ->
    [one] 1 open action
   *[other] { $n } open actions
}
meet-on-track = { $word ->
    [off_track] off track
    [on_track] on track
   *[college_ready] college-ready
}
meet-ten-says = { $missed } of the last { $of } school days missed
meet-family-never = not yet

## Who needs something new

meet-signals-says = { $n ->
    [0] No student shows a signal without having a mentor.
    [one] 1 student shows a signal and has no mentor; new in the last seven days: { $new }.
   *[other] { $n } students show a signal and have no mentor; new in the last seven days: { $new }.
}
meet-signals-known = Known before: { $n }
meet-signals-do = Decide about candidates
meet-signal = { $word ->
    [two_in_ten] absent early: first 10 days
    [two_in_twenty] absent early: first 20 days
    [four_in_forty] absent early: first 40 days
    [september] absent in September
   *[prior_year_chronic] chronically absent last year
}
meet-signal-on = { $signal } ({ $day })
meet-help-none = Every match has what it needs.
meet-help = { $word ->
    [dosage_not_met] Fewer contacts than wanted, two weeks running.
    [no_family_contact] Family not reached for four weeks.
    [dead_number] A number does not work.
    [mentor_not_heard_from] Mentor's phone not heard from for a week.
    [no_phone_paired] Mentor has no phone paired.
    [support_overdue] Support check-in with the mentor is overdue.
   *[other] { $word }
}
meet-do-numbers = Repair numbers
meet-do-mentors = To the mentors
meet-do-support = Talk with mentors
meet-plans = Plans to revise
meet-plans-none = No plan calls for another try yet.
meet-plans-says = Wanted contacts were made for weeks and attendance has not improved. Try something else.
meet-plan = { $days } school days with the wanted contacts; missed { $before } before, { $now } now

## What mentors told

meet-causes-none = Mentors have told of no cause.
meet-cause-family = { $word ->
    [barrier] Something is in the way
    [aversion] School is hard to bear
    [disengagement] School does not pull
   *[misconception] A missed day does not seem to matter
}
meet-cause = { $cause }: { $n ->
    [one] 1 student
   *[other] { $n } students
}, { $new } told this week
meet-cause-shared = shared: one answer for several
meet-asks-none = No request waits.
meet-asks-more = { $n ->
    [one] 1 more came in since.
   *[other] { $n } more came in since.
}
meet-asks-do = Answer them
meet-referrals = Open referrals
meet-referrals-none = No referral is open.
meet-referrals-do = See to them
meet-due-on = due { $day }
meet-bright-none = Nothing yet this week. Small steps count: four absences last month, three this month.
meet-bright-days = { $least ->
    [true] at least { $n } days in a row
   *[false] { $n } days in a row
}
meet-bright-fewer = { $now } missed this week, { $before } last week
meet-recognitions = Recognised this week
meet-given = { $whom ->
    [family] family
   *[student] student
}: { $reason }, { $form }, { $day }
meet-notes-title = Notes for the team

## Decisions and actions

meet-entry = Write down a decision or an action
meet-entry-text = What is decided, or to be done
meet-entry-decision = Keep as a decision
meet-entry-action = Give it to somebody
meet-decision = Decision
meet-action = Action
meet-decisions = Decisions
meet-decisions-none = No decision is written down.
meet-owner = Who does it
meet-owner-none = Choose a person
meet-due = By when
meet-the-school = The school
meet-take-back = Take back
meet-take-back-of = Take back the decision about { $student }
meet-taken-back = taken back by { $by }
meet-wrong = { $word ->
    [no_text] Write what is decided or to be done.
    [too_long] This is too long. Shorten it and send it again.
    [no_owner] Choose who does it.
    [no_day] Choose a day by which it is done.
    [no_reason] Say why it will not be done.
    [not_next] It has ended already. Open it again first.
    [moved] Somebody changed it in between. Look at the history below and send again.
    [no_name] Give the group a name.
   *[unreadable] Something is missing. Choose again and send it once more.
}
meet-actions = Actions
meet-actions-step = Actions
meet-actions-back = All actions
meet-actions-which = { $word ->
    [mine] Mine
    [open] All open
   *[all] All
}
meet-actions-none = { $word ->
    [mine] You have nothing open. What others have to do stands under “All open”.
    [open] Nothing is open. Actions are written down during the meeting.
   *[all] No action is written down.
}
meet-action-what = What
meet-action-about = About
meet-action-title = Action
meet-action-meeting = From this meeting
meet-open-none = Nothing is open from before.
meet-open-says = { $n } open, { $overdue } overdue.
meet-state = { $word ->
    [open] Open
    [done] Done
   *[dropped] Will not be done
}
meet-step-title = How far is it?
meet-step-state = It is
meet-step-note = What was done, or why not
meet-step-do = Save
meet-step-by = { $by }, { $moment } · { $owner }, by { $due }

## The record of a meeting

meet-who = Who is here
meet-who-do = Save who is here
meet-here = Here
meet-others = Who else: nurse, partner agencies
meet-chair = Leads
meet-chair-other = Somebody else, or not said
meet-chair-name = Name of somebody else who leads
meet-checks = The four checks
meet-check = { $word ->
    [fixed_time_and_place] Same time and place as every week
    [principal_led] The principal leads
    [data_used] Decisions come from the data
   *[community_resources] Help from the community was drawn on
}
meet-check-holds = { $holds ->
    [true] yes
   *[false] no
}
meet-leads-says = A standing item: who supports the mentors tells how they are, who needs help, whom to thank.
meet-agenda-notes = Notes to the agenda
meet-note-do = Keep
meet-note-do-of = Keep the note: { $item }
meet-came-to-title = What it came to
meet-not-said = not said
meet-minutes-title = Minutes of { $day }
meet-past = Earlier meetings
meet-past-step = Earlier
meet-past-none = No meeting has been held here yet. Begin one from the packet.
meet-past-day = Day

## The heat map

meet-days-title = Student by day
meet-days-step = Heat map
meet-days-span = Days
meet-days-span-word = { $word ->
    [year] The whole year
   *[other] The last { $word } school days
}
meet-risk = How much was missed
meet-risk-word = { $word ->
    [any] Everybody
    [chronic] Chronic
    [severe] Severe
    [at_risk] At risk
   *[satisfactory] On track
}
meet-mentored = Mentor
meet-mentored-word = { $word ->
    [any] With or without
    [with] With a mentor
   *[without] Without a mentor
}
meet-order = Sort by
meet-order-word = { $word ->
    [missed] Missed this year
    [lately] Missed in these days
    [name] Name
    [grade] Grade
    [signals] Early signals
   *[outreach] Fewest contacts
}
meet-with-signal = With an early signal
meet-with-outreach = Show what mentors did
meet-found = Students { $first } to { $last } of { $of }
meet-found-none = No student fits. Choose fewer criteria.
meet-pages = Pages of students
meet-code = { $word ->
    [present] present
    [tardy] late
    [early_departure] left early
    [part_present] part missed, counts as present
    [part_absent] part missed, counts as absent
    [excused] absent, excused
    [unexcused] absent, unexcused
    [suspended] suspended out of school
    [suspended_in_school] suspended in school
    [unmarked] nothing recorded
   *[no_school] no school, or not enrolled
}
meet-outreach = { $word ->
    [s] mentor reached the student
    [f] mentor reached the family
   *[t] tried, reached nobody
}
meet-groups = Saved groups
meet-group-new = Save this group
meet-group-says = Whoever fits these criteria belongs to it, today and next week. Write no student's name into the group's name.
meet-group-name = Name of the group
meet-group-do = Save group
meet-group-owner = { $name } looks after them
meet-group-nobody = nobody looks after them yet
meet-group-retire = Remove
meet-group-retire-of = Remove the group { $name }
