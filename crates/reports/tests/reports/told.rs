//! What mentors told the team: in its packet, and what of it leaves the team.

use daymark_domain::Reach;
use daymark_domain::{
    AskKind, BarrierCategory, BarrierFactor, NoteText, Recognised, Recognition, RecognitionForm,
    RecognitionReason, SchoolDay, Urgency,
};
use daymark_reports::{
    AskFact, BarrierFact, Faces, Facts, MatchFacts, NoteFact, RecognitionFact, ReportName, StudentFacts,
    monthly_impact, weekly_packet,
};

use crate::school::{contact, facts, json, matched, school, student, weekdays};

const SECRET: &str = "Moves to her aunt in March";

fn barrier(day: SchoolDay, factor: BarrierFactor, resolved: Option<SchoolDay>) -> BarrierFact {
    BarrierFact { day, factor, resolved }
}

fn text(words: &str) -> Option<NoteText> {
    NoteText::try_from(words.to_owned()).ok()
}

/// So many students with a mentor since the sixth day, as of the Friday of the ninth week.
fn team(days: &[SchoolDay], students: u16) -> Facts {
    let lincoln = school(1, days);
    let students: Vec<StudentFacts> = (1..=students).map(|n| student(n, &lincoln, &[])).collect();
    let matches = students.iter().zip(1..).map(|(one, n)| matched(n, &lincoln, one, days[5])).collect();
    Facts { matches, ..facts(days[44], vec![lincoln], students) }
}

fn tell(facts: &mut Facts, number: usize, told: impl FnOnce(&mut MatchFacts)) {
    told(&mut facts.matches[number]);
}

#[test]
fn the_packet_counts_causes_by_students_with_resolved_ones_apart_and_names_the_shared_one() {
    use BarrierFactor as F;
    let days = weekdays("2025-08-18", 60);
    let mut facts = team(&days, 5);
    let told = [
        (0, barrier(days[10], F::Transport, None)),
        // Told twice of one student.
        (0, barrier(days[41], F::Transport, None)),
        (1, barrier(days[41], F::Transport, None)),
        // Out of the way later than the day of the report: it still stood.
        (2, barrier(days[12], F::Transport, Some(days[50]))),
        (3, barrier(days[12], F::Transport, Some(days[30]))),
        (3, barrier(days[20], F::Health, None)),
        (4, barrier(days[42], F::Bored, None)),
        // Told after the day of the report.
        (4, barrier(days[46], F::Housing, None)),
    ];
    for (number, fact) in told {
        tell(&mut facts, number, |of| of.told.barriers.push(fact));
    }
    let packet = &weekly_packet(&facts).schools[0];
    let [in_the_way, no_pull] = &packet.barriers[..] else { panic!("two families of causes") };
    assert_eq!(
        (in_the_way.category, in_the_way.students, in_the_way.told_this_week),
        (BarrierCategory::Barrier, 4, 2)
    );
    let causes: Vec<_> = in_the_way
        .causes
        .iter()
        .map(|face| (face.cause, face.students, face.told_this_week, face.resolved, face.shared))
        .collect();
    assert_eq!(causes, [(F::Transport, 3, 2, 1, true), (F::Health, 1, 0, 0, false)]);
    assert_eq!(
        in_the_way.causes[0].working,
        "shared_barrier: 3 of 5 matched students; barrier_shared_students 3; barrier_shared_percent 20; nothing recorded yet"
    );
    assert_eq!((no_pull.category, no_pull.causes[0].students), (BarrierCategory::Disengagement, 1));
    assert_eq!(packet.students[3].barriers, [F::Health], "what is out of the way is not told any more");
}

#[test]
fn the_packet_pairs_its_numbers_with_the_weeks_notes_and_recognitions_and_with_what_waits() {
    let days = weekdays("2025-08-18", 60);
    let mut facts = team(&days, 2);
    let give = Recognition {
        whom: None,
        form: RecognitionForm::NoteHome,
        reason: RecognitionReason::DaysInARow,
        days: Some(10),
    };
    let ask = |day, urgency, closed| AskFact {
        day,
        kind: AskKind::Transport,
        urgency,
        text: text("A bus pass from Monday on"),
        closed,
    };
    tell(&mut facts, 1, |of| {
        of.told.notes = vec![
            NoteFact { day: days[39], text: text("Last week's") },
            NoteFact { day: days[40], text: text(SECRET) },
        ];
        of.told.recognitions = vec![
            RecognitionFact { day: days[39], recognition: give },
            RecognitionFact { day: days[44], recognition: give },
            RecognitionFact { day: days[45], recognition: give },
        ];
        of.told.asks = vec![
            ask(days[20], Urgency::NextMeeting, None),
            ask(days[21], Urgency::Today, Some(days[22])),
            ask(days[30], Urgency::Today, Some(days[50])),
            ask(days[45], Urgency::Today, None),
        ];
    });
    let packet = &weekly_packet(&facts).schools[0];
    let notes: Vec<_> = packet.notes.iter().map(|note| (&*note.student_id, note.day)).collect();
    assert_eq!(notes, [("0002", days[40])]);
    assert_eq!(packet.notes[0].text.as_ref().unwrap().as_str(), SECRET);
    assert_eq!(packet.students[1].team_notes_this_week, 1);
    let [given] = &packet.recognitions[..] else { panic!("one this week") };
    assert_eq!((given.day, given.whom, given.days), (days[44], Recognised::Student, Some(10)));
    let waits: Vec<_> = packet.asks.iter().map(|ask| (ask.urgency, ask.day)).collect();
    assert_eq!(waits, [(Urgency::Today, days[30]), (Urgency::NextMeeting, days[20])]);
    assert!(weekly_packet(&facts).not_recorded.is_empty());
}

