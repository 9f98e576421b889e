import { Chalk } from "chalk";
import type { Tone } from "../model/report.ts";

/** Paints text for a terminal; without colour every brush leaves it as it is. */
export interface Paint {
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly muted: (text: string) => string;
  readonly link: (text: string) => string;
  readonly tone: (tone: Tone, text: string) => string;
}

/** The palette: the sixteen colours that every terminal has, so that the user's own scheme decides how they look. */
export function makePaint(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    good: chalk.green,
    fair: chalk.cyan,
    poor: chalk.yellow,
    bad: chalk.red,
    unknown: chalk.magenta,
    neutral: chalk.reset,
  };
  return {
    heading: chalk.bold,
    strong: chalk.bold,
    muted: chalk.dim,
    link: chalk.underline,
    tone: (tone, text) => (tone === "neutral" ? text : tones[tone](text)),
  };
}
