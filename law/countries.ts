import type { Text } from "../src/kernel/text.ts";
import { compareVietnamese, searchKey } from "../src/kernel/vietnamese.ts";
import { lazily } from "./parameters/table.ts";

/** A state or territory whose name may stand as a nationality, under its three letters of ISO 3166-1 (as in a passport). */
export type Country = { readonly code: string; readonly name: Text };

/** Three letters and two, of every inhabited entry of ISO 3166-1. Names are those of the Unicode CLDR, which Node.js carries. */
const codes = `
ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ
BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BWABW CAFCF
CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY
CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK
FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT
GUFGF GUMGU GUYGY HKGHK HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM
JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK
LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME
MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL
NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS
PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM
SRBRS SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM
TLSTL TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI
VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW
`;

/** Names of Vietnamese official use where CLDR has another; and who has no nationality (ICAO Doc 9303 part 3). */
const ownNames: Readonly<Record<string, Text>> = {
  HKG: { vi: "Hồng Kông (Trung Quốc)", en: "Hong Kong (China)" },
  MAC: { vi: "Ma Cao (Trung Quốc)", en: "Macao (China)" },
  TWN: { vi: "Đài Loan (Trung Quốc)", en: "Taiwan" },
  XXA: { vi: "Người không quốc tịch", en: "Stateless person" },
};

function allCountries(): readonly Country[] {
  const vietnamese = new Intl.DisplayNames("vi", { type: "region" });
  const english = new Intl.DisplayNames("en", { type: "region" });
  const listed = codes
    .trim()
    .split(/\s+/)
    .map((pair) => ({ code: pair.slice(0, 3), two: pair.slice(3) }))
    .filter(({ code }) => !(code in ownNames))
    .map(({ code, two }) => ({ code, name: { vi: vietnamese.of(two) ?? code, en: english.of(two) ?? code } }));
  const own = Object.entries(ownNames).map(([code, name]) => ({ code, name }));
  return [...listed, ...own].sort((a, b) =>
    a.code === "VNM" ? -1 : b.code === "VNM" ? 1 : compareVietnamese(a.name.vi, b.name.vi),
  );
}

/** Việt Nam first, then by Vietnamese name. Named and sorted at the first question. */
export const countries: () => readonly Country[] = lazily(allCountries);

const byCode = lazily(() => new Map(countries().map((country) => [country.code, country])));
const twoLetters = lazily(
  () =>
    new Map(
      codes
        .trim()
        .split(/\s+/)
        .map((pair) => [pair.slice(3), pair.slice(0, 3)]),
    ),
);
const bySpelling = lazily(
  () =>
    new Map(
      countries().flatMap((country) => [
        [searchKey(country.name.vi), country],
        [searchKey(country.name.en), country],
      ]),
    ),
);

/** The entry of three letters, or null. */
export const findCountry = (code: string): Country | null => byCode().get(code) ?? null;

/** Reads what a sheet of guests may say: three or two letters, or a Vietnamese or English name, with or without marks. */
export function parseCountry(value: string): Country | null {
  const bare = value.trim().toUpperCase();
  return byCode().get(bare) ?? byCode().get(twoLetters().get(bare) ?? "") ?? bySpelling().get(searchKey(value)) ?? null;
}
