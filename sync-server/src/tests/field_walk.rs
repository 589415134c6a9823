//! Each page with each role that opens it: no page shows a field of a student that the policy does not give to that role.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;

use super::canaries::{CANARY, FOR_THE_DISTRICT, plant};
use super::furnished::{House, LINCOLN, with_uploads};
use crate::auth::permissions::{Does, PERMISSIONS};
use crate::store::accounts::Role;
use crate::store::fields::FieldClass::{
    self, AttendanceReasons, Candidacy, ContactPoints, FamilyWords, Identity, MentorWork, NumberHistory,
    Requests, StaffWords, TeamNotes, TeamsTable,
};
use crate::store::fields::{Purpose, Readable};

/// To which class the texts of a table belong; a column of its own goes before its table. What stands here without a class is
/// no field of a student. A table that stands nowhere may be on no page.
const CLASSES: &[(&str, Option<FieldClass>)] = &[
    ("action_item", Some(TeamsTable)),
    ("amendment", Some(FamilyWords)),
    ("ask", Some(Requests)),
    ("ask_answer", Some(Requests)),
    ("attendance_event", Some(AttendanceReasons)),
    ("candidate_decision", Some(Candidacy)),
    ("closing_plan", Some(StaffWords)),
    ("closing_step", Some(StaffWords)),
    ("contact", Some(MentorWork)),
    ("family_notice", Some(StaffWords)),
    ("field_grant", Some(StaffWords)),
    ("goal", Some(MentorWork)),
    ("guardian", Some(ContactPoints)),
    ("hand_over", Some(StaffWords)),
    ("match", Some(StaffWords)),
    ("match_basis", Some(StaffWords)),
    ("match_review", Some(StaffWords)),
    ("match_step", Some(StaffWords)),
    ("meeting_decision", Some(TeamsTable)),
    ("mentee_profile", Some(Candidacy)),
    ("note", Some(TeamNotes)),
    ("number_event", Some(NumberHistory)),
    ("recognition", Some(MentorWork)),
    ("record_disclosure", Some(StaffWords)),
    ("referral", Some(TeamsTable)),
    ("student.family_name", Some(Identity)),
    ("student.given_name", Some(Identity)),
    ("student.grade", Some(Identity)),
    ("student.home_language", Some(Identity)),
    ("student.middle_name", Some(Identity)),
    ("student.preferred_name", Some(Identity)),
    ("student.sis_id", Some(Identity)),
    ("student_guardian", Some(ContactPoints)),
    ("substitution", Some(StaffWords)),
    // Of mentors, staff and the school itself.
    ("broken_glass", None),
    ("day_group_version", None),
    ("disclosure", None),
    ("kick_off", None),
    ("mentor", None),
    ("mentor_agreement", None),
    ("mentor_application", None),
    ("mentor_decision", None),
    ("mentor_screening", None),
    ("mentor_training", None),
    ("plan_answer", None),
    ("quarantine", None),
    ("readiness", None),
    ("reflection", None),
    ("resource_version", None),
    ("safety_contact", None),
    ("setting", None),
    ("step_mark", None),
    ("support_check_in", None),
    ("support_event", None),
    ("support_pulse", None),
];

/// Of the student with a mentor, and of the one about whom is still decided.
fn addresses(house: &House<'_>, path: &'static str) -> BTreeSet<String> {
    let before_the_match = |name: &str| match name {
        "student" => Some(house.things["candidate"].clone()),
        "match" => Some(house.things["proposal"].clone()),
        _ => None,
    };
    let of_both = [house.addresses(path, &|_| None), house.addresses(path, &before_the_match)];
    of_both.into_iter().flatten().collect()
}

/// What sings on the pages of a school: by page and role the columns.
async fn sung(house: &House<'_>) -> BTreeMap<(&'static str, &'static str), BTreeSet<String>> {
    let mut sung: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for (does, path, access) in PERMISSIONS {
        let Some(roles) = access.roles().filter(|_| *does == Does::Reads && !access.is_own()) else {
            continue;
        };
        for role in roles {
            for address in addresses(house, path) {
                let answer = house.browser(*role).get(&address).await;
                if answer.status != StatusCode::OK {
                    continue;
                }
                let columns = answer.body.split(CANARY).skip(1);
                let columns = columns.filter_map(|song| song.trim_start().split(' ').next());
                sung.entry((*path, role.word())).or_default().extend(columns.map(str::to_owned));
            }
        }
    }
    sung
}

/// Whether somebody with that role may have that on a page.
fn may_have(role: Role, column: &str) -> bool {
    let table = column.split('.').next().unwrap_or_default();
    let row = CLASSES.iter().find(|(of, _)| *of == column || *of == table);
    match row {
        None => false,
        Some((_, None)) => true,
        Some((_, Some(class))) => {
            let is_key = matches!(role, Role::Captain | Role::Auditor) && FOR_THE_DISTRICT.contains(&column);
            is_key || Readable::of_staff(role, Purpose::Care).has(*class)
        }
    }
}

#[tokio::test]
async fn no_page_shows_a_field_of_a_student_to_a_role_that_the_policy_does_not_give_it_to() {
    let server = with_uploads().await;
    let mut house = House::open(&server, server.school, LINCOLN).await;
    house.furnish().await;
    let school = *server.school.as_bytes();
    let planted = |tx: &daymark_sqlite::rusqlite::Transaction<'_>| {
        plant(tx, school, CANARY)?;
        // A word that is read back there, and a text elsewhere.
        Ok(tx.execute("UPDATE candidate_decision SET reason = 'need'", [])?)
    };
    server.store.write_blocking(planted).unwrap();
    let mut heard = BTreeSet::new();
    let mut wrong = Vec::new();
    for ((path, word), columns) in sung(&house).await {
        let role = Role::from_word(word).unwrap();
        for column in columns {
            if !may_have(role, &column) {
                wrong.push(format!("{path} shows {column} to {word}"));
            }
            heard.insert(column);
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    // The walk hears what stands on pages, so it can fail: of each class something was found.
    for class in [Identity, ContactPoints, TeamNotes, Requests, Candidacy, TeamsTable, StaffWords] {
        let is_of = |column: &String| {
            let table = column.split('.').next().unwrap_or_default();
            CLASSES.iter().any(|(of, found)| (of == column || *of == table) && *found == Some(class))
        };
        assert!(heard.iter().any(is_of), "nothing of {class:?} was on any page: {heard:?}");
    }
}
