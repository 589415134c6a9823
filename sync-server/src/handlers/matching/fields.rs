//! What a mentor's phone gets of a student beyond what every phone does: granted and ended here.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::MatchId;

use super::today;
use crate::app::App;
use crate::auth::session::{NoFields, Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::matching::fields::{self as page, GrantsPage};
use crate::service::matching::form::{Fields, GrantFields, Wrong, read_grant};
use crate::store::audit::AccessEvent;
use crate::store::field_grants::{FieldGranted, NewFieldGrant};
use crate::store::sessions::SignedIn;

/// What is granted, and the form.
pub async fn grants(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
) -> Result<Html<String>, PageError> {
    grants_page(&app, words, &who, id, &Fields::new(), None).await
}

/// Grants a field, or shows what was typed with what keeps it from being granted.
pub async fn grant(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let from = today(&app, &school);
    let wrong = match read_grant(&fields, from) {
        Err(wrong) => wrong,
        Ok(GrantFields { field, reason, until }) => {
            let (by, at) = (who.staff_id, app.clock.now());
            let new =
                NewFieldGrant { school_id: school.id, match_id: id, field, reason, from, until, by, at };
            match app.store.grant_field(new).await? {
                FieldGranted::Yes => {
                    app.poke(school.id);
                    return Ok(to_grants(id).into_response());
                }
                FieldGranted::NoSuchMatch => return Err(PageError::NotFound),
                FieldGranted::Already => Wrong { field: "field", why: "granted" },
            }
        }
    };
    let page = grants_page(&app, words, &who, id, &fields, Some(wrong)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Ends one before its day.
pub async fn end(
    State(app): State<App>,
    Path((id, grant)): Path<(MatchId, i64)>,
    form: StaffForm<NoFields>,
) -> Result<Redirect, PageError> {
    let (who, at) = (form.who, app.clock.now());
    if !app.store.end_field_grant(who.school_id, id, grant, who.staff_id, at).await? {
        return Err(PageError::NotFound);
    }
    app.poke(who.school_id);
    Ok(to_grants(id))
}

fn to_grants(id: MatchId) -> Redirect {
    Redirect::to(&format!("/staff/matches/{id}/fields"))
}

async fn grants_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MatchId,
    typed: &Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    // First: what ran out over night is not shown as granted.
    let school = school_of(app, who).await?;
    let of = app.store.field_grants(school.id, id).await?.ok_or(PageError::NotFound)?;
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "field_grants_viewed");
    app.store.note_access(seen.about(of.student_id)).await?;
    let page = GrantsPage { who, school: &school, today: today(app, &school), id, of: &of, typed, wrong };
    Ok(page::page(words, &page))
}
