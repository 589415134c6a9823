//! libfaketime: another program's wall clock, moved from outside. What counts how long something takes is left alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::Broken;

/// The hands of a program's clock.
pub struct Hands {
    library: String,
    folder: TempDir,
}

impl Hands {
    /// None where libfaketime is missing.
    pub fn take() -> Result<Option<Self>, Broken> {
        let asked = Command::new("faketime").args(["-m", "-f", "+0d", "printenv", "LD_PRELOAD"]).output();
        let Ok(said) = asked else { return Ok(None) };
        let library = String::from_utf8(said.stdout)?.trim().to_owned();
        let hands = Self { library, folder: tempfile::tempdir()? };
        hands.turn(0)?;
        Ok(Some(hands).filter(|hands| !hands.library.is_empty()))
    }

    /// So many seconds off from here on, in a running program too.
    pub fn turn(&self, seconds: i64) -> Result<(), Broken> {
        // In one step: the program must never read half a number.
        let fresh = self.folder.path().join("fresh");
        std::fs::write(&fresh, format!("{seconds:+}\n"))?;
        Ok(std::fs::rename(fresh, self.file())?)
    }

    /// The program with this clock.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env("LD_PRELOAD", &self.library).env("FAKETIME_TIMESTAMP_FILE", self.file());
        command.env("FAKETIME_NO_CACHE", "1").env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        command
    }

    /// What the time is for such a program, in seconds since 1970; so that nobody believes in a clock that stands still.
    pub fn shown(&self) -> Result<i64, Broken> {
        let mut date = self.command(Path::new("date"));
        let said = date.arg("+%s").stdin(Stdio::null()).output()?;
        Ok(String::from_utf8(said.stdout)?.trim().parse()?)
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("hands")
    }
}
