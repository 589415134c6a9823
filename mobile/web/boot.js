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

init({ module_or_path: "{{MODULE}}" }).catch((error) => {
  console.error(error);
  // The app cannot say this itself.
  document.getElementById("stopped").hidden = false;
});
