// A register of any size, the same for the same number of contracts: prose with å, ä, ö, comments,
// flow maps and folded text, as people write it, and one faulty contract in a thousand.

/** One supplier for so many contracts. */
const CONTRACTS_PER_SUPPLIER = 5;
/** One contract of so many is faulty; small registers hold one. */
const CONTRACTS_PER_FAULT = 1000;

const GOODS = [
  "Livsmedel",
  "Läkemedel",
  "Förbandsmaterial",
  "Drivmedel",
  "Nätverksutrustning",
  "Arbetskläder",
  "Rengöringsmedel",
];
const DOINGS = [
  "underhåll",
  "leveranser",
  "städning",
  "transporter",
  "drift",
  "kundtjänst",
  "beredskapsjour",
];
const UNITS = [
  "Köken",
  "Njurenheten",
  "Tekniska väsendet",
  "Småbarnspedagogiken",
  "Vårdavdelning 4",
  "Växeln",
];
const PLACES = ["Ånäs", "Österby", "Västerviken", "Näsudden", "Skäriholm"];
const LIFE = ["none", "indirect", "serious", "life-threatening"];
const ANSWERS = ["yes", "no", "partly", "unknown"];
const NOTES = [
  "Leverantören håller ett eget lager på orten. Påfyllning sker två gånger i veckan, och vid snöhinder hämtar enheten själv varorna från lagret.",
  "Avtalet gäller hela året. Under högsäsongen behövs fler bilar än vad som beställts, vilket har lösts med timdebitering hittills.",
  "Tjänsten är beroende av telenätet. Vid avbrott används blanketter som finns i ett skåp på varje enhet; de gicks igenom senast i våras.",
];

/** Seeded: the same numbers on every machine (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Each fault replaces one line of a contract; the schema alone finds every one of them. */
const FAULTS = [
  { line: "    stage: in-force", faulty: "    stage: in-forse", at: "in-forse", path: "stage" },
  { line: "    type: services", faulty: "    typ: services", at: "typ", path: "typ" },
  {
    line: "      vulnerable: yes",
    faulty: "      vulnerable: [yes, no]",
    at: "[yes",
    path: "criticality/vulnerable",
  },
  {
    line: "      notice: 6 months",
    faulty: "      notice: 6 månader",
    at: "6 m",
    path: "term/notice",
  },
];

/**
 * The text of a register with `contracts` contracts, and the faults planted in it with line and
 * column (from 1) and the JSON pointer of what is wrong. A sound one has none.
 */
export function generateRegister(contracts, { sound = false, seed = 20261124 } = {}) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const number = (from, to) => from + Math.floor(random() * (to - from + 1));
  const suppliers = Math.max(3, Math.ceil(contracts / CONTRACTS_PER_SUPPLIER));
  const step = Math.min(contracts, CONTRACTS_PER_FAULT);
  const faults = [];
  const lines = [
    "# yaml-language-server: $schema=register-1.schema.json",
    "# Generated for measuring: everything in it is invented.",
    "kind: register",
    "version: 1",
    "",
    "organisation:",
    "  id: anas",
    "  name: { sv: Ånäs välfärdsområde, fi: Ånäsin hyvinvointialue }",
    "  type: wellbeing-county",
    "  languages: [sv, fi]",
    "",
    "suppliers:",
  ];
  for (let index = 0; index < suppliers; index += 1) {
    lines.push(
      `  - id: supplier-${index}`,
      `    name: ${pick(PLACES)} ${pick(GOODS).toLowerCase()} Ab ${index}`,
      "    country: FI",
      `    size: ${pick(["micro", "small", "medium", "large"])}`,
      `    sites: [{ id: site-${index}, role: storage, country: FI, power-autonomy: ${number(4, 72)} h }]`,
      index % 7 === 3
        ? `    subcontractors: [{ supplier: supplier-${index - 1}, task: frakter, share: ${number(5, 60)} % }]`
        : "    subcontractors: none",
      `    continuity: { management: { status: ${pick(ANSWERS)}, evidence: { kind: audit, date: 2025-${pad(number(1, 12))}-${pad(number(1, 28))} } } }`,
    );
  }
  lines.push("", "contracts:");
  for (let index = 0; index < contracts; index += 1) {
    const start = lines.length;
    const title = `${pick(GOODS)}, ${pick(DOINGS)} ${index}`;
    const year = number(2022, 2025);
    lines.push(
      `  # ${title}: granskat med enheten`,
      `  - id: AN-${year}-${String(index).padStart(5, "0")}`,
      `    title: { sv: "${title}", fi: "Sopimus ${index}, säännöllinen toimitus" }`,
      "    stage: in-force",
      "    type: services",
      `    suppliers: [supplier-${number(0, suppliers - 1)}]`,
      `    unit: ${pick(UNITS)}`,
      '    cpv: ["33181500-7"]',
      `    value: { estimated: ${number(20, 900)}000, per-year: ${number(5, 200)}000, ex-vat: yes }`,
      "    term:",
      `      start: ${year}-${pad(number(1, 12))}-01`,
      `      end: ${number(2027, 2029)}-12-31                # sista dagen`,
      "      notice: 6 months",
      "    criticality:",
      `      life-health: ${pick(LIFE)}`,
      `      mtpd: ${number(1, 30) * 12} h`,
      "      vulnerable: yes",
      `      alternative: { within: ${number(1, 60)} d, ready: ${pick(["yes", "no"])}, verified: 2025-0${number(1, 9)}-01 }`,
      "    requires: none",
      "    clauses:",
      `      disruption-notice: { status: present, ref: "12.${number(1, 9)}" }`,
      `      force-majeure: ${pick(["present", "none", "general-terms-only", "unknown"])}`,
      `    stock: { lasts: ${number(1, 90)} d, lead-time: ${number(5, 90)} d, place: ${pick(PLACES)} }`,
      "    continuity:",
      `      plan: { delivered: ${pick(["yes", "no"])}, date: 2025-${pad(number(1, 12))}-${pad(number(1, 28))} }`,
      `      plans-coordinated: ${pick(ANSWERS.filter((each) => each !== "partly"))}   # muntligt`,
      "    notes: >-",
      ...folded(pick(NOTES)),
      "",
    );
    if (!sound && index % step === Math.floor(step / 2))
      faults.push(plant(lines, start, index, FAULTS[faults.length % FAULTS.length]));
  }
  return { text: lines.join("\n"), faults };
}

function pad(value) {
  return String(value).padStart(2, "0");
}

/** Text broken after at most 70 characters, as an editor breaks it. */
function folded(text) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.length + word.length > 70) {
      lines.push(`      ${line}`);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, `      ${line}`];
}

function plant(lines, start, index, fault) {
  const at = lines.indexOf(fault.line, start);
  lines[at] = fault.faulty;
  return {
    line: at + 1,
    column: fault.faulty.indexOf(fault.at) + 1,
    pointer: `/contracts/${index}/${fault.path}`,
  };
}
