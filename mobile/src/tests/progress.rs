//! Goals, what stands in the way, praise, steps, starters and the library: in every state, and what each tap writes.

use daymark_domain::{
    Barrier, BarrierFactor, BarrierSource, Confidence, Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget,
    Milestone, Recognised, Recognition, RecognitionForm, RecognitionReason,
};

use super::*;

const LISA: &str = "/students/01010101010101010101010101010101";
const GOALS: &str = "/students/01010101010101010101010101010101/goals";
const BARRIERS: &str = "/students/01010101010101010101010101010101/barriers";
const PRAISE: &str = "/students/01010101010101010101010101010101/praise";
const STEPS: &str = "/students/01010101010101010101010101010101/steps";
const STARTERS: &str = "/students/01010101010101010101010101010101/starters";
const LIBRARY: &str = "/students/library";

fn key(text: &str) -> EntryKey {
    text.parse().unwrap()
}

fn day(text: &str) -> SchoolDay {
    text.parse().unwrap()
}

fn student(record: StudentRecord) -> StudentView {
    StudentView { record: Box::new(record), log: vec![], ..student_view() }
}

fn answered(request: &Request, student: impl Fn() -> StudentView) -> Option<Result<Reply, Failure>> {
    match request {
        Request::Student { .. } => Some(Ok(Reply::Student(student()))),
        Request::RecordAsked { .. } => {
            key_of(request.clone());
            Some(Ok(Reply::Kept))
        }
        _ => None,
    }
}

/// Nothing was done yet.
const NEW: Prepares = Prepares(|request| answered(request, || student(StudentRecord::default())));
/// Something of everything.
const MUCH: Prepares = Prepares(|request| answered(request, || student(much())));
/// A student whose last goal was looked at, back after days away, and whose grade the school writes as a colour.
const BACK: Prepares = Prepares(|request| answered(request, back));
/// All starters of the student's grades were used, the seventh longest ago.
const ALL_ASKED: Prepares = Prepares(|request| {
    answered(request, || {
        let asked = |n: u64| Asked {
            starter: format!("g68_{n:02}").parse().unwrap(),
            day: today().minus(if n == 7 { 90 } else { 31 - n }),
        };
        student(StudentRecord { asked: (1..=30).rev().map(asked).collect(), ..StudentRecord::default() })
    })
});

fn goal(key: &str, set: &str, target: GoalTarget, check: Option<(&str, GoalCheck)>) -> GoalView {
    GoalView {
        key: self::key(key),
        set: day(set),
        goal: Goal { measure: GoalMeasure::DaysPresent, from: Some(3), to: 4, target },
        check: check.map(|(on, check)| (day(on), check)),
    }
}

fn last_week() -> GoalTarget {
    GoalTarget::Week(today().week().previous())
}

fn much() -> StudentRecord {
    let reached = GoalCheck { result: GoalResult::Reached, counted: Some(4) };
    let barrier = |n: u8, factor, confidence, resolved| BarrierView {
        key: key(&format!("b-{n}")),
        day: day("2025-10-06"),
        barrier: Barrier { factor, source: BarrierSource::Family, confidence },
        resolved,
    };
    let praised = |n: u8, form, whom| RecognitionView {
        key: key(&format!("r-{n}")),
        day: day("2025-10-03"),
        recognition: Recognition { whom, form, reason: RecognitionReason::DaysInARow, days: Some(5) },
    };
    StudentRecord {
        goals: vec![
            goal("g-2", "2025-10-06", last_week(), None),
            goal("g-1", "2025-09-22", GoalTarget::Day(day("2025-09-26")), Some(("2025-09-26", reached))),
        ],
        barriers: vec![
            barrier(1, BarrierFactor::Transport, Some(Confidence::Likely), None),
            barrier(2, BarrierFactor::Health, None, Some(day("2025-10-10"))),
        ],
        recognitions: vec![
            praised(1, RecognitionForm::Certificate, None),
            praised(2, RecognitionForm::CallHome, Some(Recognised::Family)),
        ],
        milestones: vec![Ticked { item: Milestone::GetsUpAlone, key: key("m-1"), day: day("2025-10-07") }],
        asked: vec![Asked { starter: "g68_01".parse().unwrap(), day: today() }],
        ..StudentRecord::default()
    }
}

