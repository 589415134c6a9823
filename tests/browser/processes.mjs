// The processes of one browser, found in /proc by the profile that it was started with.

import { readFileSync, readdirSync } from "node:fs";

/** Browser, renderers and helpers that were started with this profile: ours, and nobody else's. */
export const processesOf = (profile) => everyProcess().filter((number) => commandOf(number).includes(`--user-data-dir=${profile}`));

/** Those, and what descends from them: renderers do not name the profile. */
export function familyOf(profile) {
  const ours = new Set(processesOf(profile));
  const isOurs = (number) => number > 1 && (ours.has(number) || isOurs(parentOf(number)));
  return everyProcess().filter(isOurs);
}

/** What the process that shows the page holds in memory, its worker included; a spare one of the browser's is smaller. */
export function residentBytes(profile) {
  // Some write their command as one word.
  const renderers = familyOf(profile).filter((number) => commandOf(number).join(" ").includes("--type=renderer"));
  const kilobytes = renderers.map((number) => Number(read(number, "status").match(/^VmRSS:\s+(\d+)/m)?.[1] ?? 0));
  return Math.max(...kilobytes) * 1024;
}

const everyProcess = () => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);

const parentOf = (number) => Number(read(number, "stat").split(") ").at(-1).split(" ")[1] ?? 0);

const commandOf = (number) => read(number, "cmdline").split("\0");

function read(number, file) {
  try {
    return readFileSync(`/proc/${number}/${file}`, "utf8");
  } catch {
    // It has ended meanwhile.
    return "";
  }
}
