import { type Document, Packer } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { writeZip } from '../write-zip.ts'

/**
 * The document as a Word file of its ISO day: the same bytes of the same document in every process and at every instant. The library writes the
 * current time, random ids of links, and numbers of pictures and headings that count on through a process; all of these are replaced.
 */
export async function packDocx(document: Document, day: string): Promise<Uint8Array> {
  const settle = idSettler()
  const parts = Object.entries(unzipSync(await Packer.toBuffer(document))).map(([path, content]) => {
    if (!/\.(xml|rels)$/.test(path)) return { path, content }
    const xml = settle(strFromU8(content))
    return { path, content: path === 'docProps/core.xml' ? xml.replace(instants, `${day}T00:00:00Z`) : xml }
  })
  return Buffer.concat(await Array.fromAsync(writeZip(parts)))
}

const instants = /(?<=<dcterms:(?:created|modified) [^>]*>)[^<]*/g

// Quotes of texts are escaped in these files, so that no text looks like an attribute.
const ids: [RegExp, string][] = [
  [/(?<= (?:Id|r:id)="rId)[\w-]{21}(?=")/g, 'Link'],
  [/(?<=<wp:docPr id=")\d+/g, ''],
  // A heading in the contents: its bookmark, by name and number, the link to it, and the number of its page.
  [/(?<= w:(?:anchor|name)="_Toc|>PAGEREF _Toc|<w:bookmark(?:Start|End) [^>]*w:id=")\d+/g, ''],
]

/** Numbers the ids of a package from 1, in the order in which they are first met. */
function idSettler(): (xml: string) => string {
  const kinds = ids.map(([pattern, prefix]) => ({ pattern, prefix, settled: new Map<string, string>() }))
  return (xml) =>
    kinds.reduce(
      (text, { pattern, prefix, settled }) =>
        text.replace(pattern, (id) => {
          const known = settled.get(id) ?? `${prefix}${settled.size + 1}`
          settled.set(id, known)
          return known
        }),
      xml,
    )
}
