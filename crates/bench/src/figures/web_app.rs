//! What a phone downloads to have the app.

use std::path::Path;

use crate::Outcome;
use crate::report::Figure;
use crate::report::Measure::{Bytes, Count};

/// Adds up what the service worker keeps, as `cargo xtask web` left it.
pub fn measure() -> Outcome {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let mut figure = Figure::new(
        "The web app to download",
        &["Everything that the service worker keeps, and itself; Brotli where there is one."],
    );
    let Ok(service_worker) = std::fs::read_to_string(dist.join("sw.js")) else {
        figure.sentence("Not built: run `cargo xtask web` first.").print();
        return Ok(());
    };
    let (mut files, mut bytes) = (0, 0);
    for address in kept(&service_worker) {
        files += 1;
        bytes += size(&dist, address)?;
    }
    figure.line("files", Count(files)).within("bytes", Bytes(bytes), Bytes(1_800_000)).print();
    Ok(())
}

/// The addresses in its list; `/` is the page itself.
fn kept(service_worker: &str) -> impl Iterator<Item = &str> {
    let list = service_worker.split_once("const FILES = [").and_then(|(_, rest)| rest.split_once(']'));
    let addresses = list.map_or("", |(list, _)| list).split('"').skip(1).step_by(2);
    addresses.map(|address| if address == "/" { "/index.html" } else { address }).chain(["/sw.js"])
}

fn size(dist: &Path, address: &str) -> Outcome<u64> {
    let file = dist.join(address.trim_start_matches('/'));
    let compressed = dist.join(format!("{}.br", address.trim_start_matches('/')));
    Ok(std::fs::metadata(&compressed).or_else(|_| std::fs::metadata(&file))?.len())
}
