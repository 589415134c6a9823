// Starts the app. A file of its own, because the page allows no inline scripts.

// The app's two halves are read side by side: the core opens its data while the screens are still being compiled.
const screens = compiled("{{MODULE}}");
const core = new Worker("{{WORKER}}", { type: "module" });
// The app takes it over, with what it has said so far; `null`: it could not be started.
globalThis.daymarkCore = { worker: core, said: [] };
core.onmessage = (event) => globalThis.daymarkCore.said.push(event.data);
core.onerror = () => globalThis.daymarkCore.said.push(null);

// Another worker the app starts itself, and finds its address here.
document.documentElement.dataset.worker = "{{WORKER}}";
// A piece of the module's hash tells builds of one version apart.
document.documentElement.dataset.build = /-([0-9a-f]{6})/.exec("{{MODULE}}")?.[1] ?? "";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js", { scope: "/" }).then(tellOfNewBuilds).then(() => navigator.serviceWorker.ready).then(() => {
    // From here on a reload works without a network.
    document.documentElement.dataset.offline = "true";
  });
}

// A newer build waits until no page of this one is open; the app says so. Who never closes it is asked for hourly.
function tellOfNewBuilds(registration) {
  const tell = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    document.documentElement.dataset.newVersion = "true";
    dispatchEvent(new Event("daymark-new-version"));
  };
  tell();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < 3_600_000) return;
    asked = Date.now();
    registration.update().catch(() => {}); // Without a network there is nothing newer to be had.
  });
}

// A browser that can install the app says so once; the app asks for it when a person wants it.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  globalThis.daymarkInstall = event;
});

// Nothing is to be read in the switcher's picture. The app uncovers itself, once it knows that it need not lock.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") document.documentElement.dataset.covered = "true";
});

async function compiled(module) {
  return WebAssembly.compileStreaming(fetch(module));
}

// Until the app speaks for itself: the language that was chosen here, else the one that the browser asks for.
const stopped = document.getElementById("stopped");
const spoken = [...stopped.children].map((notice) => notice.lang);
const asked = [kept(), ...navigator.languages].map((tag) => tag?.toLowerCase().split("-")[0]);
document.documentElement.lang = asked.find((language) => spoken.includes(language)) ?? "en";

function kept() {
  try {
    return localStorage.getItem("daymark-language");
  } catch {
    return null; // This browser keeps nothing for this page.
  }
}

// Where a browser cannot even compile while it fetches, the promise fails like any other reason.
Promise.all([screens, import("{{APP}}")]).then(([module_or_path, { default: init }]) => init({ module_or_path })).catch((error) => {
  console.error(error);
  // The app cannot say this itself.
  for (const notice of stopped.children) notice.hidden = notice.lang !== document.documentElement.lang;
  stopped.hidden = false;
});
