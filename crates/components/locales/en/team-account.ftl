# Signing in with more than a password, and one's own account.

## The second step

sign-in-code-title = Second step
sign-in-code-lead = That was the first step. Now show that you have what only you have.
sign-in-code-back = Start over
proof-title = Is it still you?
proof-lead = { $name }, before this Daymark asks who you are when the last time is more than { $minutes } minutes ago. What you typed is kept.
proof-refused = That does not fit. Try again.
proof-code = Code of your authenticator app
proof-code-or = A recovery code is taken as well.
proof-recovery-code = Recovery code
proof-do = Go on
bar-account = Your account
bar-second-factor = Secure your sign-in

## Your account

account-title = Your account
account-second-step = Second step when signing in
account-second-step-by = A password can be stolen without anybody noticing. Add a second step; from { $day } on, a password alone opens nothing here.
account-app-since = An authenticator app is asked since { $day }.
account-app-none = No authenticator app is set up.
account-app-add = Set up an authenticator app
account-app-another = Set up another app instead
account-app-remove = Remove the app
account-codes-left = { $n ->
    [one] 1 recovery code is left.
   *[other] { $n } recovery codes are left.
}
account-codes-new = Make new recovery codes
account-password = Password
account-password-none = This account has no password: you come in by your district's sign-in.
account-password-says = { $least } characters or more. A sentence is easy to remember. Whoever else is signed in with your account is signed out.
account-password-new = New password
account-password-do = Change the password
account-password-wrong = The password was not changed: it needs { $least } characters or more.
account-sessions = Where you are signed in
account-session-browser = Browser
account-session-began = Signed in
account-session-seen = Last used
account-session-end-col = End
account-session-this = this browser
account-session-unknown = unknown browser
account-session-end = Sign out
account-session-end-which = Sign out: { $browser }
account-session-end-others = Sign out everywhere else

## Passkeys

sign-in-passkey-lead = Or without a password, with a passkey of this device or a security key.
sign-in-passkey-refused = That passkey opens nothing here. Sign in with your password.
passkey-show = Use a passkey
passkey-failed = No passkey was used. Try again, or go on without one.
account-passkeys = Passkeys
account-passkeys-says = A passkey is kept by your phone, computer or security key and unlocked by its own PIN, finger or face. No false page can ask for it, and it needs no password.
account-passkey-add = Add a passkey
account-passkey-added = added { $day }
account-passkey-used = last used { $day }
account-passkey-unused = not used yet
account-passkey-remove = Remove
account-passkey-remove-which = Remove: { $name }
account-passkey-wrong = The passkey was not added. Perhaps it took too long, or this device has one already.
passkey-new-title = Add a passkey
passkey-new-lead = Give it a name by which you know the device, then do what your browser asks.
passkey-name = Name, such as my laptop
passkey-make = Make the passkey
passkey-nowhere = Passkeys need a browser with JavaScript and an https address with a name. An authenticator app works everywhere.

## The district's own sign-in

sign-in-district = Sign in with { $district }
district-sign-in-title = Signing in with { $district }
district-sign-in-proved = It is you. Close this window and press Go on in the other one.
district-sign-in-failed = { $district } gave no proof of who you are. Try again; if it stays so, tell your administrator.
district-sign-in-no-account = { $district } knows you, but there is no account for you here, or not any more. Ask your coordinator.
district-sign-in-somebody-else = Somebody else is signed in here than the person who signed in with { $district }. Sign out here first.
district-sign-in-too-little = { $district } asked you for less than your account here does. Go back and use your code or passkey.
district-sign-in-not-connected = This link connects nothing: it was used, is too old, or the account with { $district } belongs to somebody here already. Ask for a new one.
district-sign-in-back = To the sign-in page
district-connect-title = Connect your account with { $district }
district-connect-lead = From now on whoever signs in with { $district } next comes in here as { $login }. Go on only if that is you.
proof-district = You can prove it with { $district } as well: open its sign-in, come back to this window, and press Go on.
proof-district-window = Open the sign-in of { $district } in a new window
proof-district-do = Prove it with { $district }
account-district = You can sign in with { $district }.

## The accounts of a school

accounts-title = Accounts
accounts-lead = Who may sign in for your school. Whoever runs the server adds accounts and shuts them out.
accounts-col = { $word ->
    [name] Name
    [login] User name
   *[role] Role
}
accounts-role = { $role ->
    [coordinator] coordinator
    [team] team
    [principal] principal
    [captain] captain
    [clerk] clerk
   *[auditor] auditor
}
accounts-connected = connected
accounts-by-the-server = by whoever runs the server
accounts-link = Make a link
accounts-link-which = Make a link for { $name }
accounts-link-title = A link for { $name }
accounts-link-lead = Send this to { $name } and to nobody else. Whoever opens it and signs in with { $district } comes in with this account from then on. It is good once and for a day, and shown this once.
accounts-link-done = Back to the accounts
accounts-back = Back to a password
accounts-back-which = Back to a password for { $name }
accounts-back-says = For when the district's sign-in does not let { $name } in any more, or lets in somebody else. It signs { $name } out everywhere and shows you a code for a new password.
accounts-back-do = Take the connection away
accounts-code-title = A code for { $name }
accounts-code-lead = Give this to { $name } and to nobody else, in person or by telephone. At { $page } of this server it lets them choose a password. It is good once and for a day, and shown this once. The second step stays as it was.

## The authenticator app

authenticator-title = Set up an authenticator app
authenticator-now = The time for signing in with a password alone is over. Set up a second step to go on.
authenticator-picture = The secret as a picture for the app's camera
authenticator-get = Open an authenticator app on your phone. Any of them will do.
authenticator-scan = Scan the picture, or type this into the app:
authenticator-type = Type the six digits that the app shows.
authenticator-code = Code of the app
authenticator-wrong = That code does not fit. Wait for the next one, and look whether the clock of your phone is right.
authenticator-do = Take this app

## Recovery codes

recovery-title = Your recovery codes
recovery-lead = Each of these lets you in once when you have lost your phone. They are shown this once.
recovery-print = Print them or write them down, and keep them where you keep your keys.
recovery-done = I have kept them

## The first account

setup-title = Set up Daymark
setup-lead = For whoever has just seen the code on the server's console. It makes the school's first coordinator, once.
setup-code = Code
setup-name = Your name
setup-password-says = A password has { $least } characters or more. A sentence is easy to remember.
setup-do = Set up
setup-code-wrong = That code does not hold, or not any more. Have a new one shown on the console.
setup-name-wrong = Name and user name are needed, and the user name must not be somebody else's.
new-password-title = Choose a password
new-password-lead = For whoever got a code because the district's sign-in is not their way in any more.
new-password-do = Set this password
new-password-code-wrong = That code does not hold, or not any more. Ask whoever gave it to you for a new one.
setup-password-wrong = The password needs { $least } characters or more.
