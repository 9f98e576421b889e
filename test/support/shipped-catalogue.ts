import { loadCatalogue } from "../../src/load/catalogue.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import type { Criterion, Severity } from "../../src/model/criterion.ts";
import { nodePlatform } from "../../src/platform/node.ts";

/** The catalogue that is shipped, with its standard profile. */
export const SHIPPED: Catalogue = loadCatalogue(nodePlatform(), "standard");

/** The catalogue with these criteria only. */
export function reducedTo(ids: readonly string[], catalogue: Catalogue = SHIPPED): Catalogue {
  return withCriteria(
    ids.map((id) => criterionNamed(id, catalogue)),
    catalogue,
  );
}

/** The catalogue with these criteria in place of its own. */
export function withCriteria(
  criteria: readonly Criterion[],
  catalogue: Catalogue = SHIPPED,
): Catalogue {
  return { ...catalogue, criteria: new Map(criteria.map((each) => [each.id, each])) };
}

function criterionNamed(id: string, catalogue: Catalogue = SHIPPED): Criterion {
  const criterion = catalogue.criteria.get(id);
  if (criterion === undefined) throw new Error(`no criterion ${id}`);
  return criterion;
}

/** A contract criterion made for a test: proof is the contract's text unless said otherwise. */
export function criterionOf(
  id: string,
  severity: Severity,
  changes: Partial<Criterion> & Pick<Criterion, "met">,
): Criterion {
  return {
    ...criterionNamed("force-majeure-limited"),
    id,
    severity: { K1: severity, K2: severity, K3: severity, K4: severity },
    statutory: false,
    applies: undefined,
    partial: undefined,
    proof: {
      kind: { K1: "contract-text", K2: "contract-text", K3: "contract-text", K4: "contract-text" },
      valid: { K1: null, K2: null, K3: null, K4: null },
      of: undefined,
      strictAt: [],
    },
    remedy: { clauses: [], effort: 1 },
    examples: [],
    ...changes,
  };
}
