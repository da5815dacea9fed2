/** Tests and measurements ask faster than any visitor; what the limits do is tested with limits of their own. */
export const UNLIMITED = {
  PAGES_PER_MINUTE: "100000000",
  ADDRESS_PAGES_PER_MINUTE: "100000000",
  LOOKUPS_PER_MINUTE: "100000000",
} as const;
