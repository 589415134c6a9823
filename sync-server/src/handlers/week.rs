//! The team's week.

use axum::extract::{Query, State};
use axum::response::Html;
use daymark_domain::SchoolDay;
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::Staff;
use crate::pages::{PageError, week as page};
use crate::service::week as service;
use crate::store::audit::AccessEvent;
use crate::store::seen::Shown;

/// Which week.
#[derive(Deserialize)]
pub struct Which {
    monday: Option<SchoolDay>,
}

/// Shows the week and notes who saw it.
pub async fn week(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(Which { monday }): Query<Which>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    let (first, last) = service::days_shown(&school, monday, now);
    // Before they are read: nothing is marked that came in between and is not on the page.
    if app.store.mark_seen(school.id, Shown::Week { first, last }, now).await? {
        app.poke(school.id);
    }
    let view = service::week(app.store.as_ref(), school, monday, now).await?;
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, who.school_id, "week_viewed")).await?;
    Ok(page::page(words, &who, &view, now))
}
