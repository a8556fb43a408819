/** A made-up BAPLIE with so many slots. */
export function stowagePlan(slots: number): string {
  const body = [
    'BGM++BAY1+9',
    'DTM+137:202603121200:203',
    'TDT+20+021E+++LNH:172:20+++9702376:146:11:LIAO HAI XING',
    'LOC+5+CNDAL:139:6',
    'LOC+61+KRPUS:139:6',
    ...Array.from({ length: slots }, (_, slot) => [
      `LOC+147+${String(slot).padStart(7, '0')}::5`,
      `MEA+VGM++KGM:${10_000 + slot}`,
      'LOC+9+CNDAL:139:6',
      'LOC+11+KRPUS:139:6',
      `RFF+BM:LN2603${slot}`,
      'EQD+CN+LNHU2001016+45G1+++5',
      'NAD+CA+LNH:172:20',
    ]).flat(),
  ];
  const all = [
    'UNB+UNOA:2+DLDCT+LNHL+260312:2001+R1',
    'UNH+M1+BAPLIE:D:95B:UN:SMDG22',
    ...body,
    `UNT+${body.length + 2}+M1`,
    'UNZ+1+R1',
  ];
  return `${all.join("'\n")}'\n`;
}
