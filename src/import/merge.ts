import { byCodeUnits } from "../model/values.ts";
import type { LocalText, Raw, RawObject } from "../model/values.ts";
import { gatherSuppliers, identityFields, nameOf, numberKeyOf } from "./companies.ts";
import type { Suppliers } from "./companies.ts";
import { fieldsOfContract } from "./contract-fields.ts";
import { assemble, chooseFields, fieldOf, recordsOf } from "./field-value.ts";
import type { FieldValue } from "./field-value.ts";
import { companyIdOf, contractIdOf, makeUnique } from "./ids.ts";
import type { FieldRecord, Remark } from "./mapping.ts";
import type { Notice, Party } from "./notice.ts";
import { derived, taken, valueOf } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { joinUpdates } from "./updates.ts";
import type { ContractMention, ContractMentions } from "./updates.ts";

/** Many notices as one register value, with what became of each field. */
export interface Merged {
  readonly register: RawObject;
  readonly fields: readonly FieldRecord[];
  readonly remarks: readonly Remark[];
}

/** A buyer, and every contract that names it. */
interface Buyer {
  readonly identity: string;
  readonly mentions: { readonly party: Party; readonly file: string }[];
}

/**
 * Makes one register of notices. The same notices give the same register in whatever order they come.
 * The organisation is the buyer with most contracts, the first of equals; another buyer's name stands
 * as the unit of its contracts.
 */
export function mergeNotices(given: readonly Notice[]): Merged {
  const notices = given.toSorted((left, right) => byCodeUnits(left.path, right.path));
  const suppliers = gatherSuppliers(notices);
  const groups = joinUpdates(notices);
  const organisation = chooseBuyer(groups);
  const contracts = mergeContracts(groups, suppliers, organisation?.identity);
  const head = organisation === undefined ? undefined : assembleBuyer(organisation);
  return {
    register: {
      kind: "register",
      version: 1,
      ...(head === undefined ? {} : { organisation: head.entry }),
      suppliers: suppliers.entries,
      contracts: contracts.entries,
    },
    fields: [...(head?.fields ?? []), ...suppliers.fields, ...contracts.fields],
    remarks: [...contracts.remarks, ...suppliers.remarks],
  };
}

function buyerOf({ notice, contract }: ContractMention): Party | undefined {
  const buyer = notice.parties.find((party) => party.key === contract.buyer);
  return buyer === undefined || valueOf(buyer.name) === undefined ? undefined : buyer;
}

/** A buyer without a number is known by its name and country: it is one of few, and no supplier. */
function buyerIdentity(party: Party): string {
  const name = nameOf(valueOf(party.name) ?? "").toLowerCase();
  return numberKeyOf(party) ?? `${valueOf(party.country) ?? ""}\n${name}`;
}

function chooseBuyer(groups: readonly ContractMentions[]): Buyer | undefined {
  const buyers = new Map<string, Buyer>();
  for (const mention of groups.flat()) {
    const party = buyerOf(mention);
    if (party === undefined) continue;
    const identity = buyerIdentity(party);
    const buyer = buyers.get(identity) ?? { identity, mentions: [] };
    buyer.mentions.push({ party, file: mention.notice.path });
    buyers.set(identity, buyer);
  }
  return [...buyers.values()].toSorted(
    (left, right) => right.mentions.length - left.mentions.length,
  )[0];
}

function assembleBuyer(buyer: Buyer): { entry: RawObject; fields: readonly FieldRecord[] } {
  const accounts = buyer.mentions.map(({ party, file }) =>
    identityFields(party, file).map((field) => ({
      ...field,
      // An organisation has no number of another country in the format: it is kept beside.
      writes: field.writes.map(
        ([path, value]) => [path === "foreign-id" ? "x-foreign-id" : path, value] as const,
      ),
    })),
  );
  const first = buyer.mentions[0]?.party;
  const id = companyIdOf(
    first === undefined ? "" : nameOf(valueOf(first.name) ?? ""),
    first === undefined ? undefined : valueOf(first.number),
    first === undefined ? undefined : valueOf(first.country),
  );
  const { entry, fields } = assemble({ id }, chooseFields(accounts));
  return { entry, fields: recordsOf("organisation", id, fields) };
}

function mergeContracts(
  groups: readonly ContractMentions[],
  suppliers: Suppliers,
  organisation: string | undefined,
): { entries: readonly RawObject[]; fields: readonly FieldRecord[]; remarks: readonly Remark[] } {
  const unique = makeUnique();
  const entries: RawObject[] = [];
  const fields: FieldRecord[] = [];
  const remarks: Remark[] = [];
  for (const mentions of groups) {
    const oldest = mentions.at(-1);
    if (oldest === undefined) continue;
    const { notice, contract } = oldest;
    const chosen = chooseFields(
      mentions.map((mention) =>
        fieldsOfContract(
          mention.contract,
          mention.notice.path,
          (key) => suppliers.idOf(mention.notice, key),
          unitOf(mention, organisation),
        ),
      ),
    );
    if (!chosen.some(({ field, writes }) => field === "title" && writes.length > 0)) {
      remarks.push({ kind: "contract-without-title", file: notice.path, key: contract.key });
      continue;
    }
    const id = unique(contractIdOf(contract.reference, notice.number, contract.key));
    const assembled = assemble({ id }, chosen);
    entries.push(assembled.entry);
    fields.push(...recordsOf("contract", id, [idField(id, oldest), ...assembled.fields]));
    remarks.push(...remarksOn(id, mentions, organisation));
  }
  return { entries, fields, remarks };
}

/** Where the id came from; it is not written by way of a field. */
function idField(id: string, { notice, contract }: ContractMention): FieldValue {
  const { reference } = contract;
  const named = contractIdOf(reference, notice.number, contract.key);
  const own = named !== contractIdOf(undefined, notice.number, contract.key);
  const from = own ? contract.referenceFrom : contract.key;
  const reading: Reading<string> =
    own && reference === id
      ? taken(id, from)
      : derived(id, from, own ? "id-from-reference" : "id-from-notice");
  return fieldOf("id", notice.path, reading, () => [["id", id]]);
}

function unitOf(
  mention: ContractMention,
  organisation: string | undefined,
): Reading<Raw> | undefined {
  const buyer = buyerOf(mention);
  if (buyer === undefined || buyerIdentity(buyer) === organisation) return undefined;
  const name: LocalText = valueOf(buyer.name) ?? "";
  return derived(name, "from" in buyer.name ? buyer.name.from : "", "other-buyer");
}

function remarksOn(
  id: string,
  mentions: ContractMentions,
  organisation: string | undefined,
): readonly Remark[] {
  const [latest] = mentions;
  const buyer = latest === undefined ? undefined : buyerOf(latest);
  const units: readonly Remark[] =
    buyer === undefined || buyerIdentity(buyer) === organisation
      ? []
      : [{ kind: "buyer-as-unit", contract: id, buyer: nameOf(valueOf(buyer.name) ?? "") }];
  const updates = mentions.slice(0, -1).map((mention): Remark => ({
    kind: "contract-updated",
    contract: id,
    file: mention.notice.path,
  }));
  return [...units, ...updates];
}
