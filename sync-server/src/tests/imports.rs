use std::fs;
use std::path::{Path, PathBuf};

use daymark_domain::DayType;

use super::*;
use crate::service::imports::ImportDesk;
use crate::store::audit::AuditStore;
use crate::store::contract::day;
use crate::store::schools::SchoolStore;

pub(super) const HEADER: &str = "student_id,school_id,date,category,reason,duration\n";

async fn with_uploads() -> Server {
    let mut server = Server::start().await;
    let desk = ImportDesk::in_folder(server._folder.path()).unwrap();
    server.app = server.app.clone().with_imports(desk);
    server
}

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/sis").join(name);
    fs::read(path).unwrap()
}

/// What lies in the folder for uploads.
fn uploads(server: &Server) -> usize {
    fs::read_dir(server._folder.path().join("uploads")).unwrap().count()
}

/// A form with a file, as a browser sends it.
fn multipart(fields: &[(&str, &str)], name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, value) in fields {
        body.extend(
            format!("--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    let head = format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n");
    body.extend(format!("{head}Content-Type: application/octet-stream\r\n\r\n").bytes());
    body.extend(file);
    body.extend(b"\r\n--b--\r\n");
    body
}

impl Browser<'_> {
    async fn sends(&self, kind: &str, fields: &[(&str, &str)], name: &str, file: &[u8]) -> Answer {
        let request = from_our_page(&format!("/staff/imports/files/{kind}"))
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
        let mut request = request.body(Body::from(multipart(fields, name, file))).unwrap();
        let multipart = "multipart/form-data; boundary=b".parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, multipart);
        self.server.send(request).await
    }

    pub(super) async fn uploads(&self, kind: &str, file: &[u8]) -> String {
        let token = self.form_token.clone();
        goes_to(&self.sends(kind, &[("form_token", &token)], "../../etc/any.csv", file).await).to_owned()
    }

    /// The page once there is nothing to wait for.
    pub(super) async fn ends(&self, job: &str) -> String {
        loop {
            let page = self.get(job).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            if !page.body.contains("http-equiv=\"refresh\"") {
                return page.body;
            }
            tokio::task::yield_now().await;
        }
    }

    pub(super) async fn confirms(&self, job: &str, preview: &str, agreed: &str) -> String {
        let token = between(preview, "name=\"token\" value=\"", "\"");
        assert_eq!(goes_to(&self.post(job, &format!("token={token}&{agreed}")).await), job);
        self.ends(job).await
    }
}

/// The keys of a new student and of the school.
pub(super) async fn keys(server: &Server) -> (String, String) {
    let student = server.store.seed_student(server.school, "Tyrone", "Dyer", day("2025-08-25")).await;
    let held = ["2025-10-08", "2025-10-09", "2025-10-10"].map(|date| (day(date), DayType::Instructional));
    server.store.seed_calendar(server.school, held.to_vec()).await;
    let school = server.store.school(server.school).await.unwrap().unwrap().sis_id;
    let by_id = move |db: &daymark_sqlite::rusqlite::Connection| {
        let sql = "SELECT sis_id FROM student WHERE id = ?1";
        Ok(db.query_row(sql, [student.as_bytes()], |row| row.get::<_, String>(0))?)
    };
    (server.store.read(by_id).await.unwrap(), school)
}

