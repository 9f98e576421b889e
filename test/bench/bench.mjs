// Measures the built tool as users meet it, beside what they would take instead, and prints a Markdown
// page. `npm run bench`, or `node test/bench/bench.mjs [--rounds 5] [--no-peers] [--out FILE]`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateRegister } from "./generate-register.mjs";
import { canMeasurePeak, measureInRounds, outputOf } from "./measure.mjs";
import { installPeers, judgePeer, peersIn } from "./peers.mjs";

const SIZES = [100, 1000, 10_000];
const LARGEST = 10_000;
const AS_OF = "2026-11-24";
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const TOOL = [process.execPath, at("bin/beredskap.js")];

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    "no-peers": { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const rounds = Number(options.rounds);
const folder = mkdtempSync(join(tmpdir(), "beredskap-bench-"));
try {
  const registers = writeRegisters(folder);
  const page = [...machine(), ...sizes(registers), ...sideBySide(registers), ...start()].join("\n");
  process.stdout.write(`${page}\n`);
  if (options.out !== undefined) writeFileSync(options.out, `${page}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Of each size a faulty and a sound register; of the largest also with dates that YAML 1.1 leaves alone. */
function writeRegisters() {
  return new Map(
    SIZES.map((size) => {
      const { text, faults } = generateRegister(size);
      const sound = generateRegister(size, { sound: true }).text;
      const quoted = (each) => each.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/gu, (day) => `"${day}"`);
      const files = {
        faulty: write(`faulty-${size}.yaml`, text),
        sound: write(`sound-${size}.yaml`, sound),
        ...(size === LARGEST && {
          faultyQuoted: write("faulty-quoted.yaml", quoted(text)),
          soundQuoted: write("sound-quoted.yaml", quoted(sound)),
        }),
      };
      return [size, { ...files, faults, bytes: Buffer.byteLength(text) }];
    }),
  );
}

function write(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function machine() {
  const processor = cpus();
  const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const npm = execFileSync("npm", ["--version"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  }).trim();
  return [
    `# beredskap ${version}: measured`,
    "",
    `${processor.length} × ${processor[0]?.model ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${release()}; ` +
      `Node ${process.version}, npm ${npm}; load ${loadavg()[0].toFixed(1)} at the start. ` +
      `Whole processes, median of ${rounds} interleaved rounds (least to greatest); CPU: processor time, which a busy machine changes less; peak: greatest resident set${canMeasurePeak ? "" : ", not measurable here"}.`,
    "",
  ];
}

// --- the tool by size ----------------------------------------------------------------------------------

function sizes(registers) {
  const rows = SIZES.flatMap((size) => {
    const { faulty, sound } = registers.get(size);
    return [
      { name: `validate ${size}`, command: [...TOOL, "validate", faulty], expects: 3 },
      { name: `assess ${size}`, command: [...TOOL, "assess", sound, "--as-of", AS_OF], expects: 0 },
    ];
  });
  const measured = measureInRounds(rows, rounds, folder);
  const cells = (command) =>
    SIZES.map((size, index) => {
      const run = measured.get(`${command} ${size}`);
      const before = index === 0 ? undefined : measured.get(`${command} ${SIZES[index - 1]}`);
      const growth = before === undefined ? "" : `× ${(run.wall / before.wall).toFixed(1)}`;
      return [
        command,
        number(size),
        megabytes(registers.get(size).bytes / 2 ** 20),
        time(run),
        growth,
        cpu(run),
        peak(run),
      ];
    });
  return [
    "## By size",
    "",
    ...table(
      ["command", "contracts", "YAML", "wall", "growth for ten times as many", "CPU", "peak"],
      [...cells("validate"), ...cells("assess")],
    ),
  ];
}

// --- beside others -------------------------------------------------------------------------------------

/** A tool is timed on the faulty register, and on a sound one that nobody can leave half way. */
function sideBySide(registers) {
  const register = registers.get(LARGEST);
  const installed = options["no-peers"] ? { absent: "not asked for" } : installPeers();
  const peers =
    installed.folder === undefined
      ? []
      : peersIn(installed.folder, at("schemas/register.schema.json"));
  const own = {
    name: "beredskap validate",
    command: (file) => [...TOOL, "validate", file],
    faulty: 3,
    sound: 0,
    verdict: judgeOwn(register),
  };
  const judged = peers.map((peer) => ({
    ...peer,
    verdict: judgePeer(
      peer,
      peer.quoted ? register.faultyQuoted : register.faulty,
      register.faults,
      folder,
    ),
  }));
  const tools = [own, ...judged];
  const rows = tools.flatMap(({ name, command, faulty, sound, quoted }) => [
    {
      name: `${name} faulty`,
      command: command(quoted ? register.faultyQuoted : register.faulty),
      expects: faulty,
    },
    {
      name: `${name} sound`,
      command: command(quoted ? register.soundQuoted : register.sound),
      expects: sound,
    },
  ]);
  const measured = measureInRounds(rows, rounds, folder);
  const ours = measured.get(`${own.name} sound`);
  const cells = tools.map(({ name, verdict }) => {
    const faulty = measured.get(`${name} faulty`);
    const sound = measured.get(`${name} sound`);
    const ratio = `× ${(sound.wall / ours.wall).toFixed(2)}`;
    return [
      name,
      time(faulty),
      time(sound),
      ratio,
      cpu(sound),
      peak(sound),
      said(verdict, register.faults.length),
    ];
  });
  const missing =
    peers.length === 0
      ? [`Absent: @sourcemeta/jsonschema, ajv-cli (${installed.absent}).`, ""]
      : [];
  return [
    `## Checking ${number(LARGEST)} contracts (${megabytes(register.bytes / 2 ** 20)}), ${register.faults.length} of them faulty`,
    "",
    ...table(["tool", "faulty register", "sound register", "ratio", "CPU", "peak", "found"], cells),
    "Ratio, CPU and peak are those of the sound register, which no tool can leave half way. " +
      "Ours also checks what the schema cannot say: references, cycles, dates, shares, codes and YAML traps.",
    "",
    ...missing,
  ];
}

function judgeOwn({ faulty, faults }) {
  const json = JSON.parse(outputOf([...TOOL, "validate", faulty, "--format", "json"], folder));
  const found = faults.filter(({ line, column }) =>
    json.diagnostics.some((each) => each.line === line && each.column === column),
  );
  return {
    found: found.length,
    placed: found.length,
    wrong: json.diagnostics.length - found.length,
  };
}

function said({ found, placed, wrong }, planted) {
  const places =
    placed === found ? "right line" : placed === 0 ? "no lines" : `right line of ${placed}`;
  return `${found} of ${planted}${found === 0 ? "" : `, ${places}`}${wrong === 0 ? "" : `; calls ${number(wrong)} sound places wrong`}`;
}

// --- start ---------------------------------------------------------------------------------------------

function start() {
  const rows = [
    { name: "node -e 0", command: [process.execPath, "-e", "0"], expects: 0 },
    { name: "beredskap --version", command: [...TOOL, "--version"], expects: 0 },
    { name: "beredskap --help", command: [...TOOL, "--help"], expects: 0 },
  ];
  // Short processes: many rounds cost little and the middle of few says nothing.
  const measured = measureInRounds(rows, rounds * 4, folder);
  const bare = measured.get("node -e 0").wall;
  const cells = rows.map(({ name }) => {
    const run = measured.get(name);
    return [
      name,
      `${run.wall.toFixed(0)} ms (${run.least.toFixed(0)}–${run.most.toFixed(0)})`,
      `${(run.wall - bare).toFixed(0)} ms`,
      peak(run),
    ];
  });
  return ["## Start", "", ...table(["command", "wall", "above bare node", "peak"], cells)];
}

// --- words ---------------------------------------------------------------------------------------------

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

function time({ wall, least, most }) {
  const seconds = (milliseconds) => (milliseconds / 1000).toFixed(2);
  return `${seconds(wall)} s (${seconds(least)}–${seconds(most)})`;
}

function cpu(run) {
  return run.cpu === undefined ? "–" : `${(run.cpu / 1000).toFixed(2)} s`;
}

function peak(run) {
  return run.peak === undefined ? "–" : megabytes(run.peak);
}

function megabytes(amount) {
  return `${amount < 10 ? amount.toFixed(1) : amount.toFixed(0)} MB`;
}

function number(amount) {
  return String(amount).replaceAll(/\B(?=(\d{3})+$)/gu, " ");
}
