import type { VNode } from 'preact'
import { renderForAll } from './reader.tsx'

const drawn = new WeakMap<object, Map<string, string>>()

/**
 * The HTML of data that stays the same object as long as its content is the same. It is rendered once for each `under`, which names all
 * else that it depends on (language, day, network), and is released with the data. Nothing in it is for one person.
 */
export function keptHtml(data: object, under: string, render: () => VNode): string {
  const known = drawn.get(data) ?? new Map<string, string>()
  drawn.set(data, known)
  const html = known.get(under) ?? inOnePiece(renderForAll(render))
  known.set(under, html)
  return html
}

// A concatenated text stays a tree of its pieces, which every page that contains it would walk again.
function inOnePiece(text: string): string {
  return Buffer.from(text).toString()
}
