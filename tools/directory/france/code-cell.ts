/** The `codes` cell: `scheme=code` joined by `;`, without the codes that are empty or unknown. */
export function codeCell(codes: Record<string, string | undefined>): string {
  return Object.entries(codes)
    .filter(([, code]) => code !== undefined && code !== '')
    .map(([scheme, code]) => `${scheme}=${code}`)
    .join(';')
}
