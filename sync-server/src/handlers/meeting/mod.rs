//! The team's meeting: the packet, what is written down beside it, the record of a meeting and its minutes.

mod actions;
mod days;
mod record;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use daymark_components::Words;
use daymark_domain::{ActionId, AskStatus, DecisionId, MeetingId, NamesShown, SchoolDay, StudentId};
use serde::Deserialize;

use super::language::Speaks;
use super::mentors::school_of;
use crate::app::App;
use crate::auth::session::{Staff, StaffForm};
use crate::pages::PageError;
use crate::pages::meeting::{self as page, Address, Held, MeetingPage, Typed};
use crate::service::meeting::{Names, Sort, packet_of};
use crate::service::meeting_form::{Entry, read_entry};
use crate::service::referral_form::{Fields, one_line};
use crate::service::school_time;
use crate::store::actions::NewAction;
use crate::store::audit::AccessEvent;
use crate::store::fields::{FieldClass, Purpose, Readable};
use crate::store::meetings::{Meeting, NewDecision, NewMeeting};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

pub use actions::{action, actions, step};
pub use days::{days, retire_group, save_group};
pub use record::{minutes, note, past, record, say, take_back};

/// Which packet, how.
#[derive(Deserialize)]
pub struct Which {
    as_of: Option<String>,
    sort: Option<String>,
    names: Option<NamesShown>,
    meeting: Option<MeetingId>,
}

impl Which {
    fn address(&self) -> Result<Address, PageError> {
        let sort = self.sort.as_deref().filter(|word| !word.is_empty());
        let sort = sort.map(|word| Sort::from_word(word).ok_or(PageError::BadForm)).transpose()?;
        Ok(Address {
            as_of: day_of(self.as_of.as_deref())?,
            sort: sort.unwrap_or_default(),
            names: self.names,
            meeting: self.meeting,
        })
    }
}

/// A day field that was left empty names no day.
fn day_of(text: Option<&str>) -> Result<Option<SchoolDay>, PageError> {
    let text = text.filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(|_| PageError::BadForm)).transpose()
}

/// The packet with the team's work beside it.
pub async fn meeting(
    State(app): State<App>,
    Staff(who): Staff,
    Speaks(words): Speaks,
    Query(which): Query<Which>,
) -> Result<Html<String>, PageError> {
    packet_page(&app, words, &who, which.address()?, None).await
}

async fn packet_page(
    app: &App,
    words: Words,
    who: &SignedIn,
    address: Address,
    typed: Option<Typed>,
) -> Result<Html<String>, PageError> {
    let now = app.clock.now();
    let school = school_of(app, who).await?;
    let today = school_time::at(&school, now).day;
    let held = held_on(app, &school, address.meeting, today).await?;
    let as_of = address.as_of.or(held.as_ref().map(|held| held.meeting.as_of));
    let Some(table) = packet_of(app.store.as_ref(), school.id, as_of).await? else {
        return Ok(page::empty(words, who, &school));
    };
    let fields = Readable::of_staff(who.role, Purpose::Care);
    let table = table.as_read(fields);
    let seen = AccessEvent::by_staff(now, who.staff_id, school.id, "packet_viewed");
    app.store.note_access(AccessEvent { detail: Some(format!("as of {}", table.as_of)), ..seen }).await?;
    let names =
        Names::of(app.store.team_students(school.id).await?, address.names.unwrap_or(NamesShown::Full));
    let asks = app.store.asks(school.id).await?;
    let closed = |status: AskStatus| {
        matches!(status, AskStatus::Completed | AskStatus::Rejected | AskStatus::Cancelled)
    };
    let waits = asks.iter().filter(|ask| !ask.answer.as_ref().is_some_and(|answer| closed(answer.status)));
    let page = MeetingPage {
        who,
        school: &school,
        today,
        now: app.clock.now(),
        address,
        table: &table,
        names: &names,
        held: held.as_ref(),
        actions: &fields.of_class(FieldClass::TeamsTable, app.store.actions(school.id).await?),
        owners: &app.store.referral_owners(school.id).await?,
        asks_now: waits.count(),
        typed: typed.as_ref(),
    };
    Ok(page::page(words, &page))
}

/// The meeting that is named, or today's.
async fn held_on(
    app: &App,
    school: &School,
    named: Option<MeetingId>,
    today: SchoolDay,
) -> Result<Option<Held>, PageError> {
    match named {
        Some(id) => Ok(Some(held(app, school, id).await?)),
        None => {
            let mut meetings = app.store.meetings(school.id).await?.into_iter();
            match meetings.find(|meeting| meeting.day == today) {
                Some(meeting) => Ok(Some(with_its_words(app, school, meeting).await?)),
                None => Ok(None),
            }
        }
    }
}

/// A meeting of the school of whoever asks.
async fn held(app: &App, school: &School, id: MeetingId) -> Result<Held, PageError> {
    let meeting = app.store.meeting(school.id, id).await?.ok_or(PageError::NotFound)?;
    with_its_words(app, school, meeting).await
}

