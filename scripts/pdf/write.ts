import { isRegular } from "./characters.ts";
import type { Operand, Operation } from "./operand.ts";

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Writes a content stream, one operation a line. Reading it again gives the same operations.
 * @param operations
 *   Operators with operands; where they once stood doesn't matter.
 * @returns
 *   The stream, not yet compressed.
 */
export function writeOperations(
  operations: readonly Pick<Operation, "operator" | "operands">[],
): Uint8Array {
  const parts: Uint8Array[] = [];
  let text = "";
  for (const { operator, operands } of operations) {
    const [dictionary, data] = operands;
    if (operator !== "BI" || !(data instanceof Uint8Array)) {
      for (const operand of operands) text += `${writeOperand(operand)} `;
      text += `${operator}\n`;
      continue;
    }
    parts.push(Buffer.from(`${text}BI ${entries(dictionary ?? null)} ID `, "latin1"), data);
    text = "\nEI\n";
  }
  parts.push(Buffer.from(text, "latin1"));
  return Buffer.concat(parts);
}

/**
 * Writes an operand, in ASCII.
 * @param operand
 *   What to write.
 * @returns
 *   How it stands in a content stream.
 */
function writeOperand(operand: Operand): string {
  if (typeof operand === "number") return writeNumber(operand);
  if (typeof operand === "string") return writeName(operand);
  if (operand === null || typeof operand === "boolean") return String(operand);
  if (operand instanceof Uint8Array) return writeString(operand);
  if (operand instanceof Map) return `<<${entries(operand)}>>`;
  return `[${(operand as readonly Operand[]).map(writeOperand).join(" ")}]`;
}

function writeString(bytes: Uint8Array): string {
  let written = "<";
  for (const byte of bytes) written += hex[byte];
  return `${written}>`;
}

function entries(dictionary: Operand): string {
  if (!(dictionary instanceof Map)) return "";
  return [...(dictionary as ReadonlyMap<string, Operand>)]
    .map(([key, value]) => `${writeName(key)} ${writeOperand(value)}`)
    .join(" ");
}

// A content stream knows no exponents.
function writeNumber(number: number): string {
  if (!Number.isFinite(number)) return "0";
  const short = String(number);
  if (!short.includes("e")) return short;
  return Math.abs(number) < 1 ? number.toFixed(20).replace(/\.?0+$/, "") : String(BigInt(number));
}

function writeName(name: string): string {
  let written = "/";
  for (let at = 0; at < name.length; at++) {
    const byte = name.charCodeAt(at) & 255;
    const plain = byte > 0x20 && byte < 0x7f && byte !== 0x23 && isRegular(byte);
    written += plain ? name[at] : `#${hex[byte]}`;
  }
  return written;
}
