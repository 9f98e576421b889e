import type { Platform } from "../model/platform.ts";
import type { GateStep, ProcurementAct, Sector, ThresholdPeriod } from "../model/thresholds.ts";
import { PROCUREMENT_KINDS } from "../model/thresholds.ts";
import type { Day, RawObject } from "../model/values.ts";
import { isRawObject, parseShare, rawText } from "../model/values.ts";
import { listIn, objectIn, sourceOf, textIn } from "./parse-criterion.ts";
import { yamlOf } from "./shipped.ts";

const FOLDER = "templates/thresholds";

/** The procurement acts with their thresholds. A file of ours that cannot be read is a defect. */
export function loadProcurementActs(platform: Platform): readonly ProcurementAct[] {
  return platform
    .list(`${platform.home}/${FOLDER}`)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const bytes = platform.readFile(`${platform.home}/${FOLDER}/${name}`);
      return parseProcurementAct(yamlOf(name, new TextDecoder().decode(bytes)));
    });
}

/** An act from its file, in the shape of its schema. */
function parseProcurementAct(raw: RawObject): ProcurementAct {
  const limits = objectIn(raw, "limits");
  const vat = objectIn(raw, "greatest-vat");
  return {
    id: textIn(raw, "id"),
    sector: raw["sector"] as Sector,
    act: textIn(raw, "act"),
    modification: textIn(raw, "modification"),
    termination: textIn(raw, "termination"),
    notice: textIn(raw, "notice"),
    from: raw["from"] as Day,
    limits: {
      minor: shareIn(limits, "minor"),
      minorWorks: shareIn(limits, "minor-works"),
      greater: shareIn(limits, "greater"),
    },
    greatestVat: { rate: shareIn(vat, "rate"), sources: listIn(vat, "sources").map(sourceOf) },
    steps: stepsOf(objectIn(raw, "steps")),
    periods: listIn(raw, "periods").filter(isRawObject).map(periodOf),
  };
}

function stepsOf(raw: RawObject): ProcurementAct["steps"] {
  const of = (step: GateStep): ProcurementAct["steps"][GateStep] => listIn(raw, step).map(sourceOf);
  return {
    scope: of("scope"),
    "review-clause": of("review-clause"),
    "not-substantial": of("not-substantial"),
    minor: of("minor"),
    additional: of("additional"),
    unforeseen: of("unforeseen"),
    "supplier-change": of("supplier-change"),
    "new-procurement": of("new-procurement"),
  };
}

function periodOf(raw: RawObject): ThresholdPeriod {
  const values = objectIn(raw, "values");
  const stated = PROCUREMENT_KINDS.filter((kind) => values[kind] !== undefined);
  return {
    level: raw["level"] === "national" ? "national" : "eu",
    from: raw["from"] as Day,
    to: raw["to"] === "none" ? undefined : (rawText(raw["to"]) as Day),
    values: Object.fromEntries(stated.map((kind) => [kind, Number(values[kind])])),
    sources: listIn(raw, "sources").map(sourceOf),
  };
}

function shareIn(raw: RawObject, key: string): number {
  const share = parseShare(raw[key]);
  if (share === undefined) throw new Error(`${key} is not a share`);
  return share;
}
