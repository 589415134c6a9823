//! What is printed of endings and support.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use daymark_components::{Language, Words};
use daymark_domain::{MatchId, MentorId, prompts_to_offer};
use serde::Deserialize;

use super::super::language::Speaks;
use super::super::mentors::mentor_of;
use super::{here, match_of};
use crate::app::App;
use crate::auth::session::Staff;
use crate::pages::PageError;
use crate::pages::keeping::sheets;
use crate::pages::keeping::support::talked_about;

/// Questions on a sheet.
const PROMPTS_ON_A_SHEET: usize = 5;

/// In which language.
#[derive(Deserialize)]
pub struct Wish {
    r#in: Option<String>,
}

impl Wish {
    fn words(&self, spoken: Words) -> Words {
        self.r#in.as_deref().and_then(Language::from_word).map_or(spoken, Words::of)
    }
}

/// The student's certificate.
pub async fn certificate(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let of = match_of(&app, &who, id, today).await?;
    Ok(sheets::certificate(wish.words(words), &school.name, &of, today))
}

/// The mentor's thank-you at the end of a match.
pub async fn thank_you(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let of = match_of(&app, &who, id, today).await?;
    let back = format!("/staff/closing/{id}");
    let address = format!("{back}/thank-you");
    Ok(sheets::thank_you(wish.words(words), (&school.name, &of.mentor_name), (&back, &address), today))
}

/// The same at any time of the year.
pub async fn thank_you_card(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let mentor = mentor_of(&app, &who, id).await?;
    let address = format!("/staff/thanks/{id}");
    Ok(sheets::thank_you(wish.words(words), (&school.name, &mentor.name), ("/staff/thanks", &address), today))
}

/// What staff wrote for the next mentor.
pub async fn hand_over(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(&app, &who).await?;
    let of = match_of(&app, &who, id, today).await?;
    let latest = app.store.hand_overs(school.id, id).await?.into_iter().next().ok_or(PageError::NotFound)?;
    Ok(sheets::hand_over(wish.words(words), &school.name, &of, (latest.text.as_str(), &latest.by)))
}

/// Questions to think about before a talk.
pub async fn questions(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    Query(wish): Query<Wish>,
) -> Result<Html<String>, PageError> {
    let (school, _) = here(&app, &who).await?;
    let mentor = mentor_of(&app, &who, id).await?;
    let talks = app.store.check_ins(school.id, id).await?;
    let prompts = prompts_to_offer(&talked_about(&talks), PROMPTS_ON_A_SHEET);
    let address = format!("/staff/support/{id}");
    Ok(sheets::questions(wish.words(words), (&school.name, &mentor.name), &address, &prompts))
}
