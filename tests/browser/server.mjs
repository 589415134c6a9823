// The real server on a loopback port, with a demo district of its own.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const here = import.meta.dirname;
/** `cargo xtask test` says where the programs lie; by hand they are where cargo leaves them. */
const lies = (variable, usually) => process.env[variable] ?? resolve(here, "../..", usually);

export const programs = {
  server: lies("DAYMARK_SERVER", "target/debug/daymark-server"),
  demo: lies("DAYMARK_DEMO", "target/debug/daymark-demo"),
  app: lies("DAYMARK_APP", "dist"),
};

/** A folder that is gone when the file's tests are over: not before, since a browser that still runs would write into it. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `daymark-${name}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** The district's data, and how to get in: `{ login, password, school, mentor, code }`. */
export class District {
  constructor() {
    this.data = temporaryFolder("data");
    execFileSync(programs.demo, ["make", "--data", this.data], { stdio: ["ignore", "ignore", "inherit"] });
  }

  /** A fresh pairing code with each call, for the mentor with the most students. */
  invite = () => this.#demo("invite");

  /** One more mentor, for the first `students` of the school, and a pairing code; `entries` for each over three years. */
  addMentor = (name, students, entries = 0) =>
    this.#demo("add-mentor", "--name", name, "--students", String(students), "--entries", String(entries));

  /** Somebody with this role, at the school of that mentor: `{ login, password }`. */
  addStaff(role, name = `Alex ${role}`) {
    const { school, password } = this.invite();
    const line = run("school", "list", "--data", this.data).split("\n").find((line) => line.includes(school));
    const [key] = line.split("  ");
    return addAccount(this.data, { school: key, login: `${role}-of-${key}`, name, role, password });
  }

  #demo(command, ...words) {
    return JSON.parse(execFileSync(programs.demo, [command, "--data", this.data, "--json", ...words], { encoding: "utf8" }));
  }
}

const run = (...words) => execFileSync(programs.server, words, { encoding: "utf8" });

/** An account by the command line, as README has it. */
export function addAccount(data, { school, login, name, role, password }) {
  const words = ["user", "add", "--data", data, "--school", school, "--login", login, "--name", name, "--role", role];
  execFileSync(programs.server, words, { input: `${password}\n`, stdio: ["pipe", "ignore", "inherit"] });
  return { login, password };
}

const dataAt = new Map();

/** Says of every phone that waits at that server that its words are the same, as the coordinator would. */
export function letIn(origin) {
  const phones = execFileSync(programs.demo, ["let-in", "--data", dataAt.get(origin)], { encoding: "utf8" });
  if (Number(phones) < 1) throw new Error("no phone waits to be let in");
}

/** The server's process. It keeps its port when it is stopped and started again, as a school's address does. */
export class Server {
  #process;
  origin = undefined;

  constructor(t, district) {
    this.data = district.data;
    t.after(() => this.stop());
  }

  async start() {
    await this.#start(programs.server, "serve", "--app", programs.app);
  }

  /** The team's pages as they will be so many days from now. */
  async startLater(days) {
    await this.#start(programs.demo, "serve-later", "--days", String(days));
  }

  async #start(program, ...words) {
    const listen = this.origin ? new URL(this.origin).host : "127.0.0.1:0";
    const all = [...words, "--data", this.data, "--listen", listen];
    const environment = { ...process.env, RUST_LOG: process.env.RUST_LOG ?? "warn" };
    this.#process = spawn(program, all, { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface({ input: this.#process.stdout })) {
      const said = line.match(/https?:\/\/[\w.:]+/);
      if (said) {
        this.origin = said[0];
        dataAt.set(this.origin, this.data);
        return;
      }
    }
    throw new Error("the server ended before it listened; its last words stand above");
  }

  async stop() {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, "exit");
    running.kill("SIGTERM");
    await ended;
  }

  /** A counter of the server, zero before its first count. */
  async counter(name) {
    const text = await (await fetch(`${this.origin}/metrics`)).text();
    return Number(text.match(new RegExp(`^${name} (\\d+)$`, "m"))?.[1] ?? 0);
  }
}
