//! One program for all targets, which `cargo xtask fuzz` builds instrumented: `DAYMARK_FUZZ` names the target, and
//! `DAYMARK_FUZZ_SEEDS` the folder that its honest inputs are written to before the fuzzer reads it.

#![no_main]
#![allow(unsafe_code, reason = "the macro gives the entry point the name that C calls")]

use std::path::PathBuf;
use std::sync::LazyLock;

use daymark_fuzz::Target;
use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("DAYMARK_FUZZ").unwrap_or_default();
    daymark_fuzz::target(&name).unwrap_or_else(|| panic!("DAYMARK_FUZZ={name} names no target"))
});

fn write_seeds() {
    let Some(folder) = std::env::var_os("DAYMARK_FUZZ_SEEDS").map(PathBuf::from) else { return };
    for (n, seed) in (TARGET.seeds)().iter().enumerate() {
        if let Err(error) = std::fs::write(folder.join(format!("seed-{n}")), seed) {
            panic!("{}: {error}", folder.display());
        }
    }
}

fuzz_target!(
    init: {
        write_seeds();
        // A panic that the gate catches is a refusal; libFuzzer's own hook would end the process for it. One that nobody
        // catches ends it all the same.
        std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
    },
    |bytes: &[u8]| (TARGET.run)(bytes)
);
