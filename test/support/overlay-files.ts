/** What a small criterion of an organisation's own says; parts of its file may be replaced. */
export interface OwnCriterion {
  readonly id?: string;
  readonly head?: string;
  readonly severity?: string;
  readonly met?: string;
  readonly sources?: string;
  readonly text?: string;
  readonly examples?: string;
}

/** The file of a criterion of an organisation's own: right in English and with four examples, unless said otherwise. */
export function ownCriterion({
  id = "own-rule",
  head = "because: A reason.\nby: head of procurement",
  severity = "{ K1: low, K2: medium, K3: high, K4: critical }",
  met = "{ field: clauses.audit, is: present }",
  sources = "[{ act: own proposal, mark: D }]",
  text = "{ en: { title: Our own rule., why: Why., do: Do., ask: Is it so? } }",
  examples = OWN_EXAMPLES,
}: OwnCriterion = {}): string {
  return `kind: criterion
version: 1
id: ${id}
${head}
since: 1.0.0
level: contract
situations: [N]
severity: ${severity}
statutory: no
met: ${met}
partial: { field: clauses.audit, is: partly }
proof: { kind: contract-text, valid: none }
remedy: { clauses: [audit], effort: 1 }
sources: ${sources}
text: ${text}
examples:
${examples}`;
}

/** Four cases that the condition of `ownCriterion` decides as they say. */
export const OWN_EXAMPLES = `  - { says: there, class: K3, given: { clauses: { audit: present } }, verdict: met }
  - { says: in part, class: K3, given: { clauses: { audit: partly } }, verdict: not-met, partial: yes }
  - { says: missing, class: K3, given: { clauses: { audit: none } }, verdict: not-met }
  - { says: blank, class: K3, given: {}, verdict: unknown }
`;

/** A policy with an overlay, and English as the only language of its documents. */
export const OWN_POLICY = "kind: policy\nversion: 1\nlanguages: [en]\noverlay: own\n";

/** An adjustment of a criterion. */
export function adjustment(criterion: string, body: string): string {
  return `kind: adjustment\nversion: 1\ncriterion: ${criterion}\nbecause: Because.\nby: board\n${body}\n`;
}
