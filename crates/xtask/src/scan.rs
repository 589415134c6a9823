//! Scanners that others wrote, against the server as it is given: what they can make of its description (schemathesis),
//! of its pages (wapiti) and of its TLS (testssl.sh). They ask this machine alone. docs/scans.md says what came of it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::demo::{build_servers, program, target};
use crate::packages;
use crate::setup::{Needs, setup};
use crate::step::{Failed, Outcome, at, root, run, run_quiet, step};

/// Each in a folder of its own: they do not agree on the versions of what they use.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const WAPITI: &str = "wapiti3==3.2.3";
/// Those that ask nobody but the server; others of wapiti's want a service on the internet.
const MODULES: &str = "cookieflags,csp,crlf,exec,file,http_headers,permanentxss,redirect,sql,xss";
/// Ends the scanner's own session, its login, or somebody's phone: tried by tests, not by guessing.
const LEFT_OUT: &str = "^/(team/events|v1/events|sign-out|sign-in|account|setup)|/revoke$";
const PASSWORD: &str = "daymark demo district";

/// `scan [--seconds N]`: so long for each of the two that guess.
pub fn scan(options: &[String]) -> Outcome {
    let seconds = match options {
        [] => 120,
        [name, number] if name == "--seconds" => {
            number.parse().map_err(|_| Failed("--seconds wants a number.".to_owned()))?
        }
        _ => return Err(Failed("scan knows --seconds N and nothing else.".to_owned())),
    };
    setup(Needs::NATIVE)?;
    packages::install(&["openssl", "python3-venv", "testssl.sh"])?;
    let here = target().join("scan");
    fs::create_dir_all(&here).map_err(at(&here))?;
    let schemathesis = tool(&here, SCHEMATHESIS, "st")?;
    let wapiti = tool(&here, WAPITI, "wapiti")?;
    build_servers()?;
    let school = Scanned::start(&here)?;
    let said = [
        described(&schemathesis, &school, seconds, None),
        described(&schemathesis, &school, seconds, Some(&school.login)),
        pages(&wapiti, &school, seconds),
        tls(&school),
    ];
    println!("The reports lie in {}.", here.display());
    said.into_iter().collect()
}

/// A program of Python, in a folder of its own.
fn tool(here: &Path, package: &str, name: &str) -> Outcome<PathBuf> {
    let folder = here.join(package.replace("==", "-"));
    let program = folder.join("bin").join(name);
    if !program.exists() {
        step(&format!("install {package}"), || {
            let advice = "Is the registry of Python reachable?";
            run_quiet(Command::new("python3").args(["-m", "venv"]).arg(&folder), advice)?;
            let mut pip = Command::new(folder.join("bin/pip"));
            run_quiet(pip.args(["install", "--quiet", package]), advice).map(|_| ())
        })?;
    }
    Ok(program)
}

/// The server over TLS, with a district of its own. It ends with this.
struct Scanned {
    server: Child,
    origin: String,
    login: String,
    reports: PathBuf,
}

impl Drop for Scanned {
    fn drop(&mut self) {
        // One that has ended by itself was the scanners' finding.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Scanned {
    fn start(here: &Path) -> Outcome<Self> {
        let data = here.join("data");
        if data.exists() {
            fs::remove_dir_all(&data).map_err(at(&data))?;
        }
        // What the last run's server kept beside its data, so that nobody takes a database away unseen.
        for kept in ["data-ledger", "data-ledger.head"].map(|name| here.join(name)) {
            if kept.exists() {
                fs::remove_file(&kept).map_err(at(&kept))?;
            }
        }
        let [certificate, key] = ["cert.pem", "key.pem"].map(|name| here.join(name));
        step("make a district and a certificate for this run", || {
            let mut make = Command::new(program("daymark-demo"));
            run_quiet(make.arg("make").arg("--data").arg(&data), "The lines above say why.")?;
            let mut openssl = Command::new("openssl");
            openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]);
            openssl.args(["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]);
            openssl.arg("-keyout").arg(&key).arg("-out").arg(&certificate);
            run_quiet(&mut openssl, "openssl is needed.").map(|_| ())
        })?;
        let mut invite = Command::new(program("daymark-demo"));
        let said = run_quiet(invite.arg("invite").arg("--data").arg(&data).arg("--json"), "Try again.")?;
        let login = said.split("\"login\":\"").nth(1).and_then(|rest| rest.split('"').next());
        let login = login.ok_or_else(|| Failed("The demo district has no login.".to_owned()))?.to_owned();
        let mut serve = Command::new(program("daymark-server"));
        serve.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&data);
        serve.arg("--tls-cert").arg(&certificate).arg("--tls-key").arg(&key);
        serve.env("RUST_LOG", "warn").stdout(Stdio::piped());
        let mut server =
            serve.spawn().map_err(|error| Failed(format!("The server did not start: {error}.")))?;
        let first = server.stdout.take().and_then(|out| BufReader::new(out).lines().next());
        let first = first.and_then(Result::ok).unwrap_or_default();
        let origin = first.split_whitespace().find(|word| word.starts_with("https://")).map(str::to_owned);
        let scanned =
            Self { server, origin: origin.clone().unwrap_or_default(), login, reports: here.to_owned() };
        origin.map(|_| scanned).ok_or_else(|| Failed("The server did not start.".to_owned()))
    }

