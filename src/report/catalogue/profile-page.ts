import { CLASSES } from "../../model/classes.ts";
import { SEVERITIES } from "../../model/criterion.ts";
import type { Profile } from "../../model/profile.ts";
import type { Block } from "../../model/report.ts";
import { cell, code, heading, list, paragraph, strong, table, text } from "../blocks.ts";
import type { CatalogueBrief } from "./catalogue-brief.ts";
import { conditionText } from "./condition-words.ts";
import { scalesTable } from "./scale-page.ts";

/** Every weight, limit and table of a profile, under a heading of this level. */
export function profilePage(
  profile: Profile,
  level: 1 | 2 | 3,
  brief: CatalogueBrief,
): readonly Block[] {
  const { say } = brief.wording;
  return [
    heading(
      level,
      `profile-${profile.id}`,
      say("catalogue.profile.title", { profile: profile.id }),
    ),
    paragraph(say("catalogue.profile.proposal")),
    weights(profile, brief),
    classification(profile, brief),
    ...limits(profile, brief),
    scalesTable(Object.entries(profile.scales), brief),
    priorities(profile, brief),
  ];
}

function weights({ weights: of, must, impact }: Profile, brief: CatalogueBrief): Block {
  const { say } = brief.wording;
  const { number } = brief.format;
  return table(
    say("catalogue.profile.weights"),
    [
      { title: say("explain.severity"), width: 30 },
      { title: say("catalogue.profile.weight"), width: 20, align: "end" },
      { title: say("catalogue.profile.must"), width: 50 },
    ],
    [
      ...SEVERITIES.map((severity) => [
        cell(say(`terms.severities.${severity}`)),
        cell(number(of[severity])),
        cell(CLASSES.filter((each) => must[each].includes(severity)).join(", ") || "–"),
      ]),
      [
        cell(say("catalogue.profile.impact")),
        cell("–"),
        cell(CLASSES.map((each) => `${each} ${number(impact[each])}`).join(", ")),
      ],
    ],
  );
}

function classification({ classification: { rows } }: Profile, brief: CatalogueBrief): Block {
  const { say, has } = brief.wording;
  return table(
    say("catalogue.profile.classification"),
    [
      { title: say("catalogue.columns.row"), width: 8 },
      { title: say("explain.class"), width: 8 },
      { title: say("catalogue.columns.meaning"), width: 42 },
      { title: say("explain.rule"), width: 42 },
    ],
    rows.map(({ row, class: criticality, when }) => {
      const key = `terms.class-rows.${row}`;
      return [
        cell([code(row)]),
        cell(criticality),
        cell(has(key) ? say(key) : say("terms.class-row-added", { row })),
        cell(when === undefined ? "–" : conditionText(when, brief)),
      ];
    }),
  );
}

function limits(profile: Profile, brief: CatalogueBrief): readonly Block[] {
  const { say } = brief.wording;
  const { number, share, period } = brief.format;
  const { grades, strength, freshness, classification: classes, exposure } = profile;
  const { lowered, stale } = classes;
  const factors = (of: object): string =>
    Object.entries(of)
      .map(([name, value]) => `${say(`catalogue.profile.parts.${name}`)} ${number(Number(value))}`)
      .join(", ");
  const lines: readonly (readonly [string, string])[] = [
    [
      "lowered",
      say("catalogue.profile.lowered-text", {
        rows: lowered.rows,
        class: lowered.to,
        age: period({ months: lowered.checkedWithin }),
      }),
    ],
    ["stale", CLASSES.map((each) => `${each} ${period({ months: stale[each] })}`).join(", ")],
    [
      "grades",
      say("catalogue.profile.grades-text", {
        four: share(grades.four),
        three: share(grades.three),
        two: share(grades.two),
        widest: share(grades.widest),
      }),
    ],
    ["strength", factors(strength)],
    ["freshness", factors(freshness)],
    ["partial", number(profile.partialCredit)],
    ["exposure", factors(exposure)],
    ["removable", share(profile.removable)],
    [
      "lead-times",
      Object.entries(profile.leadTimes)
        .map(
          ([procedure, time]) =>
            `${say(`catalogue.words-of.next-procedure.${procedure}`)} ${brief.write(time)}`,
        )
        .join(", "),
    ],
  ];
  return list(
    lines.map(([key, said]) => [strong(`${say(`catalogue.profile.${key}`)}:`), text(` ${said}`)]),
  );
}

function priorities({ priorities: rows }: Profile, brief: CatalogueBrief): Block {
  const { say, has } = brief.wording;
  return table(
    say("catalogue.profile.priorities"),
    [
      { title: say("catalogue.columns.row"), width: 8, align: "end" },
      { title: say("catalogue.columns.priority"), width: 12 },
      { title: say("catalogue.columns.meaning"), width: 40 },
      { title: say("explain.rule"), width: 40 },
    ],
    rows.map(({ row, priority, when }) => {
      const key = `terms.priority-rows.${String(row)}`;
      return [
        cell(String(row)),
        cell(priority),
        cell(has(key) ? say(key) : say("terms.priority-row-added", { row })),
        cell(when === undefined ? "–" : conditionText(when, brief)),
      ];
    }),
  );
}
