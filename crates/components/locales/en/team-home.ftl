# The bar of all pages, pages that stay fresh, and the coordinator's first page.

## The bar

bar-group = { $group ->
    [work] Today's work
    [people] People
    [programme] Programme
   *[data] Data
}
bar-page = { $page ->
    [home] Home
    [week] Week
    [meeting] Meeting
    [actions] Actions
    [asks] Questions
    [referrals] Referrals
    [students] Students
    [candidates] Candidates
    [matches] Matches
    [staff] Mentors
    [support] Support
    [closing] Closing
    [planning] Plan
    [checklist] Checklist
    [kick-off] Kick-off
    [readiness] Readiness
    [reflections] Reflections
    [variants] Variants
    [reports] Reports
    [district] District
    [imports] Imports
    [numbers] Numbers
    [accounts] Accounts
   *[help] Help
}

## Pages that stay fresh

live-as-of = As of { $time }.
live-new = There is something new.
live-reload = Load it now
live-lost = The connection is gone: this page does not change until it is back.

## The first page

home-title = { $school } · today
home-open = { $n ->
    [0] Nothing waits.
    [one] 1 kind of work waits.
   *[other] { $n } kinds of work wait.
}
home-area = { $area ->
    [targeting] Who needs a mentor
    [recruiting] Mentors: found, screened, trained
    [matching] Matches
    [support] Contacts and support for mentors
    [notification] Families
    [integration] The team and its services
    [district] The year's steps
   *[documentation] Records
}
home-urgent = do this first
home-nothing = Nothing is open.
home-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}
home-do = { $task ->
    [candidates_undecided] Decide
    [students_without_mentor] Find a mentor
    [screenings_ending] Renew
    [agreements_ending] Renew
    [mentors_not_ready] See what is missing
    [matches_waiting] See what is missing
    [no_contact_this_week] Look at the week
    [contacts_missed_for_weeks] Look at the week
    [reviews_due] Review
    [check_ins_due] Check in
    [phones_silent] See the phones
    [entries_unread] See the phones
    [entries_handed_in] Look at what came
    [mentors_without_phone] Pair a phone
    [dead_numbers] Repair
    [notices_missing] Tell the families
    [asks_waiting] Answer
    [referrals_overdue] Follow up
    [referrals_open] Follow up
    [actions_overdue] See the actions
    [record_behind] Import
    [import_problems] See what was wrong
    [opened_elsewhere] See who and why
   *[steps_overdue] See the list
}
home-task = { $task ->
    [candidates_undecided] { $n ->
        [one] 1 candidate without a decision
       *[other] { $n } candidates without a decision
    }
    [students_without_mentor] { $n ->
        [one] 1 student is to be matched and has no mentor
       *[other] { $n } students are to be matched and have no mentor
    }
    [screenings_ending] { $n ->
        [one] 1 mentor has a screening or training that ends within 30 days
       *[other] { $n } mentors have a screening or training that ends within 30 days
    }
    [agreements_ending] { $n ->
        [one] 1 agreement ends within 30 days
       *[other] { $n } agreements end within 30 days
    }
    [mentors_not_ready] { $n ->
        [one] 1 mentor lacks something before a student's record may be on the phone
       *[other] { $n } mentors lack something before a student's record may be on the phone
    }
    [matches_waiting] { $n ->
        [one] 1 match is proposed and not active
       *[other] { $n } matches are proposed and not active
    }
    [no_contact_this_week] { $n ->
        [one] 1 match without contact this week
       *[other] { $n } matches without contact this week
    }
    [contacts_missed_for_weeks] { $n ->
        [one] 1 match has missed the wanted contacts for weeks
       *[other] { $n } matches have missed the wanted contacts for weeks
    }
    [reviews_due] { $n ->
        [one] 1 review after 60 days is due
       *[other] { $n } reviews after 60 days are due
    }
    [check_ins_due] { $n ->
        [one] 1 check-in with a mentor is due
       *[other] { $n } check-ins with mentors are due
    }
    [phones_silent] { $n ->
        [one] 1 mentor's phone was not heard from for a week
       *[other] { $n } mentors' phones were not heard from for a week
    }
    [entries_unread] { $n ->
        [one] Something that 1 mentor's phone sent could not be read
       *[other] Something that { $n } mentors' phones sent could not be read
    }
    [entries_handed_in] { $n ->
        [one] 1 mentor who left handed in entries that nobody has looked at
       *[other] { $n } mentors who left handed in entries that nobody has looked at
    }
    [mentors_without_phone] { $n ->
        [one] 1 mentor has students and no phone
       *[other] { $n } mentors have students and no phone
    }
    [dead_numbers] { $n ->
        [one] 1 number does not work
       *[other] { $n } numbers do not work
    }
    [notices_missing] { $n ->
        [one] 1 family has not been told yet
       *[other] { $n } families have not been told yet
    }
    [asks_waiting] { $n ->
        [one] 1 question of a mentor waits
       *[other] { $n } questions of mentors wait
    }
    [referrals_overdue] { $n ->
        [one] 1 referral is past its day
       *[other] { $n } referrals are past their day
    }
    [referrals_open] { $n ->
        [one] 1 referral is under way
       *[other] { $n } referrals are under way
    }
    [actions_overdue] { $n ->
        [one] 1 action of the team is past its day
       *[other] { $n } actions of the team are past their day
    }
    [record_behind] { $n ->
        [one] The school's record is 1 school day behind
       *[other] The school's record is { $n } school days behind
    }
    [import_problems] { $n ->
        [one] The newest import of 1 kind of file was refused or left rows out
       *[other] The newest imports of { $n } kinds of files were refused or left rows out
    }
    [opened_elsewhere] { $n ->
        [one] 1 of our students was opened by another school this week
       *[other] { $n } of our students were opened by another school this week
    }
   *[steps_overdue] { $n ->
        [one] 1 step of the year is past its day
       *[other] { $n } steps of the year are past their day
    }
}
home-record-to = School record complete to { $day }
home-record-none = No attendance is imported yet

## The first steps of a school

home-first-title = First steps
home-first-lead = { $done } of { $of } done. In this order nothing has to be done twice.
home-first-done = done
home-first-next = next
home-first-open = open
home-first-step = { $step ->
    [help_numbers] Say whom mentors call when a student may not be safe
    [roster] Bring in the roster: students, guardians, enrollments
    [calendar] Bring in the school calendar
    [attendance] Bring in attendance
    [candidates] Decide who needs a mentor
    [mentor] Add the first mentor
    [agreement] Let the mentor read and sign the confidentiality agreement
    [match] Make the first match
   *[phone] Pair the mentor's phone
}
home-first-why = { $step ->
    [help_numbers] It is on every mentor's phone, also without a network.
    [roster] A OneRoster set from the school's system. You see what it would do before anything is stored.
    [calendar] Only days of school count.
    [attendance] From last year on, if there is a file: it shows who was chronically absent.
    [candidates] The list names who missed too much, and why the name is there.
    [mentor] Somebody whom students meet in the building.
    [agreement] Before that, no student's record reaches a phone.
    [match] One student, one adult. You say why these two.
   *[phone] A code that works once, for ten minutes.
}
