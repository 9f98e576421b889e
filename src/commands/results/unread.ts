import { isError } from "../../model/diagnostic.ts";
import type { Platform } from "../../model/platform.ts";
import { toolVersion, wordsFor } from "../workspace.ts";
import type { Workspace } from "../workspace.ts";
import { digestOf } from "./digest.ts";
import { resultsOfDiagnostics } from "./of-diagnostics.ts";
import type { Wanted } from "./outputs.ts";
import { deliver } from "./outputs.ts";

/**
 * A register that cannot be assessed: other programs are told of the mistakes, as `validate` tells them,
 * so that a host does not take the silence for a pass. There is no table and no assessment to write.
 */
export async function deliverUnread(
  { loaded, language }: Workspace,
  wanted: readonly Wanted[],
  force: boolean,
  platform: Platform,
): Promise<void> {
  const wording = wordsFor(language, ["diagnostics", "results"], platform);
  const { files, contracts, suppliers } = loaded.examined;
  await deliver(
    wanted,
    {
      draw: async () => undefined,
      results: () =>
        resultsOfDiagnostics({
          command: "assess",
          loaded,
          diagnostics: loaded.diagnostics.filter(isError),
          wording,
          counts: { files, contracts, suppliers },
          tool: { name: "beredskap", version: toolVersion(platform) },
          digest: (text) => digestOf(text, 32, platform),
        }),
      wording: () => wording,
      also: [],
      force,
    },
    platform,
  );
}
