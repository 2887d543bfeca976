/** Whether words in two scripts are Korean rather than French or English. */
export function isMostlyHangul(text: string): boolean {
  const hangul = text.match(/[가-힣]/gu)?.length ?? 0
  return hangul > 0 && hangul * 2 > (text.match(/\p{Script=Latin}/gu)?.length ?? 0)
}
