import type { Platform } from "../../model/platform.ts";

/** Talks with somebody at a terminal, line by line: nothing is drawn again, no cursor is moved. */
export interface Prompt {
  readonly say: (lines: readonly string[]) => void;
  /** The line that is typed after the question, without space around it; undefined when there are no more. */
  readonly ask: (question: string) => string | undefined;
}

export function promptAt(platform: Platform): Prompt {
  return {
    say: (lines) => {
      if (lines.length > 0) platform.warn(`${lines.join("\n")}\n`);
    },
    ask: (question) => {
      platform.warn(`${question} `);
      return platform.readLine()?.trim();
    },
  };
}
