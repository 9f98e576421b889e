import type { Bar, Block, Cell, Inline, Report, Tone } from "../../src/model/report.ts";
import type { Day, Language } from "../../src/model/values.ts";
import { parseDay } from "../../src/model/values.ts";

/** Text that would do harm in every format that let it. */
export const HOSTILE =
  "<script>alert(1)</script> | **bold** `code` [x](javascript:alert(1)) # @team #12 https://evil.example $x$ </style> {{css}} \u001b[31mred\u0007 a\u00adb \u202eabc ]]> &amp; 'q' \"q\" _u_\n\n- item";

interface Sample {
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  readonly summary: string;
  readonly contracts: string;
  readonly lead: string;
  readonly names: readonly [string, string, string, string];
  readonly words: Report["words"];
}

const SAMPLES: Readonly<Record<Language, Sample>> = {
  sv: {
    title: "Beredskapsrapport för upphandlingskontrakt",
    subtitle: "Sammandrag för ledningen",
    organisation: "Österbottens välfärdsområde",
    summary: "Sammandrag",
    contracts: "Kontrakten ett för ett",
    lead: "Av 42 kontrakt är 9 kritiska. I fyra av dem saknas avtalsvillkor om störningssituationer och i tre vet ingen om leverantören har ett buffertlager.",
    names: [
      "Livsmedelsförsörjning",
      "Nödsändarsystemunderhåll",
      "Läkemedelsdistribution",
      "Reservkraftsaggregat",
    ],
    words: {
      contents: "Innehåll",
      pageOf: "Sida {page} av {pages}",
      shown: "visat att det finns",
      open: "inte känt än",
      skipToContent: "Hoppa till innehållet",
    },
  },
  fi: {
    title: "Hankintasopimusten varautumisraportti",
    subtitle: "Tiivistelmä johdolle",
    organisation: "Pohjanmaan hyvinvointialue",
    summary: "Tiivistelmä",
    contracts: "Sopimukset yksitellen",
    lead: "42 sopimuksesta 9 on kriittisiä. Neljästä puuttuvat häiriötilanteita koskevat sopimusehdot, ja kolmesta ei tiedetä, onko toimittajalla puskurivarasto.",
    names: [
      "Elintarvikehuoltopalvelut",
      "Hätäkeskustietojärjestelmäylläpito",
      "Lääkejakelujärjestelmä",
      "Varavoimakonehuoltosopimus",
    ],
    words: {
      contents: "Sisällys",
      pageOf: "Sivu {page}/{pages}",
      shown: "osoitettu olevan kunnossa",
      open: "ei vielä tiedossa",
      skipToContent: "Siirry sisältöön",
    },
  },
  en: {
    title: "Preparedness of procurement contracts",
    subtitle: "Summary for management",
    organisation: "Wellbeing Services County of Ostrobothnia",
    summary: "Summary",
    contracts: "The contracts one by one",
    lead: "Of 42 contracts 9 are critical. Four of them lack clauses on disruptions, and for three nobody knows whether the supplier keeps a buffer stock.",
    names: [
      "Food supply",
      "Emergency transmitter maintenance",
      "Distribution of medicines",
      "Stand-by generators",
    ],
    words: {
      contents: "Contents",
      pageOf: "Page {page} of {pages}",
      shown: "shown to be in place",
      open: "not yet known",
      skipToContent: "Skip to content",
    },
  },
};

const TONES: readonly Tone[] = ["good", "fair", "poor", "bad", "unknown", "neutral"];

const say = (text: string): Inline => ({ kind: "text", text });

