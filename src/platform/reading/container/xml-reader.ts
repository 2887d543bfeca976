import { SaxesParser } from 'saxes'
import { readingLimits } from '../reading-limits.ts'
import { TextUnreadable } from '../text-unreadable.ts'

export interface XmlElement {
  /** Without its prefix: documents choose their own. */
  name: string
  attributes: ReadonlyMap<string, string>
}

export interface XmlListener {
  open(element: XmlElement): void
  close(name: string): void
  text?(text: string): void
}

/** Reads XML from end to end. Definitions of types and entities are refused: no office document has any. */
export function readXml(xml: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new TextUnreadable('bomb')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > readingLimits.depth) throw new TextUnreadable('tooDeep')
    const named = Object.entries(attributes).map(([key, value]) => [local(key), value] as const)
    listener.open({ name: local(name), attributes: new Map(named) })
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close(local(name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
