import type { CompiledSchema } from "./shape-error.ts";
// @ts-expect-error -- generated JavaScript without types
import * as strategy from "./generated/strategy.js";

/** The schema of a strategy. */
export const STRATEGY_SCHEMA = (strategy as { readonly whole: CompiledSchema }).whole;
