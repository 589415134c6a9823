//! The mentor's web app: two modules, a few files beside them, and a list of everything for the service worker.
//!
//! Whatever may be kept for ever carries a piece of its hash in its name; `index.html` and `sw.js` name those, and the
//! build's id is the hash of them all.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::step::{Failed, Outcome, at, root, step};
use crate::wasm::Toolchain;

/// How much time the build may take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Smallest.
    Release,
    /// Soonest.
    Quick,
}

impl Build {
    /// `--quick` or nothing.
    pub fn from_options(options: &[String]) -> Self {
        if options.iter().any(|option| option == "--quick") { Self::Quick } else { Self::Release }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Release => "web",
            Self::Quick => "web-quick",
        }
    }

    fn brotli_quality(self) -> u32 {
        match self {
            Self::Release => 11,
            Self::Quick => 5,
        }
    }
}

/// Files by their address.
type Files = BTreeMap<String, Vec<u8>>;

/// Builds the app into `dist/`, which is returned.
pub fn web(build: Build) -> Outcome<PathBuf> {
    let toolchain = Toolchain::find()?;
    let app = toolchain.build("daymark-mobile", &["web"], build.profile(), "daymark-mobile.wasm")?;
    let worker =
        toolchain.build("daymark-mentor-worker", &[], build.profile(), "daymark_mentor_worker.wasm")?;
    let dist = root().join("dist");
    let stamp = stamp(&[&app, &worker], build)?;
    if fs::read_to_string(dist.join("stamp")).is_ok_and(|old| old == stamp) {
        println!("✓ dist/ is up to date");
        return Ok(dist);
    }
    step("put the web app together in dist/", || {
        let files = assemble(&app, &worker)?;
        // Beside it first: a server that starts meanwhile finds the old app or the new one, never half of one.
        let unfinished = root().join("target/dist-unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(at(&unfinished))?;
        }
        write(&unfinished, &files, build)?;
        fs::write(unfinished.join("stamp"), &stamp).map_err(at(&unfinished))?;
        if dist.exists() {
            fs::remove_dir_all(&dist).map_err(at(&dist))?;
        }
        fs::rename(&unfinished, &dist).map_err(at(&dist))?;
        report(&dist, &files)
    })?;
    Ok(dist)
}

/// The hash of everything that goes into `dist/`.
fn stamp(modules: &[&Path], build: Build) -> Outcome<String> {
    let mut hash = Sha256::new();
    hash.update([build.brotli_quality() as u8]);
    let shell = files_below(&root().join("mobile/web"))?;
    let style = files_below(&root().join("crates/components/style"))?;
    let recipe = root().join("crates/xtask/src/web.rs");
    for path in modules.iter().map(|path| path.to_path_buf()).chain(shell).chain(style).chain([recipe]) {
        hash.update(fs::read(&path).map_err(at(&path))?);
    }
    Ok(hex(&hash.finalize()))
}

fn assemble(app: &Path, worker: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    let shell = root().join("mobile/web");
    let (app_module, app_js) = module(&mut files, app, "app")?;
    let (worker_module, worker_js) = module(&mut files, worker, "worker")?;
    // Module and script are fetched side by side.
    let start_worker = format!(
        "const core = WebAssembly.compileStreaming(fetch(\"/{worker_module}\"));\n\
         const {{ default: init }} = await import(\"/{worker_js}\");\n\
         await init({{ module_or_path: core }});\n"
    );
    let start_worker = add_hashed(&mut files, "assets/start-worker", "js", start_worker.into_bytes());
    let boot = text(&shell.join("boot.js"))?.replace("{{APP}}", &format!("/{app_js}"));
    let boot = boot.replace("{{MODULE}}", &format!("/{app_module}"));
    let boot = boot.replace("{{WORKER}}", &format!("/{start_worker}"));
    // Two files less to fetch; the window has the keyboard's script by itself.
    let boot = [boot, text(&shell.join("keys.js"))?, text(&shell.join("taps.js"))?].concat();
    let boot = add_hashed(&mut files, "assets/boot", "js", boot.into_bytes());
    let css = phone_sheets()?.iter().map(|sheet| text(sheet)).collect::<Outcome<Vec<_>>>()?.concat();
    let css = add_hashed(&mut files, "assets/app", "css", css.into_bytes());
    for path in files_below(&shell.join("icons"))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(format!("icons/{name}"), fs::read(&path).map_err(at(&path))?);
    }
    let index = text(&shell.join("index.html"))?
        .replace("{{BOOT}}", &format!("/{boot}"))
        .replace("{{CSS}}", &format!("/{css}"));
    files.insert("index.html".into(), index.into_bytes());
    files.insert("manifest.webmanifest".into(), text(&shell.join("manifest.webmanifest"))?.into_bytes());
    let worker_script = service_worker(&files, &text(&shell.join("sw.js"))?);
    files.insert("sw.js".into(), worker_script.into_bytes());
    Ok(files)
}

