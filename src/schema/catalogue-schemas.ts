import type { CompiledSchema } from "./shape-error.ts";
// @ts-expect-error -- generated JavaScript without types
import * as adjustment from "./generated/adjustment.js";
// @ts-expect-error -- generated JavaScript without types
import * as criterion from "./generated/criterion.js";
// @ts-expect-error -- generated JavaScript without types
import * as profile from "./generated/profile.js";

/** Kinds of document of the catalogue that an organisation may write. */
export const OWN_KINDS = ["criterion", "adjustment", "profile"] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** The schemas of the catalogue's documents. */
export const CATALOGUE_SCHEMAS: Readonly<Record<OwnKind, CompiledSchema>> = {
  criterion: (criterion as { readonly whole: CompiledSchema }).whole,
  adjustment: (adjustment as { readonly whole: CompiledSchema }).whole,
  profile: (profile as { readonly whole: CompiledSchema }).whole,
};