#[test]
fn a_mentors_words_stand_in_the_teams_packet_and_nowhere_else() {
    let days = weekdays("2025-08-18", 60);
    let mut facts = team(&days, 12);
    tell(&mut facts, 0, |of| {
        of.told.notes = vec![NoteFact { day: days[44], text: text(SECRET) }];
        let (kind, urgency) = (AskKind::Question, Urgency::Today);
        of.told.asks = vec![AskFact { day: days[44], kind, urgency, text: text(SECRET), closed: None }];
    });
    let says = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(SECRET);
    for name in ReportName::ALL {
        let faces = Faces::of(name.make(&facts).as_ref()).unwrap();
        assert_eq!(says(&faces.json), *name == ReportName::WeeklyPacket, "{name}");
        assert!(!says(&faces.csv), "{name}");
    }
    let mut hashed = Vec::new();
    facts.lines(|line| hashed.extend(line.bytes()));
    assert!(!says(&hashed), "not in what the hash is taken of");
    let kept = facts.without_texts();
    let packet = ReportName::WeeklyPacket.make(&kept);
    assert!(!says(&packet.json().unwrap()), "not in what is kept for ever");
    let note = &json("weekly-packet", &kept)["schools"][0]["notes"][0];
    assert_eq!((&note["student_id"], note["text"].is_null()), (&"0001".into(), true), "that there was one");
}

#[test]
fn the_causes_of_few_students_are_hidden_where_they_leave_the_team_and_so_is_what_gives_them_away() {
    use BarrierFactor as F;
    let days = weekdays("2025-08-18", 60);
    let mut facts = team(&days, 40);
    for number in 0..40 {
        tell(&mut facts, number, |of| {
            let mut told = vec![];
            if number < 12 {
                told.push(barrier(days[20], F::Transport, Some(days[30])));
                told.push(barrier(days[21], F::Housing, None));
            }
            if number < 9 {
                told.push(barrier(days[20], F::Peers, None));
            }
            if number < 35 {
                told.push(barrier(days[20], F::Bored, None));
            }
            of.told.barriers = told;
        });
    }
    let report = monthly_impact(&facts);
    assert_eq!(report.cohort.ever_matched, Some(40));
    let told: Vec<_> = report
        .barriers
        .iter()
        .map(|share| (share.category, share.students, share.percent.map(|percent| percent.to_string())))
        .collect();
    let expected = [
        (BarrierCategory::Barrier, Some(12), Some("30.0".to_owned())),
        (BarrierCategory::Aversion, None, None),
        // 35 of 40 would tell of the 5.
        (BarrierCategory::Disengagement, None, None),
        (BarrierCategory::Misconception, Some(0), Some("0.0".to_owned())),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_plan_is_to_be_revised_after_twenty_days_of_met_dosage_without_improvement() {
    let days = weekdays("2025-08-18", 120);
    let lincoln = school(1, &days);
    // Two of the first thirty days missed, and as great a part since; the other student misses nothing any more.
    let same: Vec<SchoolDay> = [0, 15, 31, 46, 61, 76].map(|n| days[n]).to_vec();
    let students = [student(1, &lincoln, &same), student(2, &lincoln, &same[..2])];
    let met = |n: u8, one: &StudentFacts| {
        let mut of = matched(n, &lincoln, one, days[30]);
        let dates = days[30..80].chunks(5).flat_map(|week| &week[..3]);
        of.contacts = dates.map(|day| contact(*day, "one_on_one", Reach::Student)).collect();
        of
    };
    let matches = vec![met(1, &students[0]), met(2, &students[1])];
    let mut facts = Facts { matches, ..facts(days[79], vec![lincoln], students.to_vec()) };
    let packet = &weekly_packet(&facts).schools[0];
    let [plan] = &packet.plans_to_revise[..] else { panic!("one plan") };
    assert_eq!((plan.student_id.as_str(), plan.days_of_met_weeks), ("0001", 50));
    assert_eq!(
        [plan.before_percent, plan.now_percent].map(|percent| percent.unwrap().to_string()),
        ["6.7", "8.0"]
    );
    assert!(
        plan.working[0].starts_with("plan_to_revise: 50 school days of met weeks; revise_plan_after_days 20")
    );
    assert!(plan.working[1].starts_with("improvement: 4 of 50 days"), "{}", plan.working[1]);
    // With fewer weeks of contacts the plan has had no time.
    facts.matches[0].contacts.truncate(9);
    assert!(weekly_packet(&facts).schools[0].plans_to_revise.is_empty());
}

#[test]
fn a_figure_of_few_students_is_hidden_though_many_were_looked_at() {
    let days = weekdays("2025-08-18", 60);
    let mut facts = team(&days, 30);
    // No baseline but the days before the match: of nine students there are enough.
    for (number, of) in facts.matches.iter_mut().enumerate() {
        of.start = if number < 9 { days[22] } else { days[5] };
    }
    let report = monthly_impact(&facts);
    assert_eq!(report.cohort.ever_matched, Some(30));
    assert!(report.ever_matched.hidden, "nine of thirty have a figure");
    assert_eq!((report.ever_matched.mean_now_percent, report.ever_matched.working.as_ref()), (None, None));
    assert!(report.by_school[0].hidden);
}