function cell(text: string, tone?: Tone): Cell {
  return tone === undefined ? { text: [say(text)] } : { text: [say(text)], tone };
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

/** A report of these blocks, with long words in its language. */
export function renderSampleOf(language: Language, blocks: readonly Block[]): Report {
  const { title, subtitle, organisation, words } = SAMPLES[language];
  return {
    language,
    title,
    subtitle,
    organisation,
    asOf: dayOf("2026-11-24"),
    marking: "JulkL 24 § · OffL 24 §",
    words,
    producer: "beredskap 0.1.0",
    blocks,
  };
}

/** A report with every kind of block, long words, and hostile text. */
export function renderSample(language: Language): Report {
  return renderSampleOf(language, [
    ...firstChapter(SAMPLES[language]),
    ...secondChapter(SAMPLES[language]),
  ]);
}

function firstChapter({ summary, subtitle, contracts, lead, names }: Sample): readonly Block[] {
  const [first, second, third, fourth] = names;
  const bars: readonly Bar[] = [
    { label: first, low: 62, high: 62, value: "62 %" },
    { label: second, low: 39, high: 64, value: "39–64 %" },
    { label: third, low: 0, high: 100, value: "0–100 %" },
    { label: `${fourth} ${fourth} ${fourth}`, low: 0, high: 12, value: "0–12 %" },
  ];
  const figures = TONES.slice(0, 5).map((tone, index) => ({
    label: names[index % 4] ?? "",
    value: `${39 + index}–${64 + index} %`,
    note: subtitle,
    tone,
  }));
  return [
    { kind: "heading", level: 1, anchor: "summary", text: summary },
    {
      kind: "paragraph",
      text: [say(`${lead} `), { kind: "strong", text: "−12 345 €" }, say(" ≥ 50 % • ÅÄÖ §.")],
    },
    { kind: "figures", caption: `${summary}: K1–K4`, figures },
    {
      kind: "verdict",
      verdict: "K4",
      tone: "bad",
      title: fourth,
      lines: [
        [say(lead)],
        [
          { kind: "reference", text: contracts, anchor: "contracts" },
          say(" ("),
          { kind: "link", text: "finlex.fi", href: "https://www.finlex.fi/" },
          say(")"),
        ],
      ],
    },
    { kind: "heading", level: 2, anchor: "chart", text: `${summary} 2` },
    { kind: "chart", caption: `${contracts} (%)`, axis: "% / 100", of: 100, bars },
    {
      kind: "list",
      ordered: true,
      items: names.map((name) => [{ kind: "strong", text: name }, say(` – ${lead}`)]),
    },
    { kind: "callout", tone: "unknown", title: subtitle, text: [say(lead)] },
    { kind: "page-break" },
  ];
}

function secondChapter({ summary, subtitle, contracts, lead, names }: Sample): readonly Block[] {
  return [
    { kind: "heading", level: 1, anchor: "contracts", text: contracts },
    {
      kind: "table",
      caption: `${contracts}: 30`,
      columns: [
        { title: "Id", align: "start", width: 2 },
        { title: summary, align: "start", width: 4 },
        { title: "K1–K4", align: "start", width: 1 },
        { title: "€", align: "end", width: 1 },
      ],
      rows: Array.from({ length: 30 }, (_, index) => [
        cell(`K-2026-${String(index + 1).padStart(4, "0")}`),
        cell(`${names[index % 4] ?? ""}: ${index % 3 === 0 ? lead : subtitle}`),
        cell(`K${(index % 4) + 1}`, TONES[index % 6]),
        cell(`${index + 1}\u00a0000,50`),
      ]),
    },
    { kind: "list", ordered: false, items: names.map((name) => [say(name)]) },
    { kind: "heading", level: 4, anchor: "hostile", text: "Hostile <b>|*# \u0000" },
    { kind: "paragraph", text: [say(HOSTILE)] },
    {
      kind: "paragraph",
      text: [
        { kind: "code", text: HOSTILE },
        say(" "),
        { kind: "link", text: "no script", href: "javascript:alert(1)" },
      ],
    },
    {
      kind: "table",
      caption: HOSTILE,
      columns: [
        { title: HOSTILE, align: "start", width: 1 },
        { title: "B", align: "end", width: 3 },
      ],
      rows: [[cell(HOSTILE), cell("日本 😀")]],
    },
    {
      kind: "source",
      text: [say("17.6.2022. "), { kind: "code", text: "contracts/k-2026-0001.yaml:12" }],
    },
  ];
}
