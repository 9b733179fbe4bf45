import { statSync } from "node:fs";
import { userInfo } from "node:os";

/**
 * The number of the user whom we run for.
 * @returns
 *   As the owner of a file has it; 0 may do anything, -1 where users have none, on Windows.
 */
export function userNumber(): number {
  try {
    return userInfo().uid;
  } catch {
    // A container is often run as a number that its system has no name for: what runs is its own all the same.
    return statSync("/proc/self").uid;
  }
}
