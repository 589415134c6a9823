import { writeFileSync } from "node:fs";
import { District, Server } from "/work/main/tests/browser/server.mjs";
import { TeamPage } from "/work/main/tests/browser/team-page.mjs";
import test from "node:test";
test("p", async (t) => {
  const d = new District(t), s = new Server(t, d); await s.start();
  const team = await TeamPage.signIn(t, s.origin, d.invite()); await team.openWeek();
  const pages = async (o, f) => { const pdf = await team.page.pdf(o); if (f) writeFileSync(f, pdf); return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length; };
  console.log("css", await pages({ format: "Letter", preferCSSPageSize: true }));
  for (const format of ["Letter", "A4"]) for (const landscape of [true, false]) console.log(format, landscape, await pages({ format, landscape, margin: { top: "9mm", bottom: "9mm", left: "9mm", right: "9mm" } }, `/tmp/p-${format}-${landscape}.pdf`));
});
