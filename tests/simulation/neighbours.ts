import type pg from "pg";

/** A person of the register, as the simulation knows them. */
export type Neighbour = {
  readonly number: string;
  readonly name: string;
  readonly birthDate: { readonly year: number; readonly month?: number; readonly day?: number };
  readonly sex: "M" | "F";
  readonly household: string | null;
};

/** Living adults of the register; first those of whom several share a household, whose officers have relatives. */
export async function neighboursIn(owner: pg.Pool): Promise<readonly Neighbour[]> {
  const { rows } = await owner.query(
    `select number, name, birth_year, birth_month, birth_day, sex, household_id from persons
     where not deceased and birth_year between 1940 and 2004 and sex in ('M', 'F') and nationality = 'VNM'
     order by household_id is not null and count(*) over (partition by household_id) > 1 desc, md5(number)`,
  );
  return rows.map((row) => ({
    number: row.number,
    name: row.name,
    birthDate: {
      year: row.birth_year,
      ...(row.birth_month === null ? {} : { month: row.birth_month }),
      ...(row.birth_month === null || row.birth_day === null ? {} : { day: row.birth_day }),
    },
    sex: row.sex,
    household: row.household_id,
  }));
}
