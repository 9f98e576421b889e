const FINNISH = /(\d{2})(\d{2})\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]/iu;
const CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

/** Shapes of personal numbers in neighbouring countries; their companies have others, as said beside each. */
const NEIGHBOURS: Readonly<Record<string, RegExp>> = {
  // A Swedish organisation number has at least 20 where a person's has the month.
  SE: /^(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])\d{2}[-+]?\d{4}$/u,
  // Norwegian and Danish organisation numbers have nine and eight digits.
  NO: /^\d{6}[ -]?\d{5}$/u,
  DK: /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ -]?\d{4}$/u,
};

/**
 * True when a text holds a Finnish personal identity code whose check character is right, or is a
 * personal number of the country named by ISO 3166-1 alpha-2. Sole traders are sometimes entered so.
 */
export function looksPersonal(text: string, country: string | undefined): boolean {
  return holdsFinnishCode(text) || (NEIGHBOURS[country ?? ""]?.test(text.trim()) ?? false);
}

function holdsFinnishCode(text: string): boolean {
  const found = FINNISH.exec(text);
  if (found === null) return false;
  const [code, day, month] = found;
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return false;
  const number = Number(code.slice(0, 6) + code.slice(7, 10));
  return CHECK_CHARACTERS[number % CHECK_CHARACTERS.length] === code.slice(-1).toUpperCase();
}
