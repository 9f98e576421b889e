import type {
  Acceptance,
  Action,
  Contract,
  ContractType,
  Entry,
  InputFile,
  Organisation,
  PublicFunction,
  Register,
  Stage,
  Supplier,
  SupplierLink,
} from "../model/register.ts";
import { CONTRACT_TYPES, STAGES } from "../model/register.ts";
import type { Day, LocalText, Raw, RawObject } from "../model/values.ts";
import { isRawList, isRawObject, parseShare, rawText } from "../model/values.ts";
import type { Collected } from "./entries.ts";
import { entryOf, placeIn } from "./entries.ts";

/** The register's model from checked entries. `change` may put another value in an entry's place. */
export function buildRegister(
  collected: Collected,
  strategy: Entry | undefined,
  inputs: readonly InputFile[],
  change: (entry: Entry) => RawObject,
): Register {
  const changed = (entry: Entry): Entry => {
    const raw = change(entry);
    return raw === entry.raw ? entry : { ...entry, raw };
  };
  const { lists } = collected;
  return {
    organisation: organisationOf(changed(collected.organisation ?? unnamed(inputs))),
    contracts: lists.contracts.map((entry) => contractOf(changed(entry))),
    suppliers: lists.suppliers.map((entry) => supplierOf(changed(entry))),
    functions: lists.functions.map((entry) => functionOf(changed(entry))),
    resources: lists.resources.map(changed),
    actions: lists.actions.map((entry) => actionOf(changed(entry))),
    decisions: lists.decisions.map(changed),
    strategy,
    inputs,
  };
}

/** Stands in where no file names the organisation: everything about it is unknown. */
function unnamed(inputs: readonly InputFile[]): Entry {
  return entryOf({ id: "unnamed", name: "?" }, inputs[0]?.path ?? "", "/organisation");
}

function organisationOf(entry: Entry): Organisation {
  return { ...entry, name: textOf(entry.raw["name"]), accepted: acceptancesOf(entry) };
}

/** A contract from its checked entry. */
export function contractOf(entry: Entry): Contract {
  const { raw } = entry;
  return {
    ...entry,
    title: textOf(raw["title"]),
    stage: wordOf<Stage>(raw["stage"], STAGES),
    type: wordOf<ContractType>(raw["type"], CONTRACT_TYPES),
    also: listOf(raw["also"]).flatMap((each) => wordOf<ContractType>(each, CONTRACT_TYPES) ?? []),
    suppliers: listOf(raw["suppliers"]).map(linkOf),
    requires: listOf(raw["requires"]).map(String),
    accepted: acceptancesOf(entry),
    unit: typeof raw["unit"] === "string" ? raw["unit"] : undefined,
  };
}

/** A supplier from its checked entry. */
export function supplierOf(entry: Entry): Supplier {
  const parent = entry.raw["parent"];
  const known = typeof parent === "string" && parent !== "none" && parent !== "unknown";
  return {
    ...entry,
    name: textOf(entry.raw["name"]),
    parent: known ? parent : undefined,
    accepted: acceptancesOf(entry),
  };
}

function functionOf(entry: Entry): PublicFunction {
  const needs = isRawObject(entry.raw["needs"]) ? entry.raw["needs"] : {};
  return {
    ...entry,
    name: textOf(entry.raw["name"]),
    allOf: listOf(needs["all-of"]).map(String),
    shareOf: listOf(needs["share-of"]).flatMap((each) =>
      isRawObject(each) ? rawText(each["contract"]) : [],
    ),
  };
}

function actionOf(entry: Entry): Action {
  return {
    ...entry,
    for: listOf(entry.raw["for"]).map(String),
    contracts: listOf(entry.raw["contracts"]).map(String),
  };
}

function linkOf(value: Raw): SupplierLink {
  if (!isRawObject(value)) return { supplier: rawText(value), share: undefined, rank: undefined };
  const rank = value["rank"];
  return {
    supplier: rawText(value["supplier"]),
    share: parseShare(value["share"]),
    rank: typeof rank === "number" ? rank : undefined,
  };
}

function acceptancesOf(entry: Entry): readonly Acceptance[] {
  return listOf(entry.raw["accepted"]).flatMap((each, index) => {
    if (!isRawObject(each)) return [];
    return {
      criterion: rawText(each["criterion"]),
      because: plainText(each["because"]),
      by: rawText(each["by"]),
      until: rawText(each["until"]) as Day,
      place: placeIn(entry, `accepted/${index}`),
    };
  });
}

function plainText(value: Raw | undefined): string {
  if (typeof value === "string") return value;
  if (!isRawObject(value)) return "";
  return rawText(value["sv"] ?? value["fi"] ?? value["en"]);
}

function listOf(value: Raw | undefined): readonly Raw[] {
  return isRawList(value) ? value : [];
}

function textOf(value: Raw | undefined): LocalText {
  if (isRawObject(value)) return value;
  return typeof value === "string" ? value : "";
}

function wordOf<T extends string>(value: Raw | undefined, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}
