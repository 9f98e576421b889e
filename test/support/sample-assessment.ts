import type {
  Assessment,
  Classification,
  ContractAssessment,
  Finding,
  Judgement,
  Preparedness,
} from "../../src/model/assessment.ts";
import type { CriticalityClass } from "../../src/model/classes.ts";
import type { Criterion, Level, Severity, Source, Verdict } from "../../src/model/criterion.ts";
import type { Place } from "../../src/model/diagnostic.ts";
import type { Priority } from "../../src/model/profile.ts";
import type { Contract } from "../../src/model/register.ts";
import type { Bounds, Day, LocalText } from "../../src/model/values.ts";

/** A title that every output must treat as plain text. */
export const HOSTILE_TITLE = '<script>alert(1)</script> {count} **x** | $(id)\n# second "line"';

const FILE = "register.yaml";

function day(written: string): Day {
  return written as Day;
}

function place(pointer: string): Place {
  return { file: FILE, pointer, part: "value" };
}

const LAW: Source = {
  act: "Law 1/2020",
  section: "2 §",
  url: "https://www.finlex.fi/law-1-2020",
  checked: day("2026-11-01"),
  mark: "V",
};
const OLD_LAW: Source = {
  ...LAW,
  act: "Law 9/1999",
  section: undefined,
  url: undefined,
  mark: "V-old",
};
const PROPOSAL: Source = {
  act: "Proposal",
  section: undefined,
  url: undefined,
  checked: undefined,
  mark: "D",
};

function criterion(
  id: string,
  level: Level,
  statutory: boolean,
  sources: readonly Source[],
): readonly [string, Criterion] {
  const text = { title: `Title of ${id}.`, why: `Why ${id}.`, do: `Do ${id}.`, ask: `Ask ${id}?` };
  return [
    id,
    {
      id,
      version: "1.0.0",
      group: "contract-terms",
      level,
      situations: ["N", "E"],
      severity: { K1: "low", K2: "medium", K3: "high", K4: "critical" },
      weightFactor: 1,
      statutory,
      applies: undefined,
      met: { join: "all", of: [] },
      partial: undefined,
      proof: {
        kind: { K1: "document", K2: "document", K3: "document", K4: "document" },
        valid: { K1: null, K2: null, K3: 24, K4: 12 },
        of: undefined,
        strictAt: [],
      },
      gaps: [],
      remedy: { clauses: [], effort: 1 },
      sources,
      text: { sv: text, fi: text, en: text },
      examples: [],
    },
  ];
}

/** Six criteria, of every level; one is statutory, and two sources are unverified. */
export const SAMPLE_CRITERIA: ReadonlyMap<string, Criterion> = new Map([
  criterion("disruption-notice", "contract", false, [LAW, PROPOSAL]),
  criterion("buffer-stock", "contract", false, [PROPOSAL]),
  criterion("data-agreement", "contract", true, [OLD_LAW]),
  criterion("supplier-continuity", "supplier", false, [PROPOSAL]),
  criterion("org-policy", "organisation", false, [LAW]),
  criterion("portfolio-concentration", "portfolio", false, [LAW]),
]);

function judgement(
  id: string,
  verdict: Verdict,
  severity: Severity | undefined,
  more: Partial<Judgement> = {},
): Judgement {
  const credit: Record<Verdict, Bounds> = {
    met: { low: 1, high: 1 },
    "not-met": { low: 0, high: 0 },
    unknown: { low: 0, high: 1 },
    "not-applicable": { low: 0, high: 0 },
  };
  return {
    criterion: id,
    verdict,
    partial: false,
    stale: false,
    weak: false,
    accepted: false,
    because: undefined,
    severity,
    weight: 8,
    credit: credit[verdict],
    evidence: [],
    blanks: [],
    dependsOnClass: undefined,
    ...more,
  };
}

function preparedness(bounds: Bounds, grade: 1 | 2 | 3 | 4, gradeKnown = true): Preparedness {
  const score = { bounds, unknownShare: 1 / 7 };
  return {
    ...score,
    grade,
    gradeKnown,
    situations: { N: score, E: undefined },
    groups: new Map([
      ["contract-terms", score],
      ["own-group", undefined],
    ]),
  };
}

function contract(id: string, title: LocalText, more: Partial<Contract> = {}): Contract {
  return {
    id,
    raw: {},
    place: place(`/contracts/${id}`),
    title,
    stage: "in-force",
    type: "goods",
    also: [],
    suppliers: [{ supplier: "nordrenal", share: undefined, rank: undefined }],
    requires: [],
    accepted: [],
    unit: undefined,
    ...more,
  };
}

function classification(
  low: CriticalityClass,
  high: CriticalityClass,
  rows: readonly [string, string],
  more: Partial<Classification> = {},
): Classification {
  return {
    decided: { low, high },
    computed: { low, high },
    rows: { low: rows[0], high: rows[1] },
    tableRows: { low: rows[0], high: rows[1] },
    inheritedFrom: [],
    override: undefined,
    decisive: [],
    stale: false,
    ...more,
  };
}

