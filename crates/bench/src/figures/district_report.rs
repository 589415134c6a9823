//! A district's figures from its facts, and what one changed day costs.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use daymark_reports::ReportName;
use daymark_server::imports::{ImportOptions, import_attendance};
use daymark_server::reports::{Question, facts};
use daymark_server::store::sqlite::SqliteStore;

use crate::report::Measure::{Bytes, Count, Seconds};
use crate::report::{Figure, progress};
use crate::{Outcome, machine};

/// The word by which this program is told to make the report and to say what it took: memory is measured by the process.
pub const IN_A_PROCESS_OF_ITS_OWN: &str = "report-and-tell";

/// Over the district that the import left in `data`.
pub fn measure(files: &Path, data: &Path, now: i64) -> Outcome {
    progress("making its attendance report");
    let first = told(data)?;
    progress("changing one day of one student");
    let (seconds, stored) = change_one_day(files, data, now)?;
    let again = told(data)?;
    let mut figure = Figure::new(
        "Attendance report of that district",
        &[
            "rate, tier and signals of each student at each school, from the facts in the store to JSON, in a process",
            "of its own. No figure is stored: a changed day changes its own row and nothing else.",
        ],
    );
    figure.within("time", Seconds(first.seconds), Seconds(5.0));
    figure.line("marks read", Count(first.marks));
    figure.line("marks read a second", Count((first.marks as f64 / first.seconds) as u64));
    figure.line("JSON written", Bytes(first.bytes));
    figure.line("most memory held", Bytes(first.most_memory));
    figure.line("one changed day: time of its import", Seconds(seconds));
    figure.line("rows stored by that", Count(stored));
    figure.line("the report again", Seconds(again.seconds));
    figure.print();
    Ok(())
}

/// The first mark of the file becomes a late arrival. Returns seconds and rows stored.
fn change_one_day(files: &Path, data: &Path, now: i64) -> Outcome<(f64, u64)> {
    let marks = std::fs::read_to_string(files.join("attendance.csv"))?;
    let mut fields = marks.lines().nth(1).ok_or("the district has no mark")?.split(',');
    let mut field = || fields.next().ok_or("a mark has fewer fields than it should");
    let row = format!("student_id,school_id,date,category\n{},{},{},Tardy\n", field()?, field()?, field()?);
    let changed = data.join("changed.csv");
    std::fs::write(&changed, row)?;
    let store = SqliteStore::open(data)?;
    let start = Instant::now();
    let report = import_attendance(&store, &changed, &ImportOptions::at(now))?;
    Ok((start.elapsed().as_secs_f64(), report.changes()))
}

/// What the other process told.
struct Told {
    seconds: f64,
    marks: u64,
    bytes: u64,
    most_memory: u64,
}

fn told(data: &Path) -> Outcome<Told> {
    let mut command = Command::new(std::env::current_exe()?);
    let output =
        command.arg(IN_A_PROCESS_OF_ITS_OWN).arg(data).stderr(std::process::Stdio::inherit()).output()?;
    let line = String::from_utf8(output.stdout)?;
    let [seconds, marks, bytes, most_memory] = line.trim().split(' ').collect::<Vec<_>>()[..] else {
        return Err("the report failed; the line above says why".into());
    };
    Ok(Told {
        seconds: seconds.parse()?,
        marks: marks.parse()?,
        bytes: bytes.parse()?,
        most_memory: most_memory.parse()?,
    })
}

/// In the process of its own: seconds, marks read, bytes written, most memory held.
pub async fn report_and_tell(arguments: &[String]) -> Outcome {
    let [data] = arguments else { return Err("a data folder is wanted".into()) };
    let store = SqliteStore::open(Path::new(data))?;
    let start = Instant::now();
    let facts = facts(&store, &Question::default()).await?;
    let json = ReportName::Attendance.make(&facts).json()?;
    let seconds = start.elapsed().as_secs_f64();
    let marks: usize = facts.students.iter().map(|student| student.marks.len()).sum();
    println!("{seconds} {marks} {} {}", json.len(), machine::most_memory()?);
    Ok(())
}
