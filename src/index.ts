export type { Assessment } from "./model/assessment.ts";
export { assess } from "./assess/assess.ts";
