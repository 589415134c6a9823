//! The facts as lines of text, the same for the same facts: what the hash of a frozen report is taken of.

use crate::facts::{ContactFact, Facts, MatchFacts, SchoolFacts, StudentFacts, TeamFacts, Told};

impl Facts {
    /// Hands out line after line. Ids are the export's keys, so that the same files give the same lines elsewhere;
    /// matches, which no export knows, go by student, start and mentor.
    pub fn lines(&self, mut line: impl FnMut(&str)) {
        line(&format!("as of {} scope {}", self.as_of, self.school.map_or("district", |id| self.key(id))));
        let rules = self.rules.rules.of_figures();
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
        self.team_lines(&self.team, &mut line);
    }

    fn key(&self, school: daymark_domain::SchoolId) -> &str {
        self.school(school).map_or("", |school| &school.sis_id)
    }

    fn school_lines(&self, school: &SchoolFacts, line: &mut impl FnMut(&str)) {
        let SchoolFacts { sis_id, negative_reporting, recorded_through, .. } = school;
        line(&format!("school {sis_id} {negative_reporting} {recorded_through:?}"));
        for (key, value) in school.rules.rules.of_figures() {
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
        if let Some(kind) = matched.mentor_kind {
            line(&format!("mentor {}", kind.word()));
        }
        for contact in &matched.contacts {
            let ContactFact { day, kind, at, device, reach, wrong_number } = contact;
            line(&format!("contact {day} {kind} {at} {device} {reach:?} {wrong_number}"));
        }
        told_lines(&matched.told, line);
    }
}

impl Facts {
    /// No export knows mentors: they go by name.
    fn mentor(&self, id: daymark_domain::MentorId) -> &str {
        let found = self.matches.iter().find(|matched| matched.mentor_id == id);
        found.map_or("", |matched| &matched.mentor_name)
    }

    /// Sorted: what was written down in one second has no order of its own.
    fn team_lines(&self, team: &TeamFacts, line: &mut impl FnMut(&str)) {
        let referrals = team.referrals.iter().map(|row| {
            let (student, school) = (&row.student_sis_id, self.key(row.school_id));
            let dates = (row.day, row.since, row.due);
            let words = (row.kind.word(), row.urgency.word(), row.status.word(), &row.owner);
            format!("referral {student} {school} {words:?} {dates:?}")
        });
        let decisions = team
            .decisions
            .iter()
            .map(|row| format!("decision {} {:?} {}", self.key(row.school_id), row.student_sis_id, row.day));
        let actions = team.actions.iter().map(|row| {
            let (student, school) = (&row.student_sis_id, self.key(row.school_id));
            let dates = (row.day, row.since, row.due);
            format!("action {school} {student:?} {} {} {dates:?}", row.state.word(), row.owner)
        });
        let check_ins = team.check_ins.iter().map(|row| {
            format!("check-in {} {} {}", self.key(row.school_id), self.mentor(row.mentor_id), row.day)
        });
        let mut lines: Vec<String> = referrals.chain(decisions).chain(actions).chain(check_ins).collect();
        lines.sort_unstable();
        lines.iter().for_each(|text| line(text));
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