fn back() -> StudentView {
    let partly = GoalCheck { result: GoalResult::Partly, counted: Some(2) };
    let goals = vec![goal("g-2", "2025-10-06", last_week(), Some(("2025-10-13", partly)))];
    let mut student = student(StudentRecord { goals, ..StudentRecord::default() });
    let away = |day: &SchoolDay| (self::day("2025-10-08")..=self::day("2025-10-10")).contains(day);
    student
        .month
        .days
        .iter_mut()
        .filter(|known| away(&known.day))
        .for_each(|known| known.official = Some(AttendanceStatus::AbsentUnexcused));
    StudentView { grade: Some("Green".to_owned()), ..student }
}

fn on(path: &'static str, also: Prepares) -> Scene {
    Scene { path, also: Some(also), ..ANA }
}

/// For the tests that look at every screen and state.
pub fn scenes() -> Vec<Scene> {
    let pages = [GOALS, BARRIERS, PRAISE, STEPS, STARTERS];
    let all = pages.into_iter().flat_map(|path| [NEW, MUCH, BACK].map(|also| on(path, also)));
    let tapped: [(&'static str, &'static [&'static str]); 4] = [
        (BARRIERS, &["factor-health"]),
        (PRAISE, &["certificate-0"]),
        (PRAISE, &["reason-effort"]),
        (GOALS, &["when-day"]),
    ];
    let tapped = tapped.map(|(path, tap)| Scene { tap, ..on(path, MUCH) });
    let failing = Scene { refuses: true, tap: &["goal-set"], ..on(GOALS, NEW) };
    let earned = Scene { holds: Holds::Much, ..on(PRAISE, NEW) };
    let all_asked = on(STARTERS, ALL_ASKED);
    all.chain(tapped).chain([failing, earned, all_asked, Scene { path: LIBRARY, ..ANA }]).collect()
}

fn written(scene: Scene) -> (String, Vec<Request>) {
    WRITTEN.take();
    let html = screen(scene);
    (html, WRITTEN.take())
}

#[test]
fn a_first_goal_is_filled_in_from_the_record_and_set_with_one_tap() {
    let wanted = [
        "Goals",
        "Lisa Woods",
        "No goal with Lisa yet.",
        "measure-days_present",
        "Days at school",
        "5 days",
        "Filled in from what this phone knows.",
        "when-this-week",
        "Set this goal",
    ];
    assert_reads(&screen(on(GOALS, NEW)), &wanted);
    let (html, asked) = written(Scene { tap: &["goal-set"], ..on(GOALS, NEW) });
    let goal = Goal {
        measure: GoalMeasure::DaysPresent,
        from: Some(5),
        to: 5,
        target: GoalTarget::Week(today().week()),
    };
    assert_eq!(asked, [Request::SetGoal { match_id: id(1), goal }]);
    assert_reads(&html, &["Goal saved here: Days at school: 5 before, try 5", "Undo"]);
}

#[test]
fn what_how_many_and_by_when_are_each_a_tap_away() {
    let tap = &[
        "measure-mornings_up_alone",
        "goal-from-more",
        "goal-to-more",
        "when-day",
        "by-2025-10-17",
        "goal-set",
    ];
    let (_, asked) = written(Scene { tap, ..on(GOALS, NEW) });
    let goal = Goal {
        measure: GoalMeasure::MorningsUpAlone,
        from: Some(1),
        to: 3,
        target: GoalTarget::Day(day("2025-10-17")),
    };
    assert_eq!(asked, [Request::SetGoal { match_id: id(1), goal }]);
}

#[test]
fn a_goal_that_was_not_saved_stays_on_the_screen_as_it_was_chosen() {
    let tap: &[&str] = &["measure-days_on_time", "goal-to-less", "goal-set"];
    let html = screen(Scene { refuses: true, tap, ..on(GOALS, NEW) });
    assert_reads(&html, &["Days on time: 5 before, try 4", "Not saved. Nothing was saved: the disk is full"]);
}

#[test]
fn an_open_goal_is_counted_by_the_record_and_looked_at_with_one_tap() {
    let wanted = [
        "Open goal",
        "Days at school: 3 before, try 4 · in the week of Mon 6 Oct",
        "time to look at it",
        "How many were it?",
        "5 days",
        "goal-reached",
        "One goal at a time is easier to keep.",
        "Earlier goals",
        "Reached · 4 counted · Fri 26 Sep",
    ];
    assert_reads(&screen(on(GOALS, MUCH)), &wanted);
    let (_, asked) = written(Scene { tap: &["goal-counted-less", "goal-partly"], ..on(GOALS, MUCH) });
    let check = GoalCheck { result: GoalResult::Partly, counted: Some(4) };
    assert_eq!(asked, [Request::CheckGoal { match_id: id(1), goal: key("g-2"), check }]);
}

#[test]
fn after_a_look_there_is_praise_and_the_next_goal_from_what_was_counted() {
    let wanted = [
        "On the way",
        "Name what went well, Lisa did that.",
        "Give praise",
        "A new goal",
        "2 days",
        "Days at school: 2 before, try 3",
    ];
    assert_reads(&screen(on(GOALS, BACK)), &wanted);
}

#[test]
fn a_week_across_two_months_is_counted_by_its_total_once_its_record_is_complete() {
    fn monday_after(through: &str) -> StudentView {
        let (monday, october) = (day("2025-09-29"), day("2025-10-01"));
        let mut student = student(StudentRecord::default());
        student.month.days.retain(|known| known.day >= october);
        StudentView {
            today: day("2025-10-06"),
            record_complete_to: Some(day(through)),
            weeks: vec![WeekTotal { monday, figure: AbsenceFigure::from_days(2, 5) }],
            ..student
        }
    }
    let complete = Prepares(|request| answered(request, || monday_after("2025-10-03")));
    assert_reads(&screen(on(GOALS, complete)), &["Last week it was", "3 days", "3 before, try 4"]);
    let half_a_week = Prepares(|request| answered(request, || monday_after("2025-10-01")));
    assert_reads(
        &screen(on(GOALS, half_a_week)),
        &["Last week it was", "not known", "Days at school: try 3"],
    );
}

#[test]
fn a_finger_that_bounces_sets_one_goal() {
    CLOCK_MS.set((0.0, 50.0));
    let (_, asked) = written(Scene { tap: &["goal-set", "goal-set"], ..on(GOALS, NEW) });
    assert_eq!(asked.len(), 1, "{asked:?}");
}

#[test]
fn what_stands_in_the_way_begins_with_what_happens_most_and_folds_the_rest_by_category() {
    let wanted = [
        "Nothing is noted.",
        "factor-health",
        "factor-child_care",
        "factor-transport",
        "factor-family_trouble",
        "category-barrier",
        "factor-housing",
        "category-aversion",
        "factor-peers",
        "category-disengagement",
        "factor-bored",
        "category-misconception",
        "factor-two_days_are_fine",
        "nothing more is written about it",
    ];
    let html = screen(on(BARRIERS, NEW));
    assert_reads(&html, &wanted);
    for factor in BarrierFactor::ALL {
        assert_eq!(html.matches(&format!("\"factor-{factor}\"")).count(), 1, "{factor}");
    }
}

#[test]
fn a_finding_has_its_source_and_how_sure_it_is() {
    let tap = &["factor-child_care", "source-family", "confidence-likely", "barrier-save"];
    let (html, asked) = written(Scene { tap, ..on(BARRIERS, NEW) });
    let barrier = Barrier {
        factor: BarrierFactor::ChildCare,
        source: BarrierSource::Family,
        confidence: Some(Confidence::Likely),
    };
    assert_eq!(asked, [Request::ReportBarrier { match_id: id(1), barrier }]);
    assert_reads(&html, &["factor-health", "In the way, saved here: looking after the small ones", "Undo"]);
    let kept = screen(Scene { refuses: true, tap, ..on(BARRIERS, NEW) });
    assert_reads(&kept, &["barrier-told", "looking after the small ones", "confidence-likely", "Not saved."]);
}

#[test]
fn what_is_over_takes_one_tap_and_can_be_undone() {
    let wanted = [
        "the way to school",
        "the family said so · likely · Mon 6 Oct",
        "It is over",
        "No longer in the way (1)",
        "health",
        "Mon 6 Oct to Fri 10 Oct",
    ];
    assert_reads(&screen(on(BARRIERS, MUCH)), &wanted);
    let (html, asked) = written(Scene { tap: &["barrier-resolve-0", "undo"], ..on(BARRIERS, MUCH) });
    let match_id = id(1);
    let expected = [
        Request::ResolveBarrier { match_id, barrier: key("b-1") },
        Request::VoidEntry { match_id, key: key("b-1") },
    ];
    assert_eq!(asked, expected);
    assert_reads(&html, &["Taken back"]);
}

#[test]
fn praise_begins_with_what_got_better_and_says_why_nobody_is_ranked() {
    let wanted = [
        "Who hears it?",
        "Lisa&#39;s family",
        "Earned lately",
        "2 days fewer missed than the week before",
        "1 of 5 days missed; 3 the week before",
        "earned-0-words",
        "Anything else that got better",
        "No rankings and no prizes for perfect attendance",
    ];
    assert_reads(&screen(Scene { holds: Holds::Much, ..on(PRAISE, NEW) }), &wanted);
    let other = screen(on(PRAISE, NEW));
    assert!(!other.contains("Earned lately"), "{other}");
}

#[test]
fn a_reached_goal_and_a_first_day_back_are_offered_until_they_were_praised() {
    assert_reads(&screen(on(PRAISE, MUCH)), &["Earned lately", "Reached a goal, Fri 26 Sep"]);
    assert_reads(&screen(on(PRAISE, BACK)), &["Came back on Mon 13 Oct after days away"]);
    let praised = Prepares(|request| {
        answered(request, || {
            let mut student = back();
            student.record.recognitions = vec![RecognitionView {
                key: key("r-9"),
                day: today(),
                recognition: Recognition {
                    whom: None,
                    form: RecognitionForm::Words,
                    reason: RecognitionReason::CameBack,
                    days: None,
                },
            }];
            student
        })
    });
    assert!(!screen(on(PRAISE, praised)).contains("Came back on"));
}

#[test]
fn praise_for_the_family_is_one_tap_more() {
    let tap = &["whom-family", "earned-0-call_home"];
    let (html, asked) = written(Scene { holds: Holds::Much, tap, ..on(PRAISE, NEW) });
    let recognition = Recognition {
        whom: Some(Recognised::Family),
        form: RecognitionForm::CallHome,
        reason: RecognitionReason::FewerAbsences,
        days: Some(2),
    };
    assert_eq!(asked, [Request::Recognize { match_id: id(1), recognition }]);
    assert_reads(&html, &["Praised, saved here: fewer days missed", "Undo"]);
}

#[test]
fn a_certificate_names_what_got_better_and_prints() {
    PRINTED.set(0);
    let tap = &["reason-effort", "form-certificate", "praise-save", "certificate-es", "certificate-print"];
    let (html, asked) = written(Scene { tap, ..on(PRAISE, NEW) });
    let recognition = Recognition {
        whom: Some(Recognised::Student),
        form: RecognitionForm::Certificate,
        reason: RecognitionReason::Effort,
        days: None,
    };
    assert_eq!(asked, [Request::Recognize { match_id: id(1), recognition }]);
    let sheet = html.split("class=\"paper\"").nth(1).unwrap();
    let sheet = sheet.split("certificate-print").next().unwrap();
    let wanted = ["Lisa", "por tanto esfuerzo", "Ana Ruiz", "Lincoln Middle, 14 de octubre de 2025"];
    assert_reads(sheet, &wanted);
    assert!(!sheet.contains("Woods"), "a certificate has the first name only: {sheet}");
    assert_eq!(PRINTED.get(), 1);
}

#[test]
fn a_certificate_that_was_not_saved_is_not_shown() {
    let tap = &["reason-effort", "form-certificate", "praise-save"];
    let html = screen(Scene { refuses: true, tap, ..on(PRAISE, NEW) });
    assert_reads(&html, &["form-certificate", "Not saved."]);
    assert!(!html.contains("certificate-print"), "{html}");
}

#[test]
fn steps_of_the_own_grades_come_first_with_what_is_done_and_what_is_next() {
    let wanted = [
        "Grades 6 to 8",
        "step-gets_up_alone",
        "aria-pressed=\"true\"",
        "done Tue 7 Oct",
        "step-knows_teachers",
        "next",
        "Up to grade 5",
        "Grades 9 to 12",
        "step-has_a_plan",
    ];
    let html = screen(on(STEPS, MUCH));
    assert_reads(&html, &wanted);
    for step in Milestone::ALL {
        assert!(html.contains(&format!("\"step-{step}\"")), "{step}");
    }
}

#[test]
fn a_step_is_ticked_and_unticked_by_its_row() {
    let match_id = id(1);
    let (_, ticked) = written(Scene { tap: &["step-knows_teachers"], ..on(STEPS, MUCH) });
    assert_eq!(ticked, [Request::ReachMilestone { match_id, milestone: Milestone::KnowsTeachers }]);
    let (_, unticked) = written(Scene { tap: &["step-gets_up_alone"], ..on(STEPS, MUCH) });
    assert_eq!(unticked, [Request::VoidEntry { match_id, key: key("m-1") }]);
}

#[test]
fn a_starter_that_was_used_does_not_come_and_another_one_is_a_tap_away() {
    let html = screen(on(STARTERS, MUCH));
    assert_reads(
        &html,
        &["What are you into right now", "1 of 30 used", "Another one", "We talked about it"],
    );
    assert!(!html.contains("What is one thing that went right"), "{html}");
    let html = screen(Scene { tap: &["starter-another"], ..on(STARTERS, MUCH) });
    assert_reads(&html, &["Which teacher explains things"]);
    let (html, asked) = written(Scene { tap: &["starter-another", "starter-asked"], ..on(STARTERS, MUCH) });
    assert_eq!(asked, [Request::RecordAsked { match_id: id(1), starter: "g68_03".parse().unwrap() }]);
    assert_reads(&html, &["Remembered on this phone"]);
}

#[test]
fn when_all_starters_were_used_the_one_of_longest_ago_comes_again() {
    assert_reads(
        &screen(on(STARTERS, ALL_ASKED)),
        &["What is a skill that you want to have in a year?", "30 of 30 used"],
    );
    let younger = screen(Scene { tap: &["band-k2"], ..on(STARTERS, ALL_ASKED) });
    assert_reads(&younger, &["What made you laugh this week?", "0 of 30 used"]);
}

#[test]
fn a_grade_that_is_no_number_still_has_starters_and_all_steps() {
    assert_reads(&screen(on(STARTERS, BACK)), &["What was the best minute of your day so far?"]);
    assert_reads(&screen(on(STEPS, BACK)), &["step-knows_an_adult", "step-gets_up_alone", "step-has_a_plan"]);
}

#[test]
fn the_library_has_everything_and_a_topic_narrows_it() {
    let wanted = [
        "Library",
        "topic-calls",
        "A call home in six steps",
        "leaf-first_meeting",
        "leaf-silence",
        "leaf-duty_to_report",
        "leaf-growth_mindset",
        "leaf-texts_do",
        "leaf-parent-tips",
        "parent-tips-print",
        "activities-game",
        "activity-question_dice",
        "Where to read more",
        "Attendance Works",
    ];
    assert_reads(&screen(Scene { path: LIBRARY, ..ANA }), &wanted);
    let texts = screen(Scene { path: LIBRARY, tap: &["topic-texts"], ..ANA });
    assert_reads(&texts, &["leaf-texts_do", "leaf-texts_do_not"]);
    for absent in
        ["leaf-silence", "leaf-call-home", "parent-tips-print", "activity-high_low", "Attendance Works"]
    {
        assert!(!texts.contains(absent), "{absent} in {texts}");
    }
}

#[test]
fn activities_narrow_to_the_grades_and_the_tips_sheet_prints() {
    let young = screen(Scene { path: LIBRARY, tap: &["band-k2"], ..ANA });
    assert!(young.contains("activity-read_aloud") && !young.contains("activity-job_advert"), "{young}");
    PRINTED.set(0);
    let sheet = screen(Scene { path: LIBRARY, tap: &["parent-tips-es", "parent-tips-print"], ..ANA });
    assert_reads(&sheet, &["lang=\"es\"", "Dejen listas la noche anterior"]);
    assert_eq!(PRINTED.get(), 1);
}

#[test]
fn a_student_who_left_the_phone_is_said_to_be_gone_on_each_of_these_pages() {
    const GONE: &str = "/students/02020202020202020202020202020202/goals";
    assert_reads(&screen(Scene { path: GONE, ..ANA }), &["not, or no longer, on this phone", "Try again"]);
}

#[test]
fn the_log_names_what_they_did_together() {
    let html = screen(Scene {
        path: LISA,
        also: Some(Prepares(|request| {
            answered(request, || {
                let contact = Contact {
                    activity: Some("walk_and_talk".parse().unwrap()),
                    ..Contact::session(ContactKind::OneOnOne, 15)
                };
                let entry = LogEntry { what: What::Contact(contact), ..student_view().log.remove(0) };
                StudentView { log: vec![entry], ..student_view() }
            })
        })),
        ..ANA
    });
    assert_reads(&html, &["One-on-one, 15 min · Walk and talk"]);
}

#[test]
fn no_key_is_shown_in_the_place_of_its_words() {
    for scene in scenes() {
        let html = screen(scene.clone());
        let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
        let keys: Vec<&str> = texts.filter(|text| text.contains('_')).collect();
        assert!(keys.is_empty(), "{}: {keys:?}", scene.path);
    }
}
