# The district's pages, reports as pages, and what leaves the house.


## The district

district-title = The district
district-tabs = Pages of the district
district-tab = { $page ->
    [impact] Impact
    [variants] Variants
    [readiness] Readiness
    [self-check] Five supports
    [agreements] Sharing
    [disclosures] What was given
    [access] Who looked
   *[district] Schools
}
district-sub = Figures of { $month } for { $n } schools. No student is named here.
district-sub-none = { $n } schools. No student is named here.
district-month = Month
district-show = Show
district-no-month = There is no month to read yet. The figures of a month can be read { $days } days after it ends: whole months only, so that no two days held side by side tell of a few students. Until then, see that each school imports its attendance and answers how ready it is.
district-note = In a few words (no names)
district-history = What was said before
district-said-by = { $by }, { $day }
district-moment = { $day }, { $time } UTC
district-wrong = { $word ->
    [no_answer] Not saved yet: choose an answer to every question. What you chose is still there.
    [too_long] Not saved yet: a text is too long. Shorten it; what you typed is still there.
    [empty] Not done yet: a field is empty. Fill it in; what you typed is still there.
    [no_date] Not saved yet: a date is missing or cannot be read. Write it as 2026-05-31.
    [no_time] Not saved yet: the last day must not lie before the first, and must not have passed.
    [no_agreement] No file was given: this agreement does not hold today. Write down another one first.
   *[no_such_key] No student has this key. Check it against the district's export.
}
district-caseload = Students for each mentor
district-caseload-of = { $n ->
    [one] 1 student
   *[other] { $n } students
}
district-tile-chronic = chronically absent: { $n } of { $of } students
district-tile-half = of { $of } schools hold half of them
district-tile-gap = { $n ->
    [one] more mentors needed, at 1 student each
   *[other] more mentors needed, at { $n } students each
}
district-tile-placed = of { $of } mentors have a student today
district-tile-record = is how far every school's record reaches
district-first = { $n ->
    [one] This school holds half of the district's chronically absent students: { $names }. Begin there.
   *[other] These { $n } schools hold half of the district's chronically absent students: { $names }. Begin there.
}
district-no-first = Which schools hold half of them cannot be said: too few students are counted, or nobody is chronically absent.
district-schools = Schools, the one with the most first
district-col = { $word ->
    [school] School
    [chronic] Chronically absent
    [share] Share of the district's
    [cumulative] With those above
    [mentors] Mentors today
    [gap] Mentors missing
    [readiness] Readiness
    [record] Record through
   *[grade] Grade
}
district-level = { $level ->
    [extreme] 30 % or more
   *[severe] 20 % or more
}
district-hidden = not shown: fewer than 10, or it would tell of others
district-chronic-of = { $n } of { $of } students, { $severe } severe
district-gap = { $n ->
    [one] 1 mentor
   *[other] { $n } mentors
}
district-gap-for = for { $n } without one
district-no-gap = none
district-supply = { $internal } of the school, { $partners } from outside, { $unknown } not stated; { $placed } with a student
district-ready = { $n } of { $of } in place
district-ready-none = not answered yet
district-record-none = nothing imported yet
district-priority = Grades in which school begins or changes
district-priority-lead = Kindergarten and grades 1, 6 and 9: a mentor can change most there.
district-priority-none = No such grade can be shown.
district-groups = Groups of students
district-groups-lead = Each way to divide the district's students, by itself. A group of fewer than { $n } is not shown, nor what would tell of it.

## Impact

