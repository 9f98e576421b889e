import type { Language } from "./values.ts";

/** A term of law with its name in each language, and how the name begins where it is inflected. */
export type Term = Readonly<
  Record<Language, { readonly name: string; readonly stems: readonly string[] }>
>;
