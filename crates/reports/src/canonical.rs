//! The facts as lines of text, the same for the same facts: what the hash of a frozen report is taken of.

use crate::facts::{ContactFact, Facts, MatchFacts, SchoolFacts, StudentFacts, Told};

impl Facts {
    /// Hands out line after line. Ids are the export's keys, so that the same files give the same lines elsewhere;
    /// matches, which no export knows, go by student, start and mentor.
    pub fn lines(&self, mut line: impl FnMut(&str)) {
        line(&format!("as of {} scope {}", self.as_of, self.school.map_or("district", |id| self.key(id))));
        let rules = self.rules.rules.entries();
        rules.iter().for_each(|(key, value)| line(&format!("rule {key} {value}")));
        for school in &self.schools {
            self.school_lines(school, &mut line);
        }
        for student in &self.students {
            self.student_lines(student, &mut line);
        }
        for matched in &self.matches {
            self.match_lines(matched, &mut line);
        }
    }

    fn key(&self, school: daymark_domain::SchoolId) -> &str {
        self.school(school).map_or("", |school| &school.sis_id)
    }

    fn school_lines(&self, school: &SchoolFacts, line: &mut impl FnMut(&str)) {
        let SchoolFacts { sis_id, negative_reporting, recorded_through, .. } = school;
        line(&format!("school {sis_id} {negative_reporting} {recorded_through:?}"));
        for (key, value) in school.rules.rules.entries() {
            line(&format!("rule {sis_id} {key} {value}"));
        }
        for day in &school.calendar {
            line(&format!("day {sis_id} {} {} {}", day.day, day.day_type.word(), day.value.get()));
        }
    }

    fn student_lines(&self, student: &StudentFacts, line: &mut impl FnMut(&str)) {
        let StudentFacts { sis_id, grade, groups, .. } = student;
        line(&format!("student {sis_id} {grade:?}"));
        let of = (&groups.gender, &groups.race_ethnicity, &groups.lunch, &groups.zip);
        line(&format!("groups {of:?} {:?} {:?}", groups.english_learner, groups.special_education));
        for row in &student.enrollments {
            line(&format!("enrolled {} {} {:?}", self.key(row.school_id), row.entry, row.exit));
        }
        for mark in &student.marks {
            let (status, missed) = (mark.status.word(), mark.missed.get());
            line(&format!("mark {} {} {status} {missed}", self.key(mark.school_id), mark.day));
        }
        for row in &student.indicators {
            line(&format!("indicator {} {} {} {}", row.kind.word(), row.first, row.last, row.value));
        }
    }

    fn match_lines(&self, matched: &MatchFacts, line: &mut impl FnMut(&str)) {
        let MatchFacts { student_sis_id, mentor_name, start, end, phones, last_sync, .. } = matched;
        let school = self.key(matched.school_id);
        line(&format!(
            "match {student_sis_id} {school} {mentor_name:?} {start} {end:?} {phones} {last_sync:?}"
        ));
        for contact in &matched.contacts {
            let ContactFact { day, kind, at, device, reach, wrong_number } = contact;
            line(&format!("contact {day} {kind} {at} {device} {reach:?} {wrong_number}"));
        }
        told_lines(&matched.told, line);
    }
}

/// Texts are in no hash: what must one day be forgotten leaves no trace that it could be guessed by.
fn told_lines(told: &Told, line: &mut impl FnMut(&str)) {
    for row in &told.barriers {
        line(&format!("barrier {} {} {:?}", row.day, row.factor, row.resolved));
    }
    for note in &told.notes {
        line(&format!("note {}", note.day));
    }
    for row in &told.recognitions {
        line(&format!("recognition {} {:?}", row.day, row.recognition));
    }
    for ask in &told.asks {
        line(&format!("ask {} {} {} {:?}", ask.day, ask.kind, ask.urgency, ask.closed));
    }
}