impact-title = What can be said of the effect
impact-caution = Read this first
impact-caution-lot = Students were not given a mentor by lot. These figures describe what happened; they do not prove why. No analysis of the programme's best-known study met the standards of the What Works Clearinghouse.
impact-caution-mean = Students are chosen when they miss the most. Some would have come back without a mentor.
impact-baseline = { $word ->
    [last_year_to_date] Each student is held against the same months of last year.
   *[before_match] Nothing is known of last year: each student is held against this year before the match. Absence has its seasons.
}
impact-design = { $word ->
    [own_past] How it was made: students against their own past, without a group to compare with. The weakest design.
    [dosage_split] How it was made: by how often students were met, against their own past. Nobody assigned that; a secondary figure.
   *[matched_against_unmatched] How it was made: the change of matched students less the change of eligible students without a mentor, same school and band of grades. Everybody who ever had a mentor counts as matched.
}
impact-tile-cohort = students ever had a mentor this year: { $active } now, { $closed } no longer
impact-tile-change = points of days missed, on average ({ $n } students). Less is better.
impact-tile-days = days gained, { $each } for each student
impact-tile-dosage = of weeks with the wanted contacts
impact-tile-unmatched = eligible students never had a mentor
impact-by = { $by ->
    [school] By school
    [grade_band] By band of grades
    [dosage] By how often they were met
    [mentor_type] By where mentors come from
   *[variant] By what was tried
}
impact-chart = { $by ->
    [school] Days missed before and now, by school; the table below says the same
    [grade_band] Days missed before and now, by band of grades; the table below says the same
    [dosage] Days missed before and now, by contacts; the table below says the same
    [mentor_type] Days missed before and now, by where mentors come from; the table below says the same
   *[variant] Days missed before and now, by what was tried; the table below says the same
}
impact-before = days missed before
impact-now = days missed now
impact-col = { $word ->
    [group] Group
    [students] Students
    [before] Missed before
    [now] Missed now
    [change] Change in points
    [days] Days gained
    [directions] Better, same, worse
   *[movements] Recovered, entered
}
impact-students = { $n } of { $of }
impact-each = { $n } each
impact-directions = { $improved } better, { $same } same, { $worse } worse
impact-movements = { $recovered } recovered, { $entered } entered
impact-excluded = { $why ->
    [no_baseline] { $n } without last year
    [no_school_day] { $n } without a school day
    [too_few_days] { $n } with too few days
    [too_many_unmarked] { $n } with too many unmarked days
    [no_band] { $n } without a grade
   *[no_comparison] { $n } with nobody to compare with
}
impact-comparison = Beside eligible students without a mentor
impact-difference = { $points } points: { $days } days of a school year
impact-difference-of = { $matched } matched students went from { $matched_before } to { $matched_now }; { $unmatched } without a mentor from { $unmatched_before } to { $unmatched_now }.
impact-no-comparison = There is nobody to compare with, or fewer than { $n } students are in a group.
impact-barriers = What stood in the way
impact-barrier = { $word ->
    [barrier] Something in the way, such as health, transport or housing: { $n } students ({ $percent })
    [aversion] School is hard to bear: { $n } students ({ $percent })
    [disengagement] School does not hold them: { $n } students ({ $percent })
   *[misconception] Days are thought not to matter: { $n } students ({ $percent })
}
impact-referrals = Help that others gave
impact-referrals-opened = Referrals of matched students made this year: { $n }
impact-referrals-open = Under way now: { $n }
impact-referrals-closed = Ended this year: { $n }, half of them within { $days } days
impact-referrals-none-closed = None has ended this year.
impact-words = What the schools wrote of this month
impact-words-none = No school has written anything of this month yet. A principal or coordinator does so under Reports, What the month taught.

## Variants

variants-title = What was tried
variants-lead = Matches that try one way of mentoring beside those that try another. A student stays with what the first match of the year tried.
variants-none = No match tries anything in particular yet. Coordinators say what a match tries on their page of variants.
variants-staff-title = What our matches try
variants-staff-lead = Part of the learning agenda: agree with your captain on two or three ways, give each a short name without a person in it, and say here which match tries which. The captain compares groups, never students.
variants-no-match = There is no match yet. Begin with a mentor and a student.
variants-col = { $word ->
    [student] Student
    [mentor] Mentor
   *[variant] What it tries
}
variants-of = What the match of { $student } tries
variants-save = Save
variants-changes = changed before; said { $n } times

## Readiness

