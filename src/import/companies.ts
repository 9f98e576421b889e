import type { LocalText, RawObject } from "../model/values.ts";
import { compactNumber } from "./business-id.ts";
import type { CompanyNumber } from "./business-id.ts";
import { assemble, chooseFields, fieldAt, fieldOf, recordsOf } from "./field-value.ts";
import type { FieldValue } from "./field-value.ts";
import { companyIdOf, makeUnique } from "./ids.ts";
import type { FieldRecord, Remark } from "./mapping.ts";
import type { Notice, Party } from "./notice.ts";
import { valueOf } from "./reading.ts";

/** The suppliers of a register, made one by their number. */
export interface Suppliers {
  readonly entries: readonly RawObject[];
  readonly fields: readonly FieldRecord[];
  readonly remarks: readonly Remark[];
  /** Id of the supplier that a party of a notice became; undefined when it has no name. */
  readonly idOf: (notice: Notice, key: string) => string | undefined;
}

interface Mention {
  readonly notice: Notice;
  readonly party: Party;
}

interface Company {
  readonly id: string;
  readonly mentions: readonly Mention[];
}

/** Any one name of a text. */
export function nameOf(text: LocalText): string {
  return typeof text === "string" ? text : (text.sv ?? text.fi ?? text.en ?? "");
}

/** What makes two mentions one company: its number, with the country when it is foreign. Never the name. */
export function numberKeyOf(party: Party): string | undefined {
  const number = valueOf(party.number);
  if (number === undefined) return undefined;
  const country = number.kind === "foreign-id" ? (valueOf(party.country) ?? "") : "FI";
  return `${country}:${compactNumber(number.number)}`;
}

/** Gathers every supplier and subcontractor of the notices; the order is that of the notices. */
export function gatherSuppliers(notices: readonly Notice[]): Suppliers {
  const companies = nameCompanies(gatherMentions(notices));
  const parties = new Map(
    notices.map((notice) => [notice, new Map(notice.parties.map((party) => [party.key, party]))]),
  );
  const idOf = (notice: Notice, key: string): string | undefined => {
    const party = parties.get(notice)?.get(key);
    return party === undefined ? undefined : companies.get(identityOf({ notice, party }))?.id;
  };
  const assembled = [...companies.values()].map((company) => ({
    company,
    ...assemble({ id: company.id }, supplierFields(company, idOf)),
  }));
  return {
    entries: assembled.map(({ entry }) => entry),
    fields: assembled.flatMap(({ company, fields }) => recordsOf("supplier", company.id, fields)),
    remarks: remarksOn([...companies.values()]),
    idOf,
  };
}

function identityOf({ notice, party }: Mention): string {
  return numberKeyOf(party) ?? `${notice.path}\n${party.key}`;
}

function gatherMentions(notices: readonly Notice[]): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const notice of notices) {
    const parties = new Map(notice.parties.map((party) => [party.key, party]));
    const supplying = notice.contracts.flatMap((contract) => valueOf(contract.suppliers) ?? []);
    const below = supplying.flatMap((key) => subcontractorsBelow(parties.get(key)));
    for (const key of new Set([...supplying, ...below])) {
      const party = parties.get(key);
      if (party === undefined || valueOf(party.name) === undefined) continue;
      const identity = identityOf({ notice, party });
      const known = mentions.get(identity);
      if (known === undefined) mentions.set(identity, [{ notice, party }]);
      else known.push({ notice, party });
    }
  }
  return mentions;
}

function subcontractorsBelow(party: Party | undefined): readonly string[] {
  return party === undefined ? [] : (valueOf(party.subcontractors) ?? []);
}

function nameCompanies(
  mentions: ReadonlyMap<string, readonly Mention[]>,
): ReadonlyMap<string, Company> {
  const unique = makeUnique();
  const companies = new Map<string, Company>();
  for (const [identity, all] of mentions) {
    const party = all[0]?.party;
    if (party === undefined) continue;
    const name = nameOf(valueOf(party.name) ?? "");
    const id = companyIdOf(name, valueOf(party.number), valueOf(party.country));
    companies.set(identity, { id: unique(id), mentions: all });
  }
  return companies;
}

function supplierFields(
  company: Company,
  idOf: (notice: Notice, key: string) => string | undefined,
): readonly FieldValue[] {
  const accounts = company.mentions.map(({ notice, party }) => [
    ...identityFields(party, notice.path),
    fieldAt("country", notice.path, party.country),
    fieldAt("size", notice.path, party.size),
    fieldOf("subcontractors", notice.path, party.subcontractors, (keys) => {
      const ids = keys.map((key) => idOf(notice, key));
      const others = ids.filter((id) => id !== undefined && id !== company.id);
      const list = [...new Set(others)].map((id) => ({ supplier: id }));
      return list.length === 0 ? [] : [["subcontractors", list]];
    }),
  ]);
  return chooseFields(accounts);
}

/** The name and the number of a party, as fields of a supplier or of the organisation. */
export function identityFields(party: Party, file: string): readonly FieldValue[] {
  return [
    fieldOf("name", file, party.name, (name) => [["name", name]]),
    fieldOf<CompanyNumber>("number", file, party.number, ({ kind, number }) => [[kind, number]]),
  ];
}

function remarksOn(companies: readonly Company[]): readonly Remark[] {
  const named = companies.map(({ id, mentions }) => ({ id, names: namesIn(mentions) }));
  const otherNames = named.flatMap(({ id, names }): readonly Remark[] =>
    names.length > 1 ? [{ kind: "other-names", supplier: id, names }] : [],
  );
  const byName = new Map<string, { readonly name: string; readonly ids: string[] }>();
  for (const { id, names } of named) {
    const [name = ""] = names;
    const same = byName.get(name.toLowerCase()) ?? { name, ids: [] };
    same.ids.push(id);
    byName.set(name.toLowerCase(), same);
  }
  const sameNames = [...byName.values()].flatMap(({ name, ids }): readonly Remark[] =>
    ids.length > 1 ? [{ kind: "same-name", name, suppliers: ids }] : [],
  );
  return [...otherNames, ...sameNames];
}

function namesIn(mentions: readonly Mention[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { party } of mentions) {
    const name = nameOf(valueOf(party.name) ?? "");
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}
