/** The 45 divisions of the Common Procurement Vocabulary of 2008 (regulation (EC) No 213/2008). */
const CPV_DIVISIONS: ReadonlySet<string> = new Set(
  (
    "03 09 14 15 16 18 19 22 24 30 31 32 33 34 35 37 38 39 41 42 43 44 45 48 50 51 55 60 63 64 65 66 70 71 72 73 75 76 77 79 80 " +
    "85 90 92 98"
  ).split(" "),
);

/**
 * The check digit of an eight-digit CPV code: weights 3 7 1 repeated, sum modulo 10. The published
 * list holds codes that do not follow it, so a difference is only ever a warning.
 */
export function cpvCheckDigit(code: string): string {
  const weights = [3, 7, 1, 3, 7, 1, 3, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return String(sum % 10);
}

/** Published codes whose digit the formula does not give. */
const IRREGULAR = /^(?:51000000|0913\d{4})$/u;

export type CpvCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: "shape" | "division" }
  | { readonly ok: false; readonly fault: "digit"; readonly expected: string };

/** Checks the shape, the division and, where it is given, the check digit of a CPV code. */
export function checkCpv(text: string): CpvCheck {
  const parts = /^(\d{8})(?:-(\d))?$/u.exec(text);
  if (parts?.[1] === undefined) return { ok: false, fault: "shape" };
  const code = parts[1];
  if (!CPV_DIVISIONS.has(code.slice(0, 2))) return { ok: false, fault: "division" };
  const expected = cpvCheckDigit(code);
  if (parts[2] !== undefined && parts[2] !== expected && !IRREGULAR.test(code)) {
    return { ok: false, fault: "digit", expected };
  }
  return { ok: true };
}