async fn with_its_words(app: &App, school: &School, meeting: Meeting) -> Result<Held, PageError> {
    let decisions = app.store.decisions(school.id, meeting.id).await?;
    let notes = app.store.agenda_notes(school.id, meeting.id).await?;
    Ok(Held { meeting, decisions, notes })
}

/// Begins today's meeting, with the packet that was on the page.
pub async fn begin(State(app): State<App>, form: StaffForm<Fields>) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let now = app.clock.now();
    let school = school_of(&app, &who).await?;
    let as_of = day_of(fields.get("as_of").map(String::as_str))?.ok_or(PageError::BadForm)?;
    let day = school_time::at(&school, now).day;
    let new =
        NewMeeting { id: MeetingId::random(), school_id: school.id, day, as_of, by: who.staff_id, at: now };
    app.store.begin_meeting(new).await?;
    Ok(Redirect::to("/team/meeting").into_response())
}

/// Writes down a decision or an action; or shows what was typed with what keeps it from being written down.
pub async fn add_entry(
    State(app): State<App>,
    Speaks(words): Speaks,
    Path(meeting): Path<MeetingId>,
    form: StaffForm<Fields>,
) -> Result<Response, PageError> {
    let StaffForm { who, fields, .. } = form;
    let student: Option<StudentId> =
        one_line(&fields, "student").map(|id| id.parse().map_err(|_| PageError::BadForm)).transpose()?;
    let from_record = fields.get("from").is_some_and(|from| from == "record");
    let address = back(&fields)?;
    let entry = match read_entry(&fields) {
        Ok(entry) => entry,
        Err(wrong) => {
            // A meeting of another school is not there, whatever was typed.
            let typed = Some(Typed { student, fields, wrong });
            let page = match from_record {
                true => record::record_page(&app, words, &who, meeting, typed, None).await?,
                false => {
                    let address = Address { meeting: Some(meeting), ..address };
                    packet_page(&app, words, &who, address, typed).await?
                }
            };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if !keep(&app, &who, meeting, student, entry).await? {
        return Err(PageError::NotFound);
    }
    let to = match (from_record, student) {
        (true, _) => format!("/team/meeting/{meeting}#entries"),
        (false, Some(student)) => format!("{}#s-{student}", address.page()),
        (false, None) => format!("{}#school", address.page()),
    };
    Ok(Redirect::to(&to).into_response())
}

async fn keep(
    app: &App,
    who: &SignedIn,
    meeting_id: MeetingId,
    student_id: Option<StudentId>,
    entry: Entry,
) -> Result<bool, PageError> {
    let (school_id, by, at) = (who.school_id, who.staff_id, app.clock.now());
    let kept = match entry {
        Entry::Decision(text) => {
            let id = DecisionId::random();
            let new = NewDecision { id, school_id, meeting_id, student_id, text, by, at };
            app.store.add_decision(new).await?
        }
        Entry::Action { text, owner, due } => {
            let (id, meeting) = (ActionId::random(), Some(meeting_id));
            let new = NewAction { id, school_id, meeting, student_id, text, owner, due, by, at };
            app.store.add_action(new).await?
        }
    };
    Ok(kept)
}

/// Where the person was.
fn back(fields: &Fields) -> Result<Address, PageError> {
    let sort = one_line(fields, "sort").map(|word| Sort::from_word(&word).ok_or(PageError::BadForm));
    let meeting = one_line(fields, "meeting").map(|id| id.parse().map_err(|_| PageError::BadForm));
    Ok(Address {
        as_of: day_of(fields.get("as_of").map(String::as_str))?,
        sort: sort.transpose()?.unwrap_or_default(),
        names: None,
        meeting: meeting.transpose()?,
    })
}

/// Which day.
#[derive(Deserialize)]
pub struct Day {
    as_of: Option<String>,
}

/// The students' table to take along: keys in place of names, who took it and when in every row.
pub async fn csv(
    State(app): State<App>,
    Staff(who): Staff,
    Query(Day { as_of }): Query<Day>,
) -> Result<Response, PageError> {
    let now = app.clock.now();
    let as_of = day_of(as_of.as_deref())?;
    let table = packet_of(app.store.as_ref(), who.school_id, as_of).await?.ok_or(PageError::NotFound)?;
    let table = table.as_read(Readable::of_staff(who.role, Purpose::Care));
    let seen = AccessEvent::by_staff(now, who.staff_id, who.school_id, "packet_exported");
    app.store.note_access(AccessEvent { detail: Some(format!("as of {}", table.as_of)), ..seen }).await?;
    let school = school_of(&app, &who).await?;
    let at = school_time::at(&school, now);
    let bytes = table.csv(&who.name, &format!("{} {:02}:{:02}", at.day, at.minute / 60, at.minute % 60))?;
    let file = format!("attachment; filename=\"daymark-meeting-{}.csv\"", table.as_of);
    let file = HeaderValue::try_from(file).map_err(|_| PageError::Broken)?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, file)], bytes).into_response())
}
