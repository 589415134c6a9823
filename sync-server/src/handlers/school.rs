//! What the school says to its mentors.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use daymark_domain::{SafetyContact, TextPolicy};

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::help::{self as page, HelpPage, Outcome, SAFETY_CONTACTS_MAX, fields_of};
use crate::service::school_help::{set_texting, texting};
use crate::store::audit::AccessEvent;

/// Whom mentors phone at once, and whom they may text.
pub async fn help(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let school = school_of(&app, &who).await?;
    let contacts = app.store.safety_contacts(school.id).await?.iter().map(fields_of).collect();
    let texting = texting(&app, &school).await?;
    Ok(page::page(words, HelpPage { who: &who, school: &school, contacts, texting, outcome: None }))
}

/// Stores all of it, or shows what was typed with what is wrong.
pub async fn set_help(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let school = school_of(&app, &who).await?;
    let contacts = typed(&fields);
    let policy = fields.get("texting").and_then(|word| word.parse::<TextPolicy>().ok());
    let texting = policy.ok_or(PageError::BadForm)?;
    let show = |contacts: Vec<[String; 3]>, outcome| {
        page::page(words, HelpPage { who: &who, school: &school, contacts, texting, outcome: Some(outcome) })
    };
    let read: Result<Vec<SafetyContact>, _> =
        contacts.iter().map(|[name, role, phone]| SafetyContact::new(name, role, phone)).collect();
    let Ok(read) = read else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, show(contacts, Outcome::Wrong)).into_response());
    };
    let now = app.clock.now();
    app.store.set_safety_contacts(school.id, read, now).await?;
    set_texting(&app, &school, texting, &who.name).await?;
    let set = AccessEvent::by_staff(now, who.staff_id, who.school_id, "school_help_set");
    app.store.note_access(set).await?;
    app.poke(school.id);
    Ok(show(contacts, Outcome::Saved).into_response())
}

/// The lines that are not empty.
fn typed(fields: &HashMap<String, String>) -> Vec<[String; 3]> {
    let line = |n: usize| {
        ["name", "role", "phone"]
            .map(|of| fields.get(&format!("{of}_{n}")).map(|text| text.trim().to_owned()).unwrap_or_default())
    };
    (0..SAFETY_CONTACTS_MAX).map(line).filter(|line| line.iter().any(|text| !text.is_empty())).collect()
}
