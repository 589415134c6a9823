// Passkeys: asks the browser to make or show a key, and sends what it says with the page's own form. Without this script
// the buttons stay hidden, and passwords and codes work as before.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const named = (list) => list?.map((key) => ({ ...key, id: bytes(key.id) }));

/** The key's answer as JSON: older browsers have no `toJSON` of their own. */
function written(credential) {
  const { id, type, rawId, response } = credential;
  const parts = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) parts[part] = text(response[part]);
  }
  return { id, type, rawId: text(rawId), response: parts, extensions: {} };
}

async function shown() {
  const answer = await fetch("/sign-in/passkey/options", { method: "POST" });
  if (!answer.ok) throw new Error(`the server said ${answer.status}`);
  const { step, options } = await answer.json();
  const { challenge, allowCredentials, extensions, ...publicKey } = options.publicKey;
  const asked = { ...publicKey, challenge: bytes(challenge), allowCredentials: named(allowCredentials) };
  return { step, credential: written(await navigator.credentials.get({ publicKey: asked })) };
}

async function made(button) {
  const { step, options } = JSON.parse(button.dataset.options);
  const { challenge, user, excludeCredentials, extensions, ...publicKey } = options.publicKey;
  const asked = {
    ...publicKey,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: named(excludeCredentials),
    extensions: { credProps: true },
  };
  return { step, credential: written(await navigator.credentials.create({ publicKey: asked })) };
}

async function press(button) {
  const { form } = button;
  const makes = button.dataset.passkey === "make";
  if (makes && !form.reportValidity()) return;
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    const answer = await (makes ? made(button) : shown());
    form.elements[makes ? "passkey" : "proof_passkey"].value = JSON.stringify(answer);
    form.submit();
  } catch (error) {
    console.info("no passkey:", error.name);
    failed.hidden = false;
  }
}

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    (button.closest("[data-passkey-only]") ?? button).hidden = false;
    button.hidden = false;
    button.addEventListener("click", () => press(button));
  }
}
