// Other tools that check YAML against a JSON Schema. They are no dependencies of the project: they are
// installed in a temporary folder, kept for the next run, and listed as absent where that fails.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outputOf } from "./measure.mjs";

const FOLDER = join(tmpdir(), "beredskap-bench-peers");
const WANTED = { "@sourcemeta/jsonschema": "16.11.0", "ajv-cli": "5.0.0" };

/** The folder that holds the peers, or the reason why there are none. */
export function installPeers() {
  if (Object.entries(WANTED).every(([name, version]) => installedVersion(name) === version))
    return { folder: FOLDER };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(
    join(FOLDER, "package.json"),
    JSON.stringify({ private: true, dependencies: WANTED }),
  );
  const npm = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"],
    {
      cwd: FOLDER,
      encoding: "utf8",
      timeout: 180_000,
      shell: process.platform === "win32",
    },
  );
  if (npm.status === 0) return { folder: FOLDER };
  return { absent: (npm.stderr ?? String(npm.error)).trim().split("\n")[0] };
}

function installedVersion(name) {
  const path = join(FOLDER, "node_modules", name, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : undefined;
}

/**
 * How each peer is called on a register, and how it is asked for faults as JSON. `quoted`: reads the
 * register whose dates stand in quotes.
 */
export function peersIn(folder, schema) {
  const bin = join(folder, "node_modules", ".bin");
  const jsonschema =
    (...flags) =>
    (file) => [join(bin, "jsonschema"), "validate", ...flags, schema, file];
  const ajv =
    (...flags) =>
    (file) => [
      join(bin, "ajv"),
      "validate",
      "--spec=draft2020",
      "--strict=false",
      ...flags,
      "-s",
      schema,
      "-d",
      file,
    ];
  const version = (name) => `${name} ${WANTED[name]}`;
  return [
    {
      name: version("@sourcemeta/jsonschema"),
      command: jsonschema(),
      asked: jsonschema("--json"),
      faulty: 2,
      sound: 0,
    },
    {
      name: `${version("@sourcemeta/jsonschema")} --fast`,
      command: jsonschema("--fast"),
      asked: jsonschema("--fast", "--json"),
      faulty: 2,
      sound: 0,
    },
    { name: version("ajv-cli"), command: ajv(), asked: ajv("--errors=json"), faulty: 1, sound: 1 },
    {
      name: `${version("ajv-cli")} --all-errors`,
      command: ajv("--all-errors"),
      asked: ajv("--all-errors", "--errors=json"),
      faulty: 1,
      sound: 1,
    },
    {
      name: `${version("ajv-cli")} --all-errors, dates in quotes`,
      command: ajv("--all-errors"),
      asked: ajv("--all-errors", "--errors=json"),
      faulty: 1,
      sound: 0,
      quoted: true,
    },
  ];
}

/**
 * What a peer finds in a faulty register: planted faults found, those with the right line, and places
 * that it calls wrong though they are not.
 */
export function judgePeer(peer, file, faults, folder) {
  const errors = errorsIn(outputOf(peer.asked(file), folder));
  const at = (error) => error.instanceLocation ?? error.instancePath;
  const own = errors.filter((error) => error.keyword !== "if");
  const concerns = (error, { pointer }) =>
    at(error) === pointer ||
    `${at(error)}/${error.params?.additionalProperty ?? error.params?.unevaluatedProperty}` ===
      pointer;
  const found = faults.filter((fault) => own.some((error) => concerns(error, fault)));
  const placed = found.filter((fault) =>
    own.some((error) => concerns(error, fault) && error.instancePosition?.[0] === fault.line),
  );
  const wrong = new Set(
    own.map(at).filter((place) => !faults.some(({ pointer }) => isWithin(pointer, place))),
  );
  return { found: found.length, placed: placed.length, wrong: wrong.size };
}

/** An error of a whole is told of its parts too, from the outermost in. */
function isWithin(pointer, place) {
  return pointer === place || pointer.startsWith(`${place}/`) || place === "";
}

function errorsIn(said) {
  const start = said.search(/^[[{]$/mu);
  if (start === -1) return [];
  const json = JSON.parse(said.slice(start));
  return Array.isArray(json) ? json : (json.errors ?? []);
}
