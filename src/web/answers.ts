import { findCountry } from "../../law/index.ts";
import type { Names } from "../engine/form/index.ts";
import type { Language } from "../kernel/text.ts";
import type { WebDeps } from "./context.ts";

/** Names of places and countries for showing answers. */
export const namesFor = (deps: WebDeps, lang: Language): Names => ({
  commune: (code) => {
    const commune = deps.catalogue.findCommune(code);
    const province = commune ? deps.catalogue.findProvince(commune.provinceCode) : null;
    return [commune?.title[lang] ?? code, province?.title[lang]].filter(Boolean).join(", ");
  },
  country: (code) => findCountry(code)?.name[lang] ?? code,
});
