import { createHash } from "node:crypto";
import type { Platform } from "../../src/model/platform.ts";
import type { Day } from "../../src/model/values.ts";

/** The day on which the tests run, whatever the clock says. */
export const TODAY = "2026-11-24" as Day;

/** A world with the given files (by path, forward slashes) and nothing else; it cannot be written to. */
export function memoryPlatform(files: Readonly<Record<string, string>>): Platform {
  const refuse = (what: string) => (): never => {
    throw new Error(`the test's platform does not ${what}`);
  };
  const bytesOf = (path: string): Uint8Array => {
    const text = files[path];
    if (text === undefined) throw new Error(`no file ${path}`);
    return new TextEncoder().encode(text);
  };
  const inside = (folder: string): readonly string[] => {
    const prefix = folder === "" || folder === "." ? "" : `${folder}/`;
    return Object.keys(files)
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
  };
  return {
    readFile: bytesOf,
    readInput: refuse("read standard input"),
    readLine: refuse("read standard input"),
    canAsk: () => false,
    list: (path) => [...new Set(inside(path).map((each) => each.split("/")[0] ?? each))].sort(),
    kindOf: (path) => {
      if (files[path] !== undefined) return "file";
      return inside(path).length > 0 ? "folder" : "absent";
    },
    resolve: (path) => path,
    sizeOf: (path) => bytesOf(path).length,
    write: refuse("write"),
    append: refuse("append"),
    print: refuse("print"),
    warn: refuse("warn"),
    today: () => TODAY,
    environment: () => undefined,
    home: "",
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    columns: undefined,
  };
}
