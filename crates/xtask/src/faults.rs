//! What the shipped programs do when power, disk, network and processes fail: the table of `docs/guarantees.md`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::demo::{build_servers, program};
use crate::older;
use crate::packages;
use crate::step::{Outcome, at, cargo, has, run, step};

const ADVICE: &str =
    "The rows with ✗ say what was lost, and the seed that shows it again: --seed N --only ROW.";

/// Came with the phones that are paired by three words: those of commits without it cannot be paired by this server any more.
const PAIRING_WORDS: &str = "crates/protocol/src/words";

/// What was asked for.
#[derive(Default)]
struct Options {
    /// Also with programs that break a promise on purpose.
    weakened: bool,
    /// Also beside the programs of this commit.
    skew: Option<Skew>,
    /// For the program that breaks the others.
    rest: Vec<String>,
}

enum Skew {
    FirstThatPairsByWords,
    Commit(String),
}

impl Skew {
    fn commit(&self) -> Outcome<String> {
        match self {
            Self::FirstThatPairsByWords => older::first_with(PAIRING_WORDS),
            Self::Commit(name) => Ok(name.clone()),
        }
    }
}

impl Options {
    fn read(words: &[String]) -> Self {
        let mut options = Self::default();
        let mut words = words.iter().peekable();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--weakened" => options.weakened = true,
                "--skew" => {
                    let named = words.next_if(|word| !word.starts_with("--"));
                    options.skew = Some(named.cloned().map_or(Skew::FirstThatPairsByWords, Skew::Commit));
                }
                other => options.rest.push(other.to_owned()),
            }
        }
        options
    }
}

/// Builds the server and what breaks it, then breaks it as the options say.
pub fn faults(words: &[String]) -> Outcome {
    let options = Options::read(words);
    install()?;
    let mut command = Command::new(program("daymark-faults"));
    command.arg("--server").arg(program("daymark-server")).args(&options.rest);
    // First what lies elsewhere afterwards: each build leaves its programs at the same place.
    if let Some(skew) = &options.skew {
        command.arg("--older").arg(older::build(&skew.commit()?)?);
    }
    if options.weakened {
        command.arg("--weakened").arg(weakened()?);
    }
    // The server by itself, as it is shipped: built together with the tests it would be linked with SQLCipher.
    build_servers()?;
    build()?;
    step("break the programs and count what is lost", || run(&mut command, ADVICE))
}

/// strace kills at a system call, faketime moves a server's clock. Without them those rows say *not run*.
fn install() -> Outcome {
    if has("apt-get") {
        packages::install(&["strace", "faketime"])?;
    }
    Ok(())
}

fn build() -> Outcome {
    step("compile what breaks it", || {
        let mut command = cargo();
        command.args(["build", "--locked", "-p", "daymark-tests"]);
        command.args(["--bin", "daymark-faults", "--example", "phone"]);
        run(&mut command, "The lines above say where.")
    })
}

/// The same programs with the feature that lets them break a promise; the folder in which they are.
fn weakened() -> Outcome<PathBuf> {
    let programs = ["daymark-faults", "daymark-server"];
    step("compile programs that break a promise", || {
        let mut command = cargo();
        command.args(["build", "--locked", "--features", "daymark-tests/weakened"]);
        command.args(["-p", "daymark-tests", "-p", "daymark-server"]);
        command.args(programs.iter().flat_map(|program| ["--bin", program]));
        run(&mut command, "The lines above say where.")
    })?;
    set_aside(&programs.map(program), &program("weakened"))
}

/// Copies programs to a folder where no other build writes.
pub fn set_aside(programs: &[PathBuf], folder: &Path) -> Outcome<PathBuf> {
    fs::create_dir_all(folder).map_err(at(folder))?;
    for from in programs {
        let to = folder.join(from.file_name().unwrap_or_default());
        // Another file, and not a new content of one that may be running.
        let _ = fs::remove_file(&to);
        fs::copy(from, &to).map_err(at(from))?;
    }
    Ok(folder.to_owned())
}
