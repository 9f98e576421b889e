import { SaxesParser } from "saxes";

/** The parts of a SARIF log that tests look at. */
export interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly version: string;
        readonly rules: readonly { readonly id: string }[];
      };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly {
        readonly message: { readonly text: string };
      }[];
    }[];
    readonly results: readonly SarifResult[];
    readonly properties: {
      readonly counts: Readonly<Record<string, number>>;
      readonly results: number;
    };
  }[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: Readonly<
        Record<"startLine" | "startColumn" | "endLine" | "endColumn", number>
      >;
    };
    readonly logicalLocations?: readonly { readonly name: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly {
    readonly kind: string;
    readonly status: string;
    readonly justification: string;
  }[];
  readonly baselineState?: string;
  readonly properties: { readonly failsGate: boolean };
}

export function readSarif(text: string | undefined): SarifLog["runs"][number] {
  const [run] = (JSON.parse(text ?? "") as SarifLog).runs;
  if (run === undefined) throw new Error("the log has no run");
  return run;
}

/** An element of an XML document, with its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of a document, in its order. Throws when the document is not well-formed. */
export function readXml(text: string | undefined): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    elements.push({ name, attributes: { ...attributes } });
  });
  parser.write(text ?? "").close();
  return elements;
}
