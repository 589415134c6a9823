// Two tabs of one phone: one at a time holds the data, and the other takes it over without losing an entry.

import assert from "node:assert/strict";
import test from "node:test";

import { Phone } from "./phone.mjs";
import { District, Server, temporaryFolder } from "./server.mjs";

const TIMES = 3;

test("a second tab takes the data over, and the first takes it back", { timeout: 240_000 }, async (t) => {
  const district = new District();
  const server = new Server(t, district);
  await server.start();
  const phone = new Phone(t, temporaryFolder("tabs"));
  await phone.open();
  await phone.pair(server.origin, district.invite().code);
  await phone.goToTab("door");

  const first = phone.page;
  const second = await first.context().newPage();
  await second.goto(`${server.origin}/door`);
  await second.getByTestId("trouble").waitFor();
  let [here, there] = [first, second];

  for (let n = 0; n < TIMES; n += 1) {
    // A tap that is answered, and at once the other tab asks for the data.
    await here.getByTestId(`door-row-${n}`).tap();
    await greeted(here, n + 1);
    [here, there] = [there, here];
    await here.bringToFront();
    await here.getByTestId("take-over").tap();
    await phone.unlock(here);
    await here.getByTestId("door-row-0").waitFor();
    await greeted(here, n + 1);
    await there.getByTestId("trouble").waitFor();
  }
  // A tab that is closed leaves the data to whoever opens next, without a question.
  await here.close();
  await there.reload();
  await there.getByTestId("door-row-0").waitFor();
  await greeted(there, TIMES);
  assert.deepEqual(phone.errors, []);
});

/** So many rows of the door list are saved. */
const greeted = (page, rows) => page.waitForFunction(
  (wanted) => document.querySelectorAll('[data-testid^="door-row-"][aria-pressed="true"]').length === wanted,
  rows,
);
