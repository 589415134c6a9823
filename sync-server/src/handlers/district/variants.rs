//! What the school's matches try: set by the coordinator, compared by the district.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_domain::MatchId;

use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::district::variants as page;
use crate::service::district_form::{Fields, LINE_CHARACTERS_MAX, Wrong, text};
use crate::store::audit::AccessEvent;
use crate::store::sessions::SignedIn;

/// All open matches with what they try.
pub async fn variants(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    list(&app, words, &who, None).await
}

async fn list(
    app: &App,
    words: daymark_components::Words,
    who: &SignedIn,
    wrong: Option<(MatchId, Wrong, &str)>,
) -> Result<Html<String>, PageError> {
    let school = school_of(app, who).await?;
    let matches = app.store.variants(school.id).await?;
    let seen = AccessEvent::by_staff(app.clock.now(), who.staff_id, school.id, "variants_viewed");
    app.store.note_access(seen).await?;
    Ok(page::page(words, who, &school, &matches, wrong))
}

/// Says what a match tries; an empty field: nothing in particular.
pub async fn set(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let variant = match text(&fields, "variant", LINE_CHARACTERS_MAX) {
        Ok(variant) => Some(variant).filter(|variant| !variant.is_empty()),
        Err(wrong) => {
            let typed = fields.get("variant").map_or("", String::as_str);
            let page = list(&app, words, &who, Some((id, wrong, typed))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if !app.store.set_variant(who.school_id, id, variant, who.staff_id, app.clock.now()).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to("/staff/variants").into_response())
}
