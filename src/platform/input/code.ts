/** Whether a text is one of a list's codes. */
export function isCode<T extends string>(codes: readonly T[], text: string | undefined): text is T {
  return codes.some((code) => code === text)
}
