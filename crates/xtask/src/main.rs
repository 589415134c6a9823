//! `cargo xtask setup | web | demo | test | faults | fuzz | screens | bench | release | scan | ci`: everything that is done with this project, one command each.
//!
//! Plain Rust over the programs that a developer would call by hand. Every step says what it does and how long it
//! took; a step that fails ends in a sentence that says what to do.

mod bench;
mod browser;
mod ci;
mod demo;
mod faults;
mod fuzz;
mod house;
mod markup;
mod older;
mod packages;
mod promises;
mod release;
mod scan;
mod setup;
mod step;
mod test;
mod wasm;
mod web;

use std::process::ExitCode;

use step::Failed;

const USAGE: &str = "cargo xtask <command>

  setup                 installs what is missing on a Debian machine: packages, the wasm toolchain, node
  web [--quick]         builds the mentor's web app into dist/ (--quick: without link-time optimisation)
  demo [--from DIR] [--port N] [--fresh]
                        sets up, builds, makes a demo district (or imports the one in DIR) and serves it all
  test                  sets up, then runs every test, those in a browser and in a window included
  faults [--long MINUTES] [--seed N] [--only ROW] [--json] [--weakened] [--skew [COMMIT]]
                        cuts power, network and processes under the built programs, and counts what is lost
                        (--weakened: also in programs built to lose something; --skew: also beside an earlier commit's)
  screens               takes pictures of every screen in every look and puts them on sheets, to be looked at
  bench                 prints the figures of the budgets, measured here
  release [--twice]     builds what a school is given into release/, with the list of what is inside and a hash of each
                        (--twice: builds the server once more in another folder, and compares)
  scan [--seconds N]    lets schemathesis, wapiti and testssl.sh at the server, over TLS (docs/scans.md)
  fuzz [TARGET] [--seconds N]
                        makes up bytes for everything that meets strangers' bytes, a minute for each
  ci                    formatting, lints, the rules of the house, licences, then test and fuzz";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, options) = match arguments.split_first() {
        Some((command, options)) => (command.as_str(), options),
        None => ("help", [].as_slice()),
    };
    let outcome = match command {
        "setup" => setup::setup(setup::Needs::ALL),
        "web" => setup::setup(setup::Needs::DEMO)
            .and_then(|()| web::web(web::Build::from_options(options)).map(|_| ())),
        "demo" => demo::demo(options),
        "test" => test::test(),
        "faults" => faults::faults(options),
        "screens" => browser::screens(),
        "bench" => bench::bench(),
        "release" => release::release(options),
        "scan" => scan::scan(options),
        "fuzz" => fuzz::fuzz(options),
        "ci" => ci::ci(),
        "house" => house::check(),
        _ => {
            println!("{USAGE}");
            return if command == "help" { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed(sentence)) => {
            eprintln!("\n✗ {sentence}");
            ExitCode::FAILURE
        }
    }
}
