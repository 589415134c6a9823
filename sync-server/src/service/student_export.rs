//! One student's whole record as a file: everything that the printed record holds, with who took it along, when and why.

use chrono::{DateTime, SecondsFormat, Utc};
use daymark_domain::{RecordPurpose, SchoolDay};
use daymark_reports::{FaceError, Table};
use serde::Serialize;

use super::student_page::Attendance;
use crate::store::numbers::NumberPast;
use crate::store::referrals::{Referral, ReferralStep};
use crate::store::student_file::{FileAccess, StudentFile};

/// What goes with every copy of the record.
#[derive(Clone, Serialize)]
pub struct Watermark {
    /// Who took it along.
    pub taken_by: String,
    /// When, in UTC.
    pub taken_at: String,
    /// Why.
    pub purpose: RecordPurpose,
    /// The school whose record it is.
    pub school: String,
}

impl Watermark {
    /// Of this moment.
    pub fn new(taken_by: &str, at: i64, purpose: RecordPurpose, school: &str) -> Self {
        let taken_at = DateTime::<Utc>::from_timestamp(at, 0).unwrap_or_default();
        Self {
            taken_by: taken_by.to_owned(),
            taken_at: taken_at.to_rfc3339_opts(SecondsFormat::Secs, true),
            purpose,
            school: school.to_owned(),
        }
    }
}

/// Everything that is taken along.
pub struct Record<'a> {
    /// By whom and why.
    pub watermark: Watermark,
    /// The file.
    pub file: &'a StudentFile,
    /// The year to date.
    pub attendance: &'a Attendance,
    /// Referrals with their steps.
    pub referrals: &'a [(&'a Referral, Vec<ReferralStep>)],
    /// Who looked.
    pub accesses: &'a [FileAccess],
}

#[derive(Serialize)]
struct Face<'a> {
    watermark: &'a Watermark,
    attendance: Option<AttendanceFace>,
    record: &'a StudentFile,
    referrals: Vec<ReferralFace<'a>>,
    accesses: &'a [FileAccess],
}

#[derive(Serialize)]
struct AttendanceFace {
    through: Option<SchoolDay>,
    days_missed: String,
    days_enrolled: String,
    days_unmarked: String,
}

#[derive(Serialize)]
struct ReferralFace<'a> {
    kind: &'a str,
    to: &'a str,
    urgency: &'a str,
    reason: Option<&'a str>,
    steps: Vec<StepFace<'a>>,
}

#[derive(Serialize)]
struct StepFace<'a> {
    at: i64,
    status: &'a str,
    consent: &'a str,
    outcome: Option<&'a str>,
    owner: &'a str,
    due: Option<SchoolDay>,
    note: Option<&'a str>,
    by: &'a str,
}

