import type { Platform } from "../../model/platform.ts";

/** The first `length` hexadecimal digits of a text's SHA-256. */
export function digestOf(text: string, length: number, platform: Platform): string {
  return platform.sha256(new TextEncoder().encode(text)).slice(0, length);
}
