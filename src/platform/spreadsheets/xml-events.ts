import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { TableUnreadable } from './table.ts'

export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const deepest = 60

/**
 * Reads XML as it comes, and yields after each piece, so that a caller that collects rows can hand them on.
 * Refuses document types, and with them entities that grow; leaves prefixes of names out.
 */
export async function* readXml(bytes: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8')
  let depth = 0
  parser.on('doctype', () => {
    throw new TableUnreadable('damaged', 'document type')
  })
  parser.on('error', (error) => {
    throw new TableUnreadable('damaged', error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > deepest) throw new TableUnreadable('damaged', 'too deep')
    handlers.open?.(localName(name), attributes)
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('closetag', ({ name }) => {
    depth--
    handlers.close?.(localName(name))
  })
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

/** Reads XML that is small, or of which little is kept. */
export async function scanXml(bytes: Readable | null, handlers: XmlHandlers): Promise<void> {
  if (bytes) for await (const _ of readXml(bytes, handlers));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
