//! Thanks and good words.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;

use super::super::language::Speaks;
use super::{here, looked_at, refused};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::keeping::form::Form;
use crate::pages::keeping::thanks::{self as page, ThanksPage};
use crate::service::keeping::thanks::{good_news, read_celebration, read_thanks};
use crate::service::keeping::{Fields, Wrong, author};
use crate::store::sessions::SignedIn;

/// Whom to thank, and whose better days to be glad of.
pub async fn thanks(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    lists(&app, words, &who, &Fields::new(), None).await
}

/// Keeps that somebody was thanked or told a good word: a student's id says which.
pub async fn mark(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let (_, today) = here(&app, &who).await?;
    let author = author(&app, &who);
    let kept = if fields.contains_key("student") {
        match read_celebration(&fields, today) {
            Ok(new) => Ok(app.store.add_celebration(new, author).await?),
            Err(wrong) => Err(wrong),
        }
    } else {
        match read_thanks(&fields, today) {
            Ok((mentor, way, day)) => Ok(app.store.add_thanks(mentor, way, day, author).await?),
            Err(wrong) => Err(wrong),
        }
    };
    match kept {
        Ok(true) => Ok(Redirect::to("/staff/thanks").into_response()),
        Ok(false) => Err(PageError::NotFound),
        Err(wrong) => Ok(refused(lists(&app, words, &who, &fields, Some(wrong)).await?)),
    }
}

async fn lists(
    app: &App,
    words: Words,
    who: &SignedIn,
    typed: &Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let (school, today) = here(app, who).await?;
    let news = good_news(&*app.store, &school, app.clock.now()).await?;
    looked_at(app, who, "thanks_viewed").await?;
    let form = Form { words, typed, wrong };
    Ok(page::page(words, &ThanksPage { who, school: &school, today, news: &news, form }))
}