function accept(id: string, until: string) {
  return {
    criterion: id,
    because: `Accepted because of ${id}.`,
    by: "board",
    until: day(until),
    place: place(`/accepted/${id}`),
  };
}

const DIALYSIS: ContractAssessment = {
  contract: contract(
    "NS-2024-031",
    { sv: "Dialysförnödenheter" },
    { raw: { criticality: { assessed: { date: "2026-02-11", by: "contract owner" } } } },
  ),
  classification: classification("K4", "K4", ["R2", "R2"]),
  preparedness: preparedness({ low: 22 / 56, high: 36 / 56 }, 2),
  residual: undefined,
  judgements: [
    judgement("buffer-stock", "met", "critical", { evidence: [place("/contracts/0/stock")] }),
    judgement("disruption-notice", "not-met", "critical", {
      partial: true,
      credit: { low: 0.5, high: 0.5 },
      evidence: [place("/contracts/0/clauses/disruption-notice")],
    }),
    judgement("data-agreement", "not-applicable", undefined, { because: "No personal data." }),
  ],
  supplierJudgements: [
    { ...judgement("supplier-continuity", "unknown", "critical"), supplier: "nordrenal" },
  ],
  priority: { low: "P1", high: "P1", row: 2 },
  vitalFunctions: [],
  actions: ["exit-plan-2027"],
  value: { perYear: 600000, currency: "EUR" },
};

const HOSTILE: ContractAssessment = {
  contract: contract("NS-2025-007", HOSTILE_TITLE, {
    accepted: [accept("buffer-stock", "2027-12-31")],
  }),
  classification: classification("K2", "K3", ["R8", "R6"], {
    decisive: ["criticality.mtpd", "criticality.alternative.ready"],
    computed: { low: "K3", high: "K3" },
    override: {
      class: "K2",
      because: "Bought elsewhere.",
      by: "head of procurement",
      approvedBy: undefined,
      effective: false,
    },
  }),
  preparedness: preparedness({ low: 0.3, high: 0.8 }, 1, false),
  residual: undefined,
  judgements: [
    judgement("disruption-notice", "unknown", "high", {
      dependsOnClass: { K2: "met", K3: "not-met" },
      blanks: ["clauses.disruption-notice"],
    }),
    judgement("buffer-stock", "not-met", "high", {
      accepted: true,
      because: "Accepted because of buffer-stock.",
    }),
    judgement("data-agreement", "not-met", "high"),
  ],
  supplierJudgements: [],
  priority: { low: "P1", high: "P3", row: 1 },
  vitalFunctions: [],
  actions: [],
  value: { perYear: undefined, currency: "EUR" },
};

const ORDINARY: ContractAssessment = {
  contract: contract("NS-2025-009", { fi: "Toimistotarvikkeet", en: "Office supplies" }),
  classification: classification("K1", "K1", ["R9", "R9"]),
  preparedness: preparedness({ low: 0.875, high: 1 }, 4),
  residual: undefined,
  judgements: [
    judgement("disruption-notice", "met", "low", { stale: true, credit: { low: 0.5, high: 1 } }),
    judgement("buffer-stock", "not-applicable", undefined),
    judgement("data-agreement", "met", "low"),
  ],
  supplierJudgements: [],
  priority: { low: "P4", high: "P4", row: 9 },
  vitalFunctions: [],
  actions: [],
  value: { perYear: undefined, currency: "EUR" },
};

function finding(
  rank: number,
  kind: Finding["kind"],
  subject: string | undefined,
  priority: readonly [Priority, Priority, number],
  more: Partial<Finding> = {},
): Finding {
  return {
    rank,
    kind,
    level: "contract",
    subject,
    criterion: undefined,
    severity: undefined,
    partial: false,
    priority: { low: priority[0], high: priority[1], row: priority[2] },
    statutory: false,
    gain: 0,
    clauses: [],
    blanks: [],
    evidence: [],
    ...more,
  };
}

const FINDINGS: readonly Finding[] = [
  finding(1, "not-met", "NS-2025-007", ["P1", "P1", 1], {
    criterion: "data-agreement",
    severity: "high",
    statutory: true,
  }),
  finding(2, "not-met", "NS-2024-031", ["P1", "P1", 2], {
    criterion: "disruption-notice",
    severity: "critical",
    partial: true,
    clauses: ["disruption-notice", "change-clause"],
  }),
  finding(3, "unknown", "nordrenal", ["P1", "P1", 3], {
    level: "supplier",
    criterion: "supplier-continuity",
    severity: "critical",
    blanks: ["continuity.management"],
  }),
  finding(4, "class-undecided", "NS-2025-007", ["P2", "P2", 7], {
    blanks: ["criticality.mtpd", "criticality.alternative.ready"],
  }),
  finding(5, "unknown", "NS-2025-007", ["P2", "P4", 6], {
    criterion: "disruption-notice",
    severity: "high",
    blanks: ["clauses.disruption-notice"],
  }),
  finding(6, "not-met", "norrskar", ["P4", "P4", 9], {
    level: "organisation",
    criterion: "org-policy",
    severity: "high",
  }),
  finding(7, "stale", "NS-2025-009", ["P4", "P4", 9], {
    criterion: "disruption-notice",
    severity: "low",
  }),
  finding(8, "acceptance-expired", "nordrenal", ["P4", "P4", 9], {
    level: "supplier",
    criterion: "supplier-continuity",
  }),
];