/// The sheets of the mentor's app in their order, which `style.rs` gives: the window has them from there.
fn phone_sheets() -> Outcome<Vec<PathBuf>> {
    let components = root().join("crates/components");
    let listed = text(&components.join("src/style.rs"))?;
    let names = listed.split("include_str!(\"../style/").skip(1).filter_map(|rest| rest.split('"').next());
    Ok(names.filter(|name| *name != "team.css").map(|name| components.join("style").join(name)).collect())
}

/// Runs wasm-bindgen over a module; the addresses of the module and of its script, which is told where the module lies.
fn module(files: &mut Files, wasm: &Path, name: &str) -> Outcome<(String, String)> {
    let out = root().join("target/wasm/bindgen").join(name);
    let failed = |error: &dyn std::fmt::Display| {
        Failed(format!(
            "wasm-bindgen failed on {}: {error}. Remove target/wasm and try again.",
            wasm.display()
        ))
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .typescript(false)
        .out_name(name)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.web(true).map_err(|error| failed(&error))?;
    if out.exists() {
        fs::remove_dir_all(&out).map_err(at(&out))?;
    }
    bindgen.generate(&out).map_err(|error| failed(&error))?;
    // What crates bring along as JavaScript; the script imports it by a path that carries a hash of its own.
    let snippets = out.join("snippets");
    for path in if snippets.is_dir() { files_below(&snippets)? } else { Vec::new() } {
        let inside = path.strip_prefix(&out).unwrap_or(&path).to_string_lossy().into_owned();
        files.insert(format!("assets/{inside}"), fs::read(&path).map_err(at(&path))?);
    }
    let read = |file: String| fs::read(out.join(&file)).map_err(|error| at(&out)(error));
    let module = add_hashed(files, &format!("assets/{name}"), "wasm", read(format!("{name}_bg.wasm"))?);
    let script = read(format!("{name}.js"))?;
    let script = add_hashed(files, &format!("assets/{name}"), "js", script);
    Ok((module, script))
}

fn add_hashed(files: &mut Files, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
    let address = format!("{stem}-{}.{extension}", &hex(&Sha256::digest(&bytes))[..12]);
    files.insert(address.clone(), bytes);
    address
}

/// The service worker with its list and the build's id.
fn service_worker(files: &Files, template: &str) -> String {
    let mut hash = Sha256::new();
    for (address, bytes) in files {
        hash.update(address);
        hash.update(bytes);
    }
    let build = &hex(&hash.finalize())[..16];
    let listed =
        files.keys().filter(|address| *address != "index.html").map(|address| format!("\"/{address}\""));
    let list: Vec<String> = std::iter::once("\"/\"".to_owned()).chain(listed).collect();
    template.replace("{{BUILD}}", build).replace("{{PRECACHE}}", &format!("[{}]", list.join(", ")))
}

fn write(dist: &Path, files: &Files, build: Build) -> Outcome {
    for (address, bytes) in files {
        let path = dist.join(address);
        let folder = path.parent().unwrap_or(dist);
        fs::create_dir_all(folder).map_err(at(folder))?;
        fs::write(&path, bytes).map_err(at(&path))?;
        if !address.ends_with(".png") {
            fs::write(dist.join(format!("{address}.br")), brotli(bytes, build.brotli_quality()))
                .map_err(at(&path))?;
            fs::write(dist.join(format!("{address}.gz")), gzip(bytes)).map_err(at(&path))?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8], quality: u32) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, quality, 22);
    // Writing to memory does not fail.
    let _ = writer.write_all(bytes);
    drop(writer);
    compressed
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    let _ = writer.write_all(bytes);
    writer.finish().unwrap_or_default()
}

/// Prints what a phone has to download.
fn report(dist: &Path, files: &Files) -> Outcome {
    let (mut raw, mut br, mut gz) = (0, 0, 0);
    for (address, bytes) in files {
        let size = |suffix: &str| {
            fs::metadata(dist.join(format!("{address}{suffix}"))).map_or(bytes.len(), |m| m.len() as usize)
        };
        let sizes = (bytes.len(), size(".br"), size(".gz"));
        if sizes.0 > 20_000 {
            println!("  {address}: {} B, {} B Brotli, {} B gzip", sizes.0, sizes.1, sizes.2);
        }
        (raw, br, gz) = (raw + sizes.0, br + sizes.1, gz + sizes.2);
    }
    println!("  the whole app: {raw} B, {br} B Brotli, {gz} B gzip");
    Ok(())
}

fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(at(folder))?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(at(path))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_web_app_has_every_sheet_of_the_phone_tokens_first() {
        let names: Vec<_> =
            phone_sheets().ok().unwrap().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        let folder = fs::read_dir(root().join("crates/components/style")).unwrap();
        let there = folder.map(|entry| entry.unwrap().file_name()).filter(|name| name != "team.css");
        assert_eq!(names[..2], ["tokens.css", "phone.css"]);
        assert_eq!(names.len(), there.count());
    }
}
