// The keyboard, alike in page and window: Escape goes back, Alt and a digit opens a tab, Control and Enter saves a form.
// The phones' own back button comes through daymarkBack too (mobile/android).
{
  // As a finger would: the router leaves clicks with a modifier key to the browser.
  const press = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, button: 0 }));

  // What a screen wants closed first carries data-escape; else the way back that the screen shows. False: there is none.
  const back = () => {
    const way = document.querySelector("[data-escape]") ?? document.querySelector(".top .back");
    if (way) press(way);
    return Boolean(way);
  };
  globalThis.daymarkBack = back;

  // The form that the focus is in; else the one main action of the card that it is in, else of the screen.
  const save = (here) => {
    const form = here?.closest("form");
    const actions = (part) => [...(part?.querySelectorAll("button.btn:not(.quiet):not([disabled])") ?? [])];
    const action = [here?.closest(".card"), document].map(actions).find((found) => found.length === 1)?.[0];
    if (form) form.requestSubmit();
    else if (action) press(action);
    return Boolean(form ?? action);
  };

  const escape = (here) => {
    // First out of the box that is typed in, so that nobody leaves a screen by a slip.
    if (!here?.matches("textarea, select, input:not([type=checkbox], [type=radio])")) return back();
    here.blur();
    return true;
  };

  const tab = (digit) => {
    const link = document.querySelector(`[data-shortcut="${digit}"]`);
    if (link) press(link);
    return Boolean(link);
  };

  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const here = document.activeElement;
    const digit = /^Digit([1-3])$/.exec(event.code)?.[1];
    const command = event.ctrlKey || event.metaKey;
    const plain = !command && !event.altKey && !event.shiftKey;
    const done =
      (event.key === "Escape" && plain && escape(here)) ||
      (event.key === "Enter" && command && save(here)) ||
      (digit && event.altKey && !command && !event.shiftKey && tab(digit));
    if (done) event.preventDefault();
  });

  // An Android web view knows no tel: and no sms:; the activity around it does (mobile/android/MainActivity.kt).
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='tel:'], a[href^='sms:']");
    if (!link || !globalThis.daymarkPlatform) return;
    event.preventDefault();
    globalThis.daymarkPlatform.open(link.href);
  }, true);

  // The skip link leads into the screen without a place in the address, which is the router's.
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".skip")) return;
    event.preventDefault();
    event.stopPropagation();
    document.querySelector("main")?.focus();
  }, true);

  // When what had the focus goes, as with every change of screen, the focus is in the new screen and not nowhere.
  let last = null;
  addEventListener("focusin", (event) => { last = event.target; });
  new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    document.querySelector("main")?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
