### Mentors from the first question to leaving: what they need, what is done, and whether students reach their phones.

mentors-title = Mentors
mentors-count = { $n ->
    [one] 1 mentor
   *[other] { $n } mentors
} · room for { $open ->
    [one] 1 more student
   *[other] { $open } more students
}
mentors-none = No mentor yet. Add the first one below: a name is enough to begin with.
mentors-none-here = No mentor stands here now.
mentors-filters = Which mentors
mentors-filter = { $word ->
    [here] All
    [attention] Something runs out or is missing
    [prospect] Prospects
    [applied] Applied
    [screened] Screened
    [trained] Trained
    [ready] Ready
    [matched] With students
    [paused] Paused
   *[left] Left
} ({ $n })
# `MentorState`.
mentors-state = { $word ->
    [prospect] Prospect
    [applied] Applied
    [screened] Screened
    [trained] Trained
    [ready] Ready
    [matched] With students
    [paused] Paused
   *[left] Left
}
# `MentorType`.
mentors-kind = { $word ->
    [school_staff] School staff
    [partner_staff] Staff of a partner
    [national_service] National service
    [college_work_study] College work-study
    [graduate_intern] Graduate intern
    [retiree] Retiree
    [parent_volunteer] Parent volunteer
    [community_volunteer] Community volunteer
   *[peer] Older student
}
mentors-col-mentor = Mentor
mentors-col-state = How far
mentors-col-missing = Missing or running out
mentors-col-students = Students
mentors-col-phone = Phone last heard from
mentors-col-shut = Shut out
# `ClearanceGap`.
mentors-gap = { $word ->
    [agreement] Confidentiality agreement
    [background_check] Background check
    [suitability] Suitability talk
    [training] Required training
    [pause] Paused
   *[left] Has left
}
mentors-soon = { $word ->
    [agreement] Agreement holds through { $day }
    [background_check] Background check holds through { $day }
    [training] Training holds through { $day }
   *[suitability] Suitability talk holds through { $day }
}
mentors-nothing = nothing
mentors-of-capacity = { $n } of { $capacity }
mentors-students = { $n }
mentors-no-phone = no phone
mentors-add-hint = A name is enough to begin with. Application, screening, training and agreement are written down on the mentor's page.
mentors-add-whole = Copy a whole application from paper instead

## One mentor

