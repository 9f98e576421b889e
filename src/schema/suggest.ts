import { distance } from "fastest-levenshtein";

/** The candidate nearest to a misspelled word, or an empty text when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string {
  let best = "";
  let least = (word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  const folded = fold(word);
  for (const candidate of candidates) {
    const apart = distance(folded, fold(candidate));
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}

/** Case, underscores and spaces are the commonest slips and count as nothing. */
function fold(word: string): string {
  return word.toLowerCase().replaceAll(/[_ ]/gu, "-");
}
