import { parseDay } from "../model/values.ts";
import { allAt, attributeOf, childrenOf, firstAt, textAt, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import type { Announcement, Notice, NoticeContract, NoticeReading, Party } from "./notice.ts";
import { readTedContract } from "./ted-contract.ts";
import { tedNumber } from "./ted-number.ts";
import { byLotNumber, contractorsIn, readBuyers, readTedParty } from "./ted-source.ts";
import type { TedSource } from "./ted-source.ts";

/** Forms that can hold awarded contracts. */
const AWARD_FORMS = new Set(["F03", "F06", "F15", "F20", "F21", "F22", "F23", "F25"]);
const FORM = /^(F\d{2})_\d{4}$/u;
/** A notice with several originals, as the Union's own, is read in one of our languages. */
const OURS = new Set(["SV", "FI", "EN"]);
const OLD_VERSION = /^R2\.0\.[0-8]/u;

/** True when the root is that of TED's own XML, of whatever version. */
export function isTed(root: Element): boolean {
  return root.name === "TED_EXPORT";
}

/** Reads a notice of TED XML R2.0.9 with awarded contracts; R2.0.8 and other forms are refused by name. */
export function readTed(path: string, root: Element): NoticeReading {
  const forms = allAt(root, "FORM_SECTION").flatMap((section) => childrenOf(section));
  const originals = forms.filter((one) => attributeOf(one, "CATEGORY") === "ORIGINAL");
  const form =
    originals.find((one) => OURS.has(attributeOf(one, "LG") ?? "")) ?? originals[0] ?? forms[0];
  if (form === undefined) return { ok: false, reason: "not-a-notice", form: undefined };
  const name = FORM.exec(form.name)?.[1];
  if (name === undefined) {
    const version = attributeOf(form, "VERSION") ?? attributeOf(root, "VERSION") ?? "";
    const reason = OLD_VERSION.test(version) ? "ted-r208" : "not-a-notice";
    return { ok: false, reason, form: form.name };
  }
  const awards = childrenOf(form, "AWARD_CONTRACT");
  if (!AWARD_FORMS.has(name) || awards.length === 0) {
    return { ok: false, reason: "not-an-award-notice", form: name };
  }
  return { ok: true, notice: readNotice(path, openSource(root, form, name), awards) };
}

function openSource(root: Element, form: Element, name: string): TedSource {
  const object = firstAt(form, "OBJECT_CONTRACT");
  const lots = childrenOf(object, "OBJECT_DESCR");
  return {
    root,
    form,
    name,
    object,
    lots,
    lotsByNumber: byLotNumber(lots),
    modified: firstAt(form, "MODIFICATIONS_CONTRACT", "DESCRIPTION_PROCUREMENT"),
  };
}

function readNotice(path: string, source: TedSource, awards: readonly Element[]): Notice {
  const buyers = readBuyers(source);
  const announcement = readAnnouncement(source);
  const shared = { buyer: buyers[0]?.key, announcement };
  const contractors: Party[] = [];
  const contracts: NoticeContract[] = [];
  for (const award of awards) {
    const awarded = firstAt(award, "AWARDED_CONTRACT");
    if (awarded === undefined) continue;
    const changed = contractorsIn(source.modified);
    const found = (changed.length > 0 ? changed : contractorsIn(awarded)).flatMap((contractor) => {
      const address = firstAt(contractor, "ADDRESS_CONTRACTOR");
      return address === undefined ? [] : [{ contractor, address }];
    });
    const parties = found.map(({ contractor, address }, index) =>
      readTedParty(address, contractor, `contractor-${String(contractors.length + index + 1)}`),
    );
    contractors.push(...parties);
    const keys = parties.map((party) => party.key);
    contracts.push(readTedContract(award, contracts.length + 1, keys, source, shared));
  }
  const number = announcement.ted ?? "notice";
  return {
    path,
    form: source.name,
    identifier: announcement.ted ?? path,
    version: "",
    number,
    changes: source.name === "F20",
    links: linksOf(source, announcement),
    parties: [...buyers, ...contractors],
    contracts,
    lotsWithoutContract: awards.length - contracts.length,
  };
}

/** The notice itself and the earlier ones of the same procedure. */
function linksOf(source: TedSource, announcement: Announcement): readonly string[] {
  const earlier = allAt(source.form, "PROCEDURE", "NOTICE_NUMBER_OJ").map((number) =>
    tedNumber(textOf(number)),
  );
  return [announcement.ted, ...earlier].filter((number) => number !== undefined);
}

function readAnnouncement(source: TedSource): Announcement {
  const coded = firstAt(source.root, "CODED_DATA_SECTION");
  const published = textAt(coded, "REF_OJS", "DATE_PUB")?.replace(
    /^(\d{4})(\d{2})(\d{2})$/u,
    "$1-$2-$3",
  );
  const dispatched = textAt(source.form, "COMPLEMENTARY_INFO", "DATE_DISPATCH_NOTICE");
  return {
    ted:
      tedNumber(attributeOf(source.root, "DOC_ID")) ??
      tedNumber(textAt(coded, "NOTICE_DATA", "NO_DOC_OJS")),
    eforms: undefined,
    date: parseDay(published ?? dispatched ?? ""),
  };
}
