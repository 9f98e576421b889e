import type { Raw } from "../model/values.ts";
import { fieldAt, fieldOf } from "./field-value.ts";
import type { FieldValue, Write } from "./field-value.ts";
import type { Amount, Announcement, NoticeContract, NoticeEnd, NoticeFramework } from "./notice.ts";
import { refused } from "./reading.ts";
import type { Reading } from "./reading.ts";

/**
 * The fields of a contract. `supplierOf` gives the supplier's id in the register for a party's key,
 * undefined when the party cannot be a supplier; `unit` is the buyer where it is not the register's
 * organisation.
 */
export function fieldsOfContract(
  contract: NoticeContract,
  file: string,
  supplierOf: (key: string) => string | undefined,
  unit: Reading<Raw> | undefined,
): readonly FieldValue[] {
  const suppliers = resolve(contract.suppliers, supplierOf);
  return [
    fieldOf("title", file, contract.title, (title) => [["title", title]]),
    fieldAt("diary", file, contract.diary),
    fieldAt("stage", file, contract.stage),
    fieldAt("type", file, contract.type),
    fieldOf("suppliers", file, suppliers, (ids) => [["suppliers", ids]]),
    ...(unit === undefined ? [] : [fieldAt("unit", file, unit)]),
    fieldOf("cpv", file, contract.cpv, (codes) => [["cpv", codes]]),
    fieldAt("procurement.procedure", file, contract.procedure),
    fieldAt("procurement.tenders-received", file, contract.tendersReceived),
    fieldAt("procurement.joint", file, contract.joint),
    fieldAt("procurement.annex-e", file, contract.annexE),
    fieldOf("procurement.notice", file, contract.announcement, writeAnnouncement),
    fieldOf("framework.kind", file, contract.framework, writeFramework),
    fieldOf("value.total", file, contract.total, (sum) => writeSum("value.total", sum)),
    fieldOf("value.estimated", file, contract.estimated, (sum) => writeSum("value.estimated", sum)),
    fieldAt("value.ex-vat", file, contract.exVat),
    fieldAt("term.start", file, contract.start),
    fieldOf("term.end", file, contract.end, writeEnd),
    fieldAt("term.options", file, contract.options),
  ];
}

function resolve(
  suppliers: Reading<readonly string[]>,
  supplierOf: (key: string) => string | undefined,
): Reading<readonly string[]> {
  if (!("value" in suppliers)) return suppliers;
  const ids = suppliers.value.map(supplierOf);
  const known = ids.filter((id) => id !== undefined);
  if (known.length < ids.length) return refused("supplier-without-name", suppliers.from);
  return { ...suppliers, value: [...new Set(known)] };
}

function writeAnnouncement({ ted, eforms, date }: Announcement): readonly Write[] {
  const parts = { ted, date, "x-eforms": eforms };
  return Object.entries(parts).flatMap(([key, value]): readonly Write[] =>
    value === undefined ? [] : [[`procurement.notice.${key}`, value]],
  );
}

function writeFramework(kind: NoticeFramework): readonly Write[] {
  return kind === "none" ? [["framework", "none"]] : [["framework.kind", kind]];
}

function writeSum(path: string, { amount, currency }: Amount): readonly Write[] {
  return [
    [path, amount],
    ["value.currency", currency],
  ];
}

function writeEnd(end: NoticeEnd): readonly Write[] {
  return end === "open-ended" ? [["term.open-ended", "yes"]] : [["term.end", end]];
}
