import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

const drawn = new WeakMap<object, Map<string, string>>()

/**
 * The HTML of what is drawn from data that stays the same object as long as it says the same. It is drawn once for each
 * `under`, which tells all else that the drawing depends on (language, day, network), and goes with the data.
 */
export function keptHtml(data: object, under: string, draw: () => VNode): string {
  const known = drawn.get(data) ?? new Map<string, string>()
  drawn.set(data, known)
  const html = known.get(under) ?? inOnePiece(renderToString(draw()))
  known.set(under, html)
  return html
}

// Text that is put together stays a tree of its pieces, which every page that it stands in would have to walk again.
function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}