readiness-title = How ready our school is
readiness-lead = Five questions. The captain reads the answers beside the need, to see where to begin. Each save is kept.
readiness-none = Nothing was answered yet.
readiness-save = Save the answers
readiness-district-title = How ready the schools are
readiness-district-lead = Each school's principal or coordinator answers for it. Ask those who have not.
readiness-answered = Answered
readiness-question = { $word ->
    [need] Need
    [committed_principal] A committed principal
    [support_staff] Staff for those who need more
    [working_team] A team that works
   *[partners] Partners
}
readiness-about = { $word ->
    [need] Are there students here for whom a mentor would change something?
    [committed_principal] Does the principal lead the weekly meeting and stand behind the mentors?
    [support_staff] Is there a social worker, a nurse or a counsellor for students who need more than a mentor?
    [working_team] Does a team look at attendance every week already?
   *[partners] Do others come into the school who could bring mentors or help?
}
readiness-answer = { $word ->
    [yes] Yes
    [partly] Partly
   *[not_yet] Not yet
}

## What a month taught

reflection-title = What the month taught
reflection-lead = Beside the month's figures, in your own words. The captain reads them: write no names, and nothing by which a student could be recognised.
reflection-figures = The month's figures of our school
reflection-prompt = { $word ->
    [worked] What worked?
    [did_not] What did not?
   *[change] What will you change?
}
reflection-save = Save
reflection-by = Last written by { $by }, { $moment }

## The five supports

self-check-title = The five supports
self-check-sub = What a district gives its schools, as the captain sees it
self-check-lead = Look at them together two or three times a year. Each save is kept with its day.
self-check-none = Nothing was written down yet. Begin below.
self-check-new = How do they stand today?
self-check-save = Save today's look
self-check-col = Support
self-check-support = { $word ->
    [actionable_data] Data that can be acted on
    [positive_engagement] Warm welcome
    [capacity_building] Learning how
    [shared_accountability] Everybody answers for a part
   *[partnerships] Partners
}
self-check-about = { $word ->
    [actionable_data] Every school sees who is missing how much, in time and in the same way.
    [positive_engagement] Families and students are met with warmth before anything else.
    [capacity_building] Principals, teams and mentors learn how it is done, and go on learning.
    [shared_accountability] Attendance stands in the goals of the district, of each school and of each partner.
   *[partnerships] City agencies and others help with what stands in the way.
}
self-check-standing = { $word ->
    [not_yet] Not yet
    [begun] Begun
    [some_schools] At some schools
   *[all_schools] At all schools
}

## Sharing

sharing-title = Sharing with partners
sharing-sub = Counts only, and only on an agreement with an end
sharing-lead = A file of counts may leave the district only while a written agreement holds. Write down who the partner is, what the counts are for, and by when the partner destroys them.
sharing-none = There is no agreement yet.
sharing-standing = { $word ->
    [holds] holds
    [ahead] not yet
   *[over] over
}
sharing-period = From { $first } to { $last }. Written down by { $by }.
sharing-new = Write down an agreement
sharing-partner = Partner
sharing-purpose = What the counts are for
sharing-first = First day
sharing-last = Last day: the partner destroys them by then
sharing-add = Write it down
sharing-one-sub = Agreement with a partner
sharing-ended = Ended on { $day }.
sharing-end = End this agreement today
share-title = Give a file
share-lead = Counts of students by school and group. No number from 1 to 9 is in it, and none that would tell one. Each file says whose copy it is and is written down below.
share-of = Of
share-district = The district
share-face = As
share-do = Give the file
disclosure-title = Files that were given
disclosure-none = Nothing was given yet.
disclosure-log = What was given to others
disclosure-sub = Every file that left the district, with its agreement
disclosure-lead = Kept for as long as the records themselves. Nothing in this list can be changed or removed.
disclosure-col = { $word ->
    [when] When
    [to] To whom, what for
    [what] What
    [by] By
   *[digest] Fingerprint
}
disclosure-what = { $scope }, { $month }, { $face }

## Who looked

