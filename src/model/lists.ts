/** The lists of a register, with the shape of their entries. */
export const REGISTER_LISTS = {
  functions: "function",
  resources: "resource",
  suppliers: "supplier",
  contracts: "contract",
  actions: "action",
  decisions: "decision",
} as const;

export type RegisterList = keyof typeof REGISTER_LISTS;

export function isRegisterList(key: string): key is RegisterList {
  return Object.hasOwn(REGISTER_LISTS, key);
}
