import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Profile, readProfile } from "./profile.ts";

const file = new URL("../../profiles/ISOcoated_v2_300_bas.icc.gz", import.meta.url);
let profile: Profile | undefined;

/**
 * The profile for who has none of a print shop's: coated paper after FOGRA39, at most 300 % ink.
 * @returns
 *   The same each time.
 */
export function shippedProfile(): Profile {
  profile ??= readProfile(gunzipSync(readFileSync(file)));
  return profile;
}
