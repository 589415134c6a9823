//! Schools, students, enrollments and guardians.

use std::path::Path;

use chrono_tz::Tz;
use daymark_domain::SchoolDay;
use daymark_sis_import::{Note, OneRoster, read_one_roster_telling};

use super::{Applying, Loss, check_losses, check_rows, in_one_transaction, unreadable};
use crate::imports::plan::EnrollmentChange;
use crate::imports::plan::roster::{RosterPlan, RosterRules};
use crate::imports::{
    DEFAULT_TIME_ZONE, ImportError, ImportKind, ImportOptions, ImportReport, Noun, day_at, digest,
};
use crate::store::StoreError;
use crate::store::imports::{ImportStore, ImportTransaction, StoredRoster};

pub(in crate::imports) fn import(
    store: &dyn ImportStore,
    path: &Path,
    options: &ImportOptions,
) -> Result<ImportReport, ImportError> {
    let time_zone = options.time_zone.as_deref().unwrap_or(DEFAULT_TIME_ZONE);
    time_zone.parse::<Tz>().map_err(|_| ImportError::TimeZone(time_zone.to_owned()))?;
    let mut set = read_one_roster_telling(path, &|read, of| options.progress.tell(read, of))?;
    let files = set.files.iter().map(|file| file.file.as_str());
    let digest = digest::of_set(path, files).map_err(unreadable(path))?;
    let rules = RosterRules { time_zone, today: day_at(time_zone, options.now) };
    in_one_transaction(store, options, |tx| apply(tx, &mut set, &rules, options, digest))
}

fn apply(
    tx: &mut dyn ImportTransaction,
    set: &mut OneRoster,
    rules: &RosterRules<'_>,
    options: &ImportOptions,
    digest: [u8; 32],
) -> Result<ImportReport, ImportError> {
    let plan = RosterPlan::new(&stored(tx)?, set, rules);
    let losses = losses(&plan);
    let RosterPlan { schools, students, attributes, sources, enrollments, guardians, links, report, .. } =
        plan;
    let mut report = check_losses(check_rows(report, options)?, &losses, options)?;
    let mut applying = Applying::new(tx, ImportKind::OneRoster, options);
    for school in &schools {
        applying.tx.put_school(school)?;
        applying.seq(school.id)?;
    }
    for (school, student) in &students {
        let seq = applying.seq(*school)?;
        applying.tx.put_student(student, seq)?;
    }
    for (student, row) in &attributes {
        applying.tx.put_student_attributes(*student, row)?;
    }
    for change in enrollments {
        enroll(&mut applying, change)?;
    }
    for (student, rows) in &sources {
        applying.tx.put_enrollment_source(*student, rows)?;
    }
    for guardian in &guardians {
        applying.tx.put_guardian(guardian)?;
    }
    for (school, link) in &links {
        let seq = applying.seq(*school)?;
        applying.tx.put_guardian_link(link, seq)?;
    }
    end_matches_of_movers(&mut applying, rules.today, &mut report)?;
    applying.finish(digest, &report)?;
    Ok(report)
}

/// A mentor's access ends on the day on which the student is at another school (T33). Between two terms, and when a year
/// is over, nobody has moved: that is the coordinator's to say.
fn end_matches_of_movers(
    applying: &mut Applying<'_>,
    today: SchoolDay,
    report: &mut ImportReport,
) -> Result<(), StoreError> {
    for left in applying.tx.matches_left_behind(today)? {
        let seq = applying.seq(left.school_id)?;
        applying.tx.end_match(&left, applying.at, seq)?;
        report.withdrawn.count(Noun::Match);
        report.notes.push(Note::new(
            "enrollments.csv",
            format!("says that {} is at another school: the match here has ended", left.student_sis_id),
        ));
    }
    Ok(())
}

pub(super) fn stored(tx: &mut dyn ImportTransaction) -> Result<StoredRoster, StoreError> {
    Ok(StoredRoster {
        schools: tx.schools()?,
        students: tx.students()?,
        enrollments: tx.enrollments()?,
        guardians: tx.guardians()?,
        links: tx.guardian_links()?,
        hand_set: tx.guardians_hand_set()?,
        attributes: tx.student_attributes()?,
        sources: tx.enrollment_sources()?,
    })
}

fn enroll(applying: &mut Applying<'_>, change: EnrollmentChange) -> Result<(), StoreError> {
    match change {
        EnrollmentChange::Keep => Ok(()),
        EnrollmentChange::Add(row) => {
            let seq = applying.seq(row.school_id)?;
            applying.tx.add_enrollment(&row, seq)
        }
        EnrollmentChange::Correct(entry, row) | EnrollmentChange::End(entry, row) => {
            let seq = applying.seq(row.school_id)?;
            applying.tx.correct_enrollment(entry, &row, seq)
        }
    }
}

fn losses(plan: &RosterPlan) -> [Loss; 3] {
    let withdrawn = |noun| plan.report.withdrawn.of(noun);
    [
        Loss { of_what: "active students", ended: withdrawn(Noun::Student), before: plan.before.students },
        Loss { of_what: "enrollments", ended: plan.enrollments_lost, before: plan.before.enrollments },
        Loss {
            of_what: "guardians of students",
            ended: withdrawn(Noun::GuardianLink),
            before: plan.before.links,
        },
    ]
}
