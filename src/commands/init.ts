import { diagnose } from "../model/diagnostic.ts";
import { EXIT } from "../model/exit.ts";
import { Failure } from "../model/failure.ts";
import type { Output, Platform } from "../model/platform.ts";
import { talk } from "./say.ts";
import type { CommonRequest } from "./workspace.ts";
import { localeLanguage, wordsFor } from "./workspace.ts";

/** Whose CI a file is laid down for. */
export const CI_HOSTS = ["github", "gitlab"] as const;

export interface InitRequest extends CommonRequest {
  readonly folder: string;
  readonly ci: (typeof CI_HOSTS)[number];
}

const CI_FILES = {
  github: { to: ".github/workflows/beredskap.yaml", from: "workflow.yaml" },
  gitlab: { to: ".gitlab-ci.yml", from: "gitlab-ci.yaml" },
} as const;

/** What is laid down: where it goes, and where it comes from in our own folder. */
const filesFor = (ci: InitRequest["ci"]) => [
  { to: "register.yaml", from: "templates/register/{language}/register.yaml", own: true },
  { to: "policy.yaml", from: "templates/register/{language}/policy.yaml", own: true },
  {
    to: CI_FILES[ci].to,
    from: `templates/register/{language}/${CI_FILES[ci].from}`,
    own: false,
  },
  { to: "register-1.schema.json", from: "schemas/register.schema.json", own: false },
  { to: "policy-1.schema.json", from: "schemas/policy.schema.json", own: false },
];

/** Lays down a first register, a policy and a CI file. Nothing that exists is touched. */
export function init(request: InitRequest, platform: Platform): number {
  const language = request.lang ?? localeLanguage(platform);
  const wording = wordsFor(language, ["init"], platform);
  const folder = request.folder.replace(/\/+$/u, "") || "/";
  const outputs: Output[] = [];
  const kept: string[] = [];
  for (const file of filesFor(request.ci)) {
    const path = `${folder === "." ? "" : `${folder}/`}${file.to}`;
    const exists = platform.kindOf(path) !== "absent";
    if (exists && file.own) throw new Failure([diagnose("F005", { path }, { file: path })], 3);
    if (exists) kept.push(path);
    else {
      const source = file.from.replace("{language}", language);
      outputs.push({ path, content: platform.readFile(`${platform.home}/${source}`) });
    }
  }
  platform.write(outputs, false);
  const lines = [
    wording.say("init.written"),
    ...outputs.map(({ path }) => `  ${path}`),
    ...(kept.length === 0 ? [] : [wording.say("init.kept"), ...kept.map((path) => `  ${path}`)]),
    "",
    wording.say("init.next", { folder }),
  ];
  talk(lines.join("\n"), request.quiet, platform);
  return EXIT.ok;
}
