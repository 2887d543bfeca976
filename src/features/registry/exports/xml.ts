import { cellText } from './cell-text.ts'

type Attributes = Record<string, string | null>

/** An element with its children, which are XML already; attributes that are null are left out. */
export function element(name: string, attributes: Attributes, children: string[] = []): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escape(value)}"`]))
  const start = `<${name}${given.join('')}`
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`
}

/** Text as XML holds it. */
export function escape(text: string): string {
  return cellText(text).replace(/[&<>"'\n\t]/g, (sign) => entities[sign] ?? sign)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // An attribute would keep them as spaces.
  '\n': '&#10;',
  '\t': '&#9;',
}