mentors-clear = Everything is there. Students who are matched with { $name } reach the phone.
mentors-not-clear = No student reaches { $name }'s phone yet. Missing:
mentors-decided = { $word ->
    [left] { $name } has left. No student is on the phone.
   *[pause] { $name } is paused. No student is on the phone until { $name } comes back.
} { $n ->
    [0] No match is open.
    [one] 1 match is still open: close it below, or find somebody who stands in.
   *[other] { $n } matches are still open: close them below, or find somebody who stands in.
}
mentors-kept = What was recorded is kept. The students come back to the phone by themselves when everything is there.
mentors-ladder = What a mentor needs
mentors-rung = { $word ->
    [application] Application
    [background] Background check
    [suitability] Suitability talk
    [training] Training
   *[agreement] Confidentiality agreement
}
mentors-rung-state = { $word ->
    [done] holds through { $day }
    [there] done
    [by_employer] answered for by the employer
    [soon] runs out after { $day }
    [over] ran out after { $day }
    [not_clear] not clear
   *[missing] missing
}
mentors-application-why = Who the mentor is, how to reach them, which languages they speak, when they have time and for how many students.
mentors-background-why = Stored are the result, the dates and who checked. Keep the report itself elsewhere.
mentors-suitability-why = Can they give three contacts a week and calls, and do they look at children with hope?
mentors-agreement-why = Signed once a year. Without it no student reaches the phone.
mentors-topics-open = Still required:
mentors-application-do = { $word ->
    [write] Write down the application
   *[change] Change the application
}
mentors-agreement-do = { $word ->
    [sign] Read and sign
   *[renew] Sign again
}
mentors-screening-do = { $word ->
    [write] Write down the result
   *[renew] Write down a newer result
}
mentors-training-do = { $word ->
    [write] Write down a training
   *[more] Write down another training
}
mentors-save = Save
mentors-choose = Choose
mentors-field = { $word ->
    [name] Name
    [kind] Where the mentor comes from
    [organisation] Organisation
    [contact] Phone or mail
    [languages] Languages, with commas between
    [times] Has time
    [capacity] Students at one time
    [interests] Interests
    [motives] Why mentor?
    [from_paper] Copied from a sheet dated
    [reference] Reference
    [result] Result
    [day] Date
    [checked_by] Who checked
    [topics] Topics
    [hours] Hours, in quarters (2.25)
    [given_by] Given by
    [documents] Has read
    [decision] What is decided
    [from] From
    [reason] Reason
    [how] How it was signed
    [signed_name] Name as signed
   *[signed_day] Signed on
}
mentors-through = Holds through (empty: { $months ->
    [one] 1 month
   *[other] { $months } months
})
mentors-screening-hint = Nothing else is stored: no report and no reason.
# `ScreeningResult`.
mentors-result = { $word ->
    [clear] Clear
   *[not_clear] Not clear
}
# `TrainingTopic`.
mentors-topic = { $word ->
    [first_training] First training, with scenarios
    [confidentiality] Confidentiality
    [duty_to_report] Duty to report
    [calls_and_talks] Greetings, calls and talks
    [boundaries] What a mentor is and is not
    [families] Families' languages and circumstances
    [app] How to use Daymark
   *[other] Monthly meeting or something else
}
# `MentorDocument`.
mentors-document = { $word ->
    [building_rules] Rules of the building
    [emergency_procedures] Emergency procedures
    [duty_to_report] Duty to report, on one page
    [handbook] Volunteers' handbook
   *[photos_and_media] Photos, phones and social media
}
mentors-documents = Papers that the mentor has read
mentors-documents-none = None is written down yet.
mentors-documents-do = Write down what was read
mentors-document-row = { $document } · read { $day }
# `MentorDecision`.
mentors-decision = { $word ->
    [paused] Pause
    [back] Comes back
   *[left] Leaves
}
mentors-decision-title = { $word ->
    [away] Pause or leave
   *[back] Come back
}
mentors-decision-do = { $word ->
    [away] Pause this mentor, or let them leave
   *[back] Say what happens now
}
mentors-decision-hint = While a mentor is paused or has left, no student is on the phone. Nothing that was recorded is lost.
mentors-decision-row = { $word ->
    [paused] Paused from { $day }
    [back] Back from { $day }
   *[left] Left on { $day }
}
mentors-file = What is written down
mentors-file-none = Nothing yet. What you save above is listed here, with who wrote it.
mentors-signature-row = Agreement { $version } signed by { $name } { $how ->
    [paper] on paper
    [screen] on screen
    [phone] on the mentor's phone
   *[earlier] earlier
} { $day }, holds through { $through }
mentors-signature-hash = { $signed } · text { $hash }
mentors-screening-row = { $kind ->
    [background] Background check
   *[suitability] Suitability talk
}: { $result ->
    [clear] clear
   *[not_clear] not clear
} · { $day }, holds through { $through } · checked by { $who }
mentors-training-row = { $topic } · { $minutes ->
    [0] no hours written down
   *[other] { $minutes } minutes
} · { $day }{ $word ->
    [nobody] {""}
   *[somebody] {" "}· given by { $who }
}
mentors-by = Written down by { $who }, { $moment }
mentors-by-nobody = There before records were kept
mentors-taken-back = taken back
mentors-take-back = Written by mistake?
mentors-take-back-hint = The row stays in the list and counts no more. If something is then missing, students leave the phone.
mentors-take-back-do = Take it back
mentors-match-status = { $word ->
    [proposed] proposed
    [family_notified] family told
   *[paused] paused
}

## The application

