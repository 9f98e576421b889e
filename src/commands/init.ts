import type { Platform } from "../model/platform.ts";
import type { CommonRequest } from "./workspace.ts";

export function init(_request: CommonRequest & { readonly folder: string }, _platform: Platform): number {
  return 0;
}
