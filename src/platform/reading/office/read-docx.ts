import mammoth from 'mammoth'
import { writeStoredZip } from '../container/stored-zip.ts'
import { readXml } from '../container/xml-reader.ts'
import type { ZipParts } from '../container/zip-parts.ts'
import { finishPassages } from '../finish-document.ts'
import { readHtmlPassages } from '../html/read-html.ts'
import type { TextDocument, TextRemark } from '../text-document.ts'
import { TextUnreadable } from '../text-unreadable.ts'

/** Reads a Word document; macros are never looked at. */
export async function readDocx(zip: ZipParts): Promise<TextDocument> {
  const parts = await readParts(zip)
  const styles = parts.get('word/styles.xml')
  const levels = styles ? listOutlineStyles(new TextDecoder().decode(styles)) : new Map<string, number>()
  const { value } = await mammoth.convertToHtml(
    { buffer: writeStoredZip(parts) },
    {
      styleMap: [
        ...styleMap,
        ...[...levels].map(([id, level]) => `p[style-name='${outlineName}${id}'] => h${level}:fresh`),
      ],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      transformDocument: (document: unknown) => nameOutlines(document, levels),
    },
  )
  const images = value.match(/<img\b/g)?.length ?? 0
  const { passages, remarks } = readHtmlPassages(withoutNoteMarks(value))
  if (passages.length === 0) throw new TextUnreadable(images > 0 ? 'noText' : 'empty')
  const seen: TextRemark[] = [
    ...(zip.names.some((name) => /vbaProject\.bin$/i.test(name))
      ? [{ code: 'macrosIgnored' as const, detail: '' }]
      : []),
    ...(images > 0 ? [{ code: 'imagesWithoutText' as const, detail: String(images) }] : []),
  ]
  return finishPassages({ format: 'docx', passages, pages: null, remarks: [...seen, ...remarks] })
}

/** Every part that has words, inflated under our limits and each checked: the library that reads them has none. */
async function readParts(zip: ZipParts): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  for (const name of zip.names) {
    if (/^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/.*\.(?:xml|rels))$/.test(name)) {
      const bytes = await zip.read(name)
      if (!bytes) continue
      if (/\.(?:xml|rels)$/.test(name)) readXml(new TextDecoder().decode(bytes), { open() {}, close() {} })
      parts.set(name, bytes)
    } else if (/^word\/media\//.test(name)) parts.set(name, new Uint8Array())
  }
  return parts
}

const outlineName = 'entente outline '

// The library knows a style by the name that its author gave it; its level is what counts.
function nameOutlines(node: unknown, levels: ReadonlyMap<string, number>): unknown {
  if (typeof node !== 'object' || node === null) return node
  const children =
    'children' in node && Array.isArray(node.children)
      ? { children: node.children.map((child) => nameOutlines(child, levels)) }
      : {}
  const id = 'type' in node && node.type === 'paragraph' && 'styleId' in node ? node.styleId : null
  const isOutline = typeof id === 'string' && levels.has(id)
  return { ...node, ...children, ...(isOutline ? { styleName: outlineName + id } : {}) }
}

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Titre'] => h1:fresh",
  "p[style-name='제목'] => h1:fresh",
  "p[style-name='toc 1'] => !",
  "p[style-name='toc 2'] => !",
  "p[style-name='toc 3'] => !",
  "p[style-name='toc 4'] => !",
]

/** Without the numbers of notes, which are no words, and the arrows back from them. */
function withoutNoteMarks(html: string): string {
  return html
    .replace(/<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]<\/a><\/sup>/g, '')
    .replace(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
}

interface Style {
  basedOn: string | null
  level: number | null
}

/** The level, from 1, of each paragraph style that is one of titles, by its id; a style has that of the one it is based on. */
function listOutlineStyles(stylesXml: string): Map<string, number> {
  const styles = new Map<string, Style>()
  let id: string | null = null
  readXml(stylesXml, {
    open({ name, attributes }) {
      if (name === 'style') id = attributes.get('styleId') ?? null
      const style = id === null ? undefined : styles.get(id)
      if (name === 'style' && id !== null) styles.set(id, { basedOn: null, level: null })
      if (style && name === 'basedOn') style.basedOn = attributes.get('val') ?? null
      if (style && name === 'outlineLvl') style.level = Number(attributes.get('val'))
    },
    close(name) {
      if (name === 'style') id = null
    },
  })
  const levels = [...styles.keys()].flatMap((style) => {
    const level = levelOf(styles, style)
    return level !== null && level >= 0 && level < 6 ? [[style, level + 1] as const] : []
  })
  return new Map(levels)
}

function levelOf(styles: ReadonlyMap<string, Style>, id: string): number | null {
  let style = styles.get(id)
  for (let steps = 0; style && steps < 20; steps += 1) {
    if (style.level !== null) return style.level
    style = style.basedOn === null ? undefined : styles.get(style.basedOn)
  }
  return null
}
