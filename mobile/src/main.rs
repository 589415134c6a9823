//! Starts the app in the shell that was chosen when it was built.

fn main() {
    #[cfg(all(feature = "web", target_family = "wasm"))]
    daymark_mobile::shell::web::launch();
    #[cfg(all(any(feature = "desktop", feature = "phone"), not(target_family = "wasm")))]
    daymark_mobile::shell::desktop::launch();
    #[cfg(not(any(
        all(feature = "web", target_family = "wasm"),
        all(any(feature = "desktop", feature = "phone"), not(target_family = "wasm"))
    )))]
    eprintln!("Choose a shell: `--features desktop` opens a window; `cargo xtask web` builds the web app.");
}