impl Record<'_> {
    /// As JSON, for another system.
    pub fn json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let referrals = self.referrals.iter().map(|(referral, steps)| ReferralFace {
            kind: referral.kind.word(),
            to: &referral.to,
            urgency: referral.urgency.word(),
            reason: referral.reason.as_deref(),
            steps: steps.iter().map(step).collect(),
        });
        serde_json::to_vec_pretty(&Face {
            watermark: &self.watermark,
            attendance: self.attendance(),
            record: self.file,
            referrals: referrals.collect(),
            accesses: self.accesses,
        })
    }

    fn attendance(&self) -> Option<AttendanceFace> {
        self.attendance.standing.map(|standing| AttendanceFace {
            through: self.attendance.through,
            days_missed: standing.figure.missed.to_string(),
            days_enrolled: standing.figure.enrolled.to_string(),
            days_unmarked: standing.unmarked.to_string(),
        })
    }

    /// As a table of what happened on which day; each row carries who took it along.
    pub fn csv(&self) -> Result<Vec<u8>, FaceError> {
        let mut rows = Rows(Table::new(&["part", "day", "what", "more", "text", "by", "taken_back"]));
        self.school_rows(&mut rows);
        self.mentor_rows(&mut rows);
        self.staff_rows(&mut rows);
        let Watermark { taken_by, taken_at, purpose, .. } = &self.watermark;
        rows.0.taken_by(&format!("{taken_by} ({purpose})"), taken_at).csv()
    }

    fn school_rows(&self, rows: &mut Rows) {
        let file = self.file;
        let about = [("name", Some(&file.full_name)), ("grade", file.grade.as_ref())];
        for (what, value) in about.into_iter().chain([("home_language", file.home_language.as_ref())]) {
            rows.add("student", None, what, value.map(String::as_str));
        }
        for (entry, exit) in &file.enrollments {
            rows.add("enrolled", Some(*entry), "entry", None);
            rows.add("enrolled", *exit, "exit", None);
        }
        if let Some(face) = self.attendance() {
            let figure = format!("{} of {} days missed", face.days_missed, face.days_enrolled);
            rows.add("attendance", face.through, "year to date", Some(&figure));
        }
        for day in &file.official {
            rows.add("official", Some(day.day), day.status.word(), day.reason.as_deref());
        }
        for old in &file.replaced {
            let by = old.followed_by.map_or("withdrawn", |status| status.word());
            rows.row(
                "official replaced",
                Some(old.day),
                old.status.word(),
                by,
                old.reason.as_deref(),
                None,
                true,
            );
        }
        for of in &file.indicators {
            let value = format!("{} from {} to {}", of.value, of.first, of.last);
            rows.row("indicator", Some(of.last), of.kind.word(), &value, None, None, of.replaced);
        }
        for point in &file.contact_points {
            let phone = point.phone.as_deref();
            rows.row(
                "contact point",
                None,
                &point.name,
                point.relation.as_deref().unwrap_or_default(),
                phone,
                None,
                point.former,
            );
            for past in &point.past {
                rows.number(&point.name, past);
            }
        }
    }

    fn mentor_rows(&self, rows: &mut Rows) {
        let file = self.file;
        for (day, mark) in &file.marks {
            rows.add("calendar mark", Some(*day), mark.word(), None);
        }
        for of in &file.matches {
            let reason = of.end_reason.as_deref().unwrap_or(of.status.word());
            rows.row(
                "match",
                Some(of.start),
                "from",
                reason,
                of.rationale.as_deref(),
                Some(&of.mentor),
                false,
            );
            if let Some(end) = of.end {
                rows.row("match", Some(end), "until", reason, None, Some(&of.mentor), false);
            }
        }
        for entry in &file.entries {
            let is = serde_json::to_value(entry.is).ok();
            let part = is.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
            let more = [&entry.second, &entry.direction, &entry.party, &entry.place].into_iter().flatten();
            let group = entry.in_group.then(|| "in a group".to_owned());
            let minutes = entry.minutes.map(|n| format!("{n} min"));
            let more: Vec<String> = more.cloned().chain(minutes).chain(group).collect();
            rows.row(
                part,
                Some(entry.day),
                &entry.word,
                &more.join(" "),
                entry.text.as_deref(),
                Some(&entry.mentor),
                entry.voided,
            );
        }
        for of in &file.barriers {
            rows.row("barrier", Some(of.day), &of.factor, &of.source, None, None, of.voided);
        }
        for goal in &file.goals {
            let aim = format!("aim {} by {}", goal.aim, goal.due);
            rows.row("goal", Some(goal.day), &goal.measure, &aim, goal.result.as_deref(), None, goal.voided);
        }
    }

    fn staff_rows(&self, rows: &mut Rows) {
        for (referral, steps) in self.referrals {
            for step in steps {
                let (kind, status) = (referral.kind.word(), step.state.status.word());
                let note = step.state.note.as_ref().map(|note| note.as_str());
                let more = format!("{status} to {}", referral.to);
                rows.row("referral", step.state.due, kind, &more, note, Some(&step.by), false);
            }
        }
        for of in &self.file.written {
            rows.row(
                "staff",
                Some(of.day),
                &of.what,
                &of.words.join(" "),
                of.text.as_deref(),
                of.by.as_deref(),
                false,
            );
        }
        for of in &self.file.amendments {
            rows.row("family", Some(of.day), "amendment", &of.asked_by, Some(&of.text), Some(&of.by), false);
        }
        for of in &self.file.disclosures {
            let day = DateTime::<Utc>::from_timestamp(of.at, 0).map(|at| SchoolDay(at.date_naive()));
            rows.row("disclosed", day, of.purpose.word(), "", Some(&of.recipient), Some(&of.by), false);
        }
        for access in self.accesses {
            let day = DateTime::<Utc>::from_timestamp(access.at, 0).map(|at| SchoolDay(at.date_naive()));
            rows.row(
                "access",
                day,
                &access.what,
                access.detail.as_deref().unwrap_or_default(),
                None,
                access.by.as_deref(),
                false,
            );
        }
    }
}

fn step(step: &ReferralStep) -> StepFace<'_> {
    StepFace {
        at: step.at,
        status: step.state.status.word(),
        consent: step.state.consent.word(),
        outcome: step.state.outcome.map(|outcome| outcome.word()),
        owner: &step.owner_name,
        due: step.state.due,
        note: step.state.note.as_ref().map(|note| note.as_str()),
        by: &step.by,
    }
}

struct Rows(Table);

impl Rows {
    fn add(&mut self, part: &str, day: Option<SchoolDay>, what: &str, text: Option<&str>) {
        if day.is_some() || text.is_some() {
            self.row(part, day, what, "", text, None, false);
        }
    }

    fn number(&mut self, name: &str, past: &NumberPast) {
        let source = past.source.map_or("", |source| source.word());
        let more = format!("{} {source}", past.what);
        self.row("number", past.day, name, more.trim(), past.phone.as_deref(), past.by.as_deref(), false);
    }

    #[allow(clippy::too_many_arguments, reason = "one a column")]
    fn row(
        &mut self,
        part: &str,
        day: Option<SchoolDay>,
        what: &str,
        more: &str,
        text: Option<&str>,
        by: Option<&str>,
        taken_back: bool,
    ) {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let [text, by] = [text, by].map(|value| value.unwrap_or_default().to_owned());
        let taken_back = if taken_back { "yes" } else { "" };
        self.0.row(vec![
            part.to_owned(),
            day,
            what.to_owned(),
            more.to_owned(),
            text,
            by,
            taken_back.to_owned(),
        ]);
    }
}
