import type { Location, Place } from "../../model/diagnostic.ts";
import type { ResultPlace } from "../../model/results.ts";
import { byCodeUnits } from "../../model/values.ts";
import type { Loaded } from "../../load/register.ts";

/**
 * Finds the line of a location; its path as seen from where the command runs, which in CI is the
 * repository. The first time that one of `expected` is asked for, all of them are found in the order
 * of the file: in the order of their urgency every entry would be read again for every result.
 */
export function placeFinder(
  loaded: Pick<Loaded, "locate" | "nameOf">,
  expected: readonly Location[],
): (at: Location) => ResultPlace | undefined {
  const find = (at: Location): ResultPlace | undefined => {
    const path = relativePath(at.file) ?? relativePath(loaded.nameOf(at.file));
    if (path === undefined) return undefined;
    const span = "span" in at ? at.span : "pointer" in at ? loaded.locate(at) : undefined;
    return { path, span };
  };
  let found: Map<string, ResultPlace | undefined> | undefined;
  return (at) => {
    if (!("pointer" in at)) return find(at);
    found ??= new Map(
      expected
        .filter((each) => "pointer" in each)
        .toSorted(byPointer)
        .map((each) => [keyOf(each), find(each)]),
    );
    return found.has(keyOf(at)) ? found.get(keyOf(at)) : find(at);
  };
}

function keyOf({ file, pointer, part }: Place): string {
  return `${file} ${pointer} ${part}`;
}

function byPointer(left: Place, right: Place): number {
  return (
    byCodeUnits(left.file, right.file) ||
    entryOf(left) - entryOf(right) ||
    byCodeUnits(left.pointer, right.pointer)
  );
}

/** The number of the entry in its list; what stands outside of lists comes first. */
function entryOf({ pointer }: Place): number {
  return Number(/^\/[^/]+\/(\d+)/u.exec(pointer)?.[1] ?? -1);
}

/** A path that a reader on another machine can follow: neither absolute, nor with `..`, nor a folder alone. */
function relativePath(path: string): string | undefined {
  if (path.startsWith("/") || /^[A-Za-z]:/u.test(path)) return undefined;
  const steps = path.split(/[/\\]/u).filter((step) => step !== "" && step !== ".");
  return steps.length === 0 || steps.includes("..") ? undefined : steps.join("/");
}
