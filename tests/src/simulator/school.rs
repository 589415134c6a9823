//! The school as it stands before the first day: rows with ids from the seed, so that a run repeats itself byte by byte.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{NaiveTime, TimeZone};
use chrono_tz::Tz;
use daymark_domain::{DayPart, MentorId, SchoolDay, SchoolId, StudentId, UserId};
use daymark_server::App;
use daymark_server::service::clearing::clear_mentor;
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::mentors::NewMentor;
use daymark_sqlite::rusqlite::params;
use daymark_test_support::{CalendarDay, DistrictPlan, generate};

use super::chance::Chance;
use super::model::{Mentor, Model, Student};
use super::plan::Plan;
use super::server::Server;

/// With and without daylight time, north and south of the equator, half an hour off.
const ZONES: [Tz; 6] = [
    Tz::America__Chicago,
    Tz::America__New_York,
    Tz::America__Phoenix,
    Tz::America__St_Johns,
    Tz::Europe__Dublin,
    Tz::Pacific__Auckland,
];

/// Who and where.
pub struct School {
    /// Its id.
    pub id: SchoolId,
    /// The export's key.
    pub sis_id: &'static str,
    /// Its zone.
    pub zone: Tz,
    /// Its school days.
    pub days: Vec<SchoolDay>,
    /// Who writes things down.
    pub coordinator: UserId,
}

/// The moment that a clock at the school shows; where it shows it never, an hour later.
pub fn moment(zone: Tz, day: SchoolDay, minute: u32) -> i64 {
    let time = NaiveTime::from_hms_opt(minute / 60 % 24, minute % 60, 0).unwrap_or_default();
    let local = day.0.and_time(time);
    let found = zone.from_local_datetime(&local).earliest();
    found
        .or_else(|| zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest())
        .map_or(0, |moment| moment.timestamp())
}

/// Sets the clock to the first morning, writes the school's rows and lets its mentors begin.
pub async fn open(
    server: &Server,
    hand: &Arc<AtomicI64>,
    plan: &Plan,
    chance: &mut Chance,
) -> (School, Model) {
    let zone = *chance.pick(&ZONES).unwrap_or(&Tz::UTC);
    // The year lies around a day of winter, so that clocks are put back and forward in it.
    let today = SchoolDay::from_number(20_055 + chance.below(60) as i32).unwrap();
    let seed = chance.draw();
    let shape = DistrictPlan { seed, schools: 1, students: 3, today, weeks_of_contacts: 0, zone };
    let calendar = generate(&shape).calendar.days;
    let school_days = calendar.iter().filter(|day| day.day_type.is_instructional());
    let days: Vec<SchoolDay> = school_days.map(|day| day.day).take(plan.days).collect();
    let school = School {
        id: SchoolId::from_bytes(chance.bytes()),
        sis_id: "0101",
        zone,
        days,
        coordinator: UserId::from_bytes(chance.bytes()),
    };
    let first = school.days.first().copied().unwrap_or(today);
    hand.store(moment(zone, first, 6 * 60), Ordering::Relaxed);
    let mut model = Model::default();
    write_rows(server, &school, &calendar, chance.bytes());
    for n in 0..plan.students {
        model.students.push(add_student(server, &school, n, first, chance));
    }
    add_staff(server.app().clone(), &school, &mut model, plan, chance, hand).await;
    (school, model)
}

fn write_rows(server: &Server, school: &School, calendar: &[CalendarDay], log_id: [u8; 8]) {
    server.write(|db| {
        db.execute(
            "INSERT INTO school (id, sis_id, name, time_zone, bell_minute, log_id, seq)
             VALUES (?1, ?2, 'Lincoln Middle', ?3, 485, ?4, 1)",
            params![school.id.as_bytes(), school.sis_id, school.zone.name(), log_id],
        )?;
        for CalendarDay { day, day_type } in calendar {
            let value = if day_type.is_instructional() { DayPart::WHOLE } else { DayPart::NONE };
            db.execute(
                "INSERT INTO calendar_day (school_id, day, day_type, value, seq) VALUES (?1, ?2, ?3, ?4, 1)",
                params![school.id.as_bytes(), day.number(), day_type.word(), value.get()],
            )?;
        }
        Ok(())
    });
}

fn add_student(server: &Server, school: &School, n: usize, first: SchoolDay, chance: &mut Chance) -> Student {
    let student = Student {
        id: StudentId::from_bytes(chance.bytes()),
        sis_id: format!("{}", 700_000 + n),
        name: format!("Student {n}"),
        recorded: Default::default(),
    };
    server.write(|db| {
        db.execute(
            "INSERT INTO student (id, sis_id, given_name, family_name, grade, seq) VALUES (?1, ?2, ?3, 'Of the Simulator', '7', 1)",
            params![student.id.as_bytes(), student.sis_id, student.name],
        )?;
        db.execute(
            "INSERT INTO enrollment (student_id, school_id, entry_day, seq) VALUES (?1, ?2, ?3, 1)",
            params![student.id.as_bytes(), school.id.as_bytes(), first.minus(20).number()],
        )
    });
    student
}

async fn add_staff(
    app: App,
    school: &School,
    model: &mut Model,
    plan: &Plan,
    chance: &mut Chance,
    hand: &AtomicI64,
) {
    let at = hand.load(Ordering::Relaxed);
    let first = school.days.first().copied().unwrap_or(SchoolDay::at(at, 0));
    let account = NewAccount {
        id: school.coordinator,
        school_id: school.id,
        login: "coordinator".to_owned(),
        name: "Coordinator".to_owned(),
        role: Role::Coordinator,
        password_hash: "never used here".to_owned(),
        at,
    };
    app.store.add_account(account).await.unwrap();
    for n in 0..plan.mentors {
        let (id, name) = (MentorId::from_bytes(chance.bytes()), format!("Mentor {n}"));
        app.store.add_mentor(NewMentor { id, school_id: school.id, name: name.clone(), at }).await.unwrap();
        let day = first.minus(1);
        let whom = (school.id, id, name.as_str());
        clear_mentor(app.store.as_ref(), whom, school.coordinator, day, at).await.unwrap();
        model.mentors.push(Mentor { id, name, clear: true });
    }
}
