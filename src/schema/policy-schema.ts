import type { CompiledSchema } from "./shape-error.ts";
// @ts-expect-error -- generated JavaScript without types
import * as policy from "./generated/policy.js";

/** The schema of a policy. */
export const POLICY_SCHEMA = (policy as { readonly whole: CompiledSchema }).whole;
