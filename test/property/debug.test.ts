import { it } from "vitest";
import { assessRegister, contractIn } from "../support/assess-register.ts";
import { exampleFiles, loadFiles } from "../support/register-of.ts";
it("x", () => {
  const l = loadFiles(exampleFiles("kommun"));
  const a = contractIn(assessRegister(l.register), "OMS-2024-01");
  console.log(JSON.stringify(a.classification.decided), JSON.stringify(a.preparedness));
  for (const j of [...a.judgements, ...a.supplierJudgements]) console.log(j.criterion, j.verdict, j.partial, j.stale, j.weak, JSON.stringify(j.credit), j.blanks.join(" "));
});
