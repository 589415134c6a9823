//! Actions: mine or everybody's, one with its history, a step.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{ActionId, ActionState, NamesShown};
use serde::Deserialize;

use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::meeting::actions::{self as page, ListPage, OnePage, Shown, Which};
use crate::service::meeting::Names;
use crate::service::meeting_form::{Wrong, read_step};
use crate::service::referral_form::{Fields, one_line};
use crate::service::school_time;
use crate::store::actions::NewActionStep;
use crate::store::audit::AccessEvent;
use crate::store::referrals::StepTaken;
use crate::store::sessions::SignedIn;

/// Which actions.
#[derive(Deserialize)]
pub struct Asked {
    show: Option<String>,
}

/// The list: mine unless others are asked for.
pub async fn actions(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(Asked { show }): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let which = Which::from_word(show.as_deref().unwrap_or_default()).ok_or(PageError::BadForm)?;
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    app.store.note_access(AccessEvent::by_staff(now, who.staff_id, school.id, "actions_viewed")).await?;
    let names = Names::of(app.store.team_students(school.id).await?, NamesShown::Full);
    let actions = app.store.actions(school.id).await?;
    let shown = Shown { names: &names, today: school_time::at(&school, now).day, who: &who };
    Ok(page::list(words, &ListPage { school: &school, which, actions: &actions, shown }))
}

/// One with its history.
pub async fn action(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<ActionId>,
) -> Result<Html<String>, PageError> {
    one_page(&app, words, &who, id, Fields::new(), None).await
}

async fn one_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: ActionId,
    typed: Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let action = app.store.action(school.id, id).await?.ok_or(PageError::NotFound)?;
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "action_viewed");
    app.store.note_access(AccessEvent { student_id: action.student_id, ..seen }).await?;
    let names = Names::of(app.store.team_students(school.id).await?, NamesShown::Full);
    let page = OnePage {
        school: &school,
        action: &action,
        steps: &app.store.action_steps(school.id, id).await?,
        owners: &app.store.referral_owners(school.id).await?,
        shown: Shown { names: &names, today: school_time::at(&school, now).day, who },
        typed: &typed,
        wrong,
    };
    Ok(page::one(words, &page))
}

/// Takes a step; or shows what was typed with what keeps it from being taken.
pub async fn step(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<ActionId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let from: ActionState =
        one_line(&fields, "from").and_then(|word| word.parse().ok()).ok_or(PageError::BadForm)?;
    let taken = match read_step(&fields, from) {
        Err(wrong) => Err(wrong),
        Ok(now) => {
            let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
            match app.store.step_action(NewActionStep { school_id, id, from, now, by, at }).await? {
                StepTaken::Yes => Ok(()),
                StepTaken::NotOfThisSchool => return Err(PageError::NotFound),
                StepTaken::Moved => Err(Wrong::Moved),
            }
        }
    };
    match taken {
        Ok(()) => Ok(Redirect::to(&format!("/team/actions/{id}")).into_response()),
        Err(wrong) => {
            let status = match wrong {
                Wrong::Moved => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            Ok((status, one_page(&app, words, &who, id, fields, Some(wrong)).await?).into_response())
        }
    }
}
