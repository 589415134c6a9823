//! The figures of the district's months. A month is read whole, and whoever reads it first freezes it: later readers
//! get the same bytes, whatever was corrected since, so that no two readings tell of the few who made the difference.

use std::collections::BTreeMap;

use daymark_domain::{MatchId, SchoolDay, Window, readable_months};
use daymark_reports::{AnyReport, Faces, Facts, ReportName, share_file, variants};

use crate::app::App;
use crate::reports::{Question, ReportError, digest, facts};
use crate::service::rules::Rulebook;
use crate::service::school_time;
use crate::store::district::MonthFaces;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::snapshots::NewSnapshot;
use crate::store::{Store, StoreError};

/// What is kept of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthReport {
    /// One of the reports for readers beyond the schools.
    Of(ReportName),
    /// What matches try, compared.
    Variants,
    /// What may be given to partners.
    Share,
}

impl MonthReport {
    /// Its name in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Of(name) => name.word(),
            Self::Variants => "variants",
            Self::Share => "share",
        }
    }

    fn make(self, facts: &Facts, tags: &BTreeMap<MatchId, String>) -> Option<Box<dyn AnyReport>> {
        match self {
            Self::Of(name) => name.for_district(facts),
            Self::Variants => Some(Box::new(variants(facts, tags))),
            Self::Share => Some(Box::new(share_file(facts))),
        }
    }
}

/// Today where whoever asks is at home.
pub async fn today(app: &App, who: &SignedIn) -> Result<SchoolDay, StoreError> {
    let now = app.clock.now();
    let home = app.store.school(who.school_id).await?;
    Ok(home.map_or_else(|| SchoolDay::at(now, 0), |home| school_time::at(&home, now).day))
}

/// The months that may be read, each by its last day, the latest first: of the school year that the record is in.
pub async fn months(
    store: &dyn Store,
    schools: &[School],
    today: SchoolDay,
) -> Result<Vec<SchoolDay>, ReportError> {
    let Some(recorded) = schools.iter().filter_map(|school| school.recorded_through).max() else {
        return Ok(Vec::new());
    };
    let starts = Rulebook::of(store).await?.rules(None, recorded)?.rules.school_year_starts;
    let year = Window::school_year(recorded, starts);
    let first = store.first_school_day(year.first).await?.unwrap_or(year.first);
    Ok(readable_months(first, recorded, today))
}

/// A month's figures: as they were first read, or made and kept now. Nothing for a report that tells of students.
pub async fn month_faces(
    app: &App,
    report: MonthReport,
    month: SchoolDay,
    by: &str,
) -> Result<Option<MonthFaces>, ReportError> {
    if let Some(kept) = app.store.month_faces(report.word(), month).await? {
        return Ok(Some(kept));
    }
    let question = Question { as_of: Some(month), ..Question::default() };
    let facts = facts(app.store.as_ref(), &question).await?.without_texts();
    let tags = app.store.all_variants().await?;
    // Minutes of arithmetic for a large district would keep others waiting here.
    let made = tokio::task::spawn_blocking(move || {
        let Some(made) = report.make(&facts, &tags) else { return Ok(None) };
        let faces = Faces::of(made.as_ref())?;
        Ok::<_, ReportError>(Some((faces, digest(&facts), facts.rules.version)))
    });
    let Some((faces, inputs, rule_version)) = made.await.map_err(|_| StoreError::Stopped)?? else {
        return Ok(None);
    };
    let new = NewSnapshot {
        report: report.word().to_owned(),
        school_id: None,
        as_of: month,
        rule_version,
        inputs,
        json: faces.json,
        csv: faces.csv,
        at: app.clock.now(),
        by: by.to_owned(),
    };
    Ok(Some(app.store.keep_month(new).await?))
}
