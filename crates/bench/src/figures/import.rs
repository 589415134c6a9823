//! A district's files into an empty server.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use daymark_server::imports::{
    ImportOptions, ImportReport, import_attendance, import_calendar, import_oneroster,
};
use daymark_server::store::sqlite::SqliteStore;
use daymark_test_support::{DistrictPlan, generate};

use super::district_report;
use crate::export::{Recorded, export};
use crate::report::Measure::{Bytes, Count, Seconds};
use crate::report::{Figure, progress};
use crate::school::plan;
use crate::{Outcome, machine};

/// The word by which this program is told to import and to say what it took: memory is measured by the process, and
/// the one that made the files has already used much of it.
pub const IN_A_PROCESS_OF_ITS_OWN: &str = "import-and-tell";

const STUDENTS: usize = 65_000;
const FILES: [&str; 3] = ["oneroster", "calendar", "attendance"];

/// Twice: into nothing, and the same again.
pub fn measure() -> Outcome {
    progress("writing the files of 65,000 students");
    let folder = tempfile::tempdir()?;
    let files = folder.path().join("export");
    let plan = DistrictPlan { students: STUDENTS, ..plan(STUDENTS / 650, STUDENTS)? };
    let now = write_files(&plan, &files)?;
    let data = folder.path().join("data");
    std::fs::create_dir_all(&data)?;
    progress("importing them");
    let first = told(&files, &data, now)?;
    progress("importing them again");
    let again = told(&files, &data, now)?;
    let mut figure = Figure::new(
        "Import of 65,000 students",
        &[
            &format!(
                "{STUDENTS} students in {} schools, guardians, attendance exceptions of 180 school days; each",
                plan.schools
            ),
            "file in one transaction into an empty SQLite store, in a process of its own.",
        ],
    );
    for (name, file) in FILES.iter().zip(&first.files) {
        figure.line(&format!("{name}: time"), Seconds(file.seconds));
        figure.line(&format!("{name}: rows read"), Count(file.rows));
        figure.line(&format!("{name}: rows stored"), Count(file.changes));
    }
    figure.within("all three files", Seconds(first.seconds()), Seconds(60.0));
    let rows: u64 = first.files.iter().map(|file| file.rows).sum();
    figure.line("rows read a second", Count((rows as f64 / first.seconds()) as u64));
    figure.line("most memory held", Bytes(first.most_memory));
    figure.line("the same files again, nothing changed", Seconds(again.seconds()));
    figure.line("rows stored by that", Count(again.files.iter().map(|file| file.changes).sum()));
    figure.line("most memory held by that", Bytes(again.most_memory));
    figure.print();
    district_report::measure(&files, &data, now)
}

/// Returns the moment of the import: the afternoon of the last school day.
fn write_files(plan: &DistrictPlan, files: &Path) -> Outcome<i64> {
    let district = generate(plan);
    export(&district, Recorded::WholeYear, files)?;
    Ok(district.instant(district.calendar.last(), 16 * 3_600))
}

/// What the other process told.
struct Told {
    files: Vec<File>,
    most_memory: u64,
}

struct File {
    seconds: f64,
    rows: u64,
    changes: u64,
}

impl Told {
    fn seconds(&self) -> f64 {
        self.files.iter().map(|file| file.seconds).sum()
    }
}

fn told(files: &Path, data: &Path, now: i64) -> Outcome<Told> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(IN_A_PROCESS_OF_ITS_OWN).args([files, data]).arg(now.to_string());
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err("the import failed; the line above says why".into());
    }
    let mut told = Told { files: Vec::new(), most_memory: 0 };
    for line in String::from_utf8(output.stdout)?.lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            [seconds, rows, changes] => told.files.push(File {
                seconds: seconds.parse()?,
                rows: rows.parse()?,
                changes: changes.parse()?,
            }),
            [memory] => told.most_memory = memory.parse()?,
            _ => {}
        }
    }
    Ok(told)
}

/// In the process of its own: a line a file, then the most memory held, in bytes.
pub fn import_and_tell(arguments: &[String]) -> Outcome {
    let [files, data, now] = arguments else { return Err("files, data folder and moment are wanted".into()) };
    let (files, data) = (PathBuf::from(files), PathBuf::from(data));
    let store = SqliteStore::open(&data)?;
    let options =
        ImportOptions { time_zone: Some("America/Chicago".to_owned()), ..ImportOptions::at(now.parse()?) };
    tell(|| Ok(import_oneroster(&store, &files.join("oneroster"), &options)?))?;
    tell(|| Ok(import_calendar(&store, &files.join("calendar.csv"), &options)?))?;
    tell(|| Ok(import_attendance(&store, &files.join("attendance.csv"), &options)?))?;
    println!("{}", machine::most_memory()?);
    Ok(())
}

fn tell(import: impl FnOnce() -> Outcome<ImportReport>) -> Outcome {
    let start = Instant::now();
    let report = import()?;
    println!("{} {} {}", start.elapsed().as_secs_f64(), report.rows, report.changes());
    Ok(())
}
