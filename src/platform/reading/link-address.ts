/** Null for an address that leads nowhere. */
export function addressOf(written: string): string | null {
  const url = written.trim()
  return url === '' || url === '#' || /^(?:javascript|data|about|vbscript):/i.test(url) ? null : url
}
