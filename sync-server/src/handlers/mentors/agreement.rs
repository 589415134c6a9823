//! The confidentiality agreement.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use daymark_components::{Language, Words};
use daymark_domain::MentorId;
use serde::Deserialize;

use super::super::language::Speaks;
use super::{mentor_of, school_today, to_mentor};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::mentors::{self as pages, AgreementPage, Typed};
use crate::service::agreement::Agreement;
use crate::service::mentor_forms::{self as forms, Wrong};
use crate::service::referral_form::Fields;
use crate::store::sessions::SignedIn;

/// In which language the text is read; none: that of the page.
#[derive(Default, Deserialize)]
pub struct Read {
    text: Option<String>,
}

impl Read {
    fn language(&self, words: Words) -> Result<Language, PageError> {
        match &self.text {
            None => Ok(words.language()),
            Some(word) => Language::from_word(word).ok_or(PageError::NotFound),
        }
    }
}

/// The text with the form under it.
pub async fn agreement(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    Query(read): Query<Read>,
) -> Result<Html<String>, PageError> {
    page(&app, &who, words, id, read.language(words)?, None).await
}

/// Writes a signature down.
pub async fn sign(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MentorId>,
    Query(read): Query<Read>,
    StaffForm { who, fields, .. }: StaffForm<Fields>,
) -> Result<Response, PageError> {
    mentor_of(&app, &who, id).await?;
    let language = read.language(words)?;
    let (_, today) = school_today(&app, &who).await?;
    let entry = match forms::agreement(&fields, language, today) {
        Ok(entry) => entry,
        Err(wrong) => {
            let page = page(&app, &who, words, id, language, Some((&fields, &wrong))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    app.store.write_down(who.school_id, id, entry, who.staff_id, app.clock.now()).await?;
    app.poke(who.school_id);
    Ok(to_mentor(id).into_response())
}

async fn page(
    app: &App,
    who: &SignedIn,
    words: Words,
    id: MentorId,
    language: Language,
    refused: Option<(&Fields, &Wrong)>,
) -> Result<Html<String>, PageError> {
    let (school, today) = school_today(app, who).await?;
    let mentor = mentor_of(app, who, id).await?;
    let (fields, wrong) = refused.unzip();
    let page = AgreementPage {
        who,
        school: &school,
        today,
        mentor: &mentor,
        agreement: Agreement::current(language),
        typed: Typed { form: "agreement", fields, wrong },
    };
    Ok(pages::agreement(words, &page))
}
