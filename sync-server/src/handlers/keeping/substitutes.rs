//! Mentors who stand in.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::MatchId;

use super::super::language::Speaks;
use super::{here, looked_at, match_of, or_not_found, refused};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::keeping::form::Form;
use crate::pages::keeping::substitutes::{self as page, ListPage, OnePage};
use crate::service::keeping::substitutes::{read_new, read_renewal};
use crate::service::keeping::{Fields, Wrong, author};
use crate::store::sessions::SignedIn;
use crate::store::substitutes::StandsIn;

/// Who stands in now, and who did.
pub async fn substitutes(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let matches = app.store.kept_matches(school.id, today).await?;
    let terms = app.store.substitute_terms(school.id).await?;
    looked_at(&app, &who, "substitutes_viewed").await?;
    Ok(page::list(words, &ListPage { who: &who, school: &school, matches: &matches, terms: &terms }))
}

/// The form for one match.
pub async fn substitute(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, &Fields::new(), None).await
}

/// Lets somebody stand in from today.
pub async fn add(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(for_match): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (school, today) = here(&app, &who).await?;
    let of = app.store.kept_match(school.id, for_match, today).await?.ok_or(PageError::NotFound)?;
    let wrong = match read_new(&fields, &of, MatchId::random(), today) {
        Ok(new) => match app.store.add_substitute(new, author(&app, &who)).await? {
            StandsIn::Yes => {
                app.poke(school.id);
                return Ok(Redirect::to("/staff/substitutes").into_response());
            }
            StandsIn::NotOfThisSchool => return Err(PageError::NotFound),
            StandsIn::Already => Wrong::at("mentor", "already_matched"),
        },
        Err(wrong) => wrong,
    };
    Ok(refused(one_page(&app, words, &who, for_match, &fields, Some(wrong)).await?))
}

/// Lets it last longer.
pub async fn renew(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (school, today) = here(&app, &who).await?;
    let of = app.store.kept_match(school.id, id, today).await?.ok_or(PageError::NotFound)?;
    match read_renewal(&fields, &of, today) {
        Ok(renewal) => {
            let was_kept = app.store.renew_substitute(renewal, author(&app, &who)).await?;
            app.poke(school.id);
            or_not_found(was_kept, Redirect::to(&format!("/staff/substitutes/{id}")).into_response())
        }
        Err(wrong) => Ok(refused(one_page(&app, words, &who, id, &fields, Some(wrong)).await?)),
    }
}

async fn one_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MatchId,
    typed: &Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(app, who).await?;
    let of = match_of(app, who, id, today).await?;
    let mut matches = app.store.kept_matches(school.id, today).await?;
    matches.retain(|other| other.student_id == of.student_id);
    let page = OnePage {
        who,
        today,
        of: &of,
        matches: &matches,
        terms: &app.store.substitute_terms(school.id).await?,
        mentors: &app.store.mentors(school.id).await?,
        form: Form { words, typed, wrong },
    };
    Ok(page::one(words, &page))
}
