import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";

/**
 * Every text inside a document, as far as it can be had without drawing it: of a Word file each part, of
 * a PDF its objects, its unpacked streams and the strings in UTF-16. Of other files, the file itself.
 */
export function textsIn(file: string, bytes: Uint8Array): readonly string[] {
  if (file.endsWith(".docx")) {
    return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [name, Buffer.from(part).toString("utf8")]);
  }
  return file.endsWith(".pdf") ? textsInPdf(Buffer.from(bytes)) : [Buffer.from(bytes).toString("utf8")];
}

function textsInPdf(bytes: Buffer): readonly string[] {
  const raw = bytes.toString("latin1");
  const texts = [raw, bytes.toString("utf8")];
  for (const { index } of raw.matchAll(/\nstream\r?\n/gu)) {
    const from = raw.indexOf("\n", index + 1) + 1;
    const to = raw.indexOf("endstream", from);
    const stream = unpacked(bytes.subarray(from, to));
    if (stream !== undefined) texts.push(stream.toString("utf8"));
  }
  for (const [, string] of raw.matchAll(/\(\u00fe\u00ff((?:\\[\s\S]|[^\\)])*)\)/gu)) {
    const plain = (string ?? "").replaceAll(/\\([\s\S])/gu, "$1");
    const pairs = Buffer.from(plain.length % 2 === 0 ? plain : plain.slice(0, -1), "latin1");
    texts.push(pairs.swap16().toString("utf16le"));
  }
  return texts;
}

/** Streams that are not packed with deflate are already part of the raw text. */
function unpacked(stream: Buffer): Buffer | undefined {
  try {
    return inflateSync(stream);
  } catch {
    return undefined;
  }
}
