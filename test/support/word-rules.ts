import type { Language } from "../../src/model/values.ts";
import type { UserText } from "./user-texts.ts";

/** Words that do not belong in a text, with cases that show what the rule finds and what it leaves alone. */
export interface WordRule {
  readonly says: string;
  readonly language: Language;
  readonly pattern: RegExp;
  /** Places whose texts it does not look at; the reason stands beside the rule. */
  readonly except?: RegExp;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** Each place where a text breaks a rule, with what was found. */
export function breachesOf(rule: WordRule, texts: readonly UserText[]): readonly string[] {
  return texts
    .filter(
      ({ language, place }) => language === rule.language && rule.except?.test(place) !== true,
    )
    .flatMap(({ place, text }) =>
      [...text.matchAll(rule.pattern)].map((found) => `${place}: ${found[0]}`),
    );
}

/** Words that stand by themselves, between anything but letters; a space is any space. */
function words(...alternatives: readonly string[]): RegExp {
  return bounded(alternatives, "giu");
}

/** The same, in these very letters. */
function names(...alternatives: readonly string[]): RegExp {
  return bounded(alternatives, "gu");
}

function bounded(alternatives: readonly string[], flags: string): RegExp {
  const either = alternatives.join("|").replaceAll(" ", String.raw`\s+`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${either})(?![\p{L}\p{N}])`, flags);
}

const ANY_ENDING = String.raw`\p{L}*`;

/** Sweden's words for what has another name, or is another thing, in Finland. */
const SWEDENS: readonly WordRule[] = [
  {
    says: "the buyer is an upphandlande enhet",
    language: "sv",
    pattern: words(`upphandlande myndighet${ANY_ENDING}`),
    wrong: ["den upphandlande\nmyndigheten", "Upphandlande myndigheters ansvar"],
    right: ["den upphandlande enheten", "myndigheten"],
  },
  {
    says: "Sweden's acts and authorities have no say",
    language: "sv",
    pattern: names("LOU", "LUF", "MSB", "OSL", "Kammarkollegiet", "Upphandlingsmyndigheten"),
    wrong: ["enligt LOU ska", "LOU:s regler", "(MSB)"],
    right: ["lou", "MSBX", "upphandlingslagen"],
  },
  {
    says: "an authority of an area is a välfärdsområde, or an authority with a name of its own",
    language: "sv",
    pattern: words(
      "region(?:en|er|erna)?s?",
      `länsstyrelse${ANY_ENDING}`,
      `landsting${ANY_ENDING}`,
    ),
    wrong: ["Regionen ska höras.", "andra regioner", "regionernas lager", "Länsstyrelsens beslut"],
    right: [
      "Försvarsmaktens regionalbyrå",
      "regionförvaltningsverket",
      "regional",
      "Nylandstinget",
    ],
  },
  {
    says: "preparedness has Finland's words",
    language: "sv",
    pattern: words(
      `krisberedskap${ANY_ENDING}`,
      `samhällsviktig${ANY_ENDING}`,
      "höjd beredskap",
      `försörjningstrygghet${ANY_ENDING}`,
      `civil beredskap`,
    ),
    wrong: [
      "god krisberedskap",
      "Krisberedskapens mål",
      "samhällsviktiga verksamheter",
      "vid höjd\n   beredskap",
      "försörjningstryggheten",
    ],
    right: ["beredskap", "samhällets vitala funktioner", "försörjningsberedskap"],
  },
  {
    says: "what a supplier pays is an avtalsvite or a dröjsmålsvite",
    language: "sv",
    pattern: words("vite(?:n|t|na)?s?"),
    wrong: ["betalar vite", "Vitet är", "vitets tak", "vitena"],
    right: ["avtalsvite", "dröjsmålsvitet", "vitesklausul", "vit", "inviterad"],
  },
  {
    says: "a buyer's stock is a buffertlager",
    language: "sv",
    pattern: words(`skyddsupplag${ANY_ENDING}`, `beredskapslager${ANY_ENDING}`),
    wrong: ["ett skyddsupplag", "skyddsupplagets", "beredskapslagret beredskapslager"],
    right: ["buffertlager", "beredskapslagen", "obligatorisk lagring"],
  },
  {
    says: "persons and companies have Finland's numbers",
    language: "sv",
    pattern: words(
      `personnum(?:mer|ret)${ANY_ENDING}`,
      String.raw`(?<!företags-\s+och\s+)organisationsnum(?:mer|ret)${ANY_ENDING}`,
    ),
    wrong: ["personnummer", "personnumret", "organisationsnummer", "och organisationsnumret"],
    right: ["personbeteckning", "FO-nummer", "företags- och organisationsnummer"],
  },
  {
    says: "a tender has Finland's documents",
    language: "sv",
    pattern: words(`förfrågningsunderlag${ANY_ENDING}`, `tilldelningsbeslut${ANY_ENDING}`),
    wrong: ["i förfrågningsunderlaget", "tilldelningsbeslut"],
    right: ["i anbudsförfrågan", "upphandlingsbeslut"],
  },
];

/** Finnish words that mean something else than what is meant here. */
const FINNISH: readonly WordRule[] = [
  {
    says: "a buyer's stock is a puskurivarasto: the other words are the State's and the law's",
    language: "fi",
    pattern: words(`varmuusvarasto${ANY_ENDING}`, `turvavarasto${ANY_ENDING}`),
    wrong: ["varmuusvarasto", "turvavarastossa", "Varmuusvarastojen"],
    right: ["puskurivarasto", "varasto", "velvoitevarastointi"],
  },
  {
    says: "the buyer is a hankintayksikkö",
    language: "fi",
    pattern: words(`hankintaviranomai${ANY_ENDING}`),
    wrong: ["hankintaviranomainen", "hankintaviranomaisen"],
    right: ["hankintayksikkö", "viranomainen"],
  },
];

/** The guide could not be read: nobody may say what it demands. */
const GUIDE: readonly WordRule[] = [
  {
    says: "the guide demands nothing",
    language: "sv",
    pattern: words(
      "(?:guiden|handboken|vägledningen) (?:kräver|fordrar|förutsätter|ålägger)",
      "(?:krävs|fordras|förutsätts) (?:av|i|enligt) (?:guiden|handboken|vägledningen)",
      "(?:guidens|handbokens|vägledningens) krav",
    ),
    wrong: ["Guiden kräver en plan.", "krävs enligt\nhandboken", "vägledningens krav"],
    right: ["i linje med guidens syften", "lagen kräver"],
  },
  {
    says: "the guide demands nothing",
    language: "fi",
    pattern: words(
      "opas (?:edellyttää|vaatii|velvoittaa)",
      "oppaassa (?:edellytetään|vaaditaan)",
      `oppaan (?:vaatimu(?:s|ksen|kset|ksia|sten)|(?:vaatim|edellyttäm)[aäiy]${ANY_ENDING})`,
    ),
    wrong: [
      "Opas edellyttää suunnitelmaa.",
      "oppaassa vaaditaan",
      "oppaan vaatimukset",
      "oppaan vaatima",
    ],
    right: ["ei pidä esittää oppaan vaatimuksena", "oppaan tavoitteiden mukaisesti"],
  },
  {
    says: "the guide demands nothing",
    language: "en",
    pattern: words(
      "guide (?:requires?|demands?|obliges?|mandates?)",
      "(?:required|demanded|mandated) by the guide",
      "requirements? (?:of|in) the guide",
    ),
    wrong: ["The guide requires a plan.", "required by\nthe guide", "a requirement of the guide"],
    right: ["in line with the aims of the guide", "the law requires"],
  },
];

const ENGLISH: readonly WordRule[] = [
  {
    says: "an apostrophe is typographic",
    language: "en",
    pattern: /(?<=\p{L})'(?=\p{L})/gu,
    // What is typed or read in a terminal keeps the key of the keyboard.
    except: /^templates\/(?:register|profiles|wording\/en\/(?!report|terms|clauses))/u,
    wrong: ["the supplier's plan", "don't"],
    right: ["the supplier’s plan", "the suppliers’ plans", "write 'yes' here"],
  },
];

/** Every rule on the words of the texts. */
export const WORD_RULES: readonly WordRule[] = [...SWEDENS, ...FINNISH, ...GUIDE, ...ENGLISH];
