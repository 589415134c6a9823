// Starts the app. A file of its own, because the page allows no inline scripts.
import init from "{{APP}}";

// The app starts the worker itself and finds its address here.
document.documentElement.dataset.worker = "{{WORKER}}";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js", { scope: "/" }).then(() => navigator.serviceWorker.ready).then(() => {
    // From here on a reload works without a network.
    document.documentElement.dataset.offline = "true";
  });
}

// Asks the browser not to clear this origin's storage when the phone runs short: entries may not have been sent yet.
navigator.storage?.persist?.();

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

init({ module_or_path: "{{MODULE}}" }).catch((error) => {
  console.error(error);
  // The app cannot say this itself.
  for (const notice of stopped.children) notice.hidden = notice.lang !== document.documentElement.lang;
  stopped.hidden = false;
});
