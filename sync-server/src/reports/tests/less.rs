//! Reading less must not show: whatever a page leaves out of the facts, its figures stand as if it had read everything.

use daymark_domain::{DayPart, DayType};
use daymark_reports::{ReportName, candidates, dosage, team_week};
use daymark_sqlite::rusqlite::params;

use super::*;
use crate::store::contract::Seed;
use crate::store::schools::SchoolStore;

/// The demo district with a spring before its year: school was held, some missed much of it, matches began or were over,
/// and of one match all that is known was told then.
async fn with_a_year_before() -> district::Demo {
    let demo = district::demo().await;
    let store = &demo.store;
    let spring: Vec<SchoolDay> = (0..15)
        .flat_map(|week| day("2025-03-03").plus(7 * week).week().days().take(5).collect::<Vec<_>>())
        .collect();
    for school in store.schools().await.unwrap() {
        let held = spring.iter().map(|day| (*day, DayType::Instructional)).collect();
        store.seed_calendar(school.id, held).await;
    }
    let (begin, end, told) = (spring[0].number(), day("2025-06-20").number(), day("2025-05-05").number());
    store
        .write(move |tx| {
            let before = "INSERT INTO enrollment (student_id, school_id, entry_day, exit_day, seq) SELECT student_id, school_id, ?1, ?2, 0 FROM enrollment";
            tx.execute(before, params![begin, end])?;
            tx.execute("UPDATE match SET start_day = ?1 WHERE unicode(id) % 2 = 1", [begin])?;
            tx.execute("UPDATE match SET end_day = ?1, status = 'closed' WHERE unicode(id) % 5 = 0", [end])?;
            tx.execute("DELETE FROM contact WHERE unicode(match_id) % 3 = 1", [])?;
            let call = "INSERT INTO contact (match_id, entry_key, kind, day, at, outcome, reached) SELECT id, 'z-1', 'wake_up_call', ?1, 0, 'reached_guardian', 'family' FROM match";
            tx.execute(call, [told])?;
            let barrier = "INSERT INTO barrier (match_id, entry_key, day, category, factor, source, voided) SELECT id, 'z-2', ?1, 'barrier', 'food', 'family', 0 FROM match";
            Ok(tx.execute(barrier, [told])?)
        })
        .await
        .unwrap();
    let all = facts(store, &Question::default()).await.unwrap();
    for (n, student) in all.students.iter().enumerate() {
        let school = student.enrollments[0].school_id;
        for missed in spring.iter().take(n % 12) {
            store.seed_absence(school, student.id, *missed, DayPart::WHOLE).await;
        }
    }
    demo
}

async fn asked(demo: &district::Demo, question: Question) -> Facts {
    facts(&demo.store, &question).await.unwrap()
}

#[tokio::test]
async fn every_report_of_a_school_comes_out_as_if_everything_had_been_read() {
    let demo = with_a_year_before().await;
    for school in demo.store.schools().await.unwrap() {
        let of = |past| Question { school: Some(school.id), past, ..Question::default() };
        let everything = asked(&demo, of(Past::TwoYears)).await;
        for name in ReportName::ALL {
            let less = asked(&demo, of(Past::of(*name))).await;
            let (less, whole) = (name.make(&less).json().unwrap(), name.make(&everything).json().unwrap());
            assert!(less == whole, "{name} of {} reads too little", school.name);
        }
    }
}

#[tokio::test]
async fn one_students_figures_are_those_of_the_school() {
    let demo = with_a_year_before().await;
    let school = &demo.store.schools().await.unwrap()[0];
    let of = |whom, past| Question { school: Some(school.id), whom, past, ..Question::default() };
    let past = Past::of(ReportName::Candidates);
    let everybody = asked(&demo, of(Whom::Everybody, past)).await;
    let (listed, through) = (candidates(&everybody).students, everybody.as_of);
    assert!(listed.len() > 5);
    let year = Past::ContactsFrom(through);
    let standings = |facts: &Facts| team_week(facts, school.id, through, through).standings;
    let known = standings(&asked(&demo, of(Whom::Everybody, year)).await);
    for student in &everybody.students {
        let alone = asked(&demo, of(Whom::One(student.id), past)).await;
        let rows = candidates(&alone).students;
        let expected = listed.iter().find(|row| row.student_id == student.sis_id);
        assert_eq!(rows.first(), expected);
        let alone = standings(&asked(&demo, of(Whom::One(student.id), year)).await);
        assert_eq!(alone.get(&student.id), known.get(&student.id));
    }
}

#[tokio::test]
async fn the_dosage_of_matches_needs_no_student_without_a_mentor() {
    let demo = with_a_year_before().await;
    let (mut read, mut all) = (0, 0);
    for school in demo.store.schools().await.unwrap() {
        let past = Past::ContactsFrom(day("2025-12-01"));
        let of = |whom| Question { school: Some(school.id), whom, past, ..Question::default() };
        let everybody = asked(&demo, of(Whom::Everybody)).await;
        let mentored = asked(&demo, of(Whom::Mentored)).await;
        (read, all) = (read + mentored.students.len(), all + everybody.students.len());
        assert_eq!(dosage(&mentored).matches, dosage(&everybody).matches);
    }
    assert!(0 < read && read < all, "{read} of {all}");
}