access-log-title = Who looked at what
access-log-sub = Every look at a student's record, every change, every file
access-log-lead = The latest first; times are UTC. Students stand here by their key in the district's export, never by name.
access-log-person = Who
access-log-everybody = Everybody
access-log-kind = What
access-log-everything = Everything
access-log-school = School
access-log-all-schools = All schools
access-log-from = From
access-log-until = To
access-log-key = A student's key in the export
access-log-find = Show this record's
access-log-of = Only what was done with the record { $key }.
access-log-of-all = Show everything
access-log-csv = Save as a file (CSV)
access-log-older = Older
access-log-none = Nothing fits. Choose less to narrow by.
access-log-nobody = the server
access-log-phone = by phone
access-log-col = { $word ->
    [when] When
    [who] Who
    [what] What
    [student] Student's key
   *[school] School
}
access-log-what = { $word ->
    [week_viewed] opened the week
    [home_viewed] opened the tasks
    [student_viewed] opened a student's page
    [student_record_printed] printed a student's record
    [student_record_exported] saved a student's record
    [amendment_added] added a family's statement
    [referrals_viewed] opened the referrals
    [referral_viewed] opened a referral
    [referral_added] made a referral
    [referral_step_taken] took a referral further
    [safety_contacts_viewed] opened whom to call
    [asks_viewed] opened the requests
    [ask_answered] answered a request
    [match_added] made a match
    [match_viewed] opened a match
    [match_ended] ended a match
    [match_basis_set] set why a mentor may see a student
    [mentor_viewed] opened a mentor's page
    [phone_refused] said that a phone's words differ
    [phone_revoked] shut a phone out
    [handed_in_looked_at] looked at what a phone handed in after its mentor had left
    [guardian_set] changed a family contact
    [number_viewed] opened a number
    [numbers_viewed] opened the numbers
    [number_set] changed a number
    [meeting_viewed] opened a meeting
    [minutes_viewed] opened minutes
    [packet_viewed] opened the weekly packet
    [packet_exported] saved the weekly packet
    [decision_added] wrote down a decision
    [actions_viewed] opened the actions
    [report_made] made a report
    [report_viewed] read a report
    [report_exported] saved a report
    [report_frozen] froze a report
    [variants_viewed] opened the variants
    [access_log_viewed] opened this log
    [access_log_exported] saved this log
    [field_granted] granted a mentor's phone one more field
    [field_grant_ended] ended what was granted to a mentor's phone
    [field_grant_ran_out] what was granted to a mentor's phone ran out
    [field_grants_viewed] opened what is granted to a mentor's phone
    [glass_broken] opened a student of another school
    [glass_looked_behind] looked at a student of another school
    [glass_mended] closed a student of another school
    [glasses_viewed] opened the list of students opened elsewhere
    [signed_in] signed in
    [sign_in_held_up] failed to sign in too often
    [factor_changed] changed a second step
    [password_changed] changed a password
    [role_changed] got another role
    [account_added] got an account
    [account_connected] was connected with the district
    [account_disconnected] took an account's connection with the district away
    [password_set_by_code] chose a password by a code
    [account_disabled] shut an account out
    [connect_link_made] made a link for an account
    [district_refused] was refused by the district's groups
    [access_blanked] erased whom earlier rows were about
   *[other] { $plain }
}

## Reports

