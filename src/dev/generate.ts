import { generateFactIndex } from "./facts.ts";
import { generateFieldExamples } from "./field-examples.ts";
import { generateCatalogueFields, generateFields } from "./fields.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { keepFresh } from "./keep-fresh.ts";
import { generateValidators } from "./validators.ts";

const files: readonly GeneratedFile[] = [
  generateFields(),
  generateFieldExamples(),
  generateCatalogueFields(),
  generateFactIndex(),
  ...(await generateValidators()),
];

keepFresh(files);
