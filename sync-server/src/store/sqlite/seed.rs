//! Rows that only an import makes, for the conformance suite.

use async_trait::async_trait;
use daymark_domain::{DayPart, DayType, MatchId, NumberMark, SchoolDay, SchoolId, StudentId};
use daymark_sqlite::rusqlite::params;

use super::SqliteStore;
use super::values::run;
use crate::store::contract::Seed;

#[async_trait]
impl Seed for SqliteStore {
    async fn seed_school(&self, name: &str) -> SchoolId {
        let (id, name) = (SchoolId::random(), name.to_owned());
        self.write(move |tx| {
            let sql = "INSERT INTO school (id, sis_id, name, time_zone, log_id) VALUES (?1, ?2, ?2, 'America/Chicago', x'0102030405060708')";
            run(tx, sql, params![id.as_bytes(), name])?;
            run(tx, "INSERT OR IGNORE INTO import_batch (id, kind, digest, rows_read, changes, problems, applied_at) VALUES (1, 'attendance', x'00', 0, 0, 0, 0)", [])
        })
        .await
        .unwrap();
        id
    }

    async fn seed_student(&self, school: SchoolId, given: &str, family: &str, entry: SchoolDay) -> StudentId {
        let (id, given, family) = (StudentId::random(), given.to_owned(), family.to_owned());
        self.write(move |tx| {
            let student = "INSERT INTO student (id, sis_id, given_name, family_name, grade, seq) VALUES (?1, ?2, ?3, ?4, '7', 0)";
            run(tx, student, params![id.as_bytes(), id.to_string(), given, family])?;
            let enrollment = "INSERT INTO enrollment (student_id, school_id, entry_day, seq) VALUES (?1, ?2, ?3, 0)";
            run(tx, enrollment, params![id.as_bytes(), school.as_bytes(), entry.number()])
        })
        .await
        .unwrap();
        id
    }

    async fn seed_calendar(&self, school: SchoolId, days: Vec<(SchoolDay, DayType)>) {
        self.write(move |tx| {
            for (day, kind) in days {
                let sql = "INSERT INTO calendar_day (school_id, day, day_type, value, seq) VALUES (?1, ?2, ?3, ?4, 0)";
                let value = if kind.is_instructional() { DayPart::WHOLE } else { DayPart::NONE };
                run(tx, sql, params![school.as_bytes(), day.number(), kind.word(), value.get()])?;
            }
            Ok(())
        })
        .await
        .unwrap();
    }

    async fn seed_absence(&self, school: SchoolId, student: StudentId, day: SchoolDay, missed: DayPart) {
        self.write(move |tx| {
            let sql = "INSERT INTO attendance_event (student_id, school_id, day, status, missed, batch_id, seq) VALUES (?1, ?2, ?3, 'absent_unexcused', ?4, 1, 0)";
            run(tx, sql, params![student.as_bytes(), school.as_bytes(), day.number(), missed.get()])?;
            let through = "UPDATE school SET recorded_through = max(coalesce(recorded_through, 0), ?2) WHERE id = ?1";
            run(tx, through, params![school.as_bytes(), day.number()])
        })
        .await
        .unwrap();
    }

    async fn seed_door_check(&self, match_id: MatchId, day: SchoolDay, result: &str) {
        let result = result.to_owned();
        self.write(move |tx| {
            let sql = "INSERT INTO door_check (match_id, entry_key, day, at, result) VALUES (?1, 'a-' || ?2, ?2, 0, ?3)";
            run(tx, sql, params![match_id.as_bytes(), day.number(), result])
        })
        .await
        .unwrap();
    }

    async fn seed_call(&self, match_id: MatchId, day: SchoolDay, outcome: &str) {
        let outcome = outcome.to_owned();
        self.write(move |tx| {
            let sql = "INSERT INTO contact (match_id, entry_key, kind, day, at, outcome, reached) VALUES (?1, 'b-' || ?2, 'wake_up_call', ?2, 0, ?3, ?4)";
            let reached = match outcome.as_str() {
                "reached_student" => "student",
                "reached_guardian" => "family",
                _ => "nobody",
            };
            run(tx, sql, params![match_id.as_bytes(), day.number(), outcome, reached])
        })
        .await
        .unwrap();
    }

    async fn seed_wrong_number(&self, match_id: MatchId, key: &str, number: &str, at: i64) {
        let (key, mark) = (key.to_owned(), NumberMark::of(number));
        self.write(move |tx| {
            let sql = "INSERT INTO contact (match_id, entry_key, kind, day, at, outcome, number, reached) VALUES (?1, ?2, 'absence_call', 20375, ?3, 'wrong_number', ?4, 'nobody')";
            run(tx, sql, params![match_id.as_bytes(), key, at, mark.0])
        })
        .await
        .unwrap();
    }

    async fn seed_note(&self, match_id: MatchId, key: &str, text: &str, audience: &str, class: &str) {
        let [key, text, audience, class] = [key, text, audience, class].map(str::to_owned);
        self.write(move |tx| {
            let sql = "INSERT INTO note (match_id, entry_key, day, at, text, audience, class) VALUES (?1, ?2, 20375, 1760445720, ?3, ?4, ?5)";
            run(tx, sql, params![match_id.as_bytes(), key, text, audience, class])
        })
        .await
        .unwrap();
    }

    async fn seed_barrier(&self, match_id: MatchId, key: &str, factor: &str) {
        let [key, factor] = [key, factor].map(str::to_owned);
        self.write(move |tx| {
            let sql = "INSERT INTO barrier (match_id, entry_key, day, category, factor, source, voided) VALUES (?1, ?2, 20375, 'barrier', ?3, 'family', 0)";
            run(tx, sql, params![match_id.as_bytes(), key, factor])
        })
        .await
        .unwrap();
    }

    async fn seed_ask(&self, match_id: MatchId, key: &str, kind: &str, urgency: &str, text: &str) {
        let [key, kind, urgency, text] = [key, kind, urgency, text].map(str::to_owned);
        self.write(move |tx| {
            let sql = "INSERT INTO ask (match_id, entry_key, day, at, kind, urgency, text, voided) VALUES (?1, ?2, 20375, 1760445720, ?3, ?4, ?5, 0)";
            run(tx, sql, params![match_id.as_bytes(), key, kind, urgency, text])
        })
        .await
        .unwrap();
    }
}
