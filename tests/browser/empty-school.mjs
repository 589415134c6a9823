// A school on its first day: its name is there, its staff can sign in, and nothing else. Beside it lie the files that its
// office sends.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32Of } from "./crc32.mjs";

import { addAccount, programs, temporaryFolder } from "./server.mjs";

const PASSWORD = "a school without a student";
/** Of a roster without people only these say something. */
const WITH_ROWS = ["manifest.csv", "orgs.csv", "academicSessions.csv"];

export class EmptySchool {
  constructor(students = 120) {
    const folder = temporaryFolder("office");
    this.data = temporaryFolder("data");
    execFileSync(programs.demo, ["export", "--to", folder, "--students", String(students)]);
    const roster = join(folder, "oneroster");
    const files = readdirSync(roster).map((name) => ({ name, bytes: readFileSync(join(roster, name)) }));
    const contacts = { name: "student_contacts.csv", bytes: readFileSync(join(folder, "student_contacts.csv")) };
    this.files = { oneroster: join(folder, "roster.zip"), calendar: join(folder, "calendar.csv"), attendance: join(folder, "attendance.csv") };
    writeFileSync(this.files.oneroster, zipOf([...files, contacts]));
    this.#found(join(folder, "first"), files);
  }

  /** The office's attendance with its first absence excused by mistake. */
  wrongAttendance() {
    const [head, ...rows] = readFileSync(this.files.attendance, "utf8").split("\n");
    const at = rows.findIndex((row) => row.includes(",Unexcused"));
    rows[at] = rows[at].replace(/,Unexcused[^,]*,/, ",Excused Absence,");
    const file = join(temporaryFolder("wrong"), "attendance.csv");
    writeFileSync(file, [head, ...rows].join("\n"));
    return file;
  }

  #found(folder, files) {
    mkdirSync(folder);
    for (const { name, bytes } of files) {
      const text = bytes.toString();
      writeFileSync(join(folder, name), WITH_ROWS.includes(name) ? text : text.slice(0, text.indexOf("\n") + 1));
    }
    const run = (...words) => execFileSync(programs.server, [...words, "--data", this.data], { encoding: "utf8" });
    run("import", "oneroster", folder, "--time-zone", "America/Chicago");
    [this.key] = run("school", "list").split("  ");
    run("school", "set", "--school", this.key, "--bell", "8:05");
    // The new year comes after the time for which a password alone is enough; how staff sign in has a test of its own.
    run("settings", "set", "second_factor_within_days", "365");
    const add = (role, name) => addAccount(this.data, { school: this.key, login: role, name, role, password: PASSWORD });
    this.coordinator = add("coordinator", "Grace Okafor");
    this.principal = add("principal", "Helen Park");
  }
}

/** The files in a zip, stored as they are. */
function zipOf(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(0x21_0000, 6); // 1 January 1980
    about.writeUInt32LE(crc32Of(bytes), 10);
    about.writeUInt32LE(bytes.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(46);
    central.write("PK\x01\x02", "latin1");
    central.writeUInt16LE(20, 4);
    about.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    const local = [Buffer.from("PK\x03\x04", "latin1"), about, Buffer.from(name), bytes];
    parts.push(...local);
    directory.push(central, Buffer.from(name));
    offset += Buffer.concat(local).length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
