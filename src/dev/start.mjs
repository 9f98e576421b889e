// `npm start`: the main job on the Swedish example register, and where to go from there.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const register = "examples/kommun";
const out = "out/kommun";

function beredskap(...args) {
  const result = spawnSync(process.execPath, ["bin/beredskap.js", ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

beredskap("validate", register);
beredskap("report", register, "--out", out, "--force");
beredskap("clauses", "TEK-2020-01", "--register", register, "--out", out, "--force");
const words = readFileSync(`${root}templates/wording/en/command.yaml`, "utf8");
const closing = /^ {2}closing: "(The reports on .*)"$/mu.exec(words)?.[1] ?? "";
process.stdout.write(
  `\n${closing.replace("{folder}", out).replace("{page}", `${out}/report.html`)}\n`,
);
