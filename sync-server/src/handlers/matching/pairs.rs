//! Which mentors fit a student, and a proposal for two of them.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{MentorId, StudentId};

use super::{rationale, spoken, today};
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::handlers::language::Speaks;
use crate::handlers::mentors::school_of;
use crate::pages::PageError;
use crate::pages::matching::pair::{self, PairPage};
use crate::pages::matching::proposal::Proposal;
use crate::pages::matching::suggestions::{self, SuggestionsPage};
use crate::service::matching::board::{how_they_fit, suggestions as suggestions_for};
use crate::service::matching::form::{Fields, Wrong, one_line, read_pair, read_proposal};
use crate::service::matching::starting::{Begun, Ready, begin, known_variants};
use crate::store::audit::AccessEvent;
use crate::store::candidates::{CandidateStudent, MenteeProfile};
use crate::store::fields::{FieldClass, Purpose, Readable};
use crate::store::fits::NewPairNote;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// The mentors who have room, the best fit first.
pub async fn suggested(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path(student): Path<StudentId>,
) -> Result<Html<String>, PageError> {
    let (school, student, profile) = mentee_of(&app, &who, student).await?;
    let suggestions = suggestions_for(app.store.as_ref(), school.id, &student, &profile).await?;
    let page = SuggestionsPage { who: &who, student: &student, profile: &profile, suggestions: &suggestions };
    Ok(suggestions::page(words, &page))
}

/// One of them.
pub async fn one(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Path((student, mentor)): Path<(StudentId, MentorId)>,
) -> Result<Html<String>, PageError> {
    pair_page(&app, words, &who, (student, mentor), Fields::new(), None).await
}

/// Keeps what staff know of both.
pub async fn note(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path((student, mentor)): Path<(StudentId, MentorId)>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let notes = match read_pair(&fields) {
        Ok(notes) => notes,
        Err(wrong) => {
            let page = pair_page(&app, words, &who, (student, mentor), Fields::new(), Some(wrong)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
    let new = NewPairNote { school_id, student_id: student, mentor_id: mentor, notes, by, at };
    if !app.store.note_pair(new).await? {
        return Err(PageError::NotFound);
    }
    Ok(Redirect::to(&format!("/staff/candidates/{student}/mentors/{mentor}")).into_response())
}

/// Proposes the match, and activates it where nothing keeps it from that.
pub async fn propose(
    State(app): State<App>,
    Speaks(words): Speaks,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let id_in = |name| one_line(&fields, name).ok_or(PageError::BadForm);
    let mentor: MentorId = id_in("mentor")?.parse().map_err(|_| PageError::BadForm)?;
    let student: StudentId = id_in("student")?.parse().map_err(|_| PageError::BadForm)?;
    let school = school_of(&app, &who).await?;
    let day = today(&app, &school);
    let read = match read_proposal(&fields, &who, day) {
        Ok(read) => read,
        Err(wrong) => {
            let page = pair_page(&app, words, &who, (student, mentor), fields, Some(wrong)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let new = read.proposal(mentor, &who, day, app.clock.now());
    let id = new.id;
    let ready = Ready { because: read.because, notice: read.notice };
    match begin(app.store.as_ref(), new, ready).await? {
        Begun::NotOfThisSchool => Err(PageError::NotFound),
        Begun::Already => {
            let wrong = Some(Wrong { field: "student", why: "already" });
            let page = pair_page(&app, words, &who, (student, mentor), fields, wrong).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Begun::NoRoom => {
            let wrong = Some(Wrong { field: "beyond_room", why: "no_room" });
            let page = pair_page(&app, words, &who, (student, mentor), fields, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Begun::Active | Begun::Waits(_) => {
            app.poke(who.school_id);
            Ok(Redirect::to(&format!("/staff/matches/{id}")).into_response())
        }
    }
}

/// The student, as far as a match asks; that somebody looked is noted.
async fn mentee_of(
    app: &App,
    who: &SignedIn,
    id: StudentId,
) -> Result<(School, CandidateStudent, MenteeProfile), PageError> {
    let school = school_of(app, who).await?;
    let fields = Readable::of_staff(who.role, Purpose::Care);
    let student =
        app.store.candidate_student(school.id, id).await?.ok_or(PageError::NotFound)?.as_read(fields);
    let now = app.clock.now();
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "mentors_suggested").about(id);
    app.store.note_access(seen).await?;
    app.store.settle_if_due(school.id, today(app, &school), now).await?;
    let profile = app.store.mentee_profile(school.id, id).await?;
    let profile = fields.of_class(FieldClass::Candidacy, profile).unwrap_or_default();
    Ok((school, student, profile))
}

async fn pair_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    (student, mentor): (StudentId, MentorId),
    typed: Fields,
    wrong: Option<Wrong>,
) -> Result<Html<String>, PageError> {
    let (school, student, profile) = mentee_of(app, who, student).await?;
    let of = (&student, &profile);
    let found = how_they_fit(app.store.as_ref(), school.id, of, mentor).await?;
    let (mentor, fit) = found.ok_or(PageError::NotFound)?;
    let day = today(app, &school);
    let page = PairPage {
        who,
        student: &student,
        profile: &profile,
        mentor: &mentor,
        fit: &fit,
        proposal: Proposal {
            start_day: day,
            expected_end: app.store.last_school_day(school.id, day).await?,
            today: day,
            speaks: &rationale(&fit.factors),
            language: spoken(words, &student.languages),
            has_room: mentor.has_room(),
            variants: known_variants(app.store.as_ref(), school.id).await?,
            typed: &typed,
            wrong,
        },
    };
    Ok(pair::page(words, &page))
}
