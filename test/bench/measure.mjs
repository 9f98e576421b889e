// Whole processes, measured from outside: wall time and the greatest resident set.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const GNU_TIME = "/usr/bin/time";

/** True where the peak of a child can be measured: GNU time asks the kernel when the child ends. */
export const canMeasurePeak =
  existsSync(GNU_TIME) && spawnSync(GNU_TIME, ["--version"]).status === 0;

/**
 * Runs a command once. Gives the wall time in milliseconds and, where they can be had, the processor's time
 * (which a busy machine changes less) and the peak in MB.
 */
export function runOnce(command, folder) {
  const report = join(folder, "peak.txt");
  const timed = canMeasurePeak
    ? [GNU_TIME, "-q", "-f", "%M %U %S", "-o", report, ...command]
    : command;
  const started = process.hrtime.bigint();
  const { status, error } = spawnSync(timed[0], timed.slice(1), { stdio: "ignore" });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (error !== undefined) throw error;
  if (!canMeasurePeak) return { wall, status };
  const [kilobytes, user, system] = readFileSync(report, "utf8").split(" ").map(Number);
  return { wall, cpu: (user + system) * 1000, peak: kilobytes / 1024, status };
}

/** What a command says, on both streams, however much it is. */
export function outputOf(command, folder) {
  const path = join(folder, "said.txt");
  const handle = openSync(path, "w");
  spawnSync(command[0], command.slice(1), { stdio: ["ignore", handle, handle] });
  closeSync(handle);
  const said = readFileSync(path, "utf8");
  rmSync(path);
  return said;
}

/**
 * Measures rows of `{ name, command, expects }`, one process of each row in every round, so that a busy
 * moment of the machine touches all rows alike. Throws when a command ends otherwise than it should.
 */
export function measureInRounds(rows, rounds, folder) {
  const runs = new Map(rows.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command, expects } of rows) {
      const run = runOnce(command, folder);
      if (run.status !== expects)
        throw new Error(`${name} ended in ${run.status}, not in ${expects}`);
      runs.get(name).push(run);
    }
  }
  return new Map(
    [...runs].map(([name, each]) => {
      const walls = each.map(({ wall }) => wall).sort(ascending);
      const cpus = each.flatMap(({ cpu }) => cpu ?? []).sort(ascending);
      const peaks = each.flatMap(({ peak }) => peak ?? []);
      return [
        name,
        {
          wall: middle(walls),
          least: walls[0],
          most: walls.at(-1),
          cpu: cpus.length === 0 ? undefined : middle(cpus),
          peak: peaks.length === 0 ? undefined : Math.max(...peaks),
        },
      ];
    }),
  );
}

const ascending = (left, right) => left - right;

function middle(sorted) {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
