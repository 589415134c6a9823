# The phone's lock: the PIN, what closes the phone, and a browser that is to keep nothing.

failure-locked = Daymark is locked. Open it with your PIN.

## The pad

pad-digits = { $n ->
    [0] No digit yet
    [one] 1 digit
   *[other] { $n } digits
}
pad-delete = Delete the last digit
pad-done = OK
pad-too-short = A PIN has at least six digits.

## Choosing a PIN

pin-choose-title = Choose a PIN
pin-choose-lead = It opens Daymark on this phone: six digits or more. Only you know it. Please do not take the one that unlocks the phone.
pin-again-title = The same PIN again
pin-again-lead = So that you and Daymark mean the same one.
pin-differs = Those were two different PINs. Please choose again.
pin-repeats = That PIN repeats itself; somebody else would try it soon. Please choose another.
pin-row = Those digits stand in a row; somebody else would try them soon. Please choose others.
pin-length = A PIN has six to twelve digits.
pin-lost = Nobody can look it up, not even the school. If it is forgotten, your coordinator gives you a new code, and what was not sent is lost.

## Opening

unlock-title = Daymark is locked
unlock-lead = Your PIN
unlock-wrong = { $n ->
    [one] That was not the PIN. 1 try is left. If it is wrong too, this phone forgets everything.
   *[other] That was not the PIN. { $n } tries are left. After the last one this phone forgets everything.
}
unlock-tries = { $n ->
    [one] 1 try is left.
   *[other] { $n } tries are left.
}
lock-waiting = { $n ->
    [one] 1 entry waits to be sent; it is safe.
   *[other] { $n } entries wait to be sent; they are safe.
}
unlock-forgotten = Forgotten? Ask your coordinator for a new code.
unlock-new-code = I have a new code
unlock-forget-sure = { $n ->
    [0] Really forget everything on this phone? Tap again
    [one] 1 entry that was not sent would be lost. Tap again
   *[other] { $n } entries that were not sent would be lost. Tap again
}

## On "This phone"

lock-section = Lock
lock-note = Daymark locks itself after 15 minutes without a tap, and after 5 minutes behind another app.
lock-now = Lock now
pin-change = Change the PIN
pin-change-old = The PIN of now
pin-change-stop = Leave it as it is
pin-changed = The new PIN opens Daymark from now on.

## When the phone may not be read

lease-title = Out of touch for too long
lease-lead = This phone has not heard from the school for so long that it may not show anything now. Nothing is lost. Go where there is a network: Daymark asks by itself and opens again.
lease-send = Ask now
gone-wrong-pins = After ten wrong PINs this phone has forgotten everything. What was sent is safe at the school, and comes back when this phone is paired again. Ask your coordinator for a new code.
gone-asked = This phone has forgotten everything. What was sent is safe at the school, and comes back when this phone is paired again.
gone-school = The school has taken Daymark's data off this phone.

## A browser that is to keep nothing

install-title = Install Daymark first
install-lead = Students' records are kept on a phone only for an app that is installed. In a browser's tab Daymark keeps nothing.
install-android = Android: open the browser's menu (three dots), tap "Install app" or "Add to Home screen", then open Daymark from there.
install-ios = iPhone: tap the share button, then "Add to Home Screen", then open Daymark from there.
install-code = Your code, to type in the installed app: { $code }
install-now = Install
use-once = Use it once, keep nothing
use-once-lead = For a phone that is not yours: everything is gone when this tab is closed, entries that were not sent too.
once-banner = Nothing is kept here: when this tab is closed, everything is gone. Send before you close it.