reports-title = Reports
reports-sub = Each with its rules, to read, to save and to keep
reports-lead = A report is made from the record each time it is opened. Freeze one when you give it out: it then stays as it was. Every look and every file is written down.
reports-frozen = Frozen reports
reports-frozen-none = Nothing was frozen yet.
report-title = { $word ->
    [attendance] Attendance
    [early-signals] Early signals
    [candidates] Candidates
    [weekly-packet] Weekly packet
    [satt] School tables (SATT)
    [datt] District tables (DATT)
    [monthly-impact] Monthly impact
    [needs-assessment] Needs assessment
    [heat-map] Heat map
    [dosage] Contacts
    [weekday-pattern] Days of the week
    [variants] What was tried
   *[share] Counts for partners
}
report-about = { $word ->
    [attendance] Who missed how much of school: days, rate, tier and signals of each student.
    [early-signals] Students whose first weeks, or last year, say that this year may go wrong.
    [candidates] Students who might be given a mentor: which rule fired and the numbers behind it, and who needs other help first.
    [weekly-packet] What the team has on the table each week.
    [satt] The school's students by tier, by year and by group. Small groups are not shown.
    [datt] Students by tier, by year, school and group. Small groups are not shown.
    [monthly-impact] What can be said of the programme's effect. Students were not given a mentor by lot: the figures describe and do not prove.
    [needs-assessment] Where the chronically absent students are, and how many mentors there are for them.
    [heat-map] Students and school days with a sign for each day.
    [dosage] Three contacts a week: by match and by mentor.
    [weekday-pattern] On which days of the week absence falls, by school and grade.
    [variants] Matches that try one way beside those that try another.
   *[share] Counts by school and group without a small number.
}
report-as-of = As of { $day }
report-frozen-by = Frozen by { $by }, { $moment }, number { $n }
report-questions = Questions to read it with
report-question = { $word ->
    [better] Is it getting better or worse?
    [grades] Which grades, which years of students?
    [schools] Do schools differ?
    [subgroups] Which groups? Look at the percentage and at the count: both matter.
   *[who] Who exactly? The school knows: in its own list of attendance.
}
report-day = As of (empty: the last recorded day)
report-no-day = This is no date. Write it as 2026-02-05.
report-nothing = There is nothing to report yet. Import attendance first; the district's months can be read a week after they end.
report-empty = The report has no row: nobody fits what it looks for.
report-csv = Save for a spreadsheet (CSV)
report-json = Save as JSON
report-csv-keys = Save with the students' keys (CSV)
report-json-keys = Save with the students' keys (JSON)
report-freeze = Freeze
report-marked = Each file carries your name and the time, and is written down.
report-marked-students = This report tells of students. A file gives them names that hold in it alone and leaves out grades that few share; one with their keys stays inside of the team. Each file carries your name and the time, and is written down.
report-by = { $by ->
    [all] All students
    [district] The district
    [school] By school
    [grade] By grade
    [race_ethnicity] By race and ethnicity
    [special_education] By special education
    [english_learner] By learning English
    [lunch] By lunch
    [gender] By gender
    [zip] By zip code
    [grade_band] By band of grades
    [dosage] By contacts
    [mentor_type] By where mentors come from
   *[variant] By what was tried
}
report-column = { $word ->
    [school_id] School
    [student_id] Student's key
    [group] Group
    [hidden] Not shown
    [grade] Grade
    [year] Year
    [enrolled] Enrolled
    [without_tier] Too few days to say
    [satisfactory] Satisfactory
    [at_risk] At risk
    [moderate] Moderate
    [severe] Severe
    [chronic] Chronic
    [satisfactory_percent] Satisfactory, %
    [at_risk_percent] At risk, %
    [moderate_percent] Moderate, %
    [severe_percent] Severe, %
    [chronic_percent] Chronic, %
    [level] How widespread
    [share_percent] Share of the district's, %
    [cumulative_percent] With those above, %
    [mentors] Mentors with a student
    [matched_students] Students with a mentor
    [chronic_unmatched] Chronic without a mentor
    [enrolled_days] Enrolled days
    [absent_days] Days missed
    [unmarked_days] Days unmarked
    [tardies] Times late
    [rate_percent] Missed, %
    [tier] Tier
    [provisional] Provisional
    [signals] Signals
    [rule] Rule
    [rules] Rules
    [fired_on] Since
    [days] Days
    [working] Working
    [design] How it was made
    [students] Students
    [looked_at] Looked at
    [mean_before_percent] Mean before, %
    [mean_now_percent] Mean now, %
    [median_before_percent] Median before, %
    [median_now_percent] Median now, %
    [mean_change_points] Change, points
    [days_gained] Days gained
    [days_gained_each] Days gained each
    [improved] Better
    [same] Same
    [worse] Worse
    [recovered] Recovered
    [entered] Entered
    [caution] Caution
    [mentor] Mentor
    [start] From
    [end] Until
    [weeks_met] Weeks met
    [weeks_applicable] Weeks that count
    [met_percent] Weeks met, %
    [met_when_present_percent] Met when at school, %
    [dates_reached] Dates reached
    [attempts] Attempts
    [family_contacts] Family contacts
    [this_week_done] This week
    [this_week_wanted] Wanted
    [weeks_missed_running] Weeks missed running
    [needs_help] Needs help
    [last_reached] Last reached
    [last_family_contact] Last family contact
    [weekday] Day
    [mondays_and_fridays_percent] On Mondays and Fridays, %
    [even_percent] If it fell evenly, %
    [not_chronic] Not chronic
    [almost_never_attends] Almost never attends
    [concerns] Concerns
    [priority_grade] Priority grade
    [matched] Has a mentor
    [attendance_previous_quarter_percent] Attendance, last quarter, %
    [september_days_absent] Missed in September
    [last_ten_days] Last ten days
    [contacts_this_week] Contacts this week
    [contacts_wanted] Wanted
    [barriers] In the way
    [on_track] On track
    [team_notes_this_week] Notes this week
    [mentor_type] where mentors come from
    [referrals] referrals
    [extra_supports] Other help
    [open_referrals] Open referrals
    [open_actions] Open actions
   *[other] { $plain }
}
report-value = { $word ->
    [true] yes
    [false] no
    [yes] yes
    [no] no
    [all] all
    [district] the district
    [not_stated] not stated
    [other_grades] other grades
    [ordinary] ordinary
    [severe] severe
    [extreme] extreme
    [satisfactory] satisfactory
    [at_risk] at risk
    [moderate] moderate
    [not_enough_data] too few days to say
    [not_applicable] no school day yet
    [free] free
    [reduced] reduced
    [paid] paid
    [male] male
    [female] female
    [unspecified] not specified
    [elementary] to grade 5
    [middle] grades 6 to 8
    [high] grades 9 to 12
    [no_band] without a grade
    [had_dosage] met often enough
    [had_less] met less often
    [ever_matched] everybody who ever had a mentor
    [no_variant] nothing in particular
    [monday] Monday
    [tuesday] Tuesday
    [wednesday] Wednesday
    [thursday] Thursday
    [friday] Friday
    [two_in_ten] 2 missed in the first 10 days
    [two_in_twenty] 2 missed in the first 20 days
    [four_in_forty] 4 missed in the first 40 days
    [prior_year_chronic] chronic last year
    [chronic_now] chronic now
    [on_track] on track
    [off_track] off track
    [college_ready] ready for college
    [black] Black
    [white] White
    [asian] Asian
    [hispanic] Hispanic
   *[other] { $plain }
}
report-definition = { $comparator ->
    [more_than] Chronically absent: more than { $percent } % of the enrolled school days so far missed for any reason, with at least { $days } enrolled days.
   *[at_least] Chronically absent: at least { $percent } % of the enrolled school days so far missed for any reason, with at least { $days } enrolled days.
}
report-working = How it was worked out
report-rules = Rules of version { $n }. Numbers are whole days; a share is compared exactly and only then rounded.
report-fresh = { $school }: recorded through { $day }, { $percent } of days marked
report-not-fresh = { $school }: nothing recorded
report-settings = All settings of this report
report-not-recorded = Not in this report: { $names }.
setting-name = { $key ->
    [chronic_comparator] Exactly at the chronic limit
    [minimum_enrolled_days] Least enrolled days
    [half_day_rule] A day missed in part
    [out_of_school_suspension] A suspension out of school
    [in_school_suspension] A suspension in school
    [missing_marks] A day without a mark
    [label_refused_above_missing_percent] No tier above so many days without a mark, %
    [five_percent_is] Exactly at the at-risk limit
    [at_risk_from_percent] At risk from, %
    [chronic_from_percent] Chronic from, %
    [severe_from_percent] Severe from, %
    [school_severe_from_percent] A school's absence is severe from, %
    [school_extreme_from_percent] A school's absence is extreme from, %
    [fixed_count_days] Chronic by number alone, days
    [signals_start] Early signals are counted from
    [signal_first_absences] First signal: days missed
    [signal_first_days] First signal: in the first days
    [signal_second_absences] Second signal: days missed
    [signal_second_days] Second signal: in the first days
    [signal_third_absences] Third signal: days missed
    [signal_third_days] Third signal: in the first days
    [signal_september_absences] Signal of September: days missed (0: not used)
    [prior_year_signal] Last year's chronic absence is a signal
    [near_zero_from_percent] Almost never attends: missed from, %
    [near_zero_days] Almost never attends: of the last days
    [school_year_starts] The school year starts on
    [small_group_minimum] Smallest group that is shown
    [texting] Whom mentors may text
    [contacts_wanted_per_week] Contacts wanted a week
    [duplicate_contact_minutes] Entries of two phones are one contact within, minutes
    [dosage_missed_weeks] A match needs help from so many missed weeks
    [abc_attendance_below_percent] Sixth grade: attendance below, %
    [abc_behaviour_marks] Sixth grade: behavior marks
    [abc_course_failures] Failed courses
    [diplomas_now_attendance_percent] Diplomas Now: attendance, %
    [diplomas_now_comparator] Diplomas Now: exactly at the limit
    [diplomas_now_suspended_days] Diplomas Now: days suspended
    [prevention_from_percent] Prevention: attendance from, %
    [on_track_above_percent] On track above, %
    [college_ready_above_percent] Ready for college above, %
    [on_track_limit_is] Exactly at the on-track limit
    [check_tardies] Times late in a month
    [check_tardies_percent] Late, %
    [check_missed_classes] Classes missed in a month
    [check_missed_classes_percent] Classes missed, %
    [check_absences] Full days missed in a month
    [check_absences_percent] Days missed in a month, %
    [check_behaviour_referrals] Referrals for behavior in a month
    [check_detentions] Detentions in a month
    [check_in_school_suspensions] Suspensions in school in a month
    [check_out_of_school_suspension_days] Days suspended out of school in a month
    [check_ds] Grades of D
    [check_fs] Grades of F
    [check_credits_below_percent] Credits below, %
    [improvement_same_within_points] Counts as the same within, points
    [before_after_minimum_days] Least days before and after the match
    [impact_days_in_year] School days of a year
    [impact_small_group] Too small to conclude from below, students
    [dosage_split_percent] Met often enough from, % of weeks
    [revise_plan_after_days] The plan is revised after, school days
    [barrier_shared_students] A cause counts as shared from, students
    [barrier_shared_percent] A cause counts as shared from, %
   *[other] { $key }
}
setting-value = { $word ->
    [at_least] chronic
    [more_than] not yet chronic
    [miss_ge_half_is_absent] an absence when half of it or more was missed
    [attend_ge_half_is_present] present when half of it or more was attended
    [fractional] the part that was missed
    [absent] an absence
    [not_absent] no absence
    [present] present
    [absent_from_half_day] an absence from half a day on
    [exclude] does not count
    [own_first_day] the student's first day
    [school_first_day] the school's first day
    [alone] by itself
    [with_two_absences] with two days missed in the first 20
    [off] nobody
    [guardians] guardians
    [students_with_guardian] students, with a guardian
    [satisfactory] satisfactory
    [at_risk] at risk
    [off_track] off track
    [on_track] on track
   *[other] { $word }
}
working-rule = { $word ->
    [absence_rate] Missed
    [two_in_ten] First signal
    [two_in_twenty] Second signal
    [four_in_forty] Third signal
    [september] Signal of September
    [prior_year_chronic] Chronic last year
    [almost_never_attends] Almost never attends
    [contact_dosage] Weeks with the wanted contacts
    [shared_barrier] Shared cause
    [own_past] Against their own past
    [dosage_split] By how often they were met
    [matched_against_unmatched] Beside students without a mentor
   *[other] { $plain }
}
working-unit = { $word ->
    [days] days
    [students] students
    [weeks] weeks
    [matched_students] matched students
   *[other] { $plain }
}
working-count = { $rule }: { $n } of { $of } { $unit }
working-count-alone = { $rule }: { $n } { $unit }
working-unmarked = { $n } more without a mark
working-setting = { $name }: { $value }
working-through = recorded through { $day }
working-nothing-recorded = nothing recorded yet
working-criterion = { $setting }: { $seen } ({ $side ->
    [from] counts from { $limit }
    [below] counts below { $limit }
   *[up_to] counts up to { $limit }
})
district-first-shown = Of the schools that can be shown, these have the most chronically absent students: { $names }. The others are too small to be named beside them.
reports-beside = Beside the figures
reports-beside-page = { $page ->
    [reflections] What the month taught
    [readiness] How ready our school is
   *[variants] What our matches try
}
share-face-word = { $word ->
    [csv] Rows for a spreadsheet (CSV)
   *[json] For programs (JSON)
}
