// Builds what is shipped: generated files, then the bundle. Plain JavaScript, since it builds the rest.
import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../../", import.meta.url);
const at = (path) => fileURLToPath(new URL(path, root));
const check = process.argv.includes("--check");
const onlyGenerate = process.argv.includes("--generate");

const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  absWorkingDir: at("."),
  logLevel: "warning",
  legalComments: "none",
  // CommonJS packages inside an ES module bundle ask for `require`.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
};

await build({
  ...common,
  entryPoints: [at("src/dev/generate.ts")],
  outfile: at("dist/dev/generate.js"),
  packages: "external",
  banner: {},
});
const generated = spawnSync(
  process.execPath,
  [at("dist/dev/generate.js"), check ? "--check" : "--write"],
  { stdio: "inherit", cwd: at(".") },
);
if (generated.status !== 0) process.exit(generated.status ?? 1);

// The reference is made of what was just generated, and only where somebody asks for generated files.
if (check || onlyGenerate) {
  await build({
    ...common,
    entryPoints: [at("src/dev/reference.ts")],
    outfile: at("dist/dev/reference.js"),
    packages: "external",
    banner: {},
  });
  const written = spawnSync(
    process.execPath,
    [at("dist/dev/reference.js"), check ? "--check" : "--write"],
    { stdio: "inherit", cwd: at(".") },
  );
  if (written.status !== 0) process.exit(written.status ?? 1);
}

if (!check && !onlyGenerate) {
  // Built beside its place and then put there: a command that runs meanwhile finds a whole bundle.
  const next = `dist/app-${process.pid}`;
  await build({
    ...common,
    entryPoints: { main: at("src/cli/main.ts"), index: at("src/index.ts") },
    outdir: at(next),
    chunkNames: "parts/[name]-[hash]",
    splitting: true,
    minifySyntax: true,
    // pdfkit finds its font data beside its own files and must stay outside the bundle.
    external: ["pdfkit"],
  });
  rmSync(at("dist/app"), { recursive: true, force: true });
  renameSync(at(next), at("dist/app"));
}
