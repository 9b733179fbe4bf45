/** Every operator of a content stream (ISO 32000-1, table A.1), and the two compatibility ones. */
export const operators: ReadonlySet<string> = new Set(
  (
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n " +
    "q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
  ).split(" "),
);

/** Operators by their bytes as one number, so that reading one makes no string. */
export const operatorOf: ReadonlyMap<number, string> = new Map(
  [...operators].map((name) => [
    [...name].reduce((key, one) => key * 256 + one.charCodeAt(0), 0),
    name,
  ]),
);
