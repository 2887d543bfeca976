type Attributes = Record<string, string | null>

/** An element with its children, which are XML already; attributes that are null are left out. */
export function element(name: string, attributes: Attributes, children: string[] = []): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === null
      ? []
      : [` ${key}="${escapeXml(value).replace(/[\n\t]/g, (sign) => spaces[sign] ?? sign)}"`],
  )
  const start = `<${name}${given.join('')}`
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`
}

export function escapeXml(text: string): string {
  return cellText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

// Written unchanged, an attribute would keep them as spaces.
const spaces: Record<string, string> = { '\n': '&#10;', '\t': '&#9;' }

/**
 * A text that every table can hold: one kind of line end, without the control characters that XML refuses.
 * https://www.w3.org/TR/xml/#charsets
 */
export function cellText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(refused, '')
}

const refused = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu
