import type { Platform } from "../model/platform.ts";
import type { RegisterRequest } from "./workspace.ts";

export interface ExplainRequest extends RegisterRequest {
  readonly subject: string;
  readonly criterion: string | undefined;
}

export async function explain(_request: ExplainRequest, _platform: Platform): Promise<number> {
  return 0;
}
