//! Where the chronically absent students are, whether mentors are there, and what can be said of their effect.

use axum::extract::{Query, State};
use axum::response::Html;
use daymark_domain::{CASELOADS, SchoolDay};
use daymark_reports::ReportName;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{chosen, district_event};
use crate::app::App;
use crate::auth::session::Staff;
use crate::handlers::language::Speaks;
use crate::pages::PageError;
use crate::pages::district::{home, impact};
use crate::service::district::{MonthReport, month_faces, months, today};
use crate::store::sessions::SignedIn;

/// Which month, and how many students a mentor takes.
#[derive(Deserialize)]
pub struct Which {
    month: Option<String>,
    caseload: Option<u32>,
}

/// The captain's first page: the needs assessment beside the mentors that there are.
pub async fn home(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    let caseload = which.caseload.unwrap_or(CASELOADS[2]);
    if !CASELOADS.contains(&caseload) {
        return Err(PageError::BadForm);
    }
    let schools = app.store.schools().await?;
    let months = months(app.store.as_ref(), &schools, today(&app, &who).await?).await?;
    let month = chosen(&months, which.month.as_deref())?;
    let needs = match month {
        Some(month) => Some(read(&app, &who, MonthReport::Of(ReportName::NeedsAssessment), month).await?),
        None => None,
    };
    let page = home::HomePage {
        who: &who,
        schools: &schools,
        months: &months,
        month,
        caseload,
        needs: needs.as_ref(),
        supply: &app.store.mentor_supply().await?,
        readiness: &app.store.readiness(None).await?,
    };
    Ok(home::page(words, &page))
}

/// The impact of a month, with what the schools wrote beside it.
pub async fn impact(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    impact_page(&app, words, &who, which, MonthReport::Of(ReportName::MonthlyImpact)).await
}

/// The variants, by the same rules.
pub async fn variants(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    impact_page(&app, words, &who, which, MonthReport::Variants).await
}

async fn impact_page(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    which: Which,
    report: MonthReport,
) -> Result<Html<String>, PageError> {
    let schools = app.store.schools().await?;
    let months = months(app.store.as_ref(), &schools, today(app, who).await?).await?;
    let month = chosen(&months, which.month.as_deref())?;
    let (mut impact, mut reflections) = (None, Vec::new());
    if let Some(month) = month {
        impact = Some(read(app, who, report, month).await?);
        reflections = app.store.reflections(None, month).await?;
    }
    let page = impact::ImpactPage {
        who,
        schools: &schools,
        months: &months,
        month,
        impact: impact.as_ref(),
        reflections: &reflections,
    };
    Ok(match report {
        MonthReport::Variants => impact::variants(words, &page),
        _ => impact::page(words, &page),
    })
}

/// A month's figures as a page reads them; that they were looked at is noted.
async fn read<T: DeserializeOwned>(
    app: &App,
    who: &SignedIn,
    report: MonthReport,
    month: SchoolDay,
) -> Result<T, PageError> {
    let faces = month_faces(app, report, month, &who.name).await?.ok_or(PageError::NotFound)?;
    let detail = format!("{} as of {month}, frozen as {}", report.word(), faces.id);
    app.store.note_access(district_event(app, who, "report_viewed", detail)).await?;
    serde_json::from_slice(&faces.json).map_err(|error| {
        tracing::error!(%error, report = report.word(), "a frozen report cannot be read");
        PageError::Broken
    })
}
