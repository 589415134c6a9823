//! What leaves the district: agreements, the file, and the log of what was given.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::SchoolId;
use daymark_reports::{Faces, ShareFile};

use super::{attachment, district_event, face_kind, given};
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::auth::sha256;
use crate::handlers::language::Speaks;
use crate::pages::PageError;
use crate::pages::district::sharing as page;
use crate::service::district::{MonthReport, month_faces, months, today};
use crate::service::district_form::{Fields, LINE_CHARACTERS_MAX, NOTE_CHARACTERS_MAX, Wrong, date, line};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::sharing::{Agreement, NewAgreement, NewDisclosure};
use crate::store::snapshots::Face;

/// All agreements.
pub async fn agreements(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let today = today(&app, &who).await?;
    Ok(page::list(words, &who, today, &app.store.agreements().await?, &Fields::new(), None))
}

/// Writes one down; or shows what was typed with what keeps it from being kept.
pub async fn add(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let today = today(&app, &who).await?;
    let read = || {
        let partner = line(&fields, "partner", LINE_CHARACTERS_MAX)?;
        let purpose = line(&fields, "purpose", NOTE_CHARACTERS_MAX)?;
        let (first, last) = (date(&fields, "first")?, date(&fields, "last")?);
        if last < first || last < today {
            return Err(Wrong::NoTime);
        }
        Ok(NewAgreement { partner, purpose, first, last, by: who.staff_id, at: app.clock.now() })
    };
    match read() {
        Ok(new) => {
            let id = app.store.add_agreement(new).await?;
            Ok(Redirect::to(&format!("/district/agreements/{id}")).into_response())
        }
        Err(wrong) => {
            let agreements = app.store.agreements().await?;
            let page = page::list(words, &who, today, &agreements, &fields, Some(wrong));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// One, with what may be given on it.
pub async fn agreement(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<i64>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, None).await
}

async fn one_page(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    id: i64,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let agreement = app.store.agreement(id).await?.ok_or(PageError::NotFound)?;
    let (schools, today) = (app.store.schools().await?, today(app, who).await?);
    let disclosures = app.store.disclosures().await?;
    let page = page::OnePage {
        who,
        today,
        agreement: &agreement,
        schools: &schools,
        months: &months(app.store.as_ref(), &schools, today).await?,
        disclosures: &disclosures.into_iter().filter(|given| given.agreement == id).collect::<Vec<_>>(),
        wrong,
    };
    Ok(page::one(words, &page))
}

/// Ends one today.
pub async fn end(
    State(app): State<App>,
    Path(id): Path<i64>,
    form: StaffForm<NoFields>,
) -> Result<Redirect, PageError> {
    let today = today(&app, &form.who).await?;
    if !app.store.end_agreement(id, today, form.who.staff_id, app.clock.now()).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/district/agreements/{id}")))
}

/// Gives a file: what is given is written down first, and nothing is given without an agreement that holds.
pub async fn file(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<i64>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let agreement = app.store.agreement(id).await?.ok_or(PageError::NotFound)?;
    let (schools, today) = (app.store.schools().await?, today(&app, &who).await?);
    if !agreement.holds_on(today) {
        let page = one_page(&app, words, &who, id, Some(Wrong::NoAgreement)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let asked = fields.get("month").map(String::as_str);
    let months = months(app.store.as_ref(), &schools, today).await?;
    let month = super::chosen(&months, asked)?.ok_or(PageError::NotFound)?;
    let school = school_of_file(&schools, &fields)?;
    let face = fields.get("face").map_or("csv", String::as_str);
    let kind = face_kind(face).ok_or(PageError::BadForm)?;
    let kept = month_faces(&app, MonthReport::Share, month, &who.name).await?.ok_or(PageError::NotFound)?;
    let bytes = watermarked(&app, &who, &agreement, school, face, kept.json)?;
    let new = NewDisclosure {
        agreement: id,
        school_id: school.map(|school| school.id),
        as_of: month,
        face: if face == "json" { Face::Json } else { Face::Csv },
        digest: sha256(&bytes),
        by: who.staff_id,
        today,
        at: app.clock.now(),
    };
    if !app.store.disclose(new).await? {
        return Err(PageError::NotFound);
    }
    let detail = format!("share as of {month}, agreement {id}");
    app.store.note_access(district_event(&app, &who, "report_exported", detail)).await?;
    attachment(kind, &format!("daymark-share-{month}.{face}"), bytes)
}

fn school_of_file<'a>(schools: &'a [School], fields: &Fields) -> Result<Option<&'a School>, PageError> {
    match fields.get("school").map(String::as_str).filter(|id| !id.is_empty()) {
        None => Ok(None),
        Some(id) => {
            let id: SchoolId = id.parse().map_err(|_| PageError::BadForm)?;
            schools.iter().find(|school| school.id == id).map(Some).ok_or(PageError::NotFound)
        }
    }
}

fn watermarked(
    app: &App,
    who: &SignedIn,
    agreement: &Agreement,
    school: Option<&School>,
    face: &str,
    json: Vec<u8>,
) -> Result<Vec<u8>, PageError> {
    let file: ShareFile = serde_json::from_slice(&json).map_err(|_| PageError::Broken)?;
    let file = match school {
        Some(school) => file.of_school(&school.sis_id),
        None => file,
    };
    let faces = Faces::of(&file).map_err(crate::reports::ReportError::from)?;
    let to = format!("{} by {}", agreement.partner, who.name);
    let faces = faces.given(&given(app, to)).map_err(crate::reports::ReportError::from)?;
    Ok(if face == "json" { faces.json } else { faces.csv })
}

/// Everything that was given.
pub async fn disclosures(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    Ok(page::log(words, &who, &app.store.disclosures().await?))
}
