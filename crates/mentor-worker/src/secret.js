// A key that WebCrypto made and gives to nobody, not even to us: it only signs. The browser keeps it in IndexedDB, and
// clears it together with the data that it guards.
const DATABASE = "daymark-lock";
const STORE = "secret";
const NAME = "hmac";

// The key once it was fetched: a handle, which says no more than the store does.
let fetched;

export async function makeSecret() {
  const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  fetched = undefined;
  await within("readwrite", (store) => store.put(key, NAME));
}

// Before anybody waits for its answer.
export async function fetchSecret() {
  fetched = await within("readonly", (store) => store.get(NAME));
}

// Without a secret there is no answer.
export async function answerOfSecret(salt) {
  if (!fetched) await fetchSecret();
  return fetched && new Uint8Array(await crypto.subtle.sign("HMAC", fetched, salt));
}

export async function destroySecret() {
  fetched = undefined;
  await within("readwrite", (store) => store.clear());
  await settled(indexedDB.deleteDatabase(DATABASE));
}

async function within(mode, work) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const request = work(transaction.objectStore(STORE));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
