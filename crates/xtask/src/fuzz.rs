//! libFuzzer over everything that meets strangers' bytes (`crates/fuzz`), each target for a minute, or as long as is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::setup::{Needs, setup};
use crate::step::{Failed, Outcome, at, cargo, root, run, run_quiet, step};

const TARGETS: [&str; 6] = ["gate", "frames", "csv", "zip", "pairing", "view"];
/// As many at a time as the machines have cores.
const AT_A_TIME: usize = 2;
/// Which code an input reaches is what guides the next one. These flags are stable ones: no other toolchain is wanted.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// `fuzz [TARGET] [--seconds N]`.
pub fn fuzz(options: &[String]) -> Outcome {
    let (mut seconds, mut targets) = (60_u32, TARGETS.to_vec());
    let mut options = options.iter().map(String::as_str);
    while let Some(option) = options.next() {
        match option {
            "--seconds" => {
                let number = options.next().and_then(|number| number.parse().ok());
                seconds = number.ok_or_else(|| Failed("--seconds wants a number.".to_owned()))?;
            }
            name => {
                let known = TARGETS.into_iter().find(|target| *target == name);
                targets =
                    vec![known.ok_or_else(|| Failed(format!("The targets are: {}.", TARGETS.join(", "))))?];
            }
        }
    }
    setup(Needs::NATIVE)?;
    let program = build()?;
    for some in targets.chunks(AT_A_TIME) {
        step(&format!("fuzz {} for {seconds} s", some.join(" and ")), || run_some(&program, some, seconds))?;
    }
    Ok(())
}

fn build() -> Outcome<PathBuf> {
    let version = run_quiet(Command::new("rustc").arg("-vV"), "Is Rust installed?")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    step("compile the fuzzer, instrumented", || {
        let mut command = cargo();
        command.args([
            "build",
            "--locked",
            "--profile",
            "fuzz",
            "-p",
            "daymark-fuzz",
            "--features",
            "libfuzzer",
        ]);
        // With a target named, build scripts and macros are left alone.
        command.args(["--target", &host, "--target-dir", "target/fuzz"]).env("RUSTFLAGS", INSTRUMENTED);
        run(&mut command, "libFuzzer is C++: is g++ installed?")
    })?;
    Ok(root().join("target/fuzz").join(host).join("fuzz/daymark-fuzz"))
}

fn run_some(program: &Path, targets: &[&str], seconds: u32) -> Outcome {
    let started =
        targets.iter().map(|target| start(program, target, seconds)).collect::<Outcome<Vec<_>>>()?;
    for (target, mut child) in targets.iter().zip(started) {
        let status = child.wait().map_err(at(program))?;
        let said = fs::read_to_string(log_of(target)).unwrap_or_default();
        if !status.success() {
            eprintln!("{}", last_lines(&said));
            return Err(Failed(format!(
                "The target '{target}' broke a promise. The input lies in {}: mend the cause, and put the input under \
                 tests/fixtures/fuzz/{target}/ with a name that says what it was.",
                folder("finds").display()
            )));
        }
        let tried = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        println!("  {target}: {} inputs, nothing found", tried.unwrap_or("?").trim());
    }
    Ok(())
}

fn start(program: &Path, target: &str, seconds: u32) -> Outcome<Child> {
    let (corpus, finds, log) = (folder("corpus").join(target), folder("finds"), log_of(target));
    for folder in [&corpus, &finds] {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    let output = fs::File::create(&log).map_err(at(&log))?;
    let child = Command::new(program)
        .arg(&corpus)
        .arg(format!("-max_total_time={seconds}"))
        .args(["-timeout=10", "-rss_limit_mb=1024", "-max_len=65536", "-print_final_stats=1"])
        .arg(format!("-artifact_prefix={}/{target}-", finds.display()))
        .env("DAYMARK_FUZZ", target)
        .env("DAYMARK_FUZZ_SEEDS", &corpus)
        .stdout(Stdio::null())
        .stderr(output)
        .spawn();
    child.map_err(at(program))
}

fn last_lines(said: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    lines[lines.len().saturating_sub(40)..].join("\n")
}

fn log_of(target: &str) -> PathBuf {
    folder(&format!("{target}.log"))
}

fn folder(name: &str) -> PathBuf {
    root().join("target/fuzz").join(name)
}
