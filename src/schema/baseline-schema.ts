import type { CompiledSchema } from "./shape-error.ts";
// @ts-expect-error -- generated JavaScript without types
import * as baseline from "./generated/baseline.js";

/** The schema of a baseline. */
export const BASELINE_SCHEMA = (baseline as { readonly whole: CompiledSchema }).whole;
