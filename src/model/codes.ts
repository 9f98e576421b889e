/** `error`: cannot be read or contradicts itself; `warning`: probably not meant; `note`: worth knowing. */
export type DiagnosticClass = "error" | "warning" | "note";

interface CodeDefinition {
  readonly name: string;
  readonly class: DiagnosticClass;
  readonly params: readonly string[];
}

/**
 * Every diagnostic the tool can give, once. Y: the YAML text. S: its shape. R: the register's
 * meaning. C: catalogue and policy. F: files and the run. Codes retire, they never return.
 * The sentences are in `templates/wording`, one for each code and language, with these parameters.
 */
export const CODES = {
  Y001: { name: "yaml-syntax", class: "error", params: ["problem"] },
  Y002: { name: "tab-indentation", class: "error", params: [] },
  Y003: { name: "duplicate-key", class: "error", params: ["key"] },
  Y004: { name: "merge-key", class: "error", params: [] },
  Y005: { name: "several-documents", class: "error", params: [] },
  Y006: { name: "unknown-tag", class: "error", params: ["tag"] },
  Y007: { name: "alias-explosion", class: "error", params: ["limit"] },
  Y008: { name: "unquoted-colon", class: "error", params: ["text"] },
  Y009: { name: "control-character", class: "error", params: ["character"] },
  Y010: { name: "not-utf-8", class: "error", params: [] },
  Y011: { name: "too-deep", class: "error", params: ["limit"] },
  Y012: { name: "text-cut-by-comment", class: "warning", params: ["text"] },
  Y013: { name: "unknown-anchor", class: "error", params: ["anchor"] },
  Y014: { name: "file-too-large", class: "error", params: ["limit"] },
  Y015: { name: "key-not-text", class: "error", params: [] },
  Y016: { name: "yaml-directive", class: "error", params: ["directive"] },
  Y017: { name: "empty-file", class: "error", params: [] },
  Y018: { name: "unclosed-quote", class: "error", params: [] },

  S001: { name: "unknown-key", class: "error", params: ["key", "suggestion"] },
  S002: { name: "wrong-type", class: "error", params: ["expected", "found"] },
  S003: { name: "not-in-list", class: "error", params: ["value", "allowed", "suggestion"] },
  S004: { name: "missing-key", class: "error", params: ["key"] },
  S005: { name: "number-for-text", class: "error", params: ["source"] },
  S006: { name: "sentinel", class: "error", params: ["value"] },
  S007: { name: "unit-missing", class: "error", params: ["value", "example"] },
  S008: { name: "wrong-unit", class: "error", params: ["value", "expected"] },
  S009: { name: "no-such-date", class: "error", params: ["value"] },
  S010: { name: "not-a-date", class: "error", params: ["value"] },
  S011: { name: "leading-zero", class: "error", params: ["source", "read"] },
  S012: { name: "clock-like", class: "error", params: ["value"] },
  S013: { name: "out-of-range", class: "error", params: ["value", "limit"] },
  S014: { name: "not-an-id", class: "error", params: ["value"] },
  S015: { name: "empty-list", class: "error", params: [] },
  S016: { name: "not-applicable-without-reason", class: "error", params: [] },
  S017: { name: "country-read-as-no", class: "error", params: ["source"] },
  S018: { name: "not-a-share", class: "error", params: ["value"] },
  S019: { name: "same-twice", class: "error", params: ["value"] },
  S020: { name: "unknown-kind", class: "error", params: ["value", "suggestion"] },
  S021: { name: "unknown-version", class: "error", params: ["value"] },
  S022: { name: "empty-text", class: "error", params: [] },
  S023: { name: "unquoted-country-no", class: "warning", params: [] },
  S024: { name: "kind-missing", class: "error", params: [] },

  R001: { name: "unknown-reference", class: "error", params: ["kind", "id", "suggestion"] },
  R002: { name: "duplicate-id", class: "error", params: ["kind", "id"] },
  R003: { name: "ids-almost-equal", class: "error", params: ["kind", "id", "other"] },
  R004: { name: "business-id-impossible", class: "error", params: ["value"] },
  R005: { name: "business-id-check-digit", class: "error", params: ["value", "digit"] },
  R006: { name: "cpv-check-digit", class: "warning", params: ["value", "digit"] },
  R007: { name: "cpv-unknown", class: "warning", params: ["value"] },
  R008: { name: "country-unknown", class: "error", params: ["value", "suggestion"] },
  R009: { name: "currency-unknown", class: "error", params: ["value", "suggestion"] },
  R010: { name: "shares-above-whole", class: "error", params: ["sum"] },
  R011: { name: "refers-to-itself", class: "error", params: ["relation", "id"] },
  R012: { name: "parent-cycle", class: "error", params: ["path"] },
  R013: { name: "dependence-cycle", class: "warning", params: ["path"] },
  R014: { name: "end-before-start", class: "error", params: ["start", "end"] },
  R015: { name: "option-beyond-notice", class: "error", params: ["decide-by", "last-day"] },
  R016: { name: "override-without-reason", class: "error", params: ["key"] },
  R017: { name: "acceptance-without-end", class: "error", params: ["criterion"] },
  R018: { name: "acceptance-expired", class: "warning", params: ["criterion", "until"] },
  R019: { name: "evidence-in-future", class: "error", params: ["date", "today"] },
  R020: { name: "personal-identity-code", class: "error", params: [] },
  R021: { name: "organisation-twice", class: "error", params: [] },
  R022: { name: "option-undecided", class: "note", params: ["decide-by"] },
  R023: { name: "organisation-missing", class: "warning", params: [] },
  R024: { name: "dated-later", class: "note", params: ["count", "as-of"] },
  R025: { name: "several-currencies", class: "note", params: ["currencies"] },
  R026: { name: "contracts-ended", class: "note", params: ["count"] },
  R027: { name: "acceptance-unused", class: "warning", params: ["subject", "criterion"] },

  C001: { name: "unknown-field", class: "error", params: ["field", "suggestion"] },
  C002: { name: "unknown-fact", class: "error", params: ["fact", "suggestion"] },
  C003: { name: "id-not-file-name", class: "error", params: ["id", "name"] },
  C004: { name: "condition-without-test", class: "error", params: [] },
  C005: { name: "unknown-scale", class: "error", params: ["scale", "suggestion"] },
  C006: { name: "operand-of-wrong-kind", class: "error", params: ["field", "expected", "found"] },
  C007: { name: "unknown-profile", class: "error", params: ["profile", "suggestion"] },
  C008: { name: "document-twice", class: "error", params: ["kind"] },
  C009: { name: "unknown-remedy", class: "error", params: ["clause", "suggestion"] },
  C010: { name: "kind-not-read-yet", class: "note", params: ["kind"] },
  C011: { name: "word-not-for-field", class: "error", params: ["word", "field"] },

  F001: { name: "no-such-file", class: "error", params: ["path"] },
  F002: { name: "cannot-read", class: "error", params: ["path", "reason"] },
  F003: { name: "cannot-write", class: "error", params: ["path", "reason"] },
  F004: { name: "disk-full", class: "error", params: ["path"] },
  F005: { name: "exists-already", class: "error", params: ["path"] },
  F006: { name: "not-a-plain-file", class: "error", params: ["path", "what"] },
  F007: { name: "link-out-of-folder", class: "error", params: ["path"] },
  F008: { name: "nothing-read", class: "error", params: ["path"] },
  F009: { name: "no-contracts", class: "error", params: [] },
  F010: { name: "too-many-files", class: "error", params: ["limit"] },
  F011: { name: "not-a-notice", class: "error", params: ["path", "reason"] },
  F012: { name: "nothing-imported", class: "error", params: [] },

  U001: { name: "unknown-option", class: "error", params: ["option", "suggestion"] },
  U002: { name: "unknown-command", class: "error", params: ["command", "suggestion"] },
  U003: { name: "missing-argument", class: "error", params: ["argument"] },
  U004: { name: "too-many-arguments", class: "error", params: [] },
  U005: { name: "bad-option-value", class: "error", params: ["option", "value", "allowed"] },
  U006: { name: "option-without-value", class: "error", params: ["option"] },
  U007: { name: "unknown-subject", class: "error", params: ["id", "suggestion"] },
  U008: { name: "ambiguous-subject", class: "error", params: ["id", "choices"] },
  U009: { name: "no-gaps", class: "note", params: ["contract", "unknown"] },
  U010: { name: "no-gaps-anywhere", class: "note", params: ["unknown"] },
  U012: { name: "output-needed", class: "error", params: ["formats"] },
  U011: {
    name: "value-refused",
    class: "error",
    params: ["clause", "parameter", "value", "because"],
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>;

export type Code = keyof typeof CODES;

export type Param = string | number | readonly string[];

export type CodeParams<C extends Code> = Readonly<
  Record<(typeof CODES)[C]["params"][number], Param>
>;