const NONE = { met: 0, notMet: 0, unknown: 0, notApplicable: 0, accepted: 0 };

/**
 * Three contracts (K4; K2 or K3, with a hostile title; K1) and one that has ended, two suppliers and
 * eight findings. Written by hand: its sums are those of its parts, counted on paper.
 */
export const SAMPLE_ASSESSMENT: Assessment = {
  asOf: day("2026-11-24"),
  provenance: {
    toolVersion: "1.0.0",
    catalogueVersion: "1.0.0",
    catalogueDigest: "sha256:0123abcd",
    profile: "standard",
    overrides: [
      {
        kind: "criterion",
        id: "org-policy",
        what: "adjusted",
        changes: ["severity"],
        because: "Own rules.",
        by: "lawyer",
        until: day("2027-12-31"),
        over: false,
        place: place("/kind"),
      },
      {
        kind: "criterion",
        id: "exit-plan",
        what: "off",
        changes: [],
        because: "Bought through others.",
        by: "board",
        until: day("2026-06-30"),
        over: true,
        place: place("/kind"),
      },
    ],
    inputs: [{ path: FILE, sha256: "feed" }],
  },
  organisation: {
    id: "norrskar",
    raw: {},
    place: place("/organisation"),
    name: { sv: "Norrskärs välfärdsområde", fi: "Pohjoiskarin hyvinvointialue" },
    accepted: [],
  },
  organisationJudgements: [judgement("org-policy", "not-met", "high")],
  organisationPreparedness: preparedness({ low: 0, high: 0 }, 1),
  contracts: [ORDINARY, HOSTILE, DIALYSIS],
  ended: [
    contract("NS-2019-001", "Old contract", {
      stage: "ended",
      accepted: [accept("disruption-notice", "2020-01-31")],
    }),
  ],
  suppliers: [
    {
      supplier: {
        id: "nordrenal",
        raw: {},
        place: place("/suppliers/0"),
        name: "Nordrenal Ab",
        parent: undefined,
        accepted: [accept("supplier-continuity", "2026-01-31")],
      },
      class: { low: "K4", high: "K4" },
      judgements: [
        judgement("supplier-continuity", "unknown", "critical", {
          blanks: ["continuity.management"],
        }),
      ],
      preparedness: preparedness({ low: 0, high: 1 }, 1, false),
    },
    {
      supplier: {
        id: "kemtekno",
        raw: {},
        place: place("/suppliers/1"),
        name: "Kemtekno Oy",
        parent: undefined,
        accepted: [],
      },
      class: undefined,
      judgements: [judgement("supplier-continuity", "not-applicable", undefined)],
      preparedness: undefined,
    },
  ],
  portfolioJudgements: [
    judgement("portfolio-concentration", "not-applicable", undefined, {
      because: "Fewer than five critical contracts.",
    }),
  ],
  classes: {
    K1: { low: 1, high: 1 },
    K2: { low: 0, high: 1 },
    K3: { low: 0, high: 1 },
    K4: { low: 1, high: 1 },
  },
  preparednessByClass: {
    K1: { low: 0.875, high: 1 },
    K2: { low: 0.8, high: 0.8 },
    K3: { low: 0.5, high: 0.75 },
    K4: { low: 22 / 56, high: 36 / 56 },
  },
  findings: FINDINGS,
  counts: { met: 3, notMet: 3, unknown: 2, notApplicable: 4, accepted: 1 },
  coverage: new Map([
    ["disruption-notice", { ...NONE, met: 1, notMet: 1, unknown: 1 }],
    ["buffer-stock", { ...NONE, met: 1, notApplicable: 1, accepted: 1 }],
    ["data-agreement", { ...NONE, met: 1, notMet: 1, notApplicable: 1 }],
    ["supplier-continuity", { ...NONE, unknown: 1, notApplicable: 1 }],
    ["org-policy", { ...NONE, notMet: 1 }],
    ["portfolio-concentration", { ...NONE, notApplicable: 1 }],
  ]),
  notes: [
    { code: "R024", params: { count: 1, "as-of": "2026-11-24" } },
    { code: "R025", params: { currencies: ["EUR", "SEK"] } },
    { code: "R026", params: { count: 1 } },
  ],
};

/** An organisation without contracts, suppliers or answers. */
export const EMPTY_ASSESSMENT: Assessment = {
  ...SAMPLE_ASSESSMENT,
  organisationJudgements: [],
  organisationPreparedness: undefined,
  contracts: [],
  ended: [],
  suppliers: [],
  portfolioJudgements: [],
  classes: {
    K1: { low: 0, high: 0 },
    K2: { low: 0, high: 0 },
    K3: { low: 0, high: 0 },
    K4: { low: 0, high: 0 },
  },
  preparednessByClass: { K1: undefined, K2: undefined, K3: undefined, K4: undefined },
  findings: [],
  counts: NONE,
  coverage: new Map(),
  notes: [],
};
