/**
 * The page of this site to open after signing in, or null: never another site, however it is written. Browsers read `\` as `/`, drop tabs
 * and line ends, and take `//` for the beginning of a host.
 */
export function readNext(given: string | undefined): string | null {
  if (given === undefined || given.length > longest || !isPath(given)) return null
  return isPath(decoded(given)) ? given : null
}

const longest = 500

function isPath(text: string): boolean {
  return /^\/[a-z]/.test(text) && !text.includes('//') && !/[\\\s\p{Cc}\p{Cf}]/u.test(text)
}

// As often as it was encoded: a proxy between this server and the browser may decode too.
function decoded(text: string): string {
  let last = text
  for (let round = 0; round < 5; round++) {
    const next = decodeOnce(last)
    if (next === last) return last
    last = next
  }
  return '//'
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return '//'
  }
}
