//! Backup, verify, restore, drill, doctor, the record of access, compact: time, memory, bytes.

use std::ffi::OsString;
use std::path::Path;

use super::district::District;
use crate::Outcome;
use crate::program::{self, Took};
use crate::report::Figure;
use crate::report::Measure::{Bytes, Seconds};

pub fn measure(district: &District) -> Outcome {
    let (data, key) = (district.files.data(), district.files.beside("office.key"));
    let (backup, restored) = (district.files.beside("backup.age"), district.files.beside("restored"));
    let public = program::must(&words("backup-key", &[("--to", &key)]))?.said.trim().to_owned();
    let mut figure = Figure::new(
        "Looking after the server",
        &[
            &format!("{},", district.work),
            "of the other schools' mentors every fourth gone for forty days; beside the running server. Time is by the clock;",
            "computed is what the command's own threads did; memory is the command's alone, looked at every 5 ms.",
        ],
    );
    figure.line("the database", Bytes(bytes_of(&data.join("daymark.sqlite"))?));
    let mut back_up = words("backup", &[("--data", &data), ("--to", &backup)]);
    back_up.extend(["--recipient".into(), public.into()]);
    add(&mut figure, "backup", &program::must(&back_up)?);
    figure.line("the backup", Bytes(bytes_of(&backup)?));
    let mut verify = words("verify", &[("--identity", &key)]);
    verify.push(backup.clone().into());
    add(&mut figure, "verify", &program::must(&verify)?);
    let mut restore = words("restore", &[("--identity", &key), ("--data", &restored)]);
    restore.extend([backup.into(), "--without-ledger".into()]);
    add(&mut figure, "restore", &program::must(&restore)?);
    add(&mut figure, "drill", &program::must(&words("drill", &[("--data", &data)]))?);
    // Its code says whether there is something to do.
    add(&mut figure, "doctor", &program::run(&words("doctor", &[("--data", &data)]))?);
    add(&mut figure, "doctor --mend", &program::run(&with(words("doctor", &[("--data", &data)]), "--mend"))?);
    let audit = [words("audit", &[]), words("verify", &[("--data", &data)])].concat();
    add(&mut figure, "audit verify", &program::must(&audit)?);
    let compact = program::must(&words("compact", &[("--data", &data)]))?;
    add(&mut figure, "compact", &compact);
    for line in compact.said.lines() {
        figure.sentence(&format!("compact: {line}"));
    }
    figure.print();
    std::fs::remove_dir_all(restored)?;
    Ok(())
}

fn add(figure: &mut Figure, name: &str, took: &Took) {
    figure.line(name, Seconds(took.time.as_secs_f64()));
    figure.line(&format!("{name}: computed"), Seconds(took.computed.as_secs_f64()));
    figure.line(&format!("{name}: most memory"), Bytes(took.most_memory));
}

fn words(command: &str, options: &[(&str, &Path)]) -> Vec<OsString> {
    let options = options.iter().flat_map(|(name, value)| [OsString::from(name), value.into()]);
    std::iter::once(command.into()).chain(options).collect()
}

fn with(mut words: Vec<OsString>, option: &str) -> Vec<OsString> {
    words.push(option.into());
    words
}

fn bytes_of(file: &Path) -> Outcome<u64> {
    Ok(std::fs::metadata(file)?.len())
}
