//! Whoever looks at a named student's record leaves a row in the record of access: every page and form, walked.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;

use super::furnished::{FORMS, House, LINCOLN, roles_of, with_uploads};
use super::*;
use crate::auth::permissions::{Access, Does, PERMISSIONS};
use crate::store::audit::{AccessEvent, AuditStore};

/// What is noted of a route.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Noted {
    /// This, about the student whose record it is.
    Student(&'static str),
    /// This, about all of a list.
    List(&'static str),
    /// Nothing: no student stands there.
    Nothing,
}

use Does::{Changes, Reads};
use Noted::{List, Nothing, Student};

/// Each route that somebody signed in asks for.
const NOTED: &[(Does, &str, Noted)] = &[
    (Reads, "/team/week", List("week_viewed")),
    (Reads, "/team/meeting", List("packet_viewed")),
    (Changes, "/team/meeting", List("meeting_begun")),
    (Reads, "/team/meeting/students.csv", List("packet_exported")),
    (Reads, "/team/meeting/past", Nothing),
    (Reads, "/team/meeting/days", List("days_viewed")),
    (Changes, "/team/meeting/days/groups", List("day_group_saved")),
    (Changes, "/team/meeting/days/groups/{group}/retire", List("day_group_saved")),
    (Reads, "/team/meeting/{meeting}", List("meeting_viewed")),
    (Changes, "/team/meeting/{meeting}", List("meeting_changed")),
    (Changes, "/team/meeting/{meeting}/notes", List("meeting_note_added")),
    (Changes, "/team/meeting/{meeting}/entries", Student("action_added")),
    (Changes, "/team/meeting/{meeting}/decisions/{decision}/take-back", Student("decision_taken_back")),
    (Reads, "/team/meeting/{meeting}/minutes", List("minutes_viewed")),
    (Reads, "/team/actions", List("actions_viewed")),
    (Reads, "/team/actions/{action}", Student("action_viewed")),
    (Changes, "/team/actions/{action}", Student("action_step_taken")),
    (Reads, "/team/events", Nothing),
    (Reads, "/staff/home", List("home_viewed")),
    (Reads, "/staff", Nothing),
    (Reads, "/staff/accounts", Nothing),
    (Changes, "/staff/accounts/{staff}/link", List("connect_link_made")),
    (Changes, "/staff/accounts/{staff}/back-to-password", List("account_disconnected")),
    (Reads, "/staff/asks", List("asks_viewed")),
    (Changes, "/staff/asks/{match}/{entry}", Student("ask_answered")),
    (Reads, "/staff/students", Nothing),
    (Changes, "/staff/students", List("students_searched")),
    (Reads, "/staff/students/{student}", Student("student_viewed")),
    (Reads, "/staff/students/{student}/record", Student("student_record_printed")),
    (Changes, "/staff/students/{student}/export", Student("student_record_exported")),
    (Changes, "/staff/students/{student}/amendments", Student("amendment_added")),
    (Reads, "/staff/glass", List("glasses_viewed")),
    (Changes, "/staff/glass", List("glass_broken")),
    (Reads, "/staff/glass/{glass}", List("glass_looked_behind")),
    (Changes, "/staff/glass/{glass}/mend", List("glass_mended")),
    (Reads, "/staff/referrals", List("referrals_viewed")),
    (Reads, "/staff/referrals/new", Student("student_viewed")),
    (Changes, "/staff/referrals/new", Student("referral_added")),
    (Reads, "/staff/referrals/{referral}", Student("referral_viewed")),
    (Changes, "/staff/referrals/{referral}", Student("referral_step_taken")),
    (Reads, "/staff/candidates", List("candidates_viewed")),
    (Reads, "/staff/candidates/{student}", Student("candidate_viewed")),
    (Changes, "/staff/candidates/{student}", Student("candidate_decided")),
    (Changes, "/staff/candidates/{student}/profile", Student("mentee_profile_saved")),
    (Reads, "/staff/candidates/{student}/mentors", Student("mentors_suggested")),
    (Reads, "/staff/candidates/{student}/mentors/{mentor}", Student("mentors_suggested")),
    (Changes, "/staff/candidates/{student}/mentors/{mentor}", Student("pair_noted")),
    (Reads, "/staff/matches", List("matches_viewed")),
    (Changes, "/staff/matches/rules", Nothing),
    (Changes, "/staff/matches/new", Student("match_proposed")),
    (Reads, "/staff/matches/{match}", Student("match_viewed")),
    (Changes, "/staff/matches/{match}/notices", Student("family_told")),
    (Changes, "/staff/matches/{match}/basis", Student("match_basis_set")),
    (Changes, "/staff/matches/{match}/steps", Student("match_activated")),
    (Reads, "/staff/matches/{match}/letter", Student("family_letter_opened")),
    (Reads, "/staff/matches/{match}/fields", Student("field_grants_viewed")),
    (Changes, "/staff/matches/{match}/fields", Student("field_granted")),
    (Changes, "/staff/matches/{match}/fields/{grant}/end", Student("field_grant_ended")),
    (Reads, "/staff/safety", List("safety_contacts_viewed")),
    (Reads, "/staff/resources", Nothing),
    (Reads, "/staff/resources/new", Nothing),
    (Changes, "/staff/resources/new", Nothing),
    (Reads, "/staff/resources/{resource}", Nothing),
    (Changes, "/staff/resources/{resource}", Nothing),
    (Reads, "/staff/school", Nothing),
    (Changes, "/staff/school", List("school_help_set")),
    (Changes, "/staff/mentors", Nothing),
    (Reads, "/staff/mentors/new", Nothing),
    (Reads, "/staff/mentors/{mentor}", List("mentor_viewed")),
    (Reads, "/staff/mentors/{mentor}/application", Nothing),
    (Changes, "/staff/mentors/{mentor}/application", Nothing),
    (Changes, "/staff/mentors/{mentor}/screenings", Nothing),
    (Changes, "/staff/mentors/{mentor}/trainings", Nothing),
    (Changes, "/staff/mentors/{mentor}/documents", Nothing),
    (Reads, "/staff/mentors/{mentor}/agreement", Nothing),
    (Changes, "/staff/mentors/{mentor}/agreement", Nothing),
    (Changes, "/staff/mentors/{mentor}/decisions", Nothing),
    (Changes, "/staff/mentors/{mentor}/taken-back", Student("student_taken_from_phone")),
    (Reads, "/staff/mentors/{mentor}/students", Nothing),
    (Changes, "/staff/mentors/{mentor}/students", List("students_searched")),
    (Changes, "/staff/mentors/{mentor}/matches", Student("match_activated")),
    (Changes, "/staff/mentors/{mentor}/matches/{match}/wake-up-calls", Student("wake_up_calls_set")),
    (Changes, "/staff/mentors/{mentor}/invite", List("phone_invited")),
    (Reads, "/staff/mentors/{mentor}/pairing", Nothing),
    (Changes, "/staff/mentors/{mentor}/pairing", List("phone_paired")),
    (Changes, "/staff/mentors/{mentor}/devices/{device}/revoke", List("phone_revoked")),
    (Changes, "/staff/mentors/{mentor}/handed-in", Student("handed_in_looked_at")),
    (Reads, "/staff/planning", Nothing),
    (Changes, "/staff/planning", Nothing),
    (Reads, "/staff/planning/{version}", Nothing),
    (Reads, "/staff/checklist", Nothing),
    (Changes, "/staff/checklist/{step}", Nothing),
    (Reads, "/staff/kick-off", Nothing),
    (Changes, "/staff/kick-off", Nothing),
    (Reads, "/staff/kick-off/{sheet}", Nothing),
    (Reads, "/staff/numbers", List("numbers_viewed")),
    (Reads, "/staff/numbers/{guardian}", Student("number_viewed")),
    (Changes, "/staff/numbers/{guardian}", Student("number_set")),
    (Reads, "/staff/closing", List("closings_viewed")),
    (Reads, "/staff/closing/{match}", Student("match_viewed")),
    (Changes, "/staff/closing/{match}", Student("closing_planned")),
    (Changes, "/staff/closing/{match}/steps", Student("closing_step_noted")),
    (Changes, "/staff/closing/{match}/end", Student("match_ended")),
    (Changes, "/staff/closing/{match}/next", Student("rematch_proposed")),
    (Reads, "/staff/closing/{match}/hand-over", Student("match_viewed")),
    (Changes, "/staff/closing/{match}/hand-over", Student("hand_over_written")),
    (Reads, "/staff/closing/{match}/certificate", Student("match_viewed")),
    (Reads, "/staff/closing/{match}/thank-you", Student("match_viewed")),
    (Reads, "/staff/reviews", List("reviews_viewed")),
    (Reads, "/staff/reviews/{match}", Student("match_viewed")),
    (Changes, "/staff/reviews/{match}", Student("match_reviewed")),
    (Reads, "/staff/substitutes", List("substitutes_viewed")),
    (Reads, "/staff/substitutes/{match}", Student("match_viewed")),
    (Changes, "/staff/substitutes/{match}", Student("substitute_added")),
    (Changes, "/staff/substitutes/{match}/renew", Student("substitute_renewed")),
    (Reads, "/staff/rollover", List("year_turn_viewed")),
    (Changes, "/staff/rollover", Nothing),
    (Reads, "/staff/support", Nothing),
    (Reads, "/staff/support/groups", Nothing),
    (Changes, "/staff/support/groups", List("support_event_added")),
    (Reads, "/staff/support/{mentor}", List("mentor_support_viewed")),
    (Changes, "/staff/support/{mentor}", Nothing),
    (Changes, "/staff/support/{mentor}/pulse", Nothing),
    (Reads, "/staff/support/{mentor}/sheet", Nothing),
    (Reads, "/staff/thanks", List("thanks_viewed")),
    (Changes, "/staff/thanks", Student("celebration_noted")),
    (Reads, "/staff/thanks/{mentor}", Nothing),
    (Reads, "/staff/readiness", Nothing),
    (Changes, "/staff/readiness", Nothing),
    (Reads, "/staff/reflections", Nothing),
    (Changes, "/staff/reflections", Nothing),
    (Reads, "/staff/reports", Nothing),
    (Reads, "/staff/reports/{report}", List("report_viewed")),
    (Changes, "/staff/reports/{report}", List("report_frozen")),
    (Reads, "/staff/reports/{report}/{face}", List("report_exported")),
    (Reads, "/staff/reports/frozen/{snapshot}", List("report_viewed")),
    (Reads, "/staff/reports/frozen/{snapshot}/{face}", List("report_exported")),
    (Reads, "/staff/variants", List("variants_viewed")),
    (Changes, "/staff/variants/{match}", Nothing),
    (Reads, "/district", List("report_viewed")),
    (Reads, "/district/access", Nothing),
    (Changes, "/district/access", Nothing),
    (Reads, "/district/access.csv", List("access_log_exported")),
    (Reads, "/district/agreements", Nothing),
    (Changes, "/district/agreements", Nothing),
    (Reads, "/district/agreements/{agreement}", Nothing),
    (Changes, "/district/agreements/{agreement}/end", Nothing),
    (Changes, "/district/agreements/{agreement}/file", List("report_exported")),
    (Reads, "/district/disclosures", Nothing),
    (Reads, "/district/impact", List("report_viewed")),
    (Reads, "/district/readiness", Nothing),
    (Reads, "/district/self-check", Nothing),
    (Changes, "/district/self-check", Nothing),
    (Reads, "/district/variants", List("report_viewed")),
    (Reads, "/staff/imports", Nothing),
    (Reads, "/staff/imports/new/{kind}", Nothing),
    (Changes, "/staff/imports/files/{kind}", List("import_tried")),
    (Reads, "/staff/imports/jobs/{job}", Nothing),
    (Changes, "/staff/imports/jobs/{job}", List("import_applied")),
    (Reads, "/staff/imports/{batch}", Nothing),
    (Changes, "/staff/imports/{batch}/undo", List("import_undone")),
];

async fn newest(server: &Server) -> Vec<AccessEvent> {
    server.store.accesses(server.school, 100_000).await.unwrap()
}

/// What was noted since there were so many, the oldest first.
async fn since(server: &Server, count: usize) -> Vec<AccessEvent> {
    let mut all = newest(server).await;
    all.truncate(all.len() - count);
    all.reverse();
    all
}

fn noted(does: Does, path: &str) -> Noted {
    let row = NOTED.iter().find(|(of, at, _)| *of == does && *at == path);
    row.unwrap_or_else(|| panic!("{does:?} {path}: say here what is noted of it")).2
}

/// Whether what was noted is what the table says, by whoever asked.
fn holds(noted: Noted, events: &[AccessEvent], students: &BTreeSet<String>, tried: &str) {
    match noted {
        Nothing => assert!(events.is_empty(), "{tried} noted {:?}", whats(events)),
        List(what) => {
            let is_it = |event: &AccessEvent| event.what == what && event.student_id.is_none();
            assert!(events.iter().any(is_it), "{tried} noted {:?}, not {what} of all", whats(events));
        }
        Student(what) => {
            let is_it = |event: &AccessEvent| {
                event.what == what && event.student_id.is_some_and(|id| students.contains(&id.to_string()))
            };
            assert!(events.iter().any(is_it), "{tried} noted {:?}, not {what} of the student", whats(events));
        }
    }
}

fn whats(events: &[AccessEvent]) -> Vec<(&str, bool)> {
    events.iter().map(|event| (event.what.as_str(), event.student_id.is_some())).collect()
}

/// A page on which a student is named is a page whose reading is noted, whatever a table says of it.
fn says_who_read(answer: &Answer, house: &House<'_>, events: &[AccessEvent], reader: &str, tried: &str) {
    if answer.status == StatusCode::OK && answer.body.contains(house.words.child) {
        let by_reader = |event: &AccessEvent| event.staff_id.is_some_and(|id| id.to_string() == reader);
        assert!(events.iter().any(by_reader), "{tried} names a student, and nobody is noted to have read it");
    }
}

fn students(house: &House<'_>) -> BTreeSet<String> {
    let names = ["student", "candidate", "newcomer", "leaver", "sibling"];
    names.map(|name| house.things[name].clone()).into_iter().collect()
}

#[tokio::test]
async fn whoever_changes_a_students_record_is_noted() {
    let server = with_uploads().await;
    let mut house = House::open(&server, server.school, LINCOLN).await;
    let students = students(&house);
    let mut of_routes: BTreeMap<&str, Vec<AccessEvent>> = BTreeMap::new();
    for form in FORMS {
        house.look_up(form).await;
        let before = newest(&server).await.len();
        let answer = house.sends(form).await;
        let events = since(&server, before).await;
        says_who_read(&answer, &house, &events, &house.things[form.by.word()], form.path);
        of_routes.entry(form.path).or_default().extend(events);
    }
    for (path, events) in of_routes {
        holds(noted(Changes, path), &events, &students, path);
    }
}

#[tokio::test]
async fn whoever_reads_a_students_record_or_takes_it_along_is_noted() {
    let server = with_uploads().await;
    let mut house = House::open(&server, server.school, LINCOLN).await;
    house.furnish().await;
    let students = students(&house);
    for (path, role) in pages() {
        let mut opened = 0;
        for address in house.addresses(path, &|_| None) {
            let before = newest(&server).await.len();
            let answer = house.browser(role).get(&address).await;
            if answer.status != StatusCode::OK {
                continue;
            }
            let (events, tried) = (since(&server, before).await, format!("{address} by {}", role.word()));
            says_who_read(&answer, &house, &events, &house.things[role.word()], &tried);
            holds(noted(Reads, path), &events, &students, &tried);
            opened += 1;
        }
        let is_shut = NOTHING_THERE.contains(&(path, role));
        assert_eq!(opened == 0, is_shut, "{path} by {}", role.word());
    }
}

/// How somebody signs in says nothing about a student.
fn opens_the_school(access: Access) -> bool {
    access.roles().is_some() && !access.is_own()
}

/// Each page with each role that may open it.
fn pages() -> impl Iterator<Item = (&'static str, Role)> {
    let pages = PERMISSIONS.iter().filter(|(does, _, access)| *does == Reads && opens_the_school(*access));
    pages.flat_map(|(_, path, _)| roles_of(Reads, path).iter().map(|role| (*path, *role)))
}

/// What a role may open, of which there is nothing for it here: another's upload, a school's own frozen report.
const NOTHING_THERE: &[(&str, Role)] = &[
    // Another's glass.
    ("/staff/glass/{glass}", Role::Principal),
    ("/staff/imports/jobs/{job}", Role::Clerk),
    ("/staff/reports/frozen/{snapshot}", Role::Captain),
    ("/staff/reports/frozen/{snapshot}", Role::Auditor),
    ("/staff/reports/frozen/{snapshot}/{face}", Role::Captain),
    ("/staff/reports/frozen/{snapshot}/{face}", Role::Auditor),
];

#[test]
fn each_route_says_what_is_noted_of_it() {
    let routes = PERMISSIONS.iter().filter(|(_, _, access)| opens_the_school(*access));
    let routes: BTreeSet<(Does, &str)> = routes.map(|(does, path, _)| (*does, *path)).collect();
    let said: BTreeSet<(Does, &str)> = NOTED.iter().map(|(does, path, _)| (*does, *path)).collect();
    assert_eq!(said, routes, "whoever adds a route says what is noted of it");
    assert_eq!(said.len(), NOTED.len(), "a route stands twice");
}