mentors-application-title = { $word ->
    [new] A new mentor's application
   *[change] Application
}
mentors-application-hint = With the name alone the mentor is a prospect; the rest can be written down later.
mentors-back = ‹ Back
mentors-not-saved = Not saved yet. What has to be mended is said at its field.
mentors-reference = Reference { $n }
mentors-reference-field = { $word ->
    [name] Name
    [relation] How they know the mentor
   *[contact] Phone or mail
}
mentors-day = Day
mentors-part = { $word ->
    [before] Before school
    [during] During school
   *[after] After school
}
mentors-weekday = { $word ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
   *[fri] Friday
}
# `Availability`.
mentors-time = { $word ->
    [mon_before] Monday before school
    [mon_during] Monday during school
    [mon_after] Monday after school
    [tue_before] Tuesday before school
    [tue_during] Tuesday during school
    [tue_after] Tuesday after school
    [wed_before] Wednesday before school
    [wed_during] Wednesday during school
    [wed_after] Wednesday after school
    [thu_before] Thursday before school
    [thu_during] Thursday during school
    [thu_after] Thursday after school
    [fri_before] Friday before school
    [fri_during] Friday during school
   *[fri_after] Friday after school
}
# What keeps a form from being saved.
mentors-wrong = { $word ->
    [name_missing] Write the name.
    [kind_missing] Choose where the mentor comes from.
    [contact_missing] Write a number or an address at which the mentor can be reached.
    [languages_missing] Write at least one language.
    [capacity_wrong] Write a number from 1 to 60.
    [line_too_long] Shorten this to 120 characters.
    [text_too_long] Shorten this to 1,000 characters.
    [day_missing] Choose a date.
    [day_in_future] Choose today or an earlier date.
    [through_before_day] Choose a last day that is not before the date.
    [result_missing] Choose the result.
    [checker_missing] Write who checked: a name or an office.
    [topics_missing] Tick at least one topic.
    [hours_wrong] Write hours in quarters from 0.25 to 12, such as 2.25.
    [documents_missing] Tick what was read.
    [how_missing] Choose whether it was signed on paper or on screen.
    [signature_missing] Write the name as it was signed.
    [decision_missing] Choose what is decided.
   *[reason_missing] Write a reason in a few words.
}

## The agreement

mentors-agreement-title = Confidentiality agreement
mentors-agreement-version = version { $n }
mentors-agreement-print = Print this page for a signature on paper.
mentors-agreement-name = Name
mentors-agreement-signature = Signature
mentors-agreement-date = Date
mentors-agreement-sign = Signature
mentors-agreement-hint = { $name } reads the text above and types the name here, or you copy the signature from the paper, which the school keeps. Signed today it holds through { $through }.
mentors-agreement-do-sign = Save the signature
# `AgreementSigning`.
mentors-signed-how = { $word ->
    [paper] On paper, which the school keeps
    [screen] Here on screen, by the mentor
    [phone] On the mentor's phone
   *[earlier] Earlier
}
# What the gate refused, on the mentor's page. `$code`: a word of the gate.
unread-title = Could not be read
unread-lead = { $n ->
    [one] 1 entry from { $name }'s phone could not be read.
   *[other] { $n } entries from { $name }'s phone could not be read.
} The phone shows the mentor what it was: ask them to write it again. What stood in it is shown to nobody here and is deleted after 30 days.
unread-why = { $code ->
    [too-large] It is larger than any entry.
    [malformed] It is damaged.
    [unknown-dependency] It builds on an entry that the school never received.
    [foreign-actor] It was written under another phone's name.
    [wrong-sequence] It is not the next entry of its phone: perhaps the phone was restored from a copy.
    [wrong-start] Its parts are misnumbered.
    [not-allowed] It changes what this phone may not change.
    [not-applicable] It does not fit the record.
    [too-costly] It takes more work than any entry does.
    [match-ended] It came more than 30 days after the match had ended.
    [not-your-match] It is about a student who was not this mentor's.
   *[other] It was refused.
}
# What a phone brought after its mentor had left, on the mentor's page. `$kind`: a word of the match record.
handed-in-title = Handed in at the end
handed-in-lead = { $n ->
    [one] 1 entry came from { $name }'s phone after it had been shut out. It stands in the student's record like any other. The phone is cleared then, and { $name } cannot correct it there any more: please look at it.
   *[other] { $n } entries came from { $name }'s phone after it had been shut out. They stand in the students' records like any others. The phone is cleared then, and { $name } cannot correct them there any more: please look at them.
}
handed-in-kind = { $kind ->
    [door_check] At the door
    [note] A note
    [goal] A goal
    [goal_check] A look at a goal
    [recognition] Praise
    [barrier] What stands in the way
    [barrier_resolved] What no longer stands in the way
    [ask] A request to the team
    [safety_concern] A safety concern
    [milestone] A step of the mentoring
    [wake_up_plan] How the student is called awake
    [checklist] A point of the first contact
    [void] An entry was taken back
    [calendar_mark] A day marked in the student's calendar
    [unknown] An entry of a newer app
   *[other] A contact
}
handed-in-came = came { $moment } from phone { $tag }
handed-in-do = I have looked at these
handed-in-done = { $n ->
    [one] 1 that was looked at
   *[other] { $n } that were looked at
}
handed-in-looked = looked at { $moment } by { $by }
