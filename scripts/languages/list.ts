import { am } from "./am.ts";
import { ar } from "./ar.ts";
import { bg } from "./bg.ts";
import { bn } from "./bn.ts";
import { ca } from "./ca.ts";
import { ceb } from "./ceb.ts";
import { cs } from "./cs.ts";
import { da } from "./da.ts";
import { de } from "./de.ts";
import { el } from "./el.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fa } from "./fa.ts";
import { fi } from "./fi.ts";
import { fil } from "./fil.ts";
import { fr } from "./fr.ts";
import { gu } from "./gu.ts";
import { ha } from "./ha.ts";
import { he } from "./he.ts";
import { hi } from "./hi.ts";
import { hmn } from "./hmn.ts";
import { hr } from "./hr.ts";
import { ht } from "./ht.ts";
import { hu } from "./hu.ts";
import { hy } from "./hy.ts";
import { id } from "./id.ts";
import { ig } from "./ig.ts";
import { ilo } from "./ilo.ts";
import { it } from "./it.ts";
import { ja } from "./ja.ts";
import { jv } from "./jv.ts";
import { ka } from "./ka.ts";
import { km } from "./km.ts";
import { kn } from "./kn.ts";
import { ko } from "./ko.ts";
import { ku } from "./ku.ts";
import type { LanguageRow } from "./language.ts";
import { lo } from "./lo.ts";
import { ml } from "./ml.ts";
import { mr } from "./mr.ts";
import { ms } from "./ms.ts";
import { my } from "./my.ts";
import { nb } from "./nb.ts";
import { ne } from "./ne.ts";
import { nl } from "./nl.ts";
import { pa } from "./pa.ts";
import { pl } from "./pl.ts";
import { ps } from "./ps.ts";
import { pt } from "./pt.ts";
import { ptPT } from "./pt-PT.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sk } from "./sk.ts";
import { so } from "./so.ts";
import { sq } from "./sq.ts";
import { sr } from "./sr.ts";
import { srLatn } from "./sr-Latn.ts";
import { sv } from "./sv.ts";
import { sw } from "./sw.ts";
import { ta } from "./ta.ts";
import { te } from "./te.ts";
import { th } from "./th.ts";
import { tr } from "./tr.ts";
import { uk } from "./uk.ts";
import { ur } from "./ur.ts";
import { uz } from "./uz.ts";
import { vi } from "./vi.ts";
import { yi } from "./yi.ts";
import { yo } from "./yo.ts";
import { zhHans } from "./zh-Hans.ts";
import { zhHant } from "./zh-Hant.ts";

/**
 * Languages we hold words for, by BCP 47 tag: every file of this folder that is named by one. `UPDATE=1 make test`
 * writes this file anew.
 */
export const languages: Readonly<Record<string, LanguageRow>> = {
  am,
  ar,
  bg,
  bn,
  ca,
  ceb,
  cs,
  da,
  de,
  el,
  en,
  es,
  fa,
  fi,
  fil,
  fr,
  gu,
  ha,
  he,
  hi,
  hmn,
  hr,
  ht,
  hu,
  hy,
  id,
  ig,
  ilo,
  it,
  ja,
  jv,
  ka,
  km,
  kn,
  ko,
  ku,
  lo,
  ml,
  mr,
  ms,
  my,
  nb,
  ne,
  nl,
  pa,
  pl,
  ps,
  pt,
  "pt-PT": ptPT,
  ro,
  ru,
  sk,
  so,
  sq,
  sr,
  "sr-Latn": srLatn,
  sv,
  sw,
  ta,
  te,
  th,
  tr,
  uk,
  ur,
  uz,
  vi,
  yi,
  yo,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};