    fn report(&self, name: &str) -> PathBuf {
        self.reports.join(name)
    }
}

/// Whatever the server's own description lets one ask: as nobody, or as a coordinator who fills in real forms.
fn described(program: &Path, school: &Scanned, seconds: u32, login: Option<&str>) -> Outcome {
    let who = if login.is_some() { "coordinator" } else { "nobody" };
    step(&format!("schemathesis as {who}, {seconds} s"), || {
        let config = root().join("tests/scan/schemathesis.toml");
        let mut command = Command::new(program);
        command.arg("--config-file").arg(config).arg("--no-color");
        command.arg("run").arg(format!("{}/openapi.json", school.origin));
        command.args(["--tls-verify", "false", "--checks", "all", "--continue-on-failure", "--no-shrink"]);
        command.args(["--max-time", &seconds.to_string(), "--warnings", "off", "--report", "json"]);
        command.arg("--report-json-path").arg(school.report(&format!("schemathesis-{who}.json")));
        command.env("SCHEMATHESIS_HOOKS", root().join("tests/scan/hooks.py"));
        command.env("DAYMARK_SCAN_ORIGIN", &school.origin).current_dir(&school.reports);
        match login {
            None => command.args(["--exclude-path-regex", "/events$"]),
            Some(login) => {
                command.env("DAYMARK_SCAN_LOGIN", login).env("DAYMARK_SCAN_PASSWORD", PASSWORD);
                command.args(["--mode", "positive", "--exclude-path-regex", LEFT_OUT])
            }
        };
        run(&mut command, "docs/scans.md says how a finding is read.")
    })
}

/// Pages as a coordinator's browser finds them, with what is known to break pages.
fn pages(program: &Path, school: &Scanned, seconds: u32) -> Outcome {
    step(&format!("wapiti as coordinator, {seconds} s and the attacks"), || {
        let report = school.report("wapiti.json");
        let mut command = Command::new(program);
        let start = format!("{}/staff/home", school.origin);
        command.args(["-u", &start, "--scope", "domain", "--verify-ssl", "0", "-m", MODULES]);
        for ends_it in ["sign-out", "account/*"] {
            command.args(["-x", &format!("{}/{ends_it}", school.origin)]);
        }
        command.args(["--form-url", &format!("{}/sign-in", school.origin)]);
        command.args(["--form-user", &school.login, "--form-password", PASSWORD]);
        command.args(["--max-scan-time", &seconds.to_string(), "--max-attack-time", "30", "--flush-session"]);
        command.args(["-H", "Sec-Fetch-Site: same-origin", "-H", &format!("Origin: {}", school.origin)]);
        command.arg("--store-session").arg(school.report("wapiti")).args(["-f", "json", "-o"]).arg(&report);
        run_quiet(&mut command, "The lines above say why.")?;
        let found = fs::read_to_string(&report).map_err(at(&report))?;
        if found.contains("\"level\":") {
            return Err(Failed(format!("wapiti found something: {}.", report.display())));
        }
        Ok(())
    })
}

/// What was found at these grades stops a release; the rest is explained in docs/scans.md.
fn tls(school: &Scanned) -> Outcome {
    step("testssl.sh", || {
        let report = school.report("testssl.json");
        if report.exists() {
            fs::remove_file(&report).map_err(at(&report))?;
        }
        let host = school.origin.replace("127.0.0.1", "localhost");
        let mut command = Command::new("testssl");
        command.args(["--quiet", "--color", "0", "--warnings", "off", "--ip", "127.0.0.1", "--jsonfile"]);
        command.arg(&report).arg(host).stdin(Stdio::null());
        // Its own code counts findings of every grade.
        command.output().map_err(|error| Failed(format!("testssl.sh did not start: {error}.")))?;
        let text = fs::read_to_string(&report).map_err(at(&report))?;
        if text.contains("Scan interrupted") || !text.contains("\"scanTime\"") {
            return Err(Failed("testssl.sh did not come to its end.".to_owned()));
        }
        let grave = text.split('}').filter(|found| is_grave(found));
        let grave: Vec<&str> = grave.filter_map(|found| found.split("\"id\"").nth(1)).collect();
        if grave.is_empty() { Ok(()) } else { Err(Failed(format!("testssl.sh found: {}", grave.join("\n")))) }
    })
}

/// Of the grades that stop a release, what docs/scans.md explains: a certificate that was made a minute ago and that
/// nobody signed, and the order of ciphers, which is the phone's to choose.
fn is_grave(found: &str) -> bool {
    let is_explained = ["\"cert_", "\"cipher_order", "\"overall_grade", "\"grade_cap"];
    let grade = |word: &str| found.contains(&format!("\"{word}\""));
    !is_explained.iter().any(|word| found.contains(word)) && (grade("HIGH") || grade("CRITICAL"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grave_finding_stops_and_what_is_explained_does_not() {
        let found = |id: &str, severity: &str| format!("{{ \"id\": \"{id}\", \"severity\": \"{severity}\"");
        assert!(is_grave(&found("heartbleed", "CRITICAL")) && is_grave(&found("SSLv3", "HIGH")));
        assert!(!is_grave(&found("cert_chain_of_trust", "CRITICAL")));
        assert!(!is_grave(&found("cipher_order", "HIGH")) && !is_grave(&found("BREACH", "MEDIUM")));
    }
}
