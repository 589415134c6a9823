//! What the shipped programs do when power, disk, network and processes fail: the table of `docs/guarantees.md`.

use crate::demo::{build_servers, program};
use crate::packages;
use crate::step::{Outcome, cargo, has, run, step};

const ADVICE: &str =
    "The rows with ✗ say what was lost, and the seed that shows it again: --seed N --only ROW.";

/// Builds the server and what breaks it, then breaks it as the options say.
pub fn faults(options: &[String]) -> Outcome {
    install()?;
    // The server by itself, as it is shipped: built together with the tests it would be linked with SQLCipher.
    build_servers()?;
    build()?;
    step("break the programs and count what is lost", || {
        let mut command = std::process::Command::new(program("daymark-faults"));
        command.arg("--server").arg(program("daymark-server")).args(options);
        run(&mut command, ADVICE)
    })
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
        command.args(["build", "--locked", "-p", "daymark-tests", "--bin", "daymark-faults"]);
        run(&mut command, "The lines above say where.")
    })
}
