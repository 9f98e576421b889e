import type { ContractType } from "../model/register.ts";
import type { Day, LocalText } from "../model/values.ts";
import type { CompanyNumber } from "./business-id.ts";
import type { Reading } from "./reading.ts";

/** A sum of money; the currency is ISO 4217. */
export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

/** An organisation that a notice names: a buyer, a supplier or a subcontractor. */
export interface Party {
  /** Its name inside the notice, so that two mentions of one organisation meet. */
  readonly key: string;
  readonly name: Reading<LocalText>;
  readonly number: Reading<CompanyNumber>;
  readonly country: Reading<string>;
  readonly size: Reading<"micro" | "small" | "medium" | "large">;
  /** Keys of the parties that work under it. */
  readonly subcontractors: Reading<readonly string[]>;
}

/** The procedures of the register that a notice can tell. */
export type NoticeProcedure =
  | "open"
  | "restricted"
  | "negotiated"
  | "competitive-dialogue"
  | "innovation-partnership"
  | "direct-award"
  | "other";

/** The kinds of framework agreement that a notice can tell; `none` when it says there is none. */
export type NoticeFramework =
  "none" | "single-supplier" | "mini-competition" | "mixed" | "dynamic-purchasing-system";

/** The end of a contract: a day, or known to have none. */
export type NoticeEnd = Day | "open-ended";

/** Where and when a contract was announced. */
export interface Announcement {
  /** Number in TED as `580342-2021`. */
  readonly ted: string | undefined;
  /** Identifier of the notice in eForms. */
  readonly eforms: string | undefined;
  readonly date: Day | undefined;
}

/** One contract of a notice: what was read of each field of the register. */
export interface NoticeContract {
  /** Its name inside the notice. */
  readonly key: string;
  /** The organisation's own reference, undefined when the notice has none. */
  readonly reference: string | undefined;
  /** Where the notice has, or would have, the reference. */
  readonly referenceFrom: string;
  /** Key of the party that buys. */
  readonly buyer: string | undefined;
  readonly title: Reading<LocalText>;
  readonly diary: Reading<string>;
  readonly stage: Reading<"in-force">;
  readonly type: Reading<ContractType>;
  /** Keys of parties. */
  readonly suppliers: Reading<readonly string[]>;
  readonly cpv: Reading<readonly string[]>;
  readonly procedure: Reading<NoticeProcedure>;
  readonly tendersReceived: Reading<number>;
  readonly joint: Reading<"joint" | "central-purchasing-body">;
  readonly annexE: Reading<"yes">;
  readonly announcement: Reading<Announcement>;
  readonly framework: Reading<NoticeFramework>;
  readonly estimated: Reading<Amount>;
  readonly total: Reading<Amount>;
  readonly exVat: Reading<"yes">;
  readonly start: Reading<Day>;
  readonly end: Reading<NoticeEnd>;
  /** Never taken: notices describe renewals in words. */
  readonly options: Reading<never>;
}

/** A notice as read: its contracts and the organisations in it, before it meets other notices. */
export interface Notice {
  readonly path: string;
  /** Name of the form: `F03`, or `eforms-29`. */
  readonly form: string;
  /** Unique name of the notice; two with the same name are two versions of one. */
  readonly identifier: string;
  /** Version of the notice, compared by code units. */
  readonly version: string;
  /** Short name that ids are made of when a contract has no reference of its own. */
  readonly number: string;
  /** True when it tells of changes to contracts that were announced before. */
  readonly changes: boolean;
  /** Names of the procedures and notices it belongs to: what a change has in common with the award. */
  readonly links: readonly string[];
  readonly parties: readonly Party[];
  readonly contracts: readonly NoticeContract[];
  /** Lots that ended without a contract. */
  readonly lotsWithoutContract: number;
}

/** Why a file gave no notice. */
export const NOTICE_REFUSALS = [
  "not-a-notice",
  "not-an-award-notice",
  "ted-r208",
  "other-kind-of-notice",
  "newer-version-read",
  "same-notice-twice",
] as const;
/** One reason why a file gave no notice. */
export type NoticeRefusal = (typeof NOTICE_REFUSALS)[number];

/** A notice, or the reason why there is none, with the name of the form where it has one. */
export type NoticeReading =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly reason: NoticeRefusal; readonly form: string | undefined };
