//! The first page of whoever coordinates a school.

use axum::extract::State;
use axum::response::Html;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::Staff;
use crate::pages::{PageError, home as page};
use crate::service::home as service;
use crate::store::audit::AccessEvent;

/// Shows what waits, and notes who saw it: students are named there.
pub async fn home(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    let home = service::home(&app.store, school, now).await?;
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, who.school_id, "home_viewed")).await?;
    Ok(page::page(words, &who, &home))
}
