// At the door the tap is the lifting of the finger. After it browsers look for what lies below four times more, for mouse
// events that nobody waits for, and only then comes the click: on a slow phone a third of the time from finger to saved.
// What is not a plain, short, still tap is left to the browser; so are mouse, keyboard and screen readers.
{
  const STILL = 10; // CSS pixels
  const SHORT = 700; // milliseconds

  let down;
  document.addEventListener("touchstart", (event) => {
    const [finger, second] = event.touches;
    // While the list still runs, browsers take the first touch for a brake, and say so by a touch that cannot be held.
    const plain = !second && event.cancelable;
    down = plain ? { x: finger.clientX, y: finger.clientY, at: event.timeStamp, button: event.target.closest?.(".turnable button") } : undefined;
  }, { capture: true, passive: true });

  document.addEventListener("touchend", (event) => {
    const began = down;
    down = undefined;
    if (!began?.button?.isConnected || !event.cancelable || event.timeStamp - began.at > SHORT) return;
    const [finger] = event.changedTouches;
    if (Math.hypot(finger.clientX - began.x, finger.clientY - began.y) > STILL) return;
    event.preventDefault();
    began.button.click();
  }, { capture: true, passive: false });

  document.addEventListener("touchcancel", () => { down = undefined; }, { capture: true, passive: true });
}
