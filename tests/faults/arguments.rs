//! What was asked for.

use std::path::PathBuf;
use std::time::Duration;

/// How it is called.
pub const USAGE: &str = "daymark-faults [--long MINUTES] [--seed N] [--only NAME] [--json]
               [--server PROGRAM] [--weakened FOLDER] [--older FOLDER]

  --long MINUTES    every place instead of some, again and again with new seeds, about so long in all
  --seed N          begins with this seed (else one of today)
  --only NAME       the rows whose name contains this
  --json            a line of JSON a row
  --server PROGRAM  the server to break (else daymark-server beside this program)
  --weakened FOLDER the programs built with the feature of that name, in which the same faults have to find something
  --older FOLDER    server, demo and phone of another version, to run beside these";

/// What was asked for.
pub struct Asked {
    pub long: Option<Duration>,
    pub seed: u64,
    pub only: Option<String>,
    pub server: PathBuf,
    pub weakened: Option<PathBuf>,
    pub older: Option<PathBuf>,
    pub json: bool,
}

/// Reads the words of the command line.
pub fn read(words: &[String]) -> Result<Asked, String> {
    let beside = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut asked = Asked {
        long: None,
        seed: u64::try_from(crate::school::now() / 86_400).unwrap_or(1),
        only: None,
        server: beside.with_file_name("daymark-server"),
        weakened: None,
        older: None,
        json: false,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
        match word.as_str() {
            "--long" => asked.long = Some(Duration::from_secs(60 * number(value()?)?)),
            "--seed" => asked.seed = number(value()?)?,
            "--only" => asked.only = Some(value()?.clone()),
            "--server" => asked.server = value()?.into(),
            "--weakened" => asked.weakened = Some(value()?.into()),
            "--older" => asked.older = Some(value()?.into()),
            "--json" => asked.json = true,
            other => return Err(format!("'{other}' is no option")),
        }
    }
    Ok(asked)
}

fn number(word: &str) -> Result<u64, String> {
    word.parse().map_err(|_| format!("'{word}' is no number"))
}
