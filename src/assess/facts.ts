// Generated from the folder facts by npm run generate. Do not edit.
import type { Fact } from "./fact.ts";
import { agreedStockCover } from "./facts/agreed-stock-cover.ts";
import { classifiedShare } from "./facts/classified-share.ts";
import { countryShare } from "./facts/country-share.ts";
import { criticalContractsFact } from "./facts/critical-contracts.ts";
import { exerciseFollowedUp } from "./facts/exercise-followed-up.ts";
import { exitPlanDelivered } from "./facts/exit-plan-delivered.ts";
import { fixedTerm } from "./facts/fixed-term.ts";
import { hhiCritical } from "./facts/hhi-critical.ts";
import { hostingKnown } from "./facts/hosting-known.ts";
import { incidentsHandled } from "./facts/incidents-handled.ts";
import { jointDependencies } from "./facts/joint-dependencies.ts";
import { keyWholesOwned } from "./facts/key-wholes-owned.ts";
import { monthsToEnd } from "./facts/months-to-end.ts";
import { mtpd } from "./facts/mtpd.ts";
import { nextTenderMonths } from "./facts/next-tender-months.ts";
import { originsKnown } from "./facts/origins-known.ts";
import { preparednessGoalFollowedUp } from "./facts/preparedness-goal-followed-up.ts";
import { preparednessGoal } from "./facts/preparedness-goal.ts";
import { quarterEndShare } from "./facts/quarter-end-share.ts";
import { renewalSlack } from "./facts/renewal-slack.ts";
import { rtoBelowMtpd } from "./facts/rto-below-mtpd.ts";
import { sanctionsClear } from "./facts/sanctions-clear.ts";
import { sitesKnown } from "./facts/sites-known.ts";
import { soteSet } from "./facts/sote-set.ts";
import { stockCover } from "./facts/stock-cover.ts";
import { supplierIdentity } from "./facts/supplier-identity.ts";
import { topSupplierShare } from "./facts/top-supplier-share.ts";
import { trainedShare } from "./facts/trained-share.ts";
import { types } from "./facts/types.ts";

/** Every fact that conditions may name. */
export const FACTS: readonly Fact[] = [
  agreedStockCover,
  classifiedShare,
  countryShare,
  criticalContractsFact,
  exerciseFollowedUp,
  exitPlanDelivered,
  fixedTerm,
  hhiCritical,
  hostingKnown,
  incidentsHandled,
  jointDependencies,
  keyWholesOwned,
  monthsToEnd,
  mtpd,
  nextTenderMonths,
  originsKnown,
  preparednessGoalFollowedUp,
  preparednessGoal,
  quarterEndShare,
  renewalSlack,
  rtoBelowMtpd,
  sanctionsClear,
  sitesKnown,
  soteSet,
  stockCover,
  supplierIdentity,
  topSupplierShare,
  trainedShare,
  types,
];
