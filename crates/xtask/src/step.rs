//! One step: said, timed, and ended in a sentence when it fails.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

/// A step that failed; the sentence says what to do.
#[derive(Debug)]
pub struct Failed(pub String);

/// Whether a step worked.
pub type Outcome<T = ()> = Result<T, Failed>;

/// Says what is being done and how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("→ {what}");
    let start = Instant::now();
    let done = work()?;
    println!("✓ {what} ({:.1} s)", start.elapsed().as_secs_f64());
    Ok(done)
}

/// Runs a program and passes its output through.
pub fn run(command: &mut Command, advice: &str) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error, advice))?;
    if status.success() { Ok(()) } else { Err(Failed(format!("{} failed. {advice}", name(command)))) }
}

/// Runs a program and keeps its output, which is shown when it fails.
pub fn run_quiet(command: &mut Command, advice: &str) -> Outcome<String> {
    let Output { status, stdout, stderr } =
        command.output().map_err(|error| cannot_start(command, &error, advice))?;
    if status.success() {
        return Ok(String::from_utf8_lossy(&stdout).into_owned());
    }
    eprint!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    Err(Failed(format!("{} failed. {advice}", name(command))))
}

fn cannot_start(command: &Command, error: &dyn Display, advice: &str) -> Failed {
    Failed(format!("{} could not be started ({error}). {advice}", name(command)))
}

fn name(command: &Command) -> String {
    let arguments = command.get_args().take(4).map(|argument| argument.to_string_lossy().into_owned());
    let program = command.get_program().to_string_lossy().into_owned();
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// Whether a program is on the path.
pub fn has(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// The project's folder.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest).to_path_buf()
}

/// An error of reading or writing a file, as a sentence.
pub fn at(path: &Path) -> impl Fn(std::io::Error) -> Failed + '_ {
    move |error| {
        Failed(format!(
            "{} could not be read or written: {error}. Check the disk and the rights.",
            path.display()
        ))
    }
}

/// Cargo as it called us, in the project's folder.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    if std::env::var_os("CI").is_some() {
        // A backtrace of CI is read by people with the source; the debug information would double the build.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
    }
    command
}
