//! Reviews after two months.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{MatchId, ReviewDecision};

use super::super::language::Speaks;
use super::{here, looked_at, match_of, refused};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::keeping::form::Form;
use crate::pages::keeping::reviews::{self as page, ListPage, OnePage};
use crate::service::keeping::reviews::{due, read, rules};
use crate::service::keeping::{Fields, Wrong, author};
use crate::store::sessions::SignedIn;

/// What is due, and what was held.
pub async fn reviews(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let matches = app.store.kept_matches(school.id, today).await?;
    let reviews = app.store.reviews(school.id).await?;
    looked_at(&app, &who, "reviews_viewed").await?;
    let rules = rules(&*app.store, school.id, today).await?;
    let due = due(&matches, &reviews, &rules, today);
    let of = |id: MatchId| matches.iter().find(|of| of.id == id);
    let held: Vec<_> =
        reviews.iter().filter_map(|review| Some((review.clone(), of(review.match_id)?))).collect();
    Ok(page::list(words, &ListPage { who: &who, school: &school, today, due: &due, held: &held }))
}

/// One match's reviews.
pub async fn review(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, &Fields::new(), None).await
}

/// Keeps a review. An ending without fault leads on to the ending.
pub async fn add(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (school, today) = here(&app, &who).await?;
    let of = app.store.kept_match(school.id, id, today).await?.ok_or(PageError::NotFound)?;
    let facts = match read(&fields, of.grade.as_deref(), today) {
        Ok(facts) => facts,
        Err(wrong) => return Ok(refused(one_page(&app, words, &who, id, &fields, Some(wrong)).await?)),
    };
    let page = if facts.decision == ReviewDecision::EndWithoutFault { "closing" } else { "reviews" };
    if !app.store.add_review(id, facts, author(&app, &who)).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/staff/{page}/{id}")).into_response())
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
    let reviews = app.store.reviews_of(school.id, id).await?;
    let rules = rules(&*app.store, school.id, today).await?;
    let form = Form { words, typed, wrong };
    Ok(page::one(words, &OnePage { who, today, of: &of, rules: &rules, reviews: &reviews, form }))
}
