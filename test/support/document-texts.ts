import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";

/**
 * Every text inside a document, as far as it can be had without drawing it: of a Word file each part, of
 * a PDF its objects, its unpacked streams and the strings in UTF-16. Of other files, the file itself.
 */
export function textsIn(file: string, bytes: Uint8Array): readonly string[] {
  if (file.endsWith(".docx")) {
    return Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [
      name,
      Buffer.from(part).toString("utf8"),
    ]);
  }
  return file.endsWith(".pdf")
    ? textsInPdf(Buffer.from(bytes))
    : [Buffer.from(bytes).toString("utf8")];
}

function textsInPdf(bytes: Buffer): readonly string[] {
  const raw = bytes.toString("latin1");
  const streams = [...raw.matchAll(/(\nstream\r?\n)([\s\S]*?)\r?\nendstream/gu)].flatMap(
    ({ index, 1: opening = "", 2: body = "" }) => {
      const from = index + opening.length;
      const stream = unpacked(bytes.subarray(from, from + body.length)).toString("utf8");
      return isText(stream) ? [stream] : [];
    },
  );
  const objects = raw.replaceAll(/\nstream\r?\n[\s\S]*?endstream/gu, "");
  const wide = [...objects.matchAll(/\(\u00fe\u00ff((?:\\[\s\S]|[^\\)])*)\)/gu)].map(
    ([, string]) => {
      const plain = (string ?? "").replaceAll(/\\([\s\S])/gu, "$1");
      const pairs = Buffer.from(plain.length % 2 === 0 ? plain : plain.slice(0, -1), "latin1");
      return pairs.swap16().toString("utf16le");
    },
  );
  return [objects, ...streams, ...wide];
}

function unpacked(stream: Buffer): Buffer {
  try {
    return inflateSync(stream);
  } catch {
    // Not packed.
    return stream;
  }
}

/** Fonts and pictures are no text: any two letters stand somewhere in them. */
function isText(stream: string): boolean {
  return !stream.includes("\0");
}
