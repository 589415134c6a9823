//! One match from its proposal on: what the family was told, its basis, its steps, its letters.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::{Language, Words};
use daymark_domain::{MatchId, NoticeKind};
use serde::Deserialize;

use super::{spoken, today};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::kick_off::sheets::Paper;
use crate::pages::matching::case::{self as page, CasePage};
use crate::pages::matching::letter::{self, Letter, LetterPage};
use crate::service::matching::form::{Fields, Wrong, one_line, read_basis, read_notice, read_step};
use crate::store::audit::AccessEvent;
use crate::store::fields::{FieldClass, Purpose, Readable};
use crate::store::proposals::{CaseChange, CaseChanged};
use crate::store::sessions::SignedIn;

/// The match.
pub async fn case(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
) -> Result<Html<String>, PageError> {
    case_page(&app, words, &who, id, ("", Fields::new()), None).await
}

/// Keeps what the family was told, signed or took back.
pub async fn add_notice(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let kind = one_line(&fields, "kind").and_then(|kind| kind.parse::<NoticeKind>().ok());
    let kind = kind.ok_or(PageError::BadForm)?;
    let form = match kind {
        NoticeKind::Notice => "notice",
        NoticeKind::Consent => "consent",
        NoticeKind::Withdrawal => "withdrawal",
    };
    let of = change_of(&app, &who, id).await?;
    let changed = match read_notice(&fields, kind, &who.name, of.today) {
        Ok(notice) => Ok(app.store.add_notice(of, notice).await?),
        Err(wrong) => Err(wrong),
    };
    answer(&app, words, &who, id, (form, fields), changed).await
}

/// Keeps why the mentor may know of the student.
pub async fn set_basis(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let changed = match read_basis(&fields) {
        Ok(because) => {
            let of = change_of(&app, &who, id).await?;
            Ok(app.store.set_official_basis(of, because).await?)
        }
        Err(wrong) => Err(wrong),
    };
    answer(&app, words, &who, id, ("basis", fields), changed).await
}

/// Takes a step.
pub async fn step(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(id): Path<MatchId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let form = match fields.get("step").map(String::as_str) {
        Some("pause") => "pause",
        Some("withdraw") => "withdraw",
        Some("end_expected") => "end_expected",
        Some("activate" | "resume") => "step",
        _ => return Err(PageError::BadForm),
    };
    let of = change_of(&app, &who, id).await?;
    let changed = match read_step(&fields, &of) {
        Ok(step) => Ok(app.store.take_case_step(of, step).await?),
        Err(wrong) => Err(wrong),
    };
    answer(&app, words, &who, id, (form, fields), changed).await
}

async fn change_of(app: &App, who: &SignedIn, id: MatchId) -> Result<CaseChange, PageError> {
    let school = school_of(app, who).await?;
    let (by, at) = (who.staff_id, app.clock.now());
    Ok(CaseChange { school_id: school.id, id, today: today(app, &school), by, at })
}

/// Goes back to the match; or shows what was typed with what keeps it from being kept.
async fn answer(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MatchId,
    (form, fields): (&'static str, Fields),
    changed: Result<CaseChanged, Wrong>,
) -> Result<Response, PageError> {
    let (status, wrong) = match changed {
        Ok(CaseChanged::Yes) => {
            app.poke(who.school_id);
            return Ok(Redirect::to(&format!("/staff/matches/{id}")).into_response());
        }
        Ok(CaseChanged::NotOfThisSchool) => return Err(PageError::NotFound),
        Ok(CaseChanged::Moved) => (StatusCode::CONFLICT, Wrong { field: "step", why: "moved" }),
        Ok(CaseChanged::Blocked(_)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Wrong { field: "step", why: "blocked" })
        }
        Err(wrong) => (StatusCode::UNPROCESSABLE_ENTITY, wrong),
    };
    let page = case_page(app, words, who, id, (form, fields), Some(wrong)).await?;
    Ok((status, page).into_response())
}

async fn case_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    id: MatchId,
    (form, typed): (&'static str, Fields),
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let (school, now) = (school_of(app, who).await?, app.clock.now());
    let day = today(app, &school);
    app.store.settle_if_due(school.id, day, now).await?;
    let fields = Readable::of_staff(who.role, Purpose::Care);
    let case = app.store.match_case(school.id, id).await?.ok_or(PageError::NotFound)?.as_read(fields);
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "match_viewed").about(case.student_id);
    app.store.note_access(seen).await?;
    let student = app.store.candidate_student(school.id, case.student_id).await?.map(|of| of.as_read(fields));
    let events = app.store.case_events(school.id, id).await?;
    let page = CasePage {
        who,
        school: &school,
        today: day,
        language: student.map(|student| spoken(words, &student.languages)).unwrap_or_default(),
        events: &fields.of_class(FieldClass::StaffWords, events),
        case: &case,
        form,
        typed: &typed,
        wrong,
    };
    Ok(page::page(words, &page))
}

/// Which letter, in which language, on what.
#[derive(Deserialize)]
pub struct Which {
    kind: String,
    r#in: String,
    paper: Option<String>,
}

/// A letter home; it names a child, so that it was opened is noted.
pub async fn letter(
    State(app): State<App>,
    Staff(who): Staff,
    Path(id): Path<MatchId>,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    let letter = Letter::from_word(&which.kind).ok_or(PageError::BadForm)?;
    let language = Language::from_word(&which.r#in).ok_or(PageError::BadForm)?;
    let paper = Paper::from_word(which.paper.as_deref().unwrap_or("letter")).ok_or(PageError::BadForm)?;
    let (school, now) = (school_of(&app, &who).await?, app.clock.now());
    let fields = Readable::of_staff(who.role, Purpose::Care);
    let case = app.store.match_case(school.id, id).await?.ok_or(PageError::NotFound)?.as_read(fields);
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "family_letter_opened");
    app.store.note_access(seen.about(case.student_id)).await?;
    let page =
        LetterPage { letter, paper, who: &who, school: &school, today: today(&app, &school), case: &case };
    Ok(letter::page(Words::of(language), &page))
}
