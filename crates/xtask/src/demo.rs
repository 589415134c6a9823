//! Everything at one loopback address, ready to click.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::setup::{Needs, setup};
use crate::step::{Failed, Outcome, at, cargo, root, run, run_quiet, step};
use crate::web::{Build, web};

/// What was asked for.
#[derive(Default)]
struct Options {
    from: Option<PathBuf>,
    port: Option<u16>,
    fresh: bool,
}

impl Options {
    fn read(words: &[String]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        let missing = |what: &str| Failed(format!("{what} needs a value; see cargo xtask help."));
        while let Some(word) = words.next() {
            match word.as_str() {
                "--fresh" => options.fresh = true,
                "--from" => options.from = Some(words.next().ok_or_else(|| missing("--from"))?.into()),
                "--port" => {
                    let port = words.next().and_then(|port| port.parse().ok());
                    options.port = Some(port.ok_or_else(|| missing("--port"))?);
                }
                other => {
                    return Err(Failed(format!("'{other}' is no option of demo; see cargo xtask help.")));
                }
            }
        }
        Ok(options)
    }
}

/// Sets up, builds, makes the district once, serves.
pub fn demo(words: &[String]) -> Outcome {
    let options = Options::read(words)?;
    setup(Needs::DEMO)?;
    let dist = web(Build::Quick)?;
    build_servers()?;
    let data = root().join("demo-data");
    if (options.fresh || options.from.is_some()) && data.exists() {
        fs::remove_dir_all(&data).map_err(at(&data))?;
    }
    if !data.join("daymark.sqlite").exists() {
        let from = options.from.as_deref();
        step("make the district", || make_district(&data, from))?;
    }
    let invites = invite(&data)?;
    serve(&data, &dist, options.port, &invites)
}

/// The server and the maker of demo districts; what is slow in them is optimised in every build (Cargo.toml).
pub fn build_servers() -> Outcome {
    step("compile the server", || {
        let mut command = cargo();
        command.args(["build", "--locked"]);
        command.args([
            "-p",
            "daymark-server",
            "--bin",
            "daymark-server",
            "-p",
            "daymark-demo",
            "--bin",
            "daymark-demo",
        ]);
        run(&mut command, "The lines above say where.")
    })
}

/// A program that [`build_servers`] built.
pub fn program(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

fn make_district(data: &Path, from: Option<&Path>) -> Outcome {
    let mut command = Command::new(program("daymark-demo"));
    command.arg("make").arg("--data").arg(data);
    if let Some(from) = from {
        command.arg("--from").arg(from);
    }
    run(&mut command, "Remove demo-data and try again with --fresh.")
}

/// A fresh pairing code and how to sign in, as the maker prints them.
fn invite(data: &Path) -> Outcome<String> {
    let mut command = Command::new(program("daymark-demo"));
    run_quiet(command.arg("invite").arg("--data").arg(data), "Try again with --fresh.")
}

fn serve(data: &Path, dist: &Path, port: Option<u16>, invites: &str) -> Outcome {
    let port = port.unwrap_or_else(|| if free(8080) { 8080 } else { 0 });
    let mut command = Command::new(program("daymark-server"));
    command
        .arg("serve")
        .arg("--data")
        .arg(data)
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .arg("--app")
        .arg(dist);
    command.env("RUST_LOG", "warn").stdout(Stdio::piped());
    let advice = "Choose another port with --port.";
    let mut server =
        command.spawn().map_err(|error| Failed(format!("The server did not start: {error}. {advice}")))?;
    let mut said = BufReader::new(server.stdout.take().ok_or_else(|| Failed(advice.into()))?).lines();
    let first = said.next().and_then(Result::ok).unwrap_or_default();
    let address = first.split_whitespace().find(|word| word.starts_with("http://"));
    let address = address.ok_or_else(|| Failed(format!("The server did not start. {advice}")))?;
    println!(
        "\nDaymark is at {address}\n\n  team's page   {address}/team/week\n  mentor's app  {address}/\n"
    );
    println!("{}\nStop with Ctrl-C.", invites.replace("{address}", address));
    for line in said.map_while(Result::ok) {
        println!("{line}");
    }
    let status = server.wait().map_err(|error| Failed(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(Failed(format!("The server ended with {status}. {advice}"))) }
}

fn free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}
