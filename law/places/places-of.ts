import { type CommuneState, communeStates, type ProvinceState, provinceStates } from "./index.ts";

/** The places of one province, for whoever chooses an address where no server can be asked. */
export type ProvincePlaces = {
  readonly province: readonly ProvinceState[];
  readonly communes: readonly CommuneState[];
};

/** The codes of the provinces and their places. */
export const placesByProvince = (): ReadonlyMap<string, ProvincePlaces> =>
  new Map(
    [...Map.groupBy(communeStates(), (commune) => commune.provinceCode)].map(([code, communes]) => [
      code,
      { province: provinceStates.filter((state) => state.code === code), communes },
    ]),
  );