/// The number of the newest entry in the history.
pub(super) async fn newest(server: &Server) -> i64 {
    let sql = "SELECT max(id) FROM import_batch";
    server.store.read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

pub(super) async fn marks(server: &Server) -> i64 {
    let sql = "SELECT count(*) FROM attendance_event WHERE superseded_by IS NULL";
    server.store.read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn a_file_is_looked_at_then_imported_then_undone() {
    let server = with_uploads().await;
    let (student, school) = keys(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let file = format!("{HEADER}{student},{school},2025-10-10,Unexcused Absence,,1\n");
    let job = kim.uploads("attendance", file.as_bytes()).await;
    let preview = kim.ends(&job).await;
    assert!(
        preview.contains("What the file would do") && preview.contains("Attendance records"),
        "{preview}"
    );
    assert!(preview.contains("Unexcused Absence"), "how its codes were read: {preview}");
    assert_eq!(marks(&server).await, 0, "looking stores nothing");

    let mut pokes = server.app.pokes.subscribe();
    let wrong = kim.post(&job, "token=0123").await;
    assert_eq!((wrong.status, marks(&server).await), (StatusCode::FORBIDDEN, 0));
    assert!(kim.confirms(&job, &preview, "").await.contains("Phones have it at their next sync"));
    assert_eq!((marks(&server).await, pokes.try_recv().ok()), (1, Some(server.school)));

    let history = kim.get("/staff/imports").await.body;
    let number = newest(&server).await;
    let entry = format!("/staff/imports/{number}");
    assert!(history.contains("Name of kim") && history.contains("Only looked at"), "{history}");
    let page = kim.get(&entry).await.body;
    assert!(page.contains("Undo this import"), "{page}");
    let undoing = goes_to(&kim.post(&format!("{entry}/undo"), "").await).to_owned();
    assert!(kim.ends(&undoing).await.contains("Added rows that are ended: 1."));
    assert_eq!(marks(&server).await, 0);
    let again = goes_to(&kim.post(&format!("{entry}/undo"), "").await).to_owned();
    assert!(kim.ends(&again).await.contains("was undone already"));
    assert!(kim.get("/staff/imports").await.body.contains(&format!("Undid number {number}")));

    let accesses = server.store.accesses(server.school, 50).await.unwrap();
    for (what, detail) in [
        ("import_tried", "attendance"),
        ("import_applied", "attendance"),
        ("import_undone", &number.to_string()),
        ("import_undone", &format!("{number} refused")),
    ] {
        let is_noted = |access: &crate::store::audit::AccessEvent| {
            access.what == what && access.detail.as_deref() == Some(detail)
        };
        assert!(accesses.iter().any(is_noted), "{what} {detail} was not noted");
    }
}

#[tokio::test]
async fn bad_rows_are_shown_by_line_and_left_out_only_by_agreement() {
    let server = with_uploads().await;
    let (student, school) = keys(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let file = format!("{HEADER}{student},{school},2025-10-10,Tardy,,\nnobody,{school},2025-10-10,Tardy,,\n");
    let job = kim.uploads("attendance", file.as_bytes()).await;
    let preview = kim.ends(&job).await;
    for shown in ["attendance.csv", ">3<", ">student_id<", "Import without the 1 row"] {
        assert!(preview.contains(shown), "{shown} is missing in {preview}");
    }
    let refused = kim.confirms(&job, &preview, "").await;
    assert!(refused.contains("1 of 2 rows could not be used"), "{refused}");
    assert_eq!(marks(&server).await, 0);
    let job = kim.uploads("attendance", file.as_bytes()).await;
    let preview = kim.ends(&job).await;
    kim.confirms(&job, &preview, "skip_bad_rows=yes").await;
    assert_eq!(marks(&server).await, 1);
}

#[tokio::test]
async fn what_would_end_more_than_one_in_ten_needs_a_box_of_its_own() {
    let server = with_uploads().await;
    let (student, school) = keys(&server).await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let row = |date: &str| format!("{student},{school},{date},Tardy,,\n");
    let whole = HEADER.to_owned() + &row("2025-10-08") + &row("2025-10-09") + &row("2025-10-10");
    let job = kim.uploads("attendance", whole.as_bytes()).await;
    let preview = kim.ends(&job).await;
    kim.confirms(&job, &preview, "").await;
    assert_eq!(marks(&server).await, 3);
    let fewer = HEADER.to_owned() + &row("2025-10-08") + &row("2025-10-10");
    let token = kim.form_token.clone();
    for (agreed, left) in [("", 3), ("withdrawals=yes", 2)] {
        let fields = [("form_token", token.as_str()), ("whole", "yes")];
        let job = goes_to(&kim.sends("attendance", &fields, "a.csv", fewer.as_bytes()).await).to_owned();
        let preview = kim.ends(&job).await;
        assert!(preview.contains("1 of 3 would end: Attendance records."), "{preview}");
        kim.confirms(&job, &preview, agreed).await;
        assert_eq!(marks(&server).await, left);
    }
}

#[tokio::test]
async fn a_file_of_another_session_or_another_school_is_not_there() {
    let server = with_uploads().await;
    let (student, school) = keys(&server).await;
    let adams = server.store.seed_school("Adams").await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    server.account(adams, "lee", Role::Coordinator).await;
    let lee = server.browser("lee").await;
    let file = format!("{HEADER}{student},{school},2025-10-10,Tardy,,\n");
    let job = kim.uploads("attendance", file.as_bytes()).await;
    let preview = kim.ends(&job).await;
    let token = between(&preview, "name=\"token\" value=\"", "\"").to_owned();
    assert_eq!(lee.get(&job).await.status, StatusCode::NOT_FOUND);
    assert_eq!(lee.post(&job, &format!("token={token}")).await.status, StatusCode::NOT_FOUND);
    kim.confirms(&job, &preview, "").await;
    let number = newest(&server).await;
    assert_eq!(kim.get(&format!("/staff/imports/{number}")).await.status, StatusCode::OK);
    for page in [number, number - 1].map(|number| format!("/staff/imports/{number}")) {
        assert_eq!(lee.get(&page).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lee.post(&format!("{page}/undo"), "").await.status, StatusCode::NOT_FOUND);
    }
    assert!(!lee.get("/staff/imports").await.body.contains("Name of kim"));
    let job = lee.uploads("attendance", file.replace("Tardy", "Excused Absence").as_bytes()).await;
    assert!(lee.ends(&job).await.contains("changes another school too"));
    assert_eq!(marks(&server).await, 1);
}

#[tokio::test]
async fn forged_empty_and_hostile_uploads_leave_nothing_on_the_disk() {
    let server = with_uploads().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let token = kim.form_token.clone();
    let ours = [("form_token", token.as_str())];
    assert_eq!(kim.sends("attendance", &[], "a.csv", b"x").await.status, StatusCode::FORBIDDEN);
    let forged = [("form_token", "another")];
    assert_eq!(kim.sends("attendance", &forged, "a.csv", b"x").await.status, StatusCode::FORBIDDEN);
    let empty = kim.sends("attendance", &ours, "", b"").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("Choose a file"), "{}", empty.body);
    assert_eq!(kim.sends("passwords", &ours, "a.csv", b"x").await.status, StatusCode::NOT_FOUND);
    let wrong_map = [("form_token", token.as_str()), ("words", "layout = 7")];
    let refused = kim.sends("attendance", &wrong_map, "a.csv", b"x").await;
    assert!(refused.body.contains("mapping could not be read"), "{}", refused.body);
    assert_eq!(uploads(&server), 0);
    for name in ["oneroster-zip-bomb.zip", "oneroster-zip-leads-out.zip", "oneroster-zip-absolute.zip"] {
        let job = kim.uploads("oneroster", &fixture(name)).await;
        let refused = kim.ends(&job).await;
        assert!(refused.contains("could not be read to its end"), "{name}: {refused}");
    }
    assert_eq!(uploads(&server), 1, "a later file takes the place of the one before it");
    let mut names = Vec::new();
    for folder in fs::read_dir(server._folder.path().join("uploads")).unwrap() {
        let files = fs::read_dir(folder.unwrap().path()).unwrap();
        names.extend(files.map(|file| file.unwrap().file_name().into_string().unwrap()));
    }
    assert_eq!(names, ["oneroster.zip"], "whatever the browser calls it");
}

#[tokio::test]
async fn nothing_of_an_upload_is_left_when_the_server_starts_again() {
    let mut server = with_uploads().await;
    let kim = server.signed_in("kim", Role::Coordinator).await;
    let job = kim.uploads("attendance", HEADER.as_bytes()).await;
    kim.ends(&job).await;
    let (cookie, form_token) = (kim.cookie.clone(), kim.form_token.clone());
    assert_eq!(uploads(&server), 1);
    let desk = ImportDesk::in_folder(Path::new(server._folder.path())).unwrap();
    server.app = server.app.clone().with_imports(desk);
    assert_eq!(uploads(&server), 0);
    let kim = Browser { server: &server, cookie, form_token };
    let gone = kim.get(&job).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert!(gone.body.contains("the server started again"), "{}", gone.body);
}
